"""Which languages the rules of reading are made for. A language that can't be told counts as one of them."""

from __future__ import annotations

_KNOWN = frozenset({"en"})


def is_known(language: str | None) -> bool:
    """Whether the rules know a language, by its ISO 639-1 code; `None` is a text too short to tell."""
    return language is None or language in _KNOWN
