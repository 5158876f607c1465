"""`factdesk capture`: what is kept of pages and files, and whether it is still what it was."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands import Listing, group
from commands.answering import FOUND, show, show_list
from commands.fetching import captured, is_address
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, Offline, UserAgent

if TYPE_CHECKING:
    from claims.captured import CapturePage
    from ledger.engine import Ledger
    from ledger.pen import Pen


class CaptureGroup(Listing):
    """Takes what is no command of its own for what is to be captured: `factdesk capture URL`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the name of the usual command in front where none stands."""
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["add", *args]
        return super().parse_args(ctx, args)


capture = group("Capture a page: factdesk capture URL. List, show, verify, export.", kind=CaptureGroup)

CaptureArgument = Annotated[str, typer.Argument(metavar="CAPTURE", hidden=True)]
CapturesArgument = Annotated[list[str] | None, typer.Argument(metavar="CAPTURE", hidden=True)]
CaptureStory = Annotated[
    str | None, typer.Option("--story", metavar="NAME", help="The story that it belongs to.")
]
WithProtected = Annotated[
    bool, typer.Option("--with-protected", help="Tell when and how what protected sources say came here.")
]


@capture.command("add")
def add(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="URL|FILE", hidden=True)],
    story: CaptureStory = None,
    how: Annotated[
        str | None,
        typer.Option("--how", metavar="TEXT", help="For a file, and needed there: how it came to you."),
    ] = None,
    origin: Annotated[
        str | None, typer.Option("--from", metavar="URL", help="For a file: where it is said to be from.")
    ] = None,
    user_agent: UserAgent = None,
    offline: Offline = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Capture a page from the web, or a file; the word add may be left out.

    What the server sends is kept to the byte beside the database, in a folder such as factdesk-captures.
    A capture that fails is kept and shown as failed. FILE is a saved page, a PDF, a picture, a WARC or a
    WACZ. What robots.txt says is recorded. Under a browser's --user-agent (Mozilla/…) it is not asked for,
    since that would give the capture away.

    Exit status 1 says that the page was not captured whole, and why is told.

    Example:  factdesk capture https://example.org/news --story prisoner-release
    """
    from ledger.pen import Pen
    from reports.capture_screens import added_screen
    from reports.json import capture_record
    from reports.progress import working

    pen = Pen.of_this_machine(by)
    with working("Capturing"), ledger_of(ctx, db) as ledger:
        if is_address(what):
            if how or origin:
                raise typer.BadParameter("--how and --from are for files; leave them out for a URL")
            page, _ = captured(ledger, pen, what, story=story, user_agent=user_agent, offline=offline)
        else:
            page = _captured_file(ledger, pen, Path(what), how=how, url=origin, story=story)
    show(page, added_screen, capture_record, as_json)
    raise typer.Exit(FOUND if page.reason else 0)


def _captured_file(
    ledger: "Ledger", pen: "Pen", path: Path, *, how: str | None, url: str | None, story: str | None
) -> "CapturePage":
    from claims.capture_queries import capture_page
    from claims.captures import capture_file
    from sources.errors import NotFound

    if not path.exists():
        raise NotFound(
            str(path), "is neither a file nor an address", next_step="give a file, or a URL with https://"
        )
    if not (how and how.strip()):
        raise typer.BadParameter("say how the file came to you, as in --how 'saved by Ada from her browser'")
    number = capture_file(ledger, pen, path, how=how.strip(), url=url, story=story)
    with ledger.reading() as session:
        return capture_page(session, str(number))


