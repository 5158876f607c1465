"""What the commands that import a table have in common: its options, the run, and the report by row."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answering import FOUND, show
from commands.opening import ledger_of
from commands.options import AsJson, By, Db

if TYPE_CHECKING:
    from claims.importing.report import ImportReport
    from claims.importing.running import TableImport
    from ledger.engine import Ledger

TableArgument = Annotated[Path, typer.Argument(metavar="FILE", hidden=True)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would become of each row; store nothing.")]
AllOrNothing = Annotated[
    bool, typer.Option("--all-or-nothing", help="Store nothing where a row is refused. Default: the others.")
]


def import_table(
    ctx: typer.Context,
    path: Path,
    kind: "type[TableImport]",
    table_of: "Callable[[Ledger], TableImport]",
    *,
    all_or_nothing: bool,
    dry_run: bool,
    by: By,
    as_json: AsJson,
    db: Db,
    must_exist: bool = True,
) -> None:
    """Import a table row by row, and print what became of each; exit status 1 where one was refused."""
    from claims.importing.running import import_rows
    from ledger.pen import Pen
    from reports.progress import working
    from sources.readers import shown_name
    from sources.rows import read_rows

    pen = Pen.of_this_machine(by)
    rows = list(read_rows(path, columns=kind.columns, needed=kind.needed))
    with (
        working("Importing"),
        ledger_of(ctx, db, must_exist=must_exist) as ledger,
        ledger.writing() as session,
    ):
        report = import_rows(
            session,
            pen,
            rows,
            table_of(ledger),
            file=shown_name(path),
            all_or_nothing=all_or_nothing,
            dry_run=dry_run,
        )
    show_import(report, as_json)


def show_import(report: "ImportReport", as_json: AsJson) -> None:
    """Print what became of each row; exit status 1 where one was refused."""
    from reports.import_records import import_record
    from reports.import_screens import import_screen

    show(report, import_screen, import_record, as_json)
    raise typer.Exit(FOUND if report.refused else 0)
