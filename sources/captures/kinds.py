"""The kinds of capture there are. Standard library only."""

from __future__ import annotations

from enum import StrEnum


class CaptureKind(StrEnum):
    """How a capture was had: fetched by factdesk, or given to us as a file that somebody else made."""

    FETCHED = "fetched"
    PAGE = "given_page"
    WARC = "given_warc"
    WACZ = "given_wacz"
