"""The site of a web address, as a source is called by it: "example.org"."""

from __future__ import annotations

from sources.errors import NotAnAddress
from sources.fetch.urls import web_address


def site_of(address: str | None) -> str | None:
    """The site that an address is of, without "www."; `None` where it is no address of the web."""
    try:
        return web_address(address or "").host.removeprefix("www.")
    except NotAnAddress:
        return None
