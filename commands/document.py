"""`factdesk document`: the texts being checked."""

from typing import TYPE_CHECKING

import typer

from commands import group
from commands.answering import show, show_list
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, PathArgument, Slug, SlugArgument, Story

if TYPE_CHECKING:
    from ledger.engine import Ledger

document = group("Add documents, list them, show one.")


@document.command("add")
def add_document(
    ctx: typer.Context,
    path: PathArgument,
    slug: Slug = None,
    story: Story = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Store a document and its claims without writing a report.

    Example:  factdesk document add draft.docx --slug potash-deal
    """
    from claims.intake import offer_file, store
    from ledger.pen import Pen

    with ledger_of(ctx, db) as ledger:
        offered = offer_file(path, slug=slug, story=story)
        store(ledger, Pen.of_this_machine(by), offered)
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


def _show_stored(ledger: "Ledger", slug: str, as_json: bool) -> None:
    from claims.policy import BUILT_IN
    from claims.queries import document_page
    from reports.json import document_record
    from reports.terminal import document_screen

    with ledger.reading() as session:
        page = document_page(session, slug, BUILT_IN)
    show(page, document_screen, document_record, as_json)
