"""Judges where a trail ended: a page, part of one, or none, with the reason in words, and what to be wary of.

Looks at values only. That a page is whole says nothing of whether it is true.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from itertools import pairwise
from typing import assert_never

from sources.fetch.following import Trail
from sources.fetch.outcome import Exchange, Mark, State, Trouble

_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_NO_PAGE_BYTES = ((_ZIP, "a zip archive"), (b"\x1f\x8b", "a gzip archive"), (b"\x7fELF", "a program"))
_LOOKED_AT = 200_000
_PASSWORD = re.compile(rb"<input\b[^<>]{0,300}\btype\s{0,5}=\s{0,5}[\"']?password", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^<>]{0,100}>([^<]{0,300})", re.IGNORECASE)
_LOGIN_WORDS = re.compile(
    r"\b(?:log ?-?in|log ?-?on|sign ?-?in|sign ?-?on|anmelden|connexion|iniciar sesi[oó]n|accedi)\b",
    re.IGNORECASE,
)
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|sso|auth|account/login|users/sign_in)(?:[/.?]|$)", re.IGNORECASE
)


def state_of(trail: Trail) -> tuple[State, str | None]:
    """What a trail is good for, and why if not for everything."""
    if trail.stopped is not None:
        return trail.stopped, trail.why
    page = trail.hops[-1]
    if page.trouble is not None:
        return _state_for(page.trouble), page.why
    return _state_of_answer(page)


def marks_of(trail: Trail) -> tuple[Mark, ...]:
    """What a person should know before relying on where a trail led."""
    schemes = [address.scheme for address in trail.addresses]
    found = {
        Mark.USER_INFO_STRIPPED: any(address.had_user_info for address in trail.addresses),
        Mark.DOWNGRADED: ("https", "http") in pairwise(schemes),
    }
    if trail.hops:
        page = trail.hops[-1]
        found[Mark.LOGIN_PAGE] = _asks_to_log_in(page)
        found[Mark.OTHER_KIND] = _says_html(page) and _start(page).lstrip().startswith(_PDF)
        found[Mark.LENGTH_TWICE] = page.header("content-length") is not None and (
            page.header("transfer-encoding") is not None
        )
    return tuple(mark for mark in Mark if found.get(mark))


def _state_for(trouble: Trouble) -> State:
    match trouble:
        case Trouble.NOT_PUBLIC:
            return State.REFUSED
        case Trouble.NO_NAME | Trouble.NO_CONNECTION | Trouble.NO_ANSWER:
            return State.UNREACHABLE
        case Trouble.NOT_HTTP:
            return State.NOT_A_PAGE
        case Trouble.CUT_SHORT | Trouble.CANNOT_UNPACK | Trouble.LIMIT:
            return State.PARTIAL
    assert_never(trouble)


def _state_of_answer(page: Exchange) -> tuple[State, str | None]:
    status = page.status or 0
    if status == HTTPStatus.PARTIAL_CONTENT:
        return State.PARTIAL, "the server sent a part of it (206), which was not asked for"
    if not 200 <= status < 300:
        return State.NOT_A_PAGE, f"the server answered {status}{_phrase(status)}"
    if page.entity_length == 0:
        return State.NOT_A_PAGE, "the server answered with nothing in it"
    if (extra := _unannounced(page)) > 0:
        return (
            State.PARTIAL,
            f"the server sent {extra:,} bytes more than it announced; they are kept, not read",
        )
    if _says_html(page):
        for start, kind in _NO_PAGE_BYTES:
            if _start(page).startswith(start):
                return State.NOT_A_PAGE, f"the server calls it a page, and it is {kind}"
    return State.CAPTURED, None


def _unannounced(page: Exchange) -> int:
    """How many bytes came beyond the length that the head announces; 0 where it announces none."""
    announced = page.header("content-length")
    if announced is None or page.header("transfer-encoding") is not None:
        return 0
    return max(0, page.body_length - int(announced.partition(",")[0]))


def _phrase(status: int) -> str:
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""


def _says_html(page: Exchange) -> bool:
    return (page.header("content-type") or "").strip().lower().startswith(("text/html", "application/xhtml"))


def _asks_to_log_in(page: Exchange) -> bool:
    """Whether a page wants a password and calls itself a place to log in; many others have a hidden form."""
    start = _start(page) if _says_html(page) else b""
    if not _PASSWORD.search(start):
        return False
    title = _TITLE.search(start)
    words = title[1].decode("utf-8", errors="replace") if title else ""
    return bool(_LOGIN_WORDS.search(words) or _LOGIN_PATH.search(page.url))


def _start(page: Exchange) -> bytes:
    """The first bytes of the body: enough to know it by."""
    start = bytearray()
    for piece in page.unpacked or ():
        start += piece
        if len(start) >= _LOOKED_AT:
            break
    return bytes(start[:_LOOKED_AT])
