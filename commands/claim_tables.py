"""`factdesk claim import` and `claim mark-all`: claims and verdicts from tables."""

import typer

from commands.importing import AllOrNothing, DryRun, TableArgument, import_table, show_import
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, Slug, Story


def import_claims(
    ctx: typer.Context,
    path: TableArgument,
    slug: Slug = None,
    story: Story = None,
    all_or_nothing: AllOrNothing = False,
    dry_run: DryRun = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Make each row of a table, CSV or JSON Lines, a claim, and say what became of each row.

    Columns: text, and if you like claimant, date and url. The claims become a text of their own, named after
    the file; importing a longer table under the same name adds what is new. The rest keeps its numbers.

    Exit status 1 says that a row was refused; the others are stored.

    Example:  factdesk claim import statements.csv --slug election-debate
    """
    from claims.importing.claims import COLUMNS, NEEDED
    from claims.importing.claims import import_claims as import_all
    from ledger.pen import Pen
    from reports.progress import working
    from sources.errors import shown
    from sources.rows import read_rows

    pen = Pen.of_this_machine(by)
    rows = list(read_rows(path, columns=COLUMNS, needed=NEEDED))
    with working("Importing"), ledger_of(ctx, db) as ledger:
        report = import_all(
            ledger,
            pen,
            rows,
            file=shown(path.name),
            slug=slug,
            story=story,
            all_or_nothing=all_or_nothing,
            dry_run=dry_run,
        )
    show_import(report, as_json)


def mark_all(
    ctx: typer.Context,
    path: TableArgument,
    all_or_nothing: AllOrNothing = False,
    dry_run: DryRun = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record the verdicts of a table, CSV or JSON Lines, and say what became of each row.

    Columns: claim, verdict and because; question (said or so, of reported speech) and by, where they differ
    from row to row. Overrides are given one by one. Importing a table twice changes nothing the second time.

    Exit status 1 says that a row was refused; the others are stored.

    Example:  factdesk claim mark-all verdicts.csv --by ada
    """
    from claims.importing.verdicts import VerdictImport

    import_table(
        ctx,
        path,
        VerdictImport,
        lambda ledger: VerdictImport(),
        all_or_nothing=all_or_nothing,
        dry_run=dry_run,
        by=by,
        as_json=as_json,
        db=db,
    )
