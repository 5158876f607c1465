"""A watch over a story: what it looks at, what it records, and whom a change touches."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import func, select

from claims.capture_queries import newest_capture
from claims.captures import capture_file
from claims.errors import UnknownDocument
from claims.evidence.adding import add_heard, add_quote
from claims.evidence.models import RecheckRow
from claims.evidence.offered import Heard, Judged, Quoted
from claims.evidence.queries import evidence_page
from claims.evidence.withdrawing import withdraw
from claims.intake import offer_file, store
from claims.judging.policy_file import BUILT_IN
from claims.kinds import EvidenceKind, Recheck, Stance, Status
from claims.publishing.printing import note_printed
from claims.queries import audit_page
from claims.watching.cited import cited_pages
from claims.watching.pages import WatchPage
from claims.watching.radius import watch_page
from claims.watching.rechecking import look_again, record_watch
from ledger.engine import Ledger
from ledger.events import Event
from ledger.pen import Pen
from tests.ledger.pens import MORNING, replaying_pen

URL = "https://harbour.example/log"
PAGE = """<title>Harbour log</title><article><h1>Harbour log</h1>
<p>On Monday the ferry to Corrie carried {} people, as the keeper of the log at the old pier wrote down.</p>
<p>{} The later boat stayed in port, and those who had a ticket for it were told to come back on Tuesday.</p>
</article>"""
JUDGED = Judged(stance=Stance.SUPPORTS, because="the log")


class Desk:
    """A ledger with a story of two drafts, and what people do with it."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self.ledger, self.folder, self.firsts = ledger, folder, count(1_000, 1_000)
        for name in ("ferry", "tickets"):
            path = folder / f"{name}.txt"
            path.write_text(f"The ferry carried 40 people.\n\nThe {name} were counted.\n", encoding="utf-8")
            store(ledger, self.pen(), offer_file(str(path), story="boats"))

    def pen(self) -> Pen:
        return replaying_pen("ada", first=next(self.firsts))

    def page(self, people: str = "40", weather: str = "It was foggy.", *, url: str | None = URL) -> str:
        """A saved page; gives the capture's handle."""
        path = self.folder / "page.html"
        path.write_text(PAGE.format(people, weather), encoding="utf-8")
        return f"capture:{capture_file(self.ledger, self.pen(), path, how='saved', url=url)}"

    def quote(self, claim: str, capture: str, words: str = "carried 40 people") -> str:
        with self.ledger.writing() as session:
            return add_quote(session, self.pen(), claim, capture, Quoted(quote=words), JUDGED).handle

    def watch(self, name: str = "boats") -> WatchPage:
        """A watch that compares with the newest captures there are."""
        with self.ledger.reading() as session:
            pages = cited_pages(session, name, BUILT_IN)
            newest = {url: newest_capture(session, url) for url in pages.urls}
        watched = look_again(pages, newest)
        with self.ledger.writing() as session:
            record_watch(session, self.pen(), name, watched.looked)
        with self.ledger.reading() as session:
            return watch_page(session, name, watched, BUILT_IN, today=MORNING.date())

    def print_report(self, slug: str, file: str) -> None:
        with self.ledger.writing() as session:
            page = audit_page(session, slug, BUILT_IN, printed_at=MORNING)
            note_printed(session, self.pen(), page, form="HTML for desk", file=Path(file), content="")

    def rechecks(self) -> int:
        with self.ledger.reading() as session:
            return session.scalar(select(func.count()).select_from(RecheckRow)) or 0

    def is_stale(self, evidence: str) -> bool:
        with self.ledger.reading() as session:
            return evidence_page(session, evidence).is_stale


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Desk:
    return Desk(ledger, tmp_path)


def outcomes(page: WatchPage) -> dict[str, Recheck]:
    return {one.evidence: one.outcome for one in page.looked}


def test_each_quote_is_looked_for_in_the_newest_capture_of_its_page(desk: Desk) -> None:
    figure = desk.quote("ferry:1", desk.page())
    weather = desk.quote("ferry:2", "capture:1", "It was foggy.")
    desk.page("44")

    page = desk.watch()

    assert outcomes(page) == {figure: Recheck.QUOTE_ALTERED, weather: Recheck.CHANGED_ELSEWHERE}
    (altered, _) = page.looked
    assert (altered.before, altered.after, altered.url) == ("capture:1", "capture:2", URL)
    assert (altered.now, altered.claim) == ("carried 44 people", "ferry:1")
    assert page.found_change
    assert desk.is_stale(figure)
    assert not desk.is_stale(weather)


