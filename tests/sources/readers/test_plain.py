"""Plain text, as it stands and tidied."""

from __future__ import annotations

import pytest

from sources.blocks import BlockKind, Metadata
from sources.errors import NotText
from sources.readers import read_text
from sources.readers.plain import tidied
from tests.sources.readers.samples import outline

ARTICLE = """\
Ferry to Lakmark runs again

By Jane Doe
4 March 2025

The ferry between Port Aldis and Lakmark runs again. It had stopped in January.

Key points

  • Tickets cost 12 crowns.
  • The crossing takes
    forty minutes.

“We are glad,”

Ida Strand (director of the port authority)

What comes next

The council meets on Monday.

Leave a Comment
"""


def test_an_article_is_told_apart_into_its_parts() -> None:
    read = tidied(ARTICLE, Metadata())

    assert outline(read) == [
        ("heading1", "Ferry to Lakmark runs again"),
        ("byline", "By Jane Doe"),
        ("byline", "4 March 2025"),
        ("paragraph", "The ferry between Port Aldis and Lakmark runs again. It had stopped in January."),
        ("heading2", "Key points"),
        ("list_item", "Tickets cost 12 crowns."),
        ("list_item", "The crossing takes forty minutes."),
        ("quotation", "“We are glad,”"),
        ("byline", "Ida Strand (director of the port authority)"),
        ("heading2", "What comes next"),
        ("paragraph", "The council meets on Monday."),
        ("furniture", "Leave a Comment"),
    ]


def test_headline_byline_and_wording_give_the_metadata() -> None:
    metadata = tidied(ARTICLE, Metadata()).metadata

    assert metadata == Metadata("Ferry to Lakmark runs again", "2025-03-04", None, "Jane Doe", "en")


def test_a_text_as_it_stands_is_not_changed_in_any_character() -> None:
    text = "  Head \r\n\r\n\t• one\u00a0item \r\n• two\n\n\n"

    assert read_text(text).text == text


def test_list_markers_are_furniture_in_a_text_as_it_stands() -> None:
    assert outline(read_text("Ferry news\n\n- first\n- second\n")) == [
        ("heading1", "Ferry news"),
        ("furniture", "-"),
        ("list_item", "first"),
        ("furniture", "-"),
        ("list_item", "second"),
    ]


def test_what_the_sender_says_goes_before_what_the_text_says() -> None:
    read = read_text(ARTICLE, metadata=Metadata(title="Another title", published="2025-03-05", language="sv"))

    assert read.metadata.title == "Another title"
    assert read.metadata.published == "2025-03-05"
    assert read.metadata.language == "sv"
    assert read.metadata.author == "Jane Doe"


def test_a_first_line_that_equals_the_known_title_is_the_headline_even_with_a_full_stop() -> None:
    text = "The ferry is back.\n\nIt runs every hour, the council says."

    assert outline(read_text(text, metadata=Metadata(title="The ferry is back")))[0][0] == "heading1"
    assert outline(read_text(text))[0][0] == "paragraph"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The ferry carried 123 people on Monday.", id="with a stop"),
        pytest.param("Ferry carries 123 people", id="without a stop"),
        pytest.param("- The ferry carried 123 people.", id="with a dash before it"),
        pytest.param("1. The ferry carried 123 people.", id="with a number before it"),
    ],
)
def test_a_document_of_one_sentence_is_one_paragraph(sentence: str) -> None:
    assert outline(read_text(sentence)) == [("paragraph", sentence)]


def test_lines_wrapped_at_a_width_are_joined() -> None:
    text = (
        "Ferry to Lakmark\n\n"
        "The ferry between Port Aldis and the island of Lakmark runs again, the\n"
        "harbour council said on Monday. Tickets cost 12 crowns as before, and\n"
        "children travel for nothing.\n\n"
        "The second paragraph is wrapped in the same way, so that its lines end\n"
        "near the same column and go on below.\n"
    )
    read = tidied(text, Metadata())

    assert [block.kind.value for block in read.blocks] == ["heading", "paragraph", "paragraph"]
    assert "Lakmark runs again, the harbour council said" in read.text


def test_short_lines_that_were_not_wrapped_stay_apart() -> None:
    found = outline(
        tidied(
            "Fares\n\nThe fares are as follows.\n\nAdults pay twelve.\nChildren pay six.\nDogs pay two.\n",
            Metadata(),
        )
    )

    assert [words for _, words in found[2:]] == ["Adults pay twelve.", "Children pay six.", "Dogs pay two."]


def test_paragraphs_on_lines_of_their_own_need_no_blank_line() -> None:
    text = (
        "Ferry news\n"
        + "The council said that the ferry would run again soon. " * 4
        + "\n"
        + "It costs 12 crowns. " * 9
    )

    assert [kind for kind, _ in outline(read_text(text))] == ["heading1", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Main event", "heading2", id="short line without a stop"),
        pytest.param("What we don’t know yet", "heading2", id="small letters and an apostrophe"),
        pytest.param("Who pays?", "heading2", id="question"),
        pytest.param("2020 and after", "heading2", id="begins with a figure"),
        pytest.param("It rained.", "paragraph", id="a sentence"),
        pytest.param("He said: “I wonder.”", "paragraph", id="speech that ends in a mark"),
        pytest.param("“It runs” — Ida Strand", "paragraph", id="quotation with its speaker"),
        pytest.param("“The boats”: what we know", "heading2", id="quoted words without a speaker"),
        pytest.param("then nothing happened", "paragraph", id="begins small"),
        pytest.param(
            "It took the divers another hour, and then the hull lay open:", "paragraph", id="lead-in"
        ),
    ],
)
def test_a_line_between_paragraphs_is_a_heading_only_if_it_reads_as_one(line: str, kind: str) -> None:
    text = f"Ferry news\n\nThe ferry runs again.\n\n{line}\n\nThe council meets on Monday.\n"

    assert outline(read_text(text))[2] == (kind, line)


