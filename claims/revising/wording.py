"""Tells whether two texts have the same words: layout and the shapes of quotation marks and dashes apart.

Nothing that can carry meaning is folded away: capitals, raised digits, fractions, and every other sign stay.
"""

from __future__ import annotations

import re
import unicodedata

_SHAPES = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys("—―", "—"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),
    }
)
_MEANT = ("<super>", "<sub>", "<fraction>", "<circle>")
"""Kinds of characters that read otherwise once they are made plain: 10⁶ is not 106."""

_INSIDE_MARKS = re.compile(r"(?<![\w.,!?…])«\s++|(?<!\s)\s++»(?!\w)")
"""Guillemets as French sets them, with blanks inside."""

_DASH = re.compile(r" ?— ?| --? |(?<=[^\W_])--(?=[^\W_])")
_TOKEN = re.compile(r"\d++(?:[.,]\d++)*+|[^\W\d_]++(?:['-][^\W\d_]++)*+")


def as_read(text: str) -> str:
    """The text as a reader takes it; two claims with the same one have the same words."""
    plain = text if text.isascii() else _plain(_INSIDE_MARKS.sub('"', text)).translate(_SHAPES)
    return " ".join(_DASH.sub(" — ", " ".join(plain.split())).split())


def words_in(read: str) -> list[str]:
    """The words and numbers of a text that came from `as_read`, in small letters."""
    return _TOKEN.findall(read.casefold())


def _plain(text: str) -> str:
    """The text in Unicode's NFKC, but for characters whose shape is their meaning."""
    meant = sorted(sign for sign in set(text) if unicodedata.decomposition(sign).startswith(_MEANT))
    if not meant:
        return unicodedata.normalize("NFKC", text.translate(_SHAPES))
    parts = re.split(f"([{''.join(meant)}])", text.translate(_SHAPES))
    return "".join(part if part in meant else unicodedata.normalize("NFKC", part) for part in parts)
