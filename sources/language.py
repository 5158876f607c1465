"""Tells the language of a text by its function words, so that rules for English are not used on others.

Made for articles, not for snippets: a text of a few words gets `None`, which means that its
language is not known, not that it has none.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_MOST_CHARACTERS = 40_000
_FEWEST_HITS = 2
_LEAST_SHARE = 0.1
_LEAST_LEAD = 1.1

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
"""Scripts that belong to one language. Chinese characters are looked for after Japanese syllables."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is written in; `None` if it can't be told."""
    sample = text[:_MOST_CHARACTERS]
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    total = sum(words.values())
    if not total:
        return None
    if by_script := _by_script(sample):
        return by_script
    hits = Counter({code: sum(words[word] for word in known) for code, known in _function_words().items()})
    (best, most), (_, second) = hits.most_common(2)
    if most < _FEWEST_HITS or most < _LEAST_SHARE * total or most < _LEAST_LEAD * second:
        return None
    return best


def _by_script(sample: str) -> str | None:
    letters = sum(character.isalpha() for character in sample)
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) > 0.2 * letters:
            return code
    return None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    text = files("sources").joinpath("data", "function_words.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {code: frozenset(words) for code, *words in lines}
