"""From a page's tree to the blocks of its article, by way of trafilatura.

Trafilatura answers with a tree of its own (`p`, `head`, `list`, `item`, `table`, `row`,
`cell`, `quote`, `ref`); every element of it becomes one block or one row, and its words keep
their links.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from sources.blocks import BlockKind
from sources.readers.drafts import Draft, DraftLink, Words, table_drafts, tidy
from sources.readers.html_tree import CAPTION_MARK, SourceLinks
from sources.readers.tables import words_over_figures

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it can't read is our error to report

_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LONGEST_HEADING = 80
_BLOCKS = {"p", "head", "list", "item", "table", "row", "cell", "quote", "code", "div"}


def drafts_of(tree: HtmlElement, url: str | None) -> list[Draft]:
    """The blocks of the article that a page holds, without its headline; empty if there is none."""
    found = trafilatura.bare_extraction(
        copy.deepcopy(tree),
        url=url,
        fast=True,  # without the fallback extractors: no better on prepared pages, and slow on hostile ones
        include_comments=False,
        include_formatting=False,
        include_links=True,
        include_tables=True,
        with_metadata=False,
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return [draft for element in found.body for draft in _drafts(element, url) if draft.text or draft.cells]


def with_source_links(drafts: list[Draft], links: SourceLinks, url: str | None) -> list[Draft]:
    """The blocks, with the links that were taken off the article's list of sources put back."""
    return [
        replace(draft, links=draft.links + _source_links(draft.text, links[draft.text], url))
        if draft.text in links
        else draft
        for draft in drafts
    ]


def _source_links(text: str, links: list[tuple[str, str]], url: str | None) -> tuple[DraftLink, ...]:
    placed = ((text.find(words), words, address) for words, address in links)
    return tuple(
        DraftLink(start, start + len(words), _address(url, address))
        for start, words, address in placed
        if start >= 0
    )


def _drafts(element: etree._Element, url: str | None) -> Iterator[Draft]:
    match element.tag:
        case "head":
            heading = _draft(BlockKind.HEADING, element, url, level=_LEVELS.get(element.get("rend") or "", 2))
            yield replace(heading, kind=BlockKind.PARAGRAPH, level=0) if _is_prose(heading.text) else heading
        case "list":
            for item in element.iter("item"):
                yield _draft(BlockKind.LIST_ITEM, item, url)
        case "quote":
            yield from _quotation(element, url)
        case "table":
            yield from _rows(element)
        case _:
            yield _draft(BlockKind.PARAGRAPH, element, url)


def _quotation(element: etree._Element, url: str | None) -> Iterator[Draft]:
    """A quotation paragraph by paragraph; what follows its paragraphs (a name) is none of it."""
    paragraphs = element.findall("p")
    if not paragraphs:
        yield _draft(BlockKind.QUOTATION, element, url)
        return
    if (element.text or "").strip():
        yield Draft(BlockKind.QUOTATION, tidy(element.text or ""))
    after = Words()
    for child in element:
        if child.tag == "p":
            yield _draft(BlockKind.QUOTATION, child, url)
        else:
            for run, target in _runs(child):
                after.add(run, target)
        after.add(f" {child.tail or ''}")
    yield after.draft(BlockKind.PARAGRAPH)


def _is_prose(words: str) -> bool:
    """Whether what is set as a heading is a statement: a standfirst, not the name of a section."""
    return len(words) > _LONGEST_HEADING and words.endswith((".", "!", "”"))


def _draft(kind: BlockKind, element: etree._Element, url: str | None, *, level: int = 0) -> Draft:
    words = Words()
    for run, target in _runs(element):
        words.add(run, _address(url, target) if target else None)
    draft = words.draft(kind, level=level)
    if CAPTION_MARK in draft.text:
        return Draft(BlockKind.CAPTION, tidy(draft.text.replace(CAPTION_MARK, " ")))
    return draft


def _address(url: str | None, target: str) -> str:
    """Where a link goes; nowhere, if what is written is no address."""
    try:
        return urlsplit(urljoin(url or "", target)).geturl()
    except ValueError:
        return ""


def _runs(element: etree._Element, target: str | None = None) -> Iterator[tuple[str, str | None]]:
    """The words of an element in order, each run with the address it links to."""
    inside = element.get("target") if element.tag == "ref" else target
    if element.text:
        yield element.text, inside
    for child in element:
        if child.tag == "item":
            continue
        if child.tag in _BLOCKS or child.tag == "lb":
            yield " ", None
        yield from _runs(child, inside)
        if child.tag in _BLOCKS:
            yield " ", None
        if child.tail:
            yield child.tail, inside


def _rows(table: etree._Element) -> Iterator[Draft]:
    rows = [row for row in table.iter("row") if "".join(str(part) for part in row.itertext()).strip()]
    words = [
        [tidy(" ".join(str(part) for part in cell.itertext())) for cell in row.iter("cell")] for row in rows
    ]
    marked = bool(rows) and all(cell.get("role") == "head" for cell in rows[0].iter("cell"))
    return table_drafts(words, headed=marked or words_over_figures(words))
