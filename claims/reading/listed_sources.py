"""Reads what a document itself names as its sources: the entries under "Sources", and linked pages.

It says what the entries say. Whether a source is any good, or is one source with another, is
judged elsewhere. The words it knows are in `data/source_kinds.txt` and `data/web_hosts.txt`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from claims.kinds import ClaimKind, SourceKind
from claims.reading.headings import Section, section_under
from claims.reading.phrases import phrase_book, words_of
from claims.reading.record import ListedSource, Span
from claims.reading.statements import SOURCE_LINE, BareStatement, whole_block
from claims.reading.wordlists import load_sections
from sources.blocks import CanonicalText, Link

_NUMBER = re.compile(r"\[?\d{1,3}[\].)]\s+")
_URL = re.compile(r"https?://[^\s<>\"”’\]]{1,2000}")
_SEPARATOR = re.compile(r"\s{1,20}+[—–-]\s{1,20}|—|:\s{1,20}")
_QUOTED_TITLE = re.compile(r"[\"“«](?P<title>[^\"“”«»]{1,300}+)[\"”»][\s,.—–-]{1,20}+(?=\w)")
_PARENTHESIS = re.compile(r"\((?P<inside>[^()]{1,200})\)")
_SEMICOLON = re.compile(r";\s*(?=\S)")
_COMMA = re.compile(
    r",\s{1,9}(?:and\s{1,9})?(?=[A-Z][^,\d]{0,200}(?:,|$))|\s{1,9}and\s{1,9}(?=[A-Z][^,\d]{0,200}$)"
)
_DATED = re.compile(r",\s(?=[^,]{0,40}\d)")
_WHERE_LINKS_COUNT = (ClaimKind.STATEMENT, ClaimKind.LIST_ITEM, ClaimKind.QUOTATION, ClaimKind.CAPTION)


def find_listed_sources(
    source: CanonicalText, statements: Sequence[BareStatement]
) -> tuple[ListedSource, ...]:
    """The sources that a document lists, and the pages elsewhere that its sentences link to."""
    links = sorted(source.links, key=lambda link: link.start)
    listed = list(_entries(source, statements, links))
    known = {entry.url for entry in listed}
    linked = [page for page in _linked(source, statements, links) if page.url not in known]
    return tuple(sorted((*listed, *linked), key=lambda entry: entry.start))


def _entries(
    source: CanonicalText, statements: Sequence[BareStatement], links: Sequence[Link]
) -> Iterator[ListedSource]:
    """The entries of the document's own list: each a whole block, or a part of a line of several."""
    begin = {s.start for s in statements if s.kind is ClaimKind.SOURCE_ENTRY}
    if not begin:
        return
    blocks = (span for block in source.blocks for span in whole_block(source.text, block))
    link_starts = [link.start for link in links]
    for block in (block for block in blocks if block[0] in begin):
        for start, end in _entries_of_line(source.text, *block):
            first = bisect_left(link_starts, start)
            url = links[first].url if first < len(links) and links[first].start < end else None
            yield _entry(source.text[start:end], start, url)


