"""What a story names and nobody has registered."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.captures import capture_file
from claims.errors import UnknownSource, UnknownStory
from claims.intake import offer_file, store
from claims.kinds import FoundIn, SourceKind
from claims.registry.adding import add_source
from claims.registry.details import Details
from claims.registry.queries import source_page, source_pages
from claims.registry.suggesting import add_suggested, suggested_sources
from ledger.engine import Ledger
from ledger.pen import Pen

PEN = Pen.of_this_machine("ada")
ARTICLE = """Harbour town frees 40 boats

Mara Olin, the harbour master, said that 40 boats were released on Monday.

The owners had waited for three days, Mara Olin said.

Sources

- Harbour Office (official body) — the list of boats.
- Ellin Gazette (newspaper) — the photographs.
- Heron — a note.
"""


@pytest.fixture(autouse=True)
def boats(ledger: Ledger, tmp_path: Path) -> None:
    article, page = tmp_path / "boats.txt", tmp_path / "page.html"
    article.write_text(ARTICLE, encoding="utf-8")
    page.write_text("<title>Boats</title><p>Forty boats were released.</p>", encoding="utf-8")
    store(ledger, PEN, offer_file(str(article)))
    capture_file(ledger, PEN, page, how="saved by Ada", url="https://www.courier.example/a", story="boats")
    with ledger.writing() as session:
        add_source(session, PEN, "Heron", protected=True)


def test_listed_sources_speakers_and_sites_are_suggested_each_once_with_their_places(ledger: Ledger) -> None:
    with ledger.reading() as session:
        suggested = suggested_sources(session, "boats")

    assert [(found.name, found.found_in, found.places) for found in suggested] == [
        ("Harbour Office", FoundIn.LISTED, ("boats",)),
        ("Ellin Gazette", FoundIn.LISTED, ("boats",)),
        ("Mara Olin", FoundIn.ATTRIBUTION, ("boats:2", "boats:3")),
        ("courier.example", FoundIn.CAPTURE, ("capture:1",)),
    ]


def test_what_is_registered_under_any_name_or_site_is_no_suggestion(ledger: Ledger) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Harbour Courier", Details(homepage="https://courier.example/about"))
        add_source(session, PEN, "Gazette of Ellin", also=["The Ellin Gazette"])

        assert [found.name for found in suggested_sources(session, "boats")] == [
            "Harbour Office",
            "Mara Olin",
        ]


def test_looking_at_suggestions_registers_nothing(ledger: Ledger) -> None:
    with ledger.writing() as session:
        suggested_sources(session, "boats")

        assert [page.name for page in source_pages(session)] == ["Heron"]


def test_one_suggestion_or_all_are_taken_over_as_they_were_found(ledger: Ledger) -> None:
    with ledger.writing() as session:
        one = add_suggested(session, PEN, "boats", name="the HARBOUR office")
        rest = add_suggested(session, PEN, "boats")

        assert [found.name for found in one] == ["Harbour Office"]
        assert [found.name for found in rest] == ["Ellin Gazette", "Mara Olin", "courier.example"]
        assert source_page(session, "Harbour Office").kind is SourceKind.OFFICIAL
        assert source_page(session, "courier.example").homepage == "https://courier.example/"
        assert suggested_sources(session, "boats") == ()


@pytest.mark.parametrize("name", ["Zebra", "Heron"])
def test_what_is_no_suggestion_can_t_be_taken_over(ledger: Ledger, name: str) -> None:
    with ledger.writing() as session, pytest.raises(UnknownSource, match="source list --suggested boats"):
        add_suggested(session, PEN, "boats", name=name)


def test_a_story_that_is_not_there_is_told(ledger: Ledger) -> None:
    with ledger.reading() as session, pytest.raises(UnknownStory):
        suggested_sources(session, "ferries")
