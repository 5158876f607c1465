"""The commands about evidence, searches and contacts, as people use them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sources.fetch.network
from tests.commands.running import as_json, factdesk
from tests.sources.fetch.stage import PAGE, Stage, answer, serving

ARTICLE = """Ferry timetable changed

The ferry to Corrie sails 14 times a week, the harbour office said.
"""
URL = "http://example.org/times"
QUOTE = ("--quote", "The ferry to Corrie sails 14 times a week")
MADE_OF_IT = ("--stance", "supports", "--because", "their own page")
CLAIM = "ferries:2"


@pytest.fixture
def stage(fresh_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    with serving({"/times": answer(PAGE)}) as server:
        played = Stage(server)
        monkeypatch.setattr(sources.fetch.network, "this_machine", lambda: played.network)
        Path("ferries.txt").write_text(ARTICLE, encoding="utf-8")
        Path("saved.html").write_bytes(PAGE)
        factdesk("document", "add", "ferries.txt")
        yield played


def told(text: str) -> str:
    return " ".join(text.split())


def test_a_page_is_captured_and_quoted_in_one_step(stage: Stage) -> None:
    result = factdesk("evidence", "add", CLAIM, URL, *QUOTE, *MADE_OF_IT, "--primary")

    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        "evidence:1  ferries:2: for it",
        "  “The ferry to Corrie sails 14 times a week”",
        "source       example.org, source:1, no grade yet",
        "origin       example.org (the site it was captured from)",
        "says         14 times a week, Corrie",
        "show         factdesk evidence show evidence:1",
    ]
    assert as_json("capture", "list")[0]["story"] == "ferries"


def test_a_capture_made_on_the_way_stays_where_the_quote_is_not_in_it(stage: Stage) -> None:
    result = factdesk("evidence", "add", CLAIM, URL, "--quote", "sails 15 times a week", *MADE_OF_IT)

    assert result.exit_code == 2
    assert "the quote is not in capture:1 as it was given: the page has “14”" in told(result.stderr)
    assert as_json("evidence", "list") == []
    assert len(as_json("capture", "list")) == 1


def test_a_capture_is_quoted_by_its_handle(stage: Stage) -> None:
    factdesk("capture", URL)

    result = factdesk("evidence", "add", CLAIM, "capture:1", *QUOTE, *MADE_OF_IT)

    assert result.exit_code == 0, result.stderr
    assert len(stage.dials) == 2  # the page and its robots.txt, once


def test_a_file_is_quoted_with_how_it_came(stage: Stage) -> None:
    result = factdesk(
        "evidence", "add", CLAIM, "saved.html", "--how", "sent by Ada", "--from", URL, *QUOTE, *MADE_OF_IT
    )

    assert result.exit_code == 0, result.stderr
    capture = as_json("capture", "list")[0]
    assert (capture["how"], capture["url"]) == ("sent by Ada", URL)
    assert stage.dials == []


def test_what_somebody_said_is_added_without_a_capture(stage: Stage) -> None:
    result = factdesk(
        *("evidence", "add", CLAIM, "--kind", "phone-call", "--source", "Lena Voss", "--told", "14, as ever"),
        *("--date", "2025-12-14", "--place", "by phone", "--how", "she rang", "--by", "ada", *MADE_OF_IT),
    )

    assert result.exit_code == 0, result.stderr
    shown = as_json("evidence", "show", "evidence:1")
    assert (shown["kind"], shown["told"], shown["on_date"]) == ("phone_call", "14, as ever", "2025-12-14")
    assert (shown["place"], shown["how"], shown["by"]) == ("by phone", "she rang", "ada")


def test_a_protected_sources_when_where_and_how_is_shown_only_where_asked_for(stage: Stage) -> None:
    factdesk("source", "add", "K7", "--protected")
    factdesk(
        *("evidence", "add", CLAIM, "--kind", "interview", "--source", "K7", "--told", "14"),
        *("--date", "2025-12-14", "--place", "the quay", "--how", "at dusk", *MADE_OF_IT),
    )

    for words in (["evidence", "show", "1"], ["evidence", "list"], ["claim", "show", CLAIM]):
        for form in ([], ["--json"]):
            printed = factdesk(*words, *form).stdout
            assert not any(hidden in printed for hidden in ("2025-12-14", "the quay", "at dusk"))
    assert as_json("evidence", "list")[0]["at"] is None
    asked = factdesk("evidence", "show", "1", "--with-protected").stdout
    assert all(shown in asked for shown in ("2025-12-14", "the quay", "at dusk"))


def test_a_report_tells_nothing_of_when_and_where_a_protected_source_spoke(stage: Stage) -> None:
    factdesk("source", "add", "K7", "--protected")
    factdesk(
        *("evidence", "add", CLAIM, "--kind", "interview", "--source", "K7", "--told", "14"),
        *("--date", "2025-12-14", "--place", "the quay", "--how", "at dusk", *MADE_OF_IT),
    )
    factdesk("report", "html", "ferries", "--out", "report.html")

    printed = Path("report.html").read_text(encoding="utf-8")

    assert "K7" in printed
    assert not any(hidden in printed for hidden in ("14 December 2025", "2025-12-14", "the quay", "at dusk"))


def test_everything_about_a_piece_of_evidence_is_shown(stage: Stage) -> None:
    factdesk(
        *("evidence", "add", CLAIM, URL, *QUOTE, *MADE_OF_IT, "--primary", "--interest", "party"),
        *("--credibility", "2", "--about", "said", "--source", "Harbour Office", "--by", "ada"),
    )

    shown = told(factdesk("evidence", "show", "evidence:1").stdout)

    for words in (
        "ferries:2: for it (said)",
        "stands capture:1, captured",
        "fit quoted as captured",
        "Harbour Office, source:1, no grade yet",
        "a party to the matter it proves that the party said so, and no more",
        "first hand primary",
        "credibility 2, probably true",
        "origin Harbour Office (the source)",
        "because their own page",
        "added by ada,",
    ):
        assert words in shown


def test_evidence_is_listed_and_withdrawn(stage: Stage) -> None:
    factdesk("evidence", "add", CLAIM, URL, *QUOTE, *MADE_OF_IT)

    listed = factdesk("evidence", "list", "--source", "example.org")
    result = factdesk("evidence", "withdraw", "evidence:1", "--because", "last year's page", "--by", "bo")

    assert "evidence:1  ferries:2: for it" in listed.stdout
    assert result.exit_code == 0
    assert "Withdrawn by bo" in told(result.stdout)
    assert "evidence:1  ferries:2: for it, withdrawn" in factdesk("evidence", "list", CLAIM).stdout
    assert "No evidence" in factdesk("evidence", "list", "ferries:1").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param([CLAIM, "example.org/news", *QUOTE], "write https://example.org/news", id="no scheme"),
        pytest.param([CLAIM, "notes", *QUOTE], "give a file, a capture such as capture:3", id="no such file"),
        pytest.param(
            [CLAIM, "saved.html", *QUOTE], "say how the file came to you", id="a file without --how"
        ),
        pytest.param(
            [CLAIM, URL, *QUOTE, "--how", "x"], "--how goes with a file only", id="a URL with --how"
        ),
        pytest.param([CLAIM, URL, *QUOTE, "--told", "x"], "--told goes with --kind only", id="told, no kind"),
        pytest.param(
            [CLAIM, "--kind", "interview", *QUOTE], "--quote does not go with --kind", id="kind, quote"
        ),
        pytest.param([CLAIM, URL, "--kind", "interview"], "does not go with --kind", id="kind and a URL"),
        pytest.param([CLAIM, "--kind", "rumour"], "'rumour' is no kind of evidence", id="no kind"),
        pytest.param([CLAIM, *QUOTE], "say what is quoted", id="nothing quoted"),
        pytest.param([CLAIM, URL, *QUOTE, "--offline"], "--offline rules that out", id="offline"),
        pytest.param([CLAIM, "capture:7", *QUOTE], "there is no capture 'capture:7'", id="no capture"),
        pytest.param(["ferries:99", URL, *QUOTE], "there is no claim ferries:99", id="no claim"),
        pytest.param(
            ["boats:1", "saved.html", *QUOTE, "--how", "x"], "there is no document", id="no document"
        ),
        pytest.param([CLAIM, "saved.html", "--how", "x"], "needs its words", id="no quote"),
        pytest.param([CLAIM, URL, *QUOTE, "--stance", "for"], "supports, refutes, context", id="no stance"),
        pytest.param([CLAIM, URL, *QUOTE, "--interest", "x"], "party, affiliated", id="no interest"),
        pytest.param([CLAIM, URL, *QUOTE, "--credibility", "7"], "7 is no credibility", id="credibility"),
        pytest.param([CLAIM, URL, *QUOTE, "--because", " "], "needs its reason", id="no reason"),
        pytest.param([CLAIM, URL, *QUOTE, "--source", "source:9"], "there is no source", id="no source"),
    ],
)
def test_what_can_not_be_added_is_said_with_the_next_step_and_nothing_is_stored(
    words: list[str], said: str, stage: Stage
) -> None:
    result = factdesk("evidence", "add", *MADE_OF_IT, *words)

    assert result.exit_code == 2
    assert said in told(result.stderr)
    assert as_json("evidence", "list") == []
    assert as_json("source", "list") == []
    assert list(Path("factdesk-captures").glob("*")) == [] or "source:9" in words


def test_looking_and_asking_is_recorded_and_shown(stage: Stage) -> None:
    looked = factdesk(
        *("claim", "searched", CLAIM, "--where", "the register", "--terms", "Corrie", "--found", "nothing")
    )
    asked = factdesk(
        *("claim", "contacted", CLAIM, "--whom", "the harbour office", "--channel", "e-mail"),
        *("--asked", "How often?", "--due", "2099-12-14 18:00Z"),
    )
    answered = factdesk("claim", "replied", CLAIM, "--answer", "14 times")

    assert "Looked in the register for “Corrie”: found nothing." in told(looked.stdout)
    assert "No answer yet, due 14 December 2099, 18:00 UTC." in told(asked.stdout)
    assert "“14 times”" in told(answered.stdout)
    record = as_json("claim", "replied", CLAIM, "--no-answer", "--contact", "1")
    assert [search["result"] for search in record["searches"]] == ["nothing"]
    assert [one["answered"] for one in record["contacts"][0]["replies"]] == [True, False]
    assert record["contacts"][0]["due"] == "2099-12-14T18:00:00+00:00"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            ["searched", CLAIM, "--where", "x", "--found", "maybe"],
            "choose one of: nothing, something, unreachable",
            id="no result",
        ),
        pytest.param(
            ["contacted", CLAIM, "--whom", "x", "--channel", "y", "--due", "soon"],
            "'soon' is no time; write it as 2025-12-14 18:00, tomorrow 18:00",
            id="no date",
        ),
        pytest.param(
            ["replied", CLAIM, "--answer", "x"], "nobody was asked about ferries:2", id="nobody asked"
        ),
        pytest.param(["replied", CLAIM], "or --no-answer where none came", id="no answer, and not said so"),
        pytest.param(
            ["replied", CLAIM, "--answer", "x", "--no-answer"], "or --no-answer where none came", id="both"
        ),
    ],
)
def test_what_can_not_be_recorded_is_said(words: list[str], said: str, stage: Stage) -> None:
    result = factdesk("claim", *words)

    assert result.exit_code == 2
    assert said in told(result.stderr)


def test_a_contact_is_due_in_words_or_on_a_day_that_has_passed(stage: Stage) -> None:
    asked = ("claim", "contacted", CLAIM, "--whom", "the harbour office", "--channel", "phone", "--due")

    soon, past, never = (factdesk(*asked, when) for when in ("tomorrow 18:00", "2025-12-14 18:00Z", "soon"))

    assert (soon.exit_code, past.exit_code, never.exit_code) == (0, 0, 2)
    assert "'soon' is no time" in told(never.stderr)
    assert [one["due"][11:16] for one in as_json("claim", "show", CLAIM)["contacts"]][1] == "18:00"
