"""Which parts of a claim a quote covers, which it leaves out, and where it says otherwise."""

from __future__ import annotations

import pytest

from claims.anchoring.coverage import Cover, coverage

CLAIM = "Belmar released 123 prisoners on 13 December 2025, among them Pavle Ostrin."


def told(claim: str, quote: str, language: str | None = "en") -> list[str]:
    return [part.told for part in coverage(claim, quote, language=language)]


def test_the_parts_that_are_covered_and_those_that_are_not_are_said() -> None:
    assert told(CLAIM, "Belmar let 123 men go") == [
        "says 123",
        "says nothing of 13 December 2025",
        "says nothing of Pavle Ostrin",
    ]


@pytest.mark.parametrize(
    ("claim", "quote", "said"),
    [
        pytest.param(CLAIM, "114 prisoners", "says 114 where the claim says 123", id="another figure"),
        pytest.param(CLAIM, "12 vans held 123 people", "says 123", id="one of several figures"),
        pytest.param(CLAIM, "on 13 December", "says 13 December 2025", id="a date without its year"),
        pytest.param(
            CLAIM,
            "on 14 December",
            "says 14 December where the claim says 13 December 2025",
            id="another date",
        ),
        pytest.param(CLAIM, "and Ostrin was there", "says Pavle Ostrin", id="the family name alone"),
        pytest.param(
            CLAIM,
            "and Anton Ostrin was there",
            "says Anton Ostrin where the claim says Pavle Ostrin",
            id="another bearer of the name",
        ),
        pytest.param(CLAIM, "Ostrin’s boat", "says Pavle Ostrin", id="a genitive"),
        pytest.param(
            "It is 5 km long", "5 miles", "says 5 miles where the claim says 5 km", id="another unit"
        ),
        pytest.param(
            "It cost $5m", "it cost €5m", "says €5m where the claim says $5m", id="another currency"
        ),
        pytest.param("About 120 came", "120 came", "says About 120", id="more exact than the claim"),
        pytest.param(
            "120 came", "about 120 came", "says about 120 where the claim says 120", id="less exact"
        ),
        pytest.param("More than 100 came", "101 came", "says More than 100", id="above a bound"),
        pytest.param(
            "More than 100 came",
            "100 came",
            "says 100 where the claim says More than 100",
            id="on a bound that is no part",
        ),
        pytest.param("At most 5 left", "5 left", "says At most 5", id="on a bound that is a part"),
        pytest.param("Fewer than 5 left", "4 left", "says Fewer than 5", id="below a bound"),
        pytest.param(
            "At least 9 left",
            "at most 9 left",
            "says at most 9 where the claim says At least 9",
            id="two bounds",
        ),
        pytest.param(
            "It rose by 4%", "it fell by 4%", "says 4% down where the claim says 4%", id="up and down"
        ),
        pytest.param(
            "He signed the Norland Accord",
            "he did not sign the Norland Accord",
            "has “not”, and the claim denies nothing",
            id="a denial that the claim lacks",
        ),
        pytest.param(
            "He never signed it", "he signed it", "denies nothing, and the claim has “never”", id="no denial"
        ),
        pytest.param("He never signed", "he didn’t sign", "says never", id="both deny"),
        pytest.param(
            "No passengers were hurt",
            "three passengers were hurt",
            "says three where the claim says No",
            id="none and some",
        ),
    ],
)
def test_what_is_said_of_a_part(claim: str, quote: str, said: str) -> None:
    assert said in told(claim, quote)


def test_the_only_other_figure_stands_against_the_only_one_whatever_it_counts() -> None:
    assert told("They freed 123 prisoners", "114 individuals came") == ["says 114 where the claim says 123"]
    assert told("They freed 123 prisoners", "114 individuals came in 3 buses") == ["says nothing of 123"]


def test_a_people_is_told_by_the_name_of_its_country() -> None:
    assert told("All of them were Velmarian", "they came from Velmaria") == ["says Velmarian"]
    assert told("All of them met Ostrin", "they met Ostrinov") == ["says nothing of Ostrin"]


def test_a_figure_of_the_quote_stands_for_one_of_the_claims_only() -> None:
    assert told("They freed 12 men and 30 women.", "They freed 14 men.") == [
        "says 14 where the claim says 12",
        "says nothing of 30",
    ]


def test_where_every_word_has_a_capital_no_name_can_be_told() -> None:
    assert told("Ferry Sails To Corrie Again", "it sails") == []


def test_of_a_language_that_is_not_known_written_figures_alone_are_compared() -> None:
    assert told("Die Fähre nach Corrie fährt nicht 14 Mal", "14 Mal", "de") == ["says 14"]


def test_a_quote_that_says_it_all_leaves_nothing_open() -> None:
    assert {part.cover for part in coverage(CLAIM, CLAIM, language="en")} == {Cover.SAYS}
