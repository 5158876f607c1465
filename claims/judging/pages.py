"""Judging as it is shown: frozen pages, made by queries and read by reports."""

from __future__ import annotations

from dataclasses import dataclass

from claims.pages import StatusPage


@dataclass(frozen=True, slots=True)
class Flip:
    """A claim whose status another policy would change."""

    handle: str
    before: StatusPage
    after: StatusPage
