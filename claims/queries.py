"""One question, one query function; each returns a frozen page and writes nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.appearances.queries import evidence_from_appearances, public_of
from claims.corrections.pages import CorrectionPage, without_reader
from claims.corrections.queries import corrections_of
from claims.evidence.covering import covering
from claims.evidence.queries import contacts_of, evidence_of, searches_of
from claims.factchecks.likeness import likenesses_of
from claims.handles import documents_of, find_claims, find_document, find_story, story_of
from claims.handover.pages import NOTHING
from claims.handover.queries import desk_of
from claims.judging.case import Case
from claims.judging.cases import cases_of, reviews_of
from claims.judging.policy import Policy
from claims.judging.scope import Scope
from claims.judging.status import derive_standing, derive_status
from claims.judging.withholding import withheld
from claims.kinds import Status
from claims.models import ClaimRow, DocumentRow, RevisionRow
from claims.outcomes.queries import outcomes_of
from claims.pages import (
    AuditPage,
    ClaimPage,
    DecisionPage,
    DocumentLine,
    DocumentPage,
    FigureLine,
    LogHead,
    RegroupedPage,
    StoryPage,
)
from claims.present import last_revisions_of, present_revision, story_now
from claims.publishing.authors import authors_of
from claims.publishing.purpose import purposes_of
from claims.registry.queries import source_pages
from claims.regrouping.queries import how_often_cut_anew, regroupings_of
from claims.reopened import parted, reopened_at
from claims.replies.queries import requests_of
from claims.stored import (
    PlacedStatement,
    blocks_of,
    listed_sources_of,
    metadata_of,
    spans_of,
    statements_of,
)
from claims.stories import stored_findings
from ledger.events import head


def document_lines(
    session: Session, policy: Policy, *, now: datetime | None = None
) -> tuple[DocumentLine, ...]:
    """Every document with how many claims it has in each status, in the order in which they were added."""
    latest = (
        select(RevisionRow.document_id, func.max(RevisionRow.number).label("number"))
        .group_by(RevisionRow.document_id)
        .subquery()
    )
    revisions = session.execute(
        select(DocumentRow, RevisionRow.id, RevisionRow.title, RevisionRow.number, RevisionRow.language)
        .join(latest, latest.c.document_id == DocumentRow.id)
        .join(
            RevisionRow, (RevisionRow.document_id == DocumentRow.id) & (RevisionRow.number == latest.c.number)
        )
        .order_by(DocumentRow.added_at, DocumentRow.id)
    ).all()
    counts, acts = _counts(session, policy, now), how_often_cut_anew(session)
    return tuple(
        DocumentLine(
            slug=document.slug,
            story=document.story,
            title=title,
            revision=number,
            added_at=document.added_at,
            claims=counts[document.id],
            language=language,
            cut_anew=acts.get(document.id, 0),
        )
        for document, revision, title, number, language in revisions
    )


def document_page(
    session: Session, slug: str, policy: Policy, *, now: datetime | None = None, protected: bool = False
) -> DocumentPage:
    """One document in its present revision. Raises `UnknownDocument`.

    `protected` tells when, where and how protected sources spoke as well.
    """
    document = session.get_one(DocumentRow, find_document(session, slug))
    revision = present_revision(session, document.id)
    return DocumentPage(
        slug=slug,
        story=document.story,
        title=revision.title,
        revision=revision.number,
        added_at=document.added_at,
        read_at=revision.added_at,
        file=revision.file,
        sha256=revision.sha256,
        language=revision.language,
        metadata=metadata_of(revision),
        text=revision.text,
        blocks=blocks_of(revision),
        furniture=spans_of(revision.furniture),
        claims=_claims(session, document, revision, policy, now, protected=protected),
        sources=listed_sources_of(session, revision.id),
        reader=revision.reader,
        rules=revision.rules,
        purpose=purposes_of(session, [document.id]).get(document.id),
        authors=authors_of(session, [document.id])[document.id],
        cut_anew=how_often_cut_anew(session).get(document.id, 0),
    )


def claim_page(
    session: Session, handle: str, policy: Policy, *, now: datetime | None = None, reveal: bool = False
) -> ClaimPage:
    """One claim as it now stands, or as it last stood.

    `reveal` shows a verdict that is withheld until the second check. Raises `UnknownDocument` or
    `UnknownClaim`.
    """
    (page,) = claims_named(session, [handle], policy, now=now, reveal=reveal)
    return page


def claims_named(
    session: Session,
    handles: Iterable[str],
    policy: Policy,
    *,
    now: datetime | None = None,
    reveal: bool = False,
) -> tuple[ClaimPage, ...]:
    """Some claims, each once, as they now stand or last stood, in the order of their handles.

    It takes the same few statements for all that last stood in one revision. `reveal` is as for
    `claim_page`. Raises `UnknownDocument` or `UnknownClaim`.
    """
    claims = find_claims(session, handles)
    together: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for claim, last in last_revisions_of(session, [claim.id for claim in claims]).items():
        together[last].append(claim)
    pages: dict[str, ClaimPage] = {}
    for last, those in together.items():
        revision = session.get_one(RevisionRow, last)
        document = session.get_one(DocumentRow, revision.document_id)
        cut_in = revision.number + 1
        is_cut = present_revision(session, document.id).number >= cut_in
        for page in _claims(session, document, revision, policy, now, only=those, reveal=reveal):
            pages[page.handle] = replace(page, cut_in=cut_in) if is_cut else page
    return tuple(pages[claim.handle] for claim in claims)


def claim_pages(
    session: Session,
    policy: Policy,
    *,
    slug: str | None = None,
    statuses: Collection[Status] = tuple(Status),
    reported: bool = False,
    now: datetime | None = None,
) -> tuple[ClaimPage, ...]:
    """The claims of one document, or of all, that stand in one of `statuses`, in reading order.

    `reported` leaves only those that the text itself calls unconfirmed. Raises `UnknownDocument`.
    """
    query = select(DocumentRow).order_by(DocumentRow.added_at, DocumentRow.id)
    if slug is not None:
        query = query.where(DocumentRow.id == find_document(session, slug))
    return tuple(
        claim
        for document in session.scalars(query).all()
        for claim in _claims(session, document, present_revision(session, document.id), policy, now)
        if claim.standing.status in statuses and (claim.reported_unconfirmed or not reported)
    )


def regrouped_page(
    session: Session, slug: str, policy: Policy, *, now: datetime | None = None
) -> RegroupedPage:
    """What somebody did last to the cutting of a document, with the claims that it made."""
    act = regroupings_of(session, find_document(session, slug), slug)[-1]
    made = claims_named(session, [f"{slug}:{number}" for number in act.made], policy, now=now)
    return RegroupedPage(act, tuple(sorted(made, key=lambda claim: claim.start)))


def story_page(session: Session, story: str) -> StoryPage:
    """The figures of a story and how they relate, as they were last reconciled. Raises `UnknownStory`."""
    find_story(session, story)
    now = story_now(session, story)
    findings = stored_findings(session, story, now.items)
    placed = {item.id: claims for item, claims in now.documents}
    claims = {found.id: placed[found.item][found.statement] for found in findings.figures}
    places = {found.id: f"{found.item}:{claims[found.id].number}" for found in findings.figures}
    return StoryPage(
        story=story,
        documents=tuple(placed),
        findings=findings,
        places=places,
        languages={item.id: item.reading.language for item in now.items},
        words={handle: claims[figure].quote for figure, handle in places.items()},
        decisions=now.decisions,
    )


def decision_pages(session: Session, story: str) -> tuple[DecisionPage, ...]:
    """What people decided about a story's figures, in order. Raises `UnknownStory`."""
    find_story(session, story)
    return story_now(session, story).decisions


