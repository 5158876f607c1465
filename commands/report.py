"""`factdesk report`: the audit report of a document, in its forms."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands import group
from commands.answering import complain
from commands.opening import ledger_of
from commands.options import Db, Out, SlugArgument

if TYPE_CHECKING:
    from claims.pages import AuditPage
    from ledger.engine import Ledger

WithProtected = Annotated[
    bool,
    typer.Option("--with-protected", help="Also print when, where and how protected sources spoke."),
]

report = group("Write the audit report of a document.")


@report.command("html")
def report_html(
    ctx: typer.Context,
    slug: SlugArgument,
    audience: Annotated[
        str, typer.Option("--for", metavar="WHOM", help="Whom it is for: desk or readers.")
    ] = "desk",
    protected: WithProtected = False,
    out: Out = None,
    db: Db = None,
) -> None:
    """Write the audit report of a document as one HTML file, by default ./SLUG.html.

    For readers it leaves out the names of those who checked the text, their notes, and all that could tell
    who a protected source is; it is then written to ./SLUG.readers.html.

    Example:  factdesk report html prisoner-release --out reports/release.html
    """
    from reports.html import render_audit
    from reports.readers import Audience
    from reports.write import place_for, write_report

    try:
        whom = Audience(audience)
    except ValueError:
        raise typer.BadParameter(
            f"{audience!r} is nobody a report is for; choose one of: {', '.join(Audience)}"
        ) from None
    if protected and whom is Audience.READERS:
        raise typer.BadParameter("--with-protected is for the desk alone; leave it out, or --for readers")
    name = slug if whom is Audience.DESK else f"{slug}.{whom}"
    with ledger_of(ctx, db, must_exist=True) as ledger:
        page = audit_now(ledger, slug, protected=protected)
        content = render_audit(page, audience=whom)
        written = write_report(content, out or place_for(name))
        note(ledger, page, form=f"HTML for {whom}", file=written, content=content)
    typer.echo(written)


@report.command("json")
def report_json(
    ctx: typer.Context,
    slug: SlugArgument,
    protected: WithProtected = False,
    out: Out = None,
    db: Db = None,
) -> None:
    """Print the audit report of a document as JSON.

    Example:  factdesk report json prisoner-release --out release.json
    """
    from reports.json import audit_record
    from reports.jsonl import encoded, lines_to

    with ledger_of(ctx, db, must_exist=True) as ledger:
        page = audit_now(ledger, slug, protected=protected)
        content = encoded(audit_record(page))
        with lines_to(out) as write:
            write(content)
        note(ledger, page, form="JSON", file=out, content=f"{content}\n")


def audit_now(ledger: "Ledger", slug: str, *, protected: bool = False) -> "AuditPage":
    """What the audit report of a document shows at this moment."""
    from datetime import UTC, datetime

    from claims.judging.adopted import policy_in_force
    from claims.queries import audit_page

    with ledger.reading() as session:
        policy = policy_in_force(session)
        return audit_page(session, slug, policy, printed_at=datetime.now(UTC), protected=protected)


def note(ledger: "Ledger", page: "AuditPage", *, form: str, file: Path | None, content: str) -> None:
    """Note that a report was printed; where that fails the report stands, and the failure is told."""
    from claims.publishing.printing import note_printed
    from ledger.errors import LedgerError
    from ledger.pen import Pen

    try:
        with ledger.writing() as session:
            note_printed(session, Pen.of_this_machine(), page, form=form, file=file, content=content)
    except LedgerError as error:
        complain(f"the report is written, but the ledger could not note it: {error}")
