"""Showing the policy, what another would change, and adopting one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import ARTICLE, as_json, factdesk

CLAIM = "prisoner-release:2"


@pytest.fixture
def stricter(fresh_folder: Path) -> Path:
    """A policy under which nobody overrides."""
    told = factdesk("policy", "show", "--toml").stdout
    path = fresh_folder / "desk.toml"
    path.write_text(
        told.replace("built-in/2", "desk/1").replace('override = "anybody"', 'override = "nobody"'),
        encoding="utf-8",
    )
    return path


@pytest.fixture
def overridden(fresh_folder: Path) -> None:
    factdesk("document", "add", ARTICLE)
    factdesk("claim", "mark", CLAIM, "confirmed", "--because", "seen", "--override", "we were there")


def test_the_policy_is_shown_before_there_is_a_ledger(fresh_folder: Path) -> None:
    told = factdesk("policy", "show")

    assert told.exit_code == 0
    assert "built-in/2" in told.stdout
    assert "two independent origins, not all of them parties" in " ".join(told.stdout.split())
    assert max(map(len, told.stdout.splitlines())) <= 80
    assert list(fresh_folder.iterdir()) == []


def test_a_policy_that_was_not_changed_changes_nothing(overridden: None, fresh_folder: Path) -> None:
    same = fresh_folder / "same.toml"
    same.write_text(factdesk("policy", "show", "--toml").stdout, encoding="utf-8")

    told = factdesk("policy", "diff", same)

    assert (told.exit_code, told.stdout) == (0, "No status changes.\n")


def test_diff_lists_what_would_change_and_changes_nothing(overridden: None, stricter: Path) -> None:
    told = factdesk("policy", "diff", stricter)

    assert told.exit_code == 1
    assert f"{CLAIM}  ✓ confirmed → ? unconfirmed" in told.stdout
    assert "It would wait for evidence from two independent origins" in told.stdout
    assert as_json("claim", "show", CLAIM)["status"] == "confirmed"


def test_adopting_lists_what_changes_and_is_in_force_then(overridden: None, stricter: Path) -> None:
    told = factdesk("policy", "adopt", stricter, "--because", "the desk agreed")

    assert told.exit_code == 0
    assert CLAIM in told.stdout
    assert told.stdout.endswith("1 status changes.\n\ndesk/1 is in force now.\n")
    assert as_json("claim", "show", CLAIM)["status"] == "unconfirmed"
    assert as_json("document", "list")[0]["claims"]["confirmed"] == 0
    assert as_json("policy", "show")["version"] == "desk/1"


def test_one_version_is_one_policy(overridden: None, stricter: Path) -> None:
    factdesk("policy", "adopt", stricter, "--because", "the desk agreed")

    again = factdesk("policy", "adopt", stricter, "--because", "the desk agreed")
    stricter.write_text(stricter.read_text(encoding="utf-8") + "# other words\n", encoding="utf-8")
    others = factdesk("policy", "adopt", stricter, "--because", "the desk agreed")

    assert (again.exit_code, others.exit_code) == (2, 2)
    assert "was adopted already" in again.stderr
    assert "is that of another policy" in others.stderr


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        pytest.param("origins = 1", "origins = 0", "tiers.routine.origins is 0", id="a threshold of 0"),
        pytest.param("reply = true", "replies = true", "tiers.accusation.replies is not known", id="a key"),
    ],
)
def test_a_policy_that_can_not_be_is_refused_and_nothing_stored(
    overridden: None, stricter: Path, good: str, bad: str, told: str
) -> None:
    stricter.write_text(stricter.read_text(encoding="utf-8").replace(good, bad), encoding="utf-8")

    answer = factdesk("policy", "adopt", stricter, "--because", "the desk agreed")

    assert answer.exit_code == 2
    assert told in answer.stderr
    assert as_json("policy", "show")["version"] == "built-in/2"


def test_agreement_says_when_there_is_too_little_to_say(overridden: None) -> None:
    claim = "prisoner-release:4"
    factdesk("claim", "mark", claim, "refuted", "--by", "ada", "--because", "no")
    assert "No claim has a blind second check yet" in factdesk("policy", "agreement").stdout

    factdesk("claim", "second", claim, "refuted", "--by", "bob", "--because", "no")

    told = factdesk("policy", "agreement", "prisoner-release").stdout
    assert "1 blind second check, 1 of the same verdict." in told
    assert "fewer than 30" in told
    assert as_json("policy", "agreement")["kappa"] is None
