"""The parts of large JSON files, one at a time: the entries of a list, however long the list is.

One entry is held in memory, not the file. What the entries mean is not looked at.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import TextIO

LONGEST_PART = 50_000_000
"""In characters; longer ones are refused."""

_CHUNK = 1 << 20
_NEAR_THE_END = 64
_BLANK = " \t\n\r"


class BrokenJson(ValueError):
    """What comes is no JSON; the message says so in words that follow the name of the file."""


def parts_in(file: TextIO, *, lists: Collection[str]) -> Iterator[object]:
    """The entries of the list that a file holds, or of those lists of its object that are named.

    What else stands in the object comes after them, as one object. Several values one after another, as in
    JSON Lines, are taken one by one. Raises `BrokenJson` at the place from which on nothing can be read.
    """
    window = _Window(file)
    while opening := window.next_sign():
        if opening == "[":
            yield from _entries(window)
        elif opening == "{":
            yield from _of_object(window, lists)
        else:
            yield window.value()


def _entries(window: _Window) -> Iterator[object]:
    window.take("[")
    while window.next_sign() != "]":
        yield window.value()
        if window.next_sign() != "]":
            window.take(",")
    window.take("]")


def _of_object(window: _Window, lists: Collection[str]) -> Iterator[object]:
    window.take("{")
    beside: dict[str, object] = {}
    while window.next_sign() != "}":
        key = window.value()
        window.take(":")
        if key in lists and window.next_sign() == "[":
            yield from _entries(window)
        else:
            beside[str(key)] = window.value()
        if window.next_sign() != "}":
            window.take(",")
    window.take("}")
    if beside:
        yield beside


class _Window:
    """The part of a file that is looked at; what was taken is forgotten."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._held = ""
        self._at = 0
        self._before = 0
        self._decoder = json.JSONDecoder(strict=False)

    def next_sign(self) -> str:
        """The next character that is no blank; empty at the end."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._read(_CHUNK):
                return ""

    def take(self, sign: str) -> None:
        """Go past a sign that has to come next."""
        if self.next_sign() != sign:
            raise self._broken(f'"{sign}" is missing', self._at)
        self._at += 1

    def value(self) -> object:
        """The value that comes next."""
        self.next_sign()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                if not self._may_go_on(error) or not self._read(len(self._held)):
                    raise self._broken(error.msg, error.pos) from error
            except (ValueError, RecursionError) as error:
                raise self._broken("a number or a nesting beyond all bounds", self._at) from error
            else:
                if end < len(self._held) or not self._read(_CHUNK):  # a number may go on
                    self._at = end
                    return value

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        """Whether a value is only cut off where what was read so far ends."""
        if len(self._held) - self._at > LONGEST_PART:
            return False
        return error.msg.startswith("Unterminated") or error.pos >= len(self._held) - _NEAR_THE_END

    def _read(self, wanted: int) -> bool:
        """Read on; false at the end of the file."""
        more = self._file.read(max(wanted, _CHUNK))
        if not more:
            return False
        self._held = self._held[self._at :] + more
        self._before += self._at
        self._at = 0
        return True

    def _broken(self, why: str, at: int) -> BrokenJson:
        return BrokenJson(f"is no JSON from character {self._before + at + 1:,} on ({why})")
