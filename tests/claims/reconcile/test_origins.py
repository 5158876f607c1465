"""Figures that stand on one origin count once."""

from __future__ import annotations

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


def test_two_speakers_who_agree_are_two_origins_with_one_count_behind_them() -> None:
    findings = reconcile(story(f"{TOLL}, police said.", "Twelve people died, the hospital said."))

    assert len(findings.origins) == 2
    assert findings.quantities[0].origins == 1


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
