"""How much one fetch may take, all its hops together, so that no server can exhaust the machine.

A limit that is reached ends the fetch; what came until then is kept and called partial.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a fetch may take: bytes as they come, bytes once unpacked, seconds, redirects, a head."""

    wire_bytes: int = 50_000_000
    decoded_bytes: int = 100_000_000
    seconds: float = 60
    redirects: int = 10
    head_bytes: int = 64_000


class LimitReached(Exception):
    """A fetch has used up one of its limits; the message says which, in words."""


class Budget:
    """What is left of the limits of one fetch."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self.limits = limits
        self._clock = clock
        self._ends = clock() + limits.seconds
        self._wire = limits.wire_bytes
        self._decoded = limits.decoded_bytes

    def seconds_left(self) -> float:
        """How long the fetch may go on; more than 0, or `LimitReached` is raised."""
        left = self._ends - self._clock()
        if left <= 0:
            raise self.out_of_time()
        return left

    def out_of_time(self) -> LimitReached:
        """What is raised when a wait has taken all the time that was left."""
        return LimitReached(f"it was not done after {self.limits.seconds:g} seconds")

    @property
    def wire_left(self) -> int:
        """How many bytes may still come."""
        return self._wire

    def take_wire(self, count: int) -> None:
        """Count bytes that came."""
        self._wire -= count
        if self._wire <= 0:
            raise LimitReached(f"it sends {_megabytes(self.limits.wire_bytes)} or more")

    def left_for(self, *, seconds: float, wire_bytes: int) -> Limits:
        """The limits of a smaller fetch that has to fit into what is left of this one."""
        return replace(
            self.limits,
            seconds=max(0, min(seconds, self._ends - self._clock())),
            wire_bytes=min(wire_bytes, self._wire),
            decoded_bytes=min(wire_bytes, self._decoded),
        )

    @property
    def decoded_left(self) -> int:
        """How many bytes may still be unpacked."""
        return self._decoded

    def take_decoded(self, count: int) -> None:
        """Count bytes that were unpacked."""
        self._decoded -= count
        if self._decoded <= 0:
            raise LimitReached(f"it unpacks to {_megabytes(self.limits.decoded_bytes)} or more")


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:g} MB"
