"""Bytes to characters. A text that might be decoded wrongly is refused, never guessed at.

UTF-8 and marked UTF-16 need no guess. Windows-1252, the one old encoding still common, is
believed only if it shows itself: nothing beyond ASCII but typographic marks, or a text that
reads as a language it was made for.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sources.errors import NotText, UnknownEncoding
from sources.language import language_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK = "windows-1252"
_TYPOGRAPHIC = frozenset("‘’“”–—…•€£¥©®™°§\xa0«»‚„†‡½¼¾×·")
_WESTERN = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no"})
_WORD_WITH_SIGN = re.compile(r"[^\W\d_][^\w\s’‘'–—…·.,;:!?\"“”«»)(\x00-\x7f][^\W\d_]")
_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([a-z0-9_:.-]{2,40})", re.IGNORECASE
)
_BROKEN_SHARE = 0.001


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file and the encoding they were read by."""

    text: str
    encoding: str


def decode_text(data: bytes, name: str) -> Decoded:
    """The characters of a text file. Raises `NotText` or `UnknownEncoding`."""
    marked = _by_mark(data, name)
    if marked:
        return marked
    if b"\x00" in data:
        raise NotText(
            name, "holds NUL bytes, so it is no plain text", next_step="choose a text or document file"
        )
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _by_fallback(data, name, error.start)


def decode_html(data: bytes, name: str, *, announced: str | None = None) -> Decoded:
    """The characters of a page: by its byte-order mark, as UTF-8, then by the encoding it declares.

    `announced` is the label that came with the page, as in its HTTP header; it goes before the page's
    own. A stray broken byte becomes a visible replacement character, as in a browser.
    """
    marked = _by_mark(data, name)
    if marked:
        return marked
    cleaned = data.replace(b"\x00", b"")
    try:
        return Decoded(cleaned.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        declared = encoding_of(announced or "") or declared_encoding(cleaned)
        if declared is None:
            return _by_fallback(cleaned, name, error.start)
    text = cleaned.decode(declared, errors="replace")
    if text.count("\ufffd") > _BROKEN_SHARE * len(text):
        raise _unknown(name, f"its page says {declared}, which does not fit")
    return Decoded(text, declared)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its head; `None` if it names none that is in use."""
    match = _CHARSET.search(data[:8192])
    return encoding_of(match[1].decode("ascii")) if match else None


def encoding_of(label: str) -> str | None:
    """The encoding that a label stands for on the web; `None` if it is none, or not to be used."""
    label = label.lower()
    if label in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"):
        return _FALLBACK  # what the HTML standard makes of these labels
    try:
        found = codecs.lookup(label)
    except LookupError:
        return None
    is_text = getattr(found, "_is_text_encoding", False)
    return found.name if is_text and found.name not in ("utf-7", "idna", "punycode") else None


def _by_mark(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _unknown(name, f"its mark says {encoding}, which does not fit") from error
            if "\x00" in text:
                raise NotText(name, "holds NUL characters", next_step="choose a text or document file")
            return Decoded(text, encoding)
    return None


def _by_fallback(data: bytes, name: str, bad_byte: int) -> Decoded:
    tried = f"not UTF-8 (byte {bad_byte}) and not plainly {_FALLBACK}"
    try:
        text = data.decode(_FALLBACK)
    except UnicodeDecodeError as error:
        raise _unknown(name, tried) from error
    if not _reads_as_western(text):
        raise _unknown(name, tried)
    return Decoded(text, _FALLBACK)


def _reads_as_western(text: str) -> bool:
    """Whether text decoded as Windows-1252 shows that it was written so."""
    foreign = {character for character in text if character > "\x7f"}
    if foreign <= _TYPOGRAPHIC:
        return True
    if _WORD_WITH_SIGN.search(text) or any("\x80" <= character <= "\x9f" for character in foreign):
        return False
    letters = sum(character.isalpha() for character in text)
    accented = sum(character.isalpha() and character > "\x7f" for character in text)
    return accented <= 0.12 * letters and language_of(text) in _WESTERN


def _unknown(name: str, why: str) -> UnknownEncoding:
    return UnknownEncoding(name, f"is in an unknown encoding: {why}", next_step="save it as UTF-8")
