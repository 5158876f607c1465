"""Addresses that should not be asked, by number: none of them leads to a connection that is not public.

The network is played: every look-up and every dial is written down.
"""

from __future__ import annotations

import pytest

from sources.errors import NotAnAddress
from sources.fetch.addresses import why_not_public
from sources.fetch.limits import Limits
from sources.fetch.outcome import Fetched, Mark, State
from sources.fetch.page import fetch
from tests.sources.fetch.stage import AGENT, PUBLIC, Stage, answer, redirect


def asked_for(written: str, stage: Stage) -> Fetched:
    return fetch(written, network=stage.network, user_agent=AGENT, limits=Limits(seconds=5))


def only_public(stage: Stage) -> bool:
    return all(why_not_public(address) is None for address, _ in stage.dials)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("http://127.0.0.1/", id="1"),
        pytest.param("http://localhost/", id="2"),
        pytest.param("http://localhost./", id="3"),
        pytest.param("http://0.0.0.0/", id="4"),
        pytest.param("http://2130706433/", id="5"),
        pytest.param("http://0x7f000001/", id="6"),
        pytest.param("http://0177.0.0.1/", id="7"),
        pytest.param("http://127.1/", id="8"),
        pytest.param("http://[::1]/", id="9"),
        pytest.param("http://[::ffff:127.0.0.1]/", id="10"),
        pytest.param("http://[::127.0.0.1]/", id="11"),
        pytest.param("http://[64:ff9b::7f00:1]/", id="12"),
        pytest.param("http://[2002:7f00:1::]/", id="13"),
        pytest.param("http://[fe80::1%25eth0]/", id="14"),
        pytest.param("http://169.254.169.254/latest/meta-data/", id="15"),
        pytest.param("http://[fd00:ec2::254]/", id="16"),
        pytest.param("http://168.63.129.16/", id="17"),
        pytest.param("http://100.64.0.1/", id="18"),
        pytest.param("http://10.0.0.1/", id="19a"),
        pytest.param("http://172.16.0.1/", id="19b"),
        pytest.param("http://192.168.0.1/", id="19c"),
        pytest.param("http://224.0.0.1/", id="20"),
        pytest.param("http://255.255.255.255/", id="21"),
        pytest.param("http://host\\@127.0.0.1/", id="30"),
        pytest.param("http://１２７.0.0.1/", id="31 full-width"),
        pytest.param("http://①②⑦。0。0。①/", id="31 circled"),
        pytest.param("http://٣٢/", id="31 Arabic"),
        pytest.param("http://example.org:22/", id="32 ssh"),
        pytest.param("http://example.org:25/", id="32 mail"),
        pytest.param("http://example.org:6379/", id="32 a database"),
        pytest.param("http://example.org/\r\nHost: inner", id="33"),
        pytest.param("http://example.org/\0", id="34"),
        pytest.param(f"http://{'a' * 64}.example/", id="35"),
        pytest.param("gopher://example.org/", id="36 gopher"),
        pytest.param("ftp://example.org/", id="36 ftp"),
        pytest.param("data:text/html,hello", id="36 data"),
        pytest.param("javascript:alert(1)", id="36 javascript"),
        pytest.param("file:///etc/passwd", id="36 file"),
    ],
)
def test_nothing_is_dialled_for(written: str, stage: Stage) -> None:
    try:
        state = asked_for(written, stage).state
    except NotAnAddress:
        state = State.REFUSED

    assert (state, stage.dials) == (State.REFUSED, [])


@pytest.mark.parametrize(
    "addresses",
    [
        pytest.param(["10.0.0.7"], id="22"),
        pytest.param([PUBLIC, "10.0.0.7"], id="23"),
        pytest.param([PUBLIC, "::ffff:10.0.0.7"], id="23 mapped"),
    ],
)
def test_a_name_that_leads_to_an_inner_address_is_refused(addresses: list[str], stage: Stage) -> None:
    stage.names["inner.example"] = addresses

    fetched = asked_for("https://inner.example/", stage)

    assert fetched.state is State.REFUSED
    assert "inner.example leads to" in (fetched.reason or "")
    assert stage.dials == []


