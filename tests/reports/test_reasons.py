from __future__ import annotations

from decimal import Decimal

import pytest

from claims.kinds import Change, HedgeKind, Modifier, WhyNot
from claims.pages import ClaimPage
from claims.reading.record import Attribution, Figure
from reports.reasons import (
    because,
    credit,
    cue_quotes,
    figure_read,
    figure_words,
    hedge_words,
    kind_words,
)
from tests.reports.pages import Part, Said, a_document, heading, item, paragraph, reviewed


def claim_of(*parts: Part) -> ClaimPage:
    """The last claim of a document of these parts."""
    return a_document(*parts).claims[-1]


def test_a_claim_that_says_that_it_is_unconfirmed_is_quoted() -> None:
    cue = ("has not been confirmed", HedgeKind.UNCONFIRMED)

    claim = claim_of(
        heading("Main event"), paragraph(Said("It has not been confirmed.", hedges=(cue,), unconfirmed=True))
    )

    assert because(claim) == "The text says “has not been confirmed”."


def test_a_claim_that_is_unconfirmed_by_its_heading_names_the_heading() -> None:
    claim = claim_of(heading("What we don’t know yet"), item(Said("Where they will go.", unconfirmed=True)))

    assert because(claim) == "It stands under the heading “What we don’t know yet”."


def test_a_cue_that_alone_would_not_do_is_told_together_with_the_heading() -> None:
    cue = ("remains unclear", HedgeKind.UNCERTAIN)

    claim = claim_of(
        heading("Unconfirmed"), item(Said("Their way remains unclear.", hedges=(cue,), unconfirmed=True))
    )

    assert because(claim) == "The text says “remains unclear”. It stands under the heading “Unconfirmed”."


def test_a_claim_that_nobody_has_looked_at_says_so() -> None:
    assert because(claim_of(paragraph("Rain fell."))) == "Nobody has looked."


def test_a_claim_that_can_not_be_checked_says_why_not() -> None:
    claim = claim_of(paragraph(Said("Why?", why_not=WhyNot.QUESTION)))

    assert because(claim) == "It asks a question."


def test_the_last_review_is_the_reason_once_there_is_one() -> None:
    first = reviewed("unconfirmed", "No answer yet", by="reviewer-1")
    last = reviewed("confirmed", "The gazette printed it", by="reviewer-2")

    claim = claim_of(item(Said("It is so.", unconfirmed=True, reviews=(first, last))))

    assert because(claim) == "reviewer-2: “The gazette printed it”"


def test_expectations_are_no_cue_that_something_is_not_known() -> None:
    hedges = (("is expected", HedgeKind.EXPECTED), ("unclear", HedgeKind.UNCERTAIN))

    claim = claim_of(paragraph(Said("It is expected; when is unclear.", hedges=hedges)))

    assert cue_quotes(claim) == ("unclear",)
    assert hedge_words(claim) == ("“is expected” (expected)", "“unclear” (uncertain)")


def test_the_cue_that_says_most_comes_first() -> None:
    hedges = (("is rumoured", HedgeKind.REPORTED), ("not confirmed", HedgeKind.UNCONFIRMED))

    claim = claim_of(paragraph(Said("It is rumoured but not confirmed.", hedges=hedges)))

    assert cue_quotes(claim) == ("not confirmed", "is rumoured")


def test_a_claim_later_in_the_text_quotes_its_own_words() -> None:
    cue = ("reportedly", HedgeKind.REPORTED)

    claim = claim_of(
        paragraph("A long sentence comes first."), paragraph(Said("They reportedly left.", hedges=(cue,)))
    )

    assert cue_quotes(claim) == ("reportedly",)


def test_a_heading_is_not_said_to_stand_under_itself() -> None:
    document = a_document(heading("Background"), paragraph("Rain fell."))

    assert [kind_words(claim) for claim in document.claims] == [
        "section heading",
        "statement, under “Background”",
    ]


