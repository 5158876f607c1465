"""The article of an HTML page, without its navigation, and what the page says of itself.

Trafilatura finds the article; this module hands it a tree, takes its structure (headings,
lists, tables, quotations, links) over into blocks, and puts the headline first, once. No
script is run, no address is followed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

from sources.blocks import BlockKind, CanonicalText
from sources.errors import Broken, NoText, TooLarge
from sources.language import language_of
from sources.limits import MAX_ELEMENTS, MAX_FILE_BYTES
from sources.readers.drafts import Draft, compose, tidy
from sources.readers.html_article import drafts_of, with_source_links
from sources.readers.html_claim_reviews import read_claim_reviews
from sources.readers.html_furniture import without_furniture
from sources.readers.html_metadata import read_metadata
from sources.readers.html_tree import prepare
from sources.readers.roles import refined

if TYPE_CHECKING:
    from lxml.html import HtmlElement

READER = "html/1"

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AS_TEXT = "open it in a browser, save the article as text and give that"


def read(html: str, *, url: str | None = None, name: str = "the page") -> CanonicalText:
    """The article of a page. Raises `NoText` if the page holds none, `TooLarge` if it is over the limit."""
    tree = parse(html, name)
    metadata = read_metadata(tree, url)
    claim_reviews = read_claim_reviews(tree)
    source_links = prepare(tree)
    found = drafts_of(tree, metadata.url)
    told = refined(_under_headline(found, metadata.title), headings=False)
    drafts = without_furniture(with_source_links(told, source_links, metadata.url))
    if all(draft.level == 1 for draft in drafts):
        raise NoText(name, "holds no article text", next_step=_AS_TEXT)
    text = compose(drafts, metadata, READER)
    language = _language(metadata.language, text.text)
    return replace(text, metadata=replace(metadata, language=language), claim_reviews=claim_reviews)


def _language(stated: str | None, text: str) -> str | None:
    """The language that the page states, unless its words tell English from another language better.

    Many pages keep the language of a template that they were made with.
    """
    told = language_of(text)
    if stated is None or told is None:
        return stated or told
    return told if "en" in (stated, told) else stated


def parse(html: str, name: str = "the page") -> HtmlElement:
    """A page as a tree: no network, no entities from elsewhere, no unbounded depth."""
    data = html.replace("\x00", "").encode("utf-8", errors="replace")
    if len(data) > MAX_FILE_BYTES:
        limit = f"{MAX_FILE_BYTES // 1_000_000} MB"
        raise TooLarge(name, f"is larger than {limit}", next_step=_AS_TEXT)
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NoText(name, "holds no page that can be read", next_step=_AS_TEXT) from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise Broken(name, "is nested too deep or holds a part too large to read", next_step=_AS_TEXT)
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise TooLarge(name, f"holds more than {MAX_ELEMENTS:,} elements", next_step=_AS_TEXT)
    _drop_control_characters(tree)
    return tree


def _drop_control_characters(tree: HtmlElement) -> None:
    """Take out what a page may hold and a tree may not be given again ("&#8;")."""
    for element in tree.iter():
        for words in (element.text, element.tail):
            if words and _CONTROL.search(words):
                element.text = _CONTROL.sub("", element.text or "") or None
                element.tail = _CONTROL.sub("", element.tail or "") or None


def _under_headline(drafts: list[Draft], title: str | None) -> list[Draft]:
    """The blocks with the headline first and nowhere else."""
    if not title:
        return drafts
    same = _folded(title)
    body = [draft for number, draft in enumerate(drafts) if number > 5 or _folded(draft.text) != same]
    return [Draft(BlockKind.HEADING, tidy(title), level=1), *body]


def _folded(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
