"""The rows of `claims/`: what was read in a document, what people decided, what was found.

Thin on purpose: the thinking is in the frozen values of `claims/reading/` and `claims/pages.py`.
Evidentiary tables are written through `ledger.record` only. The findings tables at the end are
derived, replaced as a whole, and can be thrown away.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import (
    Change,
    ClaimChange,
    ClaimKind,
    DecisionKind,
    Modifier,
    Party,
    QuantityStatus,
    Question,
    Relation,
    ReviewRole,
    SourceKind,
    Sureness,
    WhyNot,
)
from ledger.base import EVIDENTIARY, NEVER_CHANGED, PERSONAL, Base, Word
from ledger.pen import Known
from sources.captures.kinds import CaptureKind
from sources.fetch.outcome import RobotsAnswer, State

Spans = list[list[int]]
"""Half-open spans of the document's text, as JSON."""


class DocumentRow(Base):
    """A text being checked, known by its slug; `story` is what it is checked together with."""

    __tablename__ = "documents"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    story: Mapped[str] = mapped_column(index=True)
    added_at: Mapped[datetime]


class RevisionRow(Base):
    """The words of a document at one time, with what the reader made of the file."""

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("document_id", "number"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id"))
    number: Mapped[int]
    file: Mapped[str]
    sha256: Mapped[str]
    text: Mapped[str]
    title: Mapped[str | None]
    language: Mapped[str | None]
    published: Mapped[str | None]
    modified: Mapped[str | None]
    author: Mapped[str | None]
    outlet: Mapped[str | None]
    url: Mapped[str | None]
    blocks: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    links: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    furniture: Mapped[Spans] = mapped_column(JSON(none_as_null=True))
    reader: Mapped[str]
    rules: Mapped[str]
    added_at: Mapped[datetime]


class ClaimRow(Base):
    """One statement of a document; its number is given once and never used again."""

    __tablename__ = "claims"
    __table_args__ = (UniqueConstraint("document_id", "number"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id"))
    number: Mapped[int]


class PlacementRow(Base):
    """Where a claim stands in one revision, and what was read there."""

    __tablename__ = "placements"
    __table_args__ = (UniqueConstraint("claim_id", "revision_id"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    revision_id: Mapped[UUID] = mapped_column(ForeignKey("revisions.id"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    kind: Mapped[ClaimKind] = mapped_column(Word(ClaimKind))
    section: Mapped[str | None]
    checkable: Mapped[bool]
    why_not: Mapped[WhyNot | None] = mapped_column(Word(WhyNot))
    reported_unconfirmed: Mapped[bool]
    hedges: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))


class ClaimChangeRow(Base):
    """What a revision made of a claim, and why; a document's first revision has none of these.

    Of a claim that was opened again, what was made before no longer counts: its first `reviews` reviews,
    and the ledger's evidence up to the number `evidence`. `difference` is a list of [was, now].
    """

    __tablename__ = "claim_changes"
    __table_args__ = (UniqueConstraint("claim_id", "revision_id"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    revision_id: Mapped[UUID] = mapped_column(ForeignKey("revisions.id"), index=True)
    change: Mapped[ClaimChange] = mapped_column(Word(ClaimChange))
    why: Mapped[str | None]
    difference: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    reviews: Mapped[int]
    evidence: Mapped[int]
    at: Mapped[datetime]


class FigureRow(Base):
    """A figure read in a placement; `ordinal` counts the figures of the revision from 0."""

    __tablename__ = "figures"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    placement_id: Mapped[UUID] = mapped_column(ForeignKey("placements.id"), index=True)
    ordinal: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str]
    value: Mapped[Decimal | None]
    low: Mapped[Decimal | None]
    high: Mapped[Decimal | None]
    modifier: Mapped[Modifier] = mapped_column(Word(Modifier))
    change: Mapped[Change | None] = mapped_column(Word(Change))
    unit: Mapped[str | None]
    counted: Mapped[str | None]
    derived: Mapped[bool]
    as_of: Mapped[str | None]


class AttributionRow(Base):
    """Whom the text credits in a placement; `ordinal` counts the attributions of the revision from 0."""

    __tablename__ = "attributions"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    placement_id: Mapped[UUID] = mapped_column(ForeignKey("placements.id"), index=True)
    ordinal: Mapped[int]
    source: Mapped[Spans] = mapped_column(JSON(none_as_null=True))
    cue: Mapped[Spans] = mapped_column(JSON(none_as_null=True))
    content: Mapped[Spans] = mapped_column(JSON(none_as_null=True))
    speaker: Mapped[str | None]
    quoted: Mapped[bool]


class ListedSourceRow(Base):
    """An entry of what a revision itself lists as its sources."""

    __tablename__ = "listed_sources"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    revision_id: Mapped[UUID] = mapped_column(ForeignKey("revisions.id"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    name: Mapped[str]
    kind: Mapped[SourceKind] = mapped_column(Word(SourceKind))
    note: Mapped[str | None]
    url: Mapped[str | None]


class ReviewRow(Base):
    """A person's judgement on a claim at a time; `ordinal` counts the reviews of the claim from 1.

    The reason is evidence and stands in the log in clear words, unlike personal notes. `question` says
    what it answers of reported speech, and is `None` for the claim as it stands. `blind` is whether it
    was given before an earlier verdict was shown; `None` where there was none to be blind to. `differed`
    are the claims whose figures were found to differ from this one's then.
    """

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    verdict: Mapped[str]
    because: Mapped[str]
    reviewer: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    policy: Mapped[str]
    question: Mapped[Question | None] = mapped_column(Word(Question))
    role: Mapped[ReviewRole | None] = mapped_column(Word(ReviewRole))
    blind: Mapped[bool | None]
    differed: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    at: Mapped[datetime]


class DecisionRow(Base):
    """What a person decided about a story's figures; `number` counts the decisions of the story from 1.

    A decision that turned out wrong is taken back by a further one, whose `undoes` names it.
    """

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("story", "number"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    story: Mapped[str]
    number: Mapped[int]
    kind: Mapped[DecisionKind] = mapped_column(Word(DecisionKind))
    label: Mapped[str | None]
    name: Mapped[str | None]
    undoes: Mapped[UUID | None] = mapped_column(ForeignKey("decisions.id"))
    because: Mapped[str]
    decided_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class DecidedFigureRow(Base):
    """A figure that a decision names: by its claim, its words, and which it is of those that read alike.

    `position` counts from 1 among the `among` figures of the claim with the same words. `ordinal`
    counts the figures of the decision from 0; the last of a move is where the others go.
    """

    __tablename__ = "decided_figures"
    __table_args__ = (UniqueConstraint("decision_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    decision_id: Mapped[UUID] = mapped_column(ForeignKey("decisions.id"))
    ordinal: Mapped[int]
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    quote: Mapped[str]
    position: Mapped[int]
    among: Mapped[int]


class CaptureRow(Base):
    """What was had of a page at a time, or a file that somebody gave us; failed captures are kept too.

    `number` counts the captures of the ledger from 1. `file` stands in the folder beside the ledger and
    is absent where not a byte came. Digests are SHA-256, in hex. `outlet` is whom the page names as its
    publisher. `how` says how a given file came to us.
    """

    __tablename__ = "captures"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    kind: Mapped[CaptureKind] = mapped_column(Word(CaptureKind))
    story: Mapped[str | None] = mapped_column(index=True)
    asked: Mapped[str | None] = mapped_column(index=True)
    url: Mapped[str | None]
    state: Mapped[State] = mapped_column(Word(State))
    reason: Mapped[str | None]
    marks: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    hops: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    robots: Mapped[RobotsAnswer | None] = mapped_column(Word(RobotsAnswer))
    robots_hops: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    user_agent: Mapped[str | None]
    content_type: Mapped[str | None]
    file: Mapped[str | None]
    file_bytes: Mapped[int | None]
    file_sha256: Mapped[str | None]
    block_sha256: Mapped[str | None]
    entity_sha256: Mapped[str | None]
    title: Mapped[str | None]
    outlet: Mapped[str | None]
    text: Mapped[str | None]
    text_sha256: Mapped[str | None]
    reader: Mapped[str | None]
    why_no_text: Mapped[str | None]
    given_as: Mapped[str | None]
    how: Mapped[str | None] = mapped_column(info=PERSONAL)
    began: Mapped[datetime]
    added_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    added_at: Mapped[datetime]


class QuantityRow(Base):
    """Finding: what several figures of a story measure, and what they say of it together."""

    __tablename__ = "quantities"

    story: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    label: Mapped[str]
    value: Mapped[Decimal | None]
    low: Mapped[Decimal | None]
    high: Mapped[Decimal | None]
    unit: Mapped[str | None]
    status: Mapped[QuantityStatus] = mapped_column(Word(QuantityStatus))
    origins: Mapped[int]
    why: Mapped[str]
    flips: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    otherwise: Mapped[str | None]


class OriginRow(Base):
    """Finding: where figures of a story come from in the end."""

    __tablename__ = "origins"

    story: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    label: Mapped[str]
    items: Mapped[list[str]] = mapped_column(JSON(none_as_null=True))
    why: Mapped[str]
    party: Mapped[Party | None] = mapped_column(Word(Party))
    sure: Mapped[Sureness | None] = mapped_column(Word(Sureness))
    credited: Mapped[bool]


class RelatedFigureRow(Base):
    """Finding: the group, quantity and origin that a figure of a story was put into.

    `decision` is the number of the decision that put it into its quantity.
    """

    __tablename__ = "related_figures"

    story: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    group: Mapped[str]
    quantity: Mapped[str]
    origin: Mapped[str]
    decision: Mapped[int | None]
    speaker: Mapped[str | None]


class RelationRow(Base):
    """Finding: how the figures of one group stand to those of another."""

    __tablename__ = "relations"

    story: Mapped[str] = mapped_column(primary_key=True)
    a: Mapped[str] = mapped_column(primary_key=True)
    b: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    relation: Mapped[Relation] = mapped_column(Word(Relation))
    reason: Mapped[str]
    residual: Mapped[Decimal | None]


class OpenTaskRow(Base):
    """Finding: something in a story's figures that a person has to find out."""

    __tablename__ = "open_tasks"

    story: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    relation: Mapped[Relation] = mapped_column(Word(Relation))
    figures: Mapped[list[str]] = mapped_column(JSON(none_as_null=True))
    message: Mapped[str]
