"""Markdown by its structure: headings, lists, tables, quotations and links, without the marks.

Front matter of the form "key: value" gives metadata. Raw HTML inside is reduced to its words;
pictures have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from sources.blocks import BlockKind, CanonicalText, Metadata
from sources.errors import Broken
from sources.readers.bylines import stated_date
from sources.readers.drafts import Draft, Words, compose, table_drafts, tidy
from sources.readers.plain import completed
from sources.readers.roles import refined

READER = "markdown/1"

_FRONT_MATTER = re.compile(
    r"\s{0,20}---[ \t]*\n(?P<body>.{0,10000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL
)
_PAIR = re.compile(r"(?P<key>[\w-]{1,40}+)[ \t]*:[ \t]*(?P<value>\S.{0,1000})")
_DEEPEST = 100
_TAG = re.compile(r"<[^<>]{1,2000}>")
_WORDLESS_EDGE = re.compile(r"</?(?:script|style)\b[^<>]{0,2000}>|<!--|-->", re.IGNORECASE)


def read(text: str, name: str = "the Markdown file") -> CanonicalText:
    """A Markdown text without its marks. Raises `Broken` for lists and quotations nested too deeply."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    stated = _metadata(front["body"]) if front else Metadata()
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    tokens = parser.parse(text[front.end() :] if front else text)
    if any(token.nesting == 1 and token.level + 1 >= _DEEPEST for token in tokens):
        # What stands deeper has been left out by the parser without a word.
        raise Broken(
            name, "is nested too deeply to be read whole", next_step="save it as .txt, without its marks"
        )
    tree = SyntaxTreeNode(tokens)
    drafts = _headed([draft for draft in _drafts(tree) if draft.text or draft.cells], stated.title)
    canonical = compose(refined(drafts, title=stated.title), stated, READER)
    return replace(canonical, metadata=completed(stated, canonical.text, canonical.blocks))


def _metadata(front: str) -> Metadata:
    pairs = (_PAIR.fullmatch(line.strip()) for line in front.splitlines())
    stated = {pair["key"].lower(): pair["value"].strip().strip("\"'") for pair in pairs if pair}
    dates = (stated_date(stated[key]) for key in ("date", "published") if key in stated)
    language = stated.get("lang", stated.get("language", ""))[:2].lower()
    return Metadata(
        title=stated.get("title") or None,
        published=next((date for date in dates if date), None),
        modified=stated_date(stated.get("updated", stated.get("modified", ""))),
        author=stated.get("author") or None,
        language=language if language.isalpha() and len(language) == 2 else None,
        url=stated.get("url") or stated.get("canonical") or None,
    )


def _headed(drafts: list[Draft], title: str | None) -> list[Draft]:
    """The blocks with one headline: the title of the front matter, or the first heading if it comes first."""
    if title and not (drafts and drafts[0].kind is BlockKind.HEADING):
        return [Draft(BlockKind.HEADING, title, level=1), *drafts]
    if drafts and drafts[0].kind is BlockKind.HEADING:
        return [replace(drafts[0], level=1), *drafts[1:]]
    return drafts


def _drafts(node: SyntaxTreeNode, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[Draft]:
    """The blocks under a node; `kind` is that of the list item or quotation it stands in."""
    for child in node.children:
        match child.type:
            case "heading":
                yield _worded(child, BlockKind.HEADING, level=max(2, int(child.tag[1:])))
            case "paragraph":
                yield _worded(child, kind)
            case "list_item":
                yield from _drafts(child, BlockKind.LIST_ITEM)
            case "blockquote":
                yield from _drafts(child, BlockKind.QUOTATION)
            case "table":
                yield from _rows(child)
            case "fence" | "code_block":
                yield Draft(kind, tidy(child.content))
            case "html_block":
                yield Draft(kind, _without_tags(child.content))
            case _:
                yield from _drafts(child, kind)


def _rows(table: SyntaxTreeNode) -> Iterator[Draft]:
    rows = (row for part in table.children for row in part.children)
    words = [[_worded(cell, BlockKind.TABLE_ROW).text for cell in row.children] for row in rows]
    return table_drafts(words, headed=True)


def _worded(node: SyntaxTreeNode, kind: BlockKind, *, level: int = 0) -> Draft:
    words = Words()
    _collect(node, words, None)
    return words.draft(kind, level=level)


def _collect(node: SyntaxTreeNode, words: Words, url: str | None) -> None:
    for child in node.children:
        match child.type:
            case "text" | "code_inline":
                words.add(child.content, url)
            case "softbreak" | "hardbreak":
                words.add(" ")
            case "image" | "html_inline":
                continue
            case "link":
                _collect(child, words, str(child.attrs.get("href") or "") or None)
            case _:
                _collect(child, words, url)


def _without_tags(html: str) -> str:
    """The words of raw HTML; what stands between the edges of scripts, styles and comments is none."""
    worded = _WORDLESS_EDGE.split(html)[::2]
    return tidy(" ".join(_TAG.sub(" ", piece) for piece in worded))
