"""The right of reply from the command line: put, awaited, answered, used, and what the gate makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.replies.desk import FERRIES, NOTICE
from tests.commands.running import as_json, factdesk

STOLE, SOLD = "ferries:2", "ferries:3"
PUT = ("--channel", "email", "--put", "We report that you stole 40 tickets. Is that so?")


@pytest.fixture(autouse=True)
def desk(fresh_folder: Path) -> None:
    Path("ferries.txt").write_text(FERRIES, encoding="utf-8")
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    factdesk("document", "add", "ferries.txt", "--as", "draft")
    factdesk("document", "add", "notice.txt", "--as", "draft", "--story", "ferries")


def done(*words: str) -> str:
    result = factdesk(*words)
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stdout.split())


def refused(*words: str) -> str:
    result = factdesk(*words)
    assert result.exit_code == 2, result.stdout
    return " ".join(result.stderr.replace("│", " ").split())


def ask(*claims: str, whom: str = "Olga Maran", due: str = "36h", extra: tuple[str, ...] = ()) -> str:
    about = [word for claim in claims for word in ("--claim", claim)]
    return done("reply", "ask", whom, *about, *PUT, "--due", due, "--by", "ada", *extra)


def awaited() -> list[dict[str, object]]:
    return [one for one in as_json("story", "gate", "ferries") if one["kind"] == "reply_awaited"]


def accused() -> None:
    """STOLE is an accusation that has all but what those concerned say to it."""
    done("claim", "tier", STOLE, "accusation", "--because", "it names her", "--by", "ada")
    heard = ("--kind", "interview", "--stance", "supports", "--primary", "--interest", "independent")
    told = ("--told", "I saw it", "--source", "Harbour Watch", "--because", "stood by", "--by", "ada")
    for about in ("said", "so"):
        done("evidence", "add", STOLE, *heard, *told, "--about", about, "--date", "2025-12-13")
    done("claim", "mark", STOLE, "confirmed", "--because", "seen", "--by", "ada")
    done("claim", "second", STOLE, "confirmed", "--because", "seen", "--by", "ben")
    done("claim", "sign-off", STOLE, "--as", "legal", "--because", "so worded", "--by", "dunja")


def standing() -> tuple[str, list[str]]:
    claim = as_json("claim", "show", STOLE)
    return claim["status"], claim["waits_for"]


def test_an_accusation_waits_for_those_accused_and_then_for_nothing() -> None:
    accused()
    assert standing() == ("unconfirmed", ["those concerned to be asked for a reply"])

    ask(STOLE, SOLD)
    status, (waits,) = standing()
    assert (status, waits.startswith("a reply, or ")) == ("unconfirmed", True)
    (obstacle,) = awaited()
    assert (obstacle["handle"], obstacle["claims"]) == ("reply:1", [STOLE, SOLD])

    ask(SOLD, whom="The harbour office")
    done("reply", "answered", "2", "We stand by it.")
    assert [one["handle"] for one in awaited()] == ["reply:1"]
    assert standing()[0] == "unconfirmed"

    told = done("reply", "answered", "1", "I never did.", "--by", "ben")
    assert "“I never did.”" in told
    assert awaited() == []
    assert standing() == ("confirmed", [])

    Path("ferries.txt").write_text(f"{FERRIES}\nMaran says: “I never did.”\n", encoding="utf-8")
    factdesk("document", "revise", "ferries", "ferries.txt")
    assert "“I never did.” (in ferries)" in done("reply", "used", "1", "I never did.")
    assert standing() == ("confirmed", [])


def test_what_was_put_before_a_revision_does_not_count_for_the_new_words() -> None:
    accused()
    ask(STOLE, SOLD)
    done("reply", "answered", "1", "I never did.")

    Path("ferries.txt").write_text(FERRIES.replace("40 tickets", "60 tickets"), encoding="utf-8")
    factdesk("document", "revise", "ferries", "ferries.txt")
    done("claim", "tier", STOLE, "accusation", "--because", "it names her", "--by", "ada")
    done("claim", "mark", STOLE, "confirmed", "--because", "seen", "--by", "ada")
    done("claim", "second", STOLE, "confirmed", "--because", "seen", "--by", "ben")

    assert "Put to Olga Maran in other words on" in done("claim", "explain", STOLE)
    assert "put the new ones" in done("claim", "show", STOLE)
    gate = factdesk("story", "gate", "ferries").stdout
    assert f"Put to Olga Maran in other words than {STOLE} has now" in " ".join(gate.split())

    ask(STOLE)
    assert [one["claims"] for one in awaited()] == [[STOLE]]


def test_the_gate_waits_no_longer_than_the_deadline() -> None:
    ask(STOLE, due="2025-12-14 18:00Z", extra=("--at", "2025-12-13 10:00Z"))

    assert awaited() == []
    gate = " ".join(factdesk("story", "gate", "ferries").stdout.split())
    assert (
        "Olga Maran was asked (email), and no answer came by 14 December 2025, 18:00 UTC; about ferries:2"
        in gate
    )
    assert "no answer noted" in done("reply", "show", "1")
    assert "[no answer came]" in done("reply", "answered", "1", "--no-answer")


def test_a_request_is_printed_as_it_was_understood() -> None:
    Path("letter.txt").write_text("We report that you stole.\n\nIs that so?\n", encoding="utf-8")

    told = factdesk(
        *("reply", "ask", "Olga Maran", "--claim", STOLE, "--channel", "letter", "--put-file", "letter.txt"),
        *("--at", "2025-12-13 10:00+01:00", "--due", "2025-12-14T18:00+01:00", "--by", "ada"),
    )

    assert told.stdout.splitlines() == [
        "reply:1  Olga Maran  [no answer came]",
        "put          13 December 2025, 09:00 UTC (letter), by ada",
        "about        ferries:2",
        "deadline     14 December 2025, 17:00 UTC, which has passed; no answer noted",
        "",
        "  “We report that you stole.",
        "",
        "  Is that so?”",
        "",
        'next         factdesk reply answered 1 --no-answer (or "…" where an answer came)',
    ]


def test_requests_are_listed_as_a_table_and_as_json() -> None:
    assert done("reply", "list").startswith("Nothing was put to anybody")
    ask(STOLE)
    ask(SOLD, whom="The harbour office")
    done("reply", "answered", "2", "--declined")

    assert [one["handle"] for one in as_json("reply", "list")] == ["reply:1", "reply:2"]
    (waiting,) = as_json("reply", "list", "ferries", "--open")
    assert (waiting["whom"], waiting["state"], waiting["open"]) == ("Olga Maran", "awaited", True)
    assert waiting["claims"] == [{"claim": STOLE, "reworded": False}]
    assert waiting["due"].endswith("+00:00")
    listed = factdesk("reply", "list").stdout.splitlines()
    assert listed[0] == "reply:1  Olga Maran  [no answer yet]"
    assert listed[2] == "reply:2  The harbour office  [declined to answer]"
    assert max(map(len, listed)) <= 80


def test_a_claim_names_the_request_and_not_a_contact_of_its_own() -> None:
    ask(STOLE)

    shown = factdesk("claim", "show", STOLE).stdout
    record = as_json("claim", "show", STOLE)

    assert "reply:1      put to Olga Maran, due " in shown
    assert "\nasked " not in shown
    assert [one["request"] for one in record["contacts"]] == [1]
    assert [one["whom"] for one in record["reply_requests"]] == ["Olga Maran"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(("answered", "1"), "--no-answer, or --declined", id="no answer given"),
        pytest.param(("answered", "1", "no", "--no-answer"), "--no-answer says that nothing came", id="both"),
        pytest.param(("answered", "1", "--no-answer"), "has time until", id="before the deadline"),
        pytest.param(("used", "1"), "or --nothing", id="nothing used, nothing said"),
        pytest.param(("used", "1", "so", "--nothing"), "or --nothing", id="used and not"),
        pytest.param(("answered", "7", "no"), "there is no reply '7'", id="no such request"),
        pytest.param(("show", "x"), "there is no reply 'x'", id="no number"),
        pytest.param(("list", "fery"), "there is no document 'fery'", id="no such story"),
    ],
)
def test_what_cannot_be_is_refused_with_the_next_step(words: tuple[str, ...], told: str) -> None:
    ask(STOLE)

    assert told in refused("reply", *words)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param(("--due", "yesterday"), "'yesterday' is no time", id="no time"),
        pytest.param(("--due", "2020-01-01"), "has passed already", id="past"),
        pytest.param(("--due", "3d", "--put", "x", "--put-file", "notice.txt"), "not both", id="twice"),
        pytest.param(
            ("--due", "3d", "--put-file", "nothing.txt"), "nothing.txt does not exist", id="no file"
        ),
        pytest.param(("--due", "3d"), "the words that were put", id="no words"),
    ],
)
def test_a_request_that_cannot_be_is_refused(changed: tuple[str, ...], told: str) -> None:
    assert told in refused("reply", "ask", "Olga Maran", "--claim", STOLE, "--channel", "phone", *changed)
    assert as_json("reply", "list") == []
