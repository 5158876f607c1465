"""What a page says of itself: title, dates, author, outlet, address, language.

Looked for in this order: JSON-LD, Open Graph and meta elements, the page's own `time` and
`h1`. Dates keep the precision that is stated; what no page says is `None`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from sources.blocks import Metadata
from sources.readers.drafts import tidy

_ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting")
_ISO_DATE = re.compile(
    r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
_LONGEST = 1_000
_MOST_JSON = 2_000_000


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """The metadata of a page; `url`, where it was fetched from, stands in for a canonical address."""
    linked = _article(tree)
    meta = _meta(tree)
    return Metadata(
        title=_title(tree, linked, meta),
        published=_date(linked.get("datePublished"))
        or _date(meta.get("article:published_time"))
        or _date(meta.get("date"))
        or _time(tree),
        modified=_date(linked.get("dateModified")) or _date(meta.get("article:modified_time")),
        author=_names(linked.get("author")) or _text(meta.get("author")),
        language=_language(tree),
        outlet=_names(linked.get("publisher")) or _text(meta.get("og:site_name")),
        url=_canonical(tree, meta) or url,
    )


def _article(tree: HtmlElement) -> dict[str, Any]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = script.text or ""
        if len(text) > _MOST_JSON:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(kind in _ARTICLE_TYPES for kind in kinds if isinstance(kind, str)):
                return item
    return {}


def _items(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data:
            yield from _items(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"), depth + 1)


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if key and content:
            found.setdefault(key.lower(), content)
    return found


def _title(tree: HtmlElement, linked: dict[str, Any], meta: dict[str, str]) -> str | None:
    headings = [words for h1 in tree.iter("h1") if (words := _text(h1.text_content()))]
    if len(set(headings)) == 1:
        return headings[0]
    found = _text(linked.get("headline")) or _text(meta.get("og:title")) or next(iter(headings), None)
    return found or next((words for title in tree.iter("title") if (words := _text(title.text))), None)


def _time(tree: HtmlElement) -> str | None:
    return next((date for time in tree.iter("time") if (date := _date(time.get("datetime")))), None)


def _language(tree: HtmlElement) -> str | None:
    code = (tree.get("lang") or "").split("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() else None


def _canonical(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    candidates = [*links, meta.get("og:url")]
    return next((url for url in candidates if url and url.startswith(("http://", "https://"))), None)


def _names(value: object) -> str | None:
    people = value if isinstance(value, list) else [value]
    names = [
        _text(person.get("name")) if isinstance(person, dict) else _text(person) for person in people[:20]
    ]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return tidy(value[:_LONGEST]) or None


def _date(value: object) -> str | None:
    match = _ISO_DATE.match(value.strip()) if isinstance(value, str) else None
    return match[0] if match else None
