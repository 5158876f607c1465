"""PDFs: words put together from where they stand."""

from __future__ import annotations

import time

import pytest

from sources.errors import Broken, Encrypted, NoText
from sources.readers import read_bytes
from sources.readers.pdf_lines import Line
from sources.readers.pdf_paragraphs import as_text
from tests.sources.readers.samples import Text, outline, pdf_of

FULL = "The harbour council said on Monday that the ferry would run again after a long pause of weeks and"
SHORT = "that tickets cost the same."


def lines(*texts: str, top: float = 700, step: float = 14) -> list[Text]:
    """Lines of one paragraph."""
    return [(72, top - number * step, 11, words) for number, words in enumerate(texts)]


def test_lines_are_joined_into_paragraphs_under_headline_and_headings() -> None:
    data = pdf_of(
        [
            (72, 780, 20, "Ferry runs again"),
            *lines(FULL, SHORT, top=740),
            (72, 690, 14, "Background"),
            *lines(FULL, SHORT, top=660),
        ]
    )

    assert outline(read_bytes(data, "a.pdf")) == [
        ("heading1", "Ferry runs again"),
        ("paragraph", f"{FULL} {SHORT}"),
        ("heading2", "Background"),
        ("paragraph", f"{FULL} {SHORT}"),
    ]


def test_a_short_last_line_ends_a_paragraph_even_without_space_below() -> None:
    data = pdf_of([(72, 780, 20, "Ferry runs again"), *lines(FULL, SHORT, FULL, SHORT, top=740)])

    assert [words for _, words in outline(read_bytes(data, "a.pdf"))[1:]] == [f"{FULL} {SHORT}"] * 2


def test_a_word_parted_at_a_line_end_is_whole_again() -> None:
    broken = [
        FULL + " reso-",
        "lution of the matter, and the well-",
        "known captain of the well-known boat left.",
    ]
    words = read_bytes(pdf_of([(72, 780, 20, "Ferry"), *lines(*broken, top=740)]), "a.pdf").text

    assert "resolution of the matter" in words
    assert "the well-known captain" in words


def test_running_heads_and_page_numbers_go_and_a_sentence_goes_on_over_the_page() -> None:
    def page(number: int, *texts: str) -> list[Text]:
        return [(72, 810, 9, f"Harbour Office, page {number}"), *lines(*texts), (290, 30, 9, str(number))]

    more = ["It was repaired.", "The captain is glad."]
    data = pdf_of(page(1, *more, FULL), page(2, SHORT, "Nobody was hurt in it."), page(3, "The boat is old."))
    words = read_bytes(data, "a.pdf").text

    assert "Harbour Office" not in words
    assert f"{FULL} {SHORT}" in words
    assert words.endswith("The boat is old.")


def test_the_lines_of_a_long_document_stay_though_each_page_has_few() -> None:
    boats = [
        f"On that day {number * 37 % 101} boats left the {number * 53 % 89}th pier." for number in range(300)
    ]
    data = pdf_of(
        *([(72, 810, 9, f"Harbour Office {page + 1}"), *lines(boat)] for page, boat in enumerate(boats))
    )
    words = read_bytes(data, "a.pdf").text

    assert all(boat in words for boat in boats)
    assert "Harbour Office" not in words


def test_a_document_of_nothing_but_recurring_lines_is_its_lines() -> None:
    data = pdf_of(*([*lines("Nobody was hurt.", "The ferry runs again.")] for _ in range(500)))

    assert read_bytes(data, "a.pdf").text.count("Nobody was hurt.") == 500


def test_a_sign_for_number_in_a_running_head_is_no_number() -> None:
    heads = [(72, 810, 9, f"Report {sign} on the ferry") for sign in ("#", "7", "#", "8")]
    data = pdf_of(*([head, *lines(FULL, SHORT)] for head in heads))

    assert FULL in read_bytes(data, "a.pdf").text


def test_a_paragraph_over_many_lines_is_put_together_in_one_go() -> None:
    page = [Line("and so it goes reso-", 72.0, 500.0, 700.0 - 12 * n, 711.0 - 12 * n) for n in range(20_000)]
    started = time.process_time()

    text = as_text([page, page])

    assert text.endswith("and so it goes reso-")
    assert time.process_time() - started < 2


def test_columns_of_a_table_become_cells() -> None:
    table = [
        (left, 650 - 16 * row, 11, words)
        for row, cells in enumerate([("Date", "Passengers"), ("13 Dec 2025", "123"), ("14 Dec 2025", "98")])
        for left, words in zip((72, 250), cells, strict=True)
    ]
    text = read_bytes(pdf_of([(72, 780, 20, "Ferry"), *lines(FULL, SHORT), *table]), "a.pdf")

    assert outline(text)[-3:] == [
        ("table_header", "Date | Passengers"),
        ("table_row", "13 Dec 2025 | 123"),
        ("table_row", "14 Dec 2025 | 98"),
    ]
    assert text.blocks[-1].cells[1].header == "Passengers"


def test_bullets_become_list_items() -> None:
    data = pdf_of(
        [
            (72, 780, 20, "Ferry"),
            *lines(FULL, SHORT),
            (80, 650, 11, "- Adults pay"),
            (80, 636, 11, "- Dogs pay"),
        ]
    )

    assert outline(read_bytes(data, "a.pdf"))[-2:] == [("list_item", "Adults pay"), ("list_item", "Dogs pay")]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Report on the ferry", "Report on the ferry", id="sensible"),
        pytest.param("Microsoft Word - ferry final.docx", None, id="name of a program"),
        pytest.param("ferry_v2.pdf", None, id="name of a file"),
        pytest.param("", None, id="none"),
    ],
)
def test_the_files_own_title_is_taken_only_if_it_is_one(title: str, expected: str | None) -> None:
    data = pdf_of(lines(FULL, SHORT), title=title)

    assert read_bytes(data, "a.pdf").metadata.title == expected


def test_a_password_a_scan_and_damage_are_told_apart() -> None:
    whole = pdf_of(lines(FULL))

    with pytest.raises(Encrypted, match=r"a\.pdf is protected by a password"):
        read_bytes(pdf_of(lines(FULL), encrypt=True), "a.pdf")
    with pytest.raises(NoText, match=r"no text layer.*OCR"):
        read_bytes(pdf_of([], []), "a.pdf")
    with pytest.raises(Broken, match=r"a\.pdf is a damaged PDF"):
        read_bytes(whole[: len(whole) // 3], "a.pdf")
