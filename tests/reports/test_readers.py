from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html as parser

from claims.kinds import OriginSign, Status, Tier
from claims.pages import AuditPage, OverridePage, Reopened, TraceLine
from reports.html import render_audit
from reports.readers import Audience
from tests.reports.pages import AT, a_document, an_audit, paragraph
from tests.reports.verified import (
    a_contact,
    a_review,
    a_search,
    an_answer,
    an_evidence,
    heard,
    protected,
    standing,
    verified_audit,
)

REOPENED = Reopened(2, AT, "a figure was changed", (("one", "two"),), 1, 1)
SECRET = "Xylographer"
"""A word that stands nowhere else, for what readers must not see."""


def told(audit: AuditPage, audience: Audience = Audience.READERS) -> str:
    page: parser.HtmlElement = parser.document_fromstring(render_audit(audit, audience=audience))
    return " ".join(page.text_content().split())


def audit_with(**given: object) -> AuditPage:
    document = a_document(paragraph("The ferry left at noon."))
    claim = replace(document.claims[0], **given)  # type: ignore[arg-type]
    return an_audit(replace(document, claims=(claim,)))


@pytest.mark.parametrize(
    "audit",
    [
        pytest.param(audit_with(reviews=(a_review(by=SECRET),)), id="a reviewer's name"),
        pytest.param(audit_with(tier=Tier.FIGURE, tier_set_by=SECRET), id="who set the tier"),
        pytest.param(audit_with(evidence=(an_evidence(by=SECRET),)), id="who added evidence"),
        pytest.param(audit_with(evidence=(an_evidence(because=SECRET),)), id="the note on evidence"),
        pytest.param(
            audit_with(evidence=(an_evidence(part="the left half", described_by=SECRET),)),
            id="who described it",
        ),
        pytest.param(audit_with(evidence=(heard(how=SECRET),)), id="how somebody was heard"),
        pytest.param(audit_with(evidence=(heard(place=SECRET),)), id="where somebody was heard"),
        pytest.param(
            audit_with(
                reviews=(a_review(),),
                standing=standing(Status.CONFIRMED, trace=(TraceLine("verdict", met=True, says=SECRET),)),
            ),
            id="the way to a status",
        ),
        pytest.param(
            audit_with(reviews=(a_review(),), standing=standing(Status.UNCONFIRMED, waits_for=(SECRET,))),
            id="what it waits for",
        ),
        pytest.param(audit_with(searches=(a_search(note=SECRET),)), id="the note on a search"),
        pytest.param(audit_with(searches=(a_search(by=SECRET),)), id="who searched"),
        pytest.param(audit_with(contacts=(a_contact(whom=SECRET),)), id="who was asked"),
        pytest.param(audit_with(contacts=(a_contact(channel=SECRET),)), id="by which channel"),
        pytest.param(audit_with(contacts=(a_contact(asked=SECRET),)), id="what was asked"),
        pytest.param(audit_with(contacts=(a_contact(replies=(an_answer(SECRET),)),)), id="the answer"),
        pytest.param(audit_with(evidence=(protected(source_name=SECRET),)), id="a code name"),
        pytest.param(
            audit_with(earlier_reviews=(a_review(by=SECRET),), reopened=REOPENED),
            id="an earlier reviewer's name",
        ),
        pytest.param(
            audit_with(earlier_evidence=(protected(told=SECRET),), reopened=REOPENED),
            id="an earlier protected source's words",
        ),
        pytest.param(
            audit_with(evidence=(protected(origin=SECRET, origin_sign=OriginSign.JUDGED),)),
            id="a code name as an origin",
        ),
        pytest.param(audit_with(evidence=(protected(told=SECRET),)), id="a protected source's words"),
        pytest.param(
            audit_with(reviews=(a_review(override=OverridePage(SECRET, None, SECRET, AT)),)),
            id="an override's reason",
        ),
    ],
)
def test_names_notes_and_contacts_are_for_the_desk_alone(audit: AuditPage) -> None:
    hidden, shown = told(audit), told(audit, Audience.DESK)

    assert SECRET not in hidden
    assert SECRET in shown


def test_readers_are_told_the_verdict_its_reason_and_the_role_of_who_gave_it() -> None:
    shown = told(audit_with(reviews=(a_review(because="The logbook says so."),)))

    assert "confirmed, reviewer, 14 December 2025, 09:12 UTC: “The logbook says so.”" in shown


def test_readers_are_told_of_an_override_in_the_words_meant_for_them() -> None:
    shown = told(verified_audit())

    assert "Our rules ask for more here; the editors let it stand: “We have seen the papers.”" in shown
    assert "We publish at six" not in shown
    assert "Readers are told" not in shown


def test_an_override_without_words_for_readers_says_that_the_editors_decided() -> None:
    override = OverridePage("We publish at six.", None, "editor", AT)

    shown = told(audit_with(reviews=(a_review(override=override),)))

    assert "Our rules ask for more here; the editors let it stand." in shown


def test_readers_see_the_evidence_with_its_words_its_source_and_its_digest() -> None:
    shown = told(audit_with(evidence=(an_evidence(),)))

    assert "Norland Gazette: B, usually reliable; primary; independent" in shown
    assert "The embargo on nickel ends on 13 December." in shown
    assert "SHA-256 5d41402abc4b…" in shown


def test_a_protected_source_is_told_of_and_nothing_more() -> None:
    shown = told(verified_audit())

    assert "a source whose name the desk protects: no grade yet" in shown
    assert "KESTREL" not in shown
    assert "He signed it in November." not in shown


def test_a_report_for_readers_says_what_it_is_and_what_it_leaves_out() -> None:
    shown = told(verified_audit())

    assert shown.startswith("How this text was checked: Norland ends its embargo on nickel")
    assert "Left out here are the names" in shown
    assert "Left out here" not in told(verified_audit(), Audience.DESK)
