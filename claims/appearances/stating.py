"""Choosing a claim as a public one, and saying whose it is: of one that stands, or by its wording alone.

What is said later replaces what was said before, which stays on record. Actions take a session and a pen
and never commit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from claims.appearances.models import PublicClaimRow
from claims.appearances.offered import Stated
from claims.appearances.queries import same_wording
from claims.appearances.wording import name_for, read_wording
from claims.documents import Offer, offer, slug_of, usable_name
from claims.errors import AlreadyPublic, EmptyReason, SlugTaken
from claims.evidence.queries import words_of_claims
from claims.handles import find_claim
from claims.intake import store
from claims.judging.policy import Policy
from claims.judging.reopening import reopen_judged
from claims.kinds import Purpose
from claims.models import DocumentRow
from claims.publishing.purpose import state_purpose
from claims.publishing.signing import make_checkable, waits_for_signature
from claims.queries import claim_page
from claims.revising.wording import as_read
from ledger.engine import Ledger
from ledger.pen import Pen
from ledger.record import record

TYPED = "the words as given"
"""What stands where a document has the name of its file."""

ANOTHER_WORDING = "another wording is rated now"
"""Why a claim is opened again that was judged by the wording before."""

_NO_NAME = "claim"


def state_public(
    session: Session, pen: Pen, handle: str, said: Stated, *, policy: Policy, again: bool = False
) -> None:
    """Choose a claim as a public one, or say anew whose it is; what nothing is said of stays as it was.

    It can then be checked, whatever was read in it. `again` lets the words be rated although another claim
    rates the same. A claim that was judged by another wording is opened again. Nothing is stored where all of
    it is said already. Raises `EmptyReason` where nobody ever
    said why it was chosen, `AlreadyPublic`, `UnknownDocument` or `UnknownClaim`.
    """
    claim = find_claim(session, handle)
    before = _last(session, claim.id)
    words, _ = words_of_claims(session, [claim.id])[claim.id]
    known = _known(before) if before else Stated(wording=words)
    now_said = _with(known, said)
    refuse_without_reason(now_said)
    if before is not None and now_said == known:
        return
    if not again and (before is None or now_said.wording != known.wording):
        refuse_same(session, now_said.wording or words, but=claim.id)
    if before is None and waits_for_signature(claim_page(session, handle, policy)):
        make_checkable(session, pen, handle, because=now_said.chosen_because or "", policy=policy)
    now = pen.clock()
    row = {
        "id": pen.new_id(),
        "claim_id": claim.id,
        "ordinal": before.ordinal + 1 if before else 1,
        "claimant": now_said.claimant or None,
        "wording": now_said.wording,
        "said_on": now_said.said_on or None,
        "chosen_because": now_said.chosen_because,
        "check_again": now_said.check_again or None,
        "stated_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="claim.public", subject=claim.handle, rows={PublicClaimRow: [row]}, at=now)
    if as_read(now_said.wording or words) != as_read(known.wording or words):
        reopen_judged(session, pen, handle, because=ANOTHER_WORDING, policy=policy)


def offer_words(
    ledger: Ledger,
    wording: str,
    *,
    slug: str | None = None,
    story: str | None = None,
    language: str | None = None,
    again: bool = False,
) -> Offer:
    """Words as a text of their own that is one claim, named by `slug`, else by the first of them.

    Raises `AlreadyPublic` unless `again`, `SlugTaken` or `BadSlug`.
    """
    reading = read_wording(wording, language=language)
    digest = sha256(wording.encode()).hexdigest()
    with ledger.reading() as session:
        if not again:
            refuse_same(session, wording)
        named = _free(session, slug) if slug is not None else _next_free(session, name_for(wording))
    return offer(reading, sha256=digest, file=TYPED, slug=named, story=story)


def store_words(
    ledger: Ledger,
    pen: Pen,
    offered: Offer,
    said: Stated,
    *,
    policy: Policy,
    again: bool = False,
    also: Callable[[Session], object] | None = None,
) -> None:
    """Store words as a public claim, with all that is said of it, and `also`, or nothing of it.

    Raises what `state_public` and `store` raise.
    """
    handle = f"{offered.slug}:1"
    wording = offered.reading.source.text

    def with_the_text(session: Session) -> None:
        state_purpose(session, pen, offered.slug, Purpose.PUBLIC)
        said_of_it = replace(said, wording=wording)
        state_public(session, pen, handle, said_of_it, policy=policy, again=again)
        if also is not None:
            also(session)

    if not store(ledger, pen, offered, also=with_the_text):
        raise _taken(offered.slug)


def refuse_without_reason(said: Stated) -> None:
    """Raise `EmptyReason` where nobody says why a claim was chosen."""
    if not said.chosen_because:
        raise EmptyReason(
            'a public claim needs the reason why it is checked; give one with --chosen-because "…"'
        )


def refuse_same(session: Session, wording: str, *, but: UUID | None = None) -> None:
    """Raise `AlreadyPublic` where another public claim rates the same words."""
    if other := same_wording(session, wording, but=but):
        raise AlreadyPublic(
            f"these words are rated already, as {other}; see: factdesk claim show {other}; if this is really "
            "another claim, add --again"
        )


def _last(session: Session, claim: UUID) -> PublicClaimRow | None:
    query = select(PublicClaimRow).where(PublicClaimRow.claim_id == claim)
    return session.scalar(query.order_by(PublicClaimRow.ordinal.desc()).limit(1))


def _known(row: PublicClaimRow) -> Stated:
    return Stated(
        claimant=row.claimant or "",
        wording=row.wording,
        said_on=row.said_on or "",
        chosen_because=row.chosen_because,
        check_again=row.check_again or "",
    )


def _with(known: Stated, said: Stated) -> Stated:
    """What is known, with what was said now in its place."""
    return Stated(
        claimant=known.claimant if said.claimant is None else said.claimant,
        wording=known.wording if said.wording is None else said.wording,
        said_on=known.said_on if said.said_on is None else said.said_on,
        chosen_because=said.chosen_because or known.chosen_because,
        check_again=known.check_again if said.check_again is None else said.check_again,
    )


def _free(session: Session, slug: str) -> str:
    if usable_name(slug) in _taken_names(session, slug):
        raise _taken(slug)
    return slug


def _next_free(session: Session, words: str) -> str:
    """The name of these words, with a number behind it where others have it."""
    name = slug_of(words)
    if not any(map(str.isalpha, name)):
        name = _NO_NAME
    taken = _taken_names(session, name)
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def _taken_names(session: Session, name: str) -> set[str]:
    """The documents and stories whose names begin so."""
    query = select(DocumentRow.slug, DocumentRow.story)
    begins = or_(
        func.substr(DocumentRow.slug, 1, len(name)) == name,
        func.substr(DocumentRow.story, 1, len(name)) == name,
    )
    return {one for row in session.execute(query.where(begins)) for one in row}


def _taken(slug: str) -> SlugTaken:
    return SlugTaken(f"there is a document or story {slug} already; name these words with --slug OTHER-NAME")
