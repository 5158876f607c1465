"""Numbers that are dialled, typed or filed and count nothing: telephones, accounts, ISBNs, links.

Found by their form or by the word before them, as places in the text. The numbers of pages, laws
and products are the matter of masks.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.reading.plurals import counts_something
from claims.reading.record import Span
from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_list, word_set

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>()]{1,2000}")
_PHONE = re.compile(
    r"(?<![\d.,])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\) ?|\d{2,5}[ .-])\d{3,4}[ .-]\d{3,4}(?!,?\d)"
)
_LOCAL_PHONE = re.compile(r"(?<![\d.,/-])0\d{2,4}[ .-]\d{3,8}(?:[ .-]\d{2,4}){0,3}(?!,?\d)")
_TIED = re.compile(r"(?<![\w.,-])\d{1,13}(?:[-‑]\d{1,13}){2,8}(?:-?X)?(?!\w)")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_FEWEST_GROUPS = 3
_FEWEST_IN_ACCOUNT = 5
_LABELS = frozenset(load_list("number_labels")["serial"])
_NUMBER = word_set("number no code")
_RUNG = word_set("call dial ring phone calling dialling dialing ringing phoning")
_DIALLED = range(3, 7)
_AFTER_DIALLED = word_set("or and to for if from in when now immediately on free with at")


def serials(tokens: Tokens) -> Iterator[Iterator[Span]]:
    """The places of such numbers, one run in order for every way of finding them."""
    yield _links(tokens)
    numbers = sum(tokens.words[at].isdecimal() for at in tokens.numbers)
    if numbers >= _FEWEST_GROUPS:
        yield _phones(tokens)
        yield (match.span() for match in _TIED.finditer(tokens.text, tokens.start, tokens.end))
        yield (match.span() for match in _IBAN.finditer(tokens.text, tokens.start, tokens.end))
    if any(tokens.words[at][0] == "0" for at in tokens.numbers):
        yield (match.span() for match in _LOCAL_PHONE.finditer(tokens.text, tokens.start, tokens.end))


def is_serial(tokens: Tokens, at: int) -> bool:
    """As in "passport 533401372", "dial 101 or 112", "text HELP to 70070", "007"."""
    word = tokens.words[at]
    if not word.isdecimal() or counts_something(tokens, at + 1):
        return False
    if word[0] == "0" and len(word) > 1 and not tokens.is_number(at - 1):
        return True
    return _is_filed(tokens, at) or _is_dialled(tokens, at)


def _links(tokens: Tokens) -> Iterator[Span]:
    if "/" in tokens.words or "www" in tokens.lower:
        for match in _LINK.finditer(tokens.text, tokens.start, tokens.end):
            yield match.span()


def _phones(tokens: Tokens) -> Iterator[Span]:
    for match in _PHONE.finditer(tokens.text, tokens.start, tokens.end):
        groups = re.findall(r"\d+", match.group())
        if match.group()[0] in "+(" or "-" in match.group() or any(len(group) != 3 for group in groups[1:]):
            yield match.span()


def _is_filed(tokens: Tokens, at: int) -> bool:
    """Whether a word such as "passport" or "invoice" stands before the number, or before "number" or ":"."""
    first = at - 1 if tokens.words[at - 1] in (":", "#") else at
    if tokens.lower[first - 1] in _NUMBER:
        return True
    return tokens.lower[first - 1] in _LABELS


def _is_dialled(tokens: Tokens, at: int) -> bool:
    """Whether people are told to ring the number, or to send a text to it."""
    if len(tokens.words[at]) not in _DIALLED:
        return False
    if tokens.lower[at - 1] == "to" and "text" in tokens.lower[max(0, at - 4) : at]:
        return True
    first = at
    while first > 1 and tokens.lower[first - 1] in ("or", "and") and tokens.words[first - 2].isdecimal():
        first -= 2
    ends = not tokens.is_word(at + 1) or tokens.lower[at + 1] in _AFTER_DIALLED
    return ends and tokens.lower[first - 1] in _RUNG
