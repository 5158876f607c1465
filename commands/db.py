"""`factdesk db`: the file that everything is kept in."""

import typer

from commands import group
from commands.opening import ledger_of
from commands.options import Db

db = group("Look after the database.")


@db.command("upgrade")
def db_upgrade(ctx: typer.Context, db: Db = None) -> None:
    """Make the database, or bring an older one up to date.

    An older factdesk can't open it afterwards, so no other command does this.

    Example:  factdesk --db desk.db db upgrade
    """
    with ledger_of(ctx, db, upgrade=True) as ledger:
        typer.echo(f"{ledger.path} is up to date.")
