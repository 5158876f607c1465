"""What a reader of the report sees of the evidence on a claim, of its reviews and of what it waits for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html as parser

from claims.evidence.pages import RecheckPage
from claims.kinds import Because, Question, Recheck, Stance, Status
from claims.pages import AuditPage, ClaimPage, Reopened
from reports.html import render_audit
from tests.reports.pages import AT, Said, a_document, an_audit, paragraph
from tests.reports.verified import (
    a_contact,
    a_review,
    a_search,
    an_evidence,
    standing,
    verified_audit,
)

STATUS_COLOURS = {"chip", "icon", "confirmed", "qualified", "disputed", "refuted", "unconfirmed"}


def parsed(audit: AuditPage) -> parser.HtmlElement:
    return parser.document_fromstring(render_audit(audit))


def words(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def entry(claim: ClaimPage) -> parser.HtmlElement:
    """What the report says of a claim that stands alone in its document."""
    document = replace(a_document(paragraph(claim.text)), claims=(claim,))
    return parsed(an_audit(document)).get_element_by_id("claim-1")


@pytest.fixture
def claim() -> ClaimPage:
    return a_document(paragraph(Said("The ferry left at noon."))).claims[0]


def test_no_evidence_looked_for_none_found_and_found_against_never_look_alike(claim: ClaimPage) -> None:
    looked = replace(claim, searches=(a_search("the logbook"),))
    against = replace(claim, evidence=(an_evidence(stance=Stance.REFUTES),))
    unlooked = replace(claim, reviews=(a_review(),))

    told = [words(entry(one).find_class("found")[0]) for one in (unlooked, looked, against)]

    assert told == [
        "Nobody has looked for evidence.",
        "Looked for evidence in 1 place and found none.",
        "Evidence: none for it, 1 against it, from 1 origin.",
    ]


def test_evidence_wears_no_colour_and_no_tick(claim: ClaimPage) -> None:
    (listed,) = entry(replace(claim, evidence=(an_evidence(),))).find_class("evidence")

    worn = {css for element in listed.iter() for css in (element.get("class") or "").split()}
    assert not worn & STATUS_COLOURS
    assert "✓" not in words(listed)


def test_a_quote_stands_as_captured_with_its_translation_beside_it(claim: ClaimPage) -> None:
    quoted = an_evidence(
        quote="Die Fähre legte um zwölf ab.",
        language="de",
        translation="The ferry cast off at twelve.",
        translated_by="tomas",
    )

    original, translation = entry(replace(claim, evidence=(quoted,))).xpath(".//ul//blockquote")

    assert words(original) == "“Die Fähre legte um zwölf ab.”"
    assert original.get("lang") == "de"
    assert words(translation) == "“The ferry cast off at twelve.” (translated by tomas)"


def test_withdrawn_evidence_is_struck_out_and_stays(claim: ClaimPage) -> None:
    withdrawn = verified_audit().document.claims[2].evidence[1]

    (listed,) = entry(replace(claim, evidence=(withdrawn,))).find_class("evidence")

    assert "It was a typing error of ours." in words(listed)
    assert "132 were on the coaches" in words(listed.find(".//del"))


def test_words_that_have_changed_since_are_shown_with_their_difference(claim: ClaimPage) -> None:
    recheck = RecheckPage(Recheck.QUOTE_ALTERED, "It will leave at one.", "capture:9", AT)
    stale = an_evidence(quote="It will leave at noon.", recheck=recheck)

    (change,) = entry(replace(claim, evidence=(stale,))).find_class("change")

    assert words(change.find("del")) == "noon."
    assert words(change.find("ins")) == "one."
    assert words(change).startswith("It will leave at")


def test_said_and_so_stand_side_by_side(claim: ClaimPage) -> None:
    reported = replace(
        claim,
        said=standing(Status.CONFIRMED),
        standing=standing(Status.UNCONFIRMED, Because.PARTIES_ONLY),
        reviews=(a_review(question=Question.SAID),),
    )

    told = [words(one) for one in entry(reported).find_class("question")]

    assert told == ["said: ✓ confirmed", "so: ? unconfirmed"]


def test_a_verdict_that_waits_says_for_what_and_keeps_who_gave_it(claim: ClaimPage) -> None:
    waiting = replace(
        claim,
        reviews=(a_review(because="The harbour master says so."),),
        standing=standing(Status.UNCONFIRMED, Because.ONE_ORIGIN, waits_for=("one more independent origin",)),
    )

    told = words(entry(waiting))

    assert "? unconfirmed One origin. Waits for: one more independent origin" in told
    assert "confirmed, mara (typed), 14 December 2025, 09:12 UTC: “The harbour master says so.”" in told


def test_an_override_shows_the_desk_its_reason_and_what_readers_are_told() -> None:
    told = words(parsed(verified_audit()).get_element_by_id("claim-7"))

    assert "editor let it stand, 14 December 2025, 09:12 UTC: “We publish at six and know her.”" in told
    assert "Readers are told: “We have seen the papers.”" in told


def test_looking_and_asking_are_listed_with_what_came_of_them(claim: ClaimPage) -> None:
    (listed,) = entry(
        replace(claim, searches=(a_search("the logbook"),), contacts=(a_contact(),))
    ).find_class("looked")

    looked, asked = [words(one) for one in listed]
    assert looked.startswith("Looked in the logbook for “nickel 2025”: found nothing.")
    assert asked.endswith("No answer yet, due 16 December 2025, 09:12 UTC.")


def test_how_a_status_came_about_is_told_line_by_line() -> None:
    (trace,) = parsed(verified_audit()).get_element_by_id("claim-3").xpath(".//details")

    assert [words(line) for line in trace.iter("li")] == ["1 origin; 2 are asked for (not met)"]


def test_what_was_made_of_words_that_have_changed_stays_beside_the_new_ones(claim: ClaimPage) -> None:
    opened = Reopened(
        2, AT, "a figure was changed", (("The ferry left at ", "The ferry left at "), ("one", "noon")), 1, 3
    )
    told = words(
        entry(
            replace(
                claim,
                reopened=opened,
                earlier_reviews=(a_review(because="It was one."),),
                earlier_evidence=(an_evidence(3, quote="It left at one."),),
            )
        )
    )

    assert "Opened again in revision 2: a figure was changed. The ferry left at [one → noon]" in told
    assert "Of its earlier words: confirmed, mara (typed), 14 December 2025, 09:12 UTC: “It was one.”" in told
    assert "Evidence on its earlier words, which no longer counts: for it evidence:3" in told


def test_what_somebody_has_worked_on_is_open_and_the_rest_is_closed() -> None:
    page = parsed(verified_audit())

    closed = [one.get("id") for one in page.xpath('//details[@class="register"]/article')]
    assert closed == ["claim-1", "claim-6", "claim-11"]
    assert not page.xpath('//article[@id="claim-2"]/ancestor::details')


def test_very_many_claims_that_somebody_has_worked_on_are_folded() -> None:
    document = a_document(paragraph(*(f"The ferry left at {n}." for n in range(101))))
    claims = tuple(replace(claim, reviews=(a_review(),)) for claim in document.claims)

    many = parsed(an_audit(replace(document, claims=claims)))
    fewer = parsed(an_audit(replace(document, claims=(document.claims[0], *claims[1:]))))

    assert words(many.find_class("worked")[0][0]) == "101 claims that somebody has worked on, one by one"
    assert not fewer.find_class("worked")


def test_the_top_says_why_claims_are_open_the_commonest_reason_first() -> None:
    (opened,) = parsed(verified_audit()).find_class("opened")

    assert words(opened[0]) == "Nobody has looked 2"
    assert {words(one) for one in opened[1:]} == {
        "One origin 1",
        "Parties only 1",
        "Looked, nothing found 1",
        "The policy asks for more 1",
    }


def test_what_somebody_looked_at_and_is_open_still_is_listed_with_what_it_waits_for() -> None:
    (lead,) = parsed(verified_audit()).xpath('//p[.="Looked at, and still open."]')
    (listed,) = lead.xpath("following-sibling::ul[1]")

    assert listed.xpath('.//a[@class="number"]/text()') == ["3", "4", "5", "10"]
    assert "One origin. Waits for a second independent origin; an answer of the ministry" in words(listed[0])


def test_one_reason_alone_is_not_drawn() -> None:
    assert not parsed(an_audit(a_document(paragraph("It rained.", "It snowed.")))).find_class("opened")


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        pytest.param("Stale: words that these rest on have changed since", "10", id="stale"),
        pytest.param("Let stand although the policy asks for more", "7", id="overridden"),
        pytest.param("Two readers came to different verdicts", "9", id="disagreed"),
    ],
)
def test_what_an_editor_must_see_stands_at_the_top(heading: str, number: str) -> None:
    (listed,) = parsed(verified_audit()).xpath(f'//h3[.="{heading}"]/following-sibling::ul[1]')

    assert listed.xpath('.//a[@class="number"]/text()') == [number]


def test_sources_are_listed_with_their_grade_and_the_claims_that_rest_on_them() -> None:
    table = parsed(verified_audit()).get_element_by_id("sources").xpath(".//table[1]")[0]

    rows = [[words(cell) for cell in row] for row in table.xpath(".//tbody/tr")]
    assert rows[0] == ["Norland Gazette", "B, usually reliable", "3 claims: 2, 9, 10", "2, 9, 10"]
    assert ["KESTREL (protected source)", "no grade yet", "1 claim: 7", "7"] in rows
    assert not any("Meridian Press" in row[0] for row in rows)  # context carries nothing


def test_a_document_that_nobody_looked_into_has_no_word_of_evidence() -> None:
    told = words(parsed(an_audit(a_document(paragraph("It rained.")))))

    assert "The evidence comes from" not in told
    assert "no grade yet" not in told
