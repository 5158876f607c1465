"""`factdesk reconcile` and `factdesk story`: how the figures of a story fit, and what people decided."""

from typing import Annotated

import typer

from commands import group
from commands.answering import FOUND, show, show_list
from commands.decisions import decide
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db, StoryArgument

story = group("Name parties, list decisions, undo a decision.")


def reconcile(
    ctx: typer.Context,
    story: StoryArgument,
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

    with ledger_of(ctx, db, must_exist=True) as ledger:
        reconcile_again(ledger, story)
        with ledger.reading() as session:
            page = story_page(session, story)
    show(page, story_screen, story_record, as_json)
    raise typer.Exit(FOUND if page.findings.tasks else 0)


@story.command("party")
def party(
    ctx: typer.Context,
    story: StoryArgument,
    name: Annotated[str, typer.Argument(metavar="NAME", hidden=True)],
    because: Because,
    is_none: Annotated[bool, typer.Option("--not", help="Say that it is no party after all.")] = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Name a source as a party to the event: it speaks for a side, and its figures are marked so.

    Example:  factdesk story party prisoner-release "Exchange Centre" --because "it took the freed in"
    """
    from claims.deciding import name_party

    decide(
        ctx,
        db,
        by,
        as_json,
        lambda ledger, pen: name_party(ledger, pen, story, name, is_party=not is_none, because=because),
    )


@story.command("decisions")
def list_decisions(ctx: typer.Context, story: StoryArgument, as_json: AsJson = False, db: Db = None) -> None:
    """List what people decided about a story's figures, and which decisions have no effect any more.

    Example:  factdesk story decisions prisoner-release
    """
    from claims.queries import decision_pages
    from reports.decision_screens import decisions_screen
    from reports.json import decision_record

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        decisions = decision_pages(session, story)
    show_list(decisions, decisions_screen, decision_record, as_json)


@story.command("undo")
def undo_decision(
    ctx: typer.Context,
    story: StoryArgument,
    number: Annotated[int, typer.Argument(metavar="NUMBER", hidden=True)],
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Take a decision back, by its number in the list of decisions. Both stay on record.

    Example:  factdesk story undo prisoner-release 3 --because "the list names other people"
    """
    from claims.deciding import undo

    decide(ctx, db, by, as_json, lambda ledger, pen: undo(ledger, pen, story, number, because=because))
