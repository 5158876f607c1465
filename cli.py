"""The command line: one function a command; each opens the ledger, calls one action or query, shows one page.

Nothing is decided here. Heavy imports happen inside the commands, so that `--help` answers fast;
for the same reason annotations are not postponed, since typer would have to evaluate each again.
"""

import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from claims.kinds import Status
    from claims.pages import AuditPage, ClaimPage
    from ledger.engine import Ledger

FOUND = 1
FAILED = 2
DEFAULT_LEDGER = "factdesk.db"

Page = TypeVar("Page")


class Switchboard(TyperGroup):
    """The one place where what went wrong becomes a sentence and exit status 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a known error is said once, on standard error."""
        try:
            return super().invoke(ctx)
        except known_errors() as error:
            _complain(error)
            raise typer.Exit(FAILED) from None
        except BrokenPipeError:
            # The reader of our output has gone, as with `| head`; nothing is left to say.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(FAILED) from None


def known_errors() -> tuple[type[Exception], ...]:
    """The roots of the packages' error trees; asked for when something went wrong, not before."""
    from claims.errors import ClaimError
    from ledger.errors import LedgerError
    from reports.errors import ReportError
    from sources.errors import SourceError

    return LedgerError, SourceError, ClaimError, ReportError


def _group(help: str) -> typer.Typer:
    return typer.Typer(help=help, no_args_is_help=True, rich_markup_mode=None, cls=TyperGroup)


app = typer.Typer(
    cls=Switchboard,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
document_app = _group("Add documents, list them, show one.")
claim_app = _group("List claims, show one, mark one with your verdict.")
report_app = _group("Write the audit report of a document.")
db_app = _group("Look after the database.")
app.add_typer(document_app, name="document")
app.add_typer(claim_app, name="claim")
app.add_typer(report_app, name="report")
app.add_typer(db_app, name="db")

# Arguments are explained in the help's own words, so typer's table of their types is left out.
PathArgument = Annotated[str, typer.Argument(metavar="PATH", hidden=True)]
SlugArgument = Annotated[str, typer.Argument(metavar="SLUG", hidden=True)]
HandleArgument = Annotated[str, typer.Argument(metavar="SLUG:NUMBER", hidden=True)]
Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE",
        help="The database. Default: FACTDESK_DB, else factdesk.db here.",
    ),
]
Slug = Annotated[
    str | None,
    typer.Option("--slug", metavar="NAME", help="Name for the document. Default: the file's name."),
]
Story = Annotated[
    str | None, typer.Option("--story", metavar="NAME", help="Check it together with this story's documents.")
]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who is at work. Default: your system account.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write here instead.")]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"factdesk {version('factdesk')}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
]


@app.callback()
def factdesk(ctx: typer.Context, db: Db = None, version: Version = False) -> None:
    """Every statement of a text as a claim with its place, its figures, its sources and its status.

    Start with:  factdesk check article.txt
    """
    ctx.obj = db


