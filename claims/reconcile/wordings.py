"""Tells how far two texts say the same in the same words: how many runs of three words they share."""

from __future__ import annotations

from claims.reconcile.words import words_of

SAME = 0.6
"""Two texts that share so much of their runs have one wording."""

_RUN = 3
_FEWEST_WORDS = 8

Runs = frozenset[tuple[str, ...]]


def runs_of(text: str) -> Runs:
    """The runs of three words of a text; none where it is too short to tell."""
    keys = [word.key for word in words_of(text, 0, len(text)) if word.key.isalnum()]
    if len(keys) < _FEWEST_WORDS:
        return frozenset()
    return frozenset(tuple(keys[at : at + _RUN]) for at in range(len(keys) - _RUN + 1))


def shared(one: Runs, other: Runs) -> float:
    """How much of their runs two texts share, from 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0