@pytest.mark.parametrize("case", [pytest.param("24", id="24")])
def test_what_was_checked_is_what_is_dialled(case: str, stage: Stage) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    stage.names["rebinding.example"] = lambda: next(answers)

    fetched = asked_for("http://rebinding.example/", stage)

    assert fetched.state is State.CAPTURED
    assert stage.dials == [(PUBLIC, 80)]
    assert stage.lookups == ["rebinding.example", "rebinding.example"], "one look-up for each request"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        pytest.param("http://127.0.0.1/", "127.0.0.1 is an address of this machine", id="25"),
        pytest.param("http://[::ffff:169.254.169.254]/", "is no public address", id="25 mapped"),
        pytest.param("http://inner.example/", "inner.example leads to 10.0.0.7", id="25 by name"),
        pytest.param("file:///etc/passwd", "which is not an address of the web", id="26"),
    ],
)
def test_a_redirect_out_of_the_public_web_is_refused(location: str, reason: str, stage: Stage) -> None:
    stage.names["inner.example"] = ["10.0.0.7"]
    stage.server.plays["/"] = redirect(location)

    fetched = asked_for("http://example.org/", stage)

    assert fetched.state is State.REFUSED
    assert reason in (fetched.reason or "")
    assert fetched.hops[0].status == 302
    assert stage.dials == [(PUBLIC, 80)]


@pytest.mark.parametrize("case", [pytest.param("27", id="27")])
def test_the_eleventh_redirect_is_not_followed(case: str, stage: Stage) -> None:
    stage.server.plays |= {f"/{n}": redirect(f"/{n + 1}") for n in range(20)}

    fetched = asked_for("http://example.org/0", stage)

    assert fetched.state is State.PARTIAL
    assert fetched.reason == "it redirects more than 10 times"
    assert stage.server.paths == [f"/{n}" for n in range(11)]


def test_ten_redirects_are_followed(stage: Stage) -> None:
    stage.server.plays |= {f"/{n}": redirect(f"/{n + 1}") for n in range(9)} | {"/9": redirect("/")}

    fetched = asked_for("http://example.org/0", stage)

    assert fetched.state is State.CAPTURED
    assert [hop.url for hop in fetched.hops] == [
        *(f"http://example.org/{n}" for n in range(10)),
        "http://example.org/",
    ]


@pytest.mark.parametrize("case", [pytest.param("29", id="29")])
def test_user_info_is_stripped_and_marked(case: str, stage: Stage) -> None:
    fetched = asked_for("http://ada:secret@example.org/", stage)

    assert fetched.asked == "http://example.org/"
    assert fetched.marks == (Mark.USER_INFO_STRIPPED,)
    assert b"ecret" not in b"".join(stage.server.heard)
    assert not any(b"authorization" in request.lower() for request in stage.server.heard)


@pytest.mark.parametrize("case", [pytest.param("37", id="37")])
@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"])
def test_no_proxy_of_the_environment_is_used(
    case: str, name: str, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9/")

    fetched = asked_for("http://example.org/", stage)

    assert fetched.state is State.CAPTURED
    assert stage.dials == [(PUBLIC, 80), (PUBLIC, 80)]


def test_every_hop_is_looked_up_and_checked_anew(stage: Stage) -> None:
    stage.names |= {"one.example": ["93.184.215.1"], "two.example": ["93.184.215.2"]}
    stage.server.plays |= {"/start": redirect("http://two.example/"), "/": answer(b"<p>There.</p>")}

    fetched = asked_for("http://one.example/start", stage)

    assert fetched.state is State.CAPTURED
    assert [hop.address for hop in fetched.hops] == ["93.184.215.1", "93.184.215.2"]
    assert only_public(stage)
