"""Makes characters visible that a reader could not see, or that turn what stands around them.

Everything that factdesk shows goes through `shown`: on a page and on a terminal alike, a
control character, a zero-width character or a change of writing direction appears as its
number, "‹U+202E›". It changes only what is shown, never what is stored.
"""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but not tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff"  # lone surrogates, which no file can hold
    "\ufe00-\ufe0d\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def shown(text: str) -> str:
    """The text with every hidden character as its number."""
    return _HIDDEN.sub(_mark, text)


def has_hidden(text: str) -> bool:
    """Whether the text holds a character that `shown` would mark."""
    return _HIDDEN.search(text) is not None


def shown_name(name: str) -> str:
    """A person's name as it may be shown: hidden characters marked, and look-alike letters told of."""
    if any(len(_scripts(word)) > 1 for word in name.split()):
        return f"{shown(name)} ‹letters of two scripts›"
    return shown(name)


def one_line(text: str) -> str:
    """The text on one line: white space folded, hidden characters marked."""
    return shown(" ".join(text.split()))


def _mark(match: re.Match[str]) -> str:
    return f"‹U+{ord(match.group()):04X}›"


def _scripts(word: str) -> set[str]:
    """The scripts that the letters of a word belong to, as far as they are easily mistaken."""
    names = (unicodedata.name(letter, "") for letter in word if letter.isalpha())
    return {script for name in names for script in _SCRIPTS if name.startswith(script)}
