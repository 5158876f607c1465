"""`factdesk claim`: the statements of a text, and what a person makes of them."""

from collections.abc import Callable
from typing import Annotated

import typer

from commands import group
from commands.answering import show
from commands.claim_tables import import_claims, mark_all
from commands.finding import similar
from commands.handover import Asked, assign, note, show_claims, work
from commands.judging import adjudicate, claim_now, explain, mark, printed_of, reopen, second, sign_off, tier
from commands.likeness import decide
from commands.looking import contacted, replied, searched
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, HandleArgument
from commands.outcomes import outcome
from commands.public import appeared
from commands.public import public as choose_public
from commands.regrouping import join, split
from commands.signing import checkable, furniture, sign
from commands.statuses import statuses_named

claim = group("List claims, show one, judge them, cut them anew, hand them over.")


def list_claims(
    ctx: typer.Context,
    slug: Annotated[str | None, typer.Argument(metavar="SLUG", hidden=True)] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="Only claims of this status; may be given again."),
    ] = None,
    reported: Annotated[
        bool,
        typer.Option("--reported-unconfirmed", help="Only those the text itself calls unconfirmed."),
    ] = False,
    public: Annotated[bool, typer.Option("--public", help="Only claims that were made in public.")] = False,
    mine: Annotated[bool, typer.Option("--mine", help="Those you are to check.")] = False,
    assigned_to: Annotated[
        list[str] | None,
        typer.Option("--assigned-to", metavar="NAME", help="Those NAME is to check; may be given again."),
    ] = None,
    unassigned: Annotated[bool, typer.Option("--unassigned", help="Those nobody has.")] = False,
    worked_on: Annotated[bool, typer.Option("--worked-on", help="Only those somebody is at now.")] = False,
    unconfirmed: Annotated[bool, typer.Option("--unconfirmed", help="Queue: unconfirmed.")] = False,
    stale: Annotated[bool, typer.Option("--stale", help="Queue: words they rest on have changed.")] = False,
    needs_second: Annotated[
        bool, typer.Option("--needs-second", help="Queue: wait for a second person, as you are one.")
    ] = False,
    due: Annotated[bool, typer.Option("--due", help="Queue: a deadline is near or over.")] = False,
    within: Annotated[
        str | None, typer.Option("--within", metavar="TIME", help="With --due: how near. Default: 1d.")
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the claims of one document, or of all, with their status, who has them and who is at them.

    Several queues together list what is in any of them; every other option leaves fewer. Whose claims:
    --mine, --assigned-to and --unassigned together list what is any of theirs.

    Example:  factdesk claim list --mine --unconfirmed --by Ada
    """
    from claims.handover.queues import Queue

    queues = {
        Queue.UNCONFIRMED: unconfirmed,
        Queue.STALE: stale,
        Queue.NEEDS_SECOND: needs_second,
        Queue.DUE: due,
    }
    if within is not None and not due:
        raise typer.BadParameter("--within goes with --due")
    asked = Asked(
        slug=slug,
        statuses=statuses_named(status or []),
        reported=reported,
        mine=mine,
        assigned_to=tuple(assigned_to or ()),
        unassigned=unassigned,
        worked_on=worked_on,
        public=public,
        queues=frozenset(queue for queue, meant in queues.items() if meant),
        within=within,
    )
    with ledger_of(ctx, db, must_exist=True) as ledger:
        show_claims(ledger, asked, by, as_json)


def show_claim(
    ctx: typer.Context,
    handle: HandleArgument,
    reveal: Annotated[
        bool,
        typer.Option("--reveal", help="Show a verdict withheld until the second check; that is recorded."),
    ] = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show one claim: its words, what was read in it, who reviewed it, where it stands and why.

    A verdict that waits for a second check is withheld, so that the second is given without knowing it.
    Of a claim that nobody has judged it says which judged one, or fact-check, says the same word for word;
    factdesk claim similar finds what says it otherwise.

    Example:  factdesk claim show prisoner-release:12
    """
    from claims.finding.similar import said_before
    from claims.judging.adopted import policy_in_force
    from claims.judging.second_check import disclose
    from ledger.pen import Pen
    from reports.claim_screens import claim_screen
    from reports.correction_records import printed_records
    from reports.finding_screens import said_before_screen
    from reports.handover_records import desk_claim_record

    with ledger_of(ctx, db, must_exist=True) as ledger:
        if reveal:
            with ledger.writing() as session:
                disclose(session, Pen.of_this_machine(by), handle)
        page = claim_now(ledger, handle, reveal=reveal)
        printed = printed_of(ledger, page)
        with ledger.reading() as session:
            before = said_before(session, page, policy_in_force(session))
    show(
        page,
        lambda claim: claim_screen(claim, printed=printed) + said_before_screen(claim.handle, before),
        lambda claim: {**desk_claim_record(claim), **printed_records(printed)},
        as_json,
    )


SECTIONS: dict[str, list[tuple[str, Callable[..., None], str]]] = {
    "See claims": [
        ("list", list_claims, "List claims with their status, and whose they are."),
        ("show", show_claim, "Show one claim: its words, its evidence, where it stands."),
        ("explain", explain, "Say line by line why a claim stands where it stands."),
        ("similar", similar, "List what is like it: was this checked before?"),
    ],
    "Look for evidence": [
        ("searched", searched, "Record where you looked, and what you found there."),
        ("contacted", contacted, "Record whom you asked, and by when they should answer."),
        ("replied", replied, "Record what came of asking."),
    ],
    "Judge": [
        ("mark", mark, "Give your verdict, with its reason."),
        ("mark-all", mark_all, "Give the verdicts of a table, CSV or JSON Lines."),
        ("second", second, "Check what somebody else has judged, without seeing how."),
        ("adjudicate", adjudicate, "Decide between two verdicts that differ, as a third."),
        ("sign-off", sign_off, "Sign off where the policy asks for it, as a lawyer does."),
        ("tier", tier, "Say how much a claim needs before it counts."),
        ("decide", decide, "Say that two claims are the same, related or different."),
        ("reopen", reopen, "Open a claim again that was judged."),
    ],
    "Say what is a claim": [
        ("sign", sign, "Sign what the machine holds for not checkable."),
        ("checkable", checkable, "Say that a claim can be checked after all."),
        ("furniture", furniture, "Say that claims are no part of the article."),
        ("split", split, "Split a claim in parts, each a claim of its own."),
        ("join", join, "Join claims that stand next to each other into one."),
        ("import", import_claims, "Make each row of a table, CSV or JSON Lines, a claim."),
    ],
    "Hand on": [
        ("outcome", outcome, "Say what should become of a claim in a draft."),
        ("assign", assign, "Say who has to check claims."),
        ("work", work, "Say that you are working on claims."),
        ("note", note, "Note something for whoever comes next."),
    ],
    "Claims made in public": [
        ("public", choose_public, "Choose a claim that was made in public, and say whose it is."),
        ("appeared", appeared, "Note where a public claim appeared."),
    ],
}
"""The commands under their headings, each with its line in the list of all."""

for heading, commands in SECTIONS.items():
    for name, command, line in commands:
        claim.command(name, short_help=line, rich_help_panel=heading)(command)
