"""`factdesk policy`: what a verdict needs before it counts."""

from typing import TYPE_CHECKING, Annotated

import typer

from commands import group
from commands.answering import FOUND, show, show_list
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db

if TYPE_CHECKING:
    from claims.judging.pages import Flip
    from claims.judging.policy import Policy
    from ledger.engine import Ledger

policy = group("Show the desk's policy, see what another would change, adopt one.")

FileArgument = Annotated[str, typer.Argument(metavar="FILE", hidden=True)]


@policy.command("show")
def show_policy(
    ctx: typer.Context,
    toml: Annotated[bool, typer.Option("--toml", help="Print the file itself, to copy and change.")] = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show the policy in force: its verdicts, and what each tier of claims needs.

    Example:  factdesk policy show --toml > desk.toml
    """
    from reports.judging_screens import policy_screen
    from reports.policy_records import policy_record

    policy = _in_force(ctx, db)
    if toml:
        typer.echo(policy.toml, nl=not policy.toml.endswith("\n"))
    else:
        show(policy, policy_screen, policy_record, as_json)


@policy.command("diff")
def diff_policy(ctx: typer.Context, file: FileArgument, as_json: AsJson = False, db: Db = None) -> None:
    """List every claim whose status another policy would change. Nothing is stored.

    Exit status 1 says that some would change.

    Example:  factdesk policy diff desk.toml
    """
    from claims.judging.policy_file import policy_from
    from reports.judging_screens import flips_screen
    from reports.policy_records import flip_record

    new = policy_from(file)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        found = _flips(ledger, new)
    show_list(found, flips_screen, flip_record, as_json)
    raise typer.Exit(FOUND if found else 0)


@policy.command("adopt")
def adopt_policy(
    ctx: typer.Context,
    file: FileArgument,
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Put a policy in force, and list every claim whose status changes by it.

    Example:  factdesk policy adopt desk.toml --because "the desk agreed on it in March"
    """
    from claims.judging.adopted import adopt
    from claims.judging.policy_file import policy_from
    from ledger.pen import Pen
    from reports.judging_screens import adopted_screen
    from reports.policy_records import flip_record

    new = policy_from(file)
    with ledger_of(ctx, db) as ledger:
        found = _flips(ledger, new)
        with ledger.writing() as session:
            adopt(session, Pen.of_this_machine(by), new, because=because)
    show_list(found, lambda flips: adopted_screen(new, flips), flip_record, as_json)


@policy.command("agreement")
def show_agreement(
    ctx: typer.Context,
    story: Annotated[str | None, typer.Argument(metavar="STORY", hidden=True)] = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say how far two readers agree, over the blind second checks of a story or of all.

    Example:  factdesk policy agreement prisoner-release
    """
    from claims.judging.pairs import agreement
    from reports.judging_screens import agreement_screen
    from reports.policy_records import agreement_record

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        found = agreement(session, story)
    show(found, agreement_screen, agreement_record, as_json)


def _flips(ledger: "Ledger", new: "Policy") -> "list[Flip]":
    """Every claim whose status would change, with a count of them as they are found."""
    from datetime import UTC, datetime

    from claims.judging.adopted import flips
    from reports.progress import counting

    found = []
    with counting("Claims that change") as one_more, ledger.reading() as session:
        for flip in flips(session, new, now=datetime.now(UTC)):
            found.append(flip)
            one_more()
    return found


def _in_force(ctx: typer.Context, db: str | None) -> "Policy":
    """The policy in force; the built-in one where there is no ledger yet."""
    from claims.judging.adopted import policy_in_force
    from claims.judging.policy_file import BUILT_IN
    from ledger.errors import NoLedgerYet

    try:
        with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
            return policy_in_force(session)
    except NoLedgerYet:
        return BUILT_IN
