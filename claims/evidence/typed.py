"""What people write for stance, interest, credibility and dates, turned into what is meant by it.

Commands and imports ask here, so that a word which is none gets the same answer everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from claims.errors import BadEvidence, EmptyReason
from claims.evidence.offered import Judged
from claims.kinds import EvidenceKind, Interest, Question, Stance

_Word = TypeVar("_Word", bound=StrEnum)
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)\s?(Z|[+-]\d{2}:?\d{2})?)?")
_CANNOT_JUDGE = 6


def member(kind: type[_Word], word: str, *, what: str, but: Collection[_Word] = ()) -> _Word:
    """The member of a closed set that a word names. Raises `BadEvidence`, and names all but `but`."""
    known = {one.value.replace("_", "-"): one for one in kind}
    typed = word.strip().lower().replace("_", "-").replace(" ", "-")
    if typed not in known:
        named = ", ".join(word for word, one in known.items() if one not in but)
        raise BadEvidence(f"{word!r} is no {what}; choose one of: {named}")
    return known[typed]


def heard_kind(word: str) -> EvidenceKind:
    """How somebody says that they know a thing without a capture. Raises `BadEvidence`."""
    kind = member(EvidenceKind, word, what="kind of evidence without a capture", but=[EvidenceKind.CAPTURE])
    if kind is EvidenceKind.CAPTURE:
        raise BadEvidence("a capture is named by itself, as in capture:3; leave out --kind")
    return kind


def judged(
    *,
    stance: str,
    because: str,
    primary: bool | None = None,
    interest: str = Interest.UNKNOWN,
    credibility: int = _CANNOT_JUDGE,
    source: str | None = None,
    origin: str | None = None,
    about: str | None = None,
) -> Judged:
    """What a person makes of evidence, from the words they wrote. Raises `BadEvidence` or `EmptyReason`."""
    return Judged(
        stance=member(Stance, stance, what="stance"),
        because=reason(because, "evidence"),
        primary=primary,
        interest=member(Interest, interest, what="interest"),
        credibility=_credibility(credibility),
        source=source,
        origin=origin,
        about=member(Question, about, what="question") if about else None,
    )


def reason(because: str, of: str) -> str:
    """The reason that somebody gave. Raises `EmptyReason`."""
    words = " ".join(because.split())
    if not words:
        raise EmptyReason(f'{of} needs its reason; give one with --because "…"')
    return words


def moment(written: str, *, begins: bool = False) -> datetime:
    """A date, or a date and a time, as in "2025-12-14 18:00", in this machine's zone unless it has one.

    A date alone ends with its day, or `begins` with it. Raises `BadEvidence`.
    """
    found = _DATE.fullmatch(written.strip())
    if found is None:
        raise _no_date(written)
    day, clock, zone = found.groups()
    clock = clock or ("00:00" if begins else "23:59:59")
    try:
        at = datetime.fromisoformat(f"{day}T{clock.zfill(5)}{zone or ''}")
    except ValueError:
        raise _no_date(written) from None
    return at.astimezone() if at.tzinfo is None else at.astimezone(UTC)


def day(written: str) -> str:
    """A date as it is kept, with the precision that was given. Raises `BadEvidence`."""
    moment(written)
    return " ".join(written.split())


def _credibility(written: int) -> int | None:
    """How credible the information is, from 1, confirmed by others, to 5, improbable; `None` for 6.

    6 says that it can't be judged, which is no low mark. Raises `BadEvidence`.
    """
    if not 1 <= written <= _CANNOT_JUDGE:
        raise BadEvidence(
            f"{written} is no credibility; give 1 (confirmed by others) to 5 (improbable), "
            "or 6 where it can't be judged"
        )
    return None if written == _CANNOT_JUDGE else written


def _no_date(written: str) -> BadEvidence:
    return BadEvidence(f"{written!r} is no date; write it as 2025-12-14, or 2025-12-14 18:00 with a time")
