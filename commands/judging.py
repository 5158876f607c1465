"""`factdesk claim mark`, `second`, `adjudicate`, `reopen`, `sign-off`, `tier`, `explain`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answering import show
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db, HandleArgument, Why

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from claims.judging.policy import Policy
    from claims.kinds import Question
    from claims.pages import ClaimPage
    from claims.publishing.pages import InReport
    from ledger.engine import Ledger
    from ledger.pen import Pen

    Act = Callable[[Session, Pen, Policy], None]

VerdictArgument = Annotated[str, typer.Argument(metavar="VERDICT", hidden=True)]
About = Annotated[
    str | None,
    typer.Option("--about", metavar="QUESTION", help="Of reported speech: said, or so (is it so)."),
]


def mark(
    ctx: typer.Context,
    handle: HandleArgument,
    verdict: VerdictArgument,
    because: Because,
    about: About = None,
    override: Annotated[
        str | None,
        typer.Option("--override", metavar="TEXT", help="Why it counts though the policy asks for more."),
    ] = None,
    for_readers: Annotated[
        str | None,
        typer.Option("--for-readers", metavar="TEXT", help="The same reason, as readers are to see it."),
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record your verdict on a claim, with its reason, and see what it still waits for.

    VERDICT is confirmed, partly, missing-context, misleading, outdated, disputed, refuted,
    not-checkable, unverifiable, definition-unclear or unconfirmed (looked, and still open).
    It counts once the evidence is there that the policy asks for; the last verdict decides.

    Of reported speech there are two: whether it was said, and whether it is so.

    Example:  factdesk claim mark prisoner-release:12 confirmed --because "both ministries say so"
    """
    from claims.judging.reviews import Override
    from claims.judging.reviews import mark as record_verdict

    if for_readers is not None and override is None:
        raise typer.BadParameter("--for-readers goes with --override")
    told = None if override is None else Override(override, for_readers)
    question = _question(about)
    _judge(
        ctx,
        db,
        handle,
        by,
        as_json,
        lambda session, pen, policy: record_verdict(
            session, pen, handle, verdict, because=because, policy=policy, about=question, override=told
        ),
    )


