"""Canonical JSON: one value, one sequence of bytes, for ever.

These bytes are hashed, so what follows never changes:

- UTF-8, no byte order mark, no space between tokens; text is not normalised;
- keys of an object are text, sorted by code point, each once;
- `"`, `\\` and control characters below U+0020 are escaped (`\\b \\f \\n \\r \\t`, else
  `\\u00xx` in lower case); nothing else is;
- None is `null`; a boolean is `true` or `false`; an integer has up to 64 bits;
- a Decimal is a string with its own digits and exponent ("1.20", "1E+3"), finite;
- a datetime is a string in UTC with six decimals, "2025-12-13T09:30:00.000000Z"; a naive one is refused;
- a UUID is its 36 characters in lower case; bytes are base64 with padding; an enum is its value;
- a list or tuple is an array.

Floats are refused, and so are lone surrogates and U+0000, which no database keeps alike.
What JSON type a column has is told by the schema, not by the bytes.
"""

from __future__ import annotations

import json
import uuid
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from ledger.errors import CannotRecord

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
"""What canonical bytes are made of."""

_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


def canonical(value: object) -> bytes:
    """The canonical bytes of a value; `CannotRecord` names the place of what they can't hold."""
    return encoded(plain(value))


def encoded(value: Json) -> bytes:
    """The canonical bytes of what `plain` has given."""
    return _encode(value).encode("utf-8")


def plain(value: object, at: str = "$") -> Json:
    """The value in terms of JSON; `at` is the path that an error names."""
    match value:
        case str():
            return _text(value, at)
        case None | bool():
            return value
        case Enum():
            return plain(value.value, at)
        case int():
            return _integer(value, at)
        case uuid.UUID():
            return str(value)
        case datetime():
            return _time(value, at)
        case Decimal():
            return _decimal(value, at)
        case bytes():
            return b64encode(value).decode("ascii")
        case list() | tuple():
            return [plain(item, f"{at}[{index}]") for index, item in enumerate(value)]
        case Mapping():
            return {_key(key, at): plain(item, f"{at}.{key}") for key, item in value.items()}
        case float():
            raise CannotRecord(f"{at} is the float {value!r}; use a Decimal, which keeps its digits")
        case _:
            raise CannotRecord(f"{at} is a {type(value).__name__}, which the log can't hold")


def _text(value: str, at: str) -> str:
    if "\0" in value:
        raise CannotRecord(f"{at} holds the character U+0000, which no database keeps alike; take it out")
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise CannotRecord(f"{at} holds half a character at {error.start} (a lone surrogate)") from None
    return value


def _integer(value: int, at: str) -> int:
    if not -(2**63) <= value < 2**63:
        raise CannotRecord(f"{at} is the integer {value}, which needs more than 64 bits")
    return value


def _time(value: datetime, at: str) -> str:
    if value.tzinfo is None:
        raise CannotRecord(f"{at} is the time {value.isoformat()} without a zone")
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _decimal(value: Decimal, at: str) -> str:
    if not value.is_finite():
        raise CannotRecord(f"{at} is {value}, which is no number")
    return str(value)


def _key(key: object, at: str) -> str:
    if not isinstance(key, str):
        raise CannotRecord(f"{at} has the key {key!r}, which is not text")
    return _text(key, at)
