"""The words in captured bytes, read by the readers for files; or why there are none.

A page is decoded by what its header says where its bytes do not settle it. That no words were found
is told, not raised: a picture is a good capture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sources.blocks import CanonicalText
from sources.errors import Empty, SourceError, WrongName

_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Words:
    """The text that was read, or why none was: exactly one of the two is there."""

    text: CanonicalText | None
    why_not: str | None


def words_in(entity: bytes | None, *, content_type: str | None, url: str | None) -> Words:
    """Read what was captured. `content_type` is the header as it came; `None` where there was none."""
    if not entity:
        return Words(None, "there is nothing in it")
    try:
        return Words(_read(entity, content_type or "", url), None)
    except SourceError as error:
        return Words(None, f"it {error.reason}")


def _read(entity: bytes, content_type: str, url: str | None) -> CanonicalText:
    from sources.readers import read_bytes, read_html
    from sources.readers.decoding import decode_html
    from sources.readers.recognise import FileKind, recognise

    if not entity.strip():
        raise Empty("the page", "is empty", next_step="try again later")
    is_html = content_type.strip().lower().startswith(_HTML)
    try:
        kind = recognise(entity, "page.html" if is_html else "page")
    except WrongName:
        kind = recognise(entity, "page")
    if kind is not FileKind.HTML:
        return read_bytes(entity, "the page")
    return read_html(decode_html(entity, "the page", announced=_charset(content_type)).text, url=url)


def _charset(content_type: str) -> str | None:
    """The label of the encoding that a header names."""
    named = _CHARSET.search(content_type)
    return named[1] if named else None
