"""Which spellings are one name by rule, and which are left to a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.registry.names import key_of

NAMES = st.lists(
    st.one_of(
        st.sampled_from(["The", "Harbour", "Ltd", "Inc.", "&", "(official body)", "www.", "U.N.", "of", "É"]),
        st.text(max_size=8),
    ),
    max_size=6,
).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Harbour Courier", "The Harbour Courier", id="an article"),
        pytest.param("Harbour Courier", "HARBOUR  courier", id="case and spacing"),
        pytest.param("Ellin Évening", "Ellin Evening", id="accents"),
        pytest.param("Łęg Daily", "Leg Daily", id="letters with a stroke"),
        pytest.param("Harbour Office", "Harbour Office (official body)", id="a remark on what it is"),
        pytest.param("Ferry Lines", "Ferry Lines Ltd.", id="the form of a company"),
        pytest.param("Marsh & Daughters", "Marsh and Daughters, Inc", id="an ampersand"),
        pytest.param("U.N.", "UN", id="initials"),
        pytest.param("Al-Ellin", "Al Ellin", id="a hyphen"),
        pytest.param("https://www.courier.example/", "courier.example", id="an address"),
        pytest.param("Ｈａｒｂｏｕｒ", "Harbour", id="full-width letters"),
    ],
)
def test_one_name_written_in_two_ways_has_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Ministry of Health of Velmaria", "Ministry of Health of Norland", id="two countries"),
        pytest.param("Harbour Office (Ellin)", "Harbour Office (Port Velm)", id="a place in brackets"),
        pytest.param("Harbour Courier", "Harbour Courier Online", id="another word"),
        pytest.param("Ellin Broadcasting", "Ellin Broadcasting Corporation", id="a word that may tell"),
        pytest.param("@courier", "courier", id="an account and a name"),
        pytest.param("Мий", "Мии", id="marks that make another letter"),
        pytest.param("courier.example", "courier example", id="a site and a name"),
        pytest.param("Channel 1", "Channel 2", id="numbers"),
    ],
)
def test_what_may_be_two_keeps_two_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@given(NAMES)
def test_a_key_is_its_own_key(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)


@given(NAMES)
def test_only_what_is_blank_has_no_key(name: str) -> None:
    assert bool(key_of(name)) == bool(name.split())


@given(NAMES)
def test_spacing_and_the_article_never_matter(name: str) -> None:
    assert key_of(f"  The  Ferry {name} ") == key_of(f"ferry {name}")


@given(st.text(alphabet=st.characters(categories=["L", "N"], max_codepoint=0x2FF), min_size=1))
def test_a_word_more_is_another_name(word: str) -> None:
    assert key_of(f"Harbour Courier {word}qx") != key_of("Harbour Courier")
