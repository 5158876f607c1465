"""What somebody offers as evidence, before it is anchored and stored: values only."""

from __future__ import annotations

from dataclasses import dataclass

from claims.kinds import EvidenceKind, Interest, Question, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a person makes of a piece of evidence. `None` is unknown, not absent.

    `source` is a handle or a name, `origin` what the person says it comes from in the end; `credibility` runs
    from 1 to 5. `about` is which question it answers of reported speech.
    """

    stance: Stance
    because: str
    primary: bool | None = None
    interest: Interest = Interest.UNKNOWN
    credibility: int | None = None
    source: str | None = None
    origin: str | None = None
    about: Question | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of a capture, or the words that somebody put a part of a picture or recording into."""

    quote: str
    language: str | None = None
    translation: str | None = None
    translated_by: str | None = None
    part: str | None = None
    described_by: str | None = None
    claimed_date: str | None = None
    claimed_place: str | None = None
    first_use: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a person heard, read or saw without keeping it: `told` are the words, or what was seen."""

    kind: EvidenceKind
    told: str
    on_date: str | None = None
    place: str | None = None
    how: str | None = None
    language: str | None = None
    translation: str | None = None
    translated_by: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A piece of evidence that was just stored, and what its author should look at again."""

    handle: str
    warnings: tuple[str, ...] = ()
