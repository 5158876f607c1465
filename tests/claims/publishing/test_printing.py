"""Which reports were printed, and what they said of each claim."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from claims.intake import offer_file, store, store_revision
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.kinds import ClaimChange, Status
from claims.publishing.printing import note_printed, printed_reports, printed_with
from claims.queries import audit_page
from claims.revision_queries import revision_page
from ledger.engine import Ledger
from ledger.events import head
from tests.ledger.pens import MORNING, replaying_pen


@pytest.fixture
def stored(ledger: Ledger, article: Path) -> Ledger:
    store(ledger, replaying_pen(), offer_file(str(article)))
    return ledger


def print_report(ledger: Ledger, file: Path | None, content: str, *, first: int) -> None:
    with ledger.writing() as session:
        page = audit_page(session, "harbour", BUILT_IN, printed_at=MORNING)
        note_printed(
            session, replaying_pen(first=first), page, form="HTML for desk", file=file, content=content
        )


def test_a_note_says_which_file_which_words_and_how_each_claim_stood(stored: Ledger) -> None:
    print_report(stored, Path("/home/ada/secret/harbour.html"), "<p>", first=1000)
    with stored.writing() as session:
        pen = replaying_pen(first=2000)
        mark(session, pen, "harbour:2", "not checkable", because="seen", policy=BUILT_IN)
    print_report(stored, None, "{}", first=3000)

    with stored.reading() as session:
        first, second = printed_reports(session, ["harbour", "other"])["harbour"]

    assert (first.file, first.form, first.revision, first.at) == ("harbour.html", "HTML for desk", 1, MORNING)
    assert first.sha256 == sha256(b"<p>").hexdigest()
    statuses = [page.statuses["harbour:2"] for page in (first, second)]
    assert statuses == [Status.UNCONFIRMED, Status.NOT_CHECKABLE]
    assert second.file == "standard output"


def test_printing_does_not_change_the_head_that_is_printed(stored: Ledger) -> None:
    with stored.reading() as session:
        before = head(session)

    print_report(stored, None, "{}", first=1000)

    with stored.reading() as session:
        assert head(session) == before


def test_a_document_of_which_nothing_was_printed_is_left_out(stored: Ledger) -> None:
    with stored.reading() as session:
        assert printed_reports(session, ["harbour"]) == {}


def test_a_revision_names_the_reports_that_printed_a_claim_which_it_opens_again(
    stored: Ledger, article: Path
) -> None:
    print_report(stored, Path("harbour.html"), "<p>", first=1000)
    article.write_text(article.read_text("utf-8").replace("40 boats on", "44 boats on"), "utf-8")
    store_revision(stored, replaying_pen(first=2000), offer_file(str(article)))

    with stored.reading() as session:
        page = revision_page(session, "harbour")

    assert {handle: [one.file for one in reports] for handle, reports in page.printed.items()} == {
        one.handle: ["harbour.html"] for one in page.of(ClaimChange.REOPENED)
    }
    assert "harbour:2" in page.printed


def test_the_reports_of_a_claim_are_those_that_printed_it_each_status_once(stored: Ledger) -> None:
    print_report(stored, Path("harbour.html"), "<p>", first=1000)
    print_report(stored, Path("harbour.html"), "<p>", first=2000)

    with stored.reading() as session:
        found = printed_with(session, ["harbour:2", "harbour:99", "other:2"])

    assert {handle: [(one.file, one.status) for one in reports] for handle, reports in found.items()} == {
        "harbour:2": [("harbour.html", Status.UNCONFIRMED)]
    }
