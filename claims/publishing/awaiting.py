"""Replies at the gate: whose answer is waited for, and what to know of those who were asked.

Values only. The gate waits until the deadline that a person was given, and until somebody says what came
where none was given. What was put to a person is told once, with all the claims that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import assert_never

from claims.days import moment
from claims.evidence.pages import ContactPage
from claims.judging.people import is_same_person
from claims.kinds import ObstacleKind, ReplyState
from claims.pages import ClaimPage
from claims.publishing.pages import Obstacle, Replied
from claims.replies.pages import RequestPage


def awaited(claims: Sequence[ClaimPage], now: datetime) -> Iterator[Obstacle]:
    """Answers that may still come, and those of which nobody said until when."""
    for claim in claims:
        for contact in claim.contacts:
            if contact.request is None and not contact.replies and _may_come(contact, now):
                yield _of_contact(claim, contact)
    for request, handles in _covering(claims):
        if request.state is ReplyState.AWAITED:
            yield Obstacle(
                request.handle,
                ObstacleKind.REPLY_AWAITED,
                f"{_asked(request)} and has not replied; there is time until {moment(request.due)}; "
                f"about {_listed(handles)}",
                f'factdesk reply answered {request.number} "…" (or --declined)',
                request.due,
                handles,
            )


def replied(claims: Sequence[ClaimPage], now: datetime) -> Iterator[Replied]:
    """What to know of those who were asked and are waited for no more, and who is to be asked again."""
    for claim in claims:
        for contact in claim.contacts:
            if contact.request is None and not contact.replies and not _may_come(contact, now):
                assert contact.due is not None
                told = f"{contact.whom or 'somebody'} was asked ({contact.channel})"
                step = f"factdesk claim replied {claim.handle} --contact {contact.number} --no-answer"
                late = f"{told}, and no answer came by {moment(contact.due)}"
                yield Replied(claim.handle, late, step, contact.due)
    for request, handles in _covering(claims):
        if says := _came(request, handles):
            yield Replied(request.handle, says, _left_to_do(request), request.due)
    for request, handles in _in_other_words(claims):
        told = f"put to {request.name} in other words than {_listed(handles)} has now"
        yield Replied(request.handle, f"{told}; put the new ones: factdesk reply ask", "factdesk reply ask")


def _may_come(contact: ContactPage, now: datetime) -> bool:
    return contact.due is None or contact.due > now


def _of_contact(claim: ClaimPage, contact: ContactPage) -> Obstacle:
    """Somebody was asked, and neither an answer was noted nor that none came."""
    waits = f"there is time until {moment(contact.due)}" if contact.due else "no time was set"
    return Obstacle(
        claim.handle,
        ObstacleKind.REPLY_AWAITED,
        f"{contact.whom or 'somebody'} was asked ({contact.channel}) and has not replied; {waits}",
        f'factdesk claim replied {claim.handle} --contact {contact.number} --answer "…" (or --no-answer)',
        contact.due,
    )


def _came(request: RequestPage, handles: tuple[str, ...]) -> str | None:
    """What came of a request, where there is something left to know of it."""
    match request.state:
        case ReplyState.AWAITED:
            return None
        case ReplyState.UNANSWERED:
            told = f"{_asked(request)}, and no answer came by {moment(request.due)}"
        case ReplyState.DECLINED:
            told = f"{_asked(request)}, and declined to answer"
        case ReplyState.ANSWERED:
            return _used(request)
        case _:
            assert_never(request.state)
    return f"{told}; about {_listed(handles)}"


def _left_to_do(request: RequestPage) -> str | None:
    """What somebody still has to say of a request that is waited for no more."""
    if request.state is ReplyState.UNANSWERED:
        return f"factdesk reply answered {request.number} --no-answer"
    if request.state is ReplyState.ANSWERED and not request.uses:
        return f'factdesk reply used {request.number} "…" (or --nothing)'
    return None


def _used(request: RequestPage) -> str | None:
    if not request.uses:
        command = f'factdesk reply used {request.number} "…"'
        return f"{request.name} answered; say what was used of it: {command}"
    used = [one for one in request.uses if one.words]
    if used and not any(one.stands_in for one in used):
        return f"{request.name} answered, and the words that were used of it are not in the text"
    return None


def _asked(request: RequestPage) -> str:
    channel = f" ({request.channel})" if request.channel else ""
    return f"{request.name} was asked{channel}"


def _listed(handles: Sequence[str]) -> str:
    return ", ".join(handles)


def _requests(claims: Sequence[ClaimPage]) -> Mapping[int, RequestPage]:
    """What was put to people about any of the claims, each once, by number."""
    found = {request.number: request for claim in claims for request in claim.reply_requests}
    return dict(sorted(found.items()))


def _covering(claims: Sequence[ClaimPage]) -> Iterator[tuple[RequestPage, tuple[str, ...]]]:
    """Each request with those of the claims that have the words that were put."""
    here = {claim.handle for claim in claims}
    for request in _requests(claims).values():
        handles = tuple(one.handle for one in request.claims if one.handle in here and not one.reworded)
        if handles:
            yield request, handles


def _in_other_words(claims: Sequence[ClaimPage]) -> Iterator[tuple[RequestPage, tuple[str, ...]]]:
    """Each request with those of the claims that have other words by now, not put to the person since."""
    here, requests = {claim.handle for claim in claims}, _requests(claims)
    for request in requests.values():
        own = [one for one in requests.values() if is_same_person(one.name, request.name)]
        handles = tuple(
            one.handle
            for one in request.claims
            if one.reworded and one.handle in here and not any(other.covers(one.handle) for other in own)
        )
        if handles:
            yield request, handles
