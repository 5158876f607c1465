"""Whom a text credits with what."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.attribution import find_attributions
from claims.reading.record import Attribution, Span
from claims.reading.statements import BareStatement, find_statements
from sources.blocks import BlockKind, CanonicalText
from sources.readers import read_text
from tests.claims.reading.texts import text_of

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[2] / "corpus" / "attributions.toml").read_text(encoding="utf-8")
)["case"]
ARTICLE = Path(__file__).parents[4] / "shared" / "corpus" / "belarus-release.txt"


def attributed(source: CanonicalText) -> list[tuple[BareStatement, Attribution]]:
    statements = find_statements(source)
    found = find_attributions(source, statements)
    return [(statement, one) for statement, ones in zip(statements, found, strict=True) for one in ones]


def words(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


def entry(text: str, one: Attribution) -> dict[str, Any]:
    """An attribution as the corpus writes it."""
    written: dict[str, Any] = {
        "source": " ".join(words(text, one.source)),
        "content": words(text, one.content),
    }
    if one.cue:
        written["cue"] = " ".join(words(text, one.cue))
    if one.speaker is not None:
        written["speaker"] = one.speaker
    if one.quoted:
        written["quoted"] = True
    return written


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_a_text_of_the_corpus_credits_whom_it_says(case: dict[str, Any]) -> None:
    source = read_text(case["text"])

    found = [entry(source.text, one) for _, one in attributed(source)]

    assert found == case["attributions"]


def test_a_quotation_of_several_sentences_is_credited_sentence_by_sentence() -> None:
    source = text_of((BlockKind.PARAGRAPH, "“One works. Two works. Three works,” said Eva Holm."))

    found = attributed(source)

    assert [words(source.text, one.content) for _, one in found] == [
        ["“One works."],
        ["Two works."],
        ["Three works,”"],
    ]
    assert len({statement.start for statement, _ in found}) == 3
    assert all(words(source.text, one.source) == ["Eva Holm"] for _, one in found)


def test_a_block_quotation_takes_its_speaker_from_the_line_below() -> None:
    source = text_of(
        (BlockKind.QUOTATION, "The pumps work. We tested them."), (BlockKind.BYLINE, "Eva Holm (engineer)")
    )

    found = attributed(source)

    assert [one.speaker for _, one in found] == ["Eva Holm", "Eva Holm"]
    assert all(one.quoted and one.cue == () for _, one in found)
    assert all(one.source[0][0] > statement.end for statement, one in found)


def test_a_paragraph_below_a_block_quotation_is_no_speaker() -> None:
    source = text_of(
        (BlockKind.QUOTATION, "The pumps work."), (BlockKind.PARAGRAPH, "Eva Holm left the hall at noon.")
    )

    assert attributed(source) == []


def test_headings_tables_and_listed_sources_credit_nobody() -> None:
    said = "Eva Holm said the pumps work"
    source = text_of(
        (BlockKind.HEADING, said),
        (BlockKind.TABLE_HEADER, said),
        (BlockKind.TABLE_ROW, said),
        (BlockKind.HEADING, "Sources"),
        (BlockKind.LIST_ITEM, said),
    )

    assert attributed(source) == []


def test_an_aside_parts_what_is_credited_in_two() -> None:
    source = text_of((BlockKind.PARAGRAPH, "The pumps, Eva Holm said, had failed twice."))

    [(_, one)] = attributed(source)

    assert words(source.text, one.content) == ["The pumps", "had failed twice"]


PIECES = [
    "Eva Holm",
    "said",
    "told",
    "reporters",
    "that",
    "the pumps",
    "had failed",
    ",",
    ".",
    ":",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "according to",
    "he",
    "who",
    "(",
    ")",
    "—",
    "adding",
    "claims",
    "was described by",
    "as",
    "and",
    "but",
    "\n\n",
    "The centre",
    "asked whether",
    "Mr",
    "?",
    "BERG:",
    "’s claim that",
    "Officials",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_spans_lie_in_the_text_and_contents_in_their_statement(pieces: list[str]) -> None:
    source = read_text(" ".join(pieces))

    for statement, one in attributed(source):
        assert one.content
        for start, end in (*one.source, *one.cue):
            assert 0 <= start < end <= len(source.text)
        for start, end in one.content:
            assert statement.start <= start < end <= statement.end


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_source_cue_and_content_do_not_overlap(pieces: list[str]) -> None:
    source = read_text(" ".join(pieces))

    for _, one in attributed(source):
        spans = sorted((*one.source, *one.cue, *one.content))
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_any_text_at_all_is_read_the_same_twice(text: str) -> None:
    source = text_of((BlockKind.PARAGRAPH, f"Eva Holm said {text}"))

    assert attributed(source) == attributed(source)


@settings(max_examples=50, deadline=None)
@given(st.integers(min_value=0, max_value=5))
def test_a_paragraph_without_names_before_a_text_moves_its_attributions_and_nothing_else(count: int) -> None:
    lead = "It rained all day. " * count
    text = "Eva Holm said the pumps had failed. “Twice,” she said."
    alone = text_of((BlockKind.PARAGRAPH, text))
    behind = text_of((BlockKind.PARAGRAPH, lead or "."), (BlockKind.PARAGRAPH, text))

    found = [entry(behind.text, one) for _, one in attributed(behind)]

    assert found == [entry(alone.text, one) for _, one in attributed(alone)]
    assert len(found) == 2


ADVERSARIAL = {
    "openers": "“" * 100_000,
    "straight marks": '"a ' * 33_000,
    "single marks": "‘a " * 33_000,
    "straight single marks": "'a " * 33_000,
    "apostrophes": "‘a’b " * 20_000,
    "said": "said " * 20_000,
    "who said": "who said " * 11_000,
    "and said": "he said x and " * 7_000,
    "according to": "according to " * 8_000,
    "asides": "a, said b, " * 9_000,
    "capitals": "Aa " * 33_000,
    "colons": "Aa: " * 25_000,
    "brackets": "(a) said " * 11_000,
    "adverbs": "slowly " * 14_000 + "said that it rained",
    "auxiliaries": "has been " * 11_000 + "said",
    "owners": "his claim that " * 6_600,
    "pronouns": "Eva Holm said it. He said it. " * 3_000,
}


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_no_hostile_text_takes_long(text: str) -> None:
    source = text_of((BlockKind.PARAGRAPH, text))
    statements = find_statements(source)
    started = time.process_time()

    find_attributions(source, statements)

    assert time.process_time() - started < 8


@pytest.mark.skipif(not ARTICLE.exists(), reason="the shared article is not here")
def test_the_shared_article_credits_its_speakers() -> None:
    source = read_text(ARTICLE.read_text(encoding="utf-8"))

    found = attributed(source)

    direct = [
        (one.speaker, len(words(source.text, one.content)[0].split())) for _, one in found if one.quoted
    ]
    assert direct == [
        ("Pavel Slunkin", 21),
        ("Sviatlana Tsikhanouskaya", 5),
        ("Sviatlana Tsikhanouskaya", 16),
        ("US Embassy in Lithuania", 26),
    ]
    said = {
        (one.speaker, " ".join(words(source.text, one.cue))): words(source.text, one.content)
        for _, one in found
    }
    assert "profound relief" in said["Norwegian Nobel Committee", "said"][0]
    assert "two days of talks" in said["John Coale", "said"][0]
    assert "phone" in said["Tatsiana Khomich", "told"][0]
    centre = "Ukraine’s prisoner of war coordination centre"
    assert "114" in said[centre, "reported"][0]
    assert "114" in said[centre, "confirmed"][0]
    assert said[centre, "said"]
