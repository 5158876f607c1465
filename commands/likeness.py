"""`factdesk claim decide`: a person says what a claim is to another, or to a fact-check of others."""

from typing import Annotated

import typer

from commands.answering import show
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db, HandleArgument


def decide(
    ctx: typer.Context,
    handle: HandleArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", hidden=True)],
    likeness: Annotated[str, typer.Option("--as", metavar="WORD", help="same, related or different.")],
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say that a claim is the same as another, related to it or different; it then stands for both.

    OTHER is another claim, as in archive:4, or a fact-check of others, as in factcheck:3. Your word takes
    the place of what factdesk suggests, until a revision changes the words of one. No verdict is carried
    over by it.

    Example:  factdesk claim decide prisoner-release:22 factcheck:1 --as same --because "word for word"
    """
    from claims.factchecks.deciding import decide_likeness
    from claims.judging.adopted import policy_in_force
    from claims.kinds import MatchDecision
    from claims.queries import claim_page
    from ledger.pen import Pen
    from reports.likeness_records import likeness_record
    from reports.likeness_screens import decided_screen

    typed = likeness.strip().lower()
    if typed not in list(MatchDecision):
        raise typer.BadParameter(f"{likeness!r} is none of: {', '.join(MatchDecision)}")
    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            decided = decide_likeness(session, pen, handle, other, MatchDecision(typed), because=because)
        with ledger.reading() as session:
            page = claim_page(session, handle, policy_in_force(session))
    found = next(one for one in page.likenesses if one.other == decided)
    show(
        (page, found),
        decided_screen,
        lambda both: {"claim": both[0].handle, **likeness_record(both[1])},
        as_json,
    )
