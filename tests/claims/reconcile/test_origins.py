"""Figures that stand on one origin count once."""

from __future__ import annotations

import pytest

from claims.kinds import Party
from claims.reconcile import reconcile
from tests.claims.reconcile.stories import story

TOLL = "The storm killed 12 people"


def test_two_texts_that_credit_one_speaker_are_one_origin() -> None:
    findings = reconcile(story(f"{TOLL}, police said.", "Police said that 12 people had died in the storm."))

    assert findings.figures[0].origin == findings.figures[1].origin
    assert findings.quantities[0].origins == 1


def test_a_state_and_its_capital_speak_for_one_origin() -> None:
    findings = reconcile(
        story(
            ("12 people died.", {"speaker": "Kyiv"}),
            ("12 people were killed.", {"speaker": "Ukraine's military"}),
        )
    )

    assert findings.quantities[0].origins == 1


def test_two_speakers_who_differ_are_two_origins() -> None:
    findings = reconcile(
        story("Police said 40,000 people marched.", "Organisers said 150,000 people had marched.")
    )

    assert findings.quantities[0].origins == 2


def test_two_speakers_who_agree_are_two_origins() -> None:
    findings = reconcile(story(f"{TOLL}, police said.", "Twelve people died, the Red Cross said."))

    assert findings.quantities[0].origins == 2
    assert {origin.sure for origin in findings.origins} == {None}


@pytest.mark.parametrize(
    ("one", "other", "why", "sure"),
    [
        ("police said", "said police", "same speaker", "certain"),
        ("Ada Marsh said", "Marsh said", "same speaker under a shorter name", "likely"),
        (
            "said Ada Marsh, who heads the Harbour Board",
            "the Harbour Board said",
            "speaks for the same body",
            "likely",
        ),
        (
            "said Ada Marsh, head of the Harbour Board",
            "said Tom Reed of the Harbour Board",
            "speaks for the same body",
            "likely",
        ),
        (
            "says the Harbour Board in its Coastal Flood Review",
            "according to the Coastal Flood Review",
            "speaks for the same body",
            "likely",
        ),
        ("police said", "the interior ministry said", "organs of one state", "possible"),
    ],
    ids=["name", "short name", "head of a body", "two of one body", "its publication", "organs of a state"],
)
def test_speakers_are_one_origin_where_a_sign_says_so(one: str, other: str, why: str, sure: str) -> None:
    findings = reconcile(story(f"{TOLL}, {one}.", f"Twelve people died, {other}."))

    assert findings.quantities[0].origins == 1
    assert [(origin.why, origin.sure) for origin in findings.origins] == [(why, sure)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Harbour Board said", "the River Board said"),
        ("said Ada Marsh, a teacher from Kostania", "the Kostanian health ministry said"),
        ("the Harbourside police said", "the Fellmoor police said"),
        ("the French embassy in Kyiv said", "Ukraine's interior ministry said"),
    ],
    ids=["two boards", "a person and her country", "police of two towns", "an embassy and its hosts"],
)
def test_names_that_only_look_alike_are_two_origins(one: str, other: str) -> None:
    findings = reconcile(story(f"{TOLL}, {one}.", f"Twelve people died, {other}."))

    assert findings.quantities[0].origins == 2


@pytest.mark.parametrize(
    "carrier",
    ["the Harbour Gazette reported", "state media said", "experts said", "the Harbourside company said"],
    ids=["a paper", "media", "unnamed experts", "a description"],
)
def test_who_passes_a_figure_on_adds_no_origin_to_who_gives_it(carrier: str) -> None:
    findings = reconcile(story(f"{TOLL}, police said.", f"Twelve people died, {carrier}."))

    assert findings.quantities[0].origins == 1


def test_a_paper_that_quotes_a_speaker_has_the_figure_from_the_speaker() -> None:
    findings = reconcile(
        story((f"{TOLL}, the Harbour Gazette reported.", {"speaker": "the Coastguard of Fellmoor"}))
    )

    assert [origin.name for origin in findings.origins] == ["the Coastguard of Fellmoor"]


def test_of_several_speakers_of_a_text_a_figure_is_that_of_the_one_beside_it() -> None:
    text = "The police figure was 40,000 marchers, while the unions' own was 150,000."

    findings = reconcile(story((text, {"speaker": "city police; the unions"})))

    assert [origin.name for origin in findings.origins] == ["city police", "the unions"]


def test_a_bound_far_from_a_number_does_not_stand_behind_it() -> None:
    near, far = "Police freed more than 120 prisoners.", "Police freed more than 50 prisoners."
    speaker = {"speaker": "Ada Marsh"}

    counts = [
        reconcile(story(("Police freed 123 prisoners.", {"speaker": "Tom Reed"}), (text, speaker)))
        for text in (near, far)
    ]

    assert [found.quantities[0].origins for found in counts] == [2, 1]


def test_papers_that_credit_one_agency_are_one_origin() -> None:
    findings = reconcile(
        story(
            (f"{TOLL}.", {"outlet": "Harbour Courier (Reuters)"}),
            ("12 people died.", {"outlet": "Port Times (Reuters)"}),
        )
    )

    assert findings.quantities[0].origins == 1
    assert [origin.why for origin in findings.origins] == ["wire credit"]


def test_nearly_the_same_wording_is_one_origin() -> None:
    sentence = (
        "The storm that crossed the northern coast on its way inland killed 12 people in three villages."
    )

    findings = reconcile(
        story((sentence, {"outlet": "One"}), (sentence.replace("three", "3"), {"outlet": "Two"}))
    )

    assert findings.figures[0].origin == findings.figures[-1].origin


def test_a_text_that_credits_nobody_adds_no_origin_to_one_that_does() -> None:
    findings = reconcile(story(f"{TOLL}, police said.", "Twelve people died in the storm."))

    assert findings.quantities[0].origins == 1


def test_the_side_that_released_or_received_is_marked_as_a_party() -> None:
    findings = reconcile(
        story(
            ("Kostania received 114 prisoners.", {"speaker": "Kostania's exchange centre"}),
            ("Kostania received 114 prisoners.", {"speaker": "the Red Cross"}),
        )
    )

    assert {origin.name: origin.party for origin in findings.origins} == {
        "Kostania's exchange centre": Party.SUGGESTED,
        "the Red Cross": None,
    }
