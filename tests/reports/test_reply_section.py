"""The right of reply in the report of the desk; readers get none of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claims.kinds import ReplyOutcome, ReplyState
from claims.pages import AuditPage
from claims.replies.pages import AnswerPage, RequestPage
from reports.html import render_audit
from reports.readers import Audience, for_readers
from reports.reply_section import requests_view
from reports.views.basic import Link
from tests.reports.pages import AT, a_document, an_audit, paragraph
from tests.reports.verified import a_request


def audit_with(*requests: RequestPage) -> AuditPage:
    """An article of two claims, about both of which something was put to somebody."""
    document = a_document(paragraph("The embargo ended.", "It had lasted for two years."))
    claims = tuple(replace(claim, reply_requests=requests) for claim in document.claims)
    return an_audit(replace(document, claims=claims))


def test_what_was_put_stands_in_the_report_once_with_what_came_of_it() -> None:
    page = audit_with(a_request())

    (shown,) = requests_view(page.document.claims, "release")

    assert (shown.handle, shown.whom, shown.state) == ("reply:3", "Lena Havelik", "Answered")
    assert shown.put == ("We report that you were freed on Monday.", "Is that right?")
    assert [(one.told.partition(" ")[0], one.words) for one in shown.answers] == [
        ("Answered", ("No.", "On Saturday."))
    ]
    assert shown.used == ("“She says: on Saturday.” (in release)",)
    assert shown.claims == (Link("claim 1", "#claim-1"), Link("other:4 (reworded since)"))
    report = render_audit(page)
    assert report.count("Is that right?") == 1
    assert report.count('id="reply-3"') == 1
    assert '<a href="#replies">' in report


def test_a_report_without_a_request_has_no_such_part() -> None:
    report = render_audit(audit_with())

    assert "Right of reply" not in report


def test_of_somebody_protected_neither_channel_nor_time_is_printed() -> None:
    held_back: dict[str, Any] = {"whom": "Heron", "protected": True, "held_back": True}
    answers = (AnswerPage(ReplyOutcome.ANSWERED, "No.", "mara", None),)
    page = audit_with(a_request(channel=None, put_at=None, at=None, answers=answers, **held_back))

    (shown,) = requests_view(page.document.claims, "release")

    assert shown.whom == "Heron (protected source)"
    assert shown.facts[0].value == "by mara; when and how is left out here"
    assert shown.answers[0].told == "Answered"


def test_readers_get_nothing_of_it() -> None:
    page = audit_with(a_request())

    report = render_audit(page, audience=Audience.READERS)

    assert all(claim.reply_requests == () for claim in for_readers(page).document.claims)
    assert [words for words in ("Havelik", "Saturday", "Right of reply") if words in report] == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param({"answers": (), "state": ReplyState.AWAITED}, "", id="awaited"),
        pytest.param(
            {"answers": (), "state": ReplyState.UNANSWERED},
            ", which has passed; no answer noted",
            id="passed",
        ),
        pytest.param(
            {"answers": (AnswerPage(ReplyOutcome.NONE, None, "mara", AT),), "state": ReplyState.UNANSWERED},
            "",
            id="none noted",
        ),
    ],
)
def test_the_deadline_says_whether_it_passed(given: dict[str, Any], told: str) -> None:
    (shown,) = requests_view(audit_with(a_request(uses=(), **given)).document.claims, "release")

    assert shown.facts[1].value.endswith(f"UTC{told}")
    assert shown.used == ()


def test_an_answer_of_which_nothing_is_noted_says_so() -> None:
    (shown,) = requests_view(audit_with(a_request(uses=())).document.claims, "release")

    assert shown.used == ("Nothing is noted of what was used.",)
