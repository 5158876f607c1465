"""`factdesk source`: who says it: the registry of sources, their names and how reliable people find them."""

from typing import TYPE_CHECKING, Annotated

import typer

from commands import group
from commands.answering import complain, show, show_list
from commands.importing import AllOrNothing, DryRun, TableArgument, import_table
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db

if TYPE_CHECKING:
    from claims.registry.finding import FoundSource
    from ledger.engine import Ledger

source = group("Register sources, grade them, make two names one.")

SourceArgument = Annotated[str, typer.Argument(metavar="SOURCE", hidden=True)]
Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="news_agency, news, official, person, data or other."),
]
Owner = Annotated[
    str | None, typer.Option("--owner", metavar="NAME", help="Who owns it or stands behind it.")
]
Homepage = Annotated[str | None, typer.Option("--homepage", metavar="URL", help="Its site.")]
Language = Annotated[str | None, typer.Option("--language", metavar="CODE", help="Its language, as in en.")]
PrimaryFor = Annotated[
    list[str] | None,
    typer.Option("--primary-for", metavar="TOPIC", help="What it knows at first hand; may be given again."),
]
Also = Annotated[
    list[str] | None, typer.Option("--also", metavar="NAME", help="Another name of it; may be given again.")
]


@source.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", hidden=True)] = None,
    kind: Kind = None,
    owner: Owner = None,
    homepage: Homepage = None,
    language: Language = None,
    primary_for: PrimaryFor = None,
    also: Also = None,
    protected: Annotated[
        bool,
        typer.Option("--protected", help="NAME is a code name of the desk; nothing else is kept."),
    ] = False,
    sure: Annotated[
        bool, typer.Option("--sure", help="It is a code name, although it looks like somebody's name.")
    ] = False,
    from_story: Annotated[
        str | None,
        typer.Option("--from-story", metavar="STORY", help="Take over what a story suggests: NAME, or all."),
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Register a source: a publisher, an institution, a person or a data set.

    A name that differs from a known one in its spelling alone is the known one. What a story suggests is
    listed by: factdesk source list --suggested STORY

    Example:  factdesk source add "Harbour Office" --kind official --primary-for shipping
    """
    from claims.registry.adding import add_source
    from claims.registry.details import Details, kind_of
    from ledger.pen import Pen

    details = Details(kind_of(kind), owner, homepage, language, tuple(primary_for or ()))
    if from_story is not None:
        if details.said() or also or protected:
            raise typer.BadParameter("with --from-story give NAME or nothing; say more with: source set")
        _add_from_story(ctx, db, from_story, name, by, as_json)
        return
    if name is None:
        raise typer.BadParameter("name the source, or give --from-story STORY")
    with ledger_of(ctx, db) as ledger:
        with ledger.writing() as session:
            found, _ = add_source(
                session,
                Pen.of_this_machine(by),
                name,
                details,
                also=also or (),
                protected=protected,
                sure=sure,
            )
        _show(ledger, found.handle, as_json)


@source.command("list")
def list_sources(
    ctx: typer.Context,
    suggested: Annotated[
        str | None,
        typer.Option("--suggested", metavar="STORY", help="Those a story names and nobody has registered."),
    ] = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the sources by how reliable people find them; those that nobody can grade or has graded come last.

    Example:  factdesk source list
    """
    from claims.registry.queries import source_pages
    from claims.registry.suggesting import suggested_sources
    from reports.source_records import source_record, suggested_record
    from reports.source_screens import sources_screen, suggested_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        if suggested is None:
            show_list(source_pages(session), sources_screen, source_record, as_json)
        else:
            found = suggested_sources(session, suggested)
            show_list(found, lambda pages: suggested_screen(pages, suggested), suggested_record, as_json)


@source.command("show")
def show_source(ctx: typer.Context, words: SourceArgument, as_json: AsJson = False, db: Db = None) -> None:
    """Show one source: its names, what is known of it, its grades, what rests on it, who lists it.

    SOURCE is its handle, as in source:3, or any of its names.

    Example:  factdesk source show "Harbour Office"
    """
    with ledger_of(ctx, db, must_exist=True) as ledger:
        _show(ledger, words, as_json)


@source.command("grade")
def grade(
    ctx: typer.Context,
    words: SourceArgument,
    letter: Annotated[str, typer.Argument(metavar="GRADE", hidden=True)],
    because: Because,
    scope: Annotated[
        str | None, typer.Option("--for", metavar="SCOPE", help="What it holds for. Default: everything.")
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say how reliable you find a source: A completely, B usually, C fairly, D not usually, E not at all.

    F says that nobody can tell, which is no low grade. Earlier grades stay on record, with the evidence
    that they were used for.

    Example:  factdesk source grade "Harbour Office" B --for shipping --because "right 9 times of 10"
    """
    from claims.registry.grading import grade_source
    from ledger.pen import Pen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            found = grade_source(
                session, Pen.of_this_machine(by), words, letter, because=because, scope=scope
            )
        _warn_of_a_name(found, because)
        _show(ledger, found.handle, as_json)


@source.command("set")
def set_source(
    ctx: typer.Context,
    words: SourceArgument,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call it from now on.")
    ] = None,
    kind: Kind = None,
    owner: Owner = None,
    homepage: Homepage = None,
    language: Language = None,
    primary_for: PrimaryFor = None,
    also: Also = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say more of a source, or something else than before. What was said stays on record.

    Example:  factdesk source set "Harbour Courier" --owner "Ferry Lines Ltd"
    """
    from claims.registry.adding import set_details
    from claims.registry.details import Details, kind_of
    from ledger.pen import Pen

    details = Details(kind_of(kind), owner, homepage, language, tuple(primary_for or ()))
    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            found = set_details(session, Pen.of_this_machine(by), words, details, name=name, also=also or ())
        _show(ledger, found.handle, as_json)


@source.command("merge")
def merge(
    ctx: typer.Context,
    because: Because,
    words: Annotated[str | None, typer.Argument(metavar="SOURCE", hidden=True)] = None,
    into: Annotated[str | None, typer.Argument(metavar="INTO", hidden=True)] = None,
    undo: Annotated[
        int | None, typer.Option("--undo", metavar="NUMBER", help="Take back the merge of that number.")
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say that SOURCE is INTO under a second name: what rests on it is shown under INTO from now on.

    Nothing is moved, so that it can be undone by its number. A grade of SOURCE does not carry over.

    Example:  factdesk source merge "Courier Online" "Harbour Courier" --because "one newsroom"
    """
    from claims.registry.merging import merge_sources, undo_merge
    from ledger.pen import Pen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        pen = Pen.of_this_machine(by)
        with ledger.writing() as session:
            match words, into, undo:
                case str(), str(), None:
                    done = merge_sources(session, pen, words, into, because=because)
                case None, None, int():
                    done = undo_merge(session, pen, undo, because=because)
                case _:
                    raise typer.BadParameter("name two sources, or give --undo NUMBER and no name")
        _warn_of_a_name(done.into, because)
        _show(ledger, done.into.handle if undo is None else done.source.handle, as_json)


def _add_from_story(
    ctx: typer.Context, db: str | None, story: str, name: str | None, by: str | None, as_json: bool
) -> None:
    from claims.registry.queries import source_page
    from claims.registry.suggesting import add_suggested
    from ledger.pen import Pen
    from reports.source_records import source_record
    from reports.source_screens import sources_screen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            added = add_suggested(session, Pen.of_this_machine(by), story, name=name)
        with ledger.reading() as session:
            pages = [source_page(session, found.handle) for found in added]
    show_list(pages, sources_screen, source_record, as_json)


def _show(ledger: "Ledger", words: str, as_json: bool) -> None:
    from claims.registry.queries import source_page
    from reports.source_records import source_record
    from reports.source_screens import source_screen

    with ledger.reading() as session:
        page = source_page(session, words)
    show(page, source_screen, source_record, as_json)


def _warn_of_a_name(found: "FoundSource", note: str) -> None:
    """Of a protected source: say where a note that was kept looks as if it told who it is."""
    from claims.registry.protecting import looks_like_a_name

    if found.protected and (telling := looks_like_a_name(note)):
        complain(f"{telling!r} looks like somebody's name, and is now on record beside {found}")


@source.command("import")
def import_sources(
    ctx: typer.Context,
    path: TableArgument,
    all_or_nothing: AllOrNothing = False,
    dry_run: DryRun = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Register the sources of a table, CSV or JSON Lines, and say what became of each row.

    Columns: name, and if you like kind, owner, homepage, language, primary_for, also, protected and sure
    (yes or no), grade, grade_for, because. Several values of a cell are parted by semicolons. Importing a
    table twice changes nothing the second time.

    Exit status 1 says that a row was refused; the others are stored.

    Example:  factdesk source import sources.csv --dry-run
    """
    from claims.importing.sources import SourceImport

    import_table(
        ctx,
        path,
        SourceImport,
        lambda ledger: SourceImport(),
        all_or_nothing=all_or_nothing,
        dry_run=dry_run,
        by=by,
        as_json=as_json,
        db=db,
        must_exist=False,
    )
