"""A figure of a story as rules compare it: amount, meaning, time, speaker, and links to a whole.

Values only; `sides.py` reads them from the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.reading.record import Figure
from claims.reconcile.amounts import Amount
from claims.reconcile.meaning import Meaning
from claims.reconcile.speakers import Voice


@dataclass(frozen=True, slots=True)
class Whole:
    """The figure that a text names as the whole of a part."""

    amount: Amount
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Side:
    """One figure as the rules see it.

    - `unit` is the unit as written, `quote` the figure as written, with its spaces made one.
    - `home` is the item that it stands in, `statements` are its sentences there, `names` the names in them.
    - `contrasted`: one of its sentences sets accounts against each other; `rival`: one speaks
      against the sentence before.
    - `as_of` is the time of counting (ISO, `None` unknown); `state` is "later" or "earlier" where
      words place it in the run of counting.
    - `base` is the number right behind a share of it ("42% of the 1,200 pupils").
    - `instead_of` is the number before it of which its sentence makes it a rival count.
    - `besides` is how many named people come on top of the number ("X and eight others" has 1).
    - `qualifiers` stand between the number and its noun, which is `head` as written; `words` are
      the weighty ones of its clause by their beginnings; `years` are those named before it.
    - `definite` is "the 123", which points back; `tabled` a cell of a table; `headline` a figure of
      the document's headline; `in_long_text` one of an article, not of a few sentences.
    - `derived` is a figure that no number is written for.
    """

    amount: Amount
    meaning: Meaning
    quote: str
    home: str
    unit: str | None = None
    statements: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    contrasted: bool = False
    rival: bool = False
    as_of: str | None = None
    state: str | None = None
    speakers: frozenset[str] = frozenset()
    besides: int = 0
    whole: Whole | None = None
    base: Amount | None = None
    instead_of: Amount | None = None
    qualifiers: frozenset[str] = frozenset()
    head: str | None = None
    derived: bool = False
    words: frozenset[str] = frozenset()
    definite: bool = False
    tabled: bool = False
    in_long_text: bool = False
    headline: bool = False
    years: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with its side and its place: item, statement, and number within the item.

    `voice` is who is credited with it, `speakers` by what those are known again, `doer` who did
    what is counted, `words` are the figure's own with a few behind it.
    """

    item: str
    statement: int
    number: int
    figure: Figure
    side: Side
    voice: Voice | None = None
    doer: str | None = None
    speakers: frozenset[str] = frozenset()
    words: str = ""

    @property
    def id(self) -> str:
        """The id of the figure: "ITEM.N"."""
        return f"{self.item}.{self.number}"
