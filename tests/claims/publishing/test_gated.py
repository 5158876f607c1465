"""What a story has at the gate, read from its ledger."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from claims.deciding import split_figures
from claims.errors import UnknownDocument
from claims.intake import offer_file, store, store_revision
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import Override, mark
from claims.kinds import ObstacleKind, Purpose, Question, Status
from claims.publishing.furniture import sign_furniture
from claims.publishing.gated import gate_page
from claims.publishing.pages import GatePage
from claims.publishing.purpose import state_purpose
from ledger.engine import Ledger
from tests.ledger.pens import MORNING, replaying_pen

DRAFT = "The ferry carried 40 people on Monday, the harbour office said.\n\nLeave a Comment\n"
OTHERS = "The ferry carried 50 people on Monday, Ada Marsh of the crew said.\n"


def add(ledger: Ledger, folder: Path, name: str, words: str, *, at: int, purpose: Purpose | None) -> None:
    path = folder / f"{name}.txt"
    path.write_text(words, encoding="utf-8")
    pen = replaying_pen(start=MORNING + timedelta(hours=at), first=10_000 * at)
    store(ledger, pen, offer_file(str(path), story="ferries"))
    if purpose:
        with ledger.writing() as session:
            state_purpose(session, pen, name, purpose)


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Ledger:
    add(ledger, tmp_path, "draft", DRAFT, at=1, purpose=Purpose.DRAFT)
    add(ledger, tmp_path, "others", OTHERS, at=2, purpose=Purpose.PUBLIC)
    return ledger


def at_the_gate(ledger: Ledger, name: str) -> GatePage:
    with ledger.reading() as session:
        return gate_page(session, name, BUILT_IN, now=MORNING)


def kinds(page: GatePage) -> dict[str, set[ObstacleKind]]:
    return {
        slug: {one.kind for one in page.obstacles if one.handle.partition(":")[0] == slug}
        for slug in (document.slug for document in page.documents)
    }


def test_a_story_comes_to_the_gate_with_all_its_documents(desk: Ledger) -> None:
    page = at_the_gate(desk, "ferries")

    assert [(one.slug, one.purpose, one.is_assumed) for one in page.documents] == [
        ("draft", Purpose.DRAFT, False),
        ("others", Purpose.PUBLIC, False),
    ]
    assert kinds(page) == {
        "draft": {ObstacleKind.UNCONFIRMED, ObstacleKind.FIGURES_DIFFER, ObstacleKind.FURNITURE_NOT_SIGNED},
        "others": {ObstacleKind.UNCONFIRMED},
    }
    assert page.statuses == {Status.UNCONFIRMED: 2}


def test_a_document_comes_alone_with_what_touches_it(desk: Ledger) -> None:
    assert kinds(at_the_gate(desk, "draft")) == {"draft": kinds(at_the_gate(desk, "ferries"))["draft"]}
    assert kinds(at_the_gate(desk, "others")) == {"others": {ObstacleKind.UNCONFIRMED}}


def test_signing_and_deciding_clear_the_way(desk: Ledger) -> None:
    with desk.writing() as session:
        sign_furniture(session, replaying_pen("ben", first=50_000), "draft", because="a button")
    split_figures(desk, replaying_pen("ben", first=60_000), ["others:1"], label=None, because="two ferries")

    assert kinds(at_the_gate(desk, "draft")) == {"draft": {ObstacleKind.UNCONFIRMED}}


def test_what_was_cut_is_not_at_the_gate_and_furniture_stays_signed(ledger: Ledger, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT + "\nThe ferry sank on Tuesday.\n", encoding="utf-8")
    store(ledger, replaying_pen(), offer_file(str(draft)))
    with ledger.writing() as session:
        sign_furniture(session, replaying_pen("ben", first=5_000), "draft", because="a button")
    assert [one.handle for one in at_the_gate(ledger, "draft").obstacles] == ["draft:1", "draft:2"]

    draft.write_text(DRAFT, encoding="utf-8")
    store_revision(ledger, replaying_pen("ben", first=6_000), offer_file(str(draft)))

    assert [one.handle for one in at_the_gate(ledger, "draft").obstacles] == ["draft:1"]


def test_an_override_passes_and_is_listed_with_its_reason(desk: Ledger) -> None:
    pen = replaying_pen("eve", first=70_000)
    with desk.writing() as session:
        told = Override(
            "the harbour office won't say before Friday", for_readers="not yet confirmed by others"
        )
        mark(
            session,
            pen,
            "others:1",
            "confirmed",
            because="seen",
            policy=BUILT_IN,
            about=Question.SO,
            override=told,
        )

    page = at_the_gate(desk, "others")

    assert page.passes
    assert [(one.handle, one.because, one.by, one.for_readers) for one in page.overridden] == [
        ("others:1", told.because, "eve", told.for_readers)
    ]


def test_neither_a_story_nor_a_document_of_that_name_is_an_error(desk: Ledger) -> None:
    with pytest.raises(UnknownDocument, match="no document 'ferry'"):
        at_the_gate(desk, "ferry")
