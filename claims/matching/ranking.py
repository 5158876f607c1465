"""The candidates for a question in the order of what speaks for them, and the score that they get.

The weights were learned by gradient descent on the listwise likelihood of the right claim, from 1,161
questions whose checked claim is known (posts of the CheckThat! 2020 training set, sentences of the
dev half of Known-Lie), and rounded; `docs/matching.md` says how often the order is right. `answered` weighs
against a claim because `shared` and `words` have counted the same words before.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

from claims.matching.likeness import Likeness, Question, Rarity, relative
from claims.matching.record import CheckedClaim, Match
from claims.matching.rules import decide
from claims.matching.telling import Telling, telling

WEIGHTS = Likeness(
    words=2.8,
    topics=4.3,
    rarest=2.5,
    shared=2.2,
    run=1.35,
    told=0.9,
    answered=-5.7,
    title=3.1,
    begun=0.9,
    length=0.7,
)
_MIDDLE = 12.0
"""The weighted sum that gets a score of one half."""

_DIGITS = 4


def matches(text: str, candidates: Iterable[CheckedClaim], rarity: Rarity, *, top: int) -> list[Match]:
    """The best of the candidates for a text, best first, each with what the rules say of it.

    The order of the candidates doesn't matter; of two that score alike the smaller id comes first.
    """
    claims = list(candidates)
    question = Question(text, rarity)
    likenesses = relative([question.likeness(claim) for claim in claims])
    scored = sorted(
        ((-_sum(likeness), claim.id, claim) for claim, likeness in zip(claims, likenesses, strict=True)),
        key=lambda one: one[:2],
    )
    asked = telling(text)
    return [_match(asked, claim, -badness) for badness, _, claim in scored[:top]]


def _sum(likeness: Likeness) -> float:
    return sum(weight * part for weight, part in zip(WEIGHTS, likeness, strict=True))


def _match(asked: Telling, claim: CheckedClaim, summed: float) -> Match:
    decided = decide(asked, telling(claim.text))
    score = round(1 / (1 + exp(_MIDDLE - summed)), _DIGITS)
    return Match(claim.id, score, decided.decision, decided.reason)
