"""The gate from the command line: `story gate`, and `check --gate`."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.core import TyperGroup as Group

from claims.kinds import ObstacleKind, OutcomeState, Status
from claims.publishing.gate import gate
from cli import loaded
from tests.claims.publishing.at_the_gate import (
    NOW,
    claim,
    contact,
    correction,
    decision,
    document,
    outcome,
    story,
)
from tests.commands.running import as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


@pytest.fixture(autouse=True)
def ferry(fresh_folder: Path) -> None:
    (fresh_folder / "ferry.txt").write_text("The ferry stayed in port.\n\nLeave a Comment\n", "utf-8")


def kinds(*words: str) -> list[str]:
    return [obstacle["kind"] for obstacle in as_json(*words)]


def test_a_gate_that_is_shut_ends_with_1_and_one_that_is_open_with_0() -> None:
    factdesk("document", "add", "ferry.txt", "--as", "public")

    shut = factdesk("story", "gate", "ferry")
    assert (shut.exit_code, "Unconfirmed (1)" in shut.stdout) == (1, True)
    assert kinds("story", "gate", "ferry") == ["unconfirmed"]

    factdesk("claim", "mark", "ferry:1", "not-checkable", "--because", "no way to know", "--by", "ada")

    open_now = factdesk("story", "gate", "ferry")
    assert (open_now.exit_code, kinds("story", "gate", "ferry")) == (0, [])
    assert open_now.stdout == "Nothing stands in the way of publishing ferry: 1 not checkable.\n"


def test_check_can_ask_the_gate() -> None:
    shut = factdesk("check", "ferry.txt", "--gate")

    assert shut.exit_code == 1
    assert "2 things stand in the way of publishing ferry." in shut.stdout
    told = as_json("check", "ferry.txt", "--gate")["gate"]
    assert [one["kind"] for one in told] == ["unconfirmed", "furniture_not_signed"]

    factdesk("claim", "mark", "ferry:1", "not-checkable", "--because", "no way to know", "--by", "ada")
    factdesk("claim", "sign", "ferry", "--furniture", "--because", "a button", "--by", "ada")

    assert factdesk("check", "ferry.txt", "--gate").exit_code == 0
    assert "gate" not in as_json("check", "ferry.txt")


def test_a_name_that_nobody_has_is_an_error() -> None:
    factdesk("document", "add", "ferry.txt")

    result = factdesk("story", "gate", "fery")

    assert result.exit_code == 2
    assert "did you mean ferry?" in result.stderr


def test_every_next_step_is_a_command_that_there_is() -> None:
    statuses = [Status.REFUTED, Status.DISPUTED, Status.UNCONFIRMED, Status.CONFIRMED]
    claims = [claim(f"a:{number}", status) for number, status in enumerate(statuses, 1)]
    awaited = claim("a:5", Status.CONFIRMED, contacts=[contact()])
    suggested = claim("a:6", Status.NOT_CHECKABLE, suggested=True)
    asked = [outcome("a:4"), outcome("a:5", state=OutcomeState.UNCLEAR)]
    gated = document(
        "a", *claims, awaited, suggested, unsigned=["Share"], asked=asked, corrections=[correction("a:1")]
    )
    there = story(gated, differing=[("a:4", "a:5")], decisions=[decision("a:4", orphaned=True)])

    page = gate("a", there, [gated], now=NOW)

    named = {one.kind: one.next_step.partition("factdesk ")[2].split() for one in page.obstacles}
    assert set(named) == set(ObstacleKind) - {ObstacleKind.STALE}
    assert {kind: words for kind, words in named.items() if not is_command(words)} == {}


def is_command(words: list[str]) -> bool:
    """Whether a command line begins with a command, or with a group and one of its commands."""
    found = loaded(words[0])
    return words[1] in found.commands if isinstance(found, Group) else True
