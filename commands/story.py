"""`factdesk reconcile`: how the figures of a story fit together."""

import typer

from commands.answering import FOUND, show
from commands.opening import ledger_of
from commands.options import AsJson, Db, StoryArgument


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
