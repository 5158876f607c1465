"""Whether a word is a cue verb where it stands, and what part it plays."""

from __future__ import annotations

import pytest

from claims.reading.clauses import words_of
from claims.reading.cues import CUE_VERBS
from claims.reading.verbs import Role, is_title_case, read_verb


def role(text: str, word: str) -> Role | None:
    """The role of the first cue that `word` can be in a sentence without quotations."""
    words = words_of(text, 0, len(text), [])
    place = words.low.index(word)
    found = (read_verb(words, place, cue, title_case=is_title_case(words)) for cue in CUE_VERBS[word])
    return next((verb.role for verb in found if verb is not None), None)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Eva Holm said so.", "said", Role.FINITE),
        ("Eva Holm has also said so.", "said", Role.FINITE),
        ("Officials say so.", "say", Role.FINITE),
        ("Those asked say so.", "say", Role.FINITE),
        ("Eva Holm went on to say so.", "say", Role.FINITE),
        ("Eva Holm was quoted as saying so.", "saying", Role.FINITE),
        ("Eva Holm is saying so.", "saying", Role.FINITE),
        ("Eva Holm left, saying so.", "saying", Role.PARTICIPLE),
        ("The dam is described by all.", "described", Role.PASSIVE),
        ("Eva Holm claims that it rains.", "claims", Role.FINITE),
        ("The paper claims that it rains.", "claims", Role.FINITE),
        ("HOLM CLAIMS IT RAINS IN MAY", "claims", Role.FINITE),
        ("The claims are old.", "claims", None),
        ("Its claims fell.", "claims", None),
        ("Cost estimates have doubled.", "estimates", None),
        ("The reported number is 12.", "reported", None),
        ("Some 25 recommended works.", "recommended", None),
        ("The United States of old.", "states", None),
        ("Eva Holm may say so.", "say", None),
        ("Eva Holm will say so.", "say", None),
        ("Eva Holm did not say so.", "say", None),
        ("Nobody said so.", "said", None),
        ("No official confirmed it.", "confirmed", None),
        ("Eva Holm wants to say so.", "say", None),
    ],
    ids=str,
)
def test_a_cue_is_read_in_its_place(text: str, word: str, expected: Role | None) -> None:
    assert role(text, word) == expected
