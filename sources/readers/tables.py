"""Tables in plain text: columns parted by pipes, tabs or runs of blanks, and columns that were lost.

Real columns give cells under their headers. A table that was pasted without its columns is
known only by its lines: no full stops, a line of words, then lines that hold digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.blocks import Cell

Span = tuple[int, int]

_PIPE_RULE = re.compile(r"[ \t]{0,20}+(?:\|[ \t]{0,20}+)?:?--[-:| \t]*|[+=|-][-+=| \t]{2,}")
_GAP = re.compile(r"(?<![.!?])[ \xa0]{2,}|[ \xa0]{4,}")
_PIPE, _TAB = re.compile(r"\|"), re.compile(r"\t")
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 4_000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. `line` counts the lines of the chunk; `rule` is a drawn line without words."""

    line: int
    cells: tuple[Cell, ...] = ()
    header: bool = False
    rule: bool = False


def find_rows(text: str, lines: Sequence[Span]) -> list[Row]:
    """The first run of lines that stand in columns, with their cells; empty if there is none."""
    if len(lines) < 2:
        return []
    for split, fewest in ((_at_pipes, 2), (_at_tabs, 2), (_at_gaps, 3)):
        run = _longest_run([split(text, *line) for line in lines], fewest)
        if run:
            return _with_headers(text, run)
    return []


def lost_columns(text: str, lines: Sequence[Span]) -> list[Row]:
    """The rows of a table whose columns were lost: a line of words over lines that hold digits."""
    if len(lines) < 3 or any(text[end - 1] in '.!?,;:”"' for _, end in lines):
        return []
    numbered = [bool(_DIGIT.search(text, *line)) for line in lines]
    for header in (0, 1):
        below = numbered[header + 1 :]
        if not numbered[header] and len(below) >= 2 and all(below):
            rows = [Row(number) for number in range(header + 1, len(lines))]
            return [Row(header, header=True), *rows]
    return []


def words_over_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a first row that is not marked as a header reads as one: words only, over a row with digits."""
    holds_digits = [any(_DIGIT.search(cell) for cell in row) for row in rows]
    return bool(rows) and not holds_digits[0] and any(holds_digits)


def _at_pipes(text: str, start: int, end: int) -> list[Span] | None:
    if _PIPE_RULE.fullmatch(text, start, end):
        return []
    if "|" not in text[start:end]:
        return None
    if text[start] == "|":
        start += 1
    if text[end - 1] == "|" and end - 1 > start:
        end -= 1
    return _parted(text, start, end, [match.span() for match in _PIPE.finditer(text, start, end)])


def _at_tabs(text: str, start: int, end: int) -> list[Span] | None:
    return _parted(text, start, end, [match.span() for match in _TAB.finditer(text, start, end)])


def _at_gaps(text: str, start: int, end: int) -> list[Span] | None:
    if end - start > _LONGEST_LINE:
        return None
    return _parted(text, start, end, [match.span() for match in _GAP.finditer(text, start, end)])


def _parted(text: str, start: int, end: int, gaps: list[Span]) -> list[Span] | None:
    """The cells between the gaps without the blanks at their ends; `None` if there is only one."""
    if not gaps:
        return None
    starts = [start, *(gap[1] for gap in gaps)]
    ends = [*(gap[0] for gap in gaps), end]
    return [_trimmed(text, *span) for span in zip(starts, ends, strict=True)]


def _trimmed(text: str, start: int, end: int) -> Span:
    cell = text[start:end]
    start += len(cell) - len(cell.lstrip())
    return (start, start + len(cell.strip()))


def _longest_run(split: list[list[Span] | None], fewest: int) -> list[tuple[int, list[Span]]]:
    """The longest run of neighbouring lines with the same number of cells (rules count as any)."""
    best: list[tuple[int, list[Span]]] = []
    run: list[tuple[int, list[Span]]] = []
    columns = 0
    for number, cells in [*enumerate(split), (len(split), None)]:
        if cells is not None and run and (not cells or len(cells) == columns or not columns):
            run.append((number, cells))
        else:
            if sum(bool(row) for _, row in run) >= fewest and len(run) > len(best):
                best = run
            run = [] if cells is None else [(number, cells)]
            columns = 0
        columns = columns or len(cells or [])
    return best


def _with_headers(text: str, run: list[tuple[int, list[Span]]]) -> list[Row]:
    """The rows of a run, each cell with the words at the head of its column."""
    worded = [number for number, (_, cells) in enumerate(run) if cells]
    first = worded[0]
    ruled = len(run) > first + 1 and not run[first + 1][1]
    words = [[text[slice(*span)] for span in run[number][1]] for number in worded]
    headed = ruled or words_over_figures(words)
    headers = [text[start:end] or None for start, end in run[first][1]] if headed else []
    rows = []
    for number, (line, spans) in enumerate(run):
        if not spans:
            rows.append(Row(line, rule=True))
        elif headed and number == first:
            rows.append(Row(line, tuple(Cell(*span) for span in spans if span[0] < span[1]), header=True))
        else:
            cells = (
                Cell(*span, headers[column] if column < len(headers) else None)
                for column, span in enumerate(spans)
                if span[0] < span[1]
            )
            rows.append(Row(line, tuple(cells)))
    return rows
