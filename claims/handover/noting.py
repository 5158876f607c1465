"""Notes for whoever comes next, on a claim or on a story as a whole: no reason, no evidence, no verdict.

Actions only. Their words are personal text: the log holds a digest of them, and no report prints them.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from claims.errors import EmptyNote
from claims.handles import documents_of, find_claim, story_of
from claims.handover.models import NoteRow
from ledger.pen import Pen
from ledger.record import record


def note_on_claim(session: Session, pen: Pen, handle: str, text: str) -> None:
    """Note something on a claim. Raises `EmptyNote`, `UnknownDocument` or `UnknownClaim`."""
    claim = find_claim(session, handle)
    story = story_of(session, claim.slug)
    _record(session, pen, "claim.note", claim.handle, story, claim.id, text)


def note_on_story(session: Session, pen: Pen, name: str, text: str) -> str:
    """Note something on a story, named by itself or by one of its documents, and give its name.

    Raises `EmptyNote` or `UnknownDocument`.
    """
    story = name if documents_of(session, name) else story_of(session, name)
    _record(session, pen, "story.note", story, story, None, text)
    return story


def _record(
    session: Session, pen: Pen, action: str, subject: str, story: str, claim: UUID | None, text: str
) -> None:
    words, now = text.strip(), pen.clock()
    if not words:
        raise EmptyNote(f"the note on {subject} is empty; say what the next person has to know")
    row = {
        "id": pen.new_id(),
        "story": story,
        "claim_id": claim,
        "text": words,
        "noted_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action=action, subject=subject, rows={NoteRow: [row]}, at=now)
