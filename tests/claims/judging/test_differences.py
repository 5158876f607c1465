"""Since when figures differ, and which verdicts speak of them, where texts were revised."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from claims.handles import find_claim
from claims.intake import offer_file, store, store_revision
from claims.judging.case import Difference
from claims.judging.differences import differences_of
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.judging.scope import EVERYTHING, Scope
from claims.models import RevisionRow
from claims.queries import claim_page
from ledger.engine import Ledger
from ledger.pen import Pen
from tests.ledger.pens import replaying_pen

OURS = "Storm over Arden\n\nThe storm killed 40 people in Arden on 4 May 2026.\n\nThe wind rose.\n"
THEIRS = "The night of the storm\n\nThe storm killed 47 people in Arden on 4 May 2026.\n\nNobody was hurt.\n"


@pytest.fixture
def pen() -> Pen:
    return replaying_pen()


@pytest.fixture
def drafts(ledger: Ledger, tmp_path: Path, pen: Pen) -> Path:
    for name, words in (("ours", OURS), ("theirs", THEIRS)):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        store(ledger, pen, offer_file(str(tmp_path / f"{name}.txt"), story="storm"))
    return tmp_path


def revised(ledger: Ledger, pen: Pen, path: Path, words: str) -> None:
    path.write_text(words, encoding="utf-8")
    store_revision(ledger, pen, offer_file(str(path)))


def difference(ledger: Ledger, handle: str) -> Difference:
    with ledger.reading() as session:
        (found,) = differences_of(session, EVERYTHING)[find_claim(session, handle).id]
    return found


def test_a_claim_alone_differs_as_it_does_among_all(ledger: Ledger, pen: Pen, drafts: Path) -> None:
    more = "The flood drowned {} cows in Belmont on 5 May 2026."
    for name, words, cows in (("ours", OURS, 12), ("theirs", THEIRS, 15)):
        revised(ledger, pen, drafts / f"{name}.txt", f"{words}\n{more.format(cows)}\n")

    with ledger.reading() as session:
        everywhere = differences_of(session, EVERYTHING)
        alone = [differences_of(session, Scope(claims=(claim,))) for claim in everywhere]

    assert len(everywhere) == 4
    assert alone == [{claim: found} for claim, found in everywhere.items()]


def test_a_revision_elsewhere_makes_a_difference_no_newer(ledger: Ledger, pen: Pen, drafts: Path) -> None:
    before = difference(ledger, "ours:2")

    revised(ledger, pen, drafts / "ours.txt", OURS.replace("The wind rose.", "The wind fell."))

    assert difference(ledger, "ours:2") == before


def test_a_figure_that_changed_differs_since_then(ledger: Ledger, pen: Pen, drafts: Path) -> None:
    revised(ledger, pen, drafts / "ours.txt", OURS.replace("40", "41"))

    with ledger.reading() as session:
        last = session.scalars(select(RevisionRow.added_at).order_by(RevisionRow.number.desc())).first()
    assert difference(ledger, "ours:2").since == last


def test_a_verdict_keeps_which_claims_differed_when_it_was_given(
    ledger: Ledger, pen: Pen, drafts: Path
) -> None:
    with ledger.writing() as session:
        mark(session, pen, "ours:2", "confirmed", because="the list", policy=BUILT_IN)
        mark(session, pen, "ours:3", "confirmed", because="the list", policy=BUILT_IN)

    with ledger.reading() as session:
        pages = [claim_page(session, handle, BUILT_IN) for handle in ("ours:2", "ours:3")]
        rival = find_claim(session, "theirs:2").id
    assert [page.reviews[0].differed for page in pages] == [{rival}, frozenset()]


def test_a_verdict_on_earlier_words_rules_nothing_out(ledger: Ledger, pen: Pen, drafts: Path) -> None:
    with ledger.writing() as session:
        mark(session, pen, "theirs:2", "refuted", because="the list says so", policy=BUILT_IN)
    ruled_out = difference(ledger, "ours:2").others

    revised(ledger, pen, drafts / "theirs.txt", THEIRS.replace("47", "48"))

    assert (ruled_out, difference(ledger, "ours:2").others) == (("refuted",), (None,))
