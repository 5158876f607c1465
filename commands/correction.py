"""`factdesk correction`: what readers ask to be put right, and what became of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from commands import group
from commands.answering import show, show_list
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from claims.corrections.pages import CorrectionPage
    from ledger.engine import Ledger
    from ledger.pen import Pen

    Act = Callable[[Session, Pen], str | None]

correction = group("Put down what readers ask to be put right, mend it, close it.")

CorrectionArgument = Annotated[str, typer.Argument(metavar="NUMBER", hidden=True)]


@correction.command("add")
def add_correction(
    ctx: typer.Context,
    about: Annotated[str, typer.Argument(metavar="SLUG:NUMBER|SLUG", hidden=True)],
    kind: Annotated[
        str,
        typer.Option("--class", metavar="CLASS", help="figure, attribution, headline, wording or legal."),
    ],
    request: Annotated[str, typer.Option("--request", metavar="TEXT", help="What the reader wrote.")],
    requested_by: Annotated[
        str | None, typer.Option("--from", metavar="NAME", help="Who wrote; printed nowhere.")
    ] = None,
    received: Annotated[
        str | None, typer.Option("--received", metavar="DAY", help="The day it came. Default: now.")
    ] = None,
    places: Annotated[
        list[str] | None,
        typer.Option("--place", metavar="TEXT", help="Where else the words stand; may be given again."),
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Put down a reader's request about a claim, or about a document.

    It keeps what the claim counts as now, so that the old verdict stands beside the new one, and finds where
    else its words stand: reports that printed it, documents with the same words, captures that hold them.

    Example:  factdesk correction add ferries:12 --class figure --request "It was 132." --from "A. Reader"
    """
    from claims.corrections.adding import add_correction as put_down
    from claims.judging.adopted import policy_in_force
    from claims.kinds import CorrectionKind
    from claims.typed import member, moment

    named = member(CorrectionKind, kind, what="class of correction")
    came = moment(received) if received else None
    _act(
        ctx,
        db,
        by,
        as_json,
        lambda session, pen: put_down(
            session,
            pen,
            about,
            named,
            request=request,
            policy=policy_in_force(session),
            requested_by=requested_by,
            received=came,
            places=places or (),
        ),
    )


@correction.command("list")
def list_corrections(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="STORY|SLUG", hidden=True)] = None,
    only_open: Annotated[bool, typer.Option("--open", help="Only those that nobody has decided.")] = False,
    only_closed: Annotated[bool, typer.Option("--closed", help="Only those that were decided.")] = False,
    notices: Annotated[
        bool, typer.Option("--notices", help="The words that readers see, for a page of corrections.")
    ] = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the corrections of a story, of a document, or of all.

    With --notices it prints what readers are told and nothing else: no names, no request, none that was
    declined.

    Example:  factdesk correction list ferries --open
    """
    from claims.corrections.queries import correction_pages
    from reports.correction_records import correction_record, notice_record
    from reports.correction_screens import corrections_screen, notices_screen

    if only_open and (only_closed or notices):
        raise typer.BadParameter("--open does not go with --closed or --notices")
    wanted = True if only_open else False if only_closed else None
    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        pages = correction_pages(session, name, is_open=wanted)
    if notices:
        noticed = [page for page in pages if page.is_noticed]
        show_list(noticed, notices_screen, notice_record, as_json)
    else:
        show_list(pages, corrections_screen, correction_record, as_json)


@correction.command("show")
def show_correction(
    ctx: typer.Context, handle: CorrectionArgument, as_json: AsJson = False, db: Db = None
) -> None:
    """Show one correction: the request, the old verdict beside the new, the places, the decision.

    Example:  factdesk correction show 3
    """
    with ledger_of(ctx, db, must_exist=True) as ledger:
        _show(ledger, handle, as_json)


@correction.command("mend")
def mend_places(
    ctx: typer.Context,
    handle: CorrectionArgument,
    places: Annotated[list[int] | None, typer.Argument(metavar="PLACE...", hidden=True)] = None,
    how: Annotated[str | None, typer.Option("--how", metavar="TEXT", help="How it was mended.")] = None,
    leave: Annotated[
        str | None, typer.Option("--leave", metavar="TEXT", help="Why it stays as it is instead.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All that are not mended yet.")] = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say how places of a correction were mended, by their numbers, or why they stay as they are.

    Example:  factdesk correction mend 3 1 2 --how "printed again with 132"
    """
    from claims.corrections.closing import mend

    if (how is None) == (leave is None):
        raise typer.BadParameter('give --how "…", or --leave "…" where the place stays as it is')
    if bool(places) == every:
        raise typer.BadParameter("give the numbers of the places, or --all")
    told, left = how if how is not None else leave or "", leave is not None
    _act(
        ctx,
        db,
        by,
        as_json,
        lambda session, pen: mend(session, pen, handle, places or (), how=told, left=left),
        handle=handle,
    )


@correction.command("close")
def close_correction(
    ctx: typer.Context,
    handle: CorrectionArgument,
    decision: Annotated[str, typer.Argument(metavar="DECISION", hidden=True)],
    because: Because,
    notice: Annotated[
        str | None, typer.Option("--notice", metavar="TEXT", help="The words that readers see.")
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Put down what was decided about a correction; what is closed stays closed.

    DECISION is corrected, clarified, retracted or declined. But for declined it needs the notice that
    readers see, every place mended or left with a reason, and the claim judged as it stands now.

    Example:  factdesk correction close 3 corrected --because "the centre's list" --notice "It was 132."
    """
    from claims.corrections.closing import close_correction as close
    from claims.judging.adopted import policy_in_force
    from claims.kinds import CorrectionDecision
    from claims.typed import member

    decided = member(CorrectionDecision, decision, what="decision about a correction")
    _act(
        ctx,
        db,
        by,
        as_json,
        lambda session, pen: close(
            session, pen, handle, decided, because=because, policy=policy_in_force(session), notice=notice
        ),
        handle=handle,
    )


def _act(
    ctx: typer.Context, db: str | None, by: str | None, as_json: bool, act: "Act", *, handle: str = ""
) -> None:
    """Record what was done about a correction and show it as it stands; a new one tells its handle."""
    from ledger.pen import Pen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            added = act(session, Pen.of_this_machine(by))
        _show(ledger, added or handle, as_json)


def _show(ledger: "Ledger", handle: str, as_json: bool) -> None:
    from reports.correction_records import correction_record
    from reports.correction_screens import correction_screen

    show(_page(ledger, handle), correction_screen, correction_record, as_json)


def _page(ledger: "Ledger", handle: str) -> "CorrectionPage":
    from claims.corrections.current import correction_page
    from claims.judging.adopted import policy_in_force

    with ledger.reading() as session:
        return correction_page(session, handle, policy_in_force(session))
