"""The frozen pages that queries return and that `reports/` shows. No page can cause a query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from claims.appearances.pages import PublicPage
from claims.corrections.pages import CorrectionPage
from claims.evidence.pages import ContactPage, EvidencePage, SearchPage
from claims.factchecks.pages import LikenessPage
from claims.handover.pages import NOTHING, DeskPage
from claims.kinds import (
    Because,
    ClaimChange,
    ClaimKind,
    DecisionKind,
    Question,
    ReviewRole,
    Status,
    Tier,
    WhyNot,
)
from claims.outcomes.pages import OutcomePage
from claims.publishing.pages import InReport, PurposePage
from claims.reading.languages import is_known
from claims.reading.record import Attribution, Figure, Hedge, ListedSource, Span
from claims.reconcile.record import Origin, Quantity, Reconciliation, RelatedFigure
from claims.registry.pages import SourcePage
from claims.regrouping.pages import RegroupingPage
from claims.replies.pages import RequestPage
from sources.blocks import Block, Metadata


@dataclass(frozen=True, slots=True)
class LogHead:
    """The head of the event log: how many entries, and the RFC 6962 root over them (hex)."""

    size: int
    root: str


@dataclass(frozen=True, slots=True)
class OverridePage:
    """That a review counts although the policy asks for more; `for_readers` is the reason readers see."""

    because: str
    for_readers: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One review of a claim, as it was recorded.

    `question` is what it answers of reported speech, and `None` for the claim as it stands. `blind` is
    `None` where there was no earlier verdict to be blind to. A review that is `withheld` until the second
    check shows neither its verdict nor its reason. `differed` are the claims whose figures were found to
    differ then; `None` is not known.
    """

    verdict: str
    because: str
    by: str
    known: str
    at: datetime
    policy: str
    question: Question | None = None
    role: ReviewRole | None = None
    blind: bool | None = None
    override: OverridePage | None = None
    withheld: bool = False
    differed: frozenset[UUID] | None = None


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One line of how a status came about. `met` is `None` where the line asks for nothing.

    Where it is not met, `waits_for` says what is missing and `because` what the claim is open because of.
    """

    rule: str
    met: bool | None
    says: str
    waits_for: str | None = None
    because: Because | None = None


@dataclass(frozen=True, slots=True)
class StatusPage:
    """Where a claim stands and why.

    `because` says why an unconfirmed claim is still unconfirmed; `reason` is a sentence for
    people. `suggested` is true where only the machine has spoken (a "not checkable" that
    nobody signed). `waits_for` says what the policy still asks for, `stale` which evidence has
    changed since; `trace` is the whole way to the status, line by line. `awaits_second` is whether one
    verdict was given, and is kept back until a second person has given theirs.
    """

    status: Status
    because: Because | None
    reason: str
    suggested: bool
    waits_for: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    trace: tuple[TraceLine, ...] = ()
    awaits_second: bool = False


@dataclass(frozen=True, slots=True)
class Reopened:
    """That a claim was opened again by a revision: why, and what differs, in runs as (was, now).

    What was made before is of other words and no longer counts: the claim's first `reviews` reviews,
    and evidence up to the number `evidence`: for them the order of the log decides, not anybody's clock.
    """

    revision: int
    at: datetime
    why: str
    difference: tuple[tuple[str, str], ...]
    reviews: int
    evidence: int

    def counts(self, number: int) -> bool:
        """Whether the piece of evidence of that number was added to the words as they are now."""
        return number > self.evidence

    def precedes(self, at: datetime) -> bool:
        """Whether the words were as they are now when somebody looked, asked or signed."""
        return at >= self.at


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim of a document in its present revision. Offsets refer to `DocumentPage.text`.

    `language` is that of the document; `None` is not known. `tier` is what it needs before it counts as
    settled, suggested where `tier_set_by` is `None`. For reported speech `said` is whether it was said,
    `so` whether it is so, and `standing` the one of them that the policy lets decide; both are `None`
    where nobody is credited.
    `reviews`, `evidence`, `searches` and `contacts` are of the words as they are; the `earlier_` ones are
    of those that the claim had before it was `reopened`. `cut_in` is the revision that no longer has it; it
    then stands as before. `public` is what is known of a claim made in public, `None` where nobody has chosen
    it as one. `outcomes` are what was asked to become of it, in order; the last one counts.
    `regroupings` are the splits and joins that it came from or went into. `reply_requests` are what was put
    to people about it, in its words of any time. `desk` is who has it, who is at it, and what was noted.
    `corrections` are what readers asked to be put right in it, and name no reader.
    """

    handle: str
    number: int
    start: int
    end: int
    text: str
    kind: ClaimKind
    section: str | None
    checkable: bool
    why_not: WhyNot | None
    reported_unconfirmed: bool
    hedges: tuple[Hedge, ...]
    figures: tuple[Figure, ...]
    attributions: tuple[Attribution, ...]
    reviews: tuple[ReviewPage, ...]
    standing: StatusPage
    language: str | None = None
    tier: Tier | None = None
    tier_set_by: str | None = None
    said: StatusPage | None = None
    so: StatusPage | None = None
    evidence: tuple[EvidencePage, ...] = ()
    searches: tuple[SearchPage, ...] = ()
    contacts: tuple[ContactPage, ...] = ()
    likenesses: tuple[LikenessPage, ...] = ()
    earlier_reviews: tuple[ReviewPage, ...] = ()
    earlier_evidence: tuple[EvidencePage, ...] = ()
    earlier_searches: tuple[SearchPage, ...] = ()
    earlier_contacts: tuple[ContactPage, ...] = ()
    reopened: Reopened | None = None
    cut_in: int | None = None
    public: PublicPage | None = None
    outcomes: tuple[OutcomePage, ...] = ()
    regroupings: tuple[RegroupingPage, ...] = ()
    reply_requests: tuple[RequestPage, ...] = ()
    desk: DeskPage = NOTHING
    corrections: tuple[CorrectionPage, ...] = ()

    @property
    def language_known(self) -> bool:
        """Whether the rules know the language; where not, what was not found is unread, not absent."""
        return is_known(self.language)

    @property
    def outcome(self) -> OutcomePage | None:
        """What was last asked to become of it; `None` where nothing was."""
        return self.outcomes[-1] if self.outcomes else None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document in its present revision, with everything that is known of it.

    It was first added at `added_at`, and its present words were read at `read_at`.
    `purpose` is what somebody said that it is checked for, `None` where nobody did; `authors` are those
    whom a person named and those in its bylines. `cut_anew` is how many of its revisions are the words of
    the one before, cut into claims otherwise.
    """

    slug: str
    story: str
    title: str | None
    revision: int
    added_at: datetime
    read_at: datetime
    file: str
    sha256: str
    language: str | None
    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[Span, ...]
    claims: tuple[ClaimPage, ...]
    sources: tuple[ListedSource, ...]
    reader: str
    rules: str
    purpose: PurposePage | None = None
    authors: tuple[str, ...] = ()
    cut_anew: int = 0

    @property
    def language_known(self) -> bool:
        """Whether the rules know the language; where not, what was not found is unread, not absent."""
        return is_known(self.language)


@dataclass(frozen=True, slots=True)
class ClaimChangePage:
    """What became of one claim between two revisions.

    `text` are its words in the later one, or as they last stood. `difference` is in runs as (was, now): of
    the claim itself, or where its words stayed, of the neighbour that `why` speaks of. `outcome` is what was
    asked to become of it, and how far that has come by now.
    """

    handle: str
    number: int
    change: ClaimChange
    text: str
    why: str | None
    difference: tuple[tuple[str, str], ...]
    outcome: OutcomePage | None = None


@dataclass(frozen=True, slots=True)
class RevisionPage:
    """Two revisions of a document side by side; `changes` in the order of the text, cuts where they stood.

    `regroupings` are what people did in between to the cutting into claims; `same_words` is whether they
    did nothing else.
    """

    slug: str
    title: str | None
    before: int
    revision: int
    file: str
    added_at: datetime
    changes: tuple[ClaimChangePage, ...]
    printed: Mapping[str, tuple[InReport, ...]] = field(default_factory=dict)
    regroupings: tuple[RegroupingPage, ...] = ()
    same_words: bool = False

    def of(self, change: ClaimChange) -> tuple[ClaimChangePage, ...]:
        """The claims of which the later revision made this."""
        return tuple(one for one in self.changes if one.change is change)

    @property
    def regrouped(self) -> tuple[ClaimChangePage, ...]:
        """The claims that stand there no more since people split or joined them."""
        of = {number for act in self.regroupings for number in act.of}
        return tuple(one for one in self.of(ClaimChange.DROPPED) if one.number in of)

    @property
    def not_done(self) -> tuple[ClaimChangePage, ...]:
        """The claims that stayed as they were, although something was asked to become of them."""
        carried = self.of(ClaimChange.CARRIED)
        return tuple(one for one in carried if one.outcome is not None and one.outcome.is_owed)

    @property
    def found_something(self) -> bool:
        """Whether anything is to be looked at: a claim that is new, was opened again or was cut."""
        return any(one.change is not ClaimChange.CARRIED for one in self.changes)


@dataclass(frozen=True, slots=True)
class RegroupedPage:
    """What somebody did to the cutting of a document, and the claims that it made, as they stand now."""

    act: RegroupingPage
    claims: tuple[ClaimPage, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document as a list shows it; `claims` counts its claims by status.

    `cut_anew` is how many of its revisions are the words of the one before, cut into claims otherwise.
    """

    slug: str
    story: str
    title: str | None
    revision: int
    added_at: datetime
    claims: Mapping[Status, int]
    language: str | None = None
    cut_anew: int = 0

    @property
    def language_known(self) -> bool:
        """Whether the rules know the language."""
        return is_known(self.language)


