"""Shows where two wordings part: what they share at both ends, and between it what went and what came."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changed:
    """Two wordings laid beside each other, by whole words; `gone` or `come` may be empty."""

    before: str
    gone: str
    come: str
    after: str


def changed(old: str, new: str) -> Changed:
    """What of `old` became what of `new`; linear in their length, white space folded."""
    was, now = old.split(), new.split()
    first = _alike(was, now)
    last = _alike(was[first:][::-1], now[first:][::-1])
    return Changed(
        before=" ".join(was[:first]),
        gone=" ".join(was[first : len(was) - last]),
        come=" ".join(now[first : len(now) - last]),
        after=" ".join(was[len(was) - last :]),
    )


def _alike(one: list[str], other: list[str]) -> int:
    """How many words two lists begin with alike."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))
