"""Where the words that a verb credits begin."""

from __future__ import annotations

import pytest

from claims.reading.clauses import words_of
from claims.reading.complements import complement_after
from claims.reading.cues import CUE_VERBS
from claims.reading.quotations import find_quotations


def content(text: str) -> str | None:
    """What follows the first word of a text, which is a cue verb in the past."""
    words = words_of(text, 0, len(text), find_quotations(text, 0, len(text)))
    cue = CUE_VERBS[words.low[0]][-1]
    found = complement_after(words, 1, cue.frames)
    return text[words.span((found.first, found.first + 1))[0] :] if found is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said that it rained", "that it rained"),
        ("said it rained", "it rained"),
        ("said sanctions hurt ordinary people", "sanctions hurt ordinary people"),
        ("said on Monday in Oslo that it rained", "that it rained"),
        ("said Monday it rained", "it rained"),
        ("said, after the vote, that it rained", "that it rained"),
        ("said in a statement: “It rained”", "“It rained”"),
        ("said so", None),
        ("said on Monday", None),
        ("told reporters that it rained", "that it rained"),
        ("told her it rained", "it rained"),
        ("told The Daily Post the dam had failed", "the dam had failed"),
        ("told Eva Holm, chair of the board, that it rained", "that it rained"),
        ("told CNN in an interview", None),
        ("warned it could rain", "it could rain"),
        ("asked whether it rained", "whether it rained"),
        ("promised to leave", "to leave"),
        ("promised calm", "calm"),
        ("reported receiving parcels", "receiving parcels"),
        ("described the dam as old", "the dam as old"),
        ("described the dam", "the dam"),
        ("regarded the dam", None),
        ("said nothing about it", None),
        ("said more than 40 had left", "more than 40 had left"),
        ("wrote last week", None),
        ("argued with the board", None),
    ],
    ids=str,
)
def test_what_stands_between_verb_and_content_is_stepped_over(text: str, expected: str | None) -> None:
    assert content(text) == expected
