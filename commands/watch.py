"""`factdesk watch`: the cited pages again, and what became of the words that claims rest on."""

from typing import TYPE_CHECKING

import typer

from commands.answering import FOUND, show
from commands.fetching import captured
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, Offline, StoryArgument, UserAgent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.captured import CapturePage
    from claims.watching.cited import CitedPages
    from ledger.engine import Ledger
    from ledger.pen import Pen


def watch(
    ctx: typer.Context,
    story: StoryArgument,
    offline: Offline = False,
    user_agent: UserAgent = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Look at the cited pages again: do the quoted words still stand?

    Each page is captured anew; with --offline the newest capture there is of it is compared, as of a file
    added with --from. A claim that rests on words which were altered or have gone returns to the queue; its
    verdict stays on record. A quote counts as altered too where its sentence now denies or doubts it. A page
    that is gone changes nothing where a good capture stands.

    STORY is a story, or a document alone.

    Exit status 1 says that quoted words were altered or have gone.

    Example:  factdesk watch prisoner-release
    """
    from claims.judging.adopted import policy_in_force
    from claims.watching.cited import cited_pages
    from claims.watching.radius import watch_page
    from claims.watching.rechecking import look_again, record_watch
    from ledger.pen import Pen
    from reports.watch_screens import watch_record, watch_screen

    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.reading() as session:
            pages = cited_pages(session, story, policy_in_force(session))
        captures = _newest(ledger, pages) if offline else _captured_again(ledger, pen, pages, user_agent)
        watched = look_again(pages, captures)
        with ledger.writing() as session:
            record_watch(session, pen, story, watched.looked)
        with ledger.reading() as session:
            page = watch_page(session, story, watched, policy_in_force(session), today=pen.clock().date())
    show(page, watch_screen, watch_record, as_json)
    raise typer.Exit(FOUND if page.found_change else 0)


def _newest(ledger: "Ledger", pages: "CitedPages") -> "Mapping[str, CapturePage | None]":
    from claims.capture_queries import newest_capture

    with ledger.reading() as session:
        return {url: newest_capture(session, url) for url in pages.urls}


def _captured_again(
    ledger: "Ledger", pen: "Pen", pages: "CitedPages", user_agent: str | None
) -> "Mapping[str, CapturePage | None]":
    """Each page captured anew, one after the other; what fails is kept as a failed capture."""
    from reports.progress import counting

    found = {}
    with counting("Looking at the cited pages again", of=len(pages.urls)) as step:
        for url in pages.urls:
            found[url], _ = captured(
                ledger, pen, url, story=pages.story, user_agent=user_agent, offline=False
            )
            step()
    return found
