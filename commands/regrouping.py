"""`factdesk claim split` and `join`: a person cuts a text into claims otherwise than it was read."""

from typing import TYPE_CHECKING, Annotated

import typer

from commands.answering import show
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, HandleArgument, Why

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from claims.revisions import Revision
    from ledger.engine import Ledger
    from ledger.pen import Pen


def split(
    ctx: typer.Context,
    handle: HandleArgument,
    at: Annotated[
        list[str],
        typer.Option("--at", metavar="WORDS", help="How the second part begins; again for a third."),
    ],
    because: Why = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Split a claim in parts, each a claim with a number, evidence and a status of its own.

    The claim that is split keeps its record, which counts for none of the parts. Later revisions of the
    document are cut the same, as long as the words allow it.

    Example:  factdesk claim split prisoner-release:9 --at "together with Velmarian dissidents"
    """
    from claims.regrouping.acting import split as split_claim
    from ledger.pen import Pen

    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        act(ledger, pen, lambda session: split_claim(session, pen, handle, at, because=because), as_json)


def join(
    ctx: typer.Context,
    handles: Annotated[list[str], typer.Argument(metavar="SLUG:NUMBER", hidden=True)],
    because: Why = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Join claims that stand next to each other into one, with a number and a record of its own.

    Joining the parts of a claim that was split brings it back, with its number and what was made of it.

    Example:  factdesk claim join prisoner-release:9 prisoner-release:10
    """
    from claims.regrouping.acting import join as join_claims
    from ledger.pen import Pen

    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        act(ledger, pen, lambda session: join_claims(session, pen, handles, because=because), as_json)


def act(ledger: "Ledger", pen: "Pen", computed: "Callable[[Session], Revision]", as_json: bool) -> None:
    """Store the same words cut anew, and show what was done with the claims that it made."""
    from claims.intake import store_act
    from claims.judging.adopted import policy_in_force
    from claims.queries import regrouped_page
    from reports.regrouping_screens import regrouped_record, regrouped_screen

    done = store_act(ledger, pen, computed)
    with ledger.reading() as session:
        page = regrouped_page(session, done.offered.slug, policy_in_force(session))
    show(page, regrouped_screen, regrouped_record, as_json)
