"""The part of the report about the right of reply: what was put to whom, what came of it, what was used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.handle_parts import slug_in
from claims.pages import ClaimPage
from claims.replies.pages import AnswerPage, PutClaim, RequestPage
from reports.replies import STATES, came_words, deadline_words, in_brief, put_words, used_words, whom_words
from reports.views.basic import Fact, Link
from reports.views.replies import AnswerView, RequestView
from reports.words import sentence

_WITHHELD = ("(the words were withheld)",)


def requests_view(claims: Sequence[ClaimPage], slug: str) -> tuple[RequestView, ...]:
    """Everything that was put to people about the claims of a document, each request once, by number."""
    found = {request.number: request for claim in claims for request in claim.reply_requests}
    return tuple(_request(found[number], slug) for number in sorted(found))


def requests_of_claim(claim: ClaimPage) -> Iterator[str]:
    """What was put to people about a claim, in a sentence each that leads to this part of the report."""
    for request in claim.reply_requests:
        yield f"{sentence(in_brief(request, claim.handle))} See {request.handle} under “Right of reply”."


def _request(page: RequestPage, slug: str) -> RequestView:
    return RequestView(
        anchor=f"reply-{page.number}",
        handle=page.handle,
        whom=whom_words(page),
        state=STATES[page.state].capitalize(),
        put=_paragraphs(page.put) or _WITHHELD,
        facts=(Fact("put", put_words(page)), Fact("deadline", deadline_words(page))),
        claims=tuple(_place(one, slug) for one in page.claims),
        answers=tuple(_answer(one) for one in page.answers),
        used=tuple(used_words(page)),
    )


def _place(claim: PutClaim, slug: str) -> Link:
    """A claim that something was put about; one of another document has no place in this report."""
    number = claim.handle.rpartition(":")[2]
    reworded = " (reworded since)" if claim.reworded else ""
    if slug_in(claim.handle) == slug:
        return Link(f"claim {number}{reworded}", f"#claim-{number}")
    return Link(f"{claim.handle}{reworded}")


def _answer(answer: AnswerPage) -> AnswerView:
    return AnswerView(came_words(answer), _paragraphs(answer.answer))


def _paragraphs(words: str | None) -> tuple[str, ...]:
    return tuple(line for line in (words or "").splitlines() if line.strip())
