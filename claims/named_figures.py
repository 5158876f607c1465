"""How people name a figure: as "article:12" where the claim has one, else "article:12/2" for its second.

Such a name is for typing now; what is kept of a figure is its claim, its words, and which it is of
those that read alike, so that it can be found again when more is read in the claim, or less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from claims.errors import AmbiguousFigure, UnknownFigure
from claims.handle_parts import slug_in
from claims.reading.record import Figure
from claims.reconcile.record import Item
from claims.stored import PlacedStatement


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure of a story as it now stands; `id` is what reconciling knows it by.

    `position` counts from 1 among the `among` figures of its claim with the same words.
    """

    id: str
    claim: UUID
    claim_handle: str
    handle: str
    figure: Figure
    position: int
    among: int

    def __str__(self) -> str:
        return f"{self.handle} “{' '.join(self.figure.quote.split())}”"


def named_figures(documents: Iterable[tuple[Item, Sequence[PlacedStatement]]]) -> tuple[NamedFigure, ...]:
    """Every figure of some documents, in the order of the texts."""
    return tuple(figure for item, placed in documents for figure in _of_document(item, placed))


def figure_named(handle: str, figures: Sequence[NamedFigure]) -> NamedFigure:
    """The figure that somebody typed; its claim is known to be there.

    Raises `UnknownFigure`, or `AmbiguousFigure` where the claim has several and none was named.
    """
    claim_handle, _, number = handle.partition("/")
    own = [figure for figure in figures if figure.claim_handle == claim_handle]
    slug = slug_in(claim_handle)
    listed = f"list the figures with: factdesk figure list {slug}"
    if not own:
        raise UnknownFigure(f"no figure was read in {claim_handle}; {listed}")
    if not number and len(own) == 1:
        return own[0]
    if not number:
        several = ", ".join(map(str, own))
        raise AmbiguousFigure(f"{claim_handle} has {len(own)} figures; name one of them: {several}")
    if number.isascii() and number.isdigit() and len(number) < 6 and 1 <= int(number) <= len(own):
        return own[int(number) - 1]
    has = "one figure" if len(own) == 1 else f"{len(own)} figures"
    raise UnknownFigure(f"{claim_handle} has {has}, so there is no {handle}; {listed}")


def is_handle(words: str) -> bool:
    """Whether somebody typed the name of a figure or a claim, and no words."""
    return re.fullmatch(r"(?<!\S)[^\s:]{1,100}:\d{1,20}(/\d{1,20})?", words) is not None


def _of_document(item: Item, placed: Sequence[PlacedStatement]) -> list[NamedFigure]:
    found: list[NamedFigure] = []
    for one in placed:
        alike = Counter(figure.quote for figure in one.statement.figures)
        seen: Counter[str] = Counter()
        claim_handle = f"{item.id}:{one.number}"
        for number, figure in enumerate(one.statement.figures, 1):
            seen[figure.quote] += 1
            found.append(
                NamedFigure(
                    id=f"{item.id}.{len(found)}",
                    claim=one.claim,
                    claim_handle=claim_handle,
                    handle=claim_handle if len(one.statement.figures) == 1 else f"{claim_handle}/{number}",
                    figure=figure,
                    position=seen[figure.quote],
                    among=alike[figure.quote],
                )
            )
    return found
