"""Where the parts of an archive wait between two steps: in memory, or in a folder if the file is large."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Shelf(Generic[Thing]):
    """One thing for each part. With a folder, any process that sees the folder sees the things."""

    def __init__(self, folder: Path | None, name: str) -> None:
        self._folder = folder
        self._name = name
        self._kept: dict[int, Thing] = {}

    def put(self, part: int, thing: Thing) -> None:
        """Puts the thing of a part on the shelf."""
        if self._folder is None:
            self._kept[part] = thing
            return
        with self._file(part).open("wb") as file:
            pickle.dump(thing, file, protocol=pickle.HIGHEST_PROTOCOL)

    def get(self, part: int) -> Thing:
        """The thing of a part."""
        if self._folder is None:
            return self._kept[part]
        with self._file(part).open("rb") as file:
            # Our own file, in a folder made for this run.
            thing: Thing = pickle.load(file)
        return thing

    def take(self, part: int) -> Thing:
        """The thing of a part, which then leaves the shelf."""
        thing = self.get(part)
        if self._folder is None:
            del self._kept[part]
        else:
            self._file(part).unlink()
        return thing

    def _file(self, part: int) -> Path:
        assert self._folder is not None
        return self._folder / f"{self._name}-{part}"
