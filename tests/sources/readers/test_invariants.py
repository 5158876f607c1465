"""What holds for every text and every file, whatever is in it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sources.blocks import CanonicalText, Metadata
from sources.errors import SourceError
from sources.readers import read_bytes, read_html, read_text
from sources.readers.plain import tidied
from tests.sources.readers.samples import docx_of, new_document, pdf_of

MARKS = [
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "  ",
    "\t",
    " | ",
    "- ",
    "• ",
    "1. ",
    "2. ",
    "a) ",
    "— ",
    "“",
    "”",
    '"',
]
DRAWN = [
    "====",
    "----",
    "|---|---|",
    "# Title",
    "> quoted",
    "```",
    "[a](b)",
    "<p>",
    "<b>x</b>",
    "&#8;",
    "\x08",
]
LINES = [
    "The ferry runs again.",
    "Background",
    "By Jane Doe",
    "4 March 2025",
    "Leave a Comment",
    "Photo: Jane",
]
OTHER = [
    "Read more: ",
    "123",
    "Year Height",
    "(former diplomat)",
    "\x00",
    "\ufeff",
    "\u200b",
    "\xa0",
    "word " * 20,
]
FRAGMENTS = st.sampled_from(MARKS + DRAWN + LINES + OTHER)
TEXTS = st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=40).map("".join))
VALID = TEXTS.filter(lambda text: not any("\ud800" <= character <= "\udfff" for character in text))

PDF = pdf_of([(72, 700, 11, "The ferry runs again.")])
DOCX = docx_of(new_document())
STARTS = st.sampled_from(
    [b"", b"\xff\xfe", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><body>", b"---\ntitle: x\n---\n"]
)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a", "a.csv"])


def holds_every_character_once(text: CanonicalText) -> None:
    """Blocks are in order, never overlap, and hold every character that is not blank; cells lie in them."""
    position = 0
    for block in text.blocks:
        assert position <= block.start < block.end <= len(text.text)
        assert not text.text[position : block.start].strip()
        edge = block.start
        for cell in block.cells:
            assert edge <= cell.start < cell.end <= block.end
            edge = cell.end
        position = block.end
    assert not text.text[position:].strip()
    for link in text.links:
        assert 0 <= link.start < link.end <= len(text.text)


@given(VALID)
@settings(deadline=None)
def test_a_text_as_it_stands_is_unchanged_and_wholly_in_blocks(text: str) -> None:
    read = read_text(text)

    assert read.text == text
    holds_every_character_once(read)


@given(VALID)
@settings(deadline=None)
def test_tidied_text_is_wholly_in_blocks_and_tidying_it_again_loses_nothing(text: str) -> None:
    read = tidied(text, Metadata())

    holds_every_character_once(read)
    assert not any(character in read.text for character in "\x00\x1b\ufeff\u200b")


@given(VALID)
@settings(deadline=None)
def test_reading_is_a_function_of_the_text_alone(text: str) -> None:
    assert read_text(text) == read_text(text)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_page_is_read_or_refused(text: str) -> None:
    try:
        read = read_html(
            f"<html><body><article><h1>Ferry</h1>{text}<p>{'It runs again. ' * 20}</p>{text}</article>"
        )
    except SourceError:
        return

    holds_every_character_once(read)


@given(
    STARTS, st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-8", "replace"))), NAMES
)
@settings(max_examples=200, deadline=None)
def test_bytes_are_read_or_refused_and_nothing_else(start: bytes, rest: bytes, name: str) -> None:
    try:
        read = read_bytes(start + rest, name)
    except SourceError:
        return

    holds_every_character_once(read)
    read.text.encode("utf-8")


@given(st.sampled_from([(PDF, "a.pdf"), (DOCX, "a.docx")]), st.data())
@settings(max_examples=120, deadline=None)
def test_a_damaged_file_is_read_or_refused(file: tuple[bytes, str], data: st.DataObject) -> None:
    whole, name = file
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 40, len(whole))))
    damaged = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]

    try:
        read = read_bytes(damaged, name)
    except SourceError:
        return

    holds_every_character_once(read)
