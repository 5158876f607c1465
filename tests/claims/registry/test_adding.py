"""Registering sources, and saying more of one later."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from claims.errors import BadSource, ClaimError, SourceKnown, SourceProtected
from claims.kinds import FoundIn, SourceKind
from claims.registry.adding import add_source, find_or_add_source, set_details
from claims.registry.details import Details, kind_of
from claims.registry.models import SourceRow
from claims.registry.queries import source_page
from ledger.engine import Ledger
from ledger.events import EVENTS, head
from ledger.pen import Pen

PEN = Pen.of_this_machine("ada")
OFFICE = Details(SourceKind.OFFICIAL, "Town of Ellin", "office.example", "en", ("shipping",))


def test_a_source_is_kept_with_what_is_said_of_it_as_one_event(ledger: Ledger) -> None:
    with ledger.writing() as session:
        found, is_new = add_source(session, PEN, " Harbour  Office ", OFFICE, also=["HO"])

    assert (found.handle, found.name, is_new) == ("source:1", "Harbour Office", True)
    with ledger.reading() as session:
        page = source_page(session, "ho")
        assert (page.kind, page.owner, page.language) == (SourceKind.OFFICIAL, "Town of Ellin", "en")
        assert (page.homepage, page.primary_for) == ("https://office.example/", ("shipping",))
        assert (page.names, page.found_in) == (("Harbour Office", "HO", "office.example"), FoundIn.HAND)
        assert session.scalars(select(EVENTS.c.action)).all() == ["source.add"]


def test_another_spelling_of_a_known_name_changes_nothing(ledger: Ledger) -> None:
    with ledger.writing() as session:
        first, _ = add_source(session, PEN, "Harbour Office", OFFICE)
        before = head(session)
        again, is_new = add_source(session, PEN, "The HARBOUR office (official body)", OFFICE)
        found = find_or_add_source(session, PEN, "harbour office")

        assert (again, found, is_new) == (first, first, False)
        assert head(session) == before


@pytest.mark.parametrize(
    ("details", "also", "option"),
    [
        pytest.param(Details(owner="Norland"), [], "--owner", id="another owner"),
        pytest.param(Details(primary_for=("boats",)), [], "--primary-for", id="other topics"),
        pytest.param(Details(), ["HO"], "--also", id="a further name"),
    ],
)
def test_other_words_about_a_known_source_are_refused_with_the_command_that_takes_them(
    ledger: Ledger, details: Details, also: list[str], option: str
) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Harbour Office", OFFICE)

        with pytest.raises(SourceKnown, match=f"factdesk source set source:1 {option}"):
            add_source(session, PEN, "Harbour Office", details, also=also)


def test_a_name_that_nobody_knew_is_registered_where_evidence_needs_it(ledger: Ledger) -> None:
    with ledger.writing() as session:
        found = find_or_add_source(session, PEN, "Ellin Gazette", found_in=FoundIn.CAPTURE)

        assert source_page(session, found.handle).found_in is FoundIn.CAPTURE


def test_later_details_stand_before_earlier_ones_and_leave_the_others(ledger: Ledger) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Harbour Office", OFFICE)
        set_details(session, PEN, "source:1", Details(owner="Norland"), name="Port Office", also=["PO"])

        page = source_page(session, "Port Office")
        assert page.names == ("Port Office", "Harbour Office", "office.example", "PO")
        assert (page.owner, page.kind) == ("Norland", SourceKind.OFFICIAL)


@pytest.mark.parametrize(
    ("homepage", "is_found"),
    [
        pytest.param("https://www.gazette.example", True, id="a site of its own"),
        pytest.param("https://press.example/gazette", False, id="a page of a site with others"),
    ],
)
def test_a_source_is_known_by_its_site_as_well(ledger: Ledger, homepage: str, is_found: bool) -> None:
    site = homepage.removeprefix("https://").removeprefix("www.").partition("/")[0]
    with ledger.writing() as session:
        gazette, _ = add_source(session, PEN, "Gazette", Details(homepage=homepage))

        assert (find_or_add_source(session, PEN, site) == gazette) is is_found


def test_a_site_that_two_sources_share_is_the_name_of_the_first(ledger: Ledger) -> None:
    with ledger.writing() as session:
        site, _ = add_source(session, PEN, "gazette.example")
        add_source(session, PEN, "Gazette", Details(homepage="gazette.example"))

        assert find_or_add_source(session, PEN, "gazette.example") == site


def test_a_name_of_another_source_is_not_taken_over(ledger: Ledger) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Harbour Office")
        add_source(session, PEN, "Ellin Gazette")

        with pytest.raises(SourceKnown, match="factdesk source merge source:1 source:2"):
            set_details(session, PEN, "Harbour Office", Details(), name="The Ellin Gazette")


def test_saying_nothing_new_is_refused(ledger: Ledger) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Harbour Office", OFFICE)

        with pytest.raises(BadSource, match="nothing new is said"):
            set_details(session, PEN, "Harbour Office", Details(owner="Town of Ellin"))


@pytest.mark.parametrize(
    ("details", "also", "option"),
    [
        pytest.param(Details(owner="Town"), [], "--owner", id="owner"),
        pytest.param(Details(homepage="a.example"), [], "--homepage", id="homepage"),
        pytest.param(Details(language="en"), [], "--language", id="language"),
        pytest.param(Details(kind=SourceKind.PERSON), [], "--kind", id="kind"),
        pytest.param(Details(primary_for=("boats",)), [], "--primary-for", id="topics"),
        pytest.param(Details(), ["Crow"], "--also", id="another name"),
    ],
)
def test_of_a_protected_source_nothing_but_the_code_name_is_taken(
    ledger: Ledger, details: Details, also: list[str], option: str
) -> None:
    with ledger.writing() as session:
        with pytest.raises(SourceProtected, match=f"leave out {option}"):
            add_source(session, PEN, "Heron", details, also=also, protected=True)
        assert session.scalar(select(func.count()).select_from(SourceRow)) == 0

        add_source(session, PEN, "Heron", protected=True)
        with pytest.raises(SourceProtected, match="nothing but its code name"):
            set_details(session, PEN, "Heron", details, also=also)


def test_a_code_name_that_looks_like_somebody_is_taken_only_from_who_is_sure(ledger: Ledger) -> None:
    with ledger.writing() as session:
        with pytest.raises(SourceProtected, match="'Grey Heron' looks like somebody's name"):
            add_source(session, PEN, "Grey Heron", protected=True)

        found, _ = add_source(session, PEN, "Grey Heron", protected=True, sure=True)

        assert found.protected


def test_a_code_name_is_never_the_name_of_an_open_source_too(ledger: Ledger) -> None:
    with ledger.writing() as session:
        add_source(session, PEN, "Heron", protected=True)
        add_source(session, PEN, "Harbour Office")

        with pytest.raises(SourceProtected, match="choose another name"):
            add_source(session, PEN, "heron")
        with pytest.raises(SourceProtected, match="choose another name"):
            add_source(session, PEN, "Harbour Office", protected=True, sure=True)


@pytest.mark.parametrize(
    ("name", "details"),
    [
        pytest.param("  ", Details(), id="no name"),
        pytest.param("x" * 301, Details(), id="too long a name"),
        pytest.param("source:7", Details(), id="a handle for a name"),
        pytest.param("Ell\udc80in", Details(), id="a name that is no text"),
        pytest.param("Ell\x1b[2Jin", Details(), id="a name that moves the cursor"),
        pytest.param("Ellin", Details(homepage="ftp://a.example"), id="no web address"),
        pytest.param("Ellin", Details(owner="a\x00b"), id="an owner that is no text"),
    ],
)
def test_what_cannot_be_is_refused(ledger: Ledger, name: str, details: Details) -> None:
    with ledger.writing() as session, pytest.raises(BadSource):
        add_source(session, PEN, name, details)


@pytest.mark.parametrize("written", ["news_agency", "News Agency", " news-agency "])
def test_a_kind_may_be_spelled_as_people_do(written: str) -> None:
    assert kind_of(written) is SourceKind.NEWS_AGENCY


def test_a_kind_that_is_none_names_those_there_are() -> None:
    with pytest.raises(ClaimError, match="news-agency, news, official"):
        kind_of("blog")
