"""Splitting and joining claims, taking claims for furniture and furniture for claims.

Each is computed as a further revision of the same words, so whatever reads the present revision sees it;
nothing is written here. A claim with the words of one that stood before gets that one's number back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.documents import Offer
from claims.errors import CannotRegroup, EmptyReason
from claims.handle_parts import slug_in
from claims.handles import find_claim, find_document
from claims.importing.statements import READER
from claims.kinds import ClaimChange, RegroupingKind
from claims.models import RevisionRow
from claims.present import present_revision, read_in
from claims.publishing.authors import refuse_author
from claims.reading.record import Reading, Span, Stretch
from claims.regrouping.models import RegroupingRow
from claims.regrouping.queries import what_became_of
from claims.regrouping.recutting import recut, statements_for, why_not_one
from claims.regrouping.seams import has_words, parted, seams_before
from claims.revising.record import Outcome
from claims.revisions import Act, Revision, put_together
from claims.stored import PlacedStatement
from ledger.pen import Pen


def split(session: Session, pen: Pen, handle: str, at: Sequence[str], *, because: str | None) -> Revision:
    """A claim cut before some words of it, each of which stands in it once.

    Raises `CannotRegroup`, `UnknownDocument` or `UnknownClaim`.
    """
    text = _Text.of(session, slug_in(handle))
    [claim] = text.claims(session, [handle])
    span = (claim.statement.start, claim.statement.end)
    seams = [_seam(text, claim, words) for words in at]
    parts = parted(text.words, span, seams)
    for part in parts:
        if not has_words(text.words, part):
            raise CannotRegroup(
                f"cut there, a part of {text.handle(claim)} has no words; name the words with which the "
                "second part begins"
            )
    return text.cut_anew(session, pen, RegroupingKind.SPLIT, [claim], parts, because)


def join(session: Session, pen: Pen, handles: Sequence[str], *, because: str | None) -> Revision:
    """Claims that stand next to each other as one.

    Raises `CannotRegroup`, `UnknownDocument` or `UnknownClaim`.
    """
    slugs = sorted({slug_in(handle) for handle in handles})
    if len(slugs) > 1:
        raise CannotRegroup(f"{slugs[0]} and {slugs[1]} are two documents; only claims of one can be joined")
    text = _Text.of(session, slugs[0])
    claims = sorted(text.claims(session, handles), key=lambda one: one.statement.start)
    if len(claims) < 2:
        raise CannotRegroup(f"{handles[0]} alone is one claim already; name the claims next to it as well")
    _refuse_strangers(text, claims)
    whole = (claims[0].statement.start, claims[-1].statement.end)
    return text.cut_anew(session, pen, RegroupingKind.JOIN, claims, (whole,), because)


def take_for_furniture(session: Session, pen: Pen, handles: Sequence[str], *, because: str) -> Revision:
    """Claims that are no part of the article, with the signature of whoever says so.

    Raises `CannotRegroup`, `EmptyReason`, `OwnText`, `UnknownDocument` or `UnknownClaim`.
    """
    slugs = sorted({slug_in(handle) for handle in handles})
    if len(slugs) > 1:
        raise CannotRegroup(f"{slugs[0]} and {slugs[1]} are two documents; name the claims of one at a time")
    text = _Text.of(session, slugs[0])
    refuse_author(session, pen, text.slug, text.document)
    _refuse_no_reason(text.slug, because)
    if text.present.reader == READER:
        raise CannotRegroup(f"every claim of {text.slug} is a row of a table, so none of them is furniture")
    claims = text.claims(session, handles)
    return text.cut_anew(session, pen, RegroupingKind.FURNITURE, claims, (), because)


def take_for_claims(
    session: Session, pen: Pen, slug: str, spans: Sequence[Span], *, because: str
) -> Revision:
    """Furniture of a document's present revision that is a part of the article, as claims.

    Raises `CannotRegroup` where there is none, `EmptyReason` or `UnknownDocument`.
    """
    text = _Text.of(session, slug)
    _refuse_no_reason(slug, because)
    if not spans:
        raise CannotRegroup(f"nothing in {slug} is taken for furniture there")
    return text.with_claims(session, pen, spans, because)


@dataclass(frozen=True, slots=True)
class _Text:
    """The present revision of a document, and its claims in the order of its text."""

    slug: str
    document: UUID
    present: RevisionRow
    known: tuple[PlacedStatement, ...]
    was: Reading

    @classmethod
    def of(cls, session: Session, slug: str) -> _Text:
        document = find_document(session, slug)
        present = present_revision(session, document)
        known, was = read_in(session, present)
        return cls(slug, document, present, tuple(known), was)

    @property
    def words(self) -> str:
        return self.was.source.text

    def handle(self, claim: PlacedStatement) -> str:
        return f"{self.slug}:{claim.number}"

    def claims(self, session: Session, handles: Iterable[str]) -> list[PlacedStatement]:
        """The claims of some handles, each once. Raises `CannotRegroup` where one stands there no more."""
        placed = {one.claim: one for one in self.known}
        found = {find_claim(session, handle).id: handle for handle in handles}
        for claim, handle in found.items():
            if claim not in placed:
                raise CannotRegroup(f"{handle} {what_became_of(session, self.document, claim, handle)}")
        return [placed[claim] for claim in found]

    def cut_anew(
        self,
        session: Session,
        pen: Pen,
        kind: RegroupingKind,
        claims: Sequence[PlacedStatement],
        cut: tuple[Span, ...],
        because: str | None,
    ) -> Revision:
        """The revision in which some claims are cut at `cut`; where that is empty, they are furniture."""
        number = _next_number(session, self.document)
        if cut:
            stretches = [self._stretch(claims, cut, number)]
        else:
            stretches = [self._no_part(claim, number) for claim in claims]
        signed = () if cut else tuple(one.quote for one in claims)
        act = Act(number, kind, tuple(one.number for one in claims), (), because, signed)
        return self._revision(session, pen, act, stretches)

    def with_claims(self, session: Session, pen: Pen, spans: Sequence[Span], because: str) -> Revision:
        """The revision in which some furniture is claims."""
        number = _next_number(session, self.document)
        decided = {span: one for one in self.was.stretches if not one.cut for span in one.read}
        again = {decided[span] for span in spans if span in decided}
        stretches = [replace(one, cut=one.read) for one in again]
        fresh = [span for span in spans if span not in decided]
        stretches += [Stretch((), cut, (number,)) for cut in statements_for(self.was, fresh) if cut]
        return self._revision(session, pen, Act(number, RegroupingKind.CLAIM, (), (), because), stretches)

    def _stretch(self, claims: Sequence[PlacedStatement], cut: tuple[Span, ...], number: int) -> Stretch:
        """The stretch that some claims lie in, with these claims cut otherwise."""
        spans = [(one.statement.start, one.statement.end) for one in claims]
        touched = [one for one in self.was.stretches if set(one.cut) & set(spans)]
        if len(claims) > 1 and any(not one.read for one in touched):
            raise CannotRegroup(
                f"{self.handle(claims[0])} and {self.handle(claims[1])} can't be joined: one of them was "
                "furniture"
            )
        already = {span for one in touched for span in one.cut}
        read = [span for one in touched for span in one.read] + [one for one in spans if one not in already]
        kept = already.difference(spans)
        acts = sorted({act for one in touched for act in one.acts} | {number})
        is_furniture = any(not one.read for one in touched)
        return Stretch(() if is_furniture else tuple(sorted(read)), tuple(sorted([*kept, *cut])), tuple(acts))

    def _no_part(self, claim: PlacedStatement, number: int) -> Stretch:
        span = (claim.statement.start, claim.statement.end)
        touched = next((one for one in self.was.stretches if span in one.cut), None)
        if touched is not None and len(touched.cut) > 1:
            raise CannotRegroup(
                f"{self.handle(claim)} is part of a claim that was split; join its parts first, with: "
                f"factdesk claim join {self.handle(claim)} …"
            )
        read = touched.read if touched and touched.read else (span,)
        return Stretch(read, (), (*(touched.acts if touched else ()), number))

    def _revision(self, session: Session, pen: Pen, act: Act, stretches: Sequence[Stretch]) -> Revision:
        wholes = [one.whole for one in stretches]
        kept = [
            one
            for one in self.was.stretches
            if not any(start <= one.whole[0] and one.whole[1] <= end for start, end in wholes)
        ]
        reading = recut(self.was, [*kept, *stretches])
        standing = tuple(one for one in reading.stretches if one.read != one.cut)
        reading = replace(reading, stretches=standing)
        offered = Offer(reading, self.present.sha256, self.present.file, self.slug, None)
        outcomes = self._outcomes(reading)
        revision = put_together(session, pen, self.present, offered, self.known, outcomes)
        old = {one.claim for one in self.known}
        made = tuple(one.number for one in revision.placed if one.claim not in old)
        return replace(revision, rules=self.present.rules, act=replace(act, made=made))

    def _outcomes(self, reading: Reading) -> list[Outcome]:
        """What became of the claims: those that stand where they stood are carried."""
        places = {(one.statement.start, one.statement.end): at for at, one in enumerate(self.known)}
        now = [(one.start, one.end) for one in reading.statements]
        there = set(now)
        return [
            *(
                Outcome(ClaimChange.CARRIED, places[span], at)
                if span in places
                else Outcome(ClaimChange.NEW, None, at)
                for at, span in enumerate(now)
            ),
            *(Outcome(ClaimChange.DROPPED, at, None) for span, at in places.items() if span not in there),
        ]


def _seam(text: _Text, claim: PlacedStatement, words: str) -> int:
    """The place in a claim where some words begin. Raises `CannotRegroup` unless there is just one."""
    handle, span = text.handle(claim), (claim.statement.start, claim.statement.end)
    seams = seams_before(text.words, span, words)
    if not seams:
        raise CannotRegroup(
            f"“{words}” does not stand in {handle}, whole words that is; give --at the words with which its "
            f"second part begins; see: factdesk claim show {handle}"
        )
    if len(seams) > 1:
        raise CannotRegroup(
            f"“{words}” stands in {handle} {len(seams)} times; give --at more of the words from there on"
        )
    if seams[0] == span[0]:
        raise CannotRegroup(
            f"“{words}” is how {handle} begins, so nothing is left before it; give --at the words with which "
            "its second part begins"
        )
    for figure in claim.statement.figures:
        if figure.start < seams[0] < figure.end:
            raise CannotRegroup(
                f"a cut before “{words}” goes through the figure “{figure.quote}” of {handle}; cut before or "
                "behind it"
            )
    return seams[0]


def _refuse_strangers(text: _Text, claims: Sequence[PlacedStatement]) -> None:
    """Raise `CannotRegroup` where claims are no neighbours that can be one."""
    order = {one.claim: at for at, one in enumerate(text.known)}
    for one, other in pairwise(claims):
        between = text.known[order[one.claim] + 1 : order[other.claim]]
        pair = f"{text.handle(one)} and {text.handle(other)} can't be joined"
        if between:
            named = ", ".join(map(text.handle, between[:3])) + (" …" if len(between) > 3 else "")
            verb = "stands" if len(between) == 1 else "stand"
            raise CannotRegroup(f"{pair}: {named} {verb} between them; name what lies between as well")
        if problem := why_not_one(text.words, [one.statement, other.statement]):
            raise CannotRegroup(f"{pair}: {problem}")


def _refuse_no_reason(slug: str, because: str) -> None:
    if not because.strip():
        raise EmptyReason(f'what is no part of {slug} needs a reason; give one with --because "…"')


def _next_number(session: Session, document: UUID) -> int:
    query = select(func.count()).select_from(RegroupingRow).where(RegroupingRow.document_id == document)
    return (session.scalar(query) or 0) + 1
