"""Others' fact-checks as they publish them: saved pages, JSON-LD files, feeds, JSON Lines.

One review at a time comes out, with its place in the file; an entry that can't be taken comes out as a
value that names its place and the reason. No link is followed.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from sources.blocks import ClaimReview, Metadata
from sources.errors import NotText
from sources.json_stream import BrokenJson, parts_in
from sources.jsonl import BadLine, lines_of, read_line
from sources.readers import STANDARD_INPUT, load, shown_name
from sources.readers.claim_reviews import kinds_of, reviews_among, things_in
from sources.readers.decoding import decode_html
from sources.readers.linked_data import first_date

_LISTS = ("dataFeedElement", "itemListElement", "claimReviews")
_WRAPPERS = {"DataFeedItem", "ListItem", "ItemListElement", "ClaimReview"}
_JSON_LINES = (".jsonl", ".ndjson")
_LINKS_ONLY = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_BEGINNING = 2_000
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class FoundReview:
    """A review and the place in its file: a line of JSON Lines, else an entry, counted from 1."""

    place: int
    review: ClaimReview


Found = FoundReview | BadLine


def reviews_in_file(path: Path) -> Iterator[Found]:
    """The reviews in a file, in order. Raises a `SourceError` where the file can't be read at all."""
    if path.suffix.lower() in _JSON_LINES:
        yield from _of_lines(path)
        return
    name, beginning = shown_name(path), _beginning_of(path)
    if path != STANDARD_INPUT and _is_json(beginning):
        with path.open(encoding=_encoding(beginning), errors="replace", newline="") as file:
            yield from _of_json(file, name)
    else:
        yield from reviews_in_bytes(load(path), name)


def reviews_in_bytes(data: bytes, name: str, *, url: str | None = None) -> Iterator[Found]:
    """The reviews in what was captured at `url`, or in a saved page. Raises a `SourceError`."""
    if _is_json(data[:_BEGINNING]):
        yield from _of_json(io.StringIO(data.decode(_encoding(data), errors="replace")), name)
    elif _LINKS_ONLY.search(data[:_BEGINNING]):
        raise NotText(
            name,
            "is an RSS or Atom feed, which only links to fact-checks; links are not followed",
            next_step="import the pages themselves: factdesk factcheck import URL",
        )
    else:
        yield from _of_page(data, name, url)


def unit_of(path: Path) -> str:
    """What places in a file count."""
    return "line" if path.suffix.lower() in _JSON_LINES else "entry"


def _is_json(beginning: bytes) -> bool:
    if beginning.startswith(_MARKS_OF_UTF_16):
        return beginning[2:].replace(b"\x00", b"").lstrip()[:1] in (b"{", b"[")
    return beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def _encoding(beginning: bytes) -> str:
    return "utf-16" if beginning.startswith(_MARKS_OF_UTF_16) else "utf-8-sig"


def _beginning_of(path: Path) -> bytes:
    """How a file begins; what is none, or can't be read, is left for `load` to complain of."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(_BEGINNING)
    except OSError:
        pass
    return b""


def _of_lines(path: Path) -> Iterator[Found]:
    for line in lines_of(path):
        read = read_line(line, _json_of, example='{"@type": "ClaimReview", …}')
        yield from [read] if isinstance(read, BadLine) else _of_entry(read, line.number, line.file, "line")


def _json_of(words: str) -> object:
    words.encode("utf-8")  # bytes that are no UTF-8 arrive as lone surrogates
    return json.loads(words, strict=False)


def _of_json(file: TextIO, name: str) -> Iterator[Found]:
    place = 0
    try:
        for place, entry in enumerate(parts_in(file, lists=_LISTS), 1):
            yield from _of_entry(entry, place, name, "entry")
    except BrokenJson as error:
        yield BadLine(name, place + 1, str(error), "entry")


def _of_entry(entry: object, place: int, name: str, unit: str) -> Iterator[Found]:
    """The reviews in an entry of a feed or list; those of a graph are counted one by one.

    What is plainly something else, as the publisher that a list names, is passed over.
    """
    reviews = reviews_among(things_in(entry))
    if withdrawn := _withdrawn(entry):
        yield BadLine(name, place, f"was taken back by its publisher on {withdrawn}", unit)
    elif reviews:
        is_graph = isinstance(entry, dict) and "@graph" in entry
        for number, review in enumerate(reviews):
            yield FoundReview(place + number if is_graph else place, review)
    elif not _is_beside(entry):
        yield BadLine(name, place, "holds no ClaimReview", unit)


def _withdrawn(entry: object) -> str | None:
    """When an entry of a feed was deleted by who publishes it."""
    return first_date(entry.get("dateDeleted")) if isinstance(entry, dict) else None


def _is_beside(entry: object) -> bool:
    """Whether an entry is another thing, such as an institution, or what stands around a list."""
    if not isinstance(entry, dict):
        return False
    kinds = kinds_of(entry)
    return "@context" in entry or bool(kinds and not kinds & _WRAPPERS)


def _of_page(data: bytes, name: str, url: str | None) -> Iterator[Found]:
    from sources.readers.html import parse
    from sources.readers.html_claim_reviews import reviews_of_page
    from sources.readers.html_metadata import read_metadata

    tree = parse(decode_html(data, name).text, name)
    metadata = read_metadata(tree, url)
    for number, review in enumerate(reviews_of_page(tree), 1):
        yield FoundReview(number, _of_its_page(review, metadata))


def _of_its_page(review: ClaimReview, metadata: Metadata) -> ClaimReview:
    """A review with what its page says of itself where the review doesn't say."""
    return replace(
        review,
        url=review.url or metadata.url,
        title=review.title or metadata.title,
        language=review.language or metadata.language,
    )
