"""Which method fits the observations of a slot, and why: by what they look like, never by a name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claims.estimate.blocks import Floats
from claims.estimate.kinds import Method
from claims.estimate.profile import DISTANCES, OCTAVE, Profile, distance_of

THIN = 20
"""Below so many observations that can be compared, a slot goes by what all slots of its kind show."""
CLEAR_AGREEMENT = 0.3
"""Sources that agree so far beyond chance are taken to know or not to know."""
SOME_AGREEMENT, TIMES_CHANCE = 0.05, 1.5
"""Less agreement will do where it is out of proportion to chance."""
FAR = 5
"""So many times the usual distance from the median is far off."""
MANY_FAR = 0.01
"""With more far-off values than this a mean can't be trusted."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A method and the reason."""

    method: Method
    why: str


def choose(profile: Profile, numeric: tuple[bool, ...]) -> list[Chosen]:
    """The method of each slot."""
    pooled = _pooled(profile, numeric)
    return [
        Chosen(Method.VOTE, "its values are words, and words agree or differ")
        if not is_number
        else _chosen(profile, slot, pooled)
        for slot, is_number in enumerate(numeric)
    ]


def _pooled(profile: Profile, numeric: tuple[bool, ...]) -> Chosen | None:
    """What all numbers together call for; `None` where even they are too few."""
    rows = np.array(numeric, dtype=bool)
    if profile.compared[rows].sum() / (1 << 20) < THIN:
        return None
    together = Profile(
        profile.compared[rows].sum(keepdims=True),
        profile.agreeing[rows].sum(keepdims=True),
        profile.values[rows].sum(axis=0, keepdims=True),
        profile.distances[rows].sum(axis=0, keepdims=True),
    )
    return _by_looks(together, 0)


def _chosen(profile: Profile, slot: int, pooled: Chosen | None) -> Chosen:
    if profile.compared[slot] / (1 << 20) >= THIN:
        return _by_looks(profile, slot)
    few = "too few of its values can be compared with another source's"
    if pooled is None:
        return Chosen(Method.MEDIAN, few)
    return Chosen(pooled.method, f"{few}, so it goes by the other numbers of the file")


def _by_looks(profile: Profile, slot: int) -> Chosen:
    agree = float(profile.agreeing[slot] / profile.compared[slot])
    total = float(profile.values[slot].sum())
    chance = float(((profile.values[slot] / total) ** 2).sum())
    beyond = (agree - chance) / (1 - chance) if chance < 1 else 1.0
    seen = f"two sources say exactly the same in {agree:.0%} of cases, by chance it would be {chance:.0%}"
    if beyond >= CLEAR_AGREEMENT or (beyond >= SOME_AGREEMENT and agree >= TIMES_CHANCE * chance):
        return Chosen(Method.VOTE, seen)
    far = _far(profile, slot)
    if far > MANY_FAR:
        return Chosen(Method.MEDIAN, f"{seen}, and {far:.0%} of the values lie far off")
    return Chosen(Method.MEAN, f"{seen}, and hardly any value lies far off")


def usual_distance(profile: Profile) -> Floats:
    """By slot, half of the differing values lie no further than this from the median of their item."""
    return np.array([distance_of(_usual(count)) if count.any() else 0.0 for count in profile.distances])


def _far(profile: Profile, slot: int) -> float:
    """The share of differing values that lie far from the median of their item."""
    count = profile.distances[slot]
    if not count.any():
        return 0.0
    far = _usual(count) + round(OCTAVE * float(np.log2(FAR)))
    return float(count[min(far, DISTANCES) :].sum() / count.sum())


def _usual(count: Floats) -> int:
    return int(np.searchsorted(np.cumsum(count), count.sum() / 2))
