"""Microdata of a page ("itemscope", "itemprop") in the shape of linked data: one reader serves both."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from sources.readers.linked_data import Json

_ADDRESS = {"a": "href", "link": "href", "area": "href", "img": "src", "object": "data"}
_MOST_ITEMS = 200
_MOST_PROPERTIES = 2_000
_DEEPEST = 6
_MOST_RUNS = 200


def microdata(tree: HtmlElement, kind: str) -> Iterator[dict[str, Json]]:
    """The items of a page whose type ends in `kind`, each as a thing of linked data."""
    items = (element for element in tree.iter() if element.get("itemscope") is not None)
    typed = (item for item in items if (item.get("itemtype") or "").rstrip("/").endswith(f"/{kind}"))
    yield from map(_thing, islice(typed, _MOST_ITEMS))


def _thing(item: HtmlElement, depth: int = 0) -> dict[str, Json]:
    """An item with its properties; one that comes again is a list."""
    found: dict[str, list[Json]] = {}
    for element in _properties(item):
        value = _value(element, depth)
        for name in (element.get("itemprop") or "").split():
            found.setdefault(name, []).append(value)
    kind = (item.get("itemtype") or "").split()
    thing: dict[str, Json] = {
        name: values[0] if len(values) == 1 else values for name, values in found.items()
    }
    return {"@type": [address.rstrip("/").rsplit("/", 1)[-1] for address in kind], **thing}


def _properties(item: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that are properties of this item, and not of one inside it."""
    waiting = list(reversed(item))
    for _ in range(_MOST_PROPERTIES):
        if not waiting:
            return
        element = waiting.pop()
        if element.get("itemprop"):
            yield element
        if element.get("itemscope") is None:
            waiting += reversed(element)


def _value(element: HtmlElement, depth: int) -> Json:
    if element.get("itemscope") is not None:
        return _thing(element, depth + 1) if depth < _DEEPEST else None
    if element.get("content") is not None:
        return element.get("content")
    if element.tag == "time" and element.get("datetime"):
        return element.get("datetime")
    if element.tag in _ADDRESS:
        return element.get(_ADDRESS[element.tag])
    return "".join(islice(element.itertext(), _MOST_RUNS))
