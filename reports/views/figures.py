"""What a report shows of the figures of a story and how they relate."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.basic import Link


@dataclass(frozen=True, slots=True)
class Track:
    """A figure drawn on its quantity's number line; all positions are percentages.

    `x` and `width` give what the wording allows, `point` the value as written (`None`: a range
    or a bound); an open end runs to the edge of the line, and an arrow says so.
    """

    x: str
    width: str
    point: str | None
    open_below: bool = False
    open_above: bool = False


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure of a quantity, however often it is said; `told_by` names those whom the text credits."""

    words: str
    told_by: str | None
    places: tuple[Link, ...]
    more: str | None
    track: Track | None


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a whole, and its stretch of the bar; `is_rest` marks what is not accounted for."""

    amount: str
    label: str
    x: str
    width: str
    places: tuple[Link, ...] = ()
    more: str | None = None
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class SumView:
    """A whole and all its parts: "312 = 268 + 44", drawn as one bar; `rest` is what is not accounted for."""

    equation: str
    rest: str | None
    parts: tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class RelationView:
    """How two figures relate, and why; `conflict` marks figures that differ.

    `words` and `places` are those of the other figure, where it belongs to another quantity.
    """

    word: str
    reason: str
    conflict: bool
    words: str | None = None
    places: tuple[Link, ...] = ()
    more: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityView:
    """What several figures measure, and what they say of it together: a finding, not a verdict.

    `title` names the figures too, so that no two quantities look alike; `finding` is `None` where
    it can't be told how the figure relates to others, `why` where there is but one figure.
    `hangs_on` names the fewest sources without which something else would stand, `put_together`
    says why several figures count as one source's.
    `decided` tells which figures are in it because a person says so.
    """

    title: str
    label: str
    finding: str | None
    why: str | None
    hangs_on: str | None
    put_together: tuple[str, ...]
    conflict: bool
    figures: tuple[FigureView, ...]
    low: str | None
    high: str | None
    sums: tuple[SumView, ...]
    relations: tuple[RelationView, ...]
    unlisted: str | None
    decided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoneFigureView:
    """A figure that is named once."""

    words: str
    label: str
    places: tuple[Link, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class DecidedView:
    """Decisions of people about figures, each with who made it and why, under what they have in common."""

    label: str
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures of a story.

    `opened` needs a person, `fitting` is told in a line each, of `unclear` little can be told, and
    `once` lists what is named once and has nothing beside it. `decided` is what people decided.
    """

    lead: str
    opened: tuple[QuantityView, ...]
    fitting: tuple[QuantityView, ...]
    unclear_label: str
    unclear: tuple[QuantityView, ...]
    once_label: str
    once: tuple[LoneFigureView, ...]
    decided: tuple[DecidedView, ...]
