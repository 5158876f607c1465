"""What people decide about the figures of a story: finding what they name, and what follows from it.

The story is computed with the decision in it before the write transaction begins, and decision and
findings are stored together or not at all. No status of a claim and no review is ever touched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.decisions import Draft, add_decision, standing, value_of
from claims.errors import (
    AmbiguousQuantity,
    CannotMix,
    EmptyReason,
    NothingToDecide,
    OtherStory,
    UnknownDecision,
    UnknownQuantity,
)
from claims.handles import find_claim, find_story, story_of
from claims.intake import until_settled
from claims.kinds import DecisionKind
from claims.named_figures import NamedFigure, figure_named, is_handle
from claims.present import StoryNow, story_now
from claims.reconcile import reconcile
from claims.reconcile.amounts import amount_of
from claims.reconcile.record import Quantity, Reconciliation
from claims.stories import replace_findings
from ledger.engine import Ledger
from ledger.pen import Pen

ABOUT_QUANTITIES = frozenset({DecisionKind.MOVE, DecisionKind.SPLIT, DecisionKind.MERGE})


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was stored: the story that it is about, and its number there."""

    story: str
    number: int


@dataclass(frozen=True, slots=True)
class _Case:
    """What somebody decides upon: a story as it stands, what is found in it, and who it is."""

    now: StoryNow
    found: Reconciliation
    by: str
    because: str

    def figure(self, handle: str) -> NamedFigure:
        """The figure of that name."""
        return figure_named(handle, self.now.figures)

    def quantity(self, name: str) -> tuple[Quantity, NamedFigure]:
        """The quantity that somebody named by one of its figures or by its label, and a figure of it."""
        if is_handle(name):
            figure = self.figure(name)
            return self.quantity_of(figure), figure
        named = [one for one in self.found.quantities if one.label.casefold() == name.strip().casefold()]
        if len(named) == 1:
            return named[0], self.first_of(named[0])
        if not named:
            raise UnknownQuantity(
                f"no quantity of {self.now.name} is called {name!r}; name it by one of its figures, as in "
                f"SLUG:12, from: factdesk figure list {self.now.name}"
            )
        several = ", ".join(str(self.first_of(one)) for one in named)
        raise AmbiguousQuantity(
            f"{len(named)} quantities of {self.now.name} are called {name!r}; name one by a figure: {several}"
        )

    def quantity_of(self, figure: NamedFigure) -> Quantity:
        """The quantity that a figure is in."""
        return next(one for one in self.found.quantities if figure.id in one.figures)

    def origin_of(self, figure: NamedFigure) -> str:
        """The origin that a figure has."""
        return next(one.origin for one in self.found.figures if one.id == figure.id)

    def first_of(self, quantity: Quantity) -> NamedFigure:
        """The figure that stands for a quantity."""
        return next(figure for figure in self.now.figures if figure.id == quantity.figures[0])

    def draft(
        self,
        kind: DecisionKind,
        *figures: NamedFigure,
        label: str | None = None,
        name: str | None = None,
        undoes: int | None = None,
    ) -> Draft:
        """The decision, ready to be stored."""
        number = len(self.now.decisions) + 1
        return Draft(self.now.name, number, kind, self.by, self.because, figures, label, name, undoes)

    def after(self, draft: Draft) -> Reconciliation:
        """What is found once the decision stands."""
        kept = [page for page in self.now.decisions if page.number != draft.undoes]
        value = value_of(draft, [figure.id for figure in draft.figures])
        return reconcile(self.now.items, [*standing(kept), *([value] if value else [])])


def move_figure(ledger: Ledger, pen: Pen, figure: str, *, to: str, because: str) -> Decided:
    """Put a figure into the quantity `to`.

    Raises a `ClaimError` where a name can't be found, or nothing would change.
    """

    def drafted(case: _Case) -> Draft:
        moved = case.figure(figure)
        there, anchor = case.quantity(to)
        if moved.id in there.figures:
            raise NothingToDecide(f"{moved} is with “{there.label}” already; name another quantity with --to")
        _refuse_to_mix([moved, anchor])
        return case.draft(DecisionKind.MOVE, moved, anchor)

    return _decide(ledger, pen, drafted, because=because, named=[figure, *filter(is_handle, [to])])


