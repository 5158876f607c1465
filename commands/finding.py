"""Finding again: what was checked before, and which documents tell of one event."""

from pathlib import Path
from typing import Annotated

import typer

from commands.answering import FAILED, complain, show, show_list
from commands.opening import ledger_of
from commands.options import AsJson, Db, HandleArgument, Out, Top


def match(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", hidden=True)],
    queries: Annotated[Path, typer.Argument(metavar="QUERIES", hidden=True)],
    top: Top = 10,
    out: Out = None,
) -> None:
    """Has this been checked already? As JSON.

    CORPUS holds claims that were checked, one JSON object a line: id and text; also title. QUERIES
    holds what is asked: id and text. Each answer lists the nearest claims, best first, with what
    they are to it (same, related, different) and why. It is a suggestion: a changed figure, name,
    date or denial is never the same.

    Example:  factdesk match checked.jsonl new.jsonl --top 5
    """
    from claims.finding.sent import matches_of_lines
    from reports.jsonl import encoded, lines_to
    from sources.jsonl import BadLine

    problems = 0
    with lines_to(out) as write:
        for found in matches_of_lines(corpus, queries, top=top):
            if isinstance(found, BadLine):
                problems += 1
                complain(found)
            else:
                query, matches = found
                write(encoded({"query": query, "matches": [match.as_record() for match in matches]}))
    raise typer.Exit(FAILED if problems else 0)


def stories(
    path: Annotated[Path, typer.Argument(metavar="FILE", hidden=True)],
    out: Out = None,
) -> None:
    """Group documents about the same event, as JSON.

    FILE holds one document a line, as for factdesk read --jsonl: id, and text or html; also title.

    Example:  factdesk stories documents.jsonl
    """
    from claims.finding.sent import documents_of_lines
    from claims.matching.grouping import events_of
    from reports.jsonl import encoded, lines_to
    from sources.jsonl import BadLine

    sent = list(documents_of_lines(path))
    problems = [found for found in sent if isinstance(found, BadLine)]
    for problem in problems:
        complain(problem)
    events = events_of([found for found in sent if not isinstance(found, BadLine)])
    with lines_to(out) as write:
        write(encoded({"stories": [event.as_record() for event in events]}))
    raise typer.Exit(FAILED if problems else 0)


def similar(
    ctx: typer.Context,
    handle: HandleArgument,
    top: Top = 10,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the claims of all documents that are like one, with what they are to it and why.

    Whether two say the same, you decide: a changed figure, name, date or denial is never the same.

    Example:  factdesk claim similar prisoner-release:12
    """
    from claims.finding.keeping import index_of
    from claims.finding.similar import similar_claims
    from claims.judging.adopted import policy_in_force
    from reports.finding_records import similar_record
    from reports.finding_screens import similar_screen
    from reports.progress import indexing

    with (
        ledger_of(ctx, db, must_exist=True) as ledger,
        index_of(ledger, counting=indexing) as index,
        ledger.reading() as session,
    ):
        page = similar_claims(session, index, handle, policy_in_force(session), top=top)
    show(page, similar_screen, lambda found: [similar_record(one) for one in found.similar], as_json)


def suggest(ctx: typer.Context, as_json: AsJson = False, db: Db = None) -> None:
    """List documents about the same event that stand in different stories, with the reason.

    It is a suggestion. A document stays in the story that it was added to, and what was checked in it
    with it; to have its figures related with the others', add it again with --story and a slug of its own.

    Example:  factdesk story suggest
    """
    from claims.finding.stories import suggested_stories
    from reports.finding_records import suggested_story_record
    from reports.finding_screens import suggested_stories_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        found = suggested_stories(session)
    show_list(found, suggested_stories_screen, suggested_story_record, as_json)
