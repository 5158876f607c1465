"""Naming and adding documents."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from claims.documents import LONGEST_SLUG, offer, slug_of
from claims.errors import BadSlug, SlugTaken, StoryTaken
from claims.intake import offer_file, store
from claims.models import ClaimRow, DocumentRow, PlacementRow, RevisionRow
from claims.reading import read
from ledger.engine import Ledger
from ledger.events import Event, head
from sources.readers import read_text
from tests.ledger.pens import replaying_pen


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Belarus Release", "belarus-release"),
        ("Élection à Nîmes (2024)", "election-a-nimes-2024"),
        ("../../etc/passwd", "etc-passwd"),
        ("!!!", ""),
    ],
)
def test_words_become_a_slug(words: str, slug: str) -> None:
    assert slug_of(words) == slug


@given(st.text())
def test_a_slug_is_a_slug_of_itself(words: str) -> None:
    slug = slug_of(words)

    assert slug_of(slug) == slug
    assert len(slug) <= LONGEST_SLUG


def test_a_document_is_named_by_its_file_and_its_story_is_its_own(article: Path) -> None:
    offered = offer_file(str(article))

    assert (offered.slug, offered.story_name) == ("harbour", "harbour")


def test_a_text_without_a_file_is_named_by_its_title() -> None:
    reading = read(read_text("Forty boats are free\n\nThe harbour master released them on Monday.\n"))

    assert offer(reading, sha256="0" * 64, file="-").slug == "forty-boats-are-free"


def test_a_text_that_nothing_names_asks_for_a_slug() -> None:
    with pytest.raises(BadSlug, match="--slug NAME"):
        offer(read(read_text("東京は晴れ。")), sha256="0" * 64, file="-")


@pytest.mark.parametrize("slug", ["Harbour", "a b", "a/b", "", "-a", "a:1"])
def test_a_slug_that_people_could_mistype_is_refused(article: Path, slug: str) -> None:
    with pytest.raises(BadSlug, match="lower-case letters"):
        offer_file(str(article), slug=slug)


def test_a_document_its_claims_and_one_event_are_stored_together(ledger: Ledger, article: Path) -> None:
    offered = offer_file(str(article))

    store(ledger, replaying_pen(), offered)

    with ledger.reading() as session:
        event = session.scalars(select(Event)).one()
        claims = session.scalar(select(func.count()).select_from(ClaimRow))
        placements = session.scalars(select(PlacementRow).order_by(PlacementRow.start)).all()
        text = session.scalars(select(RevisionRow.text)).one()
        added = session.scalars(select(DocumentRow.added_at)).one()
    assert (event.action, event.subject, event.at) == ("document.add", "harbour", added)
    assert claims == len(offered.reading.statements)
    for placement in placements:
        assert text[placement.start : placement.end] == placement.quote
        assert text[: placement.start].endswith(placement.prefix)
        assert text[placement.end :].startswith(placement.suffix)


def test_the_same_bytes_again_change_nothing(ledger: Ledger, article: Path) -> None:
    store(ledger, replaying_pen(), offer_file(str(article)))
    with ledger.reading() as session:
        before = head(session)

    store(ledger, replaying_pen(), offer_file(str(article)))

    with ledger.reading() as session:
        assert head(session) == before
        assert session.scalar(select(func.count()).select_from(DocumentRow)) == 1


def test_other_bytes_under_a_known_slug_are_refused_and_nothing_is_stored(
    ledger: Ledger, article: Path
) -> None:
    store(ledger, replaying_pen(), offer_file(str(article)))
    with ledger.reading() as session:
        before = head(session)
    article.write_text(article.read_text(encoding="utf-8").replace("40", "41"), encoding="utf-8")

    with pytest.raises(SlugTaken, match="document revise"):
        store(ledger, replaying_pen(), offer_file(str(article)))

    with ledger.reading() as session:
        assert head(session) == before


def test_a_known_document_stays_in_its_story(ledger: Ledger, article: Path) -> None:
    store(ledger, replaying_pen(), offer_file(str(article), story="storm"))

    with pytest.raises(StoryTaken, match="in the story storm"):
        store(ledger, replaying_pen(), offer_file(str(article), story="flood"))


def test_the_story_it_stands_in_may_be_named_again(ledger: Ledger, article: Path) -> None:
    store(ledger, replaying_pen(), offer_file(str(article), story="storm"))

    store(ledger, replaying_pen(), offer_file(str(article), story="storm"))
    store(ledger, replaying_pen(), offer_file(str(article)))

    with pytest.raises(StoryTaken):
        store(ledger, replaying_pen(), offer_file(str(article), story="harbour"))


def test_a_document_never_slips_into_a_story_that_happens_to_have_its_name(
    ledger: Ledger, article: Path, tmp_path: Path
) -> None:
    store(ledger, replaying_pen(), offer_file(str(article), story="wire"))
    unrelated = tmp_path / "wire.txt"
    unrelated.write_text("A wire fence was put up in Arden.\n", encoding="utf-8")

    with pytest.raises(StoryTaken, match="--story wire"):
        store(ledger, replaying_pen(), offer_file(str(unrelated)))

    store(ledger, replaying_pen(first=1000), offer_file(str(unrelated), story="wire"))


def test_neither_folders_nor_unreadable_names_enter_the_record(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("The café was opened on Monday.\n", encoding="utf-8")

    store(ledger, replaying_pen(), offer_file(str(path), slug="cafe"))

    with ledger.reading() as session:
        file = session.scalars(select(RevisionRow.file)).one()
        body = session.scalars(select(Event.body)).one()
    assert file.startswith("caf")
    assert str(tmp_path).encode() not in body


def test_the_same_history_gives_the_same_log(tmp_path: Path, article: Path) -> None:
    from ledger.engine import open_ledger

    roots = []
    for name in ("one.db", "two.db"):
        with open_ledger(tmp_path / name) as ledger:
            store(ledger, replaying_pen(), offer_file(str(article)))
            with ledger.reading() as session:
                roots.append(head(session))

    assert roots[0] == roots[1]
