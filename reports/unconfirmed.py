"""What a report says of everything unconfirmed, and why; what the text itself says comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.handle_parts import slug_in
from claims.pages import ClaimPage
from reports.open_tasks import Difference, Side
from reports.places import item, links_to, place
from reports.reasons import why_reported, why_standing
from reports.summary import Summary
from reports.views.summary import DifferenceView, QuoteView, SideView, UnconfirmedView
from reports.words import count

_QUOTES_SHOWN = 3


def unconfirmed_view(
    summary: Summary, claims: Mapping[str, ClaimPage], words: Mapping[str, str]
) -> UnconfirmedView:
    """Everything unconfirmed.

    `claims` are those that a place on the page can lead to, and `words` the claims of the other
    documents, both by handle.
    """
    return UnconfirmedView(
        reported_lead=_reported_lead(summary),
        reported=tuple(item(claim, _why_listed(claim)) for claim in summary.reported),
        differences_lead=_differences_lead(summary),
        differences=tuple(_difference(one, claims, words) for one in summary.differences),
        left_open=tuple(item(claim, _still_open(claim)) for claim in summary.left_open),
        waiting_label=f"The rest: {count(len(summary.waiting), 'claim')} that nobody has looked at yet",
        waiting=tuple(item(claim, ()) for claim in summary.waiting),
    )


def _reported_lead(summary: Summary) -> str:
    if not summary.reported and not summary.language_known:
        return "What the text itself calls unconfirmed is unread."
    if not summary.reported:
        return "The text itself calls nothing unconfirmed."
    reviewed = summary.reported_reviewed
    since = f"; {reviewed:,} of them reviewed since" if reviewed else ""
    return f"The text itself calls {count(len(summary.reported), 'claim')} unconfirmed{since}."


def _why_listed(claim: ClaimPage) -> tuple[str, ...]:
    """What the text says of it, and what a reviewer has said since."""
    return (*why_reported(claim), why_standing(claim)) if claim.reviews else why_reported(claim)


def _differences_lead(summary: Summary) -> str:
    if not summary.differences:
        return (
            "No figures differ."
            if summary.all_languages_known
            else "No figures differ of those that were read."
        )
    places = count(len(summary.differences), "place")
    return f"Figures differ in {places}. Somebody has to find out which is right."


def _still_open(claim: ClaimPage) -> tuple[str, ...]:
    """Why a claim is open although somebody has looked, and what it waits for."""
    waits = claim.standing.waits_for
    return (why_standing(claim), f"Waits for {'; '.join(waits)}.") if waits else (why_standing(claim),)


def _difference(
    difference: Difference, claims: Mapping[str, ClaimPage], words: Mapping[str, str]
) -> DifferenceView:
    return DifferenceView(difference.question, tuple(_side(side, claims, words) for side in difference.sides))


def _side(side: Side, claims: Mapping[str, ClaimPage], words: Mapping[str, str]) -> SideView:
    links, more = links_to(side.handles, claims)
    quoted = list(_first_of_each_document(side.handles))[:_QUOTES_SHOWN]
    texts = {handle: claims[handle].text if handle in claims else words.get(handle) for handle in quoted}
    quotes = tuple(QuoteView(place(handle, claims), text) for handle, text in texts.items() if text)
    return SideView(side.quote, quotes, links, more)


def _first_of_each_document(handles: Iterable[str | None]) -> Iterable[str]:
    """One handle of each document, in the order in which they come."""
    first: dict[str, str] = {}
    for handle in handles:
        if handle is not None:
            first.setdefault(slug_in(handle), handle)
    return first.values()
