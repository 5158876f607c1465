"""What the commands about the right of reply print: one request word for word, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.kinds import ReplyState
from claims.replies.pages import AnswerPage, RequestPage
from reports import dates
from reports.replies import (
    STATES,
    came_words,
    claims_words,
    deadline_words,
    in_brief,
    put_words,
    used_words,
    whom_words,
)
from reports.screen import Line, labelled, plainly, soft, strong, text_of, wrapped


def requests_screen(pages: Sequence[RequestPage]) -> str:
    """Requests, two or three lines each: to whom, what came of it, the deadline, the claims."""
    if not pages:
        return 'Nothing was put to anybody; do so with: factdesk reply ask "NAME" --claim SLUG:NUMBER …'
    return text_of(line for page in pages for line in _listed(page))


def request_screen(page: RequestPage) -> str:
    """All of one request: the words that were put, when and how, the deadline, the answers, what was used."""
    lines: list[Line] = [
        _head(page),
        *labelled("put", put_words(page)),
        *labelled("about", claims_words(page)),
        *labelled("deadline", deadline_words(page)),
        (),
        *_paragraphs(page.put),
        (),
    ]
    for answer in page.answers:
        lines += labelled("came", _came(answer))
    for told in used_words(page):
        lines += labelled("used", told)
    return text_of([*lines, *labelled("next", _next(page))])


def request_lines(page: RequestPage, claim: str) -> Iterator[Line]:
    """A request as the page of one of its claims shows it."""
    yield from labelled(page.handle, in_brief(page, claim))
    for answer in page.answers:
        yield from labelled("", _came(answer))
    for told in used_words(page):
        yield from labelled("used", told)


def _came(answer: AnswerPage) -> str:
    return f"{came_words(answer)}: “{answer.answer}”" if answer.answer else f"{came_words(answer)}."


def _listed(page: RequestPage) -> Iterator[Line]:
    yield _head(page)
    yield from wrapped(f"due {dates.moment(page.due)}, about {claims_words(page)}", indent=2, most=2)


def _head(page: RequestPage) -> Line:
    return (strong(page.handle), plainly(f"  {whom_words(page)}  "), soft(f"[{STATES[page.state]}]"))


def _paragraphs(words: str | None) -> Iterator[Line]:
    """The words that were put, a paragraph each."""
    if words is None:
        yield from wrapped("(the words were withheld)", indent=2)
        return
    for line in f"“{words}”".splitlines():
        yield from wrapped(line, indent=2) if line.strip() else [()]


def _next(page: RequestPage) -> str | None:
    """What is to be noted next, if anything."""
    answered, used = (f"factdesk reply {word} {page.number}" for word in ("answered", "used"))
    match page.state:
        case ReplyState.AWAITED:
            return f'{answered} "…" (or --declined)'
        case ReplyState.UNANSWERED if page.is_open:
            return f'{answered} --no-answer (or "…" where an answer came)'
        case ReplyState.ANSWERED if not page.uses:
            return f'{used} "…" (or --nothing --because "…")'
        case _:
            return None
