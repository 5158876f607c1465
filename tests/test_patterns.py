"""No pattern anywhere in the house is kept busy by a text that somebody made for it.

Patterns are looked for in every module: by name, in lists and records, in functions that make one
from a list of words, and where a call holds one in place. How fast reading is, the benchmarks tell.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import importlib
import inspect
import pkgutil
import re
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from time import process_time
from types import ModuleType

import pytest

import claims
import commands
import ledger
import reports
import sources

MOST_SECONDS = 0.1
LENGTHS = (24, 2_000, 10_000, 100_000)
"""A longer text is only tried where what the shorter ones cost leaves a doubt."""
LINEAR = 6
"""From the second length to the third a linear cost grows fivefold, a quadratic one 25 times."""

HOPELESS = 5 * MOST_SECONDS
"""What would take so long, were it linear, is not tried on a longer text."""

PIECES = [
    "1", "1 ", "1,", "11,", "111,", "1.", "1-", "1/", "1,111", "111.111,", "12 345 ", "12:34 ",
    "a", "a ", "a-", "a.b.", "a's ", "A", "A ", "Ab ", "Ab-", "Ab. ", "AB1", "é", "е", "中", "a\u0301",
    " ", "\n", "\t", " \n", "\r\n", "\u00a0", "-\n", "\x00",
    ",", ", ", ".", ". ", ".a", "-", "—", " — ", ":", "a: ", ";", "; a",
    "(", ")", "()", "(a ", "[", "[1] ", "|", "| ",
    '"', '" ', '"a" ', "'", "''", "a'", "“", "”", "“a” ", "”. ", "’", "’s ", "«", "‘a’ ", "„", "`",
    "$", "$1 ", "€", "£1m ", "%", "1% ", "+", "=", "/", "a/", "<", "<a ", "<!--", "&", "&a;", "@", "a@",
    "#", "_", "\\", "http://a.", "www.a", "and ", "and A ", ", and ", "said ",
]  # fmt: skip
RUNS = ["1", "a", " ", "A ", ",", "\n"]
SYNTAX = re.compile(r"\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[A-Za-z]|\(\?P<\w{1,40}>|\(\?[^\s\w]*|\[\^?|\{[\d,]*\}")
"""What of a pattern is no text that it looks for."""


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """A record with a pattern."""

    one: re.Pattern[str]


@functools.cache
def _made() -> re.Pattern[str]:
    return re.compile("made")


KEPT = [(re.compile("in a list"),), {"key": Kept(re.compile("in a record"))}, _made]


def _walked(value: object, seen: dict[int, object]) -> Iterator[re.Pattern[str]]:
    """The patterns that a value is, holds, or makes where it is a function that keeps what it made.

    `seen` holds the values themselves, so that none is freed and its id given to another.
    """
    if id(value) in seen:
        return
    seen[id(value)] = value
    if isinstance(value, re.Pattern):
        yield _over_text(value.pattern, value.flags)
    elif isinstance(value, Mapping):
        for held in value.items():
            yield from _walked(held, seen)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for held in value:
            yield from _walked(held, seen)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _walked(getattr(value, field.name), seen)
    elif isinstance(value, functools._lru_cache_wrapper) and not inspect.signature(value).parameters:
        yield from _walked(value(), seen)


def _in_calls(module: ModuleType) -> Iterator[re.Pattern[str]]:
    """The patterns that are written where they are used: `re.split(r"[,(]", words)`."""
    for node in ast.walk(ast.parse(Path(module.__file__ or "").read_bytes())):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name("re")), args=[ast.Constant(str() | bytes() as written), *_]
            ):
                yield _over_text(written)


def _over_text(written: str | bytes, flags: int = 0) -> re.Pattern[str]:
    """The pattern as it is, and one over bytes as the same over characters, so that all are tried alike."""
    if isinstance(written, bytes):
        return re.compile(written.decode("latin-1"), flags | re.ASCII)
    return re.compile(written, flags)


def _by_module() -> dict[str, list[re.Pattern[str]]]:
    """The patterns of each module, each once and where it is first met."""
    found: dict[str, list[re.Pattern[str]]] = {}
    met: set[re.Pattern[str]] = set()
    seen: dict[int, object] = {}
    for package in (ledger, sources, claims, reports, commands):
        for part in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(part.name)
            held = [*_walked(list(vars(module).values()), seen), *_in_calls(module)]
            found[part.name] = [pattern for pattern in dict.fromkeys(held) if pattern not in met]
            met.update(held)
    return {name: held for name, held in found.items() if held}


BY_MODULE = _by_module()


def _busy(pattern: re.Pattern[str]) -> str | None:
    """Which text keeps a pattern busy for too long; `None` where none does."""
    for start, piece in _shapes(pattern):
        seconds = _seconds_over(pattern, start, piece)
        if seconds > MOST_SECONDS:
            text = f"{LENGTHS[-1]:,} characters, {start + piece + piece!r} …"
            return f"{pattern.pattern[:60]!r} takes {seconds:.1f} s or more over {text}"
    return None


def _shapes(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """How a text begins, and what it repeats: signs of all kinds, then what the pattern itself looks for."""
    yield from product([""], PIECES)
    plain = SYNTAX.sub("\n", pattern.pattern).replace("\\", "")
    literals = list(dict.fromkeys(re.findall(r"[^\n()\[\]|*+?]+", plain)))[:5]
    yield from product([""], (literal + more for literal in literals for more in ("", " ", "a", "1")))
    yield from product(literals, RUNS)


def _seconds_over(pattern: re.Pattern[str], start: str, piece: str) -> float:
    """CPU seconds over the full length; foretold from a shorter one where that leaves no doubt."""
    before = seconds = 0.0
    for length in LENGTHS:
        text = (start + piece * (length // len(piece) + 1))[:length]
        growth = LENGTHS[-1] / length
        seconds = _cost(pattern, text)
        if seconds * growth > MOST_SECONDS:
            seconds = min(seconds, _cost(pattern, text))  # it may have been the machine that was busy
        harmless = seconds * growth**2 < MOST_SECONDS
        linear = seconds < LINEAR * before and seconds * growth < MOST_SECONDS / 2
        hopeless = seconds * growth > HOPELESS
        if harmless or linear or hopeless:
            return seconds * growth
        before = seconds
    return seconds


def _cost(pattern: re.Pattern[str], text: str) -> float:
    """CPU seconds of looking for a pattern from every place on, and for the whole text as one."""
    began = process_time()
    deque(pattern.finditer(text), maxlen=0)
    pattern.fullmatch(text)
    return process_time() - began


def test_the_walk_finds_patterns_wherever_they_are_kept() -> None:
    found = {pattern.pattern for held in BY_MODULE.values() for pattern in held}

    assert {kept.pattern for kept in _walked(KEPT, {})} == {"in a list", "in a record", "made"}
    assert r"[/\\]" in found, "in a call: reports.audit"
    assert len(BY_MODULE) > 50


@pytest.mark.parametrize("module", BY_MODULE)
def test_no_pattern_is_kept_busy_by_text_made_for_it(module: str) -> None:
    busy = [told for pattern in BY_MODULE[module] if (told := _busy(pattern))]

    assert not busy, "\n".join(busy)
