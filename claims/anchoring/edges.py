"""Tells whether a place cuts a word or a number in two: "12" is no part of "123", nor "did" of "didn't".

It looks at a few signs on both sides, so a place costs the same in any text.
"""

from __future__ import annotations

import re
import unicodedata

from claims.anchoring.folding import INVISIBLE

_SEEN = 8
_CUT = "\x00"
_DROPPED = dict.fromkeys(map(ord, INVISIBLE + _CUT))
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""

_NUMERALS = "〇一二三四五六七八九十百千万亿億兆"
_CURRENCIES = "$€£¥₹₽₴₩¢"
_APOSTROPHES = "'’"
_HYPHENS = "‐‑-"
_MINUSES = f"−–{_HYPHENS}"
_NO_BREAK = "\u00a0\u2007\u2009\u202f"

_CUTS = [
    rf"[^\W{_UNSPACED}]¦[^\W{_UNSPACED}]",  # release¦d
    rf"\d¦[{_UNSPACED}]",  # 5¦万
    rf"[{_NUMERALS}]¦[{_NUMERALS}]",
    rf"\d¦[%‰°′″+{_CURRENCIES}]",  # 5¦%
    rf"[{_CURRENCIES}+±<>≤≥~≈{_MINUSES}]¦[\d.]",  # −¦5
    rf"\d¦[.,:/·٫٬{_APOSTROPHES}{_NO_BREAK}{_MINUSES}]\d",  # 1¦,234
    rf"\d[.,:/·٫٬{_APOSTROPHES}{_NO_BREAK}]¦\d",  # 1,¦234
    r"(?:^|\s)\.¦\d",  # .¦5
    r"(?<!\d)\d{1,3}¦ \d{3}(?!\d)",  # 1¦ 234
    r"(?<!\d)\d{1,3} ¦\d{3}(?!\d)",  # 1 ¦234
    rf"[^\W\d]¦[{_APOSTROPHES}](?:t|re|ve|ll|d|m)\b",  # didn¦'t
    rf"[^\W\d][{_APOSTROPHES}]¦(?:t|s|re|ve|ll|d|m)\b",  # didn'¦t
    rf"\b[A-Z]¦[{_APOSTROPHES}][A-Z]",  # O¦'Hara
    rf"\b[A-Z][{_APOSTROPHES}]¦[A-Z]",  # O'¦Hara
    rf"\w¦[{_HYPHENS}]\w",  # non¦-lethal
    rf"\w[{_HYPHENS}]¦\w",  # non-¦lethal
    r"\b\w¦\.\w",  # U¦.S.
    r"\b\w\.¦\w",  # U.¦S.
]
"""What stands before and behind a place, here ¦, that cuts something in two."""

_CUTTING = re.compile("|".join(f"(?:{cut.replace('¦', _CUT)})" for cut in _CUTS))


def cuts(text: str, at: int) -> bool:
    """Whether a place of the text lies inside a word or a number, or between a number and its sign."""
    before = _seen(text[max(0, at - 2 * _SEEN) : at])[-_SEEN:]
    behind = _seen(text[at : at + 2 * _SEEN])[:_SEEN]
    return _CUTTING.search(f"{before}{_CUT}{behind}") is not None


def _seen(text: str) -> str:
    """The text with a letter for every accent, and nothing for what can't be seen."""
    if text.isascii():
        return text.translate(_DROPPED)
    accents = {ord(sign): "a" for sign in text if unicodedata.category(sign)[0] == "M"}
    return text.translate(_DROPPED | accents)