def split_figures(
    ledger: Ledger, pen: Pen, figures: Sequence[str], *, label: str | None = None, because: str
) -> Decided:
    """Take figures out into a quantity of their own, which may be given a name. Raises as `move_figure`."""

    def drafted(case: _Case) -> Draft:
        taken = list(dict.fromkeys(map(case.figure, figures)))
        _refuse_to_mix(taken)
        draft = case.draft(DecisionKind.SPLIT, *taken, label=(label or "").strip() or None)
        is_whole = {figure.id for figure in taken} == set(case.quantity_of(taken[0]).figures)
        if is_whole and not draft.label and case.after(draft).relations == case.found.relations:
            listed = ", ".join(map(str, taken))
            raise NothingToDecide(f"{listed}: a quantity of its own already; to name it, add --label NAME")
        return draft

    return _decide(ledger, pen, drafted, because=because, named=figures)


def merge_quantities(ledger: Ledger, pen: Pen, one: str, other: str, *, because: str) -> Decided:
    """Say that two quantities are one; it keeps the first one's name. Raises as `move_figure`."""
    handles = list(filter(is_handle, [one, other]))
    if not handles:
        raise UnknownQuantity(
            f"{one!r} and {other!r} may be in any story; name one by a figure, as in SLUG:12"
        )

    def drafted(case: _Case) -> Draft:
        (first, anchor), (second, against) = case.quantity(one), case.quantity(other)
        if first.id == second.id:
            raise NothingToDecide(
                f"{one} and {other} are one quantity already (“{first.label}”); name another"
            )
        _refuse_to_mix([anchor, against])
        return case.draft(DecisionKind.MERGE, anchor, against)

    return _decide(
        ledger, pen, drafted, because=because, named=list(filter(is_handle, [one, other])) or [one]
    )


def join_origins(ledger: Ledger, pen: Pen, one: str, other: str, *, because: str) -> Decided:
    """Say that two figures come from one origin in the end. Raises as `move_figure`."""

    def drafted(case: _Case) -> Draft:
        first, second = case.figure(one), case.figure(other)
        if case.origin_of(first) == case.origin_of(second):
            raise NothingToDecide(f"{first} and {second} count as one origin already; name two others")
        return case.draft(DecisionKind.JOIN_ORIGINS, first, second)

    return _decide(ledger, pen, drafted, because=because, named=[one, other])


def part_origins(ledger: Ledger, pen: Pen, figures: Sequence[str], *, because: str) -> Decided:
    """Say that each figure has an origin of its own, independent of the others. Raises as `move_figure`."""

    def drafted(case: _Case) -> Draft:
        parted = list(dict.fromkeys(map(case.figure, figures)))
        draft = case.draft(DecisionKind.PART_ORIGINS, *parted)
        if _counted(case.after(draft)) == _counted(case.found):
            listed = ", ".join(map(str, parted))
            raise NothingToDecide(f"{listed}: nothing counts it together with others; name another figure")
        return draft

    return _decide(ledger, pen, drafted, because=because, named=figures)


def name_party(
    ledger: Ledger, pen: Pen, story: str, name: str, *, is_party: bool = True, because: str
) -> Decided:
    """Say that a source is a party to the story's event, or is none. Raises as `move_figure`."""

    def drafted(case: _Case) -> Draft:
        draft = case.draft(DecisionKind.PARTY if is_party else DecisionKind.NO_PARTY, name=name.strip())
        before, after = (
            [origin.party for origin in found.origins] for found in (case.found, case.after(draft))
        )
        if before == after:
            sources = ", ".join(dict.fromkeys(origin.name for origin in case.found.origins)) or "none"
            raise NothingToDecide(
                f"nothing would change: no other source of {story} is called {name!r}; "
                f"its sources are: {sources}"
            )
        return draft

    return _decide(ledger, pen, drafted, because=because, story=story)


