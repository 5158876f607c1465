"""`factdesk claim assign`, `work`, `note`, and the queues of `claim list`: from one shift to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answering import show, show_list
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, HandleArgument, Section, StoryArgument

if TYPE_CHECKING:
    from claims.handover.queues import Queue
    from claims.kinds import Status
    from claims.pages import ClaimPage
    from ledger.engine import Ledger

A_DAY = "1d"
"""How near a deadline is that counts as due, where nobody says otherwise."""

ClaimsArgument = Annotated[list[str], typer.Argument(metavar="CLAIM", hidden=True)]
TextArgument = Annotated[str, typer.Argument(metavar="TEXT", hidden=True)]


def assign(
    ctx: typer.Context,
    claims: ClaimsArgument,
    to: Annotated[str | None, typer.Option("--to", metavar="NAME", help="Who is to check them.")] = None,
    to_nobody: Annotated[bool, typer.Option("--to-nobody", help="Take them from everybody.")] = False,
    section: Section = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say who has to check claims, and see who had them before.

    CLAIM is a claim (prisoner-release:12), a run of them (prisoner-release:20-30), or a document for all
    that stand in it. Anybody may still judge a claim: an assignment says whose queue it is in.

    Example:  factdesk claim assign prisoner-release:12 prisoner-release:20-30 --to Ben
    """
    from claims.handover.assigning import assign as record_assignment
    from claims.handover.meant import claims_meant
    from ledger.pen import Pen
    from reports.handover_records import assigned_record
    from reports.handover_screens import assigned_screen

    if (to is None) is not to_nobody:
        raise typer.BadParameter("say who is to check them with --to NAME, or --to-nobody")
    _refuse_section(claims, section)
    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.writing() as session:
        meant = claims_meant(session, claims, section=section)
        done = record_assignment(session, Pen.of_this_machine(by), meant, to)
    show_list(done, assigned_screen, assigned_record, as_json)


def work(
    ctx: typer.Context,
    claims: ClaimsArgument,
    stop: Annotated[bool, typer.Option("--stop", help="Say that you have stopped.")] = False,
    section: Section = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say that you are working on claims, so that nobody else begins on them; see who is at them already.

    It ends with your verdict, with --stop, and by itself after 4 hours in which you add nothing to the claim.
    CLAIM is a claim, a run of them (prisoner-release:20-30), or a document for all that stand in it.

    Example:  factdesk claim work prisoner-release:12
    """
    from claims.handover.meant import claims_meant
    from claims.handover.working import begin_work, stop_work
    from ledger.pen import Pen
    from reports.handover_records import desk_claim_record
    from reports.handover_screens import work_screen

    _refuse_section(claims, section)
    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            meant = claims_meant(session, claims, section=section)
            (stop_work if stop else begin_work)(session, pen, meant)
        pages = _claims(ledger, [claim.handle for claim in meant])
    show_list(pages, lambda shown: work_screen(shown, pen.actor), desk_claim_record, as_json)


def note(
    ctx: typer.Context,
    handle: HandleArgument,
    text: TextArgument,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Note something on a claim for whoever comes next. No report prints it, and it is no reason.

    Where a first verdict waits for a second one, what you note is shown once the second is given.

    Example:  factdesk claim note prisoner-release:12 "the ministry calls back at six"
    """
    from claims.handover.noting import note_on_claim
    from ledger.pen import Pen
    from reports.handover_records import desk_claim_record
    from reports.handover_screens import claim_notes_screen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            note_on_claim(session, Pen.of_this_machine(by), handle, text)
        (page,) = _claims(ledger, [handle])
    show(page, claim_notes_screen, desk_claim_record, as_json)


def note_on_story(
    ctx: typer.Context,
    story: StoryArgument,
    text: TextArgument,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Note something on a story for whoever comes next. No report prints it.

    Example:  factdesk story note prisoner-release "the desk in Brennia has the list of names"
    """
    from claims.handover.noting import note_on_story as record_note
    from ledger.pen import Pen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            name = record_note(session, Pen.of_this_machine(by), story, text)
        _show_notes(ledger, name, as_json)


def notes(
    ctx: typer.Context,
    story: Annotated[str | None, typer.Argument(metavar="STORY", hidden=True)] = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the notes on a story and its claims, or all notes, the last one first.

    Example:  factdesk story notes prisoner-release
    """
    with ledger_of(ctx, db, must_exist=True) as ledger:
        _show_notes(ledger, story, as_json)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks `claim list` for."""

    slug: str | None
    statuses: "Sequence[Status]"
    reported: bool
    mine: bool
    assigned_to: tuple[str, ...]
    unassigned: bool
    worked_on: bool
    public: bool
    queues: "frozenset[Queue]"
    within: str | None


def show_claims(ledger: "Ledger", asked: Asked, by: str | None, as_json: bool) -> None:
    """Print the claims that somebody asks for."""
    from claims.handover.queues import Wanted, is_wanted
    from claims.handover.times import length
    from claims.judging.adopted import policy_in_force
    from claims.publishing.authors import folded_authors
    from claims.queries import claim_pages
    from ledger.pen import Pen
    from reports.claim_screens import claims_screen
    from reports.handover_records import desk_claim_record

    pen = Pen.of_this_machine(by)
    now = pen.clock()
    due_by = now + length(asked.within or A_DAY)
    with ledger.reading() as session:
        wanted = Wanted(
            reader=pen.actor,
            due_by=due_by,
            of=(*asked.assigned_to, *([pen.actor] if asked.mine else [])),
            unassigned=asked.unassigned,
            worked_on=asked.worked_on,
            public=asked.public,
            queues=asked.queues,
            authors=folded_authors(session),
        )
        pages = claim_pages(
            session,
            policy_in_force(session),
            slug=asked.slug,
            statuses=asked.statuses,
            reported=asked.reported,
            now=now,
        )
    claims = [claim for claim in pages if is_wanted(claim, wanted)]
    show_list(claims, lambda shown: claims_screen(shown, due_by=due_by), desk_claim_record, as_json)


def _show_notes(ledger: "Ledger", story: str | None, as_json: bool) -> None:
    from datetime import UTC, datetime

    from claims.handover.notes import notes_now
    from claims.judging.adopted import policy_in_force
    from reports.handover_records import note_record
    from reports.handover_screens import notes_screen

    with ledger.reading() as session:
        pages = notes_now(session, policy_in_force(session), story, now=datetime.now(UTC))
    show_list(pages, notes_screen, note_record, as_json)


def _claims(ledger: "Ledger", handles: Sequence[str]) -> "list[ClaimPage]":
    from claims.judging.adopted import policy_in_force
    from claims.queries import claims_named

    with ledger.reading() as session:
        pages = claims_named(session, handles, policy_in_force(session))
    return [page for page in pages if len(handles) == 1 or page.cut_in is None]


def _refuse_section(claims: Sequence[str], section: str | None) -> None:
    if section is not None and (len(claims) > 1 or ":" in claims[0]):
        raise typer.BadParameter("--section goes with one document, as in: prisoner-release")
