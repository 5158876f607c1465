"""Which words of a statement speak of which of its figures."""

from __future__ import annotations

from claims.reading.figures import find_figures
from claims.reconcile.clauses import stretches
from claims.reconcile.words import words_of


def spoken_of(text: str) -> list[tuple[str, str]]:
    """Each figure of a text with the words that speak of it."""
    words = words_of(text, 0, len(text))
    figures = find_figures(text, 0, len(text))
    return [
        (figure.quote, " ".join(word.text for word in words[stretch.left : stretch.right]))
        for figure, stretch in zip(figures, stretches(words, figures), strict=True)
    ]


def test_a_statement_is_cut_between_its_figures() -> None:
    assert spoken_of("The fire hurt 12 guards; it killed 3 cooks.") == [
        ("12", "The fire hurt 12 guards"),
        ("3", "; it killed 3 cooks ."),
    ]


def test_a_sum_speaks_of_what_its_parts_speak_of_and_takes_no_words_from_them() -> None:
    assert spoken_of("The fire hurt two guards and a nurse; 12 ships sank.") == [
        ("two guards and a nurse", "The fire hurt two guards and a nurse"),
        ("two", "The fire hurt two guards and a nurse"),
        ("12", "; 12 ships sank ."),
    ]
