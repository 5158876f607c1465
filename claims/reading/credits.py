"""Who is credited with what in one sentence, as spans of the document.

It puts together what the constructions of a sentence found: where the content of one cue ends
because another begins, which quotations it runs into, and which findings say nothing of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.reading.clauses import Stretch, Words
from claims.reading.constructions import Construction, find_constructions, runs_over
from claims.reading.quotations import Quotations
from claims.reading.record import Span


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited with what, before it is parted among statements.

    `name` is where the speaker is named: the source, but for "who". `cue` is `None` where a
    speaker's line stands in for it. `direct` marks a quotation that needs no quotation marks.
    """

    source: Span
    name: Span
    cue: Span | None
    content: tuple[Span, ...]
    thought: bool = False
    direct: bool = False


_EDGES = frozenset({",", ":", ";", "—", "–", "-", "."})
_LATER = 8
"""So many later cues are looked at to find where a content ends."""


def find_credits(words: Words, quotations: Quotations) -> list[Credit]:
    """The credits of one sentence, in the order of their cues."""
    found = find_constructions(words)
    credits = []
    for place, one in enumerate(found):
        if one.thought and any(runs_over(other, one) for other in found[max(0, place - _LATER) : place]):
            continue
        content = _content(words, one, found[place + 1 : place + 1 + _LATER], quotations)
        if content:
            credits.append(as_credit(words, one, content))
    return credits


def as_credit(words: Words, one: Construction, content: tuple[Span, ...], *, direct: bool = False) -> Credit:
    """A construction as a credit for the content given."""
    source = words.span(one.source)
    name = words.span(one.name) if one.name else source
    return Credit(source, name, words.span(one.cue), content, thought=one.thought, direct=direct)


def _content(
    words: Words, one: Construction, later: Sequence[Construction], quotations: Quotations
) -> tuple[Span, ...]:
    stretches: list[Stretch] = [one.before] if one.before is not None else []
    if one.behind is not None:
        end = words.count if one.limit is None else one.limit
        cuts = [other.cut for other in later if other.cut is not None and one.behind < other.cut < end]
        stretches.append((one.behind, min(cuts, default=end)))
    trimmed = (_trimmed(words, stretch) for stretch in stretches)
    return tuple(quotations.around(words.span(stretch)) for stretch in trimmed if stretch is not None)


def _trimmed(words: Words, stretch: Stretch) -> Stretch | None:
    """The stretch without the commas and stops at its ends, if anything is left."""
    first, last = stretch
    while first < last and (words.low[first] in _EDGES or words.low[first] == ")"):
        first += 1
    while first < last and words.low[last - 1] in _EDGES:
        last -= 1
    return (first, last) if first < last else None
