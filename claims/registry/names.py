"""By rule: when two spellings are one name, so that a source is not registered twice.

Conservative on purpose: spelling, articles, forms of companies and remarks on what a source is are
folded; every other word counts. What a person knows beyond that is said by merging sources.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_REMARKS = re.compile(
    r"\((?:(?:the )?official (?:body|site|website|page|account|source|statement)|official|news agency|"
    r"newspaper|website|press release|press office|state media|broadcaster)\)"
)
_SCHEME = re.compile(r"(?<!\w)(?:https?://)?www\.|(?<!\w)https?://")
_COMPANIES = frozenset({"ltd", "limited", "inc", "incorporated", "plc", "llc", "llp", "gmbh", "pty"})
_KEPT = "@."
"""Of the punctuation: what makes a handle and a site other words than the bare name."""
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def key_of(name: str) -> str:
    """What a name is once spelling is left aside; names with one key are one name.

    "The Harbour Courier" and "harbour courier" have one key, "Ministry of Health of Velmaria" and
    "Ministry of Health of Norland" two. The key of a key is itself; only blanks have an empty one.
    """
    folded = _folded(name)
    words = list(_words(_SCHEME.sub(" ", _REMARKS.sub(" ", folded))))
    telling = [word for word in words if word != "the"]
    while len(telling) > 1 and telling[-1] in _COMPANIES:
        telling.pop()
    return " ".join(telling or words[:1] or folded.split())


def _folded(name: str) -> str:
    """Lower case, compatible shapes made one, accents of Latin and Greek letters dropped.

    Marks on other letters tell words apart, as in Cyrillic й and и, and stay.
    """
    kept: list[str] = []
    bare = False
    for character in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold()):
        if unicodedata.combining(character):
            if bare:
                continue
        else:
            bare = unicodedata.name(character, "").startswith(("LATIN", "GREEK"))
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS)


def _words(folded: str) -> Iterator[str]:
    """The words without punctuation; initials are put together, and the dots of a site stay."""
    spaced = "".join(_spaced(character) for character in folded)
    for word in spaced.split():
        parts = [part for part in word.split(".") if part]
        initials = all(len(part) == 1 for part in parts)
        if joined := ("" if initials else ".").join(parts):
            yield joined


def _spaced(character: str) -> str:
    """A character as it counts: "&" is a word, an apostrophe nothing, other punctuation a gap."""
    if character == "&":
        return " and "
    if character in "'’‘ʼ`´":
        return ""
    punctuation = unicodedata.category(character).startswith(("P", "Z", "C"))
    return " " if punctuation and character not in _KEPT else character
