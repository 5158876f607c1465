"""Makes a page's tree ready for trafilatura: what hides the article from it is put right.

Tables that only lay out the page become plain containers, hidden elements go, an article cut
into several containers is put together, and embedded posts lose the class names by which they
would be taken for share buttons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

_BODY = re.compile(
    r"(?:^|[-_ ])(?:article|entry|post|story|content)[-_]{0,2}(?:body|text|content|chunk)s?(?:$|[-_ ])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|tooltip|tooltip-text|rollover-block|hidden)(?:$|\s)"
)
_INVISIBLE = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_POST = re.compile(r"tweet|instagram-media|fb-post|bluesky-embed|mastodon", re.IGNORECASE)
_BLOCKS = ("p", "h1", "h2", "h3", "ul", "ol", "table", "blockquote", "article", "section")
_LAYOUT_CELL = 600
"""A cell that holds blocks and this many characters holds the page, not a value."""

_MOST_CONTAINERS = 40


def prepare(tree: HtmlElement) -> None:
    """Change a page's tree in place, so that the article in it can be found whole."""
    _drop_hidden(tree)
    _open_layout_tables(tree)
    _join_bodies(tree)
    _keep_posts(tree)


def _drop_hidden(tree: HtmlElement) -> None:
    hidden = [
        element
        for element in tree.iter("div", "span", "p", "section", "aside", "ul", "li")
        if element.get("hidden") is not None
        or _INVISIBLE.search(element.get("style") or "")
        or _HIDDEN.search(element.get("class") or "")
    ]
    limit = len(tree.text_content()) / 4
    for element in hidden:
        if element.getparent() is not None and len(element.text_content()) < limit:
            element.drop_tree()


def _open_layout_tables(tree: HtmlElement) -> None:
    for table in list(tree.iter("table")):
        if _lays_out(table):
            for element in [table, *table.iter("tbody", "tr", "td", "th", "thead")]:
                element.tag = "div"


def _lays_out(table: HtmlElement) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return any(
        next(cell.iterdescendants(*_BLOCKS, "br"), None) is not None
        and len(cell.text_content()) > _LAYOUT_CELL
        for cell in table.iter("td")
    )


def _join_bodies(tree: HtmlElement) -> None:
    """Put the parts of an article that is cut into several containers of one class into the first."""
    parts: dict[tuple[HtmlElement | None, str], list[HtmlElement]] = {}
    for element in tree.iter("div", "section"):
        name = element.get("class") or ""
        if _BODY.search(name) and element.find("p") is not None:
            around = next(element.iterancestors("article", "main"), None)
            parts.setdefault((around, name), []).append(element)
    for same in parts.values():
        if 1 < len(same) <= _MOST_CONTAINERS and not _nested(same):
            for part in same[1:]:
                same[0].extend(list(part))


def _nested(elements: Iterable[HtmlElement]) -> bool:
    known = set(elements)
    return any(ancestor in known for element in known for ancestor in element.iterancestors())


def _keep_posts(tree: HtmlElement) -> None:
    for quote in tree.iter("blockquote"):
        if _POST.search(quote.get("class") or ""):
            for element in [quote, *list(quote.iterancestors())[:3]]:
                if _POST.search(element.get("class") or ""):
                    element.attrib.pop("class", None)
