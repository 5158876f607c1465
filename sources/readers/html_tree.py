"""Makes a page's tree ready for trafilatura: what hides the article from it is put right.

Tables that only lay out the page become plain containers, hidden elements go, an article cut
into several containers is put together, and embedded posts lose the class names by which they
would be taken for share buttons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from operator import mul

from lxml.html import HtmlElement

from sources.readers.drafts import tidy
from sources.readers.phrases import is_source_heading

_BODY = re.compile(
    r"(?:^|[-_ ])(?:article|entry|post|story|content)[-_]{0,2}(?:body|text|content|chunk)s?(?:$|[-_ ])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|tooltip|tooltip-text|rollover-block|hidden)(?:$|\s)"
)
_INVISIBLE = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_POST = re.compile(r"tweet|instagram-media|fb-post|bluesky-embed|mastodon", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "h1", "h2", "h3", "ul", "ol", "table", "blockquote", "article", "section")
_INLINE = {
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr",
}  # fmt: skip
_BARE_TEXT = 60
"""So many characters outside any paragraph are prose, not labels."""

CAPTION_MARK = "\ue001"
_CAPTION = re.compile(r"(?:^|[-_ ])caption(?:$|[-_ ])", re.IGNORECASE)
_LONGEST_CAPTION = 1000
_CAPTION_START = 40
_PLAYER = re.compile(r"video|player|audio", re.IGNORECASE)
_PLAYER_REACH = 3
_LONGEST_ATTRIBUTE = 2_000
_MANY_BREAKS = 6
_LAYOUT_CELL = 600
"""A cell that holds blocks and this many characters holds the page, not a value."""

_MOST_CELLS, _MOST_COLUMNS = 40_000, 1_000
"""A table that comes to more, with the places that its cells span, is not laid out as one."""

_SPAN_DIGITS = 6
_MOST_ENTRY_LINKS = 200
_MOST_CONTAINERS = 40


SourceLinks = dict[str, list[tuple[str, str]]]
"""The links of an article's own list of sources: by the words of an entry, each link's words and address."""


def prepare(tree: HtmlElement) -> SourceLinks:
    """Change a page's tree in place, so that the article in it can be found whole.

    The links of the article's own list of sources are taken off the tree and returned, because
    a list of nothing but links is taken for navigation.
    """
    _drop_long_attributes(tree)
    links = _take_source_links(tree)
    _drop_hidden(tree)
    _open_layout_tables(tree)
    _bound_tables(tree)
    _join_bodies(tree)
    _wrap_bare_text(tree)
    _keep_captions(tree)
    _keep_posts(tree)
    _keep_speakers(tree)
    return links


def _drop_long_attributes(tree: HtmlElement) -> None:
    """Take off class names and styles that no page needs and that every later look would pay for."""
    for element in tree.iter():
        for name in ("class", "id", "style"):
            if len(element.get(name) or "") > _LONGEST_ATTRIBUTE:
                element.attrib.pop(name)


def _take_source_links(tree: HtmlElement) -> SourceLinks:
    taken: SourceLinks = {}
    worded: dict[HtmlElement, str] = {}
    for heading in tree.iter(*_HEADINGS):
        if not is_source_heading(heading.text_content()):
            continue
        for following in heading.itersiblings():
            if following.tag in _HEADINGS:
                break
            for link in following.iter("a"):
                entry = next(link.iterancestors("li", "p"), following)
                if entry not in worded:
                    worded[entry] = tidy(entry.text_content())
                links = taken.setdefault(worded[entry], [])
                address, words = link.get("href"), tidy(link.text_content())
                if address and words and len(links) < _MOST_ENTRY_LINKS:
                    links.append((words, address))
                link.tag = "span"
                link.attrib.clear()
    return taken


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
            _open(table)


def _open(table: HtmlElement) -> None:
    """Make a table and its parts plain containers."""
    parts = table.iter("tbody", "thead", "tr", "td", "th")
    own = [part for part in parts if next(part.iterancestors("table"), None) is table]
    for element in [table, *own]:
        element.tag = "div"


def _lays_out(table: HtmlElement) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return any(
        next(cell.iterdescendants(*_BLOCKS, "br"), None) is not None
        and len(cell.text_content()) > _LAYOUT_CELL
        for cell in table.iter("td")
    )


def _bound_tables(tree: HtmlElement) -> None:
    """Let no cell span more than its table has, and open the tables that are still too large to lay out."""
    for table in list(tree.iter("table")):
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        most = max(map(len, rows), default=0)
        columns = places = 0
        for row in rows:
            widths = [_clamped(cell, "colspan", most) for cell in row]
            heights = [_clamped(cell, "rowspan", len(rows)) for cell in row]
            columns = max(columns, sum(widths))
            places += sum(map(mul, widths, heights))
        if columns > _MOST_COLUMNS or max(places, columns * len(rows)) > _MOST_CELLS:
            _open(table)


def _clamped(cell: HtmlElement, name: str, most: int) -> int:
    """How many rows or columns a cell spans, made no more than there are; what is no number spans one."""
    stated = cell.get(name) or ""
    span = max(1, min(int(stated[:_SPAN_DIGITS]), most)) if stated.isdecimal() else 1
    if stated:
        cell.set(name, str(span))
    return span


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


def _wrap_bare_text(tree: HtmlElement) -> None:
    """Make paragraphs of text that stands in a container without any, parted at double line breaks."""
    for element in list(tree.iter("span", "font", "center")):
        if not _is_inline(element) or len(element.findall("br")) >= _MANY_BREAKS:
            element.tag = "div"
    for container in list(tree.iter("div", "section", "article", "main", "td", "body")):
        if _bare_length(container) >= _BARE_TEXT:
            _wrap(container)


def _bare_length(container: HtmlElement) -> int:
    tails = sum(len((child.tail or "").strip()) for child in container)
    return len((container.text or "").strip()) + tails


def _wrap(container: HtmlElement) -> None:
    children = list(container)
    runs = [(None, container.text), *((child, child.tail) for child in children)]
    for child in children:
        container.remove(child)
    container.text = None
    paragraph: HtmlElement | None = None
    for child, words in runs:
        if child is not None:
            child.tail = None
            paragraph = _placed(container, paragraph, child)
        if words and (words.strip() or paragraph is not None):
            paragraph = _new_paragraph(container) if paragraph is None else paragraph
            _append_words(paragraph, words)


def _placed(container: HtmlElement, paragraph: HtmlElement | None, child: HtmlElement) -> HtmlElement | None:
    """Put a child into the open paragraph or the container; the answer is the paragraph that is open then."""
    if not _is_inline(child):
        container.append(child)
        return None
    if child.tag == "br" and (paragraph is None or _ends_in_break(paragraph)):
        return None
    paragraph = _new_paragraph(container) if paragraph is None else paragraph
    paragraph.append(child)
    return paragraph


def _new_paragraph(container: HtmlElement) -> HtmlElement:
    paragraph: HtmlElement = container.makeelement("p")
    container.append(paragraph)
    return paragraph


def _append_words(paragraph: HtmlElement, words: str) -> None:
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + words
    else:
        paragraph.text = (paragraph.text or "") + words


def _is_inline(element: HtmlElement) -> bool:
    return element.tag in _INLINE and next(element.iterdescendants(*_BLOCKS, "div"), None) is None


def _ends_in_break(paragraph: HtmlElement) -> bool:
    return len(paragraph) > 0 and paragraph[-1].tag == "br" and not (paragraph[-1].tail or "").strip()


def _keep_captions(tree: HtmlElement) -> None:
    """Turn captions into marked paragraphs, and figures into plain containers, so that they stay.

    A caption under a film or a player is the title of another item, and goes.
    """
    for caption in list(tree.iter("caption")):
        table = caption.getparent()
        if table is not None and table.tag == "table":
            table.addprevious(caption)
            caption.tag = "figcaption"
    for element in list(tree.iter("figcaption", "div", "p", "span")):
        if _is_caption(element):
            _keep_caption(element)
    for figure in list(tree.iter("figure")):
        figure.tag = "div"
        figure.attrib.clear()


def _is_caption(element: HtmlElement) -> bool:
    if element.tag != "figcaption" and not _CAPTION.search(element.get("class") or ""):
        return False
    in_page = element.getparent() is not None
    return in_page and 0 < len(element.text_content().strip()) <= _LONGEST_CAPTION


def _keep_caption(caption: HtmlElement) -> None:
    if _is_under_player(caption):
        caption.drop_tree()
        return
    words = CAPTION_MARK + _said_once(tidy(_spaced(caption)))
    for child in list(caption):
        caption.remove(child)
    caption.text, caption.tag = words, "p"
    caption.attrib.clear()


def _is_under_player(caption: HtmlElement) -> bool:
    around = list(caption.iterancestors())[:_PLAYER_REACH]
    if any(_PLAYER.search(element.get("class") or "") for element in [caption, *around]):
        return True
    figure = next(caption.iterancestors("figure"), None)
    return figure is not None and next(figure.iterdescendants("video", "iframe", "audio"), None) is not None


def _said_once(words: str) -> str:
    """A caption without the second copy of itself that pages hold for small screens."""
    again = words.find(words[:_CAPTION_START], _CAPTION_START)
    if again < 0 or len(words) < 2 * _CAPTION_START:
        return words
    pairs = zip(words[:again], words[again:], strict=False)
    copied = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    first = words[:again].removesuffix("less ")
    return tidy(f"{first} {words[again + copied :].lstrip(' .…').removeprefix('more')}")


def _spaced(element: HtmlElement) -> str:
    """The words of an element, with a blank where the letters of two of its parts would touch."""
    text = ""
    for part in element.itertext():
        touching = text[-1:].isalnum() and str(part)[:1].isalnum()
        text += f" {part}" if touching else str(part)
    return text


def _keep_posts(tree: HtmlElement) -> None:
    for quote in tree.iter("blockquote"):
        if _POST.search(quote.get("class") or ""):
            for element in [quote, *list(quote.iterancestors())[:3]]:
                if _POST.search(element.get("class") or ""):
                    element.attrib.pop("class", None)


def _keep_speakers(tree: HtmlElement) -> None:
    """Set a quotation's footer as the name that it is, for the foot of a page would be dropped."""
    for footer in tree.iter("footer"):
        if next(footer.iterancestors("blockquote"), None) is not None:
            footer.tag = "cite"