def second(
    ctx: typer.Context,
    handle: HandleArgument,
    verdict: Annotated[str | None, typer.Argument(metavar="VERDICT", hidden=True)] = None,
    because: Why = None,
    about: About = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Check a claim that somebody else has judged, without seeing what they said.

    Without VERDICT it prints the claim and its evidence, and nothing of what others made of them.

    Example:  factdesk claim second prisoner-release:12 confirmed --by bob --because "the lists agree"
    """
    from claims.judging.second_check import second as record_second
    from claims.judging.withholding import without_verdicts
    from reports.claim_screens import claim_screen
    from reports.json import claim_record

    question = _question(about)
    if verdict is None:
        with ledger_of(ctx, db, must_exist=True) as ledger:
            page = without_verdicts(claim_now(ledger, handle))
        show(page, claim_screen, claim_record, as_json)
        return
    reason = because or ""
    _judge(
        ctx,
        db,
        handle,
        by,
        as_json,
        lambda session, pen, policy: record_second(
            session, pen, handle, verdict, because=reason, policy=policy, about=question
        ),
    )


def adjudicate(
    ctx: typer.Context,
    handle: HandleArgument,
    verdict: VerdictArgument,
    because: Because,
    about: About = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Decide between two verdicts that differ, as a third person. Both stay on record.

    Example:  factdesk claim adjudicate prisoner-release:12 partly --by cy --because "the list is of March"
    """
    from claims.judging.second_check import adjudicate as record_decision

    question = _question(about)
    _judge(
        ctx,
        db,
        handle,
        by,
        as_json,
        lambda session, pen, policy: record_decision(
            session, pen, handle, verdict, because=because, policy=policy, about=question
        ),
    )


def reopen(
    ctx: typer.Context,
    handle: HandleArgument,
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Open a claim again that was judged, and list every report that printed it.

    It is unconfirmed until somebody judges it again. What was said of it, and its evidence, stay on record.

    Example:  factdesk claim reopen prisoner-release:12 --because "a reader sent the list"
    """
    from claims.judging.adopted import policy_in_force
    from claims.judging.reopening import reopen as open_again
    from ledger.pen import Pen
    from reports.correction_records import printed_records
    from reports.correction_screens import reopen_screen
    from reports.json import claim_record

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            open_again(
                session, Pen.of_this_machine(by), handle, because=because, policy=policy_in_force(session)
            )
        page = claim_now(ledger, handle)
        printed = printed_of(ledger, page)
    show(
        page,
        lambda claim: reopen_screen(claim, printed),
        lambda claim: {**claim_record(claim), **printed_records(printed)},
        as_json,
    )


def sign_off(
    ctx: typer.Context,
    handle: HandleArgument,
    role: Annotated[str, typer.Option("--as", metavar="ROLE", help="In which role, as in legal.")],
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Sign a claim off where the policy asks for it, as a lawyer does an accusation.

    Example:  factdesk claim sign-off prisoner-release:12 --as legal --by cy --because "both were asked"
    """
    from claims.judging.tier_setting import sign_off as record_sign_off

    _judge(
        ctx,
        db,
        handle,
        by,
        as_json,
        lambda session, pen, policy: record_sign_off(
            session, pen, handle, role, because=because, policy=policy
        ),
        reviewed=False,
    )


def tier(
    ctx: typer.Context,
    handle: HandleArgument,
    tier: Annotated[str, typer.Argument(metavar="TIER", hidden=True)],
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say how much a claim needs before it counts, where its words suggest something else.

    TIER is routine, figure, quote or accusation.

    Example:  factdesk claim tier prisoner-release:12 accusation --because "it says that he took money"
    """
    from claims.judging.tier_setting import set_tier

    _judge(
        ctx,
        db,
        handle,
        by,
        as_json,
        lambda session, pen, policy: set_tier(session, pen, handle, tier, because=because),
        reviewed=False,
    )


def explain(
    ctx: typer.Context,
    handle: HandleArgument,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say line by line why a claim stands where it stands, and what it waits for.

    Example:  factdesk claim explain prisoner-release:12
    """
    from reports.json import claim_record
    from reports.judging_screens import explain_screen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        show(claim_now(ledger, handle), explain_screen, claim_record, as_json)


def printed_of(ledger: "Ledger", claim: "ClaimPage") -> "tuple[InReport, ...]":
    """The reports that printed a claim."""
    from claims.publishing.printing import printed_with

    with ledger.reading() as session:
        return printed_with(session, [claim.handle]).get(claim.handle, ())


def claim_now(ledger: "Ledger", handle: str, *, reveal: bool = False) -> "ClaimPage":
    """A claim at this moment; `reveal` shows a verdict that is withheld until the second check."""
    from claims.judging.adopted import policy_in_force
    from claims.queries import claim_page

    with ledger.reading() as session:
        return claim_page(session, handle, policy_in_force(session), reveal=reveal)


def _judge(
    ctx: typer.Context,
    db: str | None,
    handle: str,
    by: str | None,
    as_json: bool,
    act: "Act",
    *,
    reviewed: bool = True,
) -> None:
    """Record what somebody made of a claim and show what follows; whoever `reviewed` it sees the verdict."""
    from claims.judging.adopted import policy_in_force
    from claims.publishing.pages import told_otherwise
    from ledger.pen import Pen
    from reports.claim_screens import mark_screen
    from reports.correction_records import printed_records
    from reports.json import claim_record
    from reports.judging_screens import explain_screen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            act(session, Pen.of_this_machine(by), policy_in_force(session))
        page = claim_now(ledger, handle, reveal=reviewed)
        printed = printed_of(ledger, page)
    otherwise = told_otherwise(printed, page.standing.status)
    show(
        page,
        (lambda claim: mark_screen(claim, printed=otherwise)) if reviewed else explain_screen,
        lambda claim: {**claim_record(claim), **printed_records(printed)},
        as_json,
    )


def _question(typed: str | None) -> "Question | None":
    """The question that somebody typed."""
    from claims.kinds import Question
    from claims.typed import member

    return None if typed is None else member(Question, typed, what="question")
