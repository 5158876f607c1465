"""What people did to the cutting of a text into claims, as plain JSON values."""

from __future__ import annotations

from typing import Any

from claims.regrouping.pages import RegroupingPage


def regrouping_record(act: RegroupingPage) -> dict[str, Any]:
    """What somebody did to the cutting of a text into claims."""
    return {
        "document": act.slug,
        "number": act.number,
        "revision": act.revision,
        "kind": act.kind.value,
        "of": list(act.of_handles),
        "made": list(act.made_handles),
        "because": act.because,
        "by": act.by,
        "known": act.known,
        "at": act.at.isoformat(),
    }
