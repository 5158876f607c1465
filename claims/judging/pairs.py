"""The verdicts that two people gave on one claim, the second without seeing the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.handles import find_story
from claims.judging.agreement import Agreement, agreement_of
from claims.judging.cases import reviews_of
from claims.judging.scope import EVERYTHING, Scope
from claims.kinds import Question, ReviewRole
from claims.models import DocumentRow
from claims.pages import ReviewPage


def agreement(session: Session, story: str | None = None) -> Agreement:
    """How far readers agree over the blind second checks of a story, or of all. Raises `UnknownStory`."""
    scope = EVERYTHING
    if story is not None:
        slugs = find_story(session, story)
        documents = session.scalars(select(DocumentRow.id).where(DocumentRow.slug.in_(slugs)))
        scope = Scope(documents=tuple(documents))
    return agreement_of([pair for made in reviews_of(session, scope).values() for pair in blind_pairs(made)])


def blind_pairs(reviews: Iterable[ReviewPage]) -> Iterator[tuple[str, str]]:
    """The first and the second verdict of every blind check of a claim, one question apart from the other."""
    first: dict[Question | None, str] = {}
    for review in reviews:
        if review.role is ReviewRole.SECOND and review.blind and review.question in first:
            yield first[review.question], review.verdict
        elif review.role in (None, ReviewRole.VERDICT):
            first[review.question] = review.verdict
