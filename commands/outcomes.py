"""`factdesk claim outcome` and `factdesk story todo`: what should become of claims, and all that waits."""

from typing import TYPE_CHECKING, Annotated

import typer

from commands.answering import FOUND, show
from commands.judging import claim_now
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, HandleArgument, StoryArgument, Why

if TYPE_CHECKING:
    from claims.outcomes.asking import Wanted


def outcome(
    ctx: typer.Context,
    handle: HandleArgument,
    kind: Annotated[str | None, typer.Argument(metavar="OUTCOME", hidden=True)] = None,
    wording: Annotated[
        str | None, typer.Option("--wording", metavar="TEXT", help="The words that you propose.")
    ] = None,
    owed_by: Annotated[
        str | None,
        typer.Option("--owed-by", metavar="NAME", help="Who has to do it. Default: the only author known."),
    ] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="TIME", help='Until when: "tomorrow 18:00", friday, 3d, a date.'),
    ] = None,
    because: Why = None,
    done: Annotated[
        bool, typer.Option("--done", help="Say that it is done, where words can't show it.")
    ] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Ask for it no longer.")] = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say what should become of a claim in a draft, or show what was asked and how far it is.

    OUTCOME is fix, cut, attribute, add-context or leave. It is done once a revision shows it: the words are
    gone, the proposed wording stands in the text, somebody is credited. Asking again replaces what was asked
    before. The status of the claim stays what it is. Who wrote a text asks nothing in it.

    Example:  factdesk claim outcome prisoner-release:9 fix --wording "It received 114 people."
    --due tomorrow --because "two counts"
    """
    if (kind is not None) + done + drop > 1:
        raise typer.BadParameter("give an outcome, or --done, or --drop")
    if kind is None and (wording or owed_by or due):
        raise typer.BadParameter("--wording, --owed-by and --due go with an outcome, as in: fix")
    if because and not (kind or done or drop):
        raise typer.BadParameter("--because goes with an outcome, with --done or with --drop")
    wanted = _wanted(kind, wording, owed_by, due, because) if kind else None
    _change(ctx, db, handle, by, wanted, done=done, drop=drop, because=because)
    _show(ctx, db, handle, as_json=as_json, assumed=wanted is not None and owed_by is None)


def todo(
    ctx: typer.Context,
    story: StoryArgument,
    whose: Annotated[
        str | None,
        typer.Option("--for", metavar="WHO", help="Only what waits for: writer, checker or editor."),
    ] = None,
    owed_by: Annotated[
        str | None, typer.Option("--owed-by", metavar="NAME", help="Only what this person owes.")
    ] = None,
    mine: Annotated[bool, typer.Option("--mine", help="Only what you owe.")] = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List everything that waits in a story, or a document alone, for writer, checker and editor.

    For the writer: what was asked for, overdue first. For the checker: what to check, to check again and to
    second, replies to chase, figures that differ. For the editor: two readers who differ, signatures, and
    what nobody was named for.

    Exit status 1 says that something waits.

    Example:  factdesk story todo prisoner-release --for writer
    """
    from datetime import UTC, datetime

    from claims.judging.adopted import policy_in_force
    from claims.kinds import Duty
    from claims.outcomes.waiting import todo_page
    from claims.typed import member
    from ledger.pen import Pen
    from reports.outcome_records import task_record
    from reports.todo_screens import todo_screen

    if mine and owed_by:
        raise typer.BadParameter("give --mine or --owed-by NAME, not both")
    duty = member(Duty, whose, what="work at a desk") if whose else None
    name = Pen.of_this_machine(by).actor if mine else owed_by
    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        page = todo_page(session, story, policy_in_force(session), now=datetime.now(UTC)).of(duty)
    page = page.owed_by(name) if name else page
    show(
        page,
        lambda shown: todo_screen(shown, duty=duty, owed_by=name),
        lambda todo: [task_record(task) for task in todo.tasks],
        as_json,
    )
    raise typer.Exit(FOUND if page.tasks else 0)


def _wanted(
    kind: str, wording: str | None, owed_by: str | None, due: str | None, because: str | None
) -> "Wanted":
    from datetime import datetime

    from claims.deadlines import deadline
    from claims.kinds import OutcomeKind
    from claims.outcomes.asking import Wanted
    from claims.typed import member

    return Wanted(
        kind=member(OutcomeKind, kind, what="outcome"),
        wording=wording,
        because=because,
        owed_by=owed_by,
        due=deadline(due, datetime.now().astimezone()) if due else None,
    )


def _change(
    ctx: typer.Context,
    db: str | None,
    handle: str,
    by: str | None,
    wanted: "Wanted | None",
    *,
    done: bool,
    drop: bool,
    because: str | None,
) -> None:
    """Ask for an outcome, or end one; nothing where it is only to be shown."""
    from claims.kinds import OutcomeEnd
    from claims.outcomes.asking import ask_for, end_outcome
    from ledger.pen import Pen

    if wanted is None and not (done or drop):
        return
    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.writing() as session:
        if wanted is not None:
            ask_for(session, pen, handle, wanted)
        else:
            end = OutcomeEnd.DONE if done else OutcomeEnd.DROPPED
            end_outcome(session, pen, handle, end, because=because)


def _show(ctx: typer.Context, db: str | None, handle: str, *, as_json: bool, assumed: bool) -> None:
    from reports.json import claim_record
    from reports.outcome_screens import outcome_screen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        page = claim_now(ledger, handle)
    show(page, lambda claim: outcome_screen(claim, assumed=assumed), claim_record, as_json)
