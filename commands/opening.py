"""Opening the ledger that a command was asked to work on."""

import os
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ledger.engine import Ledger

DEFAULT_LEDGER = "factdesk.db"


def ledger_of(
    ctx: typer.Context, db: str | None, *, must_exist: bool = False, upgrade: bool = False
) -> "Ledger":
    """The ledger that was asked for, after the command or before it, or in the environment."""
    from ledger.engine import open_ledger

    location = db or ctx.find_root().obj or os.environ.get("FACTDESK_DB") or DEFAULT_LEDGER
    return open_ledger(location, must_exist=must_exist, upgrade=upgrade)
