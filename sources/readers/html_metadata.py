"""What a page says of itself: title, dates, author, outlet, address, language.

Looked for in this order: JSON-LD, Open Graph and meta elements, the page's own `time` and
`h1`. Dates keep the precision that is stated; what no page says is `None`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime

from lxml.html import HtmlElement

from sources.blocks import Metadata
from sources.readers.bylines import stated_date
from sources.readers.drafts import tidy

Json = object
"""A value of JSON, of which nothing is known before it is looked at."""

_ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting")
_ISO_DATE = re.compile(
    r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
_SEPARATOR = re.compile(r" [|–—-] ")
_PUBLISHED = ("article:published_time", "datepublished", "date", "pubdate", "dc.date", "parsely-pub-date")
_MODIFIED = ("article:modified_time", "datemodified", "last-modified", "og:updated_time")
_LONGEST = 1_000
_MOST_JSON = 2_000_000
_MOST_NAMES = 20
_FIRST_YEAR = 1500
"""What is dated earlier is a placeholder ("0001-01-01")."""

_DEEPEST = 4


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """The metadata of a page; `url`, where it was fetched from, stands in for a canonical address."""
    linked = _linked_article(tree)
    meta = _meta(tree)
    outlet = _names(linked.get("publisher")) or _text(meta.get("og:site_name"))
    return Metadata(
        title=_title(tree, [linked.get("headline"), meta.get("og:title")], outlet),
        published=_first_date(
            linked.get("datePublished"), *(meta.get(key) for key in _PUBLISHED), *_times(tree)
        ),
        modified=_first_date(linked.get("dateModified"), *(meta.get(key) for key in _MODIFIED)),
        author=_names(linked.get("author")) or _name(meta.get("author")),
        language=_language(tree),
        outlet=outlet,
        url=_canonical(tree, meta) or url,
    )


def _linked_article(tree: HtmlElement) -> dict[str, Json]:
    """The article in a page's linked data, with its people and publisher put in for references to them."""
    items = [item for data in _linked_data(tree) for item in _items(data)]
    known = {key: item for item in items if isinstance(key := item.get("@id"), str)}
    for item in items:
        kinds = item.get("@type")
        if any(kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            return {key: _resolved(value, known) for key, value in item.items()}
    return {}


def _linked_data(tree: HtmlElement) -> Iterator[Json]:
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "") and len(text) <= _MOST_JSON:
            try:
                yield json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue


def _items(data: Json, depth: int = 0) -> Iterator[dict[str, Json]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _items(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(data.get(key), depth + 1)


def _resolved(value: Json, known: dict[str, dict[str, Json]]) -> Json:
    if isinstance(value, list):
        return [_resolved(item, known) for item in value[:_MOST_NAMES]]
    if isinstance(value, dict) and isinstance(key := value.get("@id"), str) and "name" not in value:
        return known.get(key, value)
    return value


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if key and content:
            found.setdefault(key.lower(), content)
    return found


def _title(tree: HtmlElement, stated: list[Json], outlet: str | None) -> str | None:
    """The headline as the page shows it, where that is near to what its metadata states."""
    titles = [_without_outlet(words, outlet) for title in stated if (words := _text(title))]
    shown = list(dict.fromkeys(words for h1 in tree.iter("h1") if (words := _text(h1.text_content()))))
    near = [words for words in shown if any(_shared(words, title) >= 0.5 for title in titles)]
    heads = [*titles, *(head for title in titles if (head := _last_part(title)[0]))]
    near.sort(key=lambda words: -max(_shared(head, words) for head in heads))
    named = (words for title in tree.iter("title") if (words := _text(title.text)))
    only = shown[:1] if len(shown) == 1 and not titles else []
    candidates = [*near, *only, *titles, *shown, *(_without_outlet(words, outlet) for words in named)]
    return candidates[0] if candidates else None


def _shared(words: str, title: str) -> float:
    """What share of the first one's words the second has."""
    ours, theirs = set(words.casefold().split()), set(title.casefold().split())
    return len(ours & theirs) / len(ours)


def _without_outlet(title: str, outlet: str | None) -> str:
    """A title without the name of the outlet that many pages put after it."""
    head, tail = _last_part(title)
    return head if head and outlet and tail.casefold() == outlet.casefold() else title


def _last_part(title: str) -> tuple[str, str]:
    """A title before and after its last separator; nothing before it if there is none."""
    *_, tail = _SEPARATOR.split(title)
    return title[: max(0, len(title) - len(tail) - len(" | "))], tail


def _times(tree: HtmlElement) -> list[str | None]:
    """The dates of the page's `time` elements, those inside the article first."""
    times = list(tree.iter("time"))
    inside = [time for time in times if next(time.iterancestors("article", "main"), None) is not None]
    return [time.get("datetime") for time in (inside or times)[:_MOST_NAMES]]


def _language(tree: HtmlElement) -> str | None:
    code = (tree.get("lang") or "").split("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() else None


def _canonical(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    candidates = [*links, meta.get("og:url")]
    return next((url for url in candidates if url and url.startswith(("http://", "https://"))), None)


def _names(value: Json) -> str | None:
    people = value if isinstance(value, list) else [value]
    names = (
        _name(person.get("name") if isinstance(person, dict) else person) for person in people[:_MOST_NAMES]
    )
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _name(value: Json) -> str | None:
    """A name; an address in its place is none."""
    name = re.sub(r"^by ", "", _text(value) or "", flags=re.IGNORECASE)
    return name if name and "://" not in name else None


def _text(value: Json) -> str | None:
    if not isinstance(value, str):
        return None
    return tidy(value[:_LONGEST]) or None


def _first_date(*values: Json) -> str | None:
    return next((date for value in values if isinstance(value, str) and (date := _date(value.strip()))), None)


def _date(value: str) -> str | None:
    """A date with the precision that is stated; `None` for what no calendar holds."""
    match = _ISO_DATE.match(value)
    if not match:
        return stated_date(value[:_LONGEST])
    filled = match[0] + "2000-01-01"[len(match[0]) :] if len(match[0]) < 10 else match[0]
    try:
        known = datetime.fromisoformat(filled).year >= _FIRST_YEAR
    except ValueError:
        return None
    return match[0].replace(" ", "T") if known else None
