"""From the blocks of a text to its statements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import ClaimKind
from claims.reading.statements import find_furniture, find_statements
from sources.blocks import Block, BlockKind, CanonicalText, Metadata
from tests.claims.reading.texts import text_of

HEADINGS = ["Sources", "Unconfirmed", "Background", "What we know"]


@st.composite
def layouts(draw: st.DrawFn) -> CanonicalText:
    """Random blocks over random text, with and without blanks around and between them."""
    text = ""
    blocks = []
    for kind in draw(st.lists(st.sampled_from(BlockKind), max_size=8)):
        text += draw(st.sampled_from(["", "\n", "\n\n", "  ", "\u00a0\n"]))
        words = draw(st.one_of(st.text(max_size=60), st.sampled_from(HEADINGS)))
        level = draw(st.integers(1, 3)) if kind is BlockKind.HEADING else 0
        blocks.append(Block(kind, len(text), len(text) + len(words), level))
        text += words
    return CanonicalText(text, tuple(blocks), Metadata(), "test/1")


@given(layouts())
def test_every_character_that_is_not_blank_lies_in_one_statement_or_in_furniture(
    source: CanonicalText,
) -> None:
    spans = [(statement.start, statement.end) for statement in find_statements(source)]
    spans += find_furniture(source)

    covered = [place for start, end in spans for place in range(start, end)]
    assert len(covered) == len(set(covered))
    assert all(source.text[place].isspace() for place in set(range(len(source.text))) - set(covered))


@given(layouts())
def test_statements_stand_in_order_and_without_blanks_around_them(source: CanonicalText) -> None:
    statements = find_statements(source)

    assert [s.start for s in statements] == sorted(s.start for s in statements)
    for statement in statements:
        words = source.text[statement.start : statement.end]
        assert words
        assert words == words.strip()


@given(layouts())
def test_at_most_one_statement_is_the_headline(source: CanonicalText) -> None:
    assert sum(s.kind is ClaimKind.HEADLINE for s in find_statements(source)) <= 1


@pytest.mark.parametrize(
    ("block", "claim"),
    [
        (BlockKind.PARAGRAPH, ClaimKind.STATEMENT),
        (BlockKind.LIST_ITEM, ClaimKind.LIST_ITEM),
        (BlockKind.TABLE_HEADER, ClaimKind.TABLE_HEADER),
        (BlockKind.TABLE_ROW, ClaimKind.TABLE_ROW),
        (BlockKind.QUOTATION, ClaimKind.QUOTATION),
        (BlockKind.CAPTION, ClaimKind.CAPTION),
        (BlockKind.BYLINE, ClaimKind.BYLINE),
        (BlockKind.HEADING, ClaimKind.HEADING),
    ],
)
def test_the_kind_of_a_claim_is_that_of_its_block(block: BlockKind, claim: ClaimKind) -> None:
    assert kinds(text_of((block, "Some words"))) == [claim]


def test_the_first_heading_of_the_first_level_is_the_headline() -> None:
    source = text_of(
        (BlockKind.HEADING, "Mill burns", 1), (BlockKind.HEADING, "Cause", 2), (BlockKind.HEADING, "Again", 1)
    )

    assert kinds(source) == [ClaimKind.HEADLINE, ClaimKind.HEADING, ClaimKind.HEADING]


def test_the_section_of_a_claim_is_the_nearest_heading_above_it() -> None:
    source = text_of(
        (BlockKind.HEADING, "Mill burns", 1),
        (BlockKind.PARAGRAPH, "A mill burnt down."),
        (BlockKind.HEADING, "What  we\nknow", 2),
        (BlockKind.PARAGRAPH, "Nobody died."),
        (BlockKind.HEADING, "The owner", 3),
        (BlockKind.PARAGRAPH, "He is abroad."),
    )

    assert [s.section for s in find_statements(source)] == [
        None,
        None,
        "What we know",
        "What we know",
        "The owner",
        "The owner",
    ]


@pytest.mark.parametrize(
    ("block", "count"),
    [
        (BlockKind.PARAGRAPH, 2),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.QUOTATION, 2),
        (BlockKind.CAPTION, 2),
        (BlockKind.TABLE_ROW, 1),
        (BlockKind.HEADING, 1),
        (BlockKind.BYLINE, 1),
    ],
)
def test_running_text_is_split_into_sentences_and_lines_are_not(block: BlockKind, count: int) -> None:
    assert len(find_statements(text_of((block, "The mill burnt. Nobody died.")))) == count


def test_furniture_is_no_claim() -> None:
    source = text_of((BlockKind.PARAGRAPH, "A mill burnt."), (BlockKind.FURNITURE, " Leave a comment "))

    assert kinds(source) == [ClaimKind.STATEMENT]
    assert [source.text[start:end] for start, end in find_furniture(source)] == ["Leave a comment"]


def test_list_items_under_sources_are_source_entries_up_to_the_next_heading() -> None:
    source = text_of(
        (BlockKind.HEADING, "Sources"),
        (BlockKind.LIST_ITEM, "The Harbour Courier (newspaper) — first report."),
        (BlockKind.HEADING, "Correction"),
        (BlockKind.LIST_ITEM, "The mill is in Norland."),
    )

    assert kinds(source)[1::2] == [ClaimKind.SOURCE_ENTRY, ClaimKind.LIST_ITEM]


@pytest.mark.parametrize(
    "entry",
    [
        "The Harbour Courier, 3 May 2024",
        "“Mill burns” — The Harbour Courier, 3 May 2024.",
        "Lund, A. (2019). Fires in mills. Journal of Mills, 3(2).",
        "https://example.org/mill",
    ],
)
def test_a_paragraph_under_sources_may_be_an_entry(entry: str) -> None:
    source = text_of((BlockKind.HEADING, "Sources"), (BlockKind.PARAGRAPH, entry))

    assert set(kinds(source)[1:]) == {ClaimKind.SOURCE_ENTRY}


def test_a_sentence_under_sources_is_a_statement() -> None:
    source = text_of((BlockKind.HEADING, "Sources"), (BlockKind.PARAGRAPH, "We spoke to nine people."))

    assert kinds(source)[1:] == [ClaimKind.STATEMENT]


def test_a_line_that_says_so_is_the_heading_of_the_list_right_under_it() -> None:
    source = text_of(
        (BlockKind.HEADING, "The fire"),
        (BlockKind.PARAGRAPH, "What we don’t know yet:"),
        (BlockKind.LIST_ITEM, "The cause"),
        (BlockKind.LIST_ITEM, "The owner"),
        (BlockKind.PARAGRAPH, "The mill was old."),
        (BlockKind.LIST_ITEM, "It was built in 1850."),
    )

    statements = find_statements(source)

    assert statements[1].kind is ClaimKind.HEADING
    assert [s.section for s in statements[1:4]] == ["What we don’t know yet:"] * 3
    assert [s.section for s in statements[4:]] == ["The fire"] * 2


def test_a_line_that_says_so_is_the_heading_of_one_paragraph_under_it() -> None:
    source = text_of(
        (BlockKind.PARAGRAPH, "Open questions"),
        (BlockKind.PARAGRAPH, "The cause is not known. Nor is the owner."),
        (BlockKind.PARAGRAPH, "The mill was old."),
    )

    assert [s.section for s in find_statements(source)] == ["Open questions"] * 3 + [None]


def test_furniture_that_announces_other_stories_announces_the_list_under_it() -> None:
    source = text_of(
        (BlockKind.FURNITURE, "Related stories"),
        (BlockKind.LIST_ITEM, "Mill burns in Brennia"),
        (BlockKind.PARAGRAPH, "The mill was old."),
    )

    assert [s.section for s in find_statements(source)] == ["Related stories", None]


@pytest.mark.parametrize("kind", [BlockKind.FURNITURE, BlockKind.PARAGRAPH])
def test_a_pointer_in_the_middle_of_a_text_announces_nothing_that_follows(kind: BlockKind) -> None:
    source = text_of(
        (BlockKind.PARAGRAPH, "The mill burnt."), (kind, "Read more"), (BlockKind.PARAGRAPH, "It was old.")
    )

    statements = find_statements(source)
    assert (statements[0].section, statements[-1].section) == (None, None)


def test_a_sentence_is_no_heading() -> None:
    source = text_of((BlockKind.PARAGRAPH, "Unclear."), (BlockKind.LIST_ITEM, "The cause"))

    assert kinds(source) == [ClaimKind.STATEMENT, ClaimKind.LIST_ITEM]


def test_a_statement_is_handed_on_bare() -> None:
    [statement] = find_statements(text_of((BlockKind.PARAGRAPH, "A mill burnt.")))

    assert statement[:4] == (0, 13, ClaimKind.STATEMENT, None)
    assert (statement.words.keys, statement.why_not) == (["a", "mill", "burnt"], None)


def kinds(source: CanonicalText) -> list[ClaimKind]:
    return [statement.kind for statement in find_statements(source)]
