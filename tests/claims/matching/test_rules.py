"""What two claims are to each other: a case of the corpus for each rule, and what always holds."""

from __future__ import annotations

import inspect
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims.kinds import MatchDecision
from claims.matching.rules import RULES, decide
from claims.matching.telling import telling

PAIRS = tomllib.loads((Path(__file__).parents[2] / "corpus/matches.toml").read_text(encoding="utf-8"))[
    "pairs"
]


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_two_claims_are_what_the_corpus_says(pair: dict[str, Any]) -> None:
    found = decide(telling(pair["a"]), telling(pair["b"]))

    assert found.decision == pair["decision"], found.reason
    assert found.reason == pair.get("says", found.reason)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_the_decision_is_the_same_the_other_way_round(pair: dict[str, Any]) -> None:
    a, b = telling(pair["a"]), telling(pair["b"])

    assert decide(a, b).decision is decide(b, a).decision


def test_every_decision_stands_in_the_corpus() -> None:
    assert {pair["decision"] for pair in PAIRS} == set(MatchDecision)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_a_reason_is_one_sentence(pair: dict[str, Any]) -> None:
    reason = decide(telling(pair["a"]), telling(pair["b"])).reason

    assert reason[0].isupper()
    assert reason.endswith(".")
    assert "\n" not in reason


def test_every_rule_says_what_it_does_in_a_sentence_for_the_reader() -> None:
    for rule in RULES:
        told = inspect.getdoc(rule) or ""
        assert told.startswith(("Two claims", "Two posts", "A claim", "A question"))
        assert told.endswith(".")
