"""Says in words what was put to a person, what came of it and what was used; for the page and the terminal.

Of somebody protected neither the channel nor when is said, unless the page holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.kinds import ReplyOutcome, ReplyState
from claims.replies.pages import AnswerPage, RequestPage, UsePage
from reports import dates
from reports.hidden import shown_name

STATES: Mapping[ReplyState, str] = {
    ReplyState.AWAITED: "no answer yet",
    ReplyState.ANSWERED: "answered",
    ReplyState.DECLINED: "declined to answer",
    ReplyState.UNANSWERED: "no answer came",
}
_CAME: Mapping[ReplyOutcome, str] = {
    ReplyOutcome.ANSWERED: "Answered",
    ReplyOutcome.DECLINED: "Declined to answer",
    ReplyOutcome.NONE: "No answer came",
}


def whom_words(page: RequestPage) -> str:
    """To whom it was put; of somebody protected that is the desk's name."""
    return f"{shown_name(page.name)} (protected source)" if page.protected else shown_name(page.name)


def put_words(page: RequestPage) -> str:
    """When it was put, by which channel, and who put it."""
    if page.held_back:
        return f"by {shown_name(page.by)}; when and how is left out here"
    when = dates.moment(page.put_at) if page.put_at else ""
    return f"{when} ({page.channel}), by {shown_name(page.by)}"


def deadline_words(page: RequestPage) -> str:
    """Until when an answer was asked for, and that nobody has noted what came where it has passed."""
    passed = page.is_open and page.state is ReplyState.UNANSWERED
    return f"{dates.moment(page.due)}{', which has passed; no answer noted' if passed else ''}"


def claims_words(page: RequestPage) -> str:
    """The claims that it is about, with those whose words were changed since."""
    told = [f"{one.handle} (reworded since)" if one.reworded else one.handle for one in page.claims]
    return ", ".join(told)


def came_words(answer: AnswerPage) -> str:
    """What came of it, and when."""
    when = f" {dates.moment(answer.at)}" if answer.at else ""
    return f"{_CAME[answer.came]}{when}"


def used_words(page: RequestPage) -> Iterator[str]:
    """What was used of the answers, and whether it stands in the text; nothing while there is none."""
    if not page.uses and page.state is ReplyState.ANSWERED:
        yield "Nothing is noted of what was used."
    yield from map(_use, page.uses)


def in_brief(page: RequestPage, claim: str) -> str:
    """A request as a claim's page names it: to whom, until when, what came of it, in which words."""
    told = f"put to {whom_words(page)}, due {dates.moment(page.due)}: {STATES[page.state]}"
    return told if page.covers(claim) else f"{told}; the claim’s words have changed since, put the new ones"


def _use(use: UsePage) -> str:
    because = f", {use.because}" if use.because else ""
    if use.words is None:
        return f"Nothing was used{because}."
    where = f"in {', '.join(use.stands_in)}" if use.stands_in else "not in the text"
    return f"“{use.words}” ({where}){because}"
