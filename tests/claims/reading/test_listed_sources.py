"""What a document itself names as its sources."""

from __future__ import annotations

import pytest

from claims.kinds import SourceKind
from claims.reading.listed_sources import find_listed_sources
from claims.reading.record import ListedSource
from claims.reading.statements import find_statements
from sources.blocks import BlockKind, CanonicalText, Metadata
from tests.claims.reading.texts import text_of

SOURCES = (BlockKind.HEADING, "Sources")


def listed(source: CanonicalText) -> tuple[ListedSource, ...]:
    return find_listed_sources(source, find_statements(source))


def entry(words: str) -> ListedSource:
    [found] = listed(text_of(SOURCES, (BlockKind.LIST_ITEM, words)))
    return found


@pytest.mark.parametrize(
    ("words", "name", "kind", "note"),
    [
        ("Meridian Press (news agency) — first report.", "Meridian Press", "news_agency", "first report."),
        ("The Harbour Courier (newspaper) – a portrait", "The Harbour Courier", "news", "a portrait"),
        ("Norland Embassy (official statement): on aims", "Norland Embassy", "official", "on aims"),
        ("Fire Office / Mill Board (official body) - rules", "Fire Office / Mill Board", "official", "rules"),
        ("Ana Reyes (historian)", "Ana Reyes", "person", None),
        ("Interview with Ana Reyes, 4 May 2024", "Interview with Ana Reyes", "person", "4 May 2024"),
        ("National fires (data set) — since 1990", "National fires", "data", "since 1990"),
        ("Reuters, 13 December 2025", "Reuters", "news_agency", "13 December 2025"),
        ("The Associated Press", "The Associated Press", "news_agency", None),
        ("Ministry of Mills — figures", "Ministry of Mills", "official", "figures"),
        ("“Burnt — again” — The Harbour Courier, 3 May 2024", "The Harbour Courier", "news", "Burnt — again"),
        ("Lund, A. (2019). Fires in mills.", "Lund, A", "other", "Fires in mills"),
        ("[3] The Harbour Courier: no fire", "The Harbour Courier", "news", "no fire"),
        ("Ana Reyes (historian), 4 May — on “old” mills", "Ana Reyes", "person", "on “old” mills"),
        ("Mill Board, on 3 May 2024. Seen later.", "Mill Board", "other", "on 3 May 2024. Seen later"),
        ("Fjordposten", "Fjordposten", "other", None),
        ("—", "—", "other", None),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_an_entry_gives_name_kind_and_note(words: str, name: str, kind: str, note: str | None) -> None:
    found = entry(words)

    assert (found.name, found.kind, found.note) == (name, kind, note)


def test_what_the_entry_says_of_a_source_counts_before_its_name() -> None:
    assert entry("Embassy Row (weekly newspaper)").kind is SourceKind.NEWS


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("Meridian Press — report, https://press.example.org/a.", "https://press.example.org/a"),
        ("Meridian Press — report (https://press.example.org/a)", "https://press.example.org/a"),
        ("Meridian Press — report https://press.example.org/a_(b)", "https://press.example.org/a_(b)"),
    ],
)
def test_a_written_address_is_the_url_without_the_signs_behind_it(words: str, url: str) -> None:
    assert entry(words).url == url


def test_a_written_address_is_no_part_of_the_note() -> None:
    assert entry("Meridian Press — fire report, https://press.example.org/a.").note == "fire report"


def test_an_entry_that_is_only_an_address_is_named_by_its_host() -> None:
    assert entry("https://www.reuters.com/world/x").name == "Reuters"
    assert entry("https://www.reuters.com/world/x").kind is SourceKind.NEWS_AGENCY
    assert entry("https://fires.example.gov/2024").name == "fires.example.gov"
    assert entry("https://fires.example.gov/2024").kind is SourceKind.OFFICIAL


