"""Where evidence comes from in the end: a person's word first, then what can be seen of it."""

from __future__ import annotations

from pathlib import Path

from claims.captures import capture_file
from claims.evidence.withdrawing import withdraw
from claims.kinds import OriginSign
from ledger.engine import Ledger
from tests.claims.evidence.desk import PAGE, page, pen, quote

WORDS = "sails 14 times a week"


def origin(ledger: Ledger, handle: str) -> tuple[str, OriginSign]:
    stored = page(ledger, handle)
    return stored.origin, stored.origin_sign


def copied(ledger: Ledger, tmp_path: Path, words: str, url: str | None) -> str:
    """Another capture, by its handle."""
    path = tmp_path / "copied.html"
    path.write_text(words, encoding="utf-8")
    return f"capture:{capture_file(ledger, pen(), path, how='saved', url=url)}"


def test_a_person_decides_before_any_sign(desk: Ledger) -> None:
    added = quote(desk, "12 times a week", capture="capture:2", origin=" the port  office ")

    assert origin(desk, added.handle) == ("the port office", OriginSign.JUDGED)


def test_an_agency_that_is_credited_is_the_origin(desk: Ledger) -> None:
    added = quote(desk, "12 times a week", capture="capture:2", source="Gazette")

    assert origin(desk, added.handle) == ("AFP", OriginSign.WIRE)


def test_the_same_wording_is_the_same_origin_wherever_it_is_printed(desk: Ledger, tmp_path: Path) -> None:
    first = quote(desk, WORDS, source="Harbour Office")
    copy = copied(desk, tmp_path, PAGE, "https://mirror.example/")

    second = quote(desk, WORDS, capture=copy, source="The Mirror")

    assert origin(desk, second.handle) == (origin(desk, first.handle)[0], OriginSign.WORDING)


def test_withdrawn_evidence_joins_nothing(desk: Ledger, tmp_path: Path) -> None:
    first = quote(desk, WORDS, source="Harbour Office")
    with desk.writing() as session:
        withdraw(session, pen(), first.handle, because="the wrong year")
    copy = copied(desk, tmp_path, PAGE, "https://mirror.example/")

    second = quote(desk, WORDS, capture=copy, source="The Mirror")

    assert origin(desk, second.handle) == ("The Mirror", OriginSign.SOURCE)


def test_the_same_words_on_another_claim_join_nothing(desk: Ledger, tmp_path: Path) -> None:
    quote(desk, WORDS, source="Harbour Office", claim="ferries:1")

    second = quote(desk, WORDS, source="The Mirror")

    assert origin(desk, second.handle) == ("The Mirror", OriginSign.SOURCE)


def test_a_page_of_which_nobody_names_the_source_is_its_sites(desk: Ledger, tmp_path: Path) -> None:
    first = quote(desk, WORDS)
    other = copied(desk, tmp_path, "<p>Boats: 14 times a week.</p>", "https://harbour.example/boats")

    second = quote(desk, "14 times a week", capture=other)

    assert origin(desk, first.handle) == ("harbour.example", OriginSign.SITE)
    assert origin(desk, second.handle) == ("harbour.example", OriginSign.SITE)
    assert page(desk, first.handle).source_name == "harbour.example"


def test_two_pages_of_a_site_are_one_origin_though_a_source_was_named_for_one(
    desk: Ledger, tmp_path: Path
) -> None:
    quote(desk, WORDS, source="Harbour Office")
    other = copied(desk, tmp_path, "<p>Boats: 14 times a week.</p>", "https://harbour.example/boats")

    second = quote(desk, "14 times a week", capture=other)

    assert origin(desk, second.handle) == ("Harbour Office", OriginSign.SITE)


def test_a_file_from_nowhere_stands_alone(desk: Ledger, tmp_path: Path) -> None:
    other = copied(desk, tmp_path, "<p>Boats: 14 times a week.</p>", None)

    added = quote(desk, "14 times a week", capture=other)

    assert origin(desk, added.handle) == ("evidence:1", OriginSign.ALONE)
    assert page(desk, added.handle).source is None


def test_a_page_that_names_its_publisher_is_that_publishers(desk: Ledger, tmp_path: Path) -> None:
    named = '<meta property="og:site_name" content="Harbour Office of Corrie"><p>Boats: 14 times a week.</p>'
    other = copied(desk, tmp_path, f"<html><head><title>Boats</title>{named}", "https://boats.example/")

    added = quote(desk, "14 times a week", capture=other)

    assert origin(desk, added.handle) == ("Harbour Office of Corrie", OriginSign.SOURCE)
    assert page(desk, added.handle).source_name == "Harbour Office of Corrie"


def test_a_publishers_name_that_can_not_be_one_is_passed_over(desk: Ledger, tmp_path: Path) -> None:
    named = f'<meta property="og:site_name" content="{"x" * 3_000}"><p>Boats: 14 times a week.</p>'
    other = copied(desk, tmp_path, f"<html><head><title>Boats</title>{named}", "https://boats.example/")

    added = quote(desk, "14 times a week", capture=other)

    assert origin(desk, added.handle) == ("boats.example", OriginSign.SITE)
