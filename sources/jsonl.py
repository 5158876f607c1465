"""Texts that other programs send, one JSON object a line.

A bad line is reported by file and line number and the rest goes on. What is sent is never
normalised, so that offsets fit it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TextIO, TypeVar

from sources.blocks import CanonicalText, Metadata
from sources.errors import NotAFile, NotFound

LONGEST_LINE = 100_000_000
"""In characters; a line is held in memory whole."""

EXAMPLE = '{"id": "a", "text": "…"}'

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class SentText:
    """One line: a text or a page, and what the sender knows of it. `None` is not said."""

    id: str
    text: str | None = None
    html: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    speaker: str | None = None

    def canonical(self) -> CanonicalText:
        """The text with its blocks; what the sender says of it goes before what the page says.

        Raises a `SourceError` where a page holds nothing to read.
        """
        from sources.readers import read_html, read_text

        if self.text is None:
            page = read_html(self.html or "", url=self.url)
        else:
            page = read_text(self.text, metadata=Metadata(title=self.title))
        known = {"title": self.title, "published": self.published, "url": self.url, "outlet": self.outlet}
        said = {name: value for name, value in known.items() if value}
        return replace(page, metadata=replace(page.metadata, **said))


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be read, and why."""

    file: str
    number: int
    reason: str
    unit: str = "line"

    def __str__(self) -> str:
        return f"{self.file}, {self.unit} {self.number}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it came, with where it stands."""

    file: str
    number: int
    words: str


def lines_of(path: Path) -> Iterator[Line]:
    """The lines of a JSON Lines file that hold anything, in order; "-" is standard input.

    A line that is too long comes cut, and is no JSON then. Raises `NotFound` or `NotAFile`
    where the file can't be opened.
    """
    name = "standard input" if str(path) == "-" else str(path)
    with _opened(path) as file:
        number = 0
        while words := file.readline(LONGEST_LINE):
            number += 1
            if not words.endswith("\n"):
                _skip_rest(file)
            if words.strip():
                yield Line(name, number, words)


def _skip_rest(file: TextIO) -> None:
    """Read on to the end of a line that was cut."""
    while (more := file.readline(LONGEST_LINE)) and not more.endswith("\n"):
        pass


def sent_text(line: Line) -> SentText | BadLine:
    """The text that a line holds, or why it can't be read."""
    return read_line(line, _sent_text)


def read_line(line: Line, reading: Callable[[str], Read], *, example: str = EXAMPLE) -> Read | BadLine:
    """What `reading` makes of a line, or why it can't be read; a `ValueError` of it is the reason."""
    try:
        return reading(line.words)
    except UnicodeEncodeError:
        reason = "holds half a character, or bytes that are no UTF-8"
    except RecursionError:
        reason = "is nested too deeply to be read"
    except json.JSONDecodeError as error:
        reason = (
            f"is no JSON ({error.msg} at character {error.pos}); each line is an object such as {example}"
        )
    except ValueError as error:
        reason = str(error)
    return BadLine(line.file, line.number, reason)


def _opened(path: Path) -> nullcontext[TextIO] | TextIO:
    if str(path) == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")  # type: ignore[union-attr]
        return nullcontext(sys.stdin)
    if path.is_dir() or path.is_char_device() or path.is_block_device():
        raise NotAFile(str(path), "is not a file", next_step="give a file of JSON Lines")
    try:
        return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n")
    except OSError as error:
        raise NotFound(
            str(path), f"can't be opened ({error.strerror})", next_step="give a file of JSON Lines"
        ) from error


class _Digits(str):
    """A whole number as it was written: an id may be one, however long it is."""

    __slots__ = ()


def json_object(line: str, *, example: str = EXAMPLE) -> dict[str, Any]:
    """The object that a line holds, whole numbers as they were written. Raises `ValueError` with a reason."""
    line.encode("utf-8")  # bytes that are no UTF-8 arrive as lone surrogates, and are refused here
    record = json.loads(line, parse_int=_Digits)
    if not isinstance(record, dict):
        raise ValueError(f"is no JSON object such as {example}")
    return record


def _sent_text(line: str) -> SentText:
    """Raises `ValueError` with a reason that a person can act on."""
    record = json_object(line)
    if not isinstance(record.get("id"), str) or not record["id"]:
        raise ValueError('has no "id", or one that is no text')
    values: dict[str, str | None] = {}
    for field in fields(SentText):
        value = record.get(field.name)
        is_text = isinstance(value, str) and (field.name == "id" or not isinstance(value, _Digits))
        if value is not None and not is_text:
            raise ValueError(f'"{field.name}" is not a string')
        values[field.name] = None if value is None else str(value)
    if values["text"] is None and values["html"] is None:
        raise ValueError('has neither "text" nor "html"; give one of them')
    "".join(value for value in values.values() if value).encode("utf-8")  # escapes can spell surrogates too
    return SentText(**values)  # type: ignore[arg-type]
