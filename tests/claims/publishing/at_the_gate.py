"""Builds what comes to the gate by hand: claims in a status, the figures of a story, decisions of people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from claims.corrections.pages import CorrectionPage
from claims.evidence.pages import ContactPage, ReplyPage
from claims.kinds import (
    Because,
    ClaimKind,
    CorrectionKind,
    DecisionKind,
    OutcomeKind,
    OutcomeState,
    Purpose,
    Relation,
    Status,
)
from claims.outcomes.pages import OutcomePage, Progress
from claims.pages import (
    ClaimPage,
    DecidedFigure,
    DecisionPage,
    OverridePage,
    ReviewPage,
    StatusPage,
    StoryPage,
    TraceLine,
)
from claims.publishing.gate import Gated
from claims.reconcile.record import Group, OpenTask, Reconciliation

NOW = datetime(2025, 12, 14, 9, 12, tzinfo=UTC)
STORY = "ferries"


def claim(
    handle: str,
    status: Status,
    *,
    suggested: bool = False,
    stale: bool = False,
    overridden: bool = False,
    contacts: Sequence[ContactPage] = (),
) -> ClaimPage:
    """A claim in a status, with the reason that its status gives."""
    told = OverridePage("the deadline", None, "eve", NOW) if overridden else None
    review = ReviewPage(status.value, "seen", "ada", "typed", NOW, "built-in/1", override=told)
    return ClaimPage(
        handle=handle,
        number=int(handle.rpartition(":")[2]),
        start=0,
        end=1,
        text="The ferry carried 40 people.",
        kind=ClaimKind.STATEMENT,
        section=None,
        checkable=True,
        why_not=None,
        reported_unconfirmed=False,
        hedges=(),
        figures=(),
        attributions=(),
        reviews=(review,) if overridden else (),
        standing=StatusPage(
            status,
            Because.NOBODY_LOOKED if status is Status.UNCONFIRMED else None,
            f"{status.value}, says ada: seen",
            suggested=suggested,
            stale=("evidence:1",) if stale else (),
            trace=(TraceLine("override", met=True, says="overridden by eve"),) if overridden else (),
        ),
        contacts=tuple(contacts),
    )


def contact(*, days: int | None = 1, replied: bool = False) -> ContactPage:
    """Somebody who was asked and has so many days left, none where no time was set."""
    due = None if days is None else NOW + timedelta(days=days)
    replies = (ReplyPage(answered=True, answer="yes", by="ada", at=NOW),) if replied else ()
    return ContactPage(1, "the harbour office", "e-mail", None, due, "ada", "typed", NOW, replies)


def outcome(
    handle: str,
    kind: OutcomeKind = OutcomeKind.CUT,
    state: OutcomeState = OutcomeState.OPEN,
    *,
    owed_by: str | None = "Nils",
    days: int | None = None,
    wording: str | None = None,
) -> OutcomePage:
    """Something that was asked of a claim, due in so many days."""
    return OutcomePage(
        claim=handle,
        kind=kind,
        words="The ferry carried 40 people.",
        wording=wording,
        because=None,
        owed_by=owed_by,
        due=None if days is None else NOW + timedelta(days=days),
        revision=1,
        by="ada",
        known="typed",
        at=NOW,
        progress=Progress(state, 2 if state in (OutcomeState.SHOWN, OutcomeState.CUT_INSTEAD) else None),
    )


def document(
    slug: str,
    *claims: ClaimPage,
    purpose: Purpose | None = Purpose.DRAFT,
    unsigned: Sequence[str] = (),
    asked: Sequence[OutcomePage] = (),
    corrections: Sequence[CorrectionPage] = (),
) -> Gated:
    return Gated(slug, purpose, claims, tuple(unsigned), tuple(asked), tuple(corrections))


def correction(about: str, number: int = 1) -> CorrectionPage:
    """A request about a claim, or about a document, about which nobody has decided."""
    slug, colon, _ = about.partition(":")
    return CorrectionPage(
        number=number,
        slug=slug,
        story=STORY,
        claim=about if colon else None,
        kind=CorrectionKind.FIGURE,
        request="It carried 14.",
        requested_by="Nora Vale",
        received=NOW,
        was=None,
        now=None,
        places=(),
        end=None,
        by="ada",
        at=NOW,
    )


def story(
    *documents: Gated, differing: Sequence[tuple[str, str]] = (), decisions: Sequence[DecisionPage] = ()
) -> StoryPage:
    """A story in which the figures of pairs of claims differ; each claim has one figure, named like it."""
    handles = [one.handle for gated in documents for one in gated.claims]
    findings = Reconciliation(
        figures=(),
        groups=tuple(Group(f"g{handle}", "q1", (handle,)) for handle in handles),
        relations=(),
        quantities=(),
        origins=(),
        tasks=tuple(OpenTask(Relation.CONFLICT, pair, f"{pair[0]} or {pair[1]}?") for pair in differing),
    )
    return StoryPage(
        STORY,
        tuple(gated.slug for gated in documents),
        findings,
        places={handle: handle for handle in handles},
        decisions=tuple(decisions),
    )


def decision(claim: str, *, orphaned: bool, undone_by: int | None = None) -> DecisionPage:
    """A decision about one figure, which has gone where it is an orphan."""
    figure = DecidedFigure(claim, "40", None if orphaned else claim, None if orphaned else claim)
    return DecisionPage(
        number=1,
        kind=DecisionKind.SPLIT,
        figures=(figure,),
        label=None,
        name=None,
        because="another ferry",
        by="ada",
        known="typed",
        at=NOW,
        undoes=None,
        undone_by=undone_by,
    )
