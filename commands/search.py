"""`factdesk search`: where words stand in the ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from commands.answering import show
from commands.opening import ledger_of
from commands.options import AsJson, Db, Top
from commands.statuses import statuses_named

if TYPE_CHECKING:
    from claims.finding.filters import Filters
    from claims.kinds import SearchedIn


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", hidden=True)],
    within: Annotated[
        list[str] | None,
        typer.Option(
            "--in",
            metavar="WHERE",
            help="Only claims, evidence, sources, captures or factchecks; may be given again.",
        ),
    ] = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="NAME", help="Only what belongs to this story.")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="SLUG", help="Only what belongs to this document.")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="Only claims of this status; may be given again."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Only what came on that day or later.")
    ] = None,
    top: Top = 20,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Search claims, evidence, sources and captures.

    The fact-checks of others that were taken over are searched as well.
    Every word has to be there, in the singular or the plural. "Two words" between quotation marks have to
    stand together, and Zup* finds what begins so. Capital letters and accents don't matter: Zupcic finds
    Zupčić, and 1,200 finds 1200. A claim is found by its present words, or its last if it was cut.

    The index stands beside the database in a file of its own and can be deleted: it is made again.

    Example:  factdesk search prisoners nickel --in claims
    """
    from claims.finding.keeping import index_of
    from claims.finding.searching import search as find
    from claims.judging.adopted import policy_in_force
    from reports.progress import indexing
    from reports.search_records import hit_record
    from reports.search_screens import search_screen

    filters = _filters(within or [], story, document, status or [], since)
    with (
        ledger_of(ctx, db, must_exist=True) as ledger,
        index_of(ledger, counting=indexing) as index,
        ledger.reading() as session,
    ):
        page = find(session, index, " ".join(words), policy_in_force(session), filters=filters, most=top)
    show(page, search_screen, lambda found: [hit_record(hit) for hit in found.hits], as_json)


def _filters(
    within: list[str], story: str | None, document: str | None, status: list[str], since: str | None
) -> "Filters":
    """The filters that somebody typed."""
    from claims.finding.filters import Filters
    from claims.kinds import SearchedIn
    from claims.typed import moment

    kinds = _kinds(within)
    if status and kinds and SearchedIn.CLAIMS not in kinds:
        raise typer.BadParameter("--status goes with claims only; leave it out, or search --in claims")
    return Filters(
        within=kinds,
        story=story,
        document=document,
        statuses=tuple(statuses_named(status)) if status else (),
        since=moment(since, begins=True) if since else None,
    )


def _kinds(words: list[str]) -> "tuple[SearchedIn, ...]":
    from claims.kinds import SearchedIn

    known = {kind.value: kind for kind in SearchedIn}
    typed = [word.strip().lower().replace("-", "").replace("_", "") for word in words]
    named = [word if word in known or word == "evidence" else f"{word}s" for word in typed]
    for word, name in zip(words, named, strict=True):
        if name not in known:
            raise typer.BadParameter(f"{word!r} is nothing to search; choose one of: {', '.join(known)}")
    return tuple(dict.fromkeys(known[name] for name in named))
