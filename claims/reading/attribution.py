"""Finds whom a text credits with what: direct, mixed and reported speech.

It goes through the statements in order; how one sentence credits somebody is read in
`credits.py`, speech across sentences in `speech.py`, names in `speakers.py`. What it can't
tell it leaves out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claims.kinds import ClaimKind
from claims.reading.credits import Credit, find_credits, may_hold_cue
from claims.reading.quotations import Quotations, find_quotations
from claims.reading.record import Attribution, Span
from claims.reading.speakers import name_speakers
from claims.reading.speech import Sentence, continued, labelled, quoted_blocks
from claims.reading.statements import BareStatement
from sources.blocks import CanonicalText

_CREDITS_NOBODY = frozenset(
    {ClaimKind.HEADING, ClaimKind.BYLINE, ClaimKind.TABLE_HEADER, ClaimKind.TABLE_ROW, ClaimKind.SOURCE_ENTRY}
)


def find_attributions(
    source: CanonicalText, statements: Sequence[BareStatement]
) -> list[tuple[Attribution, ...]]:
    """Whom the text credits, one tuple a statement, in offsets of the document."""
    text = source.text
    quotations = Quotations(
        [q for block in source.blocks for q in find_quotations(text, block.start, block.end)]
    )
    sentences = _sentences(source, statements, quotations)
    credits = list(quoted_blocks(source, sentences))
    for sentence in sentences:
        if sentence.has_cue or sentence.quotations:
            credits += find_credits(sentence.words, quotations)
    credits += labelled(source, sentences)
    credits += continued(text, sentences, credits, quotations)
    credits.sort(key=lambda credit: (credit.content[0][0], credit.source[0]))
    speakers = name_speakers(text, sentences, credits)
    return _share_out(credits, speakers, statements, quotations)


def _sentences(
    source: CanonicalText, statements: Sequence[BareStatement], quotations: Quotations
) -> list[Sentence]:
    starts = [block.start for block in source.blocks]
    sentences = []
    for statement in statements:
        if statement.kind in _CREDITS_NOBODY:
            continue
        inside = quotations.within(statement.start, statement.end)
        block = bisect_right(starts, statement.start) - 1
        has_cue = may_hold_cue(statement.words)
        sentences.append(Sentence(source.text, statement.start, statement.end, block, inside, has_cue))
    return sentences


def _share_out(
    credits: Sequence[Credit],
    speakers: Sequence[str | None],
    statements: Sequence[BareStatement],
    quotations: Quotations,
) -> list[tuple[Attribution, ...]]:
    """The credits as attributions of the statements that their contents lie in, clipped to them."""
    found: list[list[Attribution]] = [[] for _ in statements]
    ends = [statement.end for statement in statements]
    for credit, speaker in zip(credits, speakers, strict=True):
        place = bisect_right(ends, credit.content[0][0])
        while place < len(statements) and statements[place].start < credit.content[-1][1]:
            statement = statements[place]
            content = _clipped(credit.content, statement)
            if content and statement.kind not in _CREDITS_NOBODY:
                quoted = credit.direct or all(quotations.hold(span) for span in content)
                cue = (credit.cue,) if credit.cue is not None else ()
                found[place].append(Attribution((credit.source,), cue, content, speaker, quoted))
            place += 1
    return [tuple(attributions) for attributions in found]


def _clipped(spans: Sequence[Span], statement: BareStatement) -> tuple[Span, ...]:
    """What of the spans lies inside a statement."""
    inside = ((max(start, statement.start), min(end, statement.end)) for start, end in spans)
    return tuple((start, end) for start, end in inside if start < end)
