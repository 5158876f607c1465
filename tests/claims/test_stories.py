"""Findings of a story, with other documents and other stories about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from claims.documents import Offer
from claims.errors import UnknownStory
from claims.intake import offer_file, reconcile_again, store
from claims.judging.policy_file import BUILT_IN
from claims.kinds import Because, QuantityStatus, Relation
from claims.queries import claim_pages, story_page
from claims.reconcile import reconcile
from claims.reconcile.decisions import Decisions
from claims.reconcile.record import Item, Reconciliation
from ledger.engine import Ledger
from tests.ledger.pens import replaying_pen

CALM = "Arden released 123 prisoners on Saturday. The talks took two days."
TORN = (
    "Arden released 123 prisoners on Saturday. Later it said that Arden released 132 prisoners on Saturday."
)


def offered(folder: Path, name: str, words: str, *, story: str | None = None) -> Offer:
    path = folder / f"{name}.txt"
    path.write_text(f"{words}\n", encoding="utf-8")
    return offer_file(str(path), story=story)


@pytest.fixture
def stored(ledger: Ledger, tmp_path: Path) -> Ledger:
    pen = replaying_pen()
    store(ledger, pen, offered(tmp_path, "torn", TORN))
    store(ledger, pen, offered(tmp_path, "calm", CALM))
    return ledger


def because_of(ledger: Ledger, slug: str) -> list[Because | None]:
    with ledger.reading() as session:
        return [claim.standing.because for claim in claim_pages(session, BUILT_IN, slug=slug)]


def test_figures_that_differ_in_one_story_are_no_matter_of_another(stored: Ledger) -> None:
    assert because_of(stored, "torn") == [Because.FIGURES_DIFFER] * 2
    assert because_of(stored, "calm") == [Because.NOBODY_LOOKED] * 2


def test_a_difference_stays_with_the_claims_it_stands_in(ledger: Ledger, tmp_path: Path) -> None:
    pen = replaying_pen()
    store(ledger, pen, offered(tmp_path, "first", "The talks took two days. Arden released 123 prisoners."))
    store(ledger, pen, offered(tmp_path, "second", "Arden released 132 prisoners. Rain fell.", story="first"))

    assert because_of(ledger, "first") == [Because.NOBODY_LOOKED, Because.FIGURES_DIFFER]
    assert because_of(ledger, "second") == [Because.FIGURES_DIFFER, Because.NOBODY_LOOKED]


def test_reconciling_one_story_leaves_the_findings_of_others(stored: Ledger) -> None:
    with stored.reading() as session:
        before = story_page(session, "torn")

    reconcile_again(stored, "calm")

    with stored.reading() as session:
        assert story_page(session, "torn") == before
        assert [relation.relation for relation in before.findings.relations] == [Relation.CONFLICT]


def test_a_story_that_grows_while_it_is_computed_is_computed_again(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen = replaying_pen()
    late = offered(tmp_path, "late", CALM, story="storm")

    def interrupted(items: Sequence[Item], decisions: Decisions) -> Reconciliation:
        monkeypatch.setattr("claims.intake.reconcile", reconcile)
        store(ledger, pen, late)
        return reconcile(items, decisions)

    monkeypatch.setattr("claims.intake.reconcile", interrupted)
    store(ledger, pen, offered(tmp_path, "first", CALM, story="storm"))

    with ledger.reading() as session:
        page = story_page(session, "storm")
    assert page.documents == ("late", "first")
    assert {figure.item for figure in page.findings.figures} == {"late", "first"}


def test_a_document_named_for_a_story_is_answered_with_its_story(ledger: Ledger, tmp_path: Path) -> None:
    store(ledger, replaying_pen(), offered(tmp_path, "calm", CALM, story="storm"))

    with pytest.raises(UnknownStory, match="calm is a document of the story storm"):
        reconcile_again(ledger, "calm")


def test_only_claims_that_the_text_calls_unconfirmed_can_be_asked_for(ledger: Ledger, article: Path) -> None:
    store(ledger, replaying_pen(), offer_file(str(article)))

    with ledger.reading() as session:
        claims = claim_pages(session, BUILT_IN, reported=True)
    assert [claim.text for claim in claims] == ["Whether the insurers will pay has not been confirmed."]


def test_what_would_change_a_result_is_kept_with_it(stored: Ledger) -> None:
    with stored.reading() as session:
        findings = story_page(session, "torn").findings

    flips = [quantity.flips for quantity in findings.quantities if quantity.status is QuantityStatus.DISPUTED]
    assert flips
    assert all(each is not None and each.origins and each.otherwise for each in flips)
