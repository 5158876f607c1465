"""What a site's robots.txt says of an address: asked through the same door, recorded, three kinds of no."""

from __future__ import annotations

import pytest

from sources.fetch.limits import Limits
from sources.fetch.outcome import Fetched, RobotsAnswer, State
from sources.fetch.page import fetch
from tests.sources.fetch.stage import AGENT, Play, Stage, answer, redirect


def asked_for(url: str, stage: Stage) -> Fetched:
    return fetch(url, network=stage.network, user_agent=AGENT, limits=Limits(seconds=5))


def rules(*lines: str) -> bytes:
    return answer("\n".join(lines).encode(), kind="text/plain")


@pytest.mark.parametrize(
    ("play", "said"),
    [
        pytest.param(rules("User-agent: *", "Allow: /"), RobotsAnswer.ALLOWS, id="allows"),
        pytest.param(rules("User-agent: *", "Disallow: /"), RobotsAnswer.FORBIDS, id="forbids all"),
        pytest.param(
            rules("User-agent: factdesk-test", "Disallow: /", "", "User-agent: *", "Allow: /"),
            RobotsAnswer.FORBIDS,
            id="forbids us",
        ),
        pytest.param(
            rules("User-agent: *", "Disallow: /inner/"), RobotsAnswer.ALLOWS, id="forbids elsewhere"
        ),
        pytest.param(answer(b"", status="404 Not Found"), RobotsAnswer.SAYS_NOTHING, id="no file"),
        pytest.param(answer(b"x", status="503 Busy"), RobotsAnswer.UNKNOWN, id="broken"),
        pytest.param(answer(b"x", status="403 Forbidden"), RobotsAnswer.UNKNOWN, id="kept from us"),
        pytest.param(redirect("http://127.0.0.1/"), RobotsAnswer.UNKNOWN, id="led to an inner address"),
        pytest.param(b"nonsense", RobotsAnswer.UNKNOWN, id="no HTTP"),
        pytest.param(rules("\0\xff", "Disallow"), RobotsAnswer.ALLOWS, id="no rules in it"),
    ],
)
def test_the_answer_is_recorded(play: Play, said: RobotsAnswer, stage: Stage) -> None:
    stage.server.plays["/robots.txt"] = play

    fetched = asked_for("http://example.org/", stage)

    assert fetched.state is State.CAPTURED
    assert fetched.robots is said
    assert fetched.robots_hops[0].url == "http://example.org/robots.txt"
    assert ("127.0.0.1", 80) not in stage.dials


def test_a_forbidden_page_is_captured_all_the_same_since_a_person_asked(stage: Stage) -> None:
    stage.server.plays["/robots.txt"] = rules("User-agent: *", "Disallow: /")

    assert asked_for("http://example.org/", stage).state is State.CAPTURED


def test_the_site_is_asked_to_which_the_address_led(stage: Stage) -> None:
    stage.server.plays["/old"] = redirect("http://new.example/")

    fetched = asked_for("http://example.org/old", stage)

    assert [hop.url for hop in fetched.robots_hops] == ["http://new.example/robots.txt"]


def test_who_was_not_reached_is_not_asked(stage: Stage) -> None:
    stage.names["gone.example"] = []

    fetched = asked_for("http://gone.example/", stage)

    assert (fetched.robots, fetched.robots_hops) == (RobotsAnswer.UNKNOWN, ())


def test_who_goes_as_a_browser_is_not_given_away_by_asking(stage: Stage) -> None:
    browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

    fetched = fetch("http://example.org/", network=stage.network, user_agent=browser)

    assert (fetched.state, fetched.robots, fetched.robots_hops) == (State.CAPTURED, None, ())
    assert len(stage.server.heard) == 1
