"""Takes the layout out of a text and knows the way back: what is left says the same, letter for letter.

Layout is white space, invisible signs, the shapes of quotation marks and dashes, ligatures, full-width
forms and how an accent is put together. Folding goes by NFKC as far as that keeps meaning: a raised or
lowered sign, a fraction and a number in a circle stay what they are, since "10²" is not "102", and no
sign of a number is ever left out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""Soft hyphen, marks where a line may or may not break, and marks of direction."""

_DOUBLE = "“”„‟«»"
_SINGLE = "‘’‚‛‹›´"
_DASHES = "‐‑‒–—―−"
_SHAPES = str.maketrans(
    dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DASHES, "-")
)
_SHAPED = re.compile(f"[{_DOUBLE}{_SINGLE}{_DASHES}]")
_LAYOUT = rf"\s{INVISIBLE}"
_IRREGULAR = re.compile(
    rf"(?:[^\S ]|[{INVISIBLE}]| (?=[{_LAYOUT}]))[{_LAYOUT}]*"  # white space that is more than one blank
    rf"|[!-~]?[^\x00-\x7f{_LAYOUT}]+"  # other signs than plain ones, with the letter that an accent stands on
)
_BROKEN_WORD = re.compile(r"\u00ad\s*\n\s*")
_SAME_SIGN = {
    "noBreak",
    "wide",
    "narrow",
    "small",
    "vertical",
    "compat",
    "font",
    "initial",
    "medial",
    "final",
}
"""The kinds of compatible signs that differ in shape alone; raised signs and fractions are others."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without its layout, and the `original`, of which each piece of it was a span.

    `starts` are where the pieces begin.
    """

    text: str
    original: str
    starts: list[int]
    spans: list[tuple[int, int]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)`, which is not empty, stands in the text as it was."""
        return self._piece(start)[0], self._piece(end - 1)[1]

    def _piece(self, at: int) -> tuple[int, int]:
        """Where the sign at a place comes from; a piece as long as what it was is taken sign by sign."""
        piece = bisect_right(self.starts, at) - 1
        first, last = self.spans[piece]
        begins = self.starts[piece]
        ends = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if ends - begins != last - first:
            return first, last
        return first + at - begins, first + at - begins + 1


def folded(text: str) -> Folded:
    """The text without its layout; linear in its length."""
    pieces: list[str] = []
    starts: list[int] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for piece, start, end in _pieces(text):
        if piece:
            pieces.append(piece)
            starts.append(length)
            spans.append((start, end))
            length += len(piece)
    return Folded("".join(pieces), text, starts, spans)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """What each stretch of the text becomes, in order."""
    last = 0
    for found in _IRREGULAR.finditer(text):
        for piece, start, end in _changed(found[0], found.start()):
            if start > last:
                yield text[last:start], last, start
            yield piece, start, end
            last = end
    if last < len(text):
        yield text[last:], last, len(text)


def _changed(run: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The parts of an irregular run that become something else."""
    if run[0].isspace() or run[0] in INVISIBLE:
        breaks_word = not any(map(str.isspace, _BROKEN_WORD.sub("", run)))
        yield "" if breaks_word else " ", start, start + len(run)
    elif not unicodedata.is_normalized("NFKC", run) or _SHAPED.search(run):
        for cluster in _clusters(run):
            if (piece := _same_sign(cluster)) != cluster:
                yield piece, start, start + len(cluster)
            start += len(cluster)


def _clusters(run: str) -> Iterator[str]:
    """The signs of a run, each with the accents that stand on it."""
    first = 0
    for at in range(1, len(run)):
        if not unicodedata.combining(run[at]):
            yield run[first:at]
            first = at
    yield run[first:]


@lru_cache(maxsize=4096)
def _same_sign(cluster: str) -> str:
    kind, _, parts = unicodedata.decomposition(cluster[0]).partition("> ")
    differs_in_shape = kind[1:] in _SAME_SIGN and not parts.startswith("0020")
    if differs_in_shape and unicodedata.category(cluster[0]) != "No":
        cluster = unicodedata.normalize("NFKC", cluster[0]) + cluster[1:]
    return unicodedata.normalize("NFC", cluster).translate(_SHAPES)
