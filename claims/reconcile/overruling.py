"""Which figures share an origin, as people have decided it over what the signs say.

A decision joins the origins of two figures, or takes out of an origin what one text has from one
source. What an origin is called and who is a party to the event is settled elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from claims.reconcile.decisions import Decisions, OriginsJoined, OriginsParted
from claims.reconcile.side import Found


@dataclass(frozen=True, slots=True)
class Homes:
    """For each figure of a story the number of its origin; `told` has by origin who decided, and why.

    `parted` are the origins of which a person says that they stand for themselves.
    """

    of_figure: Sequence[int]
    told: dict[int, str]
    parted: frozenset[int]


def overruled(machine: Sequence[int], found: Sequence[Found], decisions: Decisions) -> Homes:
    """What the signs say (`machine`, by figure), changed by one decision after the other.

    Every figure that is named must be there. Each decision looks at every figure once.
    """
    number_of = {figure.id: number for number, figure in enumerate(found)}
    home, told, parted = list(machine), dict[int, str](), set[int]()
    fresh = count(len(found))
    for decision in decisions:
        if isinstance(decision, OriginsJoined):
            kept, gone = home[number_of[decision.one]], home[number_of[decision.other]]
            home = [kept if own == gone else own for own in home]
            told[kept] = f"one origin, says {decision.ruling.by}: {decision.ruling.because}"
            parted -= {kept, gone}
        elif isinstance(decision, OriginsParted):
            for id in decision.figures:
                own, figure = next(fresh), found[number_of[id]]
                parted |= {own, home[number_of[id]]}
                home = [
                    own if (other.item, other.speakers) == (figure.item, figure.speakers) else at
                    for at, other in zip(home, found, strict=True)
                ]
                told[own] = f"an origin of its own, says {decision.ruling.by}: {decision.ruling.because}"
    return Homes(home, told, frozenset(parted))
