"""What a claim says, as two claims are compared."""

from __future__ import annotations

import pytest

from claims.matching.telling import telling


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("The mayor hasn't come.", ["mayor has not come"], id="a clipped form"),
        pytest.param("The mayor cannot come", ["mayor can not come"], id="cannot"),
        pytest.param("Sen. Hale has said so", ["senator hale said so"], id="a title and the perfect"),
        pytest.param("He has a boat", ["he has boat"], id="to have is no perfect"),
        pytest.param("And, you know, boats left.", ["boats left"], id="frames"),
        pytest.param("Boats left and so on.", ["boats left and so on"], id="no frame in the middle"),
        pytest.param("A few boats, the boats", ["a few boats boats"], id="articles"),
        pytest.param("They left, they left early", ["they left early"], id="a stammer"),
        pytest.param("Off Pago Pago", ["off pago pago"], id="a name of two like words"),
        pytest.param("Did boats leave?", ["did boats leave ?"], id="a question"),
        pytest.param("Boats left. Crews stayed.", ["boats left", "crews stayed"], id="two sentences"),
        pytest.param("x < y", ["x LESSTHANSIGN y"], id="a sign"),
        pytest.param("— … !", [], id="no words"),
    ],
)
def test_the_words_of_a_claim_in_order(text: str, sentences: list[str]) -> None:
    told = telling(text).sentences

    assert [" ".join(sentence).lower() for sentence in told] == [sentence.lower() for sentence in sentences]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("3 boats", "three boats", id="in words"),
        pytest.param("1.5 million boats", "1,500,000 boats", id="scaled"),
        pytest.param("over 40 boats", "more than 40 boats", id="bounded"),
        pytest.param("40 percent", "40%", id="a share"),
    ],
)
def test_a_figure_is_one_however_it_is_spelled(one: str, other: str) -> None:
    assert telling(one).figures[0].key == telling(other).figures[0].key
    assert telling(one).sentences == telling(other).sentences


@pytest.mark.parametrize("spelling", ["on May 3, 2024", "on 3 May 2024", "on 3rd May 2024"])
def test_a_date_is_one_however_it_is_spelled(spelling: str) -> None:
    assert telling(f"Boats left {spelling}").sentences == (("boats", "left", "on", "@2024-5-3-None"),)


def test_names_are_the_capitals_within_a_sentence_as_they_are_written() -> None:
    found = telling("Boats of Ada McBride left Arden. Crews of Omar stayed.").names

    assert list(found.values()) == ["Ada", "McBride", "Arden", "Omar"]


def test_a_text_in_capitals_tells_no_names() -> None:
    assert telling("BOATS OF ADA LEFT ARDEN").names == {}


def test_the_words_of_a_quotation_and_those_beside_it_are_kept_apart() -> None:
    found = telling("Ada Marsh denied that “all the boats have left Arden”.")

    assert found.quoted == (("all", "boats", "left", "arden"),)
    assert found.beside == {"ada", "marsh", "denied", "that"}


def test_a_signature_is_no_part_of_a_post() -> None:
    found = telling("The boats left. — Ada Marsh (@adamarsh) May 3, 2024")

    assert found.sentences == (("boats", "left"),)
    assert found.dates == ()
