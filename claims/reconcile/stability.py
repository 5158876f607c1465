"""What would change a result: the fewest origins without which a quantity would come out otherwise.

Answers by leaving origins out and looking again at what remains. It says nothing of whether an
origin is right: with a handful of them, that can't be learned from the story itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claims.reconcile.gathered import Related
from claims.reconcile.record import Flips
from claims.reconcile.resolution import resolve
from claims.reconcile.story import Story

_FEW = 10
"""Of so many origins every combination is left out in turn; of more, one at a time."""

_MOST_WORK = 100_000
"""How many groups and relations are looked at for one quantity, all attempts taken together."""

_UNKNOWABLE = "Which of {} origins is reliable can't be learned from so few."


def flips_of(
    members: Sequence[int], inside: Sequence[Related], story: Story, *, open_part: bool
) -> Flips | None:
    """The fewest origins whose absence changes the status or the value, and what would then be said.

    Of several such sets the first in the order of the story; `None` where nothing that was tried
    changes anything.
    """
    backers = {
        member: {story.origin_of[number] for number in story.groups[member].members} for member in members
    }
    origins = _in_order(members, story)
    if len(origins) == 1:
        return Flips(tuple(origins), "It rests on this origin alone.")
    now = resolve(members, inside, story, open_part=open_part).result
    for left_out in _tries(origins, most=_MOST_WORK // (len(members) + len(inside))):
        gone = {member for member in members if backers[member] <= set(left_out)}
        if len(gone) == len(members):
            return Flips(left_out, f"Without them no figure is left. {_told_of(len(origins))}")
        if not gone:
            continue
        staying = [member for member in members if member not in gone]
        among = [each for each in inside if each.a not in gone and each.b not in gone]
        then = resolve(staying, among, story, open_part=open_part)
        if then.result != now:
            return Flips(left_out, f"{_without(left_out)}: {then.why} {_told_of(len(origins))}".rstrip())
    return None


def _in_order(members: Sequence[int], story: Story) -> list[str]:
    """The origins of some groups, in an order that doesn't depend on the order of the texts."""
    first: dict[str, tuple[int, int]] = {}
    for member in members:
        for number in story.groups[member].members:
            place = story.order[member], story.found[number].number
            first[story.origin_of[number]] = min(place, first.get(story.origin_of[number], place))
    return sorted(first, key=lambda origin: first[origin])


def _tries(origins: Sequence[str], *, most: int) -> Iterator[tuple[str, ...]]:
    largest = len(origins) if len(origins) <= _FEW else 1
    tries = (left_out for size in range(1, largest + 1) for left_out in combinations(origins, size))
    for _, left_out in zip(range(most), tries, strict=False):
        yield left_out


def _without(left_out: Sequence[str]) -> str:
    return "Without this origin" if len(left_out) == 1 else f"Without these {len(left_out)} origins"


def _told_of(origins: int) -> str:
    return _UNKNOWABLE.format(origins) if origins <= _FEW else ""
