"""The reading of a whole document."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.kinds import ClaimKind, HedgeKind, WhyNot
from claims.reading import read
from claims.reading.record import Reading, Statement
from sources.blocks import BlockKind, Metadata
from sources.readers import read_path, read_text
from tests.claims.reading.texts import text_of

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "prisoner-release.txt"
ARTICLES = [EXAMPLE, ROOT.parent / "shared" / "corpus" / "belarus-release.txt"]


CORPUS = tomllib.loads((ROOT / "tests" / "corpus" / "statements.toml").read_text(encoding="utf-8"))["texts"]


@pytest.mark.parametrize("case", CORPUS, ids=[case["name"] for case in CORPUS])
def test_a_text_of_the_corpus_is_read_into_the_claims_beside_it(case: dict[str, Any]) -> None:
    reading = read(read_text(case["text"].strip()))

    assert [line(reading, claim) for claim in reading.statements] == case["claims"]


@pytest.fixture(params=ARTICLES, ids=lambda path: path.stem)
def article(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    if not path.exists():
        pytest.skip(f"{path.name} is not on this machine")
    return path


def test_the_title_is_the_headline_and_the_headline_can_be_checked(article: Path) -> None:
    reading = read(read_path(article))

    headline = reading.statements[0]
    assert reading.title == article.read_text(encoding="utf-8").partition("\n")[0]
    assert headline.kind is ClaimKind.HEADLINE
    assert headline.checkable


def test_the_nine_section_headings_cannot_be_checked(article: Path) -> None:
    headings = of_kind(read(read_path(article)), ClaimKind.HEADING)

    assert len(headings) == 9
    assert {heading.why_not for heading in headings} == {WhyNot.HEADING}


def test_the_comment_line_is_furniture(article: Path) -> None:
    reading = read(read_path(article))

    assert [reading.source.text[start:end] for start, end in reading.furniture] == ["Leave a Comment"]


def test_exactly_the_three_items_under_unconfirmed_are_reported_as_unconfirmed(article: Path) -> None:
    unconfirmed = reported_unconfirmed(read(read_path(article)))

    assert len(unconfirmed) == 3
    assert {claim.section for claim in unconfirmed} == {"Unconfirmed"}
    assert {claim.kind for claim in unconfirmed} == {ClaimKind.LIST_ITEM}


@pytest.mark.parametrize("kind", [HedgeKind.UNDISCLOSED, HedgeKind.UNCERTAIN])
def test_details_kept_back_and_tallies_that_vary_are_hedged_and_not_counted(
    article: Path, kind: HedgeKind
) -> None:
    reading = read(read_path(article))

    hedged = [
        claim
        for claim in reading.statements
        if claim.kind is ClaimKind.STATEMENT and any(hedge.kind is kind for hedge in claim.hedges)
    ]
    assert hedged
    assert not any(claim.reported_unconfirmed for claim in hedged)


def test_exactly_the_four_listed_sources_are_found(article: Path) -> None:
    reading = read(read_path(article))

    entries = [reading.quote(source) for source in reading.sources]
    assert [source.kind for source in reading.sources] == ["news", "news_agency", "official", "official"]
    assert [source.name for source in reading.sources] == [words.partition(" (")[0] for words in entries]
    assert [source.note for source in reading.sources] == [words.partition(" — ")[2] for words in entries]


def test_source_entries_are_references_without_figures_or_attributions(article: Path) -> None:
    entries = of_kind(read(read_path(article)), ClaimKind.SOURCE_ENTRY)

    assert len(entries) == 4
    assert {entry.why_not for entry in entries} == {WhyNot.REFERENCE}
    assert not any(entry.figures or entry.attributions or entry.hedges for entry in entries)


def test_three_block_quotations_of_four_sentences_are_four_claims(article: Path) -> None:
    quotations = of_kind(read(read_path(article)), ClaimKind.QUOTATION)

    assert len(quotations) == 4
    assert all(quotation.checkable for quotation in quotations)


def test_speakers_lines_and_column_headers_are_labels(article: Path) -> None:
    reading = read(read_path(article))

    labels = of_kind(reading, ClaimKind.BYLINE) + of_kind(reading, ClaimKind.TABLE_HEADER)
    assert len(labels) == 4
    assert {label.why_not for label in labels} == {WhyNot.LABEL}


@pytest.mark.parametrize("heading", ["What we don't know yet", "What remains unclear", "Open questions"])
def test_the_three_are_found_under_another_heading_that_says_so(article: Path, heading: str) -> None:
    text = article.read_text(encoding="utf-8").replace("\nUnconfirmed\n", f"\n{heading}\n")

    assert len(reported_unconfirmed(read(read_text(text)))) == 3


@pytest.mark.parametrize("heading", ["Bottom line", "What we know"])
def test_a_heading_that_does_not_say_so_leaves_it_to_the_cues(heading: str) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("\nUnconfirmed\n", f"\n{heading}\n")

    [claim] = reported_unconfirmed(read(read_text(text)))

    assert "has confirmed it" in text[claim.start : claim.end]


def test_in_running_text_the_three_are_found_by_their_cues(article: Path) -> None:
    before, _, rest = article.read_text(encoding="utf-8").partition("\nUnconfirmed\n")
    after = rest.partition("\nBottom line\n")[2]
    moved = (
        "Reports that the embargo of the neighbours will end as well could not be independently verified. "
        "That letters were exchanged has not been confirmed. Where the 123 will live has yet to be "
        "officially confirmed, and their families are waiting."
    )

    unconfirmed = reported_unconfirmed(read(read_text(f"{before}\n{moved}\n\nBottom line\n{after}")))

    assert len(unconfirmed) == 3
    assert [claim.hedges[0].kind for claim in unconfirmed] == [HedgeKind.UNCONFIRMED] * 3


def test_what_is_said_under_the_next_heading_is_not_unconfirmed_any_more() -> None:
    reading = read(
        text_of(
            (BlockKind.HEADING, "What we don’t know"),
            (BlockKind.LIST_ITEM, "The cause of the fire"),
            (BlockKind.LIST_ITEM, "Who owned the mill?"),
            (BlockKind.HEADING, "The valley", 3),
            (BlockKind.PARAGRAPH, "The valley has nine mills."),
        )
    )

    assert [claim.reported_unconfirmed for claim in reading.statements] == [False, True, False, False, False]


def test_the_title_of_the_file_comes_before_the_headline() -> None:
    parts = (BlockKind.HEADING, "Mill  burns", 1), (BlockKind.PARAGRAPH, "Nobody died.")

    assert read(text_of(*parts, metadata=Metadata(title="A mill burns"))).title == "A mill burns"
    assert read(text_of(*parts)).title == "Mill burns"
    assert read(text_of(parts[1])).title is None


def test_in_another_language_the_text_is_covered_and_nothing_is_guessed() -> None:
    words = "Der Minister sagte, the claim could not be verified. Wer war es?"

    reading = read(text_of((BlockKind.PARAGRAPH, words), metadata=Metadata(language="de")))

    first, second = reading.statements
    assert (first.checkable, second.why_not) == (True, WhyNot.QUESTION)
    assert not any(
        claim.hedges or claim.attributions or claim.reported_unconfirmed for claim in (first, second)
    )


def test_in_another_language_only_digits_are_read_and_the_record_says_so() -> None:
    words = (
        "Am 13. Dezember zahlte die Stadt 1.234,56 Euro an zwei Familien und 3 Mio. Euro an sieben Dörfer."
    )

    reading = read(text_of((BlockKind.PARAGRAPH, words), metadata=Metadata(language="de")))

    (claim,) = reading.statements
    assert [(figure.quote, figure.unit) for figure in claim.figures] == [("1.234,56", "EUR")]
    assert reading.as_record("a")["language_known"] is False
    assert reading.comparable.statements[0].figures == ()


def test_in_a_known_language_every_figure_can_be_compared() -> None:
    reading = read(text_of((BlockKind.PARAGRAPH, "The town has 114 mills.")))

    assert reading.as_record("a")["language_known"] is True
    assert reading.comparable == reading


def test_a_text_that_does_not_say_its_language_is_read_as_english() -> None:
    reading = read(text_of((BlockKind.PARAGRAPH, "It could not be verified."), metadata=Metadata()))

    assert reading.statements[0].reported_unconfirmed


@given(st.text(max_size=200))
@settings(max_examples=50)
def test_any_text_whatever_is_read_the_same_twice_and_every_span_lies_in_it(text: str) -> None:
    source = read_text(text)

    reading = read(source)

    assert reading == read(source)
    for claim in reading.statements:
        spans = [(hedge.start, hedge.end) for hedge in claim.hedges]
        spans += [(figure.start, figure.end) for figure in claim.figures]
        assert all(claim.start <= start < end <= claim.end for start, end in spans)


def line(reading: Reading, claim: Statement) -> str:
    """A claim as `tests/corpus/statements.toml` writes it."""
    mark = "!!" if claim.reported_unconfirmed else claim.why_not
    parts = (claim.kind, f"({mark})" if mark else None, claim.section)
    return " ".join(part for part in parts if part) + ": " + reading.quote(claim)


def of_kind(reading: Reading, kind: ClaimKind) -> list[Statement]:
    return [statement for statement in reading.statements if statement.kind is kind]


def reported_unconfirmed(reading: Reading) -> list[Statement]:
    return [statement for statement in reading.statements if statement.reported_unconfirmed]
