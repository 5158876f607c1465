"""A story as it now stands, read back from its rows: its texts, its figures by name, what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.decisions import decisions_of, standing
from claims.handles import documents_of, find_document
from claims.models import RevisionRow
from claims.named_figures import NamedFigure, named_figures
from claims.pages import DecisionPage
from claims.reconcile.decisions import Decision
from claims.reconcile.record import Item
from claims.stored import PlacedStatement, listed_sources_of, reading_of, statements_of


@dataclass(frozen=True, slots=True)
class StoryNow:
    """A story's documents as they were read, each with the claims that its statements are, and the rest."""

    name: str
    documents: tuple[tuple[Item, list[PlacedStatement]], ...]
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
    documents = tuple(_documents(session, documents_of(session, story)))
    figures = named_figures(documents)
    return StoryNow(story, documents, figures, decisions_of(session, story, figures))


def present_revision(session: Session, document: UUID) -> RevisionRow:
    """The words of a document as they now are."""
    query = select(RevisionRow).where(RevisionRow.document_id == document)
    return session.scalars(query.order_by(RevisionRow.number.desc()).limit(1)).one()


def _documents(session: Session, slugs: Iterable[str]) -> Iterable[tuple[Item, list[PlacedStatement]]]:
    for slug in slugs:
        revision = present_revision(session, find_document(session, slug))
        placed = statements_of(session, revision.id)
        reading = reading_of(
            revision, [one.statement for one in placed], listed_sources_of(session, revision.id)
        )
        yield Item(slug, reading.comparable, revision.outlet, revision.url, revision.published), placed