def figure_lines(session: Session, name: str) -> tuple[FigureLine, ...]:
    """The figures of a story, or of one document, in the order of the texts. Raises `UnknownStory`."""
    story = name if documents_of(session, name) else story_of(session, name)
    now = story_now(session, story)
    findings = stored_findings(session, story, now.items)
    handles = {figure.id: figure.handle for figure in now.figures}
    quantities = {quantity.id: quantity for quantity in findings.quantities}
    origins = {origin.id: origin for origin in findings.origins}
    decisions = {decision.number: decision for decision in now.decisions}
    return tuple(
        FigureLine(
            handle=handles[figure.id],
            figure=figure,
            quantity=quantities[figure.quantity],
            origin=origins[figure.origin],
            decision=decisions[figure.decision] if figure.decision else None,
        )
        for figure in findings.figures
        if name in (story, figure.item)
    )


def audit_page(
    session: Session, slug: str, policy: Policy, *, printed_at: datetime, protected: bool = False
) -> AuditPage:
    """Everything that the audit report of a document shows. Raises `UnknownDocument`.

    `protected` tells when, where and how protected sources spoke as well.
    """
    document = document_page(session, slug, policy, now=printed_at, protected=protected)
    size_and_root = head(session)
    used = {one.source for claim in document.claims for one in claim.evidence if one.source}
    return AuditPage(
        document=document,
        story=story_page(session, document.story),
        head=LogHead(size_and_root.size, size_and_root.root.hex()),
        policy=policy.version,
        printed_at=printed_at,
        registry=tuple(source for source in source_pages(session) if used & set(source.handles))
        if used
        else (),
        corrections=_corrections(session, find_document(session, slug)),
    )


