"""The words of claims and posts, as they are looked for."""

from __future__ import annotations

import pytest

from claims.matching.spelling import capitalised, mended, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The mayor’s boats", "the mayor boats", id="a possessive"),
        pytest.param("Kılıçdaroğlu, Łódź", "kilicdaroglu lodz", id="strokes and accents"),
        pytest.param("#SaveTheOldBridge now", "save the old bridge now", id="a hashtag"),
        pytest.param("@ArdenCityCouncil2 and @NBCArden", "arden city council 2 and nbc arden", id="a handle"),
        pytest.param("See https://example.org/a?b=1 or www.example.org", "see or", id="links"),
        pytest.param("Fire!pic.twitter.com/a1b2", "fire", id="a link of a picture"),
        pytest.param("1,200.50 and 3.00", "1200.50 and 3", id="numbers"),
        pytest.param("$500bn, 4m and 70%", "500 billion 4 million and 70 percent", id="scales"),
        pytest.param("4 m", "4 m", id="a letter that is no scale"),
        pytest.param("The U.S. and US troops", "the america and america troops", id="the United States"),
        pytest.param("tell us", "tell us", id="a pronoun"),
        pytest.param(
            "Gone. — Ada Marsh (@adam) May 3, 2024", "gone ada marsh adam", id="the day of a signature"
        ),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_words_of_a_text(text: str, words: str) -> None:
    assert words_of(text) == tuple(words.split())


def test_marks_that_were_read_wrongly_are_put_right() -> None:
    broken = "It’s — “gone”".encode().decode("cp1252", errors="replace")

    assert mended(broken) == "It’s — “gone”"
    assert mended("Überfall in Łódź") == "Überfall in Łódź"


def test_a_capitalised_word_is_kept_as_it_is_written() -> None:
    assert capitalised("Ada McBride's boat, a Gift") == {"ada": "Ada", "mcbride": "McBride", "gift": "Gift"}
