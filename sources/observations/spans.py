"""A file of observations in spans that can be read apart, each row belonging to the span it begins in.

Where a row begins depends on the quotation marks before it. So the spans are surveyed first, each
for both cases, and only then is it known where each begins. A file whose marks are not regular
stays in one span, for only reading it from the beginning tells what its rows are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from sources.observations.marks import has_lone_return, is_regular


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes, or row groups, from `start` up to `end`; `line` is the first one's.

    `inside` says whether a quoted field is open at the start.
    """

    start: int
    end: int
    line: int
    inside: bool


@dataclass(frozen=True, slots=True)
class Survey:
    """How many quotation marks and line breaks some bytes hold, and whether the marks are regular
    if a quoted field is open before them, or not."""

    start: int
    end: int
    marks: int
    breaks: int
    regular_inside: bool
    regular_outside: bool


def survey(path: Path, start: int, end: int) -> Survey:
    """Looks at some bytes of a file."""
    before = min(start, 1)
    with path.open("rb") as file:
        file.seek(start - before)
        words = file.read(end + 1 - (start - before))
    own = words[before : before + end - start]
    letters = np.frombuffer(words, np.uint8)
    lone_returns = has_lone_return(letters)
    marks = np.flatnonzero(letters[: before + len(own)] == ord('"'))
    marks = marks[marks >= before]
    return Survey(
        start,
        end,
        len(marks),
        own.count(b"\n"),
        regular_inside=not lone_returns and is_regular(letters, marks, inside=True),
        regular_outside=not lone_returns and is_regular(letters, marks),
    )


def spans(surveys: Iterable[Survey]) -> list[Span]:
    """The spans of a file that was surveyed from its first byte to its last."""
    found: list[Span] = []
    line, inside, regular = 1, False, True
    for part in surveys:
        found.append(Span(part.start, part.end, line, inside))
        regular = regular and (part.regular_inside if inside else part.regular_outside)
        line += part.breaks
        inside ^= bool(part.marks % 2)
    if not regular or inside:
        return [Span(0, found[-1].end, 1, inside=False)]
    return found


def first_row(file: BinaryIO, span: Span) -> int:
    """Goes to the first row that begins in a span, below the header; says on which line that is."""
    header_ends = file.tell()
    if span.start <= header_ends:
        file.seek(span.start)
        return span.line + file.read(header_ends - span.start).count(b"\n")
    file.seek(span.start - 1)
    line, begins = span.line, file.read(1) == b"\n" and not span.inside
    inside = span.inside
    while not begins and (words := file.readline()):
        inside ^= bool(words.count(b'"') % 2)
        line += words.endswith(b"\n")
        begins = not inside
    return line
