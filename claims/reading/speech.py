"""Finds who speaks where no verb in the same sentence says so.

Block quotations with their speaker on the next line, quotations that a paragraph brings in with
a colon, speeches that go on in the next sentence or paragraph, transcripts. A quotation whose
speaker is not certain is left without one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from claims.reading.clauses import Words, words_of
from claims.reading.credits import Credit, as_credit
from claims.reading.labels import introduction, label, tag
from claims.reading.quotations import Quotation, Quotations
from claims.reading.signatures import inner, signature_behind, signature_inside, signs
from sources.blocks import Block, BlockKind, CanonicalText


@dataclass(eq=False)
class Sentence:
    """A statement that may credit somebody, with its quotations and the number of its block.

    `has_cue` is false where none of its words can be a cue.
    """

    text: str
    start: int
    end: int
    block: int
    quotations: Sequence[Quotation]
    has_cue: bool

    @cached_property
    def words(self) -> Words:
        """Its words; of most sentences that hold neither cue nor quotation, nobody asks for them."""
        return words_of(self.text, self.start, self.end, self.quotations)

    def is_quoted(self) -> bool:
        """True where the whole sentence stands in quotation marks."""
        if not self.quotations or self.quotations[0].start > self.start + 1:
            return False
        return self.quotations[-1].end >= self.end - 2 and self.words.count <= 2 * len(self.quotations) + 1


def quoted_blocks(source: CanonicalText, sentences: Sequence[Sentence]) -> Iterator[Credit]:
    """Block quotations, credited to the speaker at their end, on the next line, or who brought them in."""
    blocks = source.blocks
    last_sentence = {sentence.block: sentence for sentence in sentences}
    introduced: Credit | None = None
    for number, block in enumerate(blocks):
        if (block.kind is BlockKind.QUOTATION or _is_quoted(source.text, block)) and not signs(
            source, number
        ):
            start, end = inner(source.text, block)
            speaker = signature_behind(source, number)
            if speaker is None and block.kind is BlockKind.QUOTATION:
                speaker = signature_inside(source.text, block)
                end = speaker[0] if speaker is not None else end
            if speaker is not None:
                content = start, start + len(source.text[start:end].rstrip(" \n—–-"))
                yield Credit(speaker, speaker, None, (content,), direct=True)
            elif introduced is not None:
                yield introduced._replace(content=((start, end),), direct=True)
                continue
        introduced = _introduced_by(last_sentence.get(number))


def _introduced_by(sentence: Sentence | None) -> Credit | None:
    if sentence is None or sentence.text[sentence.end - 1] != ":":
        return None
    one = introduction(sentence.words)
    return as_credit(sentence.words, one, ()) if one is not None else None


def _is_quoted(text: str, block: Block) -> bool:
    words = text[block.start : block.end].strip()
    return block.kind is BlockKind.PARAGRAPH and words[:1] in ("“", '"', "‘", "«")


def labelled(source: CanonicalText, sentences: Sequence[Sentence]) -> Iterator[Credit]:
    """Speeches of a transcript ("LINDA BAKER: …") and headlines such as "Baker: …"."""
    starts = [block.start for block in source.blocks]
    mentioned: dict[str, bool] = {}
    for place, sentence in enumerate(sentences):
        if (
            sentence.start != starts[sentence.block]
            or source.text.find(":", sentence.start, sentence.end) < 0
        ):
            continue
        speaker = label(sentence.words)
        if speaker is None:
            continue
        span = sentence.words.span(speaker)
        name = source.text[slice(*span)]
        family = name.split()[-1]
        if family not in mentioned:
            mentioned[family] = len(family) > 2 and family.title() in source.text
        if name.isupper() and mentioned[family]:
            end = source.blocks[sentence.block].end
        elif place == 0 and speaker[1] < 5 and source.text.count(family) > 2:
            end = sentence.end
        else:
            continue
        content = sentence.words.span((speaker[1] + 1, speaker[1] + 2))[0], end
        yield Credit(span, span, (span[1], span[1] + 1), (content,), direct=name.isupper())


class _Said(NamedTuple):
    """The last credit and where its content ended: in which sentence, and in which quotation if any."""

    credit: Credit
    sentence: int
    quotation: Quotation | None


_LOOK_AHEAD = 5


def continued(
    text: str, sentences: Sequence[Sentence], credits: Sequence[Credit], quotations: Quotations
) -> list[Credit]:
    """Credits for quotations that go on after, or begin before, the sentence that says who speaks."""
    owners = _owners(credits, quotations)
    by_sentence = _last_cues(sentences, credits)
    found: list[Credit] = []
    said: _Said | None = None
    for number, sentence in enumerate(sentences):
        owned = [owners[q.start] for q in sentence.quotations if q.start in owners]
        if owned:
            said = _Said(owned[-1], number, sentence.quotations[-1])
            continue
        tagged = _tagged(sentences, number, owners) if number not in by_sentence else None
        if tagged is not None:
            found.append(tagged)
            owners[sentences[number - 1].quotations[-1].start] = tagged
            said = _Said(tagged, number, sentences[number - 1].quotations[-1])
            continue
        credit = _speaker_of(text, sentences, number, said, owners) if sentence.is_quoted() else None
        if credit is None:
            said = _reported(by_sentence.get(number), number, sentence)
            continue
        span = sentence.quotations[0].start, sentence.quotations[-1].end
        credit = credit._replace(content=(span,), thought=False)
        owners.update((quotation.start, credit) for quotation in sentence.quotations)
        found.append(credit)
        said = _Said(credit, number, sentence.quotations[-1])
    return found


def _owners(credits: Sequence[Credit], quotations: Quotations) -> dict[int, Credit]:
    """The outermost credit of every quotation, by where the quotation begins."""
    owners: dict[int, Credit] = {}
    for credit in credits:
        for span in credit.content:
            for quotation in quotations.within(*span):
                held = owners.get(quotation.start)
                if held is None or credit.content[0][0] <= held.content[0][0]:
                    owners[quotation.start] = credit
    return owners


def _last_cues(sentences: Sequence[Sentence], credits: Sequence[Credit]) -> dict[int, Credit]:
    """The last credit whose cue stands in a sentence, by the sentence's number."""
    starts = [sentence.start for sentence in sentences]
    return {bisect_right(starts, credit.cue[0]) - 1: credit for credit in credits if credit.cue is not None}