def _entries_of_line(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts of "Sources: Meridian Press; Harbour Courier"; any other block is one entry."""
    label = SOURCE_LINE.match(text, start, end)
    if label is None:
        yield start, end
        return
    between = _SEMICOLON if ";" in text[start:end] else _COMMA
    start = label.end()
    for separator in between.finditer(text, start, end):
        yield start, separator.start()
        start = separator.end()
    yield start, end


def _entry(words: str, start: int, linked: str | None) -> ListedSource:
    written = _written_url(words)
    url = linked or written
    name, description, note = _parts(_bare(words, written))
    if url and not name:
        name = _publisher(url)[0]
    kind = _kind(description) or _kind(name) or (_publisher(url)[1] if url else SourceKind.OTHER)
    return ListedSource(start, start + len(words), name or words, kind, note or None, url)


def _written_url(words: str) -> str | None:
    """The web address that stands in an entry, without the stop or bracket that closes behind it."""
    found = _URL.search(words)
    if found is None:
        return None
    url = found[0].rstrip(".,;:")
    return url.rstrip(")") if "(" not in url else url


def _bare(words: str, url: str | None) -> str:
    """An entry without its number and web address."""
    number = _NUMBER.match(words)
    words = words[number.end() :] if number else words
    if url:
        before, _, after = words.partition(url)
        words = f"{before.rstrip(' (,;:')} {after.lstrip('), .;:')}"
    return " ".join(words.split()).strip(" ,;:—–-")


def _parts(words: str) -> tuple[str, str, str]:
    """Name, description and note of an entry: "Name (description) — note", or “Title” — Name, date."""
    parenthesis = _PARENTHESIS.search(words)
    inside = range(*parenthesis.span()) if parenthesis else range(0)
    separators = (found for found in _SEPARATOR.finditer(words) if found.start() not in inside)
    separator = next(separators, None)
    head, note = (words[: separator.start()], words[separator.end() :].strip()) if separator else (words, "")
    titled = _QUOTED_TITLE.search(words)
    if titled and titled.start() < min(len(head), inside.start or len(head)):
        return _without_date(words[titled.end() :])[0], "", titled["title"].strip(" ,.")
    if parenthesis and parenthesis.end() <= len(head):
        rest = head[parenthesis.end() :].strip(" .,")
        return head[: parenthesis.start()].strip(" .,"), parenthesis["inside"], note or rest
    if separator:
        return head.strip(), "", note
    name, date = _without_date(words)
    return name, "", date


def _without_date(words: str) -> tuple[str, str]:
    """The name and the date of an entry like "Reuters, 3 May 2024"."""
    name, *rest = _DATED.split(words, maxsplit=1)
    return name.strip(" .,"), "".join(rest).strip(" .,")


def _kind(words: str) -> SourceKind | None:
    """The sort of source that the words name; `None` where they name none."""
    found = phrase_book("source_kinds").find_all(words_of(words, 0, len(words)).keys)
    order = list(load_sections("source_kinds"))
    kinds = sorted((match.section for match in found), key=order.index)
    return SourceKind(kinds[0]) if kinds else None


def _linked(
    source: CanonicalText, statements: Sequence[BareStatement], links: Sequence[Link]
) -> Iterator[ListedSource]:
    """The pages of other publishers that sentences link to, each once."""
    home = source.metadata.url or ""
    starts = [statement.start for statement in statements]
    seen: set[str] = set()
    for link in links:
        place = bisect_right(starts, link.start) - 1
        if link.url in seen or place < 0 or not _is_of_others(link.url, home):
            continue
        statement = statements[place]
        if link.end > statement.end or statement.kind not in _WHERE_LINKS_COUNT:
            continue
        if section_under(statement.section) is Section.POINTERS:
            continue
        seen.add(link.url)
        name, kind = _publisher(link.url)
        note = " ".join(source.text[link.start : link.end].split())
        yield ListedSource(link.start, link.end, name, kind, note or None, link.url)


def _publisher(url: str) -> tuple[str, SourceKind]:
    """Who stands behind a web address, as far as its host tells."""
    host = _host(url)
    for suffix in _suffixes(host):
        if suffix in _hosts():
            return _hosts()[suffix]
    official = any(suffix in load_sections("web_hosts")["official endings"] for suffix in _suffixes(host))
    return host, SourceKind.OFFICIAL if official else SourceKind.OTHER


def _is_of_others(url: str, home: str) -> bool:
    """Whether an address leads to another publisher's page, and not to where pages are passed round."""
    host, own = _host(url), _host(home)
    if not host or any(suffix in load_sections("web_hosts")["not sources"] for suffix in _suffixes(host)):
        return False
    if own and (host.endswith(f".{own}") or own.endswith(f".{host}")):
        return False
    return _publisher(url)[0] != _publisher(home)[0]


@cache
def _hosts() -> dict[str, tuple[str, SourceKind]]:
    entries = (line.split(" | ") for line in load_sections("web_hosts")[""])
    return {host: (name, SourceKind(kind)) for host, name, kind in entries}


def _host(url: str) -> str:
    """The host of an absolute web address without "www."; nothing for any other address."""
    if not url.startswith(("http://", "https://")):
        return ""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _suffixes(host: str) -> Iterator[str]:
    while host:
        yield host
        host = host.partition(".")[2]
