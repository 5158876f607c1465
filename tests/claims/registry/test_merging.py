"""Making two sources one, in chains, and taking it back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from claims.errors import CannotMerge, EmptyReason, UnknownMerge
from claims.registry.adding import add_source
from claims.registry.finding import find_source
from claims.registry.grading import grade_source
from claims.registry.merging import merge_sources, undo_merge
from claims.registry.queries import source_page, source_pages
from ledger.engine import Ledger
from ledger.pen import Pen

PEN = Pen.of_this_machine("ada")
NAMES = ["Alma", "Board", "Courier", "Dock"]


@pytest.fixture(autouse=True)
def four_sources(ledger: Ledger) -> None:
    with ledger.writing() as session:
        for name in NAMES:
            add_source(session, PEN, name)


def merge(session: Session, one: str, into: str) -> int:
    return merge_sources(session, PEN, one, into, because="one newsroom").number


def test_a_merged_source_is_found_and_shown_under_the_other_with_all_its_names(ledger: Ledger) -> None:
    with ledger.writing() as session:
        merge(session, "Alma", "Board")

        page = source_page(session, "alma")
        assert (page.handle, page.names) == ("source:2", ("Board", "Alma"))
        assert [(one.source, one.name, one.because) for one in page.merged] == [
            ("source:1", "Alma", "one newsroom")
        ]
        assert [page.name for page in source_pages(session)] == ["Board", "Courier", "Dock"]


def test_a_grade_of_the_merged_source_is_shown_but_does_not_carry_over(ledger: Ledger) -> None:
    with ledger.writing() as session:
        grade_source(session, PEN, "Alma", "A", because="its record")
        merge(session, "Alma", "Board")

        page = source_page(session, "Board")

    assert page.grade is None
    assert [(grade.grade, grade.under) for grade in page.grades] == [("A", "Alma")]


def test_chains_lead_to_their_end_and_fall_apart_link_by_link(ledger: Ledger) -> None:
    with ledger.writing() as session:
        first = merge(session, "Alma", "Board")
        second = merge(session, "Board", "Courier")
        assert find_source(session, "Alma").name == "Courier"
        assert source_page(session, "Courier").names == ("Courier", "Alma", "Board")

        undo_merge(session, PEN, second, because="two owners")
        assert find_source(session, "Alma").name == "Board"

        undo_merge(session, PEN, first, because="two papers")
        assert [page.name for page in source_pages(session)] == sorted(NAMES)


def test_a_merge_that_was_undone_can_be_made_again(ledger: Ledger) -> None:
    with ledger.writing() as session:
        undo_merge(session, PEN, merge(session, "Alma", "Board"), because="two papers")

        again = merge(session, "Alma", "Board")

        assert again == 3
        assert find_source(session, "Alma").name == "Board"


@pytest.mark.parametrize(
    ("made", "refused", "said"),
    [
        pytest.param([], ("Alma", "alma"), "nothing to merge", id="with itself"),
        pytest.param([("Alma", "Board")], ("Board", "Alma"), "together as source:2", id="a circle"),
        pytest.param(
            [("Alma", "Board"), ("Board", "Courier")],
            ("Courier", "Alma"),
            "source:1 (Alma) is merged into source:3 (Courier) already",
            id="a circle of three",
        ),
        pytest.param(
            [("Alma", "Board")], ("Alma", "Dock"), "source merge --undo 1", id="merged elsewhere already"
        ),
    ],
)
def test_what_would_go_in_a_circle_is_refused(
    ledger: Ledger, made: list[tuple[str, str]], refused: tuple[str, str], said: str
) -> None:
    with ledger.writing() as session:
        for one, into in made:
            merge(session, one, into)

        with pytest.raises(CannotMerge) as raised:
            merge(session, *refused)

    assert said in str(raised.value)


def test_a_protected_source_is_never_made_one_with_an_open_one(ledger: Ledger) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Heron", protected=True)

        for pair in [("Heron", "Alma"), ("Alma", "Heron")]:
            with pytest.raises(CannotMerge, match=r"source:5 \(Heron\) is protected"):
                merge(session, *pair)


def test_merges_that_are_not_there_or_were_undone_can_t_be_undone(ledger: Ledger) -> None:
    with ledger.writing() as session:
        number = merge(session, "Alma", "Board")
        undo_merge(session, PEN, number, because="two papers")

        for missing, said in [
            (7, "there is no merge 7"),
            (2, "there is no merge 2"),
            (number, "undone already"),
        ]:
            with pytest.raises(UnknownMerge, match=said):
                undo_merge(session, PEN, missing, because="two papers")


def test_merging_and_undoing_need_their_reasons(ledger: Ledger) -> None:
    with ledger.writing() as session:
        with pytest.raises(EmptyReason):
            merge_sources(session, PEN, "Alma", "Board", because=" ")
        number = merge(session, "Alma", "Board")

        with pytest.raises(EmptyReason):
            undo_merge(session, PEN, number, because="")


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=8))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_merged_undoing_all_brings_everything_back(
    ledger: Ledger, pairs: list[tuple[str, str]]
) -> None:
    made = []
    with ledger.writing() as session:
        before = source_pages(session)
        for pair in pairs:
            try:
                made.append(merge(session, *pair))
            except CannotMerge:
                continue
        found = [find_source(session, name) for name in NAMES]  # no circle: each search ends
        assert len(source_pages(session)) == len(NAMES) - len(made) == len({one.id for one in found})

        for number in reversed(made):
            undo_merge(session, PEN, number, because="never mind")

        assert source_pages(session) == before
        assert all(one < other for one, other in pairwise(made))