def _reported(credit: Credit | None, number: int, sentence: Sentence) -> _Said | None:
    """Reported speech, or its speaker, at the end of the sentence: a quotation may take it up."""
    if credit is None or credit.thought:
        return None
    if max(credit.content[-1][1], credit.source[1]) < sentence.end - 2:
        return None
    return _Said(credit, number, None)


def _tagged(sentences: Sequence[Sentence], number: int, owners: dict[int, Credit]) -> Credit | None:
    """“…?” Berg asked. – where the sentence was parted at the question mark."""
    if number == 0 or not sentences[number - 1].is_quoted():
        return None
    sentence, before = sentences[number], sentences[number - 1]
    quotation = before.quotations[-1]
    if before.block != sentence.block or quotation.start in owners:
        return None
    one = tag(sentence.words)
    return as_credit(sentence.words, one, ((quotation.start, quotation.end),)) if one else None


def _speaker_of(
    text: str,
    sentences: Sequence[Sentence],
    number: int,
    said: _Said | None,
    owners: dict[int, Credit],
) -> Credit | None:
    """Who speaks a sentence that is all quotation: who spoke before it in the paragraph, or next in it."""
    block = sentences[number].block
    follows = said is not None and said.sentence == number - 1
    if follows and said is not None and sentences[said.sentence].block == block:
        return said.credit
    open_end = sentences[number].quotations[-1].open
    for later in sentences[number + 1 : number + 1 + _LOOK_AHEAD]:
        if later.block != block and not open_end:
            break
        open_end = bool(later.quotations) and later.quotations[-1].open
        owned = [owners[q.start] for q in later.quotations if q.start in owners]
        if owned:
            return owned[0]
    if not follows or said is None or said.quotation is None or sentences[said.sentence].block != block - 1:
        return None
    return said.credit if _goes_on(text, said.quotation) else None


def _goes_on(text: str, quotation: Quotation) -> bool:
    """True for a speech that the next paragraph may take up: left open, or ended by a full stop.

    After a question the next paragraph is as likely an answer, so nobody is credited with it.
    """
    return quotation.open or (text[quotation.start + 1].isupper() and text[quotation.end - 2] in ".!…")
