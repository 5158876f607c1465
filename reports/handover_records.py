"""The hand-over as plain JSON values; unknown, and nobody, is null.

Who has a claim and what was noted on it are matters of the desk: no report holds these records.
"""

from __future__ import annotations

from typing import Any

from claims.handover.due import due_of
from claims.handover.pages import Assigned, NotePage
from claims.handover.told import Happened, Part
from claims.pages import ClaimPage
from reports.json import claim_record
from reports.since_screens import sentence_of

Record = dict[str, Any]


def desk_claim_record(claim: ClaimPage) -> Record:
    """One claim with who has it, who is at it, its first open deadline, and what was noted."""
    desk, due = claim.desk, due_of(claim)
    return claim_record(claim) | {
        "assigned_to": desk.assigned.to if desk.assigned else None,
        "worked_on_by": [one.by for one in desk.at_it],
        "due": due[0].at.isoformat() if due else None,
        "due_for": due[0].what if due else None,
        "notes": [note_record(note) for note in desk.notes],
    }


def note_record(note: NotePage) -> Record:
    """One note; its text is null where it was deleted, or is withheld until the second check."""
    return {
        "story": note.story,
        "claim": note.claim,
        "text": note.text,
        "withheld": note.withheld,
        "by": note.by,
        "known": note.known,
        "at": note.at.isoformat(),
    }


def assigned_record(assigned: Assigned) -> Record:
    """What an assignment did to one claim."""
    return {"handle": assigned.handle, "assigned_to": assigned.to, "before": assigned.before}


def happened_record(happened: Happened) -> Record:
    """An entry of the log with what it says; `for_you` is whether it concerns the reader's claims."""
    logged = happened.logged
    return {
        "seq": logged.seq,
        "at": logged.at.isoformat(),
        "actor": logged.by,
        "action": logged.action,
        "subject": logged.subject,
        "leaf": logged.leaf,
        "says": sentence_of(happened),
        "part": min((told.part for told in happened.told), key=list(Part).index).value,
        "for_you": any(told.part is Part.YOURS for told in happened.told),
        "own": happened.own,
    }
