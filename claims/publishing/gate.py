"""The gate: what stands in the way of publishing, as a function of how everything stands.

Values only; what is at the gate is read by `gated`. A draft of our own must hold; of what others published
it must be said whether it holds, so there a refuted claim is a result. Cut claims are not at the gate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from claims.corrections.pages import CorrectionPage
from claims.days import day
from claims.handle_parts import slug_in
from claims.kinds import DecisionKind, ObstacleKind, OutcomeState, Purpose, Relation, Status
from claims.outcomes.pages import OutcomePage
from claims.outcomes.wording import asked_of_writer
from claims.pages import ClaimPage, DecisionPage, StoryPage
from claims.publishing.awaiting import awaited, replied
from claims.publishing.pages import ASSUMED, DueAgain, GatedPage, GatePage, Obstacle, Overridden, Worded
from claims.reconcile.record import OpenTask

ASKED: Mapping[Purpose, frozenset[ObstacleKind]] = {
    Purpose.DRAFT: frozenset(ObstacleKind),
    Purpose.PUBLIC: frozenset(
        (
            ObstacleKind.CORRECTION_OPEN,
            ObstacleKind.UNCONFIRMED,
            ObstacleKind.STALE,
            ObstacleKind.REPLY_AWAITED,
        )
    ),
}
"""What stands in the way of publishing a text of our own, and a check of a text of others."""

_RULED_OUT = (Status.REFUTED, Status.QUALIFIED, Status.NOT_CHECKABLE)
_KINDS = tuple(ObstacleKind)


@dataclass(frozen=True, slots=True)
class Gated:
    """A document as it comes to the gate; `purpose` is `None` where nobody said, `unsigned` is furniture.

    `asked` is what counts as asked of its claims, of those too that were cut. `corrections` are open ones.
    """

    slug: str
    purpose: Purpose | None
    claims: tuple[ClaimPage, ...]
    unsigned: tuple[str, ...]
    asked: tuple[OutcomePage, ...] = ()
    corrections: tuple[CorrectionPage, ...] = ()

    @property
    def treated_as(self) -> Purpose:
        """What it is taken for."""
        return self.purpose or ASSUMED


def gate(name: str, story: StoryPage, documents: Sequence[Gated], *, now: datetime) -> GatePage:
    """What stands in the way of publishing `name`: the story, or one of its documents.

    `documents` are all of the story, since a figure may be ruled out in another one.
    """
    at_the_gate = [document for document in documents if name in (story.story, document.slug)]
    claims = [claim for document in at_the_gate for claim in document.claims]
    drafts = [document for document in at_the_gate if document.treated_as is Purpose.DRAFT]
    obstacles = [
        *(obstacle for document in at_the_gate for obstacle in _of_document(document)),
        *awaited(claims, now),
        *_of_figures(story, documents, drafts),
        *_of_decisions(story, drafts),
    ]
    return GatePage(
        name=name,
        documents=tuple(
            GatedPage(document.slug, document.treated_as, document.purpose is None)
            for document in at_the_gate
        ),
        obstacles=tuple(sorted(obstacles, key=lambda obstacle: _KINDS.index(obstacle.kind))),
        worded=tuple(
            Worded(claim.handle, claim.standing.reason)
            for document in drafts
            for claim in document.claims
            if claim.standing.status is Status.QUALIFIED
        ),
        overridden=tuple(found for claim in claims for found in _overridden(claim)),
        statuses=Counter(claim.standing.status for claim in claims),
        replies=tuple(replied(claims, now)),
        due_again=tuple(
            DueAgain(claim.handle, claim.public.due_since)
            for claim in claims
            if claim.public and claim.public.due_since
        ),
    )


def _of_document(document: Gated) -> Iterator[Obstacle]:
    asked = ASKED[document.treated_as]
    yield from map(_of_correction, document.corrections)
    for claim in document.claims:
        yield from (one for one in _of_status(claim, document.slug) if one.kind in asked)
    if ObstacleKind.OUTCOME_OPEN in asked:
        yield from (_of_outcome(outcome, document.slug) for outcome in document.asked if outcome.is_owed)
    if ObstacleKind.FURNITURE_NOT_SIGNED in asked:
        for words in document.unsigned:
            yield Obstacle(
                document.slug,
                ObstacleKind.FURNITURE_NOT_SIGNED,
                f"“{words}” is taken for no part of the article, and nobody has signed that",
                f'factdesk claim sign {document.slug} --furniture --because "…"',
            )


def _of_correction(correction: CorrectionPage) -> Obstacle:
    """Somebody asked that something be put right, and nobody has decided about it."""
    return Obstacle(
        correction.about,
        ObstacleKind.CORRECTION_OPEN,
        f"a correction ({correction.kind.value}) was asked for on {day(correction.received)}, and nobody has "
        f"decided about {correction.handle} yet",
        f"factdesk correction show {correction.number}",
    )


def _of_status(claim: ClaimPage, slug: str) -> Iterator[Obstacle]:
    handle, standing = claim.handle, claim.standing
    match standing.status:
        case Status.CONFIRMED | Status.QUALIFIED:
            return
        case Status.REFUTED:
            step = f"cut or correct it, then: factdesk document revise {slug} FILE"
            yield Obstacle(handle, ObstacleKind.REFUTED, standing.reason, step)
        case Status.DISPUTED:
            step = f"say so in the text, or settle it: factdesk claim explain {handle}"
            yield Obstacle(handle, ObstacleKind.DISPUTED, standing.reason, step)
        case Status.UNCONFIRMED:
            kind = ObstacleKind.STALE if standing.stale else ObstacleKind.UNCONFIRMED
            yield Obstacle(handle, kind, standing.reason, f"factdesk claim explain {handle}")
        case Status.NOT_CHECKABLE:
            if standing.suggested:
                step = f'factdesk claim sign {handle} --because "…"'
                yield Obstacle(handle, ObstacleKind.NOT_SIGNED, standing.reason, step)
        case _:
            assert_never(standing.status)


def _of_outcome(outcome: OutcomePage, slug: str) -> Obstacle:
    """Something was asked to become of a claim, and the draft does not show it."""
    if outcome.progress.state is OutcomeState.UNCLEAR:
        step = f"say whether it is: factdesk claim outcome {outcome.claim} --done"
    else:
        step = f"revise it, then: factdesk document revise {slug} FILE"
    return Obstacle(outcome.claim, ObstacleKind.OUTCOME_OPEN, asked_of_writer(outcome), step, outcome.due)


def _of_figures(story: StoryPage, documents: Sequence[Gated], drafts: Sequence[Gated]) -> Iterator[Obstacle]:
    """Figures that differ, one of them in a draft, unless people ruled one side out."""
    status = {claim.handle: claim.standing for document in documents for claim in document.claims}
    ruled_out = {
        handle
        for handle, standing in status.items()
        if standing.status in _RULED_OUT and not standing.suggested
    }
    of_drafts = {claim.handle for document in drafts for claim in document.claims}
    for task in story.findings.tasks:
        if task.relation is not Relation.CONFLICT:
            continue
        sides = _sides(story, task)
        concerned = [handle for side in sides for handle in side if handle in of_drafts]
        if concerned and not any(side and ruled_out.issuperset(side) for side in sides):
            yield Obstacle(
                concerned[0],
                ObstacleKind.FIGURES_DIFFER,
                task.message,
                f"decide between them; see: factdesk reconcile {story.story}",
            )


def _sides(story: StoryPage, task: OpenTask) -> list[list[str]]:
    """The handles of the claims that hold the figures of each side of a task, in the order of the texts."""
    group = {figure: one.figures for one in story.findings.groups for figure in one.figures}
    sides = ([story.places.get(id) for id in group.get(figure, (figure,))] for figure in task.figures)
    return [list(dict.fromkeys(handle for handle in side if handle)) for side in sides]


def _of_decisions(story: StoryPage, drafts: Sequence[Gated]) -> Iterator[Obstacle]:
    """Decisions that were to have an effect on a draft and have none, since a figure has gone."""
    slugs = {document.slug for document in drafts}
    for decision in story.decisions:
        if decision.kind is DecisionKind.UNDO or decision.undone_by or not decision.is_orphan:
            continue
        if any(slug_in(figure.claim) in slugs for figure in decision.figures):
            yield Obstacle(
                story.story, ObstacleKind.ORPHANED_DECISION, _orphaned(decision), _undo(story, decision)
            )


def _orphaned(decision: DecisionPage) -> str:
    gone = ", ".join(f"“{figure.quote}” in {figure.claim}" for figure in decision.figures if not figure.id)
    return (
        f"decision {decision.number} ({decision.by}: “{decision.because}”) has no effect any more, "
        f"since a figure has gone: {gone}"
    )


def _undo(story: StoryPage, decision: DecisionPage) -> str:
    return f'decide again, or: factdesk story undo {story.story} {decision.number} --because "…"'


def _overridden(claim: ClaimPage) -> Iterator[Overridden]:
    """The override by which a claim counts, which its trace names; an earlier one has no part in that."""
    if not any(line.rule == "override" for line in claim.standing.trace):
        return
    for review in reversed(claim.reviews):
        if review.override is not None:
            told = review.override
            yield Overridden(claim.handle, told.because, told.by, told.for_readers)
            return
