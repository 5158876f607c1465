"""Captures as they are shown: frozen pages, made by queries and read by reports.

Values only. What a capture proves of a claim is not said here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sources.captures.kinds import CaptureKind
from sources.fetch.outcome import Mark, RobotsAnswer, State

PREFIX = "capture:"


@dataclass(frozen=True, slots=True)
class Hop:
    """One request on the way to a page. `status` is `None` where no answer was understood."""

    url: str
    status: int | None
    address: str | None


@dataclass(frozen=True, slots=True)
class CapturePage:
    """One capture with everything but its bytes. Digests are SHA-256, in hex; `None`: there was nothing.

    `outlet` is whom the page names as its publisher. `why_no_text` is there exactly where `text` is not.
    `given_as` and `how` belong to a file that somebody gave us; `how` is also `None` where it was withheld.
    `held_back`: a protected source rests on it, so `file`, `given_as` and `how` are left out, and neither
    `began` nor `added_at` is for showing.
    """

    number: int
    kind: CaptureKind
    story: str | None
    asked: str | None
    url: str | None
    state: State
    reason: str | None
    marks: tuple[Mark, ...]
    hops: tuple[Hop, ...]
    robots: RobotsAnswer | None
    user_agent: str | None
    content_type: str | None
    file: str | None
    file_bytes: int | None
    file_sha256: str | None
    block_sha256: str | None
    entity_sha256: str | None
    title: str | None
    text: str | None
    text_sha256: str | None
    reader: str | None
    why_no_text: str | None
    given_as: str | None
    how: str | None
    began: datetime
    added_by: str
    added_at: datetime
    outlet: str | None = None
    held_back: bool = False

    @property
    def handle(self) -> str:
        """What people call it by: capture:3."""
        return f"{PREFIX}{self.number}"

    @property
    def name(self) -> str:
        """Its title, else where it is from, else the name of its file."""
        return self.title or self.url or self.given_as or self.handle


@dataclass(frozen=True, slots=True)
class Verified:
    """A capture, and what was found wrong with what is kept of it; nothing, where all is as it was."""

    capture: CapturePage
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackagePage:
    """An exported package, and what was found wrong with it; `signed`: it carries somebody's signature."""

    name: str
    problems: tuple[str, ...]
    signed: bool


def hop_from(told: dict[str, Any]) -> Hop:
    """A hop from what the ledger keeps of it."""
    return Hop(told["url"], told["status"], told["address"])
