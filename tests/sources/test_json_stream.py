"""The parts of large JSON files, one at a time."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources import json_stream
from sources.json_stream import BrokenJson, parts_in

SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


def read(text: str) -> list[object]:
    return list(parts_in(io.StringIO(text), lists=("items",)))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param('[{"a": 1}, 23, "x"]', [{"a": 1}, 23, "x"], id="a list"),
        pytest.param('{"n": 1, "items": [2, 3], "m": 4}', [2, 3, {"n": 1, "m": 4}], id="a list in an object"),
        pytest.param('{"items": {"a": 1}}', [{"items": {"a": 1}}], id="no list after all"),
        pytest.param('{"a": 1}\n{"a": 2}\n', [{"a": 1}, {"a": 2}], id="one after another"),
        pytest.param("[]", [], id="an empty list"),
        pytest.param("  ", [], id="nothing"),
    ],
)
def test_the_entries_of_the_list_come_one_by_one(text: str, parts: list[object]) -> None:
    assert read(text) == parts


@given(st.lists(VALUES, max_size=5), st.integers(1, 7))
def test_where_a_file_is_cut_while_it_is_read_matters_nowhere(values: list[object], chunk: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(json_stream, "_CHUNK", chunk)

        assert read(json.dumps(values)) == values


def test_what_came_before_a_fault_is_kept_and_the_place_is_named() -> None:
    parts = parts_in(io.StringIO('[{"a": 1}, {"b": }]'), lists=())

    assert next(parts) == {"a": 1}
    with pytest.raises(BrokenJson, match=r"is no JSON from character 18 on"):
        next(parts)


@pytest.mark.parametrize("text", ["[1, 2", '{"a"', '{"a": "x', "[1 2]", "[" * 100_000])
def test_a_file_that_ends_too_soon_or_is_nested_too_deep_is_told(text: str) -> None:
    with pytest.raises(BrokenJson):
        read(text)


def test_a_fault_early_in_an_entry_is_told_before_the_rest_is_read() -> None:
    file = io.StringIO('[{"a" 1}' + " " * 10_000_000)

    with pytest.raises(BrokenJson):
        list(parts_in(file, lists=()))

    assert file.tell() < 3_000_000


def test_an_entry_beyond_all_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "LONGEST_PART", 100)
    monkeypatch.setattr(json_stream, "_CHUNK", 10)

    with pytest.raises(BrokenJson):
        read(json.dumps(["x" * 1_000]))
