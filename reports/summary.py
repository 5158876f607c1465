"""The result of an audit in numbers and in one line, the same for every kind of report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.kinds import Because, Relation, Status
from claims.pages import AuditPage, ClaimPage, StoryPage
from claims.reading.record import Figure
from claims.reconcile.record import OpenTask
from reports.alike import alike
from reports.amounts import amount
from reports.words import STATUSES, count

PLACES_SHOWN = 12
"""How many places of one figure are named before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: the claim's handle (`None`: not known), and the words of the figure."""

    handle: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: its first places, and in how many more places it stands."""

    places: tuple[Place, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Figures that differ: what differs, and where either side stands."""

    message: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a whole: in short ("9 of 123 not accounted for"), as a sum, and as the task says it.

    `equation` is `None` where the figures have no plain values to add up.
    """

    short: str
    equation: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What an audit found, counted. A claim "waits" that is unconfirmed because nobody has looked."""

    statuses: Counter[Status]
    unsigned: int
    reviewed: int
    reported: tuple[ClaimPage, ...]
    left_open: tuple[ClaimPage, ...]
    waiting: tuple[ClaimPage, ...]
    differences: tuple[Difference, ...]
    remainders: tuple[Remainder, ...]

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return self.statuses.total()

    @property
    def counts(self) -> tuple[tuple[Status, bool, int], ...]:
        """How many claims stand where, what people decided first; apart what the machine only suggests."""
        signed = self.statuses[Status.NOT_CHECKABLE] - self.unsigned
        shares = [
            (status, False, signed if status is Status.NOT_CHECKABLE else self.statuses[status])
            for status in STATUSES
        ]
        shares.append((Status.NOT_CHECKABLE, True, self.unsigned))
        return tuple(share for share in shares if share[2])

    @property
    def result(self) -> str:
        """The result in one line."""
        parts = [_reported(len(self.reported)), _differences(len(self.differences))]
        if len(self.remainders) == 1:
            parts.append(self.remainders[0].short)
        elif self.remainders:
            parts.append(f"in {count(len(self.remainders), 'place')} part of a whole is not accounted for")
        return "; ".join([*parts, _reviewed(self.reviewed, self.claims)]) + "."


def summarise(page: AuditPage) -> Summary:
    """Count what an audit found."""
    claims = page.document.claims
    return Summary(
        statuses=Counter(claim.standing.status for claim in claims),
        unsigned=sum(claim.standing.suggested for claim in claims),
        reviewed=sum(bool(claim.reviews) for claim in claims),
        reported=tuple(claim for claim in claims if claim.reported_unconfirmed),
        left_open=_unconfirmed(claims, Because.REVIEWED),
        waiting=_unconfirmed(claims, Because.NOBODY_LOOKED),
        differences=differences(page.story),
        remainders=remainders(page.story),
    )


def differences(story: StoryPage) -> tuple[Difference, ...]:
    """The figures of a story that differ, each with every place where either side stands."""
    together = alike(story.findings)
    members = {id: figures for figures in together.figures.values() for id in figures}
    figures = {related.id: related.figure for related in story.findings.figures}
    return tuple(
        Difference(
            task.message,
            tuple(_side(members.get(figure, (figure,)), figures, story) for figure in task.figures),
        )
        for task in story.findings.tasks
        if task.relation is Relation.CONFLICT
    )


def remainders(story: StoryPage) -> tuple[Remainder, ...]:
    """What is left of each whole and not accounted for."""
    figures = {related.id: related.figure for related in story.findings.figures}
    return tuple(
        _remainder(task, [figures[figure] for figure in task.figures])
        for task in story.findings.tasks
        if task.relation is Relation.PART_OF
    )


def _remainder(task: OpenTask, figures: Sequence[Figure]) -> Remainder:
    values = sorted(figure.value for figure in figures if figure.value is not None)
    if len(values) != 2 or len({figure.unit for figure in figures}) > 1:
        return Remainder(task.message.rstrip("."), None, task.message)
    part, whole = values
    rest = amount(whole - part)
    return Remainder(
        f"{rest} of {amount(whole)} not accounted for",
        f"{amount(whole)} = {amount(part)} + {rest}: {rest} not accounted for",
        task.message,
    )


def _side(members: tuple[str, ...], figures: Mapping[str, Figure], story: StoryPage) -> Side:
    first = members[:PLACES_SHOWN]
    places = tuple(Place(story.places.get(id), figures[id].quote) for id in first)
    return Side(places, len(members) - len(first))


def _unconfirmed(claims: tuple[ClaimPage, ...], because: Because) -> tuple[ClaimPage, ...]:
    return tuple(
        claim for claim in claims if claim.standing.because is because and not claim.reported_unconfirmed
    )


def _reported(number: int) -> str:
    match number:
        case 0:
            return "The text itself reports no claim as unconfirmed"
        case 1:
            return "1 claim is reported as unconfirmed by the text itself"
        case _:
            return f"{number:,} claims are reported as unconfirmed by the text itself"


def _differences(number: int) -> str:
    return f"figures differ in {count(number, 'place')}" if number else "no figures differ"


def _reviewed(reviewed: int, claims: int) -> str:
    if not claims:
        return "there is no claim to review"
    if not reviewed:
        return (
            f"nobody has reviewed any of the {count(claims, 'claim')} yet"
            if claims > 1
            else "nobody has reviewed the claim yet"
        )
    return f"{reviewed:,} of {count(claims, 'claim')} reviewed"
