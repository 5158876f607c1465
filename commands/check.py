"""The main job: an article in, its audit report out."""

from typing import Annotated

import typer

from commands.answering import FOUND
from commands.document import purpose_of, say_purpose
from commands.fetching import captured, is_address
from commands.opening import ledger_of
from commands.options import (
    AsJson,
    Authors,
    By,
    Db,
    Offline,
    Out,
    PathArgument,
    Purpose,
    Slug,
    Story,
    UserAgent,
)
from commands.report import audit_now, note
from commands.story import gate_now


def check(
    ctx: typer.Context,
    path: PathArgument,
    slug: Slug = None,
    story: Story = None,
    purpose: Purpose = None,
    authors: Authors = None,
    by: By = None,
    user_agent: UserAgent = None,
    offline: Offline = False,
    gate: Annotated[bool, typer.Option("--gate", help="Ask what stands in the way of publishing.")] = False,
    out: Out = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Check an article and write its audit report.

    Every statement is stored as a claim, the figures are related, the report is written to ./SLUG.html.

    PATH is a text, Markdown, HTML, PDF or DOCX file, or - for standard input; or the URL of a page, which
    is captured first (see factdesk capture).

    Exit status 1 says that something was found: claims that nobody has confirmed, or figures that differ;
    with --gate, what stands in the way (see factdesk story gate).

    Example:  factdesk check article.html --story prisoner-release
    """
    from claims.intake import offer_file, offer_page, store
    from ledger.pen import Pen
    from reports.gate_screens import gate_screen, obstacle_record
    from reports.html import render_audit
    from reports.json import audit_record
    from reports.jsonl import encoded
    from reports.progress import working
    from reports.terminal import check_screen
    from reports.write import place_for, write_report

    kind = purpose_of(purpose, authors)
    with working("Reading") as say, ledger_of(ctx, db) as ledger:
        pen = Pen.of_this_machine(by)
        if is_address(path):
            say("Capturing")
            capture, taken = captured(ledger, pen, path, story=story, user_agent=user_agent, offline=offline)
            offered = offer_page(taken, handle=capture.handle, slug=slug, story=story)
        else:
            offered = offer_file(path, slug=slug, story=story)
        say("Storing and relating figures")
        store(ledger, pen, offered)
        say_purpose(ledger, pen, offered.slug, kind, authors)
        say("Writing the report")
        page = audit_now(ledger, offered.slug)
        content = render_audit(page)
        report = write_report(content, out or place_for(offered.slug))
        note(ledger, page, form="HTML for desk", file=report, content=content)
        gated = gate_now(ledger, offered.slug) if gate else None
    if as_json:
        told = {"gate": [obstacle_record(one) for one in gated.obstacles]} if gated else {}
        typer.echo(encoded({**audit_record(page), "report": str(report), **told}))
    else:
        typer.echo("\n\n".join([check_screen(page, report), *([gate_screen(gated)] if gated else [])]))
    found = page.found_something if gated is None else not gated.passes
    raise typer.Exit(FOUND if found else 0)
