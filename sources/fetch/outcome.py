"""What came of a fetch, as frozen values: each exchange with its end, and the state of the whole.

Standard library only. A failed fetch is a value like any other, because it is kept and shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from hashlib import sha256


class State(StrEnum):
    """What a capture is good for."""

    CAPTURED = "captured"
    PARTIAL = "partial"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    NOT_A_PAGE = "not_a_page"


class Trouble(StrEnum):
    """Why an exchange did not run to its good end."""

    NOT_PUBLIC = "not_public"
    NO_NAME = "no_name"
    NO_CONNECTION = "no_connection"
    NO_ANSWER = "no_answer"
    NOT_HTTP = "not_http"
    CUT_SHORT = "cut_short"
    CANNOT_UNPACK = "cannot_unpack"
    LIMIT = "limit"


class Mark(StrEnum):
    """Something about a fetch that a person should know before relying on it."""

    LOGIN_PAGE = "login_page"
    DOWNGRADED = "https_to_http"
    USER_INFO_STRIPPED = "user_info_stripped"
    OTHER_KIND = "other_kind_than_announced"
    LENGTH_TWICE = "two_lengths_announced"


class RobotsAnswer(StrEnum):
    """What a site says to programs about an address. To say nothing is not to allow, nor to be unknown."""

    ALLOWS = "allows"
    FORBIDS = "forbids"
    SAYS_NOTHING = "says_nothing"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Exchange:
    """One request and what came back. `None` means that it never got so far.

    `pieces` are all bytes in the order in which they came, in the clear; the first `head_pieces` of them hold
    the head of the final response, or all that came of it. `headers` are those of the final response, as they
    were written; `unpacked` is its body, in pieces, as far as it could be unpacked. Nothing is joined before
    somebody asks, since a page may have 50 MB.
    """

    url: str
    began: datetime
    ended: datetime
    address: str | None
    certificate: bytes | None
    sent: bytes
    pieces: tuple[bytes, ...]
    head_pieces: int
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    unpacked: tuple[bytes, ...] | None = None
    trouble: Trouble | None = None
    why: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of that name, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def interim(self) -> bytes:
        """The responses of the 1xx kind that came before the final one."""
        return self._beginning[: _interim_length(self._beginning)]

    @cached_property
    def block(self) -> tuple[bytes, ...]:
        """The final response as it came, head and body, in pieces of which the first holds the whole head."""
        final = self._beginning[_interim_length(self._beginning) :]
        return (final, *self.pieces[self.head_pieces :]) if final else ()

    @cached_property
    def block_digest(self) -> bytes | None:
        """The SHA-256 of the final response as it came; `None` where nothing came."""
        return joint_digest(self.block) if self.block else None

    @cached_property
    def entity(self) -> bytes | None:
        """The body of the final response, unpacked as far as that went."""
        return None if self.unpacked is None else b"".join(self.unpacked)

    @cached_property
    def entity_digest(self) -> bytes | None:
        """The SHA-256 of the unpacked body; `None` where there is none."""
        return None if self.unpacked is None else joint_digest(self.unpacked)

    @property
    def entity_length(self) -> int:
        """How many bytes the unpacked body has."""
        return joint_length(self.unpacked or ())

    @property
    def body_length(self) -> int:
        """How many bytes followed the head of the final response: still packed, still in chunks."""
        return joint_length(self.block) - end_of_head(self.block[0]) if self.block else 0

    @cached_property
    def _beginning(self) -> bytes:
        return b"".join(self.pieces[: self.head_pieces])


@dataclass(frozen=True, slots=True)
class Fetched:
    """A fetch with all its hops, and those that led to the answer of robots.txt.

    `reason` says, in words that end a sentence, why the page was not captured; `None` if it was. `robots` is
    `None` where robots.txt was left alone on purpose.
    """

    asked: str
    state: State
    reason: str | None
    hops: tuple[Exchange, ...]
    marks: tuple[Mark, ...] = ()
    robots: RobotsAnswer | None = RobotsAnswer.UNKNOWN
    robots_hops: tuple[Exchange, ...] = ()

    @property
    def page(self) -> Exchange | None:
        """The last exchange, which is the page itself where all went well."""
        return self.hops[-1] if self.hops else None


def joint_digest(pieces: Iterable[bytes]) -> bytes:
    """The SHA-256 of pieces, one after the other."""
    digest = sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.digest()


def joint_length(pieces: Iterable[bytes]) -> int:
    """How many bytes there are in pieces."""
    return sum(len(piece) for piece in pieces)


def end_of_head(beginning: bytes) -> int:
    """Where the head of the final response ends, in what came first; where it is not whole, all is head."""
    end = _END_OF_HEAD.search(beginning, _interim_length(beginning))
    return len(beginning) if end is None else end.end()


_INTERIM = re.compile(rb"HTTP/1\.[01] 1(?!01)[0-9]{2}[ \r\n]")
_END_OF_HEAD = re.compile(rb"\n\r?\n")


def _interim_length(received: bytes) -> int:
    """Where the final response begins; where none came, the interim ones are all there is to keep.

    A switch of protocols (101) is final.
    """
    start = 0
    while _INTERIM.match(received, start):
        end = _END_OF_HEAD.search(received, start)
        if end is None:
            break
        start = end.end()
    return start if start < len(received) else 0
