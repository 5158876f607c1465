"""The JSON of `compare` keeps the form that other programs rely on."""

from __future__ import annotations

import json

from claims.reconcile.compare import compare
from tests.claims.reconcile.stories import story


def test_the_record_has_every_key_of_the_contract() -> None:
    record = compare(story("Velmaria freed 123 prisoners.", "Kostania received 114 of the freed."))

    assert list(record) == ["figures", "pairs", "quantities", "origins"]
    assert set(record["figures"][0]) >= {
        "id", "item", "start", "end", "quote", "value", "low", "high", "modifier", "change", "unit",
        "counted", "derived", "as_of", "quantity", "origin",
    }  # fmt: skip
    assert set(record["pairs"][0]) == {"a", "b", "relation", "reason", "residual"}
    assert set(record["quantities"][0]) >= {
        "id", "label", "figures", "value", "low", "high", "status", "origins", "why",
    }  # fmt: skip
    assert set(record["origins"][0]) >= {"id", "name", "items", "why"}


def test_numbers_are_decimal_strings_and_unknown_is_null() -> None:
    record = compare(story("Velmaria freed 123 prisoners.", "Kostania received 114 of the freed."))

    assert [figure["value"] for figure in record["figures"]] == ["123", "114"]
    assert record["pairs"][0]["residual"] == "9"
    assert record["figures"][0]["as_of"] is None
    assert json.loads(json.dumps(record)) == record


def test_figures_are_numbered_in_the_order_of_the_text_and_offsets_fit_it() -> None:
    text = "The storm killed 12 people. It injured 40."

    record = compare(story(text))

    assert [figure["id"] for figure in record["figures"]] == ["a.0", "a.1"]
    assert all(text[figure["start"] : figure["end"]] == figure["quote"] for figure in record["figures"])


def test_lines_without_figures_give_empty_lists() -> None:
    assert compare(story("Nobody came.")) == {"figures": [], "pairs": [], "quantities": [], "origins": []}
