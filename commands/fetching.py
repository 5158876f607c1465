"""Fetching a page for a command: whether it may, as whom, and with which network."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from claims.captured import CapturePage
    from ledger.engine import Ledger
    from ledger.pen import Pen
    from sources.captures.taking import Taken


def is_address(words: str) -> bool:
    """Whether somebody gave an address of the web and not a file."""
    return "://" in words


def captured(
    ledger: "Ledger",
    pen: "Pen",
    url: str,
    *,
    story: str | None,
    user_agent: str | None,
    offline: bool,
) -> "tuple[CapturePage, Taken]":
    """Capture a page and record it. Raises `Offline` where the network was ruled out."""
    from claims.capture_queries import capture_page
    from claims.captures import capture_url
    from sources.captures.taking import software
    from sources.errors import Offline
    from sources.fetch.network import this_machine

    if offline:
        raise Offline(
            url,
            "would have to be fetched, and --offline rules that out",
            next_step="leave out --offline, or save the page and give the file",
        )
    number, taken = capture_url(
        ledger, pen, url, network=this_machine(), user_agent=_checked(user_agent) or software(), story=story
    )
    with ledger.reading() as session:
        return capture_page(session, str(number)), taken


def _checked(user_agent: str | None) -> str | None:
    if user_agent is None or (user_agent.strip() and user_agent.isascii() and user_agent.isprintable()):
        return user_agent
    raise typer.BadParameter("--user-agent takes one line of plain letters, digits and signs")
