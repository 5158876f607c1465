"""Deciding about figures and origins from the command line, as a fact-checker does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import as_json, factdesk

BOARD = "The ferry Alma carried 312 people, the harbour board said. It had left Ellin at noon.\n"
OWNER = "The ferry Alma carried 321 people, said Ada Marsh, who owns it. It took 2 lorries and 9 cars.\n"


@pytest.fixture(autouse=True)
def story(fresh_folder: Path) -> None:
    """A story of two texts that differ."""
    for name, words in {"board": BOARD, "owner": OWNER}.items():
        (fresh_folder / f"{name}.txt").write_text(words, encoding="utf-8")
        factdesk("document", "add", f"{name}.txt", "--story", "alma")


def because(reason: str) -> list[str]:
    return ["--by", "ada", "--because", reason]


def test_figures_are_listed_by_the_names_to_call_them_by() -> None:
    listed = as_json("figure", "list", "alma")

    assert [line["handle"] for line in listed] == ["board:1", "owner:1", "owner:2/1", "owner:2/2"]
    assert {"measures", "status", "source", "party", "decision", "quote", "value"} <= set(listed[0])
    assert [line["handle"] for line in as_json("figure", "list", "board")] == ["board:1"]
    assert "owner:2/2  9" in factdesk("figure", "list", "alma").stdout


def test_a_split_ends_the_difference_and_an_undo_brings_it_back() -> None:
    assert factdesk("reconcile", "alma").exit_code == 1

    split = factdesk("figure", "split", "owner:1", "--label", "tickets sold", *because("the list of tickets"))

    assert split.exit_code == 0
    assert "Took owner:1 “321” out into a quantity of its own, as “tickets sold”." in split.stdout
    reconciled = factdesk("reconcile", "alma")
    assert reconciled.exit_code == 0
    assert "ada took owner:1 “321” out" in reconciled.stdout
    assert factdesk("figure", "undo", "owner:1", *because("not a list of tickets")).exit_code == 0
    assert factdesk("reconcile", "alma").exit_code == 1


def test_moving_and_merging_say_what_the_figures_now_say() -> None:
    moved = factdesk("figure", "move", "owner:2/1", "--to", "board:1", *because("so the owner says"))
    merged = as_json("figure", "merge", "owner:2/2", "board:1", *because("so the owner says"))

    assert "figures differ" in moved.stdout
    assert (merged["story"], merged["number"], merged["kind"], merged["by"]) == ("alma", 2, "merge", "ada")
    assert [figure["handle"] for figure in merged["figures"]] == ["owner:2/2", "board:1"]


def test_origins_are_joined_and_parted() -> None:
    joined = factdesk("origin", "join", "board:1", "owner:1", *because("one list"))
    parted = factdesk("origin", "part", "owner:1", *because("two lists"))

    assert (joined.exit_code, parted.exit_code) == (0, 0)
    assert "one origin)" in joined.stdout
    assert "2 origins)" in parted.stdout


def test_a_party_is_named_shown_and_taken_back() -> None:
    factdesk("story", "party", "alma", "Ada Marsh", *because("it is her ferry"))

    assert {line["party"] for line in as_json("figure", "list", "owner")} >= {"named"}
    assert factdesk("story", "party", "alma", "Ada Marsh", "--not", *because("she sold it")).exit_code == 0
    assert "named" not in {line["party"] for line in as_json("figure", "list", "owner")}
    assert [one["kind"] for one in as_json("story", "decisions", "alma")] == ["party", "no_party"]


def test_decisions_are_listed_and_undone_by_number() -> None:
    factdesk("figure", "split", "owner:1", *because("the list of tickets"))

    undone = factdesk("story", "undo", "alma", "1", *because("no such list"))

    assert "Undid decision 1." in undone.stdout
    assert [one["undone_by"] for one in as_json("story", "decisions", "alma")] == [2, None]
    assert "Undone by decision 2." in factdesk("story", "decisions", "alma").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["figure", "split", "owner:2"], "owner:2/1 “2”, owner:2/2 “9”", id="which of two"),
        pytest.param(["figure", "split", "owner:9"], "there is no claim owner:9", id="no such claim"),
        pytest.param(["figure", "move", "owner:1", "--to", "board:1"], "--to", id="there already"),
        pytest.param(["figure", "undo", "board:1"], "nobody decided about board:1", id="nothing to undo"),
        pytest.param(["origin", "join", "board:1", "board:1"], "one origin already", id="one origin"),
        pytest.param(["story", "party", "alma", "Nobody"], "Ada Marsh", id="no such source"),
        pytest.param(["story", "undo", "alma", "7"], "no decision 7", id="no such decision"),
    ],
)
def test_what_can_not_be_decided_is_one_sentence_and_changes_nothing(words: list[str], said: str) -> None:
    before = Path("factdesk.db").read_bytes()

    result = factdesk(*words, *because("so"))

    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert said in result.stderr
    assert Path("factdesk.db").read_bytes() == before


def test_a_decision_without_a_reason_is_refused() -> None:
    for reason in ([], ["--because", "  "]):
        result = factdesk("figure", "split", "owner:1", *reason)

        assert result.exit_code == 2
        assert "--because" in result.stderr
    assert as_json("story", "decisions", "alma") == []


@pytest.mark.parametrize("group", ["figure", "origin", "story"])
def test_every_command_shows_an_example(group: str) -> None:
    listed = factdesk(group, "--help").stdout.partition("Commands:")[2]

    for line in listed.splitlines():
        if line.startswith("  ") and not line.startswith("   "):
            name = line.split()[0]
            assert f"Example:  factdesk {group} {name}" in factdesk(group, name, "--help").stdout
