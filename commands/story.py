"""`factdesk reconcile` and `factdesk story`: how the figures of a story fit, and what people decided."""

from typing import TYPE_CHECKING, Annotated

import typer

from commands import group
from commands.answering import FOUND, show, show_list
from commands.decisions import decide
from commands.finding import suggest
from commands.handover import note_on_story, notes
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db, StoryArgument
from commands.outcomes import todo

if TYPE_CHECKING:
    from claims.publishing.pages import GatePage
    from ledger.engine import Ledger

story = group("See what waits and what bars publishing; parties, decisions, notes.")


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


@story.command("gate")
def gate(ctx: typer.Context, story: StoryArgument, as_json: AsJson = False, db: Db = None) -> None:
    """Say what stands in the way of publishing a story, or a document alone.

    In a draft of our own: claims that are refuted, disputed or unconfirmed, what the writer was asked for
    and no revision shows, what changed since it was confirmed, figures that differ, replies that are
    awaited, and what nobody has signed as not checkable or as no part of the article. In a check of what
    others published a refuted claim is a result.

    Exit status 1 says that something stands in the way.

    Example:  factdesk story gate prisoner-release
    """
    from reports.gate_screens import gate_screen, obstacle_record

    with ledger_of(ctx, db, must_exist=True) as ledger:
        page = gate_now(ledger, story)
    show(page, gate_screen, lambda gate: [obstacle_record(one) for one in gate.obstacles], as_json)
    raise typer.Exit(0 if page.passes else FOUND)


def gate_now(ledger: "Ledger", name: str) -> "GatePage":
    """What stands in the way of publishing a story or a document at this moment."""
    from datetime import UTC, datetime

    from claims.judging.adopted import policy_in_force
    from claims.publishing.gated import gate_page

    with ledger.reading() as session:
        return gate_page(session, name, policy_in_force(session), now=datetime.now(UTC))


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


story.command("todo")(todo)
story.command("note")(note_on_story)
story.command("notes")(notes)
story.command("suggest")(suggest)
