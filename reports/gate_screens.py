"""What the gate prints: what stands in the way of publishing, by kind, and what passes with a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claims.kinds import ObstacleKind
from claims.publishing.pages import GatePage, Obstacle
from reports import dates
from reports.hidden import shown_name
from reports.screen import (
    LONGEST_HANDLE,
    Line,
    Run,
    columns_of,
    cut_handle,
    plainly,
    soft,
    strong,
    text_of,
    wrapped,
)
from reports.words import PURPOSES, STATUSES, sentence

KINDS: Mapping[ObstacleKind, str] = {
    ObstacleKind.REFUTED: "Refuted",
    ObstacleKind.CORRECTION_OPEN: "Corrections that nobody has decided about",
    ObstacleKind.DISPUTED: "Disputed",
    ObstacleKind.OUTCOME_OPEN: "Asked of the writer, and not done",
    ObstacleKind.STALE: "Changed since it was confirmed",
    ObstacleKind.FIGURES_DIFFER: "Figures differ",
    ObstacleKind.ORPHANED_DECISION: "Decisions that have no effect any more",
    ObstacleKind.REPLY_AWAITED: "Replies awaited",
    ObstacleKind.UNCONFIRMED: "Unconfirmed",
    ObstacleKind.NOT_SIGNED: "Not checkable, and nobody has signed that",
    ObstacleKind.FURNITURE_NOT_SIGNED: "No part of the article, and nobody has signed that",
}
_LISTED: Mapping[ObstacleKind, str] = {
    ObstacleKind.REFUTED: "refuted",
    ObstacleKind.DISPUTED: "disputed",
    ObstacleKind.STALE: "unconfirmed",
    ObstacleKind.UNCONFIRMED: "unconfirmed",
    ObstacleKind.NOT_SIGNED: "not-checkable",
}
"""By which status claims of a kind are listed; what is no claim stands in the JSON alone."""

DUE_AGAIN = "To be checked again; it stands as before until somebody does"
_SHOWN = 3


def gate_screen(page: GatePage) -> str:
    """The gate in a screenful: the first of each kind, with how many more and where they are listed."""
    lines: list[Line] = [*_answer(page), *_assumed(page)]
    for kind in ObstacleKind:
        found = [obstacle for obstacle in page.obstacles if obstacle.kind is kind]
        if found:
            lines += [(), (strong(f"{KINDS[kind]} ({len(found):,})"),), *_obstacles(found, page)]
    if page.worded:
        lines += [(), (strong("Holds in part or with context, and is to be worded accordingly"),)]
        for worded in page.worded[:_SHOWN]:
            lines += _row(worded.handle, sentence(worded.says))
        lines += _more(len(page.worded), _list_command(page, "qualified"))
    if page.replies:
        lines += [(), (strong("Asked for a reply"),)]
        for told in page.replies:
            lines += _row(told.handle, sentence(told.says))
    if page.overridden:
        lines += [(), (strong("Overridden: counts although the policy asks for more"),)]
        for one in page.overridden:
            lines += _row(one.handle, f"{shown_name(one.by)}: “{one.because}”")
    if page.due_again:
        lines += [(), (strong(DUE_AGAIN),)]
        for due in page.due_again:
            lines += _row(due.handle, f"Since {dates.date(due.since)}.")
    return text_of(lines)


def obstacle_record(obstacle: Obstacle) -> dict[str, Any]:
    """One thing that stands in the way, and what to do about it."""
    return {
        "handle": obstacle.handle,
        "kind": obstacle.kind.value,
        "says": obstacle.says,
        "next_step": obstacle.next_step,
        "claims": list(obstacle.claims),
    }


def _answer(page: GatePage) -> list[Line]:
    counted = [
        f"{number:,} {badge.word}"
        for status, badge in STATUSES.items()
        if (number := page.statuses.get(status, 0))
    ]
    claims = ", ".join(counted) or "no claims"
    if page.overridden:
        claims += f"; {len(page.overridden):,} overridden"
    if page.passes:
        return wrapped(f"Nothing stands in the way of publishing {page.name}: {claims}.")
    number = len(page.obstacles)
    stand = "things stand" if number > 1 else "thing stands"
    return wrapped(f"{number:,} {stand} in the way of publishing {page.name}. Its claims: {claims}.")


def _assumed(page: GatePage) -> list[Line]:
    lines: list[Line] = []
    for document in page.documents:
        if document.is_assumed:
            told = f"{document.slug} is taken for {PURPOSES[document.purpose]}, since nobody said otherwise"
            lines += wrapped(f"{told}; say it with: factdesk document purpose {document.slug} draft|public")
    return lines


def _obstacles(found: Sequence[Obstacle], page: GatePage) -> list[Line]:
    lines = [line for one in found[:_SHOWN] for line in _row(one.handle, sentence(one.says))]
    listed = _LISTED.get(found[0].kind)
    everything = _list_command(page, listed) if listed else f"factdesk story gate {page.name} --json"
    return [*lines, *_more(len(found), everything), *_led(soft("next: "), found[0].next_step)]


def _row(handle: str, says: str) -> list[Line]:
    return _led(plainly(f"{cut_handle(handle, LONGEST_HANDLE)}  "), says, most=2)


def _list_command(page: GatePage, status: str) -> str:
    slug = f" {page.documents[0].slug}" if len(page.documents) == 1 else ""
    return f"factdesk claim list{slug} --status {status}"


def _more(number: int, command: str) -> list[Line]:
    return _led(soft(f"and {number - _SHOWN:,} more: "), command) if number > _SHOWN else []


def _led(lead: Run, words: str, *, most: int | None = None) -> list[Line]:
    """Words on indented lines, the first of them led by a handle or a label."""
    first, *others = wrapped(words, indent=columns_of(lead[0]) + 2, most=most)
    return [(plainly("  "), lead, *first[1:]), *others]
