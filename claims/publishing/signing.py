"""Signing what the machine holds for not checkable, and saying of some of it that it can be checked.

Both are reviews, so the last word counts and the status follows from the policy. A claim that can be
checked gets its verdict in judging, not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from claims.errors import CannotSign, UnknownVerdict
from claims.handle_parts import slug_in
from claims.handles import find_claim, find_document
from claims.judging.case import Case
from claims.judging.policy import Policy
from claims.judging.reviews import Judged, add_review, mark, reason_of
from claims.kinds import ReviewRole, Status
from claims.pages import ClaimPage
from claims.publishing.authors import refuse_author
from claims.queries import claim_page, claim_pages, claims_named
from claims.sections import in_section
from ledger.pen import Pen


def sign_claims(
    session: Session, pen: Pen, handles: Iterable[str], *, because: str, policy: Policy
) -> tuple[str, ...]:
    """Agree that claims can't be checked; give the handles of those signed just now.

    Raises `CannotSign` for a claim that can be checked, `OwnText`, `EmptyReason` or `UnknownClaim`.
    """
    claims = claims_named(session, handles, policy)
    for claim in claims:
        if claim.standing.status is not Status.NOT_CHECKABLE:
            raise CannotSign(
                f"{claim.handle} can be checked and is {claim.standing.status.value}; if it can't, give that "
                f'as your verdict: factdesk claim mark {claim.handle} not-checkable --because "…"'
            )
    return _sign(session, pen, claims, because, policy)


def sign_document(
    session: Session, pen: Pen, slug: str, *, section: str | None = None, because: str, policy: Policy
) -> tuple[str, ...]:
    """Agree to every "not checkable" of a document, or of one section; give the handles signed just now.

    Raises `UnknownSection`, `OwnText`, `EmptyReason` or `UnknownDocument`.
    """
    claims = claim_pages(session, policy, slug=slug)
    if section is not None:
        claims = _in_section(claims, slug, section)
    return _sign(session, pen, claims, because, policy)


def make_checkable(session: Session, pen: Pen, handle: str, *, because: str, policy: Policy) -> None:
    """Say that a claim can be checked after all; it then starts unconfirmed.

    Raises `CannotSign` where nobody holds it for not checkable, `EmptyReason` or `UnknownClaim`.
    """
    claim = claim_page(session, handle, policy)
    if claim.standing.status is not Status.NOT_CHECKABLE:
        raise CannotSign(f"{claim.handle} can be checked already: it is {claim.standing.status.value}")
    verdict = verdict_for(policy, Status.UNCONFIRMED)
    mark(session, pen, claim.handle, verdict, because=because, policy=policy)


def make_section_checkable(
    session: Session, pen: Pen, slug: str, section: str, *, because: str, policy: Policy
) -> tuple[str, ...]:
    """Say that everything in a section can be checked after all; give the handles of what could not.

    Raises `UnknownSection`, `OwnText`, `EmptyReason` or `UnknownDocument`.
    """
    claims = _in_section(claim_pages(session, policy, slug=slug), slug, section)
    held = [claim.handle for claim in claims if claim.standing.status is Status.NOT_CHECKABLE]
    for handle in held:
        make_checkable(session, pen, handle, because=because, policy=policy)
    return tuple(held)


def handles_in_section(session: Session, slug: str, section: str, policy: Policy) -> tuple[str, ...]:
    """The claims under a heading, by their handles. Raises `UnknownSection`."""
    return tuple(one.handle for one in _in_section(claim_pages(session, policy, slug=slug), slug, section))


def verdict_for(policy: Policy, status: Status) -> str:
    """The verdict that stands for a status: the one of the same words, else the first that is listed."""
    listed = [verdict for verdict, meant in policy.verdicts.items() if meant is status]
    own = status.value.replace("_", " ")
    if not listed:
        raise UnknownVerdict(f"the policy {policy.version} has no verdict for {own}; add one to its verdicts")
    return own if own in listed else listed[0]


def waits_for_signature(claim: ClaimPage) -> bool:
    """Whether only the machine says so far that a claim can't be checked."""
    return claim.standing.status is Status.NOT_CHECKABLE and claim.standing.suggested


def _sign(
    session: Session, pen: Pen, claims: Sequence[ClaimPage], because: str, policy: Policy
) -> tuple[str, ...]:
    waiting = [claim.handle for claim in claims if waits_for_signature(claim)]
    for slug in dict.fromkeys(map(slug_in, waiting)):
        refuse_author(session, pen, slug, find_document(session, slug))
    verdict = verdict_for(policy, Status.NOT_CHECKABLE)
    for handle in waiting:
        # That nothing can be checked is said of both questions, so nothing else of the claim matters.
        judged = Judged(find_claim(session, handle), Case(), None)
        reason = reason_of(because, handle)
        add_review(session, pen, judged, verdict, reason, policy=policy, role=ReviewRole.VERDICT)
    return tuple(waiting)


def _in_section(claims: Sequence[ClaimPage], slug: str, section: str) -> tuple[ClaimPage, ...]:
    found = in_section({claim.handle: claim.section for claim in claims}, slug, section)
    return tuple(claim for claim in claims if claim.handle in found)
