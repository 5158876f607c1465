"""What people write of evidence, its stance, interest and credibility, turned into what is meant by it."""

from __future__ import annotations

from claims.errors import BadEvidence
from claims.evidence.offered import Judged
from claims.kinds import EvidenceKind, Interest, Question, Stance
from claims.typed import member, reason

_CANNOT_JUDGE = 6


def heard_kind(word: str) -> EvidenceKind:
    """How somebody says that they know a thing without a capture. Raises `BadWord` or `BadEvidence`."""
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
    """What a person makes of evidence, from the words they wrote.

    Raises `BadWord`, `BadEvidence` or `EmptyReason`.
    """
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
