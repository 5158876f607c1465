"""What should become of claims, from the command line: `claim outcome` and `story todo`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import as_json, factdesk

DRAFT = """The ferry to Corrie sails 14 times a week.

It was the largest ferry on the coast.
"""


@pytest.fixture(autouse=True)
def draft(fresh_folder: Path) -> Path:
    for name in ("ferry", "noise"):
        (fresh_folder / f"{name}.txt").write_text(DRAFT, encoding="utf-8")
    factdesk("document", "add", "ferry.txt", "--as", "draft", "--author", "Nils Arent")
    factdesk("document", "add", "noise.txt", "--as", "draft")
    return fresh_folder / "ferry.txt"


def ask(*words: str) -> None:
    assert factdesk("claim", "outcome", *words, "--by", "Ada").exit_code == 0


def revise(draft: Path, was: str, now: str) -> str:
    draft.write_text(DRAFT.replace(was, now), encoding="utf-8")
    return factdesk("document", "revise", "ferry", "ferry.txt", "--by", "Nils Arent").stdout


def test_what_was_asked_is_shown_beside_the_status_with_who_owes_it() -> None:
    told = factdesk(
        "claim",
        "outcome",
        "ferry:2",
        "fix",
        "--wording",
        "It was a large ferry.",
        "--because",
        "two are larger",
    ).stdout

    assert "status       ? unconfirmed" in told
    assert "outcome      fix" in told
    assert "wording      “It was a large ferry.”" in told
    assert "owed by      Nils Arent (wrote the text)" in told
    assert "so far       not done" in told
    assert "so far       not done" in factdesk("claim", "show", "ferry:2").stdout
    assert "[to fix]" in factdesk("claim", "list", "ferry").stdout
    assert "outcome      Nothing was asked of its writer." in factdesk("claim", "outcome", "ferry:1").stdout


def test_who_owes_it_is_told_to_be_missing_where_no_author_is_known() -> None:
    told = factdesk("claim", "outcome", "noise:2", "cut").stdout

    assert "owed by      nobody named; name somebody with --owed-by" in told


def test_a_claim_as_json_has_its_outcome(draft: Path) -> None:
    ask("ferry:2", "add context", "--wording", "Two are larger.", "--due", "3d")
    ask("ferry:2", "cut")

    first, second = as_json("claim", "list", "ferry")
    assert first["outcome"] is None
    assert (second["outcome"]["kind"], second["outcome"]["state"]) == ("cut", "open")
    assert [one["state"] for one in second["earlier_outcomes"]] == ["replaced"]


def test_a_revision_shows_what_was_asked_and_the_diff_says_so(draft: Path) -> None:
    ask("ferry:1", "attribute")
    ask("ferry:2", "cut")

    told = revise(draft, "It was the largest ferry on the coast.", "")

    assert "asked: cut; done in revision 2" in told
    assert "Asked for, and not done:\nferry:1" in told
    factdesk("document", "diff", "ferry", "--out", "diff.html")
    page = Path("diff.html").read_text(encoding="utf-8")
    assert "Asked of the writer: cut; done in revision 2." in page
    assert "Asked for, and not done: 1" in page


def test_a_fix_is_done_by_a_revision_and_waits_for_a_checker(draft: Path) -> None:
    factdesk("claim", "mark", "ferry:1", "refuted", "--because", "12", "--by", "Ada")
    ask("ferry:1", "fix", "--wording", "The ferry to Corrie sails 12 times a week.")
    assert [one["kind"] for one in as_json("story", "todo", "ferry", "--for", "writer")] == ["outcome"]

    revise(draft, "14 times", "12 times")

    assert as_json("story", "todo", "ferry", "--for", "writer") == []
    again = as_json("story", "todo", "ferry", "--for", "checker")
    assert (again[0]["kind"], again[0]["handle"]) == ("check_again", "ferry:1")
    assert again[0]["says"] == "fixed in revision 2, check it again"
    assert as_json("claim", "list", "ferry")[0]["status"] == "unconfirmed"


def test_the_list_ends_with_1_while_something_waits_and_with_0_when_nothing_does() -> None:
    ask("ferry:2", "cut")
    ask("noise:2", "cut", "--owed-by", "Eve")

    waits = factdesk("story", "todo", "ferry", "--owed-by", "nils arent")
    assert (waits.exit_code, "ferry:2  Cut; Nils Arent." in waits.stdout) == (1, True)
    nothing = factdesk("story", "todo", "ferry", "--mine", "--by", "Eve")
    assert (nothing.exit_code, nothing.stdout) == (0, "Nothing waits in ferry, owed by Eve.\n")
    assert {one["handle"].partition(":")[0] for one in as_json("story", "todo", "ferry")} == {"ferry"}


def test_what_was_asked_shuts_the_gate_until_a_person_drops_it() -> None:
    ask("ferry:2", "attribute", "--due", "tomorrow")
    assert "outcome_open" in [one["kind"] for one in as_json("story", "gate", "ferry")]

    ask("ferry:2", "--drop", "--because", "we saw it ourselves")

    assert "outcome_open" not in [one["kind"] for one in as_json("story", "gate", "ferry")]


def test_a_second_reader_is_not_told_what_the_first_asked_for() -> None:
    ask("ferry:2", "cut")

    assert "asked" not in factdesk("claim", "second", "ferry:2").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["ferry:2", "burn"], "'burn' is no outcome; choose one of: fix, cut", id="no outcome"),
        pytest.param(["ferry:2", "cut", "--drop"], "give an outcome, or --done, or --drop", id="both"),
        pytest.param(["ferry:2", "--wording", "x"], "go with an outcome", id="a wording alone"),
        pytest.param(["ferry:2", "cut", "--due", "2020-01-01"], "has passed already", id="due in the past"),
        pytest.param(["ferry:2", "--drop"], "needs its reason", id="dropped without a reason"),
        pytest.param(["ferry:2", "cut", "--by", "Nils Arent"], "who wrote a text", id="by its author"),
    ],
)
def test_what_can_not_be_asked_is_said_in_a_sentence(words: list[str], said: str) -> None:
    ended = factdesk("claim", "outcome", *words)

    assert ended.exit_code == 2
    assert said in " ".join(ended.stderr.replace("│", " ").split())
    assert as_json("claim", "list", "ferry")[1]["outcome"] is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["ferry", "--for", "printer"], "choose one of: writer, checker, editor", id="nobody"),
        pytest.param(["ferry", "--mine", "--owed-by", "Eve"], "not both", id="both"),
        pytest.param(["fery"], "did you mean ferry?", id="no such story"),
    ],
)
def test_a_list_of_what_is_not_there_is_an_error(words: list[str], said: str) -> None:
    ended = factdesk("story", "todo", *words)

    assert ended.exit_code == 2
    assert said in " ".join(ended.stderr.replace("│", " ").split())


def test_the_report_shows_what_was_asked_to_the_desk_and_not_to_readers() -> None:
    ask("ferry:2", "fix", "--wording", "It was a large ferry.")

    factdesk("report", "html", "ferry", "--out", "desk.html")
    factdesk("report", "html", "ferry", "--for", "readers", "--out", "readers.html")

    desk, readers = (Path(name).read_text(encoding="utf-8") for name in ("desk.html", "readers.html"))
    assert "Asked of the writer: fix" in desk
    assert "It was a large ferry." in desk
    assert "It was a large ferry." not in readers
