"""Block quotations whose speaker stands in a line of their own, as the readers of files give them."""

from __future__ import annotations

import pytest

from claims.kinds import ClaimKind
from claims.reading import read
from sources.blocks import CanonicalText
from sources.readers import read_bytes, read_html, read_text

PLAIN = (
    "The dam bursts\n\nThe dam burst on Monday, officials said.\n\n{}\n\nThen the rain stopped for a day.\n"
)
MARKDOWN = (
    "# The dam bursts\n\nThe dam burst on Monday, officials said.\n\n{}\n\nThen the rain stopped for a day.\n"
)
PAGE = (
    '<html lang="en"><body><article><h1>The dam bursts</h1><p>The dam burst on Monday, officials said, '
    "and the water rose to the roofs of the town.</p>{}<p>Then the rain stopped, and soldiers came "
    "with boats to look for the people on the roofs.</p></article></body></html>"
)
PLAIN_FORMS = {
    "a dash on the next line": "“Nobody warned us.”\n— Eva Holm, harbour master",
    "a dash in the next paragraph": "“Nobody warned us.”\n\n— Eva Holm, harbour master",
    "name and title on the next line": "“Nobody warned us.”\nEva Holm, harbour master",
    "name and title in the next paragraph": "“Nobody warned us.”\n\nEva Holm, harbour master",
}
MARKDOWN_FORMS = {
    "a dash in a paragraph of the quotation": "> Nobody warned us.\n>\n> — Eva Holm, harbour master",
    "a dash in the last line of the quotation": "> Nobody warned us.\n> — Eva Holm, harbour master",
    "name and title behind the closing mark": "> “Nobody warned us.”\n> Eva Holm, harbour master",
    "name and title under the quotation": "> Nobody warned us.\n\nEva Holm, harbour master",
}
PAGE_FORMS = {
    "cite": "<blockquote><p>Nobody warned us.</p><cite>Eva Holm, harbour master</cite></blockquote>",
    "footer": "<blockquote><p>“Nobody warned us.”</p>"
    "<footer>— Eva Holm, harbour master</footer></blockquote>",
    "figcaption": "<figure><blockquote><p>Nobody warned us at all here.</p></blockquote>"
    "<figcaption>Eva Holm, harbour master</figcaption></figure>",
    "a line break": "<blockquote>Nobody warned us. <br>— Eva Holm, harbour master</blockquote>",
}


@pytest.mark.parametrize("form", PLAIN_FORMS.values(), ids=PLAIN_FORMS.keys())
def test_a_text_names_the_speaker_under_the_quotation(form: str) -> None:
    assert_signed(read_text(PLAIN.format(form)))


@pytest.mark.parametrize("form", MARKDOWN_FORMS.values(), ids=MARKDOWN_FORMS.keys())
def test_markdown_names_the_speaker_under_the_quotation(form: str) -> None:
    assert_signed(read_bytes(MARKDOWN.format(form).encode(), "dam.md"))


@pytest.mark.parametrize("form", PAGE_FORMS.values(), ids=PAGE_FORMS.keys())
def test_a_page_names_the_speaker_under_the_quotation(form: str) -> None:
    assert_signed(read_html(PAGE.format(form)))


def test_a_second_quotation_is_no_signature_of_the_first() -> None:
    source = read_bytes(MARKDOWN.format("> Nobody warned us.\n>\n> Eva Holm was there.").encode(), "dam.md")

    assert {one.kind for one in read(source).statements if "Eva" in source.text[one.start : one.end]} == {
        ClaimKind.QUOTATION
    }


def assert_signed(source: CanonicalText) -> None:
    """The quotation is Eva Holm's, and the line with her name is nothing to check."""
    reading = read(source)
    (quoted,) = (one for one in reading.statements if "warned" in reading.quote(one))
    (signature,) = (one for one in reading.statements if "Eva Holm" in reading.quote(one))

    assert [(one.speaker, one.quoted) for one in quoted.attributions] == [("Eva Holm", True)]
    assert "Eva" not in reading.quote(quoted)
    assert not signature.checkable
