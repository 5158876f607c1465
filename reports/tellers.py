"""Names the sources behind figures: whom the texts credit, who speaks for a side, on whom a result hangs.

Names only; which sources are one was found by reconciling, or decided by a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.reconcile.record import Origin, Quantity
from reports.prose import prose
from reports.related import Related, Teller
from reports.words import PARTIES

_TELLERS_SHOWN = 3


def told_by(tellers: Sequence[Teller]) -> str | None:
    """Whom the texts credit with a figure, in a few words; `None` where they credit nobody."""
    if not tellers:
        return None
    left = len(tellers) - _TELLERS_SHOWN
    names = ", ".join(_with_part(one) for one in tellers[:_TELLERS_SHOWN])
    return f"by {names}" + (f" and {left} more" if left > 0 else "")


def hangs_on(quantity: Quantity, related: Related) -> str | None:
    """The fewest sources without which something else would stand, and what that is."""
    if quantity.flips is None or len(quantity.figures) < 2:
        return None
    names = [_name(related.origin(id)) for id in quantity.flips.origins]
    return prose(f"It hangs on {' and '.join(names)}. {quantity.flips.otherwise}")


def put_together(quantity: Quantity, related: Related) -> tuple[str, ...]:
    """Why figures of one quantity count as one origin's, and how sure that is."""
    told = Counter(related.origin_of(figure) for figure in quantity.figures)
    return tuple(
        prose(f"{_name(origin)} counts once: {_why(origin)}.")
        for origin in map(related.origin, told)
        if told[origin.id] > 1
    )


def _why(origin: Origin) -> str:
    return origin.why.rstrip(".") + (f" ({origin.sure})" if origin.sure else "")


def _with_part(teller: Teller) -> str:
    """The name of a source, with the part that it has in the event."""
    return f"{teller.name} ({PARTIES[teller.party]})" if teller.party else teller.name


def _name(origin: Origin) -> str:
    """The name of a source; a text that credits nobody is called by its own name."""
    return origin.name if origin.credited else f"the text of {', '.join(origin.items)}"
