"""`factdesk figure`: which figures a story has, and what people decide that they measure."""

from typing import Annotated

import typer

from commands import group
from commands.answering import show_list
from commands.decisions import decide
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db, FigureArgument, FiguresArgument

figure = group("List figures, and decide which of them measure the same.")

QuantityArgument = Annotated[str, typer.Argument(metavar="QUANTITY", hidden=True)]


@figure.command("list")
def list_figures(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="STORY|SLUG", hidden=True)],
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the figures of a story or of one document, each with its name and what it measures.

    A figure is called by its claim, as in article:12, or article:12/2 for the second of several.

    Example:  factdesk figure list prisoner-release
    """
    from claims.queries import figure_lines
    from reports.decision_screens import figures_screen
    from reports.json import figure_record

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        lines = figure_lines(session, name)
    show_list(lines, figures_screen, figure_record, as_json)


@figure.command("move")
def move(
    ctx: typer.Context,
    figure: FigureArgument,
    to: Annotated[
        str, typer.Option("--to", metavar="QUANTITY", help="One of its figures, or its name in quotes.")
    ],
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Put a figure with those that measure the same, and away from those that don't.

    Your decision stays when documents are added or figures are related anew.

    Example:  factdesk figure move wire:4 --to prisoner-release:12 --because "both count the freed"
    """
    from claims.deciding import move_figure

    decide(ctx, db, by, as_json, lambda ledger, pen: move_figure(ledger, pen, figure, to=to, because=because))


@figure.command("split")
def split(
    ctx: typer.Context,
    figures: FiguresArgument,
    because: Because,
    label: Annotated[
        str | None, typer.Option("--label", metavar="NAME", help="What they measure, in a few words.")
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Take figures out into a quantity of their own: they measure something else than the rest.

    Example:  factdesk figure split wire:4 wire:9 --label "freed in May" --because "an earlier release"
    """
    from claims.deciding import split_figures

    decide(
        ctx,
        db,
        by,
        as_json,
        lambda ledger, pen: split_figures(ledger, pen, figures, label=label, because=because),
    )


@figure.command("merge")
def merge(
    ctx: typer.Context,
    one: QuantityArgument,
    other: QuantityArgument,
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Make two quantities one: all their figures measure the same.

    QUANTITY is one of its figures, or its name in quotes.

    Example:  factdesk figure merge prisoner-release:12 wire:4 --because "both count the freed"
    """
    from claims.deciding import merge_quantities

    decide(
        ctx, db, by, as_json, lambda ledger, pen: merge_quantities(ledger, pen, one, other, because=because)
    )


@figure.command("undo")
def undo_decision(
    ctx: typer.Context,
    figure: FigureArgument,
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Take back the last decision about what a figure measures. Both decisions stay on record.

    Example:  factdesk figure undo wire:4 --because "the list names other people"
    """
    from claims.deciding import undo_last

    decide(ctx, db, by, as_json, lambda ledger, pen: undo_last(ledger, pen, figure, because=because))
