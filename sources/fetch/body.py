"""Unpacks the body of an answer while it comes, and stops at the limit.

gzip is what we ask for and all that is unpacked; a body in another coding is kept as it came,
and its words can't be read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence

from sources.fetch.limits import Budget

_GZIP = frozenset({"gzip", "x-gzip"})
_AS_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
_MOST_CODINGS = 2
_PIECE = 1 << 16


class CannotUnpack(Exception):
    """A body is in a coding that was not asked for, or damaged; the message says which, in words."""


class Body:
    """The unpacked bytes of a body that comes in pieces."""

    def __init__(self, codings: Sequence[str], budget: Budget) -> None:
        """`codings` are those of the Content-Encoding headers, in the order in which they were applied.

        Raises `CannotUnpack` where one is not known.
        """
        packed = [coding for coding in codings if coding != "identity"]
        for coding in packed:
            if coding not in _GZIP:
                raise CannotUnpack(f"it came packed as {coding}, which was not asked for")
        if len(packed) > _MOST_CODINGS:
            raise CannotUnpack(f"it came packed {len(packed)} times over")
        self._layers = [_Gunzip(budget) for _ in packed]
        self._budget = budget
        self._pieces: list[bytes] = []

    def take(self, data: bytes) -> None:
        """Unpack a piece. Raises `CannotUnpack`, or `LimitReached` when it grows too large."""
        pieces: Iterable[bytes] = (data,)
        for layer in self._layers:
            pieces = layer.unpack(pieces)
        for piece in pieces:
            self._pieces.append(piece)
            if not self._layers:
                self._budget.take_decoded(len(piece))

    def end(self) -> None:
        """Say that nothing more comes. Raises `CannotUnpack` where a packed body is not complete."""
        if any(layer.unfinished for layer in self._layers):
            raise CannotUnpack("it ends in the middle of its packed bytes")

    @property
    def unpacked(self) -> tuple[bytes, ...]:
        """Everything unpacked so far, in pieces."""
        return tuple(self._pieces)


class _Gunzip:
    """One gzip coding: one or several members, one after the other; what follows them is ignored."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._member = zlib.decompressobj(_AS_GZIP)
        self._started = False

    @property
    def unfinished(self) -> bool:
        return self._started and not self._member.eof

    def unpack(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The bytes unpacked, piece by piece, so that no more of them is held than was taken."""
        for data in pieces:
            self._started = self._started or bool(data)
            while data:
                if self._member.eof:
                    if not _GZIP_MAGIC.startswith(data[:2]):
                        break
                    self._member = zlib.decompressobj(_AS_GZIP)
                piece = self._decompress(data)
                data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
                yield piece
                self._budget.take_decoded(len(piece))

    def _decompress(self, data: bytes) -> bytes:
        try:
            return self._member.decompress(data, min(_PIECE, self._budget.decoded_left))
        except zlib.error as error:
            raise CannotUnpack("its packed bytes are damaged") from error
