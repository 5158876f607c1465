"""What must not be taken for a figure: dates, times, ages, ordinals, scores, names with numbers.

Marks tokens, before numbers are looked for. Says nothing about what the marked words mean.
"""

from __future__ import annotations

import re

from claims.reading.dates import dates_in
from claims.reading.numbers import SCALES
from claims.reading.tokens import Tokens
from claims.reading.units import unit_after, unit_before
from claims.reading.wordlists import load_words

_LABELS = load_words("number_labels")
_NAMES_AFTER = load_words("names_after_numbers")
_DASHES = ("-", "–", "—", "‑", "−")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>()]{1,2000}")
_PHONE = re.compile(
    r"(?<![\d.,])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?)?\d{2,5}[ .-]\d{3,4}[ .-]\d{3,4}(?![\d,])"
)
_STREETS = frozenset(
    ["street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "boulevard", "blvd", "square", "court", "crescent", "highway", "terrace"]
)
_SPORT = frozenset(
    ["won", "win", "wins", "beat", "beats", "beating", "lost", "lose", "defeat", "defeated", "draw", "drew", "drawn", "lead", "leads", "led", "leading", "victory", "score", "scored", "game", "match", "tie", "tied", "trail", "trailed", "trailing", "champions", "goal", "goals", "record", "set"]
)
_TIMES = frozenset(
    [
        "am",
        "pm",
        "a.m",
        "p.m",
        "gmt",
        "bst",
        "est",
        "edt",
        "pst",
        "pdt",
        "cet",
        "utc",
        "o'clock",
        "o’clock",
        "hrs",
    ]
)
_GLUED = frozenset(["sub", "minus", "plus"])


def mask(tokens: Tokens) -> list[bool]:
    """For every token whether it may not be part of a figure."""
    masked = [False] * (tokens.count + 1)
    _mask_dates(tokens, masked)
    _mask_spans(tokens, masked)
    for at in range(tokens.count):
        if tokens.is_number(at) and not masked[at] and _is_no_figure(tokens, at, masked):
            masked[at] = True
        elif tokens.lower[at] in _LABELS and tokens.lower[at + 1] in ("one", "two", "three", "four", "five"):
            masked[at + 1] = masked[at + 1] or not tokens.lower[at + 2].endswith("s")
    return masked


def _mask_dates(tokens: Tokens, masked: list[bool]) -> None:
    at = 0
    for mention in dates_in(tokens):
        while tokens.starts[at] < mention.start:
            at += 1
        while at < tokens.count and tokens.starts[at] < mention.end:
            masked[at] = True
            at += 1


def _mask_spans(tokens: Tokens, masked: list[bool]) -> None:
    """Links and telephone numbers, found in the text itself."""
    patterns = []
    if "www." in tokens.text[tokens.start : tokens.end] or "://" in tokens.text[tokens.start : tokens.end]:
        patterns.append(_LINK)
    patterns.append(_PHONE)
    for pattern in patterns:
        at = 0
        for match in pattern.finditer(tokens.text, tokens.start, tokens.end):
            if pattern is _PHONE and not _is_phone(match.group()):
                continue
            while tokens.ends[at] <= match.start() and at < tokens.count:
                at += 1
            while at < tokens.count and tokens.starts[at] < match.end():
                masked[at] = True
                at += 1


def _is_phone(written: str) -> bool:
    groups = re.findall(r"\d+", written)
    return written.startswith(("+", "(")) or "-" in written or any(len(g) != 3 for g in groups[1:])


def _is_no_figure(tokens: Tokens, at: int, masked: list[bool]) -> bool:
    return (
        _is_clock_time(tokens, at)
        or _is_stuck(tokens, at)
        or _is_age(tokens, at)
        or _is_labelled(tokens, at)
        or _is_listed(tokens, at)
        or _is_score(tokens, at, masked)
        or _is_fraction_or_address(tokens, at)
    )


def _is_clock_time(tokens: Tokens, at: int) -> bool:
    if (
        tokens.words[at + 1] == ":"
        and tokens.glued(at + 1)
        and tokens.is_number(at + 2)
        and tokens.glued(at + 2)
    ):
        return True
    if tokens.words[at - 1] == ":" and tokens.glued(at) and tokens.is_number(at - 2) and tokens.glued(at - 1):
        return True
    after = tokens.lower[at + 1]
    return after in _TIMES or (
        after in ("a", "p") and tokens.words[at + 2] == "." and tokens.lower[at + 3] == "m"
    )


def _is_stuck(tokens: Tokens, at: int) -> bool:
    """ "F-16", "G20", "7th", "5G": digits tied to letters that are no unit."""
    before = at - 1
    if tokens.glued(at) and tokens.words[before] in _DASHES and tokens.glued(before):
        word = tokens.words[before - 1]
        if word.isalpha() and word.lower() not in _GLUED and not tokens.is_number(before - 1):
            return True
    if tokens.glued(at) and tokens.words[before] in ("#", "_", "@"):
        return True
    if tokens.glued(at) and tokens.is_word(before) and unit_before(tokens, at) is None:
        return True
    if tokens.words[at + 1] in ("'", "’") and tokens.lower[at + 2] == "s" and tokens.glued(at + 1):
        return True
    if not (tokens.glued(at + 1) and tokens.is_word(at + 1)):
        return False
    return (
        tokens.lower[at + 1] not in SCALES
        and tokens.words[at + 1] not in ("m", "M", "b", "B", "T", "K", "½", "¼", "¾")
        and unit_after(tokens, at + 1) is None
    )


def _is_age(tokens: Tokens, at: int) -> bool:
    """ "Smith, 42, said", "aged 42", "a 13-year-old boy"."""
    word = tokens.words[at]
    if not word.isdecimal() or len(word) > 3 or int(word) > 115:
        return False
    if tokens.lower[at - 1] == "aged" or (tokens.lower[at - 1] == "age" and tokens.lower[at - 2] != "of"):
        return True
    if (
        tokens.words[at + 1] in _DASHES
        and tokens.lower[at + 2] in ("year", "years", "month", "week", "day")
        and "old" in tokens.lower[at + 3 : at + 5]
    ):
        return True
    if tokens.lower[at + 1] == "year" and "old" in tokens.lower[at + 2 : at + 4]:
        return True
    between_commas = tokens.words[at - 1] == "," and tokens.words[at + 1] in (",", ".", ";", ")", "")
    in_brackets = tokens.words[at - 1] == "(" and tokens.words[at + 1] == ")"
    return (
        (between_commas or in_brackets)
        and tokens.is_word(at - 2)
        and (
            tokens.is_capitalised(at - 2)
            or tokens.lower[at - 2] in ("man", "woman", "boy", "girl", "male", "female")
        )
    )


def _is_labelled(tokens: Tokens, at: int) -> bool:
    """ "page 12", "Article 5", "iPhone 12", "787 Dreamliner": the number is part of a name."""
    before = tokens.lower[at - 1]
    if before == "." and tokens.lower[at - 2] in (
        "no",
        "nos",
        "p",
        "pp",
        "fig",
        "art",
        "sec",
        "vol",
        "ch",
        "ver",
    ):
        return True
    if tokens.words[at + 1] in _NAMES_AFTER:
        return True
    if before in _LABELS or tokens.words[at - 1] in _LABELS:
        return not _counts_something(tokens, at + 1)
    return _is_name(tokens, at)


def _counts_something(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    return (
        unit_after(tokens, at) is not None
        or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))
        or word == "people"
    )