def test_a_last_line_is_no_heading() -> None:
    assert outline(read_text("Ferry news\n\nThe ferry runs again.\n\nPort Aldis"))[-1] == (
        "paragraph",
        "Port Aldis",
    )


def test_a_lead_in_with_a_colon_over_a_list_is_a_heading() -> None:
    assert outline(read_text("News\n\nIt runs.\n\nKey points:\n\n- one\n- two\n"))[2] == (
        "heading2",
        "Key points:",
    )


@pytest.mark.parametrize(
    "speaker",
    [
        "Jane Doe (former diplomat)",
        "— Jane Doe",
        "Jane Doe, director of the port",
        "Port Embassy of Lakmark (official statement)",
    ],
)
def test_a_name_under_a_quotation_is_a_byline_not_a_heading(speaker: str) -> None:
    text = f"News\n\nIt runs.\n\n“We are glad that it runs,”\n\n{speaker}\n\nThe council meets on Monday.\n"

    assert outline(read_text(text))[3] == ("byline", speaker)


def test_a_heading_after_a_quotation_stays_a_heading() -> None:
    text = "News\n\nIt runs.\n\n“We are glad that it runs,”\n\nBackground\n\nThe council meets on Monday.\n"

    assert outline(read_text(text))[3] == ("heading2", "Background")


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        pytest.param("“We are glad.”", "quotation", id="curly"),
        pytest.param('"We are glad. It runs."', "quotation", id="straight"),
        pytest.param("„Wir sind froh.“", "quotation", id="German"),
        pytest.param("«Nous sommes contents.»", "quotation", id="French"),
        pytest.param("“We are glad,” she said, “that it runs.”", "paragraph", id="speech with its speaker"),
        pytest.param("“We are glad,” she said.", "paragraph", id="quotation and speaker"),
    ],
)
def test_a_paragraph_that_is_all_quotation_is_one(paragraph: str, kind: str) -> None:
    assert outline(read_text(f"News\n\nIt runs.\n\n{paragraph}\n\nIt costs 12 crowns."))[2][0] == kind


def test_a_headline_and_a_byline_without_a_blank_line_are_not_taken_for_a_wrapped_line() -> None:
    text = (
        "Velmaria frees 123 prisoners as Norland ends embargo\nBy Jane Doe\n\n" + "It was so in March. " * 10
    )

    assert [kind for kind, _ in outline(read_text(text))] == ["heading1", "byline", "paragraph"]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("- Harbour Courier (newspaper)\n- Meridian Press (agency)", id="list"),
        pytest.param(
            "The ferry was built in 1990 and has crossed the strait every day. " * 3, id="paragraph"
        ),
    ],
)
def test_a_short_line_directly_over_what_it_heads_is_a_heading(below: str) -> None:
    assert outline(read_text(f"News\n\nIt runs again.\n\nOur sources\n{below}"))[2] == (
        "heading2",
        "Our sources",
    )


def test_numbers_and_letters_mark_items_only_in_sequence() -> None:
    listed = outline(read_text("News\n\n1. First thing.\n2. Second thing.\n\nA. Smith said so. It is so.\n"))

    assert ("list_item", "First thing.") in listed
    assert listed[-1] == ("paragraph", "A. Smith said so. It is so.")


def test_a_lede_that_begins_with_a_dash_is_no_list_item() -> None:
    found = outline(read_text("News\n\n— In a sudden turn, it runs.\n\nIt costs 12 crowns."))

    assert found[1] == ("paragraph", "— In a sudden turn, it runs.")


def test_an_underlined_line_is_a_heading_and_the_line_under_it_goes() -> None:
    read = tidied("News\n====\n\nIt runs.\n\nFares\n-----\n\nThey stay.\n", Metadata())

    assert [words for kind, words in outline(read) if kind.startswith("heading")] == ["News", "Fares"]
    assert "==" not in read.text


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(NotText, match="half a character at place 5"):
        read_text("Ferry\ud83d")


def test_a_grouped_number_keeps_its_no_break_blank() -> None:
    read = tidied("The town has 12\u202f500 people and 3\u00a0piers.", Metadata())

    assert read.text == "The town has 12\u00a0500 people and 3 piers."


def test_invisible_and_control_characters_do_not_come_out_of_a_file() -> None:
    read = tidied("The fer\u00adry\u200b runs\x1b[31m again\ufeff.", Metadata())

    assert read.text == "The ferry runs[31m again."


def test_reading_is_linear_enough_for_a_long_text() -> None:
    text = "Ferry news\n\n" + "The ferry runs again, the council said.\n\n" * 20_000

    blocks = read_text(text).blocks

    assert len(blocks) == 20_001
    assert all(block.kind is BlockKind.PARAGRAPH for block in blocks[1:])
