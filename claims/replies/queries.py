"""What was put to people and what came of it; pages come out, nothing is written.

For many requests as for one it takes the same few statements. Whether words that were used still stand is
looked for in the present texts of their story, and only where some were used. By which channel and when
somebody protected was asked is left out of every page, unless it is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from claims.anchoring.folding import folded
from claims.evidence.models import ContactRow
from claims.handles import documents_of, story_of
from claims.judging.scope import present_revisions
from claims.models import ClaimRow, DocumentRow, RevisionRow
from claims.registry.models import SourceNameRow, SourceRow
from claims.registry.names import key_of
from claims.registry.pages import PREFIX as SOURCE
from claims.reopened import reopened_at
from claims.replies.answering import find_request
from claims.replies.models import AnswerUseRow, ReplyRequestRow, RequestAnswerRow, RequestedClaimRow
from claims.replies.pages import AnswerPage, PutClaim, RequestPage, UsePage, state_of

_MOST_NAMED = 1_000
"""More claims are not named to the database one by one."""


def request_pages(
    session: Session, name: str | None = None, *, now: datetime, only_open: bool = False
) -> tuple[RequestPage, ...]:
    """What was put to people in all stories, or in that of `name`, by number. Raises `UnknownDocument`.

    `only_open` leaves what nothing has come of, the first deadline first.
    """
    query = select(ReplyRequestRow)
    if name is not None:
        story = name if documents_of(session, name) else story_of(session, name)
        query = query.where(ReplyRequestRow.story == story)
    if not only_open:
        return _pages(session, query, now, protected=False)
    query = query.where(ReplyRequestRow.id.not_in(select(RequestAnswerRow.request_id)))
    return tuple(sorted(_pages(session, query, now, protected=False), key=lambda page: page.due))


def request_page(session: Session, handle: str, *, now: datetime, protected: bool = False) -> RequestPage:
    """One request by its number, or as "reply:3". Raises `UnknownReply`."""
    query = select(ReplyRequestRow).where(ReplyRequestRow.id == find_request(session, handle).id)
    (page,) = _pages(session, query, now, protected=protected)
    return page


def requests_of(
    session: Session, claims: Collection[UUID], *, now: datetime, protected: bool = False
) -> Mapping[UUID, tuple[RequestPage, ...]]:
    """What was put to people about each of some claims; those that nothing was put about are left out."""
    query = (
        select(ReplyRequestRow.number, ContactRow.claim_id)
        .join(RequestedClaimRow, RequestedClaimRow.request_id == ReplyRequestRow.id)
        .join(ContactRow, ContactRow.id == RequestedClaimRow.contact_id)
        .order_by(ReplyRequestRow.number)
    )
    if len(claims) <= _MOST_NAMED:
        query = query.where(ContactRow.claim_id.in_(claims))
    wanted = set(claims)
    named = [(number, claim) for number, claim in session.execute(query) if claim in wanted]
    rows = select(ReplyRequestRow).where(ReplyRequestRow.number.in_({number for number, _ in named}))
    pages = {page.number: page for page in _pages(session, rows, now, protected=protected)} if named else {}
    found: defaultdict[UUID, list[RequestPage]] = defaultdict(list)
    for number, claim in named:
        found[claim].append(pages[number])
    return {claim: tuple(listed) for claim, listed in found.items()}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of some requests, by their keys; `named` are sources by the key of a name."""

    claims: Mapping[UUID, Sequence[PutClaim]]
    answers: Mapping[UUID, Sequence[AnswerPage]]
    uses: Mapping[UUID, Sequence[UsePage]]
    named: Mapping[str, Mapping[str, bool]]


def _pages(
    session: Session, query: Select[ReplyRequestRow], now: datetime, *, protected: bool
) -> tuple[RequestPage, ...]:
    rows = session.scalars(query.order_by(ReplyRequestRow.number)).all()
    if not rows:
        return ()
    ids = [row.id for row in rows]
    known = _Known(
        _claims(session, ids), _answers(session, ids), _uses(session, rows), _sources(session, rows)
    )
    pages = (_page(row, known, now) for row in rows)
    return tuple(page if protected or not page.protected else _held_back(page) for page in pages)


def _page(row: ReplyRequestRow, known: _Known, now: datetime) -> RequestPage:
    answers = tuple(known.answers.get(row.id, ()))
    sources = known.named.get(key_of(row.whom), {}) if row.whom else {}
    return RequestPage(
        number=row.number,
        story=row.story,
        whom=row.whom,
        channel=row.channel,
        put=row.put,
        put_at=row.put_at,
        due=row.due,
        by=row.asked_by,
        known=row.known,
        at=row.at,
        state=state_of(tuple(one.came for one in answers), row.due, now),
        claims=tuple(known.claims[row.id]),
        answers=answers,
        uses=tuple(known.uses.get(row.id, ())),
        source=next(iter(sources)) if len(sources) == 1 else None,
        protected=any(sources.values()),
    )


