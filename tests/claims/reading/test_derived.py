"""Tolls that are told by naming the victims: who counts, who does not, and where the words stand."""

from __future__ import annotations

import pytest

from claims.reading.derived import derived
from claims.reading.masks import mask
from claims.reading.tokens import tokenise

VICTIMS = {
    "the subject of a passive": ("A man was killed.", [("A man", 1)]),
    "over what describes them": ("A man in a red coat was shot.", [("A man", 1)]),
    "over an apposition": ("Tom Varga, a clerk from Hallam, was shot.", [("Tom Varga", 1)]),
    "in a relative clause": ("The mother of the boy who was killed spoke.", [("the boy", 1)]),
    "the outer noun of two": ("The mother of the boy was killed.", [("The mother", 1)]),
    "dying": ("The driver died at the scene.", [("The driver", 1)]),
    "found dead": ("A nurse was found dead.", [("A nurse", 1)]),
    "left wounded": ("It left a guard critically wounded.", [("a guard", 1)]),
    "the object": ("They shot and killed a guard.", [("a guard", 1)]),
    "the object of a participle": ("It fell, killing Officer Ann Lee.", [("Officer Ann Lee", 1)]),
    "the object behind dead": ("They shot dead a guard.", [("a guard", 1)]),
    "behind an event": ("He saw the murder of his wife.", [("his wife", 1)]),
    "before an event": ("They spoke of the teenager's death.", [("the teenager's", 1)]),
    "a name with an age": ("Varga, 42, of Hallam, died.", [("Varga", 1)]),
    "a title and a name": ("Sgt. Ann Lee was wounded.", [("Sgt. Ann Lee", 1)]),
    "an in-law": ("His father-in-law was stabbed.", [("His father-in-law", 1)]),
    "a headline": ("Gunman kills guard, wounds nurse", [("guard", 1), ("nurse", 1)]),
    "several in one breath": ("A man and his son died.", [("A man and his son", 2)]),
    "the last of two alone": ("He shot a man and a nurse was killed.", [("a man", 1), ("a nurse", 1)]),
    "one more": ("It killed the clerk, wounding another.", [("the clerk", 1), ("another", 1)]),
}

NOBODY = {
    "not": "A man was not killed.",
    "nearly": "A man was nearly killed.",
    "if": "If a man was killed, we would know.",
    "might": "A man might have been killed.",
    "attempted": "He stood trial for the attempted murder of a guard.",
    "again and again": "Smoking kills a person every hour.",
    "in general": "A child dies when it is not fed.",
    "in the present": "A person is killed there.",
    "the killer": "A man killed his dog.",
    "shot at": "A man was shot at.",
    "shot at others": "A man shot at the house.",
    "any man": "Any man who was killed had a name.",
    "no man": "No man was killed.",
    "part of a compound": "The student union was hurt by cuts.",
    "an institution": "Manchester United were hurt by it.",
    "a bill": "The bill was killed in committee.",
    "a question": "Was it so that he saw the man killed?",
    "more than can be read": "The fire, the flood and a driver were killed.",
    "a life told": "She died in 1955.",
}


def found(text: str) -> list[tuple[str, int]]:
    tokens = tokenise(text, 0, len(text))
    return [
        (tokens.between(toll.first, toll.last), toll.value)
        for toll in derived(tokens, mask(tokens).hidden, {})
    ]


@pytest.mark.parametrize(("text", "victims"), VICTIMS.values(), ids=VICTIMS.keys())
def test_a_victim_who_is_named_counts_as_one(text: str, victims: list[tuple[str, int]]) -> None:
    assert found(text) == victims


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_nothing_is_derived_where_nobody_was_harmed_for_certain(text: str) -> None:
    assert found(text) == []