def test_a_link_in_the_entry_is_its_url() -> None:
    source = text_of(
        SOURCES,
        (BlockKind.LIST_ITEM, "Meridian Press — report"),
        (BlockKind.LIST_ITEM, "Mill Board — rules"),
        links=(("rules", "https://mills.example.org/rules"),),
    )

    assert [found.url for found in listed(source)] == [None, "https://mills.example.org/rules"]


def test_an_entry_of_two_sentences_is_one_source() -> None:
    words = "Meridian Press (news agency) — report. Seen on 4 May."

    found = entry(words)

    assert found.end - found.start == len(words)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Sources: Meridian Press; Harbour Courier, 3 May 2024", ["Meridian Press", "Harbour Courier"]),
        ("Sources: Meridian Press, Times and Mill Board", ["Meridian Press", "Times", "Mill Board"]),
        ("Source: Mill Board, 3 May 2024", ["Mill Board"]),
        ("Source: Reuters.", ["Reuters"]),
    ],
    ids=["semicolons", "commas", "a date", "one"],
)
def test_a_line_that_names_sources_gives_each_of_them(line: str, names: list[str]) -> None:
    source = text_of((BlockKind.PARAGRAPH, line))

    found = listed(source)

    assert [entry.name for entry in found] == names
    assert all(source.text[entry.start : entry.end].startswith(entry.name) for entry in found)


def test_a_sentence_behind_the_word_sources_names_none() -> None:
    line = "Sources: the talks between the envoys of the two countries broke off on Friday."

    assert listed(text_of((BlockKind.PARAGRAPH, line))) == ()


def test_a_document_without_a_list_has_no_listed_sources() -> None:
    assert listed(text_of((BlockKind.PARAGRAPH, "Reuters reported it."))) == ()


HOME = Metadata(url="https://www.courier.example.org/mill", language="en")


def test_pages_of_others_that_a_sentence_links_to_are_sources() -> None:
    source = text_of(
        (BlockKind.PARAGRAPH, "The fire was reported by the agency on Friday."),
        links=(("reported by the agency", "https://www.reuters.com/x"),),
        metadata=HOME,
    )

    [found] = listed(source)

    assert found.name == "Reuters"
    assert found.kind is SourceKind.NEWS_AGENCY
    assert found.note == "reported by the agency"
    assert source.text[found.start : found.end] == "reported by the agency"


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example.org/other",
        "https://photos.courier.example.org/other",
        "/relative",
        "mailto:desk@courier.example.org",
        "https://www.facebook.com/courier",
        "https://[broken",
    ],
)
def test_links_within_the_site_and_to_networks_are_none(url: str) -> None:
    source = text_of((BlockKind.PARAGRAPH, "See the report."), links=(("report", url),), metadata=HOME)

    assert listed(source) == ()


def test_a_page_of_the_same_publisher_under_another_host_is_none() -> None:
    source = text_of(
        (BlockKind.PARAGRAPH, "See the report."),
        links=(("report", "https://www.bbc.co.uk/news/x"),),
        metadata=Metadata(url="https://www.bbc.com/news/y"),
    )

    assert listed(source) == ()


def test_links_in_furniture_and_under_further_reading_are_none() -> None:
    source = text_of(
        (BlockKind.FURNITURE, "Partner site"),
        (BlockKind.HEADING, "Further reading"),
        (BlockKind.LIST_ITEM, "A history of mills"),
        links=(("Partner site", "https://a.example.net/"), ("history", "https://b.example.net/")),
        metadata=HOME,
    )

    assert listed(source) == ()


def test_a_page_that_is_listed_or_linked_twice_is_one_source() -> None:
    source = text_of(
        (BlockKind.PARAGRAPH, "The agency told it first, and told it again later."),
        SOURCES,
        (BlockKind.LIST_ITEM, "Mill Board — rules https://mills.example.net/"),
        links=(
            ("first", "https://www.reuters.com/x"),
            ("again", "https://www.reuters.com/x"),
            ("later", "https://mills.example.net/"),
        ),
        metadata=HOME,
    )

    assert [found.name for found in listed(source)] == ["Reuters", "Mill Board"]
