"""Evidence as it is shown, and as a status is derived from it: frozen pages, made by queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.kinds import (
    EvidenceKind,
    Fit,
    Grade,
    Interest,
    OriginSign,
    Question,
    Recheck,
    SearchResult,
    Stance,
)

PREFIX = "evidence:"


@dataclass(frozen=True, slots=True)
class RecheckPage:
    """What became of a quote when its page was looked at again; `now` are the words that stand there."""

    outcome: Recheck
    now: str | None
    capture: str | None
    at: datetime

    @property
    def is_stale(self) -> bool:
        """Whether what rests on the quote has to be looked at again."""
        return self.outcome in (Recheck.QUOTE_ALTERED, Recheck.QUOTE_GONE)


@dataclass(frozen=True, slots=True)
class WithdrawalPage:
    """That a piece of evidence no longer counts."""

    because: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """One piece of evidence on a claim. See `claims.evidence.models.EvidenceRow` for what is what.

    `capture` and `source` are handles; `source_name` is its name now, `protected` whether that is a code
    name. `grade` is what the source had when the evidence was added. `covered` and `uncovered` are the parts
    of the claim that its words cover and don't, `differing` says what they say otherwise, to go on from
    "it"; findings, all three. `captured_at` and `capture_sha256` are when the capture was made and the digest
    of its file, as `factdesk capture show` prints it. `held_back` says that somebody protected spoke, and
    that when, where and how is left out here.
    """

    number: int
    claim: str
    kind: EvidenceKind
    stance: Stance
    question: Question | None
    capture: str | None
    source: str | None
    source_name: str | None
    protected: bool
    grade: Grade | None
    quote: str | None
    fit: Fit | None
    start: int | None
    end: int | None
    told: str | None
    language: str | None
    translation: str | None
    translated_by: str | None
    primary: bool | None
    interest: Interest
    credibility: int | None
    origin: str
    origin_sign: OriginSign
    on_date: str | None
    place: str | None
    how: str | None
    part: str | None
    described_by: str | None
    claimed_date: str | None
    claimed_place: str | None
    first_use: str | None
    because: str
    by: str
    known: str
    at: datetime
    covered: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    withdrawn: WithdrawalPage | None = None
    recheck: RecheckPage | None = None
    captured_at: datetime | None = None
    capture_sha256: str | None = None
    held_back: bool = False
    is_appearance: bool = False

    @property
    def handle(self) -> str:
        """What people call it by: evidence:7."""
        return f"{PREFIX}{self.number}"

    @property
    def only_repeats(self) -> bool:
        """Whether it is only the claim once more: where a claim appeared shows that it was said, no more."""
        return self.is_appearance and self.stance is Stance.SUPPORTS and self.question is not Question.SAID

    @property
    def counts(self) -> bool:
        """Whether a status may rest on it: not withdrawn, and its quote stands where it was captured."""
        return self.withdrawn is None and self.fit not in (Fit.ALTERED, Fit.GONE)

    @property
    def is_stale(self) -> bool:
        """Whether its page has other words by now."""
        return self.recheck is not None and self.recheck.is_stale


@dataclass(frozen=True, slots=True)
class SearchPage:
    """That somebody looked for evidence, and what came of it."""

    place: str
    terms: str | None
    result: SearchResult
    note: str | None
    by: str
    known: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReplyPage:
    """What came of asking; `answer` is `None` where none was given or it was withheld."""

    answered: bool
    answer: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ContactPage:
    """That somebody was asked about a claim; `due` is until when an answer was asked for.

    `request` is the number of the request for a reply that it is part of, which has the answers in words.
    """

    number: int
    whom: str | None
    channel: str
    asked: str | None
    due: datetime | None
    by: str
    known: str
    at: datetime
    replies: tuple[ReplyPage, ...] = ()
    request: int | None = None


@dataclass(frozen=True, slots=True)
class LookingPage:
    """All that was looked for on a claim, and who was asked about it."""

    claim: str
    searches: tuple[SearchPage, ...]
    contacts: tuple[ContactPage, ...]
