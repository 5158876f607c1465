"""Cuts the next version of a text as people cut the one before, as far as the words allow it.

Values in, values out. A cut that can't be told for sure is not made: what it was made in stands there as
the rules read it, and it is said why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from claims.reading.record import Reading, Span, Statement, Stretch
from claims.regrouping.recutting import recut, why_not_one
from claims.regrouping.seams import cut_again
from claims.revising.aligning import aligned
from claims.revising.wording import as_read


@dataclass(frozen=True, slots=True)
class Misfit:
    """A stretch of the earlier text, `was`, that is no longer cut as people wanted it, and why not.

    `read` are the statements that stand there now.
    """

    was: Stretch
    read: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Recut:
    """A new version as people cut the earlier one, and what of that fits no longer."""

    reading: Reading
    misfits: tuple[Misfit, ...] = ()


def cut_as_before(was: Reading, new: Reading) -> Recut:
    """The new version of a text, `new` as the rules read it, with its claims cut as in the one that it `was`.

    Words that are gone take their cuts with them; where a text was itself rewritten as people had cut it,
    their cut is needed no more.
    """
    if not was.stretches:
        return Recut(new)
    comparison = _Comparison(was, new)
    answers = [(stretch, comparison.answer(stretch)) for stretch in was.stretches]
    fitting = [answer for _, answer in answers if isinstance(answer, Stretch)]
    misfits = tuple(answer for _, answer in answers if isinstance(answer, Misfit))
    return Recut(recut(new, fitting), misfits)


class _Comparison:
    """Two versions of a text, asked what becomes of a stretch of the earlier one."""

    def __init__(self, was: Reading, new: Reading) -> None:
        self.was, self.new = was, new
        self.before, self.now = was.source.text, new.source.text

    def answer(self, stretch: Stretch) -> Stretch | Misfit | None:
        """The stretch as it stands now, that it fits no more, or `None` where nothing is left of it."""
        if not stretch.read:
            return self._out_of_furniture(stretch)
        places = [self._read[span] for span in stretch.read if span in self._read]
        if not places:
            return None
        pieces = [self.new.statements[at] for at in places]
        found = self._fitted(stretch, places, pieces)
        if isinstance(found, Stretch):
            return found
        return None if self._cut_by_itself(stretch, places) else self._misfit(stretch, pieces, found)

    def _fitted(self, stretch: Stretch, places: Sequence[int], pieces: Sequence[Statement]) -> Stretch | str:
        read = _spans(pieces)
        if len(read) < len(stretch.read) or any(other != one + 1 for one, other in pairwise(places)):
            return "they stand side by side no more"
        if not stretch.cut:
            same = self._words(self.before, stretch.read) == self._words(self.now, read)
            return Stretch(read, (), stretch.acts) if same else "its words changed"
        if problem := why_not_one(self.now, pieces):
            return problem
        cut = self._cut_again(stretch, (read[0][0], read[-1][1]))
        if isinstance(cut, str):
            return cut
        if any(
            figure.start < start < figure.end for one in pieces for figure in one.figures for start, _ in cut
        ):
            return "a figure now stands across the cut"
        return Stretch(read, cut, stretch.acts)

    def _cut_again(self, stretch: Stretch, there: Span) -> tuple[Span, ...] | str:
        cut = cut_again(self.before, stretch.whole, stretch.cut, self.now, there)
        return f"“{cut}” does not begin there any more" if isinstance(cut, str) else cut

    def _cut_by_itself(self, stretch: Stretch, places: Sequence[int]) -> bool:
        """Whether the text is now written as people cut it: each of their claims is a statement."""
        partners = {self._claims[span] for span in stretch.cut if span in self._claims}
        return len(partners) == len(stretch.cut) and partners.issuperset(places)

    def _misfit(self, stretch: Stretch, pieces: Sequence[Statement], why: str) -> Misfit:
        return Misfit(stretch, _spans(pieces), why)

    def _out_of_furniture(self, stretch: Stretch) -> Stretch | Misfit | None:
        there = self._furniture.get(stretch.whole)
        if there is None:
            return None
        cut = self._cut_again(stretch, there)
        return Misfit(stretch, (), cut) if isinstance(cut, str) else Stretch((), cut, stretch.acts)

    def _words(self, text: str, spans: Sequence[Span]) -> list[str]:
        return [as_read(text[slice(*span)]) for span in spans]

    @cached_property
    def _read(self) -> dict[Span, int]:
        """For each statement of the earlier text, as the rules read it: the one that goes on from it."""
        changed = {span for stretch in self.was.stretches for span in stretch.cut}
        kept = [span for span in _spans(self.was.statements) if span not in changed]
        return self._goes_on(sorted([*kept, *(span for one in self.was.stretches for span in one.read)]))

    @cached_property
    def _claims(self) -> dict[Span, int]:
        """The same for the claims that people made."""
        return self._goes_on(_spans(self.was.statements))

    def _goes_on(self, spans: Sequence[Span]) -> dict[Span, int]:
        new = self._words(self.now, _spans(self.new.statements))
        return {spans[i]: j for j, i in aligned(self._words(self.before, spans), new).items()}

    @cached_property
    def _furniture(self) -> dict[Span, Span]:
        """Where claims that were furniture stand in the furniture of the new text."""
        wholes = [one.whole for one in self.was.stretches if not one.read]
        there = self.new.furniture
        pairs = aligned(self._words(self.before, wholes), self._words(self.now, there))
        return {wholes[i]: there[j] for j, i in pairs.items()}


def _spans(statements: Sequence[Statement]) -> tuple[Span, ...]:
    return tuple((one.start, one.end) for one in statements)
