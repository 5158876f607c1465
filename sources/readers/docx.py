"""Word documents (DOCX) by their structure: headings, lists, tables, quotations, captions, footnotes.

python-docx opens the package; its own view of the body leaves out tracked insertions, content
controls, text boxes and footnotes, so the body is walked here. Deleted text is left out.
External templates, pictures and links are never fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from sources.blocks import BlockKind, CanonicalText, Metadata
from sources.errors import Broken
from sources.readers import zipped
from sources.readers.drafts import Draft, Words, compose, table_drafts, tidy
from sources.readers.plain import completed
from sources.readers.roles import refined
from sources.readers.tables import words_over_figures

if TYPE_CHECKING:
    from docx.document import Document

READER = "docx/1"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_ENDNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
_DAMAGE = (
    OpcError,
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    NotImplementedError,
    *(AttributeError, LookupError, TypeError, ValueError),  # what python-docx meets foreign XML with
)

_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}txbxContent", _FALLBACK}
_STYLES = {
    "title": (BlockKind.HEADING, 1),
    "subtitle": (BlockKind.PARAGRAPH, 0),
    "quote": (BlockKind.QUOTATION, 0),
    "intense quote": (BlockKind.QUOTATION, 0),
    "block text": (BlockKind.QUOTATION, 0),
    "caption": (BlockKind.CAPTION, 0),
}


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style makes of its paragraphs; `kind` is `None` if it says nothing."""

    kind: BlockKind | None
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Package:
    """The parts of a Word document that are read, and what the file states of itself."""

    body: etree._Element
    styles: etree._Element
    notes: list[etree._Element]
    links: dict[str, str]
    title: str
    author: str


def read(data: bytes, name: str) -> CanonicalText:
    """The text of a Word document. Raises `Broken`, `Encrypted` or `TooLarge`."""
    package = _opened(data, name)
    walk = _Walk(_styles(package.styles), package.links)
    drafts = [draft for draft in walk.drafts(package.body) if draft.text or draft.cells]
    notes = [draft for note in package.notes for draft in walk.drafts(note) if draft.text]
    told = refined(_under_title(drafts) + notes, title=package.title)
    canonical = compose(told, Metadata(), READER)
    found = completed(Metadata(), canonical.text, canonical.blocks)
    title, author = found.title or package.title or None, found.author or package.author or None
    return replace(canonical, metadata=replace(found, title=title, author=author))


def _opened(data: bytes, name: str) -> _Package:
    zipped.check(data, name)
    zipped.check_elements(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        properties = document.core_properties
        return _Package(
            body=document.element.body,
            styles=document.styles.element,
            notes=list(_notes(document)),
            links={key: rel.target_ref for key, rel in document.part.rels.items() if rel.is_external},
            title=tidy(properties.title or ""),
            author=tidy(properties.author or ""),
        )
    except _DAMAGE as error:
        raise Broken(
            name, "is a damaged Word document", next_step="open it in Word and save it again"
        ) from error


def _under_title(drafts: list[Draft]) -> list[Draft]:
    """The blocks, the first heading made the headline if the document begins with it."""
    if drafts and drafts[0].kind is BlockKind.HEADING:
        return [replace(drafts[0], level=1), *drafts[1:]]
    return drafts


def _styles(sheet: etree._Element) -> dict[str, _Style]:
    """What each paragraph style means, by its id; a style means what the style it is based on means."""
    elements = {style.get(f"{_W}styleId", ""): style for style in sheet.iter(f"{_W}style")}
    return {key: _style(style, elements) for key, style in elements.items()}


def _style(style: etree._Element, elements: dict[str, etree._Element]) -> _Style:
    for _ in range(12):
        name = _value(style, "name").lower()
        if name in _STYLES:
            return _Style(*_STYLES[name])
        outline = _value(style, "pPr", "outlineLvl")
        if outline.isdigit() and int(outline) < 9:
            return _Style(BlockKind.HEADING, int(outline) + 2)
        if style.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith("list "):
            return _Style(BlockKind.LIST_ITEM)
        base = elements.get(_value(style, "basedOn"))
        if base is None or base is style:
            break
        style = base
    return _Style(None)


def _value(element: etree._Element, *path: str) -> str:
    found = element.find("/".join(f"{_W}{step}" for step in path))
    return "" if found is None else found.get(f"{_W}val") or ""


def _notes(document: Document) -> Iterator[etree._Element]:
    """The footnotes and endnotes of a document, without the lines that part them from the text."""
    for rel in document.part.rels.values():
        if rel.reltype in (_FOOTNOTES, _ENDNOTES) and not rel.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            root = etree.fromstring(rel.target_part.blob, parser)
            yield from (note for note in root if note.get(f"{_W}type") in (None, "normal"))


class _Walk:
    """Walks down the body of a document; knows its styles and where its links go."""

    def __init__(self, styles: dict[str, _Style], links: dict[str, str]) -> None:
        self._styles = styles
        self._links = links

    def drafts(self, container: etree._Element) -> Iterator[Draft]:
        """The blocks in a container: the body, a content control, a text box, a note."""
        for element in container:
            if element.tag == f"{_W}p":
                yield self._paragraph(element)
                for box in _boxes(element):
                    yield from self.drafts(box)
            elif element.tag == f"{_W}tbl":
                yield from self._rows(element)
            elif element.tag not in _LEFT_OUT:
                yield from self.drafts(element)

    def _paragraph(self, paragraph: etree._Element) -> Draft:
        style = self._styles.get(_value(paragraph, "pPr", "pStyle"), _Style(None))
        numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        words = Words()
        self._collect(paragraph, words, None)
        kind = style.kind or (BlockKind.LIST_ITEM if numbered else BlockKind.PARAGRAPH)
        return words.draft(kind, level=style.level)

    def _collect(self, element: etree._Element, words: Words, url: str | None) -> None:
        for child in element:
            if child.tag == f"{_W}t":
                words.add(child.text or "", url)
            elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
                words.add(" ")
            elif child.tag == f"{_W}noBreakHyphen":
                words.add("-", url)
            elif child.tag == f"{_W}hyperlink":
                self._collect(child, words, self._links.get(child.get(_REL_ID) or "") or url)
            elif child.tag not in _LEFT_OUT:
                self._collect(child, words, url)

    def _rows(self, table: etree._Element) -> Iterator[Draft]:
        rows = list(_own(table, table, "tr"))
        words = [[self._cell(cell) for cell in _own(row, table, "tc")] for row in rows]
        marked = bool(rows) and rows[0].find(f"{_W}trPr/{_W}tblHeader") is not None
        return table_drafts(words, headed=marked or words_over_figures(words))

    def _cell(self, cell: etree._Element) -> str:
        drafts = self.drafts(cell)
        return tidy(
            " ".join(part for draft in drafts for part in (draft.text, *(c.text for c in draft.cells)))
        )


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a paragraph, without those inside them."""
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _own(element: etree._Element, table: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows or cells of a table, without those of the tables inside it."""
    for found in element.iter(f"{_W}{tag}"):
        if next(found.iterancestors(f"{_W}tbl"), None) is table:
            yield found
