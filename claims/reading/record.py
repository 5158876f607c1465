"""What reading a document yields: statements with their figures, hedges and attributions.

Values only. `Reading.as_record` gives the JSON that `factdesk read` prints and that
other programs rely on; offsets refer to `Reading.source.text`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from claims.kinds import Change, ClaimKind, HedgeKind, Modifier, SourceKind, WhyNot
from claims.reading.languages import is_known
from sources.blocks import CanonicalText

Span = tuple[int, int]
"""`[start, end)` in code points of the document's text."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what the words around it make of it.

    `quote` is the span with its modifier ("about 120", "at least $3bn"). `value` has its
    scale applied and is `None` for a pure range. `low` and `high` are what the wording
    allows; `None` is unbounded, and whether an end is open is told by `modifier`.
    `unit` is `None` for a bare count; `counted` is the head noun phrase of what is counted.
    `derived` marks a figure that no number is written for ("a boy was shot dead" is one).
    `as_of` is an ISO date with the precision stated.
    """

    start: int
    end: int
    quote: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier = Modifier.EXACT
    change: Change | None = None
    unit: str | None = None
    counted: str | None = None
    derived: bool = False
    as_of: str | None = None

    def as_record(self) -> dict[str, Any]:
        """The figure as plain JSON values; numbers as decimal strings."""
        return {
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "value": plain(self.value),
            "low": plain(self.low),
            "high": plain(self.high),
            "modifier": self.modifier.value,
            "change": self.change.value if self.change else None,
            "unit": self.unit,
            "counted": self.counted,
            "derived": self.derived,
            "as_of": self.as_of,
        }


@dataclass(frozen=True, slots=True)
class Hedge:
    """A cue with which the text itself holds back."""

    start: int
    end: int
    kind: HedgeKind

    def as_record(self) -> dict[str, Any]:
        """The hedge as plain JSON values."""
        return {"start": self.start, "end": self.end, "kind": self.kind.value}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom the text credits with what.

    Source and cue may lie outside the statement (a speaker on the next line). `speaker` is
    the resolved name where the source is "he" or "the centre", `None` where it can't be told.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    quoted: bool

    def as_record(self) -> dict[str, Any]:
        """The attribution as plain JSON values."""
        return {
            "source": [list(span) for span in self.source],
            "cue": [list(span) for span in self.cue],
            "content": [list(span) for span in self.content],
            "speaker": self.speaker,
            "quoted": self.quoted,
        }


class Statement(NamedTuple):
    """One claim as it stands in the text, with everything that was read in it."""

    start: int
    end: int
    kind: ClaimKind
    section: str | None
    checkable: bool
    why_not: WhyNot | None
    hedges: tuple[Hedge, ...] = ()
    reported_unconfirmed: bool = False
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def as_record(self) -> dict[str, Any]:
        """The statement as plain JSON values."""
        return {
            "start": self.start,
            "end": self.end,
            "kind": self.kind.value,
            "section": self.section,
            "checkable": self.checkable,
            "why_not": self.why_not.value if self.why_not else None,
            "hedges": [hedge.as_record() for hedge in self.hedges],
            "reported_unconfirmed": self.reported_unconfirmed,
            "figures": [figure.as_record() for figure in self.figures],
            "attributions": [attribution.as_record() for attribution in self.attributions],
        }


@dataclass(frozen=True, slots=True)
class ListedSource:
    """An entry of what the document itself lists as its sources."""

    start: int
    end: int
    name: str
    kind: SourceKind
    note: str | None = None
    url: str | None = None

    def as_record(self) -> dict[str, Any]:
        """The listed source as plain JSON values."""
        return {
            "start": self.start,
            "end": self.end,
            "name": self.name,
            "kind": self.kind.value,
            "note": self.note,
            "url": self.url,
        }


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that people cut into claims otherwise than the rules do.

    `read` are the statements that the rules find there, `cut` those that people made of them; either is
    empty for furniture. `acts` number what people did there, the last of them last.
    """

    read: tuple[Span, ...]
    cut: tuple[Span, ...]
    acts: tuple[int, ...]

    @property
    def whole(self) -> Span:
        """From its first sign to its last."""
        spans = (*self.read, *self.cut)
        return min(start for start, _ in spans), max(end for _, end in spans)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one document. `language` is an ISO 639-1 code or `None`.

    The `statements` are cut as people want them in the `stretches`, and as the rules do elsewhere.
    """

    source: CanonicalText
    title: str | None
    language: str | None
    statements: tuple[Statement, ...]
    sources: tuple[ListedSource, ...]
    furniture: tuple[Span, ...]
    stretches: tuple[Stretch, ...] = ()

    @property
    def language_known(self) -> bool:
        """Whether the rules know the language; where not, what was not found is unread, not absent."""
        return is_known(self.language)

    @property
    def comparable(self) -> Reading:
        """The reading with only those figures that can be related to others.

        Where the rules don't know the language, what a figure counts is unread, so none can.
        """
        if self.language_known:
            return self
        return replace(self, statements=tuple(one._replace(figures=()) for one in self.statements))

    def quote(self, span: Statement | Figure | Hedge | ListedSource) -> str:
        """The words that a finding stands on."""
        return self.source.text[span.start : span.end]

    def as_record(self, id: str) -> dict[str, Any]:
        """The record of `factdesk read` for this document."""
        metadata = self.source.metadata
        return {
            "id": id,
            "title": self.title,
            "published": metadata.published,
            "modified": metadata.modified,
            "author": metadata.author,
            "language": self.language,
            "language_known": self.language_known,
            "outlet": metadata.outlet,
            "url": metadata.url,
            "text": self.source.text,
            "claims": [statement.as_record() for statement in self.statements],
            "sources": [source.as_record() for source in self.sources],
            "furniture": [list(span) for span in self.furniture],
            "claim_reviews": [review.as_record() for review in self.source.claim_reviews],
        }


def plain(value: Decimal | None) -> str | None:
    """A decimal as a plain string, without exponent or trailing zeros; `None` stays `None`."""
    if value is None:
        return None
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
