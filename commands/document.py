"""`factdesk document`: the texts being checked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from commands import group
from commands.answering import show, show_list
from commands.opening import ledger_of
from commands.options import AsJson, Authors, By, Db, PathArgument, Purpose, Slug, SlugArgument, Story

if TYPE_CHECKING:
    from claims.kinds import Purpose as Kind
    from ledger.engine import Ledger
    from ledger.pen import Pen

document = group("Add documents, list them, show one, say what one is for.")


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


@document.command("list")
def list_documents(ctx: typer.Context, as_json: AsJson = False, db: Db = None) -> None:
    """List the documents with how many claims they have in each status.

    Example:  factdesk document list
    """
    from claims.policy import BUILT_IN
    from claims.queries import document_lines
    from reports.json import document_line_record
    from reports.terminal import documents_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        lines = document_lines(session, BUILT_IN)
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


def _show_stored(ledger: "Ledger", slug: str, as_json: bool) -> None:
    from claims.policy import BUILT_IN
    from claims.queries import document_page
    from reports.json import document_record
    from reports.terminal import document_screen

    with ledger.reading() as session:
        page = document_page(session, slug, BUILT_IN)
    show(page, document_screen, document_record, as_json)
