"""`factdesk since`: what happened at the desk while somebody was away."""

from typing import Annotated

import typer

from commands.answering import show
from commands.opening import ledger_of
from commands.options import AsJson, By, Db


def since(
    ctx: typer.Context,
    when: Annotated[str | None, typer.Argument(metavar="WHEN", hidden=True)] = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="NAME", help="Only this story, or this document.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Everything that happened, one line each; yours too.")
    ] = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say what happened since you left: yours first, then the rest.

    WHEN is a day, a time or how long ago: 2025-12-14, "monday 18:00", yesterday, 09:00, 3h. Without it,
    it is the last thing that you did. A verdict that waits for a second one is not told.

    Example:  factdesk since --by Ben
    """
    from datetime import datetime

    from claims.handover.happened import since as happened_since
    from claims.handover.times import since_when
    from claims.judging.adopted import policy_in_force
    from ledger.pen import Pen
    from reports.handover_records import happened_record
    from reports.since_screens import everything_screen, since_screen

    now = datetime.now().astimezone()
    left = None if when is None else since_when(when, now)
    reader = Pen.of_this_machine(by).actor
    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        policy = policy_in_force(session)
        page = happened_since(session, policy, reader, now=now, left=left, about=story)
    screen = everything_screen if everything else since_screen
    show(page, screen, lambda shown: [happened_record(one) for one in shown.happened], as_json)
