"""A story as it now stands, read back from its rows: its texts, its figures by name, what was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.decisions import decisions_of, standing
from claims.handles import documents_of, find_document
from claims.models import PlacementRow, RevisionRow
from claims.named_figures import NamedFigure, named_figures
from claims.pages import DecisionPage
from claims.reading.record import Reading
from claims.reconcile.decisions import Decision
from claims.reconcile.record import Item
from claims.stored import PlacedStatement, listed_sources_of, reading_of, statements_of, stretches_of


@dataclass(frozen=True, slots=True)
class StoryNow:
    """A story's documents as they were read, each with the claims that its statements are, and the rest.

    `revisions` has the number of each document's present revision, by slug.
    """

    name: str
    documents: tuple[tuple[Item, list[PlacedStatement]], ...]
    revisions: Mapping[str, int]
    figures: tuple[NamedFigure, ...]
    decisions: tuple[DecisionPage, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The documents as reconciling takes them."""
        return tuple(item for item, _ in self.documents)

    @property
    def standing(self) -> list[Decision]:
        """The decisions that have an effect, as reconciling takes them."""
        return standing(self.decisions)


def story_now(session: Session, story: str) -> StoryNow:
    """A story as it stands; one without documents where there is no such story."""
    documents, revisions = [], {}
    for slug in documents_of(session, story):
        revision = present_revision(session, find_document(session, slug))
        placed, reading = read_in(session, revision)
        revisions[slug] = revision.number
        documents.append(
            (Item(slug, reading.comparable, revision.outlet, revision.url, revision.published), placed)
        )
    return _story(session, story, tuple(documents), revisions)


def story_with(session: Session, now: StoryNow, item: Item, placed: list[PlacedStatement]) -> StoryNow:
    """A story as it will stand once one of its documents has a further revision."""
    documents = tuple((item, placed) if known[0].id == item.id else known for known in now.documents)
    return _story(session, now.name, documents, {**now.revisions, item.id: now.revisions[item.id] + 1})


def present_revision(session: Session, document: UUID) -> RevisionRow:
    """The words of a document as they now are."""
    query = select(RevisionRow).where(RevisionRow.document_id == document)
    return session.scalars(query.order_by(RevisionRow.number.desc()).limit(1)).one()


def last_revision_of(session: Session, claim: UUID) -> RevisionRow:
    """The last revision of its document that a claim stands in."""
    query = (
        select(RevisionRow)
        .join(PlacementRow, PlacementRow.revision_id == RevisionRow.id)
        .where(PlacementRow.claim_id == claim)
    )
    return session.scalars(query.order_by(RevisionRow.number.desc()).limit(1)).one()


def last_revisions_of(session: Session, claims: Collection[UUID]) -> dict[UUID, UUID]:
    """By claim, the last revision of its document that it stands in."""
    query = (
        select(PlacementRow.claim_id, RevisionRow.id)
        .join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
        .where(PlacementRow.claim_id.in_(claims))
        .order_by(RevisionRow.number)
    )
    return dict(session.execute(query).all())


def read_in(session: Session, revision: RevisionRow) -> tuple[list[PlacedStatement], Reading]:
    """What was read in a revision: its statements with the claims that they are, and the whole."""
    placed = statements_of(session, revision.id)
    sources = listed_sources_of(session, revision.id)
    stretches = stretches_of(session, revision.id)
    return placed, reading_of(revision, [one.statement for one in placed], sources, stretches)


def _story(
    session: Session,
    story: str,
    documents: tuple[tuple[Item, list[PlacedStatement]], ...],
    revisions: Mapping[str, int],
) -> StoryNow:
    figures = named_figures(documents)
    return StoryNow(story, documents, revisions, figures, decisions_of(session, story, figures))