@pytest.mark.parametrize(
    ("speaker", "quoted", "words"),
    [
        pytest.param("Harriet Voss", False, "Harriet Voss, in reported speech", id="named"),
        pytest.param("Harriet Voss", True, "Harriet Voss, quoted", id="quoted"),
        pytest.param(
            "Anton Brusko",
            False,
            "Anton Brusko (in the text “Harriet Voss”), in reported speech",
            id="resolved",
        ),
        pytest.param(None, False, "“Harriet Voss” (no name given), in reported speech", id="not resolved"),
    ],
)
def test_a_credit_names_the_speaker_and_how_the_text_names_him(
    speaker: str | None, quoted: bool, words: str
) -> None:
    claim = claim_of(paragraph("Harriet Voss said so."))

    assert credit(Attribution(((0, 12),), (), (), speaker, quoted), claim) == words


def test_a_speaker_on_the_next_line_is_quoted_from_the_document() -> None:
    document = a_document(paragraph("“So it is.”"), paragraph("the centre"))
    attribution = Attribution(((13, 23),), (), ((0, 11),), None, quoted=True)

    assert credit(attribution, document.claims[0], document.text) == "“the centre” (no name given), quoted"
    assert credit(attribution, document.claims[0]) == "somebody whom the text does not name, quoted"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        pytest.param(
            {"quote": "123", "value": 123, "low": 123, "high": 123, "counted": "prisoners"},
            "“123 prisoners”",
            id="a plain count",
        ),
        pytest.param(
            {"quote": "two days", "value": 2, "low": 2, "high": 2, "unit": "day", "counted": "days"},
            "“two days”: exactly 2 days",
            id="in words, with a unit",
        ),
        pytest.param(
            {"quote": "about 120", "value": 120, "low": 115, "high": 125, "modifier": Modifier.ABOUT},
            "“about 120”",
            id="about",
        ),
        pytest.param(
            {
                "quote": "at least $3bn",
                "value": 3 * 10**9,
                "low": 3 * 10**9,
                "unit": "USD",
                "modifier": Modifier.AT_LEAST,
            },
            "“at least $3bn”: 3,000,000,000 USD or more",
            id="a lower bound",
        ),
        pytest.param(
            {"quote": "more than 120", "value": 120, "low": 120, "modifier": Modifier.MORE_THAN},
            "“more than 120”",
            id="an open bound",
        ),
        pytest.param(
            {"quote": "at most 12.50%", "value": 12, "high": 12, "unit": "%", "modifier": Modifier.AT_MOST},
            "“at most 12.50%”: at most 12%",
            id="an upper bound",
        ),
        pytest.param(
            {"quote": "under 10", "value": 10, "high": 10, "modifier": Modifier.LESS_THAN},
            "“under 10”",
            id="less than",
        ),
        pytest.param(
            {"quote": "hundreds", "modifier": Modifier.VAGUE},
            "“hundreds”: no number can be told",
            id="unknown",
        ),
        pytest.param(
            {"quote": "12", "value": 12, "low": 12, "high": 12, "change": Change.DOWN, "as_of": "2025-12"},
            "“12”: a fall, as of December 2025",
            id="a fall at a time",
        ),
        pytest.param(
            {"quote": "a boy", "value": 1, "low": 1, "high": 1, "derived": True},
            "“a boy”: exactly 1, no number is written",
            id="without a number",
        ),
    ],
)
def test_a_figure_is_told_with_what_it_was_read_as(figure: dict[str, object], words: str) -> None:
    numbers = {
        key: Decimal(value)
        for key, value in figure.items()
        if isinstance(value, int) and not isinstance(value, bool)
    }

    assert figure_read(Figure(**{**_fields(), **figure, **numbers})) == words  # type: ignore[arg-type]


def test_what_is_counted_is_not_said_twice() -> None:
    counted = Figure(0, 8, "two days", Decimal(2), Decimal(2), Decimal(2), counted="days")

    assert figure_words(counted) == "two days"


def test_a_word_for_the_number_itself_is_not_put_behind_it() -> None:
    toll = Figure(0, 2, "31", Decimal(31), Decimal(31), Decimal(31), counted="Death toll")

    assert figure_words(toll) == "31"


def _fields() -> dict[str, object]:
    return {"start": 0, "end": 0, "quote": "", "value": None, "low": None, "high": None}
