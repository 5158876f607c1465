"""Who wrote a text, from what was said and from its byline."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from claims.intake import offer_file, store
from claims.kinds import Purpose
from claims.models import DocumentRow
from claims.publishing.authors import authors_of, is_among, names_in
from claims.publishing.purpose import state_purpose
from ledger.engine import Ledger
from tests.ledger.pens import replaying_pen

SIGNED = "Ferry stays in port\n\nBy Ben Cole and Cy Dunn\n\nThe ferry carried 40 people on Monday.\n"


def add(ledger: Ledger, path: Path, words: str, *, first: int) -> None:
    path.write_text(words, encoding="utf-8")
    store(ledger, replaying_pen(first=first), offer_file(str(path), story="ferries"))


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Ledger:
    add(ledger, tmp_path / "signed.txt", SIGNED, first=1)
    add(ledger, tmp_path / "unsigned.txt", "The ferry carried 50 people on Monday.\n", first=1000)
    return ledger


def authors(ledger: Ledger) -> Mapping[str, tuple[str, ...]]:
    with ledger.reading() as session:
        slugs = {row.id: row.slug for row in session.scalars(select(DocumentRow))}
        return {slugs[document]: names for document, names in authors_of(session, list(slugs)).items()}


def test_the_byline_names_authors_and_a_text_without_one_has_none(desk: Ledger) -> None:
    assert authors(desk) == {"signed": ("Ben Cole", "Cy Dunn"), "unsigned": ()}


def test_whom_a_person_names_stands_beside_the_byline(desk: Ledger) -> None:
    with desk.writing() as session:
        state_purpose(session, replaying_pen(first=5000), "signed", Purpose.DRAFT, authors=["Eve Ford"])

    assert authors(desk) == {"signed": ("Eve Ford", "Ben Cole", "Cy Dunn"), "unsigned": ()}


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param("Ada Marsh", ["Ada Marsh"], id="one"),
        pytest.param("Ada Marsh, Ben Cole and Cy Dunn", ["Ada Marsh", "Ben Cole", "Cy Dunn"], id="three"),
        pytest.param("Ada Marsh & Ben Cole", ["Ada Marsh", "Ben Cole"], id="ampersand"),
        pytest.param("Sandy Anderson", ["Sandy Anderson"], id="and inside a name"),
        pytest.param(" , ", [], id="nobody"),
    ],
)
def test_a_byline_is_parted_into_names(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


def test_a_name_is_the_same_whatever_its_case_and_spaces() -> None:
    assert is_among("ben  COLE", ["Ada Marsh", "Ben Cole"])
    assert not is_among("Ben", ["Ada Marsh", "Ben Cole"])
