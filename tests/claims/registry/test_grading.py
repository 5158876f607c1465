"""Grading sources: opinions of people, of which none is lost and none is reckoned with."""

from __future__ import annotations

import pytest

from claims.errors import EmptyReason, UnknownGrade, UnknownSource
from claims.registry.adding import add_source
from claims.registry.grading import grade_source
from claims.registry.queries import source_page, source_pages
from ledger.engine import Ledger
from ledger.pen import Pen

PEN = Pen.of_this_machine("ada")


def test_a_later_grade_stands_before_an_earlier_one_and_both_are_kept(ledger: Ledger) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Gazette")
        grade_source(session, PEN, "gazette", " c ", because="two errors  in May")
        grade_source(session, Pen.of_this_machine("ben"), "gazette", "B", because="corrected both")

        page = source_page(session, "gazette")

    assert page.grade is not None
    assert (page.grade.grade, page.grade.by) == ("B", "ben")
    assert [(grade.grade, grade.because) for grade in page.grades] == [
        ("C", "two errors in May"),
        ("B", "corrected both"),
    ]


def test_a_grade_for_a_scope_does_not_hold_for_the_rest(ledger: Ledger) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Gazette")
        grade_source(session, PEN, "gazette", "A", because="its own reporters", scope=" shipping  news ")

        page = source_page(session, "gazette")

    assert page.grade is None
    assert page.grades[0].scope == "shipping news"


def test_sources_stand_by_reliability_and_those_without_any_come_last_and_apart(ledger: Ledger) -> None:
    grades = {"Ungraded": None, "Nobody": "F", "Good": "B", "Bad": "E", "Best": "A", "Also good": "B"}
    with ledger.writing() as session:
        for name, grade in grades.items():
            add_source(session, PEN, name)
            if grade:
                grade_source(session, PEN, name, grade, because="its record")

        pages = source_pages(session)

    assert [page.name for page in pages] == ["Best", "Also good", "Good", "Bad", "Nobody", "Ungraded"]
    assert [page.grade.is_graded if page.grade else None for page in pages[3:]] == [True, False, None]


@pytest.mark.parametrize(
    ("words", "grade", "because", "error"),
    [
        pytest.param("Gazette", "G", "its record", UnknownGrade, id="no such grade"),
        pytest.param("Gazette", "", "its record", UnknownGrade, id="no grade"),
        pytest.param("Gazette", "A", "  ", EmptyReason, id="no reason"),
        pytest.param("Herald", "A", "its record", UnknownSource, id="no such source"),
    ],
)
def test_a_grade_that_cannot_stand_is_refused(
    ledger: Ledger, words: str, grade: str, because: str, error: type[Exception]
) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Gazette")

        with pytest.raises(error):
            grade_source(session, PEN, words, grade, because=because)
        assert source_page(session, "Gazette").grades == ()
