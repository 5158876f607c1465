"""The week that `docs/workday.md` plays: what changed is checked again, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from sqlalchemy import func, select

from claims.judging.policy_file import BUILT_IN
from claims.kinds import ClaimChange, Question, ReviewRole, Status
from claims.models import ClaimChangeRow, ReviewRow
from claims.queries import document_page
from claims.revising.wording import as_read
from claims.revision_queries import revision_page
from docs.walking import WORKDAY, Answer, walk
from ledger.engine import Ledger, open_ledger

SLUG = "harbour-bridge"
REVISE = f"factdesk document revise {SLUG}"


class Standing(NamedTuple):
    """A claim at one time: its words, and what it counts as."""

    text: str
    status: Status


class Draft(NamedTuple):
    """What a revision made of the claims: how they stood before and after, and what was told of each."""

    before: dict[str, Standing]
    after: dict[str, Standing]
    changes: dict[str, ClaimChange]

    def of(self, change: ClaimChange) -> list[str]:
        """The claims of which it made this."""
        return [handle for handle, made in self.changes.items() if made is change]


class Week(NamedTuple):
    """The week as it was played: every answer, the drafts, and the ledger at its end."""

    answers: list[Answer]
    drafts: list[Draft]
    ledger: Ledger


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    folder = tmp_path_factory.mktemp("week")
    answers: list[Answer] = []
    drafts: list[Draft] = []
    before: dict[str, Standing] = {}
    for block in walk(WORKDAY.read_text(encoding="utf-8"), folder):
        answers += block
        with open_ledger(folder / "factdesk.db") as ledger:
            after = standings(ledger)
            if block[-1].command.startswith(REVISE):
                drafts.append(Draft(before, after, changes(ledger)))
            before = after
    with open_ledger(folder / "factdesk.db") as ledger:
        yield Week(answers, drafts, ledger)


def standings(ledger: Ledger) -> dict[str, Standing]:
    with ledger.reading() as session:
        page = document_page(session, SLUG, BUILT_IN)
    return {claim.handle: Standing(claim.text, claim.standing.status) for claim in page.claims}


def changes(ledger: Ledger) -> dict[str, ClaimChange]:
    with ledger.reading() as session:
        return {one.handle: one.change for one in revision_page(session, SLUG).changes}


def test_a_draft_of_60_claims_is_revised_five_times(week: Week) -> None:
    assert "60 unconfirmed" in week.answers[0].printed
    assert len(week.drafts) == len([one for one in week.answers if one.command.startswith(REVISE)]) == 5


def test_nothing_that_changed_stays_confirmed(week: Week) -> None:
    for draft in week.drafts:
        opened = {*draft.of(ClaimChange.REOPENED), *draft.of(ClaimChange.NEW)}
        reworded = {
            handle
            for handle in draft.before.keys() & draft.after.keys()
            if as_read(draft.before[handle].text) != as_read(draft.after[handle].text)
        }

        assert {draft.after[handle].status for handle in opened} == {Status.UNCONFIRMED}
        assert reworded <= opened


def test_what_did_not_change_stands_as_it_stood(week: Week) -> None:
    carried = [(draft, handle) for draft in week.drafts for handle in draft.of(ClaimChange.CARRIED)]

    assert [
        handle for draft, handle in carried if draft.after[handle].status is not draft.before[handle].status
    ] == []
    assert len(carried) > 5 * 60


def test_nothing_is_checked_twice_that_did_not_change(week: Week) -> None:
    """A claim gets one verdict on each question, and one more each time a revision opens it again."""
    with week.ledger.reading() as session:
        verdicts = session.execute(
            select(ReviewRow.claim_id, func.count())
            .where(ReviewRow.role == ReviewRole.VERDICT, ReviewRow.question.is_distinct_from(Question.SAID))
            .group_by(ReviewRow.claim_id)
        ).all()
        opened = dict(
            session.execute(
                select(ClaimChangeRow.claim_id, func.count())
                .where(ClaimChangeRow.change == ClaimChange.REOPENED)
                .group_by(ClaimChangeRow.claim_id)
            ).all()
        )

    assert [claim for claim, count in verdicts if count > 1 + opened.get(claim, 0)] == []


def test_at_the_end_nothing_stands_in_the_way(week: Week) -> None:
    gates = [one for one in week.answers if one.command == f"factdesk story gate {SLUG}"]

    assert [gate.status for gate in gates] == [1, 0, 0]
    assert "Replies awaited" in gates[0].printed
