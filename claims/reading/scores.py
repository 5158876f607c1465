"""Two numbers with a dash that are no range: the score of a game, the two sides of a vote.

A score is no figure ("won 3–1"), nor is how a bench stood ("a 5–4 ruling"); the sides of a vote are
two ("passed 52–48").
"""

from __future__ import annotations

from claims.reading.plurals import counts_something
from claims.reading.tokens import DASHES, Tokens
from claims.reading.units import unit_before
from claims.reading.wordlists import load_list

_CONTESTS = load_list("contest_words")
_SPORT = frozenset(_CONTESTS["sport"])
_VOTE = frozenset(_CONTESTS["vote"])
_BENCH = frozenset(_CONTESTS["bench"])
_FEWEST_VOTES = 18


def is_score(tokens: Tokens, at: int) -> bool:
    """As in "won 3–1": two numbers with a dash that can be no range and no vote."""
    left = at - 2 if tokens.words[at - 1] in DASHES and tokens.is_number(at - 2) else at
    a, b = tokens.words[left], tokens.words[left + 2]
    if tokens.words[left + 1] not in DASHES or tokens.glued(left + 1) != tokens.glued(left + 2):
        return False
    if not (a.isdecimal() and b.isdecimal() and len(a) < 4 and len(b) < 4) or is_vote(tokens, left):
        return False
    if int(a) >= int(b) or _is_bench(tokens, left):
        return True
    if unit_before(tokens, left) or counts_something(tokens, left + 3) or tokens.words[left + 3] == "-":
        return False
    if tokens.is_capitalised(left - 1) and tokens.is_capitalised(left + 3) and int(b) < 20:
        return True
    return any(word in _SPORT for word in tokens.lower[max(0, left - 6) : left + 6])


def is_vote(tokens: Tokens, left: int) -> bool:
    """Whether "52–48" at the token `left` gives the two sides of a vote."""
    a, b = tokens.words[left], tokens.words[left + 2]
    if not (a.isdecimal() and b.isdecimal() and tokens.words[left + 1] in DASHES and len(a) < 4 > len(b)):
        return False
    if _is_bench(tokens, left) or (tokens.lower[left - 1] in _SPORT and int(a) + int(b) < _FEWEST_VOTES):
        return False
    near = tokens.lower[max(0, left - 8) : left + 8]
    return any(word in _VOTE for word in near) or (int(a) + int(b) == 100 and int(b) > 9 and int(a) >= int(b))


def _is_bench(tokens: Tokens, left: int) -> bool:
    """Whether the numbers describe how judges stood: "a 5-4 ruling"."""
    few = int(tokens.words[left]) + int(tokens.words[left + 2]) < _FEWEST_VOTES
    return few and tokens.lower[left + 3] in _BENCH
