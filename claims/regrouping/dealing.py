"""Deals out what was read in statements to the claims that people cut them into.

Values in, values out. Nothing is read anew: a finding goes to the claim in which its words stand, and
somebody who is credited keeps their words in each claim that holds some of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.reading.hedges import calls_unconfirmed
from claims.reading.record import Attribution, Span, Statement


def dealt(text: str, statements: Sequence[Statement], cuts: Sequence[Span]) -> tuple[Statement, ...]:
    """The claims that `statements`, which stand next to each other, are cut into at `cuts`."""
    return tuple(
        _part([one for one in statements if one.start < end and start < one.end], text, start, end)
        for start, end in cuts
    )


def _together(text: str, statements: Sequence[Statement]) -> Statement:
    """Statements as one, with all that was read in any of them."""
    first, last = statements[0], statements[-1]
    checkable = any(one.checkable for one in statements)
    return first._replace(
        end=last.end,
        checkable=checkable,
        why_not=None if checkable else first.why_not,
        hedges=tuple(hedge for one in statements for hedge in one.hedges),
        reported_unconfirmed=any(one.reported_unconfirmed for one in statements),
        figures=tuple(figure for one in statements for figure in one.figures),
        attributions=tuple(_credited_once(text, [one for each in statements for one in each.attributions])),
    )


def _credited_once(text: str, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Attributions of which two that a cut had parted are one again."""
    contents: dict[Attribution, list[Span]] = {}
    for one in attributions:
        contents.setdefault(replace(one, content=()), []).extend(one.content)
    for credit, spans in contents.items():
        yield replace(credit, content=tuple(_closed(text, sorted(set(spans)))))


def _closed(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Spans of which those with nothing but white space between them are one."""
    start, end = None, 0
    for one, other in spans:
        if start is not None and text[end:one].strip():
            yield start, end
            start = None
        start = one if start is None else start
        end = max(end, other)
    if start is not None:
        yield start, end


def _part(statements: Sequence[Statement], text: str, start: int, end: int) -> Statement:
    """What of some statements lies between two places, both of them in one of the statements."""
    if len(statements) == 1 and (statements[0].start, statements[0].end) == (start, end):
        return statements[0]
    whole = _together(text, statements)
    hedges = tuple(hedge for hedge in whole.hedges if start <= hedge.start < end)
    own = calls_unconfirmed(hedges) or not calls_unconfirmed(whole.hedges)
    return whole._replace(
        start=start,
        end=end,
        hedges=hedges,
        reported_unconfirmed=whole.reported_unconfirmed and own,
        figures=tuple(figure for figure in whole.figures if start <= figure.start < end),
        attributions=tuple(
            replace(one, content=content)
            for one in whole.attributions
            if (content := _clipped(one.content, start, end))
        ),
    )


def _clipped(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    met = ((max(one, start), min(other, end)) for one, other in spans)
    return tuple((one, other) for one, other in met if one < other)