def test_a_watch_is_one_event_and_what_is_known_is_not_recorded_again(desk: Desk) -> None:
    desk.quote("ferry:1", desk.page())
    desk.quote("tickets:1", "capture:1")
    desk.page("44")

    first, again = desk.watch(), desk.watch()

    assert [one.is_new for one in (*first.looked, *again.looked)] == [True, True, False, False]
    assert outcomes(first) == outcomes(again)
    assert desk.rechecks() == 2
    with desk.ledger.reading() as session:
        (event,) = session.scalars(select(Event).where(Event.action == "story.watch"))
    assert (event.subject, event.actor) == ("boats", "ada")


def test_a_page_that_has_its_old_words_back_heals(desk: Desk) -> None:
    evidence = desk.quote("ferry:1", desk.page())
    desk.page("44")
    desk.watch()
    assert desk.is_stale(evidence)

    desk.page()

    assert outcomes(desk.watch()) == {evidence: Recheck.UNCHANGED}
    assert not desk.is_stale(evidence)
    assert desk.rechecks() == 2


def test_where_nothing_newer_was_captured_that_is_told_and_nothing_recorded(desk: Desk) -> None:
    desk.page("44")
    evidence = desk.quote("ferry:1", desk.page())

    page = desk.watch()

    assert page.looked == ()
    assert [(one.evidence, one.url, one.why) for one in page.not_looked] == [
        (evidence, URL, "nothing newer than what it rests on has been captured")
    ]
    assert desk.rechecks() == 0


def test_what_no_watch_can_reach_is_named(desk: Desk) -> None:
    nowhere = desk.quote("ferry:1", desk.page(url=None))
    with desk.ledger.writing() as session:
        heard = Heard(kind=EvidenceKind.PHONE_CALL, told="forty")
        judged = Judged(stance=Stance.SUPPORTS, because="asked", source="Ben Cole")
        call = add_heard(session, desk.pen(), "ferry:1", heard, judged).handle

    page = desk.watch()

    assert [(one.evidence, one.url, one.why) for one in page.not_looked] == [
        (nowhere, None, "capture:1 is a file, and nobody said where it is from"),
        (call, None, "it is from no page (phone call)"),
    ]


def test_what_nothing_rests_on_is_left_alone(desk: Desk) -> None:
    evidence = desk.quote("ferry:1", desk.page())
    with desk.ledger.writing() as session:
        withdraw(session, desk.pen(), evidence, because="another ferry")
    desk.page("44")

    page = desk.watch()

    assert (page.looked, page.not_looked, page.touched) == ((), (), ())


def test_a_document_can_be_watched_alone(desk: Desk) -> None:
    own = desk.quote("ferry:1", desk.page())
    desk.quote("tickets:1", "capture:1")
    desk.page("44")

    assert outcomes(desk.watch("ferry")) == {own: Recheck.QUOTE_ALTERED}
    with pytest.raises(UnknownDocument):
        desk.watch("fery")


def test_the_blast_radius_names_the_claims_and_the_reports_that_printed_them(desk: Desk) -> None:
    desk.quote("ferry:1", desk.page())
    desk.quote("ferry:2", "capture:1", "It was foggy.")
    desk.quote("tickets:1", "capture:1")
    for file in ("ferry.html", "ferry.html", "other.html"):
        desk.print_report("ferry", file)
    desk.page("44")

    page = desk.watch()

    assert [(one.claim, one.status) for one in page.touched] == [
        ("ferry:1", Status.UNCONFIRMED),
        ("tickets:1", Status.UNCONFIRMED),
    ]
    ferry, tickets = page.touched
    assert [(one.file, one.status, one.at) for one in ferry.reports] == [
        ("ferry.html", Status.UNCONFIRMED, MORNING),
        ("other.html", Status.UNCONFIRMED, MORNING),
    ]
    assert tickets.reports == ()


def test_a_change_elsewhere_touches_nobody(desk: Desk) -> None:
    desk.quote("ferry:1", desk.page())
    desk.page(weather="It was clear.")

    page = desk.watch()

    assert page.touched == ()
    assert not page.found_change
