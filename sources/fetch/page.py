"""`fetch`: a web address in, what came of asking for it out. The one entry of this package.

It asks for the page first and for the site's robots.txt second, within one budget, and keeps nothing. Who
goes as a browser, so that a site is not warned, asks for no robots.txt: no browser does.
"""

from __future__ import annotations

from dataclasses import replace

from sources.fetch.exchange import exchange, never_asked
from sources.fetch.following import Ask, follow
from sources.fetch.judging import marks_of, state_of
from sources.fetch.limits import Budget, LimitReached, Limits
from sources.fetch.network import Network
from sources.fetch.outcome import Exchange, Fetched, State, Trouble
from sources.fetch.robots import answer_of, goes_as_a_browser, trail_to_robots
from sources.fetch.turns import NoTurn
from sources.fetch.urls import WebAddress, web_address

ROBOTS_SECONDS = 10
ROBOTS_BYTES = 1_000_000

_ANSWERED = frozenset({State.CAPTURED, State.PARTIAL, State.NOT_A_PAGE})


def fetch(
    written: str,
    *,
    network: Network,
    user_agent: str,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
) -> Fetched:
    """Fetch the page at an address, with what the site's robots.txt says of it.

    Raises `NotAnAddress` where nothing could be asked for; all else that fails is told in the value.
    """
    address = web_address(written)
    budget = Budget(limits, network.clock)
    trail = follow(address, _asking(network, budget, user_agent), redirects=limits.redirects)
    state, reason = state_of(trail)
    fetched = Fetched(asked=address.url, state=state, reason=reason, hops=trail.hops, marks=marks_of(trail))
    if state not in _ANSWERED or trail.hops[-1].trouble is Trouble.LIMIT:
        return fetched
    if goes_as_a_browser(user_agent):
        return replace(fetched, robots=None)
    left = budget.left_for(seconds=ROBOTS_SECONDS, wire_bytes=ROBOTS_BYTES)
    robots = trail_to_robots(trail.end, _asking(network, Budget(left, network.clock), user_agent))
    answer = answer_of(robots, trail.end, user_agent)
    return replace(fetched, robots=answer, robots_hops=robots.hops)


def _asking(network: Network, budget: Budget, user_agent: str) -> Ask:
    def ask(address: WebAddress) -> Exchange:
        began = network.now()
        try:
            with network.turn(address.host, budget.seconds_left()):
                return exchange(address, network=network, budget=budget, user_agent=user_agent)
        except (NoTurn, LimitReached) as error:
            return never_asked(address, why=str(error), began=began, ended=network.now())

    return ask
