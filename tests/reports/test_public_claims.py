"""What a report says of a public claim: whose it is, what is rated, where it appeared, the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.appearances.pages import AppearancePage, PublicPage
from claims.factchecks.pages import FactCheckPage, LikenessPage
from claims.kinds import Fit, MatchDecision, Status
from claims.pages import AuditPage
from reports.html import render_audit
from reports.judging_screens import explain_screen
from reports.public_claims import public_views
from reports.public_words import again_words, appearance_words, kept_words, publisher_words
from reports.readers import Audience, for_readers
from sources.fetch.outcome import State
from tests.reports.pages import AT, Said, a_document, an_audit, headline, paragraph

WORDS = "The harbour has two quays."
CHECKED = FactCheckPage(
    number=3,
    claim_reviewed="Two quays",
    claimant=None,
    claim_date=None,
    rating="False",
    rating_value=None,
    best_rating=None,
    worst_rating=None,
    publisher="Plain Facts",
    url="https://plain.example/quays",
    title=None,
    review_date=None,
    language=None,
    appearances=(),
    found_in="feed.json",
    capture=None,
    by="ada",
    known="typed",
    at=AT,
)
THEIRS = LikenessPage(
    other="factcheck:3",
    text="Two quays",
    decision=MatchDecision.SAME,
    because="it is the very claim",
    by="ada",
    known="typed",
    at=AT,
    factcheck=CHECKED,
)
OURS = replace(
    THEIRS,
    other="quay:4",
    text="Two moles",
    decision=MatchDecision.RELATED,
    factcheck=None,
    status=Status.CONFIRMED,
    judged_by="ben",
)
UNLIKE = replace(THEIRS, other="factcheck:4", decision=MatchDecision.DIFFERENT)
CHANGED = replace(THEIRS, other="factcheck:5", changed=("release:2",))
SEEN = AppearancePage(
    capture="capture:4",
    state=State.CAPTURED,
    reason=None,
    url="https://courier.example/quays",
    title="Quays",
    outlet="The Courier",
    place=None,
    on_date="2025-12-11",
    quote="two quays",
    fit=Fit.EXACT,
    by="ada",
    at=AT,
)
FAILED = replace(
    SEEN,
    capture="capture:5",
    state=State.UNREACHABLE,
    reason="nobody answers",
    on_date=None,
    quote=None,
    fit=None,
)
PUBLIC = PublicPage(
    claimant="Ilse Bakk",
    wording=WORDS,
    said_on="2025-12",
    chosen_because="people ask",
    check_again="2026-06-01",
    by="ada",
    at=AT,
    appearances=(SEEN, FAILED),
    due_since="2026-06-01",
)


def audited(public: PublicPage) -> AuditPage:
    """An audit of a headline and two sentences, the first of them a public claim."""
    page = an_audit(a_document(headline("Quays"), paragraph(Said(WORDS), "Ships moor there.")))
    first, second, *others = page.document.claims
    claims = (first, replace(second, public=public), *others)
    return replace(page, document=replace(page.document, claims=claims))


def test_only_public_claims_are_shown_as_fact_checks() -> None:
    [view] = public_views(audited(PUBLIC).document.claims)

    assert (view.wording, view.claim.label) == (WORDS, "2")
    assert [(fact.label, fact.value) for fact in view.made] == [
        ("claimant", "Ilse Bakk"),
        ("said on", "December 2025"),
        ("first seen", appearance_words(SEEN)),
        ("seen", appearance_words(FAILED)),
    ]
    assert [(fact.label, fact.value) for fact in view.chosen] == [
        ("chosen", "People ask."),
        ("check again", "to be checked again since 1 June 2026"),
    ]


def test_what_nobody_knows_is_said_to_be_unknown() -> None:
    unknown = replace(PUBLIC, claimant=None, said_on=None, appearances=())

    [view] = public_views(audited(unknown).document.claims)

    assert [(fact.value, fact.unknown) for fact in view.made] == [
        ("unknown", True),
        ("not known", True),
        ("nobody has noted where it appeared", True),
    ]


@pytest.mark.parametrize(
    ("state", "reason", "told"),
    [
        pytest.param(State.CAPTURED, None, "captured", id="captured"),
        pytest.param(State.PARTIAL, "too long", "captured in part: too long", id="in part"),
        pytest.param(State.REFUSED, "404", "not captured (refused): 404", id="refused"),
        pytest.param(State.UNREACHABLE, None, "not captured (unreachable)", id="unreachable"),
        pytest.param(State.NOT_A_PAGE, "a film", "not captured (not a page): a film", id="no page"),
    ],
)
def test_a_failed_capture_is_never_called_captured(state: State, reason: str | None, told: str) -> None:
    assert kept_words(replace(SEEN, state=state, reason=reason)) == told


def test_words_of_another_text_are_rated_all_the_same_and_that_is_said() -> None:
    page = audited(replace(PUBLIC, wording="The harbour has one quay."))
    [view] = public_views(page.document.claims)

    assert (view.wording, view.rated) == (
        "The harbour has one quay.",
        "rated is this wording; the text has other words",
    )
    assert "Rated is the wording “The harbour has one quay.”; the text has other" in explain_screen(
        page.document.claims[1]
    )


def test_the_claimant_who_publishes_a_page_is_to_be_looked_at_again() -> None:
    assert publisher_words(PUBLIC) is None
    assert "also the publisher of capture:4 and capture:5" in str(
        publisher_words(replace(PUBLIC, claimant="the courier"))
    )


@pytest.mark.parametrize(
    ("open_again", "due_since", "told"),
    [
        pytest.param("2026-06-01", None, "on 1 June 2026", id="to come"),
        pytest.param("2026-06-01", "2026-06-01", "to be checked again since 1 June 2026", id="come"),
        pytest.param(None, None, "was due on 1 June 2026, and a verdict was given since", id="done"),
    ],
)
def test_a_day_to_check_again_is_to_come_or_has_come_or_was_kept(
    open_again: str | None, due_since: str | None, told: str
) -> None:
    assert again_words(replace(PUBLIC, open_again=open_again, due_since=due_since)) == told


def test_readers_see_the_claim_and_not_who_noted_it_nor_when_the_desk_looks_again() -> None:
    page = audited(PUBLIC)

    public = for_readers(page).document.claims[1].public

    assert public is not None
    assert {public.by, *(one.by for one in public.appearances)} == {"the desk"}
    assert (public.check_again, public.due_since) == (None, None)
    html = render_audit(page, audience=Audience.READERS)
    assert "Ilse Bakk" in html
    assert "checked again" not in html


def test_what_others_found_of_the_same_is_their_word_and_readers_get_no_name_of_ours() -> None:
    page = audited(PUBLIC)
    claim = replace(page.document.claims[1], likenesses=(THEIRS, OURS, UNLIKE, CHANGED))
    page = replace(page, document=replace(page.document, claims=(claim,)))

    [desk] = public_views(page.document.claims)
    [readers] = public_views(for_readers(page).document.claims)

    theirs = (
        "the same as factcheck:3, “Two quays”: a fact-check by Plain Facts, rated “False”, their word, "
        "not ours; https://plain.example/quays"
    )
    assert desk.others == (theirs, "related to quay:4, “Two moles”: ✓ confirmed by ben")
    assert readers.others == (theirs,)
    assert "it is the very claim" not in render_audit(page, audience=Audience.READERS)


def test_the_fact_check_stands_above_the_summary() -> None:
    html = render_audit(audited(PUBLIC))

    assert html.index('<section id="public"') < html.index('<section id="summary"')
    assert '<section id="public"' not in render_audit(an_audit(a_document(paragraph("Ships moor there."))))