def undo(ledger: Ledger, pen: Pen, story: str, number: int, *, because: str) -> Decided:
    """Take a decision back by a further one.

    Raises `UnknownStory`, or `UnknownDecision` where there is none of that number that stands.
    """

    def drafted(case: _Case) -> Draft:
        listed = f"list them with: factdesk story decisions {story}"
        page = next((page for page in case.now.decisions if page.number == number), None)
        if page is None:
            raise UnknownDecision(f"there is no decision {number} about {story}; {listed}")
        if page.kind is DecisionKind.UNDO:
            raise UnknownDecision(f"decision {number} undid another and can't be undone; decide anew instead")
        if page.undone_by:
            raise UnknownDecision(f"decision {number} was undone by decision {page.undone_by}; {listed}")
        return case.draft(DecisionKind.UNDO, undoes=number)

    return _decide(ledger, pen, drafted, because=because, story=story)


def undo_last(ledger: Ledger, pen: Pen, figure: str, *, because: str) -> Decided:
    """Take back the last decision that names a figure and still stands about what it measures.

    Raises as `move_figure`, or `UnknownDecision` where no such decision stands.
    """

    def drafted(case: _Case) -> Draft:
        named = case.figure(figure)
        for page in reversed(case.now.decisions):
            if page.stands and page.kind in ABOUT_QUANTITIES and named.id in {one.id for one in page.figures}:
                return case.draft(DecisionKind.UNDO, undoes=page.number)
        raise UnknownDecision(
            f"nobody decided about {named}, or it was undone; list what was decided with: "
            f"factdesk story decisions {case.now.name}"
        )

    return _decide(ledger, pen, drafted, because=because, named=[figure])


def _decide(
    ledger: Ledger,
    pen: Pen,
    drafted: Callable[[_Case], Draft],
    *,
    because: str,
    named: Sequence[str] = (),
    story: str | None = None,
) -> Decided:
    """Store what was drafted with what follows from it; where others changed the story meanwhile, again."""
    if not because.strip():
        raise EmptyReason('a decision needs its reason; give one with --because "…"')

    def attempt() -> Decided:
        now = _present(ledger, named, story)
        case = _Case(now, reconcile(now.items, now.standing), pen.actor, because.strip())
        draft = drafted(case)
        findings = case.after(draft)
        with ledger.writing() as session:
            add_decision(session, pen, draft)
            replace_findings(session, now.name, findings, of=now.revisions, decided=draft.number)
        return Decided(now.name, draft.number)

    return until_settled(attempt)


def _present(ledger: Ledger, named: Sequence[str], story: str | None) -> StoryNow:
    """The story that was named, or that of the figures that were; they must all be in one."""
    with ledger.reading() as session:
        if story is not None:
            find_story(session, story)
            return story_now(session, story)
        claims = [find_claim(session, handle.partition("/")[0]) for handle in named]
        stories = {claim.handle: story_of(session, claim.slug) for claim in claims}
        (first, home), *others = stories.items()
        for handle, other in others:
            if other != home:
                raise OtherStory(
                    f"{first} is in the story {home} and {handle} in {other}; figures are put together "
                    "within one story only"
                )
        return story_now(session, home)


def _counted(found: Reconciliation) -> tuple[list[str], list[int]]:
    """The origin of each figure, and how many origins count for each quantity."""
    return [figure.origin for figure in found.figures], [quantity.origins for quantity in found.quantities]


def _refuse_to_mix(figures: Sequence[NamedFigure]) -> None:
    """Figures of two kinds can't measure one thing, whatever anybody says."""
    first, *others = figures
    for other in others:
        kinds = amount_of(first.figure).kind, amount_of(other.figure).kind
        if kinds[0] != kinds[1]:
            told = [
                f"“{one.figure.quote}” is {_kind(kind)}"
                for one, kind in zip((first, other), kinds, strict=True)
            ]
            raise CannotMix(
                f"{' and '.join(told)}, so they can't measure one thing; check the figures' names"
            )


def _kind(kind: str) -> str:
    return "a plain number" if kind == "count" else f"in {kind}"
