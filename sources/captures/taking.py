"""Takes a capture of an address: fetches it, puts its file into the folder, and reads the words in it.

Nothing is recorded here: the row is written by `claims/`, once the file is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from uuid import UUID

from ledger.pen import Pen
from sources.captures.folder import KeptFile, keep
from sources.captures.kinds import CaptureKind
from sources.captures.warc import holds_anything, warc_of
from sources.captures.words import Words, words_in
from sources.fetch.limits import Limits
from sources.fetch.network import Network
from sources.fetch.outcome import Exchange, Fetched, State
from sources.fetch.page import fetch

NOTHING = Words(None, "nothing came")


@dataclass(frozen=True, slots=True)
class Taken:
    """A capture that has its file, if there is anything to keep, and no row yet.

    `url` is where the page was found in the end; `fetched` is `None` for a file that somebody gave us,
    `given_as` and `how` are for such a file alone. Digests are of the answer as it came and of the page
    unpacked, SHA-256, in hex.
    """

    id: UUID
    kind: CaptureKind
    began: datetime
    asked: str | None
    url: str | None
    state: State = State.CAPTURED
    reason: str | None = None
    fetched: Fetched | None = None
    user_agent: str | None = None
    content_type: str | None = None
    kept: KeptFile | None = None
    block_sha256: str | None = None
    entity_sha256: str | None = None
    words: Words = NOTHING
    given_as: str | None = None
    how: str | None = None


def software() -> str:
    """What files are written by."""
    return f"factdesk/{version('factdesk')}"


def take_page(
    written: str,
    *,
    folder: Path,
    pen: Pen,
    network: Network,
    user_agent: str,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
) -> Taken:
    """Capture what is at an address; a failed fetch is one too. Raises `NotAnAddress` or `CannotKeep`."""
    fetched = fetch(written, network=network, user_agent=user_agent, limits=limits)
    id, page = pen.new_id(), fetched.page
    kept = None
    if holds_anything(fetched):
        kept = keep(folder, f"{id}.warc", warc_of(fetched, new_id=pen.new_id, software=software()))
    return Taken(
        id=id,
        kind=CaptureKind.FETCHED,
        began=page.began if page else pen.clock(),
        asked=fetched.asked,
        url=page.url if page else fetched.asked,
        state=fetched.state,
        reason=fetched.reason,
        fetched=fetched,
        user_agent=user_agent,
        content_type=page.header("content-type") if page else None,
        kept=kept,
        block_sha256=page.block_digest.hex() if page and page.block_digest else None,
        entity_sha256=page.entity_digest.hex()
        if page and page.entity_length and page.entity_digest
        else None,
        words=_words(page),
    )


def _words(page: Exchange | None) -> Words:
    if page is None or not page.pieces:
        return NOTHING
    return words_in(page.entity, content_type=page.header("content-type"), url=page.url)
