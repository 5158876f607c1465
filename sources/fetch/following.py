"""Follows an address to its page: our own loop over redirects, each hop checked before it is asked.

How a hop is asked is an argument. What the last answer is worth is judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sources.errors import NotAnAddress
from sources.fetch.outcome import Exchange, State, Trouble
from sources.fetch.urls import WebAddress, joined, why_refused

REDIRECTS = frozenset({301, 302, 303, 307, 308})

Ask = Callable[[WebAddress], Exchange]


@dataclass(frozen=True, slots=True)
class Trail:
    """The hops from an address to where it led; `stopped`, and `why`, where that was short of a page."""

    hops: tuple[Exchange, ...]
    addresses: tuple[WebAddress, ...]
    stopped: State | None = None
    why: str | None = None

    @property
    def end(self) -> WebAddress:
        """The last address that was asked, or would have been."""
        return self.addresses[-1]


def follow(address: WebAddress, ask: Ask, *, redirects: int) -> Trail:
    """Ask for an address, and for those that it redirects to, at most so many times."""
    hops: list[Exchange] = []
    addresses = [address]
    while True:
        if (reason := why_refused(addresses[-1])) is not None:
            why = f"it redirects to where nothing is asked: {reason}" if hops else reason
            return Trail(tuple(hops), tuple(addresses), State.REFUSED, why)
        hops.append(ask(addresses[-1]))
        location = _location(hops[-1])
        if location is None:
            return Trail(tuple(hops), tuple(addresses))
        if len(hops) > redirects:
            why = f"it redirects more than {redirects} times"
            return Trail(tuple(hops), tuple(addresses), State.PARTIAL, why)
        try:
            addresses.append(joined(addresses[-1], location))
        except NotAnAddress as error:
            why = f"it redirects to {error.name}, which {error.reason}"
            return Trail(tuple(hops), tuple(addresses), State.REFUSED, why)


def _location(hop: Exchange) -> str | None:
    """Where an answer redirects to; a body that broke off does not matter, a limit that was reached does."""
    if hop.status not in REDIRECTS or hop.trouble is Trouble.LIMIT:
        return None
    raw = hop.header("location")
    return None if raw is None else raw.encode("latin-1").decode("utf-8", errors="replace")
