"""What is typed, as it is looked for: nothing is an error, and every part is found where it stands."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.finding.asked import MOST, asked, expression, joined, places
from claims.finding.words import folded_words

TEXT = (
    "The ferries of Zupčić carried 1,200 prisoners and 1 200 boxes to Port Aldis; the port is non-military."
)


def found(typed: str, text: str = TEXT) -> list[str] | None:
    """The words marked in the text, or nothing where a part is missing."""
    parts = asked(typed)
    spans = places(parts, text)
    if not parts or not all(spans):
        return None
    return [text[start:end] for start, end in joined([span for one in spans for span in one])]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        pytest.param("zupcic", ["Zupčić"], id="without accents"),
        pytest.param("ferry", ["ferries"], id="the singular finds the plural"),
        pytest.param("ports", ["Port", "port"], id="the plural finds the singular"),
        pytest.param("box", ["boxes"], id="the plural in -es"),
        pytest.param("1200", ["1,200", "1 200"], id="a number however it is written"),
        pytest.param('"1 200"', ["1,200", "1 200"], id="a number with a blank"),
        pytest.param('"port aldis"', ["Port Aldis"], id="a phrase"),
        pytest.param("“Port Aldis”", ["Port Aldis"], id="a phrase in curly marks"),
        pytest.param('"port aldis', ["Port Aldis"], id="a mark that is not closed"),
        pytest.param('"aldis port"', None, id="a phrase in another order"),
        pytest.param('"ferry of"', None, id="a phrase is taken as it is written"),
        pytest.param("pris*", ["prisoners"], id="a beginning"),
        pytest.param('"port al"*', ["Port Aldis"], id="the beginning of a phrase"),
        pytest.param("pris", None, id="a beginning that is not said to be one"),
        pytest.param("non-military", ["non-military"], id="a hyphen"),
        pytest.param("port otters", None, id="every word has to be there"),
        pytest.param("prisoners AND boxes", ["prisoners", "and", "boxes"], id="AND is a word"),
        pytest.param("* ( : -", None, id="no word"),
    ],
)
def test_words_are_found_where_they_stand(typed: str, marked: list[str] | None) -> None:
    assert found(typed) == marked


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    tokenize = "unicode61 remove_diacritics 0 tokenchars '.'"
    connection.execute(f'create virtual table word using fts5(text, tokenize="{tokenize}")')
    connection.execute("insert into word values (?)", (folded_words(TEXT),))
    return connection


SIGNS = st.text(alphabet="portaldis1200 \"*-:()'^+{}.,“»é", max_size=40)


@given(typed=SIGNS | st.text(max_size=40))
def test_nothing_that_is_typed_is_an_error_and_the_index_finds_what_is_marked(
    index: sqlite3.Connection, typed: str
) -> None:
    parts = asked(typed)
    if not parts:
        return

    hits = index.execute("select 1 from word where word match ?", (expression(parts),)).fetchall()
    assert bool(hits) is all(places(parts, TEXT))


def test_a_whole_page_can_be_looked_for(index: sqlite3.Connection) -> None:
    parts = asked(" ".join(f"word{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(600)))

    assert len(parts) == MOST
    assert index.execute("select 1 from word where word match ?", (expression(parts),)).fetchall() == []