_NOT_NAMES = frozenset(
    ["about", "around", "some", "over", "under", "nearly", "almost", "at", "least", "more", "than", "up", "to", "the", "a", "an", "of", "in", "on", "from", "by", "for", "with", "and", "or", "but", "now", "only", "just", "was", "were", "is", "are", "killed", "injured", "approximately", "roughly", "between", "another", "all", "these", "those", "exactly", "fewer", "less", "another", "than", "additional", "total", "their", "his", "her", "its", "our", "when", "while", "after", "before", "if", "as", "to", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "last", "next", "first", "yes", "no", "that", "this", "there", "those"]
)


def _is_name(tokens: Tokens, at: int) -> bool:
    """A capitalised word with a bare number behind it and nothing counted: "Artemis 2", "S&P 500"."""
    word = tokens.words[at]
    if (
        not word.isdecimal()
        or len(word) > 4
        or not tokens.is_word(at - 1)
        or not tokens.is_capitalised(at - 1)
    ):
        return False
    if tokens.lower[at - 1] in _NOT_NAMES or _counts_something(tokens, at + 1) or unit_before(tokens, at):
        return False
    return (at > 1 and not tokens.is_capitalised(at + 1)) or tokens.lower[at + 1] in SCALES


def _is_listed(tokens: Tokens, at: int) -> bool:
    """ "1." or "2)" at the head of a line, and footnotes: "[12]"."""
    if tokens.words[at - 1] == "[" and tokens.words[at + 1] == "]":
        return True
    first = at == 0 or (at == 1 and tokens.words[0] in ("(", "#"))
    return first and tokens.words[at + 1] in (".", ")") and len(tokens.words[at]) < 3


def _is_score(tokens: Tokens, at: int, masked: list[bool]) -> bool:
    """ "won 3–1": two small numbers with a dash, where the text is about a game or no range is possible."""
    left = at - 2 if tokens.words[at - 1] in _DASHES and tokens.glued(at) else at
    right = left + 2
    a, b = tokens.words[left], tokens.words[right]
    if tokens.words[left + 1] not in _DASHES or not tokens.glued(left + 1) or not tokens.glued(right):
        return False
    if not (a.isdecimal() and b.isdecimal() and len(a) < 4 and len(b) < 4):
        return False
    if _counts_something(tokens, right + 1) or unit_before(tokens, left) or tokens.words[right + 1] == "-":
        return False
    if int(a) + int(b) == 100:
        return False
    return int(a) >= int(b) or any(word in _SPORT for word in tokens.lower[max(0, left - 8) : right + 6])


def _is_fraction_or_address(tokens: Tokens, at: int) -> bool:
    if (tokens.words[at + 1] == "/" and tokens.glued(at + 1) and tokens.is_number(at + 2)) or (
        tokens.words[at - 1] == "/" and tokens.glued(at) and tokens.is_number(at - 2)
    ):
        return True
    return (
        tokens.words[at].isdecimal()
        and tokens.is_capitalised(at + 1)
        and any(tokens.lower[at + i] in _STREETS and tokens.is_capitalised(at + i) for i in (2, 3))
    )
