"""`factdesk db`: the file that everything is kept in."""

import typer

from commands import group
from commands.opening import ledger_of
from commands.options import Db

db = group("Look after the database.")


@db.command("upgrade")
def db_upgrade(ctx: typer.Context, db: Db = None) -> None:
    """Make the database, or bring an older one up to date.

    Every command brings an older one up to date; here it is done at a time of your choosing.

    Example:  factdesk --db desk.db db upgrade
    """
    with ledger_of(ctx, db) as ledger:
        typer.echo(f"{ledger.path} is up to date.")
