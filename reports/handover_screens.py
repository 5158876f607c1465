"""What the commands of the hand-over print: who has which claim, who is at it, and what was noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.handover.due import due_of
from claims.handover.pages import Assigned, DeskPage, NotePage
from claims.judging.people import is_same_person
from claims.pages import ClaimPage
from reports import dates
from reports.hidden import shown_name
from reports.screen import (
    LONGEST_HANDLE,
    Line,
    columns_of,
    cut,
    cut_handle,
    labelled,
    padded,
    plainly,
    soft,
    strong,
    text_of,
    width,
    wrapped,
)

WITHHELD = "withheld until the second check"


def assigned_screen(assigned: Sequence[Assigned]) -> str:
    """Claims that were assigned, one a line: whose they are, and whose they were."""
    if not assigned:
        return "No claims."
    handles = min(LONGEST_HANDLE, max(columns_of(one.handle) for one in assigned)) + 2
    rows = [
        (
            padded(cut_handle(one.handle, LONGEST_HANDLE), "", handles),
            plainly(cut(_whose(one), width() - handles)),
        )
        for one in assigned
    ]
    return text_of(rows)


def work_screen(claims: Sequence[ClaimPage], worker: str) -> str:
    """Claims that somebody is working on, or has stopped working on; who else is at them comes first."""
    others = [
        claim for claim in claims if any(not is_same_person(worker, one.by) for one in claim.desk.at_it)
    ]
    lines: list[Line] = []
    for claim in others:
        lines += wrapped(f"{claim.handle}: {_others(claim, worker)}", first=None)
    lines += [] if not others else [()]
    for claim in claims:
        lead = f"{cut_handle(claim.handle, LONGEST_HANDLE)}  "
        lines += wrapped(
            at_it_words(claim.desk) or "nobody is at it", indent=columns_of(lead), first=strong(lead)
        )
    return text_of(lines)


def claim_notes_screen(claim: ClaimPage) -> str:
    """A claim with the notes on it, in the order in which they were made."""
    lead = f"{cut_handle(claim.handle, LONGEST_HANDLE)}  "
    words = wrapped(f"“{claim.text}”", indent=columns_of(lead), first=strong(lead), most=3)
    return text_of([*words, *note_lines(claim.desk)])


def notes_screen(notes: Sequence[NotePage]) -> str:
    """Notes with what they are on, who made them and when."""
    if not notes:
        return 'No notes; make one with: factdesk claim note SLUG:NUMBER "…"'
    lines: list[Line] = []
    for note in notes:
        about = note.claim or note.story
        lines.append((strong(about), soft(f"  {shown_name(note.by)}, {dates.moment(note.at)}")))
        lines += wrapped(note_words(note), indent=2)
    return text_of(lines)


def desk_lines(claim: ClaimPage) -> Iterator[Line]:
    """Who has a claim, who is at it, its open deadlines and what was noted, each beside its label."""
    desk = claim.desk
    if desk.assigned:
        by = (
            ""
            if is_same_person(desk.assigned.by, desk.assigned.to)
            else f" by {shown_name(desk.assigned.by)}"
        )
        told = f"{shown_name(desk.assigned.to)}{by}, {dates.moment(desk.assigned.at)}"
        yield from labelled("assigned to", told)
    yield from labelled("at it now", at_it_words(desk))
    for due in due_of(claim):
        yield from labelled("due", f"{dates.moment(due.at)}: {due.what}")
    yield from note_lines(desk)


def note_lines(desk: DeskPage) -> Iterator[Line]:
    """The notes on a claim, each beside its label."""
    for note in desk.notes:
        yield from labelled("note", f"{shown_name(note.by)}, {dates.moment(note.at)}: {note_words(note)}")


def note_words(note: NotePage) -> str:
    """What a note says, or why it is not shown."""
    if note.withheld:
        return WITHHELD
    return note.text if note.text is not None else "deleted"


def at_it_words(desk: DeskPage) -> str:
    """Who is at a claim, and since when; nothing where nobody is."""
    return "; ".join(f"{shown_name(one.by)} since {dates.moment(one.since)}" for one in desk.at_it)


def in_brief(desk: DeskPage) -> str:
    """Who has a claim and who is at it, in a word or two: "Ada", "Ada, at it", "Ada; Ben at it"."""
    told = [shown_name(desk.assigned.to)] if desk.assigned else []
    workers = [one.by for one in desk.at_it]
    if desk.assigned and any(is_same_person(desk.assigned.to, name) for name in workers):
        told[0] += ", at it"
        workers = [name for name in workers if not is_same_person(desk.assigned.to, name)]
    return "; ".join([*told, *(f"{shown_name(name)} at it" for name in workers)])


def _whose(assigned: Assigned) -> str:
    now = f"assigned to {shown_name(assigned.to)}" if assigned.to else "assigned to nobody"
    if not assigned.is_new:
        return f"{now} already" if assigned.to else now
    return f"{now}; had been {shown_name(assigned.before)}’s" if assigned.before else now


def _others(claim: ClaimPage, worker: str) -> str:
    names = [shown_name(one.by) for one in claim.desk.at_it if not is_same_person(worker, one.by)]
    return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} at it as well; talk to them first"
