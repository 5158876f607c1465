from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claims.kinds import HedgeKind, Relation, Status
from claims.pages import AuditPage, DocumentLine
from reports.claim_screens import claim_screen, claims_screen, mark_screen
from reports.screen import columns_of
from reports.terminal import (
    check_screen,
    document_screen,
    documents_screen,
    story_screen,
)
from tests.reports.hostile import exhibited
from tests.reports.pages import (
    AT,
    Measured,
    Said,
    a_document,
    a_story,
    an_audit,
    item,
    paragraph,
    retitled,
    reviewed,
)
from tests.reports.release import conflicting_audit, release_audit
from tests.reports.verified import verified_audit

REPORT = Path("release.html")
HOSTILE = "Quiet\r\nForged line \x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \u202egnp.exe\u2028end"


def hostile_audit() -> AuditPage:
    """An audit in which every text of the document tries to command the terminal."""
    said = Said(
        HOSTILE,
        unconfirmed=True,
        hedges=((HOSTILE[:8], HedgeKind.UNCONFIRMED),),
        figures=((HOSTILE[2:12], HOSTILE),),
        credited=(HOSTILE[:9], HOSTILE),
        reviews=(reviewed("partly", HOSTILE, by=HOSTILE),),
    )
    document = replace(a_document(item(said)), file=HOSTILE, title=HOSTILE)
    claims = (*document.claims, exhibited(document.claims[0], HOSTILE))
    return an_audit(replace(document, claims=claims))


SCREENS: dict[str, Callable[[AuditPage], str]] = {
    "check": lambda audit: check_screen(audit, REPORT),
    "story": lambda audit: story_screen(audit.story),
    "claims": lambda audit: claims_screen(audit.document.claims),
    "claim": lambda audit: "\n".join(claim_screen(claim) for claim in audit.document.claims),
    "mark": lambda audit: "\n".join(mark_screen(one) for one in audit.document.claims if one.reviews),
    "document": lambda audit: document_screen(audit.document),
    "documents": lambda audit: documents_screen(
        [DocumentLine("release", "release", audit.document.title, 1, AT, {Status.UNCONFIRMED: 2})]
    ),
}


@pytest.fixture(params=list(SCREENS.values()), ids=list(SCREENS))
def screen(request: pytest.FixtureRequest) -> Callable[[AuditPage], str]:
    """Each screen in turn, as a function of the same audit."""
    shown: Callable[[AuditPage], str] = request.param
    return shown


@pytest.mark.parametrize(
    "audit",
    [release_audit(), conflicting_audit(), verified_audit(), hostile_audit()],
    ids=["fits", "conflict", "verified", "hostile"],
)
def test_every_line_fits_80_columns(screen: Callable[[AuditPage], str], audit: AuditPage) -> None:
    assert max(columns_of(line) for line in screen(audit).split("\n")) <= 80


def test_a_document_can_neither_colour_nor_forge_a_line(screen: Callable[[AuditPage], str]) -> None:
    """Case 84: carriage returns, line feeds and escape sequences in what is printed."""
    shown = screen(hostile_audit())

    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in shown.replace("\n", ""))
    assert "\u202e" not in shown
    assert "\u2028" not in shown
    assert not any(line.startswith("Forged") for line in shown.split("\n"))


@pytest.mark.parametrize("audit", [release_audit(), conflicting_audit()], ids=["fits", "conflict"])
def test_the_result_of_a_check_is_a_screenful(audit: AuditPage) -> None:
    assert len(check_screen(audit, REPORT).split("\n")) <= 24


def test_a_check_with_very_much_to_say_is_still_a_screenful() -> None:
    cue = (("is not confirmed", HedgeKind.UNCONFIRMED),)
    many = [
        Said(f"Rumour number {n} is not confirmed by anybody.", hedges=cue, unconfirmed=True)
        for n in range(50)
    ]
    audit = retitled(an_audit(a_document(paragraph(*many))), "title " * 100)

    lines = check_screen(audit, REPORT).split("\n")

    assert len(lines) <= 24
    assert any("and 46 more" in line for line in lines)


def test_the_path_of_the_report_is_never_broken_so_that_it_can_be_copied() -> None:
    path = Path("/a/very/long" * 30) / "report.html"

    assert f"The report: {path}" in check_screen(release_audit(), path).split("\n")


def test_a_long_handle_keeps_its_number() -> None:
    document = a_document(paragraph(Said("Nobody knows.", unconfirmed=True)), slug="a-slug-of-many-words" * 4)

    assert "a-slug-of-many-wordsa-slu…:1 " in claims_screen(document.claims)
    assert "a-slug-of-many-wordsa-slu…:1 " in check_screen(an_audit(document), REPORT)


