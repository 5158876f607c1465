"""The corrections of a text in its report: for the desk all of them, for readers those they are told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from claims.corrections.pages import CorrectionPage, CountedAs, EndPage
from claims.kinds import CorrectionDecision, CorrectionKind, Status
from claims.pages import AuditPage
from reports.html import render_audit
from reports.readers import Audience
from tests.reports.pages import AT
from tests.reports.release import release_audit

OLD, NEW = "It carried 132 people.", "It carried 123 people."
CLOSED = CorrectionPage(
    number=1,
    slug="release",
    story="release",
    claim="release:2",
    kind=CorrectionKind.FIGURE,
    request=None,
    requested_by=None,
    received=AT,
    was=CountedAs(Status.CONFIRMED, "confirmed", "mara", AT, OLD),
    now=CountedAs(Status.CONFIRMED, "confirmed", "jonas", AT + timedelta(days=2), NEW),
    places=(),
    end=EndPage(CorrectionDecision.CORRECTED, "the list", "An earlier version gave 132.", "cora", AT),
    by="mara",
    at=AT,
)
OPEN = replace(CLOSED, number=2, claim=None, kind=CorrectionKind.HEADLINE, was=None, now=None, end=None)


def audit() -> AuditPage:
    return replace(release_audit(), corrections=(CLOSED, OPEN))


def test_readers_see_the_notice_and_the_old_verdict_beside_the_new_and_no_name() -> None:
    page = " ".join(render_audit(audit(), audience=Audience.READERS).split())

    assert "An earlier version gave 132." in page
    assert f"<del>{OLD}</del> <ins>{NEW}</ins>" in page
    assert "was: ✓ confirmed (14 December 2025) → now: ✓ confirmed (16 December 2025)" in page
    assert "headline)" not in page
    assert [name for name in ("mara", "jonas", "cora") if f"({name}" in page] == []


def test_the_desk_sees_whose_verdicts_they_were_and_what_is_open() -> None:
    page = " ".join(render_audit(audit()).split())

    assert "was: ✓ confirmed (mara, 14 December 2025) → now: ✓ confirmed (jonas, 16 December 2025)" in page
    assert "Open since 14 December 2025 (headline)." in page


def test_a_report_without_corrections_has_no_such_part() -> None:
    assert 'id="corrections"' not in render_audit(release_audit())
