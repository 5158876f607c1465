"""`factdesk search`: what stands where in the ledger, as the ledger stands now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import as_json, factdesk

pytestmark = pytest.mark.usefixtures("desk")

STORM = """Storm closes the harbour

The storm sank 1,200 boats in the harbour of Arden.

Norland sent two tugs on Monday, said Ana Zupčić.
"""
WEEK = """A week after the storm

The storm sank 41 boats in the harbour of Corrie.

A baker in Corrie won the lottery.
"""
PAGE = """<html><head><title>Harbour Office</title></head><body><article><h1>Tugs for Arden</h1>
<p>Two tugs from Norland reached the harbour of Arden on Monday, the harbour office said in a statement.</p>
<p>They will tow the wrecks away within a week, as far as the weather lets them, and stay until spring.</p>
</article></body></html>
"""


@pytest.fixture
def desk(fresh_folder: Path) -> None:
    for name, text in (("storm.txt", STORM), ("week.txt", WEEK), ("page.html", PAGE)):
        (fresh_folder / name).write_text(text, encoding="utf-8")
    factdesk("document", "add", "storm.txt")
    factdesk("document", "add", "week.txt", "--story", "lottery")
    factdesk("capture", "add", "page.html", "--from", "https://harbour.example/tugs", "--how", "saved by Ada")
    factdesk(
        *("evidence", "add", "storm:3", "capture:1", "--quote", "Two tugs from Norland reached the harbour"),
        *(
            "--stance",
            "supports",
            "--source",
            "Harbour Office",
            "--because",
            "their statement",
            "--by",
            "Ada",
        ),
    )
    factdesk(
        *("evidence", "add", "week:2", "--kind", "interview", "--told", "I counted forty-one wrecks."),
        *("--stance", "supports", "--source", "Ana Zupčić", "--because", "she was there", "--by", "Ada"),
    )


def found(*words: str) -> list[str]:
    return [hit["handle"] for hit in as_json("search", *words)]


@pytest.mark.parametrize(
    ("words", "handles"),
    [
        pytest.param(["lottery"], {"week:3"}, id="a claim"),
        pytest.param(["zupcic"], {"storm:3", "source:2"}, id="a claim and a source, without accents"),
        pytest.param(["1200"], {"storm:2"}, id="a number, without the comma"),
        pytest.param(["wreck"], {"capture:1", "evidence:2"}, id="what was told, and a page"),
        pytest.param(['"two tugs from"'], {"capture:1", "evidence:1"}, id="a phrase"),
        pytest.param(["harb*", "corrie"], {"week:2"}, id="a beginning and a word"),
        pytest.param(["otter"], set(), id="nothing"),
    ],
)
def test_words_are_found_wherever_they_stand(words: list[str], handles: set[str]) -> None:
    assert set(found(*words)) == handles


def test_a_hit_carries_what_is_known_of_it_and_the_places_of_the_words() -> None:
    (hit,) = as_json("search", "boat*", "corrie")

    assert (hit["found"], hit["handle"], hit["status"]) == ("claims", "week:2", "unconfirmed")
    assert [hit["text"][start:end] for start, end in hit["spans"]] == ["boats", "Corrie"]


def test_the_words_are_marked_and_what_holds_more_of_them_comes_first() -> None:
    shown = factdesk("search", "norland", "tugs").stdout

    assert "storm:3  ? unconfirmed\n  «Norland» sent two «tugs» on Monday, said Ana Zupčić." in shown
    assert "evidence:1  storm:3: for it, Harbour Office" in shown
    assert "capture:1  Tugs for Arden\n" in shown


def test_nothing_found_is_said_and_is_no_error() -> None:
    result = factdesk("search", "otter")

    assert (result.exit_code, result.stdout) == (0, "Nothing here holds otter.\n")
    assert as_json("search", "otter") == []


def test_no_word_at_all_is_an_error_that_says_what_to_do() -> None:
    result = factdesk("search", "***")

    assert result.exit_code == 2
    assert "holds no word to search for; give one" in result.stderr


@pytest.mark.parametrize(
    ("filters", "handles"),
    [
        pytest.param(["--in", "claims"], {"storm:1", "storm:2", "week:1", "week:2"}, id="claims alone"),
        pytest.param(["--in", "evidence"], set(), id="a kind that has none"),
        pytest.param(["--document", "week"], {"week:1", "week:2"}, id="a document"),
        pytest.param(["--story", "lottery"], {"week:1", "week:2"}, id="a story"),
        pytest.param(["--story", "lottery", "--document", "storm"], set(), id="a document of another story"),
        pytest.param(["--since", "2030-01-01"], set(), id="a day to come"),
        pytest.param(["--status", "confirmed"], set(), id="a status that none has"),
        pytest.param(["--status", "unconfirmed"], {"storm:1", "storm:2", "week:2", "week:1"}, id="a status"),
    ],
)
def test_filters_leave_the_rest_out(filters: list[str], handles: set[str]) -> None:
    assert set(found("storm", *filters)) == handles


def test_no_more_are_shown_than_asked_for_and_the_rest_is_counted() -> None:
    shown = factdesk("search", "storm", "--top", "1").stdout

    assert len(found("storm", "--top", "1")) == 1
    assert "and 3 more" in shown
