"""Where the parts of an archive wait their turn: in memory, or on disk if the file is too large.

An object's rows all go to one part, chosen by a checksum of its name, so that each part can be
worked on without the others.
"""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Iterator
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar
from zlib import crc32

from claims.estimate.intake import Intake, Numbered
from sources.observations import ROWS_AT_ONCE, Observations

Thing = TypeVar("Thing")

_COLUMNS = tuple(field.name for field in fields(Observations))


class Shelf(Generic[Thing]):
    """Things that are gone through many times, in order. On disk with a folder, else in memory."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._kept: list[Thing] = []
        self._count = 0
        if folder:
            folder.mkdir()

    def put(self, thing: Thing) -> None:
        """Puts one more on the shelf."""
        if self._folder is None:
            self._kept.append(thing)
        else:
            with self._file(self._count).open("wb") as file:
                pickle.dump(thing, file, protocol=pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def __iter__(self) -> Iterator[Thing]:
        if self._folder is None:
            yield from self._kept
            return
        for number in range(self._count):
            with self._file(number).open("rb") as file:
                # Our own file, in a folder that nobody else may write to.
                yield pickle.load(file)

    def taken(self) -> Iterator[Thing]:
        """Each thing once, leaving the shelf as it goes."""
        if self._folder is None:
            while self._kept:
                yield self._kept.pop(0)
            return
        for number, thing in enumerate(self):
            self._file(number).unlink()
            yield thing

    def _file(self, number: int) -> Path:
        assert self._folder is not None
        return self._folder / str(number)


class Rows:
    """The rows of a file as they are read, sorted into parts."""

    def __init__(self, parts: int, folder: Path) -> None:
        self.sources, self.attributes = Numbered(), Numbered()
        self._whole = self._intake() if parts == 1 else None
        self._files: list[BinaryIO] = []
        self._waiting: dict[int, list[list[str | int] | None]] = {}
        if parts > 1:
            self._files = [(folder / f"rows-{number}").open("w+b") for number in range(parts)]

    def add(self, batch: Observations) -> None:
        """Puts each row into its part."""
        if self._whole is not None:
            self._whole.add(batch)
            return
        count = len(self._files)
        mine: dict[int, list[int]] = {}
        for row, name in enumerate(batch.object):
            mine.setdefault(crc32(name.encode()) % count, []).append(row)
        columns = [getattr(batch, name) for name in _COLUMNS]
        for number, rows in mine.items():
            waiting = self._waiting.setdefault(number, [None if c is None else [] for c in columns])
            for kept, column in zip(waiting, columns, strict=True):
                if kept is not None:
                    kept.extend([column[row] for row in rows])
            if len(waiting[0] or ()) >= ROWS_AT_ONCE:
                marshal.dump(self._waiting.pop(number), self._files[number])

    def intakes(self) -> Iterator[Intake]:
        """Each part, ready to be numbered."""
        if self._whole is not None:
            whole, self._whole = self._whole, None
            yield whole
        for number, file in enumerate(self._files):
            if number in self._waiting:
                marshal.dump(self._waiting.pop(number), file)
            intake = self._intake()
            file.seek(0)
            for batch in _batches(file):
                intake.add(batch)
            file.close()
            Path(file.name).unlink()
            if intake.any:
                yield intake

    def _intake(self) -> Intake:
        return Intake(self.sources, self.attributes)


def _batches(file: BinaryIO) -> Iterator[Observations]:
    while True:
        try:
            yield Observations(*marshal.load(file))
        except EOFError:
            return


class Flat(Generic[Thing]):
    """All things in all lists of a shelf, as often as wanted."""

    def __init__(self, shelf: Shelf[list[Thing]]) -> None:
        self._shelf = shelf

    def __iter__(self) -> Iterator[Thing]:
        return chain.from_iterable(self._shelf)
