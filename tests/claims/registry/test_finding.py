"""Finding a source by its handle or by any of its names."""

from __future__ import annotations

import pytest

from claims.errors import AmbiguousSource, UnknownSource
from claims.registry.adding import add_source
from claims.registry.finding import find_source, grade_in_force
from claims.registry.grading import grade_source
from claims.registry.merging import merge_sources
from ledger.engine import Ledger
from ledger.pen import Pen

PEN = Pen.of_this_machine("ada")


@pytest.fixture(autouse=True)
def two_ministries(ledger: Ledger) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Ministry of Health of Velmaria", also=["MoH", "Velmarian ministry"])
        add_source(session, PEN, "Ministry of Health of Norland", also=["MoH"])


@pytest.mark.parametrize("words", ["source:1", "ministry of health of VELMARIA", "the Velmarian Ministry"])
def test_a_handle_and_every_name_lead_to_the_source(ledger: Ledger, words: str) -> None:
    with ledger.reading() as session:
        assert find_source(session, words).number == 1


def test_a_name_of_two_sources_asks_which(ledger: Ledger) -> None:
    with ledger.reading() as session, pytest.raises(AmbiguousSource) as raised:
        find_source(session, "moh")

    assert "source:1 (Ministry of Health of Velmaria) and of source:2" in str(raised.value)


def test_a_name_of_two_sources_that_were_made_one_is_plain(ledger: Ledger) -> None:
    with ledger.writing() as session:
        merge_sources(session, PEN, "source:2", "source:1", because="one ministry by now")

        assert find_source(session, "moh").number == 1
        assert find_source(session, "source:2").number == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("Ministry of Health of Norlnd", "did you mean Ministry of Health of Norland", id="near"),
        pytest.param("Zebra", 'factdesk source add "Zebra"', id="far"),
        pytest.param("source:3", "they run from source:1 to source:2", id="a handle"),
        pytest.param("source:x", "there is no source 'source:x'", id="no number"),
        pytest.param("source:99999999999999999999", "there is no source", id="a very long number"),
        pytest.param("\udcff", "there is no source", id="no text"),
        pytest.param("", "there is no source ''", id="nothing"),
    ],
)
def test_a_source_that_is_not_there_is_told_with_the_next_step(ledger: Ledger, words: str, said: str) -> None:
    with ledger.reading() as session, pytest.raises(UnknownSource) as raised:
        find_source(session, words)

    assert said in str(raised.value)


def test_the_grade_in_force_is_the_last_that_holds_for_everything(ledger: Ledger) -> None:
    with ledger.writing() as session:
        found = find_source(session, "source:1")
        assert grade_in_force(session, found.id) is None
        for grade, scope in [("C", None), ("B", None), ("A", "vaccines")]:
            grade_source(session, PEN, "source:1", grade, because="its record", scope=scope)
        grade_source(session, PEN, "source:2", "E", because="its record")

        last = grade_in_force(session, found.id)

    with ledger.reading() as session:
        from claims.registry.queries import source_page

        page = source_page(session, "source:1")
        assert page.grade is not None
        assert (page.grade.id, page.grade.grade) == (last, "B")
