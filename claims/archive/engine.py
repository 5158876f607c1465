"""Who does the work on the parts of an archive: this machine here, or Spark (`spark`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from claims.estimate.weighing import Sum
from sources.observations import Span, Survey, check_header, is_parquet, row_groups, spans, survey

Found = TypeVar("Found")


class Engine(Protocol):
    """Does work that is the same for every part."""

    def each(self, work: Callable[[int], Found], parts: Sequence[int]) -> Iterator[Found]:
        """What the work gives for each part, in order."""

    def total(self, work: Callable[[int], Sum], parts: Sequence[int], nothing: Sum) -> Sum:
        """The sum of that."""


class Here:
    """One part after the other, in this process."""

    def each(self, work: Callable[[int], Found], parts: Sequence[int]) -> Iterator[Found]:
        """What the work gives for each part, in order."""
        return map(work, parts)

    def total(self, work: Callable[[int], Sum], parts: Sequence[int], nothing: Sum) -> Sum:
        """The sum of that."""
        for part in parts:
            nothing = nothing + work(part)
        return nothing


def spread(path: Path, engine: Engine, span_bytes: int) -> list[Span]:
    """The file in spans that can be read apart from each other. Raises a `SourceError` for a bad header."""
    check_header(path)
    if is_parquet(path):
        return row_groups(path)
    size = path.stat().st_size
    bounds = range(0, size, span_bytes)
    surveys = engine.each(partial(_surveyed, path, size, span_bytes), bounds)
    return spans(surveys) if bounds else [Span(0, 0, 1, inside=False)]


def _surveyed(path: Path, size: int, span_bytes: int, start: int) -> Survey:
    return survey(path, start, min(start + span_bytes, size))
