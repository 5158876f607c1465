"""Making captures: the file first, then its row and its event.

The one place where fetching and the ledger meet. A fetch that failed is recorded like any other.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.captured import PREFIX
from claims.documents import usable_name
from claims.models import CaptureRow
from ledger.canonical import plain
from ledger.engine import Ledger
from ledger.pen import Pen
from ledger.record import record
from sources.captures.folder import folder_of
from sources.captures.given import take_file
from sources.captures.taking import Taken, take_page
from sources.captures.warc import told_hop
from sources.fetch.network import Network


def capture_url(
    ledger: Ledger, pen: Pen, url: str, *, network: Network, user_agent: str, story: str | None = None
) -> tuple[int, Taken]:
    """Capture what is at an address; give the capture's number and what was had.

    Raises `NotAnAddress` or `CannotKeep`, and `BadSlug` for a story that can't be one.
    """
    story = usable_name(story) if story is not None else None
    taken = take_page(url, folder=folder_of(ledger.path), pen=pen, network=network, user_agent=user_agent)
    return _recorded(ledger, pen, taken, story), taken


def capture_file(
    ledger: Ledger, pen: Pen, path: Path, *, how: str, url: str | None = None, story: str | None = None
) -> int:
    """Capture a file that somebody gave us; give its number. Raises a `SourceError` or `BadSlug`."""
    story = usable_name(story) if story is not None else None
    taken = take_file(path, folder=folder_of(ledger.path), pen=pen, how=how, url=url)
    return _recorded(ledger, pen, taken, story)


def _recorded(ledger: Ledger, pen: Pen, taken: Taken, story: str | None) -> int:
    with ledger.writing() as session:
        return add_capture(session, pen, taken, story=story)


def add_capture(session: Session, pen: Pen, taken: Taken, *, story: str | None) -> int:
    """Store what was captured, as one event; give its number."""
    number = (session.scalar(select(func.max(CaptureRow.number))) or 0) + 1
    now = pen.clock()
    row = _row(taken) | {
        "number": number,
        "story": story,
        "added_by": pen.actor,
        "known": pen.known,
        "added_at": now,
    }
    subject = f"{PREFIX}{number}"
    record(session, pen, action="capture.add", subject=subject, rows={CaptureRow: [row]}, at=now)
    return number


def _row(taken: Taken) -> dict[str, object]:
    fetched, kept, text = taken.fetched, taken.kept, taken.words.text
    return {
        "id": taken.id,
        "kind": taken.kind,
        "asked": taken.asked,
        "url": taken.url,
        "state": taken.state,
        "reason": taken.reason,
        "marks": [mark.value for mark in fetched.marks] if fetched else [],
        "hops": [plain(told_hop(hop)) for hop in fetched.hops] if fetched else [],
        "robots": fetched.robots if fetched else None,
        "robots_hops": [plain(told_hop(hop)) for hop in fetched.robots_hops] if fetched else [],
        "user_agent": taken.user_agent,
        "content_type": taken.content_type,
        "file": kept.name if kept else None,
        "file_bytes": kept.size if kept else None,
        "file_sha256": kept.sha256 if kept else None,
        "block_sha256": taken.block_sha256,
        "entity_sha256": taken.entity_sha256,
        "title": text.metadata.title if text else None,
        "outlet": text.metadata.outlet if text else None,
        "text": text.text if text else None,
        "text_sha256": sha256(text.text.encode()).hexdigest() if text else None,
        "reader": text.reader if text else None,
        "why_no_text": taken.words.why_not,
        "given_as": taken.given_as,
        "how": taken.how,
        "began": taken.began,
    }
