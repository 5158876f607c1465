"""`factdesk origin`: what people decide about where figures come from in the end."""

import typer

from commands import group
from commands.decisions import decide
from commands.options import AsJson, Because, By, Db, FigureArgument, FiguresArgument

origin = group("Say which figures share an origin, and which don't.")


@origin.command("join")
def join(
    ctx: typer.Context,
    one: FigureArgument,
    other: FigureArgument,
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say that two figures come from one origin, so that they count once.

    Example:  factdesk origin join wire:4 prisoner-release:12 --because "both print the embassy's note"
    """
    from claims.deciding import join_origins

    decide(ctx, db, by, as_json, lambda ledger, pen: join_origins(ledger, pen, one, other, because=because))


@origin.command("part")
def part(
    ctx: typer.Context,
    figures: FiguresArgument,
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say that figures are independent: each has an origin of its own and counts for itself.

    All that a text has from the same source goes with it.

    Example:  factdesk origin part wire:4 --because "their reporter counted the buses"
    """
    from claims.deciding import part_origins

    decide(ctx, db, by, as_json, lambda ledger, pen: part_origins(ledger, pen, figures, because=because))
