"""`factdesk claim`: the statements of a text, and what a person makes of them."""

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

claim = group("List claims, show one, mark one with your verdict.")


@claim.command("list")
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


@claim.command("show")
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


claim.command("mark")(mark)
claim.command("second")(second)
claim.command("adjudicate")(adjudicate)
claim.command("sign-off")(sign_off)
claim.command("tier")(tier)
claim.command("decide")(decide)
claim.command("explain")(explain)
claim.command("sign")(sign)
claim.command("checkable")(checkable)
claim.command("furniture")(furniture)
claim.command("searched")(searched)
claim.command("contacted")(contacted)
claim.command("replied")(replied)
claim.command("import")(import_claims)
claim.command("mark-all")(mark_all)
claim.command("similar")(similar)
claim.command("public")(choose_public)
claim.command("appeared")(appeared)
claim.command("outcome")(outcome)
claim.command("split")(split)
claim.command("join")(join)
claim.command("assign")(assign)
claim.command("work")(work)
claim.command("note")(note)
claim.command("reopen")(reopen)
