"""What was put to people and what came of it, as plain JSON values; times are ISO 8601, unknown is null."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claims.replies.pages import RequestPage


def request_record(page: RequestPage) -> dict[str, Any]:
    """One request with its claims, what came of it and what was used."""
    return {
        "handle": page.handle,
        "number": page.number,
        "story": page.story,
        "whom": page.whom,
        "source": page.source,
        "protected": page.protected,
        "channel": page.channel,
        "put": page.put,
        "put_at": _time(page.put_at),
        "due": _time(page.due),
        "by": page.by,
        "known": page.known,
        "at": _time(page.at),
        "state": page.state.value,
        "open": page.is_open,
        "held_back": page.held_back,
        "claims": [{"claim": one.handle, "reworded": one.reworded} for one in page.claims],
        "answers": [
            {"came": one.came.value, "answer": one.answer, "by": one.by, "at": _time(one.at)}
            for one in page.answers
        ],
        "used": [
            {
                "words": one.words,
                "because": one.because,
                "stands_in": list(one.stands_in),
                "by": one.by,
                "at": _time(one.at),
            }
            for one in page.uses
        ],
    }


def _time(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
