"""Whether two names are one person's, as far as their spelling tells.

"Ada Marsh" and "ada  marsh" are one; whether "ada" is Ada Marsh nobody can tell from the names.
"""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """A name as it is compared: without case, accents, and differences of layout."""
    plain = unicodedata.normalize("NFKD", " ".join(name.split()).casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def is_same_person(one: str, other: str) -> bool:
    """Whether two names are spelled alike."""
    return folded(one) == folded(other)
