"""What a heading makes of the statements under it."""

from __future__ import annotations

import pytest

from claims.reading.headings import Section, section_of, section_under


@pytest.mark.parametrize(
    "heading",
    [
        "Unconfirmed",
        "UNCONFIRMED:",
        "Unconfirmed reports",
        "Still unconfirmed",
        "Not confirmed",
        "Not yet confirmed",
        "Not independently verified",
        "Unverified claims",
        "What we don’t know",
        "What we don't know yet",
        "What we still don’t know",
        "What we do not know so far",
        "What we don’t know about the attack",
        "5. What we don’t know",
        "What is not known",
        "What is not yet known",
        "What’s still unknown",
        "What is unclear",
        "What remains unclear",
        "What remains unconfirmed",
        "What has not been confirmed",
        "What hasn’t been verified",
        "Open questions",
        "Unanswered questions",
        "Questions that remain",
        "Unknowns",
        "Yet to be confirmed",
        "Awaiting confirmation",
        "What we could not verify",
        "What don’t we know yet?",
        "Reported but not confirmed",
        "Unconfirmed / disputed",
        "Unconfirmed (so far)",
        "Claims that could not be verified",
        "Known unknowns",
        "What remains to be established",
    ],
)
def test_a_heading_may_say_that_its_items_are_unconfirmed(heading: str) -> None:
    assert section_under(heading) is Section.UNCONFIRMED


@pytest.mark.parametrize(
    "heading",
    [
        "Sources",
        "Source",
        "Sources:",
        "References",
        "Source material",
        "Sources and references",
        "Sources & methodology",
        "Works cited",
        "Our sources",
    ],
)
def test_a_heading_may_say_that_its_items_are_the_sources(heading: str) -> None:
    assert section_under(heading) is Section.SOURCES


@pytest.mark.parametrize("heading", ["Further reading", "See also", "Related stories", "External links"])
def test_further_reading_is_no_source_of_the_text(heading: str) -> None:
    assert section_under(heading) is Section.POINTERS


@pytest.mark.parametrize(
    "heading",
    [
        None,
        "",
        "Background",
        "Confirmed",
        "What we know",
        "What we know and what we don’t know",
        "Confirmed and unconfirmed",
        "Unconfirmed reports of a coup unsettle markets",
        "Sources of the Nile",
        "Sources say talks will resume",
        "Reference prices",
        "Open questions for the minister after the vote",
        "x" * 100_000,
    ],
    ids=lambda heading: str(heading)[:40],
)
def test_other_headings_say_nothing_special(heading: str | None) -> None:
    assert section_under(heading) is Section.PLAIN


def test_a_statement_may_carry_its_own_heading() -> None:
    assert section_of(Section.PLAIN, "What we don’t know: who paid.") is Section.UNCONFIRMED
    assert section_of(Section.PLAIN, "Not yet known: the price") is Section.UNCONFIRMED
    assert section_of(Section.PLAIN, "What we know: Lind paid.") is Section.PLAIN
    assert section_of(Section.PLAIN, "Sources: Meridian Press") is Section.PLAIN
    assert section_of(Section.UNCONFIRMED, "The price: nobody knows it.") is Section.UNCONFIRMED
