"""`factdesk report`: the audit report of a document, in its forms."""

from typing import TYPE_CHECKING

import typer

from commands import group
from commands.opening import ledger_of
from commands.options import Db, Out, SlugArgument

if TYPE_CHECKING:
    from claims.pages import AuditPage
    from ledger.engine import Ledger

report = group("Write the audit report of a document.")


@report.command("html")
def report_html(
    ctx: typer.Context,
    slug: SlugArgument,
    out: Out = None,
    db: Db = None,
) -> None:
    """Write the audit report of a document as one HTML file, by default ./SLUG.html.

    Example:  factdesk report html prisoner-release --out reports/release.html
    """
    from reports.html import render_audit
    from reports.write import place_for, write_report

    with ledger_of(ctx, db, must_exist=True) as ledger:
        page = audit_now(ledger, slug)
    typer.echo(write_report(render_audit(page), out or place_for(slug)))


@report.command("json")
def report_json(
    ctx: typer.Context,
    slug: SlugArgument,
    out: Out = None,
    db: Db = None,
) -> None:
    """Print the audit report of a document as JSON.

    Example:  factdesk report json prisoner-release --out release.json
    """
    from reports.json import audit_record
    from reports.jsonl import encoded, lines_to

    with ledger_of(ctx, db, must_exist=True) as ledger:
        page = audit_now(ledger, slug)
    with lines_to(out) as write:
        write(encoded(audit_record(page)))


def audit_now(ledger: "Ledger", slug: str) -> "AuditPage":
    """What the audit report of a document shows at this moment."""
    from datetime import UTC, datetime

    from claims.policy import BUILT_IN
    from claims.queries import audit_page

    with ledger.reading() as session:
        return audit_page(session, slug, BUILT_IN, printed_at=datetime.now(UTC))
