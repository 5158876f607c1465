"""`factdesk factcheck`: what others have checked, taken over as their word."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from commands import group
from commands.answering import FAILED, FOUND, complain, show, show_list
from commands.fetching import captured, is_address
from commands.importing import AllOrNothing, DryRun
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, Offline, UserAgent

if TYPE_CHECKING:
    from uuid import UUID

    from claims.importing.report import ImportReport
    from ledger.engine import Ledger
    from ledger.pen import Pen
    from sources.published_reviews import Found

factcheck = group("Take over others' fact-checks (ClaimReview), list them, show one.")


@factcheck.command("import")
def import_factchecks(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH|URL", hidden=True)],
    all_or_nothing: AllOrNothing = False,
    dry_run: DryRun = False,
    by: By = None,
    user_agent: UserAgent = None,
    offline: Offline = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Take over fact-checks that others publish as ClaimReview (schema.org).

    PATH is a saved page, a JSON-LD file, a feed (DataFeed, ItemList or a list in JSON), or JSON Lines.
    A URL is captured first. RSS and Atom only link to pages; these links are not followed.

    A rating is kept as its publisher's word and is never a verdict of yours. The same again adds
    nothing; a later version of a review counts in its place. Exit status 1 says that some were refused.

    Example:  factdesk factcheck import examples/factchecks/feed.json
    """
    from claims.errors import ClaimError
    from ledger.pen import Pen
    from reports.import_records import import_record
    from reports.import_screens import imports_screen
    from sources.errors import SourceError

    pen, reports, failed = Pen.of_this_machine(by), list["ImportReport"](), False
    with ledger_of(ctx, db) as ledger:
        for path in paths:
            try:
                sent = _sent(ledger, pen, path, user_agent=user_agent, offline=offline)
                reports.append(_taken_over(ledger, pen, sent, all_or_nothing, dry_run))
            except (SourceError, ClaimError) as error:
                complain(error)
                failed = True
    if reports:
        show_list(reports, imports_screen, import_record, as_json)
    if failed:
        raise typer.Exit(FAILED)
    raise typer.Exit(FOUND if any(report.refused for report in reports) else 0)


@factcheck.command("list")
def list_factchecks(
    ctx: typer.Context,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Only those of this publisher.")
    ] = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List others' fact-checks that were imported, each in its latest version.

    Example:  factdesk factcheck list --publisher "Harbour Check"
    """
    from claims.factchecks.queries import factcheck_pages
    from reports.factcheck_records import factcheck_record
    from reports.factcheck_screens import factchecks_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        pages = factcheck_pages(session, publisher=publisher)
    show_list(pages, factchecks_screen, factcheck_record, as_json)


@factcheck.command("show")
def show_factcheck(
    ctx: typer.Context,
    handle: Annotated[str, typer.Argument(metavar="FACTCHECK", hidden=True)],
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show one fact-check of others: the claim, who made it, the rating, where it stands.

    FACTCHECK is its handle, as in factcheck:3, or its number.

    Example:  factdesk factcheck show factcheck:3
    """
    from claims.factchecks.queries import factcheck_page
    from reports.factcheck_records import factcheck_record
    from reports.factcheck_screens import factcheck_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        page = factcheck_page(session, handle)
    show(page, factcheck_screen, factcheck_record, as_json)


class _Sent(NamedTuple):
    """What somebody asked to be taken over: its name, what places in it count, its capture, its reviews."""

    name: str
    unit: str
    capture: "UUID | None"
    reviews: "Iterator[Found]"


def _sent(ledger: "Ledger", pen: "Pen", path: str, *, user_agent: str | None, offline: bool) -> _Sent:
    """The reviews of a file, or of an address, which is captured. Raises a `SourceError` or `NotCaptured`."""
    from claims.errors import NotCaptured
    from sources.published_reviews import reviews_in_bytes, reviews_in_file, unit_of
    from sources.readers import shown_name

    if not is_address(path):
        file = Path(path)
        return _Sent(shown_name(file), unit_of(file), None, reviews_in_file(file))
    page, taken = captured(ledger, pen, path, story=None, user_agent=user_agent, offline=offline)
    fetched = taken.fetched.page if taken.fetched else None
    if page.reason is not None or fetched is None or fetched.entity is None:
        raise NotCaptured(
            f"{path} was not captured whole: {page.reason or page.why_no_text}; this is kept as "
            f"{page.handle}, see: factdesk capture show {page.handle}"
        )
    url = page.url or path
    return _Sent(url, "entry", taken.id, reviews_in_bytes(fetched.entity, url, url=url))


def _taken_over(
    ledger: "Ledger", pen: "Pen", sent: _Sent, all_or_nothing: bool, dry_run: bool
) -> "ImportReport":
    from claims.factchecks.importing import import_factchecks as take_over
    from reports.progress import counting

    with counting(f"Reading {sent.name}") as step, ledger.writing() as session:
        return take_over(
            session,
            pen,
            _counted(sent.reviews, step),
            file=sent.name,
            unit=sent.unit,
            capture=sent.capture,
            all_or_nothing=all_or_nothing,
            dry_run=dry_run,
        )


def _counted(reviews: "Iterator[Found]", step: Callable[[], None]) -> "Iterator[Found]":
    for review in reviews:
        yield review
        step()
