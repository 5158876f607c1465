"""`factdesk claim searched`, `contacted`, `replied`: that somebody looked, and whom they asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answering import show
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, HandleArgument

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ledger.pen import Pen


def searched(
    ctx: typer.Context,
    handle: HandleArgument,
    where: Annotated[str, typer.Option("--where", metavar="TEXT", help="Where you looked.")],
    found: Annotated[str, typer.Option("--found", metavar="WORD", help="nothing, something or unreachable.")],
    terms: Annotated[
        str | None, typer.Option("--terms", metavar="TEXT", help="The words that you looked for.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What else to know.")] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record that you looked for evidence on a claim: finding nothing is a result too.

    Example:  factdesk claim searched ferries:12 --where "the shipping register" --found nothing
    """
    from claims.evidence.looking import searched as record_search
    from claims.kinds import SearchResult
    from claims.typed import member

    result = member(SearchResult, found, what="result of a search")
    _record(
        ctx,
        db,
        handle,
        by,
        as_json,
        lambda session, pen: record_search(
            session, pen, handle, where=where, found=result, terms=terms, note=note
        ),
    )


def contacted(
    ctx: typer.Context,
    handle: HandleArgument,
    whom: Annotated[
        str, typer.Option("--whom", metavar="NAME", help="Whom you asked; a code name if protected.")
    ],
    channel: Annotated[str, typer.Option("--channel", metavar="TEXT", help="How you asked, as in e-mail.")],
    asked: Annotated[str | None, typer.Option("--asked", metavar="TEXT", help="What you asked.")] = None,
    due: Annotated[
        str | None,
        typer.Option(
            "--due", metavar="TIME", help='Asked for by then: "2025-12-14 18:00", "tomorrow 18:00".'
        ),
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record that you asked somebody about a claim, and by when you asked for an answer.

    Example:  factdesk claim contacted ferries:12 --whom "the harbour office" --channel e-mail
    --due "2025-12-14 18:00"
    """
    from claims.evidence.looking import contacted as record_contact

    until = _until(due) if due else None
    _record(
        ctx,
        db,
        handle,
        by,
        as_json,
        lambda session, pen: record_contact(
            session, pen, handle, whom=whom, channel=channel, asked=asked, due=until
        ),
    )


def replied(
    ctx: typer.Context,
    handle: HandleArgument,
    contact: Annotated[
        int | None, typer.Option("--contact", metavar="N", help="Which of those asked. Default: the last.")
    ] = None,
    answer: Annotated[
        str | None, typer.Option("--answer", metavar="TEXT", help="What they answered.")
    ] = None,
    no_answer: Annotated[bool, typer.Option("--no-answer", help="None came.")] = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record what came of asking: the answer, or that none came.

    Example:  factdesk claim replied ferries:12 --answer "14 sailings a week until May"
    """
    from claims.evidence.looking import replied as record_reply

    if (answer is None) != no_answer:
        raise typer.BadParameter('give --answer "…", or --no-answer where none came')
    _record(
        ctx,
        db,
        handle,
        by,
        as_json,
        lambda session, pen: record_reply(session, pen, handle, answer=answer, contact=contact),
    )


def _until(written: str) -> "datetime":
    """Until when an answer was asked for; a date may have passed, since a contact may be noted afterwards."""
    from datetime import datetime

    from claims.deadlines import deadline
    from claims.errors import BadTime
    from claims.typed import moment

    try:
        return moment(written)
    except BadTime:
        return deadline(written, datetime.now().astimezone())


def _record(
    ctx: typer.Context,
    db: str | None,
    handle: str,
    by: str | None,
    as_json: bool,
    action: "Callable[[Session, Pen], object]",
) -> None:
    """Record that somebody looked or asked, and show all that was looked for on the claim."""
    from claims.evidence.queries import looking_page
    from ledger.pen import Pen
    from reports.evidence_records import looking_record
    from reports.evidence_screens import looking_screen

    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            action(session, pen)
        with ledger.reading() as session:
            page = looking_page(session, handle)
    show(page, lambda shown: looking_screen(shown, now=pen.clock()), looking_record, as_json)
