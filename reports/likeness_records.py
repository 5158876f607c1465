"""What people say that claims are to each other, as plain JSON values."""

from __future__ import annotations

from typing import Any

from claims.factchecks.pages import LikenessPage


def likeness_record(page: LikenessPage) -> dict[str, Any]:
    """One decision; `rating` is a publisher's word, `status` where a claim of this desk stands."""
    return {
        "other": page.other,
        "text": page.text,
        "decision": page.decision.value,
        "because": page.because,
        "by": page.by,
        "known": page.known,
        "at": page.at.isoformat(),
        "counts": page.counts,
        "changed": list(page.changed),
        "status": page.status.value if page.status else None,
        "judged_by": page.judged_by,
        "rating": page.factcheck.rating if page.factcheck else None,
        "publisher": page.factcheck.publisher if page.factcheck else None,
    }