@app.command()
def check(
    ctx: typer.Context,
    path: PathArgument,
    slug: Slug = None,
    story: Story = None,
    by: By = None,
    out: Out = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Check an article and write its audit report.

    Every statement is stored as a claim, the figures are related, the report is written to ./SLUG.html.

    PATH is a text, Markdown, HTML, PDF or DOCX file, or - for standard input.

    Exit status 1 says that something was found: claims that nobody has confirmed, or figures that differ.

    Example:  factdesk check article.html --story prisoner-release
    """
    from claims.intake import offer_file, store
    from ledger.pen import Pen
    from reports.html import render_audit
    from reports.json import audit_record
    from reports.jsonl import encoded
    from reports.progress import working
    from reports.terminal import check_screen
    from reports.write import place_for, write_report

    with working("Reading") as say, _ledger(ctx, db) as ledger:
        offered = offer_file(path, slug=slug, story=story)
        say("Storing and relating figures")
        store(ledger, Pen.of_this_machine(by), offered)
        say("Writing the report")
        page = _audit(ledger, offered.slug)
        report = write_report(render_audit(page), out or place_for(offered.slug))
    if as_json:
        typer.echo(encoded({**audit_record(page), "report": str(report)}))
    else:
        typer.echo(check_screen(page, report))
    raise typer.Exit(FOUND if page.found_something else 0)


@app.command()
def read(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", hidden=True)] = None,
    jsonl: Annotated[
        Path | None, typer.Option("--jsonl", metavar="FILE", help="Read one document a line from here.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Read lines in N processes.")] = 1,
    out: Out = None,
) -> None:
    """Read documents and print JSON, storing nothing.

    PATH is a text, Markdown, HTML, PDF or DOCX file, or - for standard input.

    Example:  factdesk read article.pdf > article.json
    """
    from itertools import chain

    from claims.sent import records_of_files, records_of_lines
    from reports.jsonl import lines_to
    from reports.progress import counting

    if not paths and jsonl is None:
        raise typer.BadParameter("give a PATH, or --jsonl FILE")
    problems = 0
    lines = records_of_lines(jsonl, jobs=jobs) if jsonl else ()
    with lines_to(out) as write, counting("Reading") as step:
        for found in chain(records_of_files(paths or []), lines):
            if isinstance(found, str):
                write(found)
            else:
                problems += 1
                _complain(found)
            step()
    raise typer.Exit(FAILED if problems else 0)


@app.command()
def compare(
    path: Annotated[Path, typer.Argument(metavar="FILE", hidden=True)],
    out: Out = None,
) -> None:
    """Relate the figures of statements, as JSON.

    FILE holds statements about one story, one JSON object a line: id and text; also outlet, url,
    published, speaker.

    Example:  factdesk compare statements.jsonl
    """
    from claims.reconcile.compare import compare as relate
    from claims.sent import statements
    from reports.jsonl import encoded, lines_to
    from sources.jsonl import BadLine

    sent = list(statements(path))
    problems = [found for found in sent if isinstance(found, BadLine)]
    for problem in problems:
        _complain(problem)
    with lines_to(out) as write:
        write(encoded(relate([found for found in sent if not isinstance(found, BadLine)])))
    raise typer.Exit(FAILED if problems else 0)


@app.command()
def estimate(
    observations: Annotated[Path, typer.Argument(metavar="OBSERVATIONS", hidden=True)],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the settled values go.")],
    sources: Annotated[
        Path | None, typer.Option("--sources", metavar="FILE", help="Where the sources' weights go.")
    ] = None,
) -> None:
    """Settle what many sources say of many things.

    OBSERVATIONS is a CSV file with the columns source, object, value, and if known attribute, time,
    copied_from. Needs the extra: pip install 'factdesk[archive]'

    Example:  factdesk estimate tolls.csv --out settled.csv --sources sources.csv
    """
    from claims.archive import estimate_file

    found = estimate_file(observations, out, sources)
    for line in found.bad:
        _complain(line)
    if found.bad_lines > len(found.bad):
        _complain(f"and {found.bad_lines - len(found.bad):,} more lines that can't be used")
    for told in (*found.remarks, *found.choices):
        typer.echo(told, err=True)
    raise typer.Exit(FAILED if found.bad_lines else 0)


@app.command()
def reconcile(
    ctx: typer.Context,
    story: Annotated[str, typer.Argument(metavar="STORY", hidden=True)],
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Relate the figures of a story.

    It says which agree, which are part of which, and what is left to find out.

    STORY is a story, or a document that stands alone.

    Exit status 1 says that figures differ or that something is not accounted for.

    Example:  factdesk reconcile prisoner-release
    """
    from claims.intake import reconcile_again
    from claims.queries import story_page
    from reports.json import story_record
    from reports.terminal import story_screen

    with _ledger(ctx, db, must_exist=True) as ledger:
        reconcile_again(ledger, story)
        with ledger.reading() as session:
            page = story_page(session, story)
    _show(page, story_screen, story_record, as_json)
    raise typer.Exit(FOUND if page.findings.tasks else 0)


@document_app.command("add")
def document_add(
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

    with _ledger(ctx, db) as ledger:
        offered = offer_file(path, slug=slug, story=story)
        store(ledger, Pen.of_this_machine(by), offered)
        _show_document(ledger, offered.slug, as_json)


@document_app.command("list")
def document_list(ctx: typer.Context, as_json: AsJson = False, db: Db = None) -> None:
    """List the documents with how many claims they have in each status.

    Example:  factdesk document list
    """
    from claims.policy import BUILT_IN
    from claims.queries import document_lines
    from reports.json import document_line_record
    from reports.terminal import documents_screen

    with _ledger(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        lines = document_lines(session, BUILT_IN)
    _show_list(lines, documents_screen, document_line_record, as_json)


@document_app.command("show")
def document_show(
    ctx: typer.Context,
    slug: SlugArgument,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show one document: what it is, how its claims stand, what it lists as sources.

    Example:  factdesk document show prisoner-release
    """
    with _ledger(ctx, db, must_exist=True) as ledger:
        _show_document(ledger, slug, as_json)


@claim_app.command("list")
def claim_list(
    ctx: typer.Context,
    slug: Annotated[str | None, typer.Argument(metavar="SLUG", hidden=True)] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="Only claims of this status; may be given again."),
    ] = None,
    reported: Annotated[
        bool,
        typer.Option("--reported-unconfirmed", help="Only those the text itself calls unconfirmed."),
    ] = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the claims of one document, or of all, with their status.

    Example:  factdesk claim list prisoner-release --status unconfirmed
    """
    from claims.policy import BUILT_IN
    from claims.queries import claim_pages
    from reports.json import claim_record
    from reports.terminal import claims_screen

    with _ledger(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        claims = claim_pages(
            session, BUILT_IN, slug=slug, statuses=_statuses(status or []), reported=reported
        )
    _show_list(claims, claims_screen, claim_record, as_json)


@claim_app.command("show")
def claim_show(
    ctx: typer.Context,
    handle: HandleArgument,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show one claim: its words, what was read in it, who reviewed it, where it stands and why.

    Example:  factdesk claim show prisoner-release:12
    """
    from reports.json import claim_record
    from reports.terminal import claim_screen

    with _ledger(ctx, db, must_exist=True) as ledger:
        _show(_claim(ledger, handle), claim_screen, claim_record, as_json)


@claim_app.command("mark")
def claim_mark(
    ctx: typer.Context,
    handle: HandleArgument,
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", hidden=True)],
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="The reason, in a sentence.")],
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record your verdict on a claim, with its reason. The last review decides.

    VERDICT is confirmed, partly, missing-context, misleading, outdated, disputed, refuted,
    not-checkable, or unconfirmed (looked, and still open).

    Example:  factdesk claim mark prisoner-release:12 confirmed --because "both ministries say so"
    """
    from claims.policy import BUILT_IN
    from claims.reviews import mark
    from ledger.pen import Pen
    from reports.json import claim_record
    from reports.terminal import mark_screen

    with _ledger(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            mark(session, Pen.of_this_machine(by), handle, verdict, because=because, policy=BUILT_IN)
        _show(_claim(ledger, handle), mark_screen, claim_record, as_json)


@report_app.command("html")
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

    with _ledger(ctx, db, must_exist=True) as ledger:
        page = _audit(ledger, slug)
    typer.echo(write_report(render_audit(page), out or place_for(slug)))


@report_app.command("json")
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

    with _ledger(ctx, db, must_exist=True) as ledger:
        page = _audit(ledger, slug)
    with lines_to(out) as write:
        write(encoded(audit_record(page)))


@db_app.command("upgrade")
def db_upgrade(ctx: typer.Context, db: Db = None) -> None:
    """Make the database, or bring an older one up to date.

    Every command brings an older one up to date; here it is done at a time of your choosing.

    Example:  factdesk --db desk.db db upgrade
    """
    with _ledger(ctx, db) as ledger:
        typer.echo(f"{ledger.path} is up to date.")


def main() -> None:
    """Run factdesk; a fault of our own shows where it happened, and is never taken for exit status 1."""
    _mend_streams()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except OSError as error:  # files are spoken for by their own errors, so this is the output
        _complain(f"the output can't be written ({error.strerror or error}); send it elsewhere")
        sys.exit(FAILED)
    except Exception:  # noqa: BLE001 - shown in full, and nothing goes on
        import traceback

        traceback.print_exc()
        _complain("this is a fault of factdesk itself; please report it with the lines above")
        sys.exit(FAILED)


def _mend_streams() -> None:
    """Streams that were closed lead nowhere, and what a terminal can't show is spelled out."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _statuses(words: list[str]) -> "Sequence[Status]":
    """The statuses that somebody typed, or all where none was."""
    from claims.kinds import Status

    known = {status.value.replace("_", "-"): status for status in Status}
    typed = [word.strip().lower().replace("_", "-").replace(" ", "-") for word in words]
    for name in typed:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is no status; choose one of: {', '.join(known)}")
    return [known[name] for name in typed] or list(Status)


def _complain(problem: object) -> None:
    from reports.hidden import one_line

    typer.echo(f"factdesk: {one_line(str(problem))}", err=True)


def _ledger(ctx: typer.Context, db: str | None, *, must_exist: bool = False) -> "Ledger":
    """The ledger that was asked for, after the command or before it, or in the environment."""
    from ledger.engine import open_ledger

    location = db or ctx.find_root().obj or os.environ.get("FACTDESK_DB") or DEFAULT_LEDGER
    return open_ledger(location, must_exist=must_exist)


def _audit(ledger: "Ledger", slug: str) -> "AuditPage":
    from datetime import UTC, datetime

    from claims.policy import BUILT_IN
    from claims.queries import audit_page

    with ledger.reading() as session:
        return audit_page(session, slug, BUILT_IN, printed_at=datetime.now(UTC))


def _claim(ledger: "Ledger", handle: str) -> "ClaimPage":
    from claims.policy import BUILT_IN
    from claims.queries import claim_page

    with ledger.reading() as session:
        return claim_page(session, handle, BUILT_IN)


def _show_document(ledger: "Ledger", slug: str, as_json: bool) -> None:
    from claims.policy import BUILT_IN
    from claims.queries import document_page
    from reports.json import document_record
    from reports.terminal import document_screen

    with ledger.reading() as session:
        page = document_page(session, slug, BUILT_IN)
    _show(page, document_screen, document_record, as_json)


def _show(page: Page, screen: Callable[[Page], str], record: Callable[[Page], object], as_json: bool) -> None:
    from reports.jsonl import encoded

    typer.echo(encoded(record(page)) if as_json else screen(page))


def _show_list(
    pages: Sequence[Page],
    screen: Callable[[Sequence[Page]], str],
    record: Callable[[Page], object],
    as_json: bool,
) -> None:
    _show(pages, screen, lambda listed: [record(page) for page in listed], as_json)


if __name__ == "__main__":
    main()
