"""Revisions: what became of each claim of a text when the text was written anew.

Values in, values out. Verification is carried only where the words of a claim are the same and nothing
beside it changed its meaning; whatever is in doubt is opened again. The cost grows in proportion to
the length of the two texts.
"""

from __future__ import annotations

from collections.abc import Mapping

from claims.kinds import ClaimChange
from claims.reading.record import Reading
from claims.revising.aligning import aligned
from claims.revising.differing import difference, what_changed
from claims.revising.record import Outcome
from claims.revising.rules import RULES, Standing
from claims.revising.surroundings import Surroundings


def revised(old: Reading, new: Reading) -> tuple[Outcome, ...]:
    """What became of every claim: first in the order of the new text, then what was dropped, as it stood."""
    was, now = Surroundings(old), Surroundings(new)
    pairs = aligned(was.words, now.words)
    found = {at: _carried_or_opened(Standing(was, before), Standing(now, at)) for at, before in pairs.items()}
    kept = set(pairs.values())
    return (
        *(found.get(at) or Outcome(ClaimChange.NEW, None, at) for at in range(len(now.words))),
        *(Outcome(ClaimChange.DROPPED, at, None) for at in range(len(was.words)) if at not in kept),
    )


def put_back(earlier: Reading, new: Reading, pairs: Mapping[int, int]) -> tuple[Outcome, ...]:
    """What became of claims that had been cut and are back; `pairs` lead from new numbers to earlier ones."""
    was, now = Surroundings(earlier), Surroundings(new)
    return tuple(_carried_or_opened(Standing(was, before), Standing(now, at)) for at, before in pairs.items())


def _carried_or_opened(was: Standing, now: Standing) -> Outcome:
    if was.words != now.words:
        runs = difference(was.around.reading.quote(was.statement), now.around.reading.quote(now.statement))
        return Outcome(ClaimChange.REOPENED, was.at, now.at, what_changed(runs), runs)
    # What changes the meaning of a part of a sentence changes that of its other parts, which lean on it.
    for old, new in [(was, now), *zip(was.other_parts, now.other_parts, strict=False)]:
        for rule in RULES:
            if shift := rule(old, new):
                runs = difference(shift.was, shift.now)
                return Outcome(ClaimChange.REOPENED, was.at, now.at, _said(rule.__doc__), runs)
    return Outcome(ClaimChange.CARRIED, was.at, now.at)


def _said(docstring: str | None) -> str:
    return " ".join((docstring or "").split())
