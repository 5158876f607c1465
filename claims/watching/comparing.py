"""Compares a page with what it was: what became of a quote, where that can be told.

Values in, values out. A page that could not be had whole, or asks to log in, does not tell that a quote has
gone; only the site's own word (404, 410) or its silence counts as a page that is gone.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.anchoring import anchor
from claims.anchoring.differences import in_words
from claims.captured import CapturePage
from claims.kinds import Fit, Recheck
from sources.fetch.outcome import Mark, State

CONTEXT = 32
"""How many characters before and after a quote help to find it again."""

_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class OldQuote:
    """A quote with the capture that it was taken from, where it stands at [start, end)."""

    words: str
    start: int
    end: int
    capture: CapturePage


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of a quote; `now` and `difference` are there where it was altered."""

    outcome: Recheck
    now: str | None = None
    difference: str | None = None


@dataclass(frozen=True, slots=True)
class CannotTell:
    """Why a capture does not tell what became of a quote, in words that end a sentence."""

    why: str


def compare(quoted: OldQuote, after: CapturePage) -> Compared | CannotTell:
    """What became of a quote in a later capture of its page."""
    if is_gone(after):
        return Compared(Recheck.PAGE_GONE)
    if Mark.LOGIN_PAGE in after.marks:
        return CannotTell(f"what came as {after.handle} looks like a page to log in")
    if after.state not in (State.CAPTURED, State.PARTIAL):
        return CannotTell(f"{after.handle} failed: {after.reason}")
    if after.text is None:
        return CannotTell(f"no words could be read in {after.handle}: {after.why_no_text}")
    found = _in_text(quoted, after.text)
    if after.state is State.PARTIAL and found.outcome in (Recheck.QUOTE_ALTERED, Recheck.QUOTE_GONE):
        return CannotTell(
            f"the quote is not in {after.handle}, which holds a part of the page: {after.reason}"
        )
    return found


def is_gone(capture: CapturePage) -> bool:
    """Whether the page is not there any more: nobody answers, or the answer says so."""
    if capture.state is State.UNREACHABLE:
        return True
    return capture.state is State.NOT_A_PAGE and bool(capture.hops) and capture.hops[-1].status in _GONE


def _in_text(quoted: OldQuote, text: str) -> Compared:
    was = quoted.capture.text or ""
    if was == text:
        return Compared(Recheck.UNCHANGED)
    found = anchor(
        quoted.words,
        text,
        prefix=was[max(0, quoted.start - CONTEXT) : quoted.start],
        suffix=was[quoted.end : quoted.end + CONTEXT],
        near=quoted.start,
    )
    match found.fit:
        case Fit.EXACT | Fit.WHITESPACE:
            return Compared(Recheck.CHANGED_ELSEWHERE)
        case Fit.ALTERED:
            now = text[found.start : found.end]
            return Compared(Recheck.QUOTE_ALTERED, now, in_words(found.difference, page="the page now"))
        case Fit.GONE:
            return Compared(Recheck.QUOTE_GONE)
