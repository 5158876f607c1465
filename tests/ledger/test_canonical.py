"""The bytes that are hashed: fixed for ever, so each rule of the format is held by an example."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum, StrEnum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.canonical import canonical
from ledger.errors import CannotRecord


class Grade(StrEnum):
    GOOD = "good"


class Level(IntEnum):
    TWO = 2


EXAMPLES = {
    "unknown": (None, "null"),
    "yes": (True, "true"),
    "no": (False, "false"),
    "integer": (-12, "-12"),
    "64 bits": (2**63 - 1, "9223372036854775807"),
    "text": ("Привет, “world”", '"Привет, “world”"'),
    "text is not normalised": ("e\u0301", '"e\u0301"'),
    "line separators are not escaped": ("\u2028\x7f", '"\u2028\x7f"'),
    "escapes": ('"\\/\b\f\n\r\t\x1f', '"\\"\\\\/\\b\\f\\n\\r\\t\\u001f"'),
    "decimal keeps its zeros": (Decimal("1.20"), '"1.20"'),
    "decimal keeps its exponent": (Decimal("1E+3"), '"1E+3"'),
    "time": (datetime(2025, 12, 13, 9, 30, tzinfo=UTC), '"2025-12-13T09:30:00.000000Z"'),
    "time elsewhere": (
        datetime(2025, 12, 13, 9, 30, 0, 5, tzinfo=timezone(timedelta(hours=3))),
        '"2025-12-13T06:30:00.000005Z"',
    ),
    "a year of three digits": (datetime(476, 9, 4, tzinfo=UTC), '"0476-09-04T00:00:00.000000Z"'),
    "id": (UUID("019B170B-ADC0-7000-8000-000000000001"), '"019b170b-adc0-7000-8000-000000000001"'),
    "bytes": (b"\xff\x00", '"/wA="'),
    "enum of text": (Grade.GOOD, '"good"'),
    "enum of numbers": (Level.TWO, "2"),
    "list": ([1, [2]], "[1,[2]]"),
    "tuple": ((1, 2), "[1,2]"),
    "keys are sorted by code point": ({"b": 1, "é": 2, "a": 3, "Z": 4}, '{"Z":4,"a":3,"b":1,"é":2}'),
    # UTF-16 order, as RFC 8785 has it, would put the second first.
    "beyond the basic plane": ({"\U00010000": 1, "\uffff": 2}, '{"\uffff":2,"\U00010000":1}'),
}


@pytest.mark.parametrize(("value", "expected"), EXAMPLES.values(), ids=EXAMPLES.keys())
def test_each_kind_of_value_has_one_spelling(value: object, expected: str) -> None:
    assert canonical(value) == expected.encode("utf-8")


REFUSED = {
    "float": ({"claims": [{"value": 1.5}]}, r"\$\.claims\[0\]\.value is the float 1\.5"),
    "not a number": ([float("nan")], r"\$\[0\] is the float nan"),
    "naive time": ({"at": datetime(2025, 12, 13)}, r"\$\.at is the time 2025-12-13T00:00:00 without a zone"),  # noqa: DTZ001 - the point
    "half a character": ({"text": "ab\ud800"}, r"\$\.text holds half a character at 2"),
    "half a character in a key": ({"\ud800": 1}, r"\$ holds half a character"),
    "NUL": ({"text": "a\0"}, r"\$\.text holds the character U\+0000"),
    "endless decimal": (Decimal("Infinity"), r"\$ is Infinity"),
    "65 bits": ([2**63], r"\$\[0\] is the integer"),
    "key that is no text": ({"a": {1: 2}}, r"\$\.a has the key 1"),
    "set": ({1, 2}, r"\$ is a set"),
}


@pytest.mark.parametrize(("value", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_has_no_exact_spelling_is_refused_with_its_place(value: object, message: str) -> None:
    with pytest.raises(CannotRecord, match=message):
        canonical(value)


plain_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | plain_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(plain_text, inner, max_size=4),
    max_leaves=20,
)


@given(plain_values)
def test_the_bytes_read_as_json_give_the_value_back(value: object) -> None:
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(plain_text, st.integers(0, 9), max_size=6))
def test_the_order_in_which_keys_came_makes_no_difference(value: dict[str, int]) -> None:
    backwards = dict(reversed(value.items()))

    assert canonical(backwards) == canonical(value)