def test_a_story_of_many_quantities_is_told_in_short() -> None:
    numbers = range(1_000, 1_040)
    said = [
        Said(f"First {n}, then {n} again.", figures=((str(n), "things"), (str(n), "things"))) for n in numbers
    ]
    document = a_document(paragraph(*said))
    story = a_story(document, *(Measured(f"things of {n}", (n,)) for n in numbers))

    lines = story_screen(story).split("\n")

    assert len(lines) <= 24
    assert "  and 34 more" in lines


def test_places_in_several_documents_name_each_document() -> None:
    story = conflicting_audit().story
    places = dict(zip(story.places, ["a:1", "a:2", "b:3", "b:4", "a:5"], strict=True))

    shown = story_screen(replace(story, places=places))

    assert "“123” in a:1, 2" in shown
    assert "“132” in a:5" in shown


def test_what_differs_and_what_is_missing_is_never_cut() -> None:
    """However much there is: a newcomer missed a conflict that "and 24 more" had hidden."""
    numbers = range(100, 140)
    said = [
        Said(f"First {n}, then {n + 100}.", figures=((str(n), "boats"), (str(n + 100), "boats")))
        for n in numbers
    ]
    story = a_story(
        a_document(paragraph(*said)),
        *(Measured(f"boats of day {n}", (n, n + 100)) for n in numbers),
        tasks=[(n, Relation.CONFLICT if n % 2 else Relation.PART_OF, n + 100, "look at it") for n in numbers],
    )

    shown = story_screen(story)

    assert all(f"Boats of day {n}: {n} or {n + 100}?" in shown for n in numbers if n % 2)
    assert all(f"{n + 100} = {n} + 100: 100 not accounted for" in shown for n in numbers if not n % 2)
    assert shown.index("139 or 239?") < shown.index("Fits together:")


def test_a_sum_whose_parts_are_all_named_is_told_once() -> None:
    said = Said(
        "Of 312 people, 268 paid and 44 worked.",
        figures=(("312", "people"), ("268", None), ("44", None)),
    )
    story = a_story(
        a_document(paragraph(said)),
        Measured("people on board", (312,)),
        Measured("passengers", (268,)),
        Measured("crew", (44,)),
        relations=((268, Relation.PART_OF, 312, "of them"), (44, Relation.PART_OF, 312, "of them")),
    )

    shown = story_screen(story)

    assert "  312 = 268 + 44: 268 passengers, 44 crew" in shown.split("\n")
    assert shown.count("312 = ") == 1


def test_a_check_says_title_counts_what_is_unconfirmed_and_where_the_report_is() -> None:
    shown = check_screen(release_audit(), REPORT)

    assert "Velmaria frees 123 prisoners as Norland ends nickel embargo" in shown
    assert "? 13 unconfirmed" in shown
    assert "– 6 not checkable (suggested)" in shown
    assert "release:17  Whether Norland will ask its allies" in shown
    assert "“has not been confirmed”" in shown
    assert "No figures differ." in shown
    assert "123 = 114 + 9: 9 not accounted for" in shown
    assert "The report: release.html" in shown


def test_a_check_says_where_both_sides_of_a_difference_stand() -> None:
    shown = check_screen(conflicting_audit(), REPORT)

    assert "Figures differ:" in shown
    assert "“132” in release:12" in shown
    assert "“123” in release:1, 3" in shown


def test_a_text_without_a_title_goes_by_its_slug() -> None:
    audit = an_audit(replace(a_document(paragraph("Rain fell.")), title=None))

    assert check_screen(audit, REPORT).split("\n")[0] == "release"


def test_no_documents_are_said_with_the_next_step() -> None:
    assert "factdesk check ARTICLE" in documents_screen([])


def test_a_story_shows_sums_and_differences() -> None:
    shown = story_screen(conflicting_audit().story)

    assert "Prisoners released by Velmaria: 123 or 132?" in shown
    assert "123 = 114 + 9: 9 not accounted for (prisoners released by Velmaria)" in shown
    assert "2 figures named once" in shown


def test_colours_are_only_for_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = check_screen(release_audit(), REPORT)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert "\x1b[" not in piped
    assert "\x1b[" in check_screen(release_audit(), REPORT)


def test_words_and_icons_stay_where_colour_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")

    assert "? 13 unconfirmed" in check_screen(release_audit(), REPORT)


def test_a_document_counts_its_evidence_and_what_is_to_be_known_of_its_claims() -> None:
    worked, untouched = document_screen(verified_audit().document), document_screen(release_audit().document)

    assert "evidence     9 pieces on 7 claims" in worked
    assert "noted        overridden: 1; readers disagreed: 1; stale: 1; waiting for what" in worked
    assert "evidence" not in untouched
