"""Bytes to characters: nothing is decoded by a guess that could be wrong in silence."""

from __future__ import annotations

import pytest

from sources.errors import NotText, UnknownEncoding
from sources.readers.decoding import declared_encoding, decode_html, decode_text

ENGLISH = "The café on the quay was flooded, and “nobody” was in it – the owner said that it cost £300."
POLISH = "Rada portu powiedziała, że prom będzie kursował po przerwie, która trwała kilka tygodni."
RUSSIAN = "Совет порта сообщил, что паром снова будет ходить после перерыва на несколько недель."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_unicode_text_needs_no_guess(encoding: str) -> None:
    assert decode_text(ENGLISH.encode(encoding), "note.txt").text == ENGLISH


def test_western_text_in_windows_1252_is_believed_and_named() -> None:
    decoded = decode_text(ENGLISH.encode("cp1252"), "note.txt")

    assert decoded.text == ENGLISH
    assert decoded.encoding == "windows-1252"


def test_typographic_marks_alone_are_believed_in_any_language() -> None:
    assert decode_text("“Ferry” – 12 €".encode("cp1252"), "note.txt").text == "“Ferry” – 12 €"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(RUSSIAN, "cp1251", id="Cyrillic"),
        pytest.param(RUSSIAN, "koi8-r", id="Cyrillic of another kind"),
        pytest.param(POLISH, "cp1250", id="Central European"),
        pytest.param(POLISH, "iso8859-2", id="Latin 2"),
        pytest.param("港湾評議会は月曜日、フェリーが再開すると発表した。", "shift_jis", id="Japanese"),
        pytest.param("Το πλοίο θα ξεκινήσει και πάλι μετά από μια παύση.", "cp1253", id="Greek"),
    ],
)
def test_other_old_encodings_are_refused_not_garbled(text: str, encoding: str) -> None:
    with pytest.raises(UnknownEncoding, match=r"note\.txt is in an unknown encoding: .*; save it as UTF-8"):
        decode_text(text.encode(encoding), "note.txt")


def test_nul_bytes_are_no_text() -> None:
    with pytest.raises(NotText, match="NUL"):
        decode_text(b"Ferry\x00news", "note.txt")


def test_a_damaged_marked_text_is_refused() -> None:
    with pytest.raises(UnknownEncoding, match="mark says utf-16-le"):
        decode_text(b"\xff\xfea\x00b\x00\x00", "note.txt")


def test_a_page_is_read_by_the_encoding_it_declares() -> None:
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'

    assert RUSSIAN in decode_html(page.encode("cp1251"), "page.html").text


def test_utf_8_goes_before_what_a_page_declares() -> None:
    page = '<meta charset="iso-8859-1"><p>žába</p>'

    assert "žába" in decode_html(page.encode(), "page.html").text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        pytest.param(b'<meta charset="ISO-8859-1">', "windows-1252", id="as browsers read Latin 1"),
        pytest.param(b"<meta charset=utf-7>", None, id="UTF-7 is never believed"),
        pytest.param(b'<meta charset="no-such-thing">', None, id="unknown label"),
        pytest.param(b'<meta charset="base64">', None, id="not a text encoding"),
        pytest.param(b"<p>charset=koi8-r</p>", None, id="only in a meta element"),
    ],
)
def test_a_declared_encoding_is_taken_only_if_it_is_one(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(head) == encoding


def test_a_page_that_contradicts_its_declaration_is_refused() -> None:
    with pytest.raises(UnknownEncoding, match="its page says utf-8"):
        decode_html(b"<meta charset=utf-8><p>" + RUSSIAN.encode("cp1251"), "page.html")
