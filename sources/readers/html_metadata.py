"""What a page says of itself: title, dates, author, outlet, address, language.

Looked for in this order: JSON-LD, Open Graph and meta elements, the page's own `time` and
`h1`. Dates keep the precision that is stated; what no page says is `None`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from sources.blocks import Metadata
from sources.readers.linked_data import Json, first_date, linked_data, name_of, names_of, resolved, words_of

_ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting")
_SEPARATOR = re.compile(r" [|–—-] ")
_PUBLISHED = ("article:published_time", "datepublished", "date", "pubdate", "dc.date", "parsely-pub-date")
_MODIFIED = ("article:modified_time", "datemodified", "last-modified", "og:updated_time")
_MOST_NAMES = 20
_DEEPEST = 4


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """The metadata of a page; `url`, where it was fetched from, stands in for a canonical address."""
    linked = _linked_article(tree)
    meta = _meta(tree)
    outlet = names_of(linked.get("publisher")) or words_of(meta.get("og:site_name"))
    return Metadata(
        title=_title(tree, [linked.get("headline"), meta.get("og:title")], outlet),
        published=first_date(
            linked.get("datePublished"), *(meta.get(key) for key in _PUBLISHED), *_times(tree)
        ),
        modified=first_date(linked.get("dateModified"), *(meta.get(key) for key in _MODIFIED)),
        author=names_of(linked.get("author"))
        or name_of(meta.get("author"))
        or name_of(meta.get("article:author")),
        language=_language(tree),
        outlet=outlet,
        url=_canonical(tree, meta) or url,
    )


def _linked_article(tree: HtmlElement) -> dict[str, Json]:
    """The article in a page's linked data, with its people and publisher put in for references to them."""
    items = [item for data in linked_data(tree) for item in _items(data)]
    known = {key: item for item in items if isinstance(key := item.get("@id"), str)}
    for item in items:
        kinds = item.get("@type")
        if any(kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            return {key: resolved(value, known) for key, value in item.items()}
    return {}


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
    titles = [_without_outlet(words, outlet) for title in stated if (words := words_of(title))]
    shown = list(dict.fromkeys(words for h1 in tree.iter("h1") if (words := words_of(h1.text_content()))))
    near = [words for words in shown if any(_shared(words, title) >= 0.5 for title in titles)]
    heads = [*titles, *(head for title in titles if (head := _last_part(title)[0]))]
    near.sort(key=lambda words: -max(_shared(head, words) for head in heads))
    named = (words for title in tree.iter("title") if (words := words_of(title.text)))
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
