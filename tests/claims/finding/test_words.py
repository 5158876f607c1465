"""Words as full-text search compares them: written in many ways, found as one, marked in their place."""

from __future__ import annotations

import pytest

from claims.finding.words import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Zupčić", ["zupcic"], id="accents"),
        pytest.param("Zupc\u030cic\u0301", ["zupcic"], id="accents of their own characters"),
        pytest.param("Łódź Øresund Weiß", ["lodz", "oresund", "weiss"], id="letters with strokes"),
        pytest.param("1,200 1.200 1’200 1\u202f200 1\u00a0200", ["1200"] * 5, id="marks between thousands"),
        pytest.param("1 200", ["1", "200"], id="a blank may part two numbers"),
        pytest.param("1,234,567.50", ["1234567.5"], id="millions with decimals"),
        pytest.param("2.5 2,5 2.50", ["2.5"] * 3, id="decimals"),
        pytest.param("13.12.2025", ["13.12", "2025"], id="a date"),
        pytest.param("in 2024, 300 boats", ["in", "2024", "300", "boats"], id="a year is no thousand"),
        pytest.param("Ada's O’Neill don't", ["ada", "oneill", "dont"], id="apostrophes"),
        pytest.param("non-fiction, foo:bar", ["non", "fiction", "foo", "bar"], id="hyphens and colons"),
        pytest.param("  …!? ", [], id="no words"),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert [word.folded for word in words_in(text)] == words


def test_each_word_knows_its_place() -> None:
    text = "At Zupčić’s: 1,200 boats"

    assert [text[word.start : word.end] for word in words_in(text)] == ["At", "Zupčić’s", "1,200", "boats"]
