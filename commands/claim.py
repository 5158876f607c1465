"""`factdesk claim`: the statements of a text, and what a person makes of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from commands import group
from commands.answering import show, show_list
from commands.claim_tables import import_claims, mark_all
from commands.finding import similar
from commands.looking import contacted, replied, searched
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db, HandleArgument
from commands.signing import checkable, sign

if TYPE_CHECKING:
    from claims.kinds import Status
    from claims.pages import ClaimPage
    from ledger.engine import Ledger

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
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the claims of one document, or of all, with their status.

    Example:  factdesk claim list prisoner-release --status unconfirmed
    """
    from claims.judging.adopted import policy_in_force
    from claims.queries import claim_pages
    from reports.claim_screens import claims_screen
    from reports.json import claim_record

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        claims = claim_pages(
            session, policy_in_force(session), slug=slug, statuses=_statuses(status or []), reported=reported
        )
    show_list(claims, claims_screen, claim_record, as_json)


@claim.command("show")
def show_claim(
    ctx: typer.Context,
    handle: HandleArgument,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show one claim: its words, what was read in it, who reviewed it, where it stands and why.

    Example:  factdesk claim show prisoner-release:12
    """
    from reports.claim_screens import claim_screen
    from reports.json import claim_record

    with ledger_of(ctx, db, must_exist=True) as ledger:
        show(_claim_now(ledger, handle), claim_screen, claim_record, as_json)


@claim.command("mark")
def mark_claim(
    ctx: typer.Context,
    handle: HandleArgument,
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", hidden=True)],
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record your verdict on a claim, with its reason, and see what it still waits for.

    VERDICT is confirmed, partly, missing-context, misleading, outdated, disputed, refuted,
    not-checkable, unverifiable, definition-unclear or unconfirmed (looked, and still open).
    It counts once the evidence is there that the policy asks for; the last verdict decides.

    Example:  factdesk claim mark prisoner-release:12 confirmed --because "both ministries say so"
    """
    from claims.judging.adopted import policy_in_force
    from claims.judging.reviews import mark
    from ledger.pen import Pen
    from reports.claim_screens import mark_screen
    from reports.json import claim_record

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            mark(
                session,
                Pen.of_this_machine(by),
                handle,
                verdict,
                because=because,
                policy=policy_in_force(session),
            )
        show(_claim_now(ledger, handle), mark_screen, claim_record, as_json)


def _claim_now(ledger: "Ledger", handle: str) -> "ClaimPage":
    from claims.judging.adopted import policy_in_force
    from claims.queries import claim_page

    with ledger.reading() as session:
        return claim_page(session, handle, policy_in_force(session))


def _statuses(words: list[str]) -> "Sequence[Status]":
    """The statuses that somebody typed, or all where none was."""
    from claims.kinds import Status

    known = {status.value.replace("_", "-"): status for status in Status}
    typed = [word.strip().lower().replace("_", "-").replace(" ", "-") for word in words]
    for name in typed:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is no status; choose one of: {', '.join(known)}")
    return [known[name] for name in typed] or list(Status)


claim.command("sign")(sign)
claim.command("checkable")(checkable)
claim.command("searched")(searched)
claim.command("contacted")(contacted)
claim.command("replied")(replied)
claim.command("import")(import_claims)
claim.command("mark-all")(mark_all)
claim.command("similar")(similar)
