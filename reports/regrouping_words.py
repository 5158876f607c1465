"""What people did to the cutting of a text into claims, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from claims.days import day
from claims.kinds import RegroupingKind
from claims.regrouping.pages import RegroupingPage
from reports.hidden import shown_name

NO_PART = "no part of the article"


DONE: Mapping[RegroupingKind, str] = {
    RegroupingKind.SPLIT: "split",
    RegroupingKind.JOIN: "joined",
    RegroupingKind.CLAIM: "taken in",
    RegroupingKind.FURNITURE: "set aside",
}
"""What became of the claims that somebody did something to."""


def act_words(act: RegroupingPage) -> str:
    """What somebody did, in a line: "storm:12 split by Ada into storm:61 and storm:62: “two facts”"."""
    by, because = shown_name(act.by), f": “{act.because}”" if act.because else ""
    match act.kind:
        case RegroupingKind.SPLIT:
            done = f"{_listed(act.of_handles)} split by {by} into {_listed(act.made_handles)}"
        case RegroupingKind.JOIN:
            done = f"{_listed(act.of_handles)} joined by {by} as {_listed(act.made_handles)}"
        case RegroupingKind.CLAIM:
            done = f"{_listed(act.made_handles)} taken by {by} for a part of the article after all"
        case RegroupingKind.FURNITURE:
            done = f"{_listed(act.of_handles)} taken by {by} for {NO_PART}"
        case _:
            assert_never(act.kind)
    return f"revision {act.revision}: {done}{because}"


def story_of(act: RegroupingPage, number: int) -> str:
    """What an act made of one of its claims, or out of what it made it, in a sentence."""
    because = f": “{act.because}”." if act.because else "."
    return f"{_made(act) if number in act.made else _done_to(act, number)} on {day(act.at)}{because}"


def _done_to(act: RegroupingPage, number: int) -> str:
    by, made = shown_name(act.by), _listed(act.made_handles)
    match act.kind:
        case RegroupingKind.SPLIT:
            return f"Split by {by} into {made}"
        case RegroupingKind.JOIN:
            others = [handle for handle in act.of_handles if handle != f"{act.slug}:{number}"]
            return f"Joined by {by} with {_listed(others)} as {made}"
        case RegroupingKind.CLAIM | RegroupingKind.FURNITURE:
            return f"Taken by {by} for {NO_PART}"
        case _:
            assert_never(act.kind)


def _made(act: RegroupingPage) -> str:
    by, of = shown_name(act.by), _listed(act.of_handles)
    match act.kind:
        case RegroupingKind.SPLIT:
            return f"Part of {of}, split by {by}"
        case RegroupingKind.JOIN:
            return f"Joined by {by} from {of}"
        case RegroupingKind.CLAIM | RegroupingKind.FURNITURE:
            return f"Taken by {by} for a part of the article after all"
        case _:
            assert_never(act.kind)


def _listed(handles: Sequence[str]) -> str:
    """Handles in a sentence: "storm:61, storm:62 and storm:63"."""
    return " and ".join(filter(None, (", ".join(handles[:-1]), *handles[-1:])))
