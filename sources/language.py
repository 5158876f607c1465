"""Tells the language of a text by its function words, so that rules for English are not used on others.

Made for articles, not for snippets: a text of a few words gets `None`, which means that its
language is not known, not that it has none.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import chain

_WORD = re.compile(r"[^\W\d_]+")
_MOST_CHARACTERS = 3_000
_FEWEST_HITS = 2
_LEAST_SHARE = 0.1
_LEAST_LEAD = 1.1
_PLENTY = 12
"""So many function words tell that a text is in one of two languages alike, neither of them English."""

_SCRIPTS = {
    "ja": r"\u3040-\u30ff",
    "ko": r"\uac00-\ud7af",
    "zh": r"\u4e00-\u9fff",
    "he": r"\u0590-\u05ff",
    "th": r"\u0e00-\u0e7f",
    "hi": r"\u0900-\u097f",
    "bn": r"\u0980-\u09ff",
    "pa": r"\u0a00-\u0a7f",
    "gu": r"\u0a80-\u0aff",
    "ta": r"\u0b80-\u0bff",
    "te": r"\u0c00-\u0c7f",
    "kn": r"\u0c80-\u0cff",
    "ml": r"\u0d00-\u0d7f",
    "si": r"\u0d80-\u0dff",
    "lo": r"\u0e80-\u0eff",
    "my": r"\u1000-\u109f",
    "ka": r"\u10a0-\u10ff",
    "am": r"\u1200-\u137f",
    "km": r"\u1780-\u17ff",
    "hy": r"\u0530-\u058f",
}
"""Scripts that belong to one language, or mostly to one (Devanagari).

Chinese characters are looked for after Japanese syllables.
"""

_ANY_SCRIPT = re.compile(f"[{''.join(_SCRIPTS.values())}]")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is written in; `None` if it can't be told."""
    sample = text[:_MOST_CHARACTERS]
    words = _WORD.findall(sample)
    if not words:
        return None
    if by_script := _by_script(sample, sum(map(len, words))):
        return by_script
    languages = _languages_by_word()
    folded = " ".join(words).casefold().split(" ")
    hits = Counter(chain.from_iterable(filter(None, map(languages.get, folded))))
    (best, most), (other, second), *_ = [*sorted(hits.items(), key=_often, reverse=True), ("", 0), ("", 0)]
    if most < _FEWEST_HITS or most < _LEAST_SHARE * len(words):
        return None
    is_told = most >= _LEAST_LEAD * second or (most >= _PLENTY and "en" not in (best, other))
    return best if is_told else None


def _often(hits: tuple[str, int]) -> int:
    return hits[1]


def _by_script(sample: str, letters: int) -> str | None:
    if sample.isascii() or not _ANY_SCRIPT.search(sample):
        return None
    for code, script in _SCRIPTS.items():
        if len(re.findall(f"[{script}]", sample)) > 0.2 * letters:
            return code
    return None


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    """The languages that a function word belongs to."""
    text = files("sources").joinpath("data", "function_words.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    languages: dict[str, tuple[str, ...]] = {}
    for code, *words in lines:
        for word in set(words):
            languages[word] = (*languages.get(word, ()), code)
    return languages
