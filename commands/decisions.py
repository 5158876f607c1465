"""What the commands that record a decision have in common: make it, then show what it did."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from commands.answering import show
from commands.opening import ledger_of

if TYPE_CHECKING:
    from claims.deciding import Decided
    from ledger.engine import Ledger
    from ledger.pen import Pen


def decide(
    ctx: typer.Context,
    db: str | None,
    by: str | None,
    as_json: bool,
    act: "Callable[[Ledger, Pen], Decided]",
) -> None:
    """Let somebody decide, and print the decision with what the figures now say."""
    from claims.queries import story_page
    from ledger.pen import Pen
    from reports.decision_screens import decided_screen
    from reports.json import decision_record

    with ledger_of(ctx, db, must_exist=True) as ledger:
        done = act(ledger, Pen.of_this_machine(by))
        with ledger.reading() as session:
            page = story_page(session, done.story)
    show(
        page,
        lambda story: decided_screen(story, done.number),
        lambda story: {"story": story.story, **decision_record(story.decisions[done.number - 1])},
        as_json,
    )