def _held_back(page: RequestPage) -> RequestPage:
    answers = tuple(replace(one, at=None) for one in page.answers)
    return replace(page, channel=None, put_at=None, at=None, answers=answers, held_back=True)


def _claims(session: Session, requests: Collection[UUID]) -> Mapping[UUID, Sequence[PutClaim]]:
    """The claims of each request in the order in which they were named."""
    rows = session.execute(
        select(
            RequestedClaimRow.request_id,
            ContactRow.claim_id,
            ContactRow.at,
            DocumentRow.slug,
            ClaimRow.number,
        )
        .join(ContactRow, ContactRow.id == RequestedClaimRow.contact_id)
        .join(ClaimRow, ClaimRow.id == ContactRow.claim_id)
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .where(RequestedClaimRow.request_id.in_(requests))
        .order_by(RequestedClaimRow.id)
    ).all()
    reopened = reopened_at(session, {row.claim_id for row in rows})
    found: defaultdict[UUID, list[PutClaim]] = defaultdict(list)
    for request, claim, put_at, slug, number in rows:
        reworded = claim in reopened and not reopened[claim].precedes(put_at)
        found[request].append(PutClaim(f"{slug}:{number}", reworded))
    return found


def _answers(session: Session, requests: Collection[UUID]) -> Mapping[UUID, Sequence[AnswerPage]]:
    query = select(RequestAnswerRow).where(RequestAnswerRow.request_id.in_(requests))
    found: defaultdict[UUID, list[AnswerPage]] = defaultdict(list)
    for row in session.scalars(query.order_by(RequestAnswerRow.ordinal)):
        found[row.request_id].append(AnswerPage(row.came, row.answer, row.noted_by, row.came_at))
    return found


def _uses(session: Session, requests: Sequence[ReplyRequestRow]) -> Mapping[UUID, Sequence[UsePage]]:
    """What was said last of what was used: the words since somebody said that nothing was, or that."""
    stories = {row.id: row.story for row in requests}
    query = select(AnswerUseRow).where(AnswerUseRow.request_id.in_(stories))
    last: defaultdict[UUID, list[AnswerUseRow]] = defaultdict(list)
    for row in session.scalars(query.order_by(AnswerUseRow.ordinal)):
        stands = [one for one in last[row.request_id] if row.used and one.used not in (None, row.used)]
        last[row.request_id] = [*stands, row]
    texts = _present_texts(session, {stories[id] for id, listed in last.items() if listed[-1].used})
    return {
        id: [
            UsePage(row.used, row.because, _stands_in(row.used, texts[stories[id]]), row.noted_by, row.at)
            for row in listed
        ]
        for id, listed in last.items()
    }


def _present_texts(session: Session, stories: Collection[str]) -> Mapping[str, Mapping[str, str]]:
    """The present texts of the stories without their layout, by slug, in the order of the documents."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    if not stories:
        return found
    present = present_revisions()
    query = (
        select(DocumentRow.story, DocumentRow.slug, RevisionRow.text)
        .join(RevisionRow, RevisionRow.document_id == DocumentRow.id)
        .join(present, present.c.id == RevisionRow.id)
        .where(DocumentRow.story.in_(stories))
        .order_by(DocumentRow.added_at, DocumentRow.id)
    )
    for story, slug, text in session.execute(query):
        found[story][slug] = folded(text).text
    return found


def _stands_in(words: str | None, texts: Mapping[str, str]) -> tuple[str, ...]:
    if not words:
        return ()
    sought = folded(words).text
    return tuple(slug for slug, text in texts.items() if sought in text)


def _sources(session: Session, requests: Iterable[ReplyRequestRow]) -> Mapping[str, Mapping[str, bool]]:
    """By the key of a name, the handles of the sources that go by it, and whether that is a code name."""
    keys = {key_of(row.whom) for row in requests if row.whom}
    query = (
        select(SourceNameRow.key, SourceRow.number, SourceRow.protected)
        .join(SourceRow, SourceRow.id == SourceNameRow.source_id)
        .where(SourceNameRow.key.in_(keys))
        .order_by(SourceRow.number)
    )
    found: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for key, number, is_protected in session.execute(query):
        found[key][f"{SOURCE}{number}"] = is_protected
    return found
