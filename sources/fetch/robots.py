"""Asks a site's robots.txt what it says to programs about an address, through the same door.

The answer is recorded with the capture, and not obeyed: a person asked for the one page.
"""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

from sources.fetch.following import Ask, Trail, follow
from sources.fetch.outcome import RobotsAnswer
from sources.fetch.urls import WebAddress, web_address

REDIRECTS = 5
LONGEST = 500_000
"""How many bytes are read; what follows is ignored, as the standard allows (RFC 9309, section 2.5)."""


def goes_as_a_browser(user_agent: str) -> bool:
    """Whether a user agent is one that browsers have; asking for robots.txt would give it away."""
    return user_agent.startswith("Mozilla/")


def trail_to_robots(address: WebAddress, ask: Ask) -> Trail:
    """Where the robots.txt of an address's site led."""
    return follow(web_address(f"{address.origin}/robots.txt"), ask, redirects=REDIRECTS)


def answer_of(trail: Trail, address: WebAddress, user_agent: str) -> RobotsAnswer:
    """What was said about an address. No file, or an unreadable one, is an answer of its own."""
    if trail.stopped is not None or not trail.hops:
        return RobotsAnswer.UNKNOWN
    said = trail.hops[-1]
    if said.status is None or said.status >= 500 or said.status in (401, 403, 429):
        return RobotsAnswer.UNKNOWN
    if said.status != 200 or not said.entity:
        return RobotsAnswer.SAYS_NOTHING
    rules = RobotFileParser()
    rules.parse(said.entity[:LONGEST].decode("utf-8", errors="replace").splitlines())
    return RobotsAnswer.ALLOWS if rules.can_fetch(user_agent, address.url) else RobotsAnswer.FORBIDS
