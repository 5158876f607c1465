"""What a watch prints: what changed is never cut, and what was not compared is never left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claims.kinds import Recheck, Status
from claims.publishing.pages import InReport
from claims.watching.pages import Looked, NotLooked, Touched, WatchPage
from reports.watch_screens import OUTCOMES, watch_record, watch_screen

AT = datetime(2025, 12, 14, 9, 12, tzinfo=UTC)
STANDS = Looked(
    evidence="evidence:1",
    claim="ferry:1",
    url="https://harbour.example/log",
    quote="the ferry carried 40 people",
    outcome=Recheck.UNCHANGED,
    now=None,
    difference=None,
    before="capture:1",
    after="capture:2",
    is_new=True,
)
ALTERED = replace(STANDS, outcome=Recheck.QUOTE_ALTERED, now="44 people", difference="44, and not 40")
TOUCHED = Touched(
    "ferry:1",
    "The ferry carried 40 people.",
    Status.UNCONFIRMED,
    "confirmed, says ada, but the words it rested on have changed",
    (InReport("ferry.html", "HTML for desk", 1, Status.CONFIRMED, AT),),
)
LEFT = NotLooked("evidence:2", "ferry:2", None, "it is from no page (interview)")


def screen(*looked: Looked, not_looked: tuple[NotLooked, ...] = (), touched: tuple[Touched, ...] = ()) -> str:
    return watch_screen(WatchPage("boats", looked, not_looked, touched))


def test_outcomes_are_counted_in_one_sentence() -> None:
    gone = replace(STANDS, url="https://harbour.example/b", outcome=Recheck.PAGE_GONE)

    assert " ".join(screen(STANDS, STANDS, gone).split("\n\n")[0].split()) == (
        "boats: 3 quotes looked for in 2 pages: 2 unchanged; 1 page gone, the capture still stands."
    )


def test_where_everything_stands_nothing_else_is_said() -> None:
    assert screen(STANDS) == "boats: 1 quote looked for in 1 page: 1 unchanged."


def test_an_altered_quote_is_shown_as_it_was_and_as_it_is_with_whom_it_touches() -> None:
    assert screen(ALTERED, touched=(TOUCHED,)).split("\n")[2:] == [
        "evidence:1  quote altered  on ferry:1",
        "was     “the ferry carried 40 people”",
        "now     “44 people”",
        "so      44, and not 40.",
        "page    https://harbour.example/log",
        "see     factdesk capture show capture:2 (it rests on capture:1)",
        "",
        "Rests on words that have changed:",
        "  ferry:1  ? unconfirmed",
        "    “The ferry carried 40 people.”",
        "    Confirmed, says ada, but the words it rested on have changed.",
        "    printed as confirmed in ferry.html (HTML for desk) on 14 December 2025",
    ]


def test_a_quote_that_has_gone_has_nothing_in_its_place() -> None:
    shown = screen(replace(STANDS, outcome=Recheck.QUOTE_GONE))

    assert "evidence:1  quote gone  on ferry:1" in shown
    assert "\nnow " not in shown


def test_what_was_not_compared_is_told_by_reason_and_page_and_the_rest_is_counted() -> None:
    pages = tuple(
        NotLooked(f"evidence:{n}", "ferry:3", f"https://b.example/{n % 7}", "nothing newer") for n in range(9)
    )
    heard = (LEFT, replace(LEFT, evidence="evidence:4"))
    others = tuple(replace(LEFT, why=f"capture:{n} failed") for n in range(5))

    shown = screen(not_looked=(*pages, *heard, *others))

    assert shown.startswith("boats: no quote could be looked for again.")
    told = " ".join(shown.split())
    assert "9 quotes of 7 pages: nothing newer: https://b.example/0, https://b.example/1," in told
    assert "https://b.example/4 and 2 more" in told
    assert "2 without a page: it is from no page (interview): evidence:2, evidence:4" in told
    assert "evidence:2 on ferry:2: capture:2 failed" in told
    assert "and for 2 more reasons: factdesk watch boats --offline --json" in told


def test_however_many_words_changed_each_is_shown() -> None:
    assert screen(*[ALTERED] * 40).count("quote altered  on ferry:1") == 40


@pytest.mark.parametrize("outcome", Recheck)
def test_every_outcome_has_its_words_and_its_record(outcome: Recheck) -> None:
    page = WatchPage("boats", (replace(STANDS, outcome=outcome),), (LEFT,), (TOUCHED,))

    record = watch_record(page)

    assert OUTCOMES[outcome] in " ".join(watch_screen(page).split())
    assert record["looked"][0]["outcome"] == outcome.value
    assert record["not_looked"][0] == {
        "evidence": "evidence:2",
        "claim": "ferry:2",
        "url": None,
        "why": "it is from no page (interview)",
    }
    assert record["touched"][0]["reports"] == [
        {
            "file": "ferry.html",
            "form": "HTML for desk",
            "revision": 1,
            "status": "confirmed",
            "at": "2025-12-14T09:12:00+00:00",
        }
    ]
