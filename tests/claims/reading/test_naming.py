"""What a figure counts or measures, behind it, before it, or named earlier."""

from __future__ import annotations

import pytest

from claims.reading.figures import find_figures

NAMES = {
    "the noun behind": ("They freed 123 detainees.", ["detainees"]),
    "adjectives belong to it": (
        "They freed 123 Belarusian political prisoners.",
        ["Belarusian political prisoners"],
    ),
    "what comes behind it does not": ("They freed 123 people from detention.", ["people"]),
    "a participle ends it": ("They saw 12 houses burned.", ["houses"]),
    "a participle before a noun belongs to it": ("They saw 12 burned houses.", ["burned houses"]),
    "an abbreviation": ("They saw four U.N. soldiers.", ["U.N. soldiers"]),
    "of a whole": ("He kept 12% of the land.", ["land"]),
    "in, for money": ("He gave $3bn in aid.", ["aid"]),
    "in a place, for a share": ("It won 12% in Minsk.", [None]),
    "half of it": ("Half the pupils left.", ["pupils"]),
    "over a copula": ("The death toll is 97.", ["death toll"]),
    "over a verb of rising": ("Core inflation rose by 3%.", ["Core inflation"]),
    "over a relative clause": ("They sold flats which cost $900.", ["flats"]),
    "over an apposition": ("Oil, the old fuel, rose 3%.", ["Oil"]),
    "over a date": ("Output fell in May to 340 tonnes.", ["Output"]),
    "what a part hangs on": ("The price of gold was $1,700.", ["price"]),
    "the number of": ("The number of prisoners was 123.", ["prisoners"]),
    "the subject of the clause": ("Shares were calm all day long, up 3%.", ["Shares"]),
    "who holds is not what is counted": ("Kyiv has 12.", [None]),
    "who kills is not what is counted": ("The blast killed 12.", [None]),
    "a stretch of time measures nothing before it": ("They left in 3 days.", [None]),
    "handed on to a conversion": ("The wall is 5 miles (8 km) long.", ["wall", "wall"]),
    "handed back over a conversion": ("They dug 5 miles (8 km) of tunnels.", ["tunnels", "tunnels"]),
    "handed on to a level": ("Shares fell 2% to 340.", ["Shares", "Shares"]),
    "handed on to an ellipsis": ("20 people are ill and six have died.", ["people", "people"]),
    "two of them": ("They saw 20 boats, two of them empty.", ["boats", "boats"]),
    "not handed on to another unit": ("20 people walked for three hours.", ["people", None]),
}


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES.keys())
def test_a_figure_is_named_by_the_head_phrase_near_it(text: str, names: list[str | None]) -> None:
    assert [figure.counted for figure in find_figures(text, 0, len(text))] == names


def test_a_rate_behind_what_is_counted_belongs_to_the_figure() -> None:
    text = "The clinic saw 3,000 patients a day."

    (figure,) = find_figures(text, 0, len(text))

    assert (figure.quote, figure.unit, figure.counted) == ("3,000", "per day", "patients")
