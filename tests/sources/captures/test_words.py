"""The words in captured bytes, or why there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.canonical import canonical
from sources.captures.words import words_in
from tests.sources.fetch.stage import PAGE

EXAMPLES = Path(__file__).parents[3] / "examples"
CAFE = "<html><body><p>Das Café öffnet am Montag für alle Gäste aus Köln.</p></body></html>"


@pytest.mark.parametrize(
    ("entity", "content_type", "held"),
    [
        pytest.param(PAGE, "text/html", "sails 14 times a week", id="page"),
        pytest.param(b"Fourteen sailings.", "text/plain", "Fourteen sailings.", id="text"),
        pytest.param(b"Fourteen sailings.", None, "Fourteen sailings.", id="no kind said"),
        pytest.param(b"<p>Fourteen sailings.</p>", "text/html", "Fourteen sailings.", id="bare paragraph"),
        pytest.param(b"Fourteen sailings.", "text/html", "Fourteen sailings.", id="text called a page"),
        pytest.param(PAGE, "text/plain", "sails 14 times a week", id="page called text"),
        pytest.param(CAFE.encode("cp1252"), "text/html; charset=iso-8859-1", "Café", id="header"),
        pytest.param(CAFE.encode(), "text/html; charset=iso-8859-1", "Café", id="UTF-8 all the same"),
        pytest.param(CAFE.encode(), "text/html; charset=klingon", "Café", id="51 no such encoding"),
        pytest.param(b"<p>+AGE- sailings</p>", "text/html; charset=utf-7", "+AGE- sailings", id="51 utf-7"),
        pytest.param(
            b"<p>Four\0teen &#0;&#xD800; sailings</p>", "text/html", "sailings", id="52 NUL, half a character"
        ),
    ],
)
def test_words_are_read_from(entity: bytes, content_type: str | None, held: str) -> None:
    words = words_in(entity, content_type=content_type, url="http://example.org/")

    assert words.text is not None
    assert held in words.text.text
    assert canonical(words.text.text), "the log can hold it"


def test_a_pdf_is_read_whatever_it_calls_itself() -> None:
    pdf = (EXAMPLES / "school-meals.pdf").read_bytes()

    for content_type in ("application/pdf", "text/html", None):
        words = words_in(pdf, content_type=content_type, url=None)

        assert words.text is not None
        assert words.text.reader.startswith("pdf")


@pytest.mark.parametrize(
    ("entity", "content_type", "why"),
    [
        pytest.param(None, None, "there is nothing in it", id="nothing"),
        pytest.param(b" \n", "text/html", "it is empty", id="blanks"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "image/png", "it holds a PNG picture, not text", id="picture"),
        pytest.param(b"\0\1\2", "application/octet-stream", "NUL bytes", id="bytes"),
    ],
)
def test_why_there_are_none_is_told(entity: bytes | None, content_type: str | None, why: str) -> None:
    words = words_in(entity, content_type=content_type, url=None)

    assert words.text is None
    assert why in (words.why_not or "")