@capture.command("list")
def list_captures(
    ctx: typer.Context,
    story: CaptureStory = None,
    with_protected: WithProtected = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the captures, failed ones too, in the order in which they were made.

    Example:  factdesk capture list --story prisoner-release
    """
    from claims.capture_queries import capture_pages, held_back
    from reports.capture_screens import captures_screen
    from reports.json import capture_record

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        pages = capture_pages(session, story=story)
        shown = pages if with_protected else held_back(session, pages)
    show_list(shown, captures_screen, capture_record, as_json)


@capture.command("show")
def show_capture(
    ctx: typer.Context,
    handle: CaptureArgument,
    with_protected: WithProtected = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show one capture: how it went, hop by hop, what is kept of it, and the words in it.

    CAPTURE is its handle, as in capture:3, or its number.

    Example:  factdesk capture show capture:3
    """
    from claims.capture_queries import capture_page, held_back
    from reports.capture_screens import capture_screen
    from reports.json import capture_record

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        page = capture_page(session, handle)
        shown = page if with_protected else held_back(session, [page])[0]
    show(shown, capture_screen, capture_record, as_json)


@capture.command("verify")
def verify(ctx: typer.Context, what: CapturesArgument = None, as_json: AsJson = False, db: Db = None) -> None:
    """Check that what was captured is still what is kept: all captures, some, or an exported WACZ file.

    A WACZ file is good if it is whole and every page in it is a capture of this ledger.

    Exit status 1 says that something is damaged, missing or altered.

    Example:  factdesk capture verify
    """
    from claims.capture_queries import capture_page, capture_pages
    from claims.keeping import left_over, verified
    from reports.capture_screens import verified_screen
    from reports.json import verified_record
    from reports.progress import counting
    from sources.captures.folder import folder_of

    if what and what[0].endswith(".wacz"):
        if len(what) > 1:
            raise typer.BadParameter("give one WACZ file by itself, or captures")
        _verify_package(ctx, db, Path(what[0]), as_json)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        folder = folder_of(ledger.path)
        with ledger.reading() as session:
            everything = capture_pages(session)
            pages = tuple(capture_page(session, word) for word in what) if what else everything
        found = []
        with counting("Verifying captures") as step:
            for one in verified(pages, folder):
                found.append(one)
                step()
        remains = () if what else left_over(everything, folder)
    show_list(found, lambda done: verified_screen(done, remains), verified_record, as_json)
    raise typer.Exit(FOUND if any(one.problems for one in found) else 0)


def _verify_package(ctx: typer.Context, db: str | None, package: Path, as_json: bool) -> None:
    from claims.capture_queries import is_captured
    from claims.captured import PackagePage
    from reports.capture_screens import package_screen
    from reports.json import package_record
    from sources.captures.verifying import is_signed, problems_of
    from sources.errors import NotFound

    if not package.is_file():
        raise NotFound(str(package), "does not exist", next_step="check its name and folder")
    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        problems = problems_of(package, vouched=lambda digest: is_captured(session, digest))
    found = PackagePage(package.name, tuple(problems), is_signed(package))
    show(found, package_screen, package_record, as_json)
    raise typer.Exit(FOUND if problems else 0)


@capture.command("export")
def export(
    ctx: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="FILE.wacz", help="Where the package goes.")],
    what: CapturesArgument = None,
    story: CaptureStory = None,
    everything: Annotated[bool, typer.Option("--all", help="All captures of the ledger.")] = False,
    db: Db = None,
) -> None:
    """Pack captures into one WACZ file that others can open in a browser and replay without the network.

    Give captures by their handles, or --story NAME, or --all.

    Example:  factdesk capture export --story prisoner-release --out release.wacz
    """
    from claims.capture_queries import capture_page, capture_pages
    from claims.keeping import export_package
    from reports.progress import working
    from sources.captures.folder import folder_of

    if bool(what) + bool(story) + everything != 1:
        raise typer.BadParameter("say which: captures such as capture:3, or --story NAME, or --all")
    with working("Packing"), ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.reading() as session:
            named = [capture_page(session, word) for word in what or []]
            pages = named or capture_pages(session, story=story)
        packed = export_package(pages, folder_of(ledger.path), title=story or "Captures", out=out)
    typer.echo(f"{packed} captures packed into {out}" if packed != 1 else f"1 capture packed into {out}")
