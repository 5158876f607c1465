"""Sets the words of a claim as they were beside the words as they are, and says what kind of change it was.

That words changed is enough for a claim to be opened again; the kind is told to people and decides nothing.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from claims.reading.word_classes import CALENDAR, NEGATIONS
from claims.reading.wordlists import load_words
from claims.revising.record import Run
from claims.revising.wording import as_read

_MOST = 600
_MOST_MEETINGS = 10_000
"""Stretches of more words, or with so many words in common, are not set beside each other word by word.

The cost of that grows with the square of their length, and faster where a few words come again and again.
"""

_PIECE = re.compile(r"\d++(?:[.,:]\d++)*+|[^\W\d_]++(?:['’-][^\W\d_]++)*+|[^\w\s]|_")
_NUMBERS = load_words("number_words") | load_words("scale_words")
_UNITS = load_words("units") | load_words("unit_symbols") | load_words("currencies")
_DENIALS = NEGATIONS | {"no", "never", "nobody", "nothing", "none", "neither", "nor", "without", "cannot"}
_QUOTED = 60
_FEW = 8

_Pieces = Sequence[re.Match[str]]


def difference(was: str, now: str) -> tuple[Run, ...]:
    """The words of `was` beside those of `now`, in runs that give `now` again when they are joined."""
    old, new = list(_PIECE.finditer(was)), list(_PIECE.finditer(now))
    runs = []
    for same, (i, j), (k, end) in _steps([_key(piece) for piece in old], [_key(piece) for piece in new]):
        words = _slice(now, new, k, end)
        runs.append(Run(words if same else _slice(was, old, i, j), words))
    return tuple(runs)


def what_changed(runs: Sequence[Run]) -> str:
    """One sentence about the changes among some runs, each change called by its kind."""
    told = [f"{_kind(run)} {_said(run)}" for run in runs if not run.kept]
    more = f", and {len(told) - 3} more" if len(told) > 3 else ""
    listed = "; ".join(told[:3]) + more
    return f"{listed[:1].upper()}{listed[1:]}." if told else "Its capitals or its spacing changed."


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Stretches of the old and the new pieces side by side, and whether they are the same."""
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    left = shorter - first
    last = next((at for at in range(left) if old[-1 - at] != new[-1 - at]), left)
    if first:
        yield True, (0, first), (0, first)
    yield from _between(old, new, first, last)
    if last:
        yield True, (len(old) - last, len(old)), (len(new) - last, len(new))


def _between(
    old: Sequence[str], new: Sequence[str], first: int, last: int
) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    a, b = old[first : len(old) - last], new[first : len(new) - last]
    if max(len(a), len(b)) > _MOST or _meetings(a, b) > _MOST_MEETINGS:
        yield False, (first, first + len(a)), (first, first + len(b))
        return
    for tag, i, j, k, end in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield tag == "equal", (first + i, first + j), (first + k, first + end)


def _meetings(a: Sequence[str], b: Sequence[str]) -> int:
    there = Counter(b)
    return sum(there[word] for word in a)


def _key(piece: re.Match[str]) -> str:
    return as_read(piece.group())


def _slice(text: str, pieces: _Pieces, first: int, last: int) -> str:
    """The text of some pieces with the white space behind them; all before the first piece goes with it."""
    if first == last:
        return ""
    start = pieces[first].start() if first else 0
    return text[start : pieces[last].start()] if last < len(pieces) else text[start:]


def _said(run: Run) -> str:
    was, now = _quoted(run.was), _quoted(run.now)
    if not was:
        return f"{now} was added"
    return f"{was} is now {now}" if now else f"{was} was cut"


def _quoted(words: str) -> str:
    plain = " ".join(words.split())
    if len(plain) > _QUOTED:
        plain = plain[:_QUOTED].rsplit(" ", 1)[0] + " …"
    return f"“{plain}”" if plain else ""


def _kind(run: Run) -> str:
    """What sort of words changed: the first kind that any of them is of, where they are few."""
    pieces = [piece.group() for piece in _PIECE.finditer(f"{run.was} {run.now}")]
    if len(pieces) > _FEW:
        return "the wording"
    return next((name for name, holds in _KINDS if any(map(holds, pieces))), "the wording")


def _negates(word: str) -> bool:
    small = word.lower().replace("’", "'")
    return small in _DENIALS or small.endswith("n't")


_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("a negation", _negates),
    ("a date", lambda word: word.lower() in CALENDAR),
    ("a figure", lambda word: word[0].isdecimal() or word.lower() in _NUMBERS),
    ("a unit", lambda word: word.lower() in _UNITS),
    ("a name", lambda word: word[0].isupper()),
    ("the punctuation", lambda word: not word[0].isalnum()),
)
