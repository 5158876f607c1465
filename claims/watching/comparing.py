"""Compares a page with what it was: what became of a quote, where that can be told.

Values in, values out. A page that could not be had whole, or asks to log in, does not tell that a quote has
gone; only the site's own word (404, 410) or its silence counts as a page that is gone.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.anchoring import Anchor, anchor
from claims.anchoring.differences import in_words
from claims.captured import CapturePage
from claims.kinds import Fit, Recheck
from claims.revising.differing import difference, what_changed
from claims.revising.leanings import leanings
from claims.watching.sentences import around
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
    found = _find(was, quoted.start, quoted.end, text)
    match found.fit:
        case Fit.EXACT | Fit.WHITESPACE:
            return _in_its_sentence(quoted, was, text, found)
        case Fit.ALTERED:
            now = text[found.start : found.end]
            return Compared(Recheck.QUOTE_ALTERED, now, in_words(found.difference, page="the page now"))
        case Fit.GONE:
            return Compared(Recheck.QUOTE_GONE)


def _in_its_sentence(quoted: OldQuote, was: str, text: str, found: Anchor) -> Compared:
    """What became of words that stand: a new "not" beside them alters them, and so does another sentence.

    "40 people" may still stand on a page on which the ferry no longer carried them.
    """
    start, end = around(was, quoted.start, quoted.end)
    whole = _find(was, start, end, text)
    place = found if whole.start is None else whole
    at, to = around(text, place.start or 0, place.end or 0)
    before, now = was[start:end], text[at:to]
    stands = anchor(quoted.words, now).fit in (Fit.EXACT, Fit.WHITESPACE)
    if stands and leanings(before, weak=True) == leanings(now, weak=True):
        return Compared(Recheck.CHANGED_ELSEWHERE)
    return Compared(Recheck.QUOTE_ALTERED, now, what_changed(difference(before, now)))


def _find(was: str, start: int, end: int, text: str) -> Anchor:
    """Where words of the page as it was stand on the page as it is."""
    return anchor(
        was[start:end],
        text,
        prefix=was[max(0, start - CONTEXT) : start],
        suffix=was[end : end + CONTEXT],
        near=start,
    )