@dataclass(frozen=True, slots=True)
class DecidedFigure:
    """A figure that a decision names, as it read then; `id` and `handle` are `None` where it has gone."""

    claim: str
    quote: str
    id: str | None
    handle: str | None


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """What a person decided about the figures of a story, and when and why.

    `figures` are those named; the last of a move is where the others go. `label` is the name that
    was given to a quantity, `name` that of a party. `undoes` and `undone_by` are numbers of decisions.
    """

    number: int
    kind: DecisionKind
    figures: tuple[DecidedFigure, ...]
    label: str | None
    name: str | None
    because: str
    by: str
    known: str
    at: datetime
    undoes: int | None
    undone_by: int | None

    @property
    def is_orphan(self) -> bool:
        """Whether a figure that it names can't be found any more; it then has no effect."""
        return any(figure.id is None for figure in self.figures)

    @property
    def stands(self) -> bool:
        """Whether it has an effect now."""
        return self.kind is not DecisionKind.UNDO and self.undone_by is None and not self.is_orphan


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of a story as a list shows it, with what it was found, or decided, to measure."""

    handle: str
    figure: RelatedFigure
    quantity: Quantity
    origin: Origin
    decision: DecisionPage | None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """The figures of a story and how they relate. `places` maps a figure's id to its claim's handle.

    `languages` are those of the documents, by slug; `None`, or no entry, is not known. `words`
    maps the handles in `places` to what the claims say. `decisions` are those of people, in order.
    """

    story: str
    documents: tuple[str, ...]
    findings: Reconciliation
    places: Mapping[str, str]
    languages: Mapping[str, str | None] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[DecisionPage, ...] = ()

    @property
    def language_known(self) -> bool:
        """Whether the rules know the language of every document."""
        return all(map(is_known, self.languages.values()))


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Everything that the audit report of one document shows; `registry` are the sources of its evidence.

    `corrections` are all of the document, those of claims that were cut too; they name nobody who asked.
    """

    document: DocumentPage
    story: StoryPage
    head: LogHead
    policy: str
    printed_at: datetime
    registry: tuple[SourcePage, ...] = ()
    corrections: tuple[CorrectionPage, ...] = ()

    @property
    def found_something(self) -> bool:
        """Whether anything is left to do: an unconfirmed claim, or an open task about figures."""
        unconfirmed = any(claim.standing.status is Status.UNCONFIRMED for claim in self.document.claims)
        return unconfirmed or bool(self.story.findings.tasks)