def _claims(
    session: Session,
    document: DocumentRow,
    revision: RevisionRow,
    policy: Policy,
    now: datetime | None,
    *,
    only: Collection[UUID] | None = None,
    reveal: bool = False,
    protected: bool = False,
) -> tuple[ClaimPage, ...]:
    scope = Scope(documents=(document.id,)) if only is None else Scope(claims=tuple(only))
    cases, made = cases_of(session, scope), reviews_of(session, scope)
    statements = statements_of(session, revision.id, only=only)
    claims = [placed.claim for placed in statements]
    evidence = evidence_of(session, claims, protected=protected)
    searches = searches_of(session, claims)
    contacts, reopened = contacts_of(session, claims), reopened_at(session, claims)
    outcomes = outcomes_of(session, document.id, only=only)
    acts = regroupings_of(session, document.id, document.slug)
    corrections: defaultdict[str | None, list[CorrectionPage]] = defaultdict(list)
    for correction in _corrections(session, document.id):
        corrections[correction.claim].append(correction)
    at = now or datetime.now(UTC)
    public = public_of(session, scope, today=at.date())
    appearances = evidence_from_appearances(session, scope)
    requests = requests_of(session, claims, now=at, protected=protected)
    desk = desk_of(session, claims, now=at)
    likenesses = likenesses_of(session, claims, policy, now=at)
    pages = (
        replace(
            _claim(document.slug, placed, cases[placed.claim], policy, at),
            language=revision.language,
            evidence=tuple(
                replace(
                    covering(one, placed.quote, revision.language), is_appearance=one.number in appearances
                )
                for one in added
                if opened is None or opened.counts(one.number)
            ),
            likenesses=likenesses.get(placed.claim, ()),
            searches=tuple(one for one in looked if opened is None or opened.precedes(one.at)),
            contacts=tuple(one for one in asked if opened is None or opened.precedes(one.at)),
            earlier_reviews=tuple(parted(made.get(placed.claim, ()), opened)[0]),
            earlier_evidence=tuple(one for one in added if opened and not opened.counts(one.number)),
            earlier_searches=tuple(one for one in looked if opened and not opened.precedes(one.at)),
            earlier_contacts=tuple(one for one in asked if opened and not opened.precedes(one.at)),
            reopened=opened,
            public=public.get(placed.claim),
            outcomes=outcomes.get(placed.claim, ()),
            regroupings=tuple(act for act in acts if placed.number in (*act.of, *act.made)),
            reply_requests=requests.get(placed.claim, ()),
            desk=desk.get(placed.claim, NOTHING),
            corrections=tuple(corrections.get(f"{document.slug}:{placed.number}", ())),
        )
        for placed in statements
        for opened, added in [(reopened.get(placed.claim), evidence.get(placed.claim, ()))]
        for looked, asked in [(searches.get(placed.claim, ()), contacts.get(placed.claim, ()))]
    )
    return tuple(pages if reveal else map(withheld, pages))


def _corrections(session: Session, document: UUID) -> tuple[CorrectionPage, ...]:
    """The corrections of a document as they may be printed."""
    return tuple(map(without_reader, corrections_of(session, [document])))


def _claim(slug: str, placed: PlacedStatement, case: Case, policy: Policy, now: datetime) -> ClaimPage:
    statement, standing = placed.statement, derive_standing(case, policy, now)
    return ClaimPage(
        handle=f"{slug}:{placed.number}",
        number=placed.number,
        start=statement.start,
        end=statement.end,
        text=placed.quote,
        kind=statement.kind,
        section=statement.section,
        checkable=statement.checkable,
        why_not=statement.why_not,
        reported_unconfirmed=statement.reported_unconfirmed,
        hedges=statement.hedges,
        figures=statement.figures,
        attributions=statement.attributions,
        reviews=case.reviews,
        standing=standing.status,
        tier=case.tier,
        tier_set_by=case.tier_set_by,
        said=standing.said,
        so=standing.so,
    )


def _counts(session: Session, policy: Policy, now: datetime | None) -> Mapping[UUID, Mapping[Status, int]]:
    """By document, how many claims it has in each status."""
    at = now or datetime.now(UTC)
    counts: defaultdict[UUID, Counter[Status]] = defaultdict(Counter)
    documents = dict(session.execute(select(ClaimRow.id, ClaimRow.document_id)).all())
    for claim, case in cases_of(session).items():
        counts[documents[claim]][derive_status(case, policy, at).status] += 1
    return counts
