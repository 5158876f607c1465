"""`factdesk document`: the texts being checked."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands import group
from commands.answering import FOUND, show, show_list
from commands.fetching import captured, is_address
from commands.opening import ledger_of
from commands.options import (
    AsJson,
    Authors,
    By,
    Db,
    Offline,
    PathArgument,
    Purpose,
    Slug,
    SlugArgument,
    Story,
    UserAgent,
)

if TYPE_CHECKING:
    from claims.kinds import Purpose as Kind
    from claims.pages import RevisionPage
    from ledger.engine import Ledger
    from ledger.pen import Pen

document = group("Add documents, revise and compare them, list them, say what one is for.")


@document.command("add")
def add_document(
    ctx: typer.Context,
    path: PathArgument,
    slug: Slug = None,
    story: Story = None,
    purpose: Purpose = None,
    authors: Authors = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Store a document and its claims without writing a report.

    Example:  factdesk document add draft.docx --slug potash-deal --as draft --author "Ada Marsh"
    """
    from claims.intake import offer_file, store
    from ledger.pen import Pen

    kind = purpose_of(purpose, authors)
    with ledger_of(ctx, db) as ledger:
        pen = Pen.of_this_machine(by)
        offered = offer_file(path, slug=slug, story=story)
        store(ledger, pen, offered)
        say_purpose(ledger, pen, offered.slug, kind, authors)
        _show_stored(ledger, offered.slug, as_json)


@document.command("revise")
def revise_document(
    ctx: typer.Context,
    slug: SlugArgument,
    path: PathArgument,
    by: By = None,
    user_agent: UserAgent = None,
    offline: Offline = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Store the next version of a document: what was checked stays checked where nothing changed.

    PATH is a file, - for standard input, or the URL of a page, which is captured first. Claims keep
    their numbers. A claim whose words changed, or whose neighbours changed its meaning, is opened again.

    Exit status 1 says that there is something to look at: a claim that was opened again, is new or was cut.

    Example:  factdesk document revise potash-deal draft-2.docx
    """
    from claims.handles import story_of
    from claims.intake import offer_file, offer_page, store_revision
    from claims.revision_queries import revision_page
    from ledger.pen import Pen
    from reports.progress import working

    with working("Reading") as say, ledger_of(ctx, db, must_exist=True) as ledger:
        pen = Pen.of_this_machine(by)
        with ledger.reading() as session:
            story = story_of(session, slug)
        if is_address(path):
            say("Capturing")
            capture, taken = captured(ledger, pen, path, story=story, user_agent=user_agent, offline=offline)
            offered = offer_page(taken, handle=capture.handle, slug=slug)
        else:
            offered = offer_file(path, slug=slug)
        say("Comparing and storing")
        before, now = store_revision(ledger, pen, offered)
        with ledger.reading() as session:
            page = revision_page(session, slug, before=before, revision=now)
    _show_revision(page, as_json, whole=False)
    raise typer.Exit(FOUND if page.found_something else 0)


@document.command("diff")
def diff_document(
    ctx: typer.Context,
    slug: SlugArgument,
    before: Annotated[
        int | None, typer.Option("--from", metavar="N", help="The earlier revision. Default: the one before.")
    ] = None,
    revision: Annotated[
        int | None, typer.Option("--to", metavar="N", help="The later revision. Default: the present one.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write it as one HTML file, here.")
    ] = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show what became of each claim between two revisions of a document.

    Exit status 1 says that there is something to look at, as with document revise.

    Example:  factdesk document diff potash-deal --from 1 --to 3
    """
    from claims.revision_queries import revision_page
    from reports.html import render_revision
    from reports.write import write_report

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        page = revision_page(session, slug, before=before, revision=revision)
    if out is not None:
        write_report(render_revision(page), out)
    if out is None or as_json:
        _show_revision(page, as_json, whole=True)
    else:
        typer.echo(out)
    raise typer.Exit(FOUND if page.found_something else 0)


@document.command("list")
def list_documents(ctx: typer.Context, as_json: AsJson = False, db: Db = None) -> None:
    """List the documents with how many claims they have in each status.

    Example:  factdesk document list
    """
    from claims.judging.adopted import policy_in_force
    from claims.queries import document_lines
    from reports.json import document_line_record
    from reports.terminal import documents_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        lines = document_lines(session, policy_in_force(session))
    show_list(lines, documents_screen, document_line_record, as_json)


@document.command("show")
def show_document(
    ctx: typer.Context,
    slug: SlugArgument,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show one document: what it is, how its claims stand, what it lists as sources.

    Example:  factdesk document show prisoner-release
    """
    with ledger_of(ctx, db, must_exist=True) as ledger:
        _show_stored(ledger, slug, as_json)


@document.command("purpose")
def state_purpose(
    ctx: typer.Context,
    slug: SlugArgument,
    purpose: Annotated[str, typer.Argument(metavar="PURPOSE", hidden=True)],
    authors: Authors = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say what a document is checked for, and who wrote it, when it is there already.

    PURPOSE is draft (our own, to be published) or public (published by others). Authors that are named
    take the place of those who were named before; the byline's count in any case. Whoever wrote a text
    does not judge in it.

    Example:  factdesk document purpose potash-deal public --author "Ben Cole"
    """
    from ledger.pen import Pen

    kind = purpose_of(purpose, authors)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        say_purpose(ledger, Pen.of_this_machine(by), slug, kind, authors)
        _show_stored(ledger, slug, as_json)


def purpose_of(words: str | None, authors: Sequence[str] | None) -> "Kind | None":
    """The purpose that somebody typed; `None` where nobody did."""
    from claims.kinds import Purpose as Kind

    if words is None:
        if authors:
            raise typer.BadParameter("--author goes with --as draft or --as public")
        return None
    typed = words.strip().lower()
    if typed not in list(Kind):
        raise typer.BadParameter(f"{words!r} is no purpose; choose one of: {', '.join(Kind)}")
    return Kind(typed)


def say_purpose(
    ledger: "Ledger", pen: "Pen", slug: str, purpose: "Kind | None", authors: Sequence[str] | None
) -> None:
    """Record what a document is checked for, if somebody said."""
    from claims.publishing.purpose import state_purpose

    if purpose is not None:
        with ledger.writing() as session:
            state_purpose(session, pen, slug, purpose, authors=authors or ())


def _show_revision(page: "RevisionPage", as_json: bool, *, whole: bool) -> None:
    from reports.json import revision_record
    from reports.revision_screens import diff_screen, revise_screen

    show(page, diff_screen if whole else revise_screen, revision_record, as_json)


def _show_stored(ledger: "Ledger", slug: str, as_json: bool) -> None:
    from claims.judging.adopted import policy_in_force
    from claims.queries import document_page
    from reports.json import document_record
    from reports.terminal import document_screen

    with ledger.reading() as session:
        page = document_page(session, slug, policy_in_force(session))
    show(page, document_screen, document_record, as_json)
