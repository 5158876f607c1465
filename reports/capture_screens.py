"""What the commands about captures print: what was had and what not, what is kept, what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import assert_never

from claims.captured import CapturePage, Hop, PackagePage, Verified
from reports import dates
from reports.evidence_screens import HELD_BACK
from reports.hidden import shown_name
from reports.screen import (
    Line,
    columns_of,
    cut,
    labelled,
    padded,
    plainly,
    soft,
    strong,
    text_of,
    width,
    wrapped,
)
from reports.words import count
from sources.captures.kinds import CaptureKind
from sources.fetch.outcome import Mark, RobotsAnswer, State

STATES: Mapping[State, str] = {
    State.CAPTURED: "captured",
    State.PARTIAL: "partial",
    State.REFUSED: "refused",
    State.UNREACHABLE: "unreachable",
    State.NOT_A_PAGE: "not a page",
}
MARKS: Mapping[Mark, str] = {
    Mark.LOGIN_PAGE: "this looks like a page to log in, not the page itself",
    Mark.DOWNGRADED: "it led from https to http, where anybody on the way can change a page",
    Mark.USER_INFO_STRIPPED: "a user name in the address was left out",
    Mark.OTHER_KIND: "the server calls it a web page, and it is a PDF",
    Mark.LENGTH_TWICE: "the server announced its length in two ways",
}
ROBOTS: Mapping[RobotsAnswer, str] = {
    RobotsAnswer.ALLOWS: "allows programs to read this page",
    RobotsAnswer.FORBIDS: "asks programs not to read this page",
    RobotsAnswer.SAYS_NOTHING: "there is none",
    RobotsAnswer.UNKNOWN: "not known: it could not be read",
}
KINDS: Mapping[CaptureKind, str] = {
    CaptureKind.FETCHED: "fetched by factdesk",
    CaptureKind.PAGE: "as a file",
    CaptureKind.WARC: "as a WARC file",
    CaptureKind.WACZ: "as a WACZ file",
}
_LABELS = 11
_labelled = partial(labelled, columns=_LABELS)
_STATES = max(map(len, STATES.values())) + 2
_SHOWN_LINES = 12


def added_screen(capture: CapturePage) -> str:
    """A capture that was just made: how it went, and how to look at it."""
    lines = [
        (strong(f"{capture.handle}  "), plainly(STATES[capture.state])),
        *_labelled("title", capture.title),
        *_labelled("because", capture.reason),
        *_labelled("from", capture.url),
        *_labelled("given as", capture.given_as),
        *_noticed(capture),
        *_labelled("words", _words(capture)),
        *_labelled("show", f"factdesk capture show {capture.handle}"),
    ]
    return text_of(lines)


def captures_screen(captures: Sequence[CapturePage]) -> str:
    """Captures, two lines each: handle, state and name; then when, from where, and why not."""
    if not captures:
        return "No captures yet; make one with: factdesk capture URL"
    handles = max(columns_of(capture.handle) for capture in captures) + 2
    lines: list[Line] = []
    for capture in captures:
        lines.append(
            (
                padded(capture.handle, "bold", handles),
                padded(STATES[capture.state], "", _STATES),
                plainly(cut(capture.name, width() - handles - _STATES)),
            )
        )
        where = capture.url if capture.url != capture.name else None
        began = None if capture.held_back else dates.moment(capture.began)
        told = [began, where, capture.reason, *(MARKS[mark] for mark in capture.marks)]
        lines += wrapped("; ".join(filter(None, told)), indent=handles)
    return text_of(lines)


def capture_screen(capture: CapturePage) -> str:
    """One capture: how it went, what is kept, the beginning of its words."""
    lines: list[Line] = [
        *wrapped(capture.name),
        (),
        *_labelled("capture", f"{capture.handle}, {STATES[capture.state]}"),
        *_labelled("because", capture.reason),
        *_noticed(capture),
        *_came(capture),
        *_labelled("by", shown_name(capture.added_by)),
        *_labelled("story", capture.story),
        *_labelled("asked for", capture.asked),
        *(line for hop in capture.hops for line in _labelled("hop", _hop(hop))),
        *_labelled("robots.txt", _robots(capture)),
        *_labelled("asked as", capture.user_agent),
        *_labelled("given as", capture.given_as),
        *_labelled("how", capture.how),
        *_labelled("kind", capture.content_type),
        *_labelled("file", _file(capture)),
        *_labelled("words", _words(capture)),
        *_labelled("SHA-256", "in hex, of what came" if capture.file_sha256 else None),
        *_digests(capture),
    ]
    if capture.text is not None:
        begun = capture.text.splitlines()
        lines += [(), *(line for row in begun[:_SHOWN_LINES] for line in wrapped(row, indent=2, most=2))]
        if len(begun) > _SHOWN_LINES:
            lines.append((soft("  …"),))
    return text_of(lines)


def verified_screen(found: Sequence[Verified], left_over: Sequence[str]) -> str:
    """What was verified: how many are as they were, and what is wrong with the others."""
    wrong = [one for one in found if one.problems]
    good = len(found) - len(wrong)
    lines: list[Line] = [_plainly(f"{count(good, 'capture')} of {len(found)} as they were made.")]
    for one in wrong:
        for problem in one.problems:
            lines += wrapped(problem, indent=_LABELS + 2, first=strong(one.capture.handle))
    if wrong:
        lines += wrapped("Put what was altered or is gone back from a backup; it can't be made again.")
    if left_over:
        told = f"{count(len(left_over), 'file')} of no capture, from captures broken off or still under way: "
        lines += wrapped(told + ", ".join(left_over))
    return text_of(lines)


def package_screen(package: PackagePage) -> str:
    """What was found of a package: that it is good, or what is wrong with it."""
    lines = [line for problem in package.problems for line in wrapped(f"{package.name}: {problem}")]
    if not package.problems:
        lines = wrapped(f"{package.name} is whole, and every page in it is a capture of this ledger.")
        if package.signed:
            lines += wrapped("It is signed, for this content; whose signature that is was not checked.")
    return text_of(lines)


def _plainly(words: str) -> Line:
    return (plainly(words),)


def _noticed(capture: CapturePage) -> list[Line]:
    return [line for mark in capture.marks for line in _labelled("note", MARKS[mark])]


def _came(capture: CapturePage) -> list[Line]:
    """When it was made, and when it was given to us; of a file that is no archive, the first is not known."""
    if capture.held_back:
        return _labelled("when, how", HELD_BACK)
    given = _labelled("given", f"{dates.moment(capture.added_at)}, {KINDS[capture.kind]}")
    match capture.kind:
        case CaptureKind.FETCHED:
            return _labelled("made", f"{dates.moment(capture.began)}, {KINDS[capture.kind]}")
        case CaptureKind.PAGE:
            return given
        case CaptureKind.WARC | CaptureKind.WACZ:
            return [*_labelled("made", f"{dates.moment(capture.began)}, as the archive says"), *given]
    assert_never(capture.kind)


def _digests(capture: CapturePage) -> list[Line]:
    """Of the file, of the answer as it came, of the page in it and of its words, as far as there are any."""
    answer = capture.block_sha256 if capture.kind is CaptureKind.FETCHED else None
    return [
        *_labelled("of file", capture.file_sha256),
        *_labelled("of answer", answer),
        *_labelled("of page", capture.entity_sha256),
        *_labelled("of words", capture.text_sha256),
    ]


def _hop(hop: Hop) -> str:
    answered = f"answered {hop.status}" if hop.status is not None else "no answer"
    return f"{hop.url} ({hop.address or 'not dialled'}, {answered})"


def _robots(capture: CapturePage) -> str | None:
    if capture.robots is not None:
        return ROBOTS[capture.robots]
    return "not asked for, as a browser asks for none" if capture.kind is CaptureKind.FETCHED else None


def _file(capture: CapturePage) -> str | None:
    if capture.file is None:
        return "nothing came, so nothing is kept"
    return f"{capture.file}, {capture.file_bytes or 0:,} bytes"


def _words(capture: CapturePage) -> str:
    if capture.text is None:
        return f"none: {capture.why_no_text}"
    return f"{count(len(capture.text.split()), 'word')}, read by {capture.reader}"
