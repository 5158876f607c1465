"""A statement cut into words, numbers and signs, with their places in the document.

One pass over the text, made once a statement and shared by everything that looks for
figures. It decides nothing about meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

_TOKEN = re.compile(r"([^\W\d_]++(?:['’][^\W\d_]++)*+|\d++(?:[.,]\d++)*+|\S)")
DASHES = frozenset("-‐‑–—−")
"""Hyphen, non-breaking hyphen, en dash, em dash and minus sign: writers use any of them."""

_PADDING = 16
"""So many empty tokens stand after the last, so that looking a few words ahead or back needs no check."""


@dataclass(slots=True)
class Tokens:
    """The tokens of `text[start:end]`; `words` as written, `lower` in lower case, places in the document.

    `numbers` are the tokens written in digits, by their numbers.
    """

    text: str
    start: int
    end: int
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    numbers: list[int]
    count: int

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def between(self, first: int, last: int) -> str:
        """The text of the tokens `[first, last)` as written."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def is_number(self, index: int) -> bool:
        """Whether the token is written in digits."""
        return self.words[index][:1].isdecimal()

    def is_word(self, index: int) -> bool:
        """Whether the token is a word."""
        return self.words[index][:1].isalpha()

    def is_capitalised(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.words[index][:1].isupper()

    def follows(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words from `index` on are those of the phrase, in lower case."""
        return self.lower[index] == phrase[0] and tuple(self.lower[index : index + len(phrase)]) == phrase


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of one statement; the padding behind them is empty words at its end."""
    gaps_and_words = _TOKEN.split(text[start:end])
    edges = list(accumulate(map(len, gaps_and_words), initial=start))
    words = gaps_and_words[1::2]
    count = len(words)
    numbers = [at for at, word in enumerate(words) if word[0].isdecimal()]
    words += [""] * _PADDING
    padding = [end] * _PADDING
    lower = list(map(str.lower, words))
    starts, ends = edges[1:-1:2] + padding, edges[2::2] + padding
    return Tokens(text, start, end, words, lower, starts, ends, numbers, count)
