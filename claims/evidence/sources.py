"""Whom a piece of evidence is from: the source that a person named, or the site that a capture was had from.

The grade that the source has at that time is kept with the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy.orm import Session

from claims.captured import CapturePage
from claims.evidence.offered import Judged
from claims.kinds import FoundIn
from claims.registry.adding import find_or_add_source
from claims.registry.finding import FoundSource, grade_in_force
from ledger.pen import Pen


@dataclass(frozen=True, slots=True)
class Named:
    """A source with the grade that it has now; `by_person` is whether somebody named it."""

    source: FoundSource
    grade: UUID | None
    by_person: bool


def source_named(session: Session, pen: Pen, judged: Judged) -> Named | None:
    """The source that a person named, registered now where it is new; `None` where nobody named one.

    Raises `UnknownSource`, `AmbiguousSource` or `BadSource`.
    """
    if not (judged.source and judged.source.strip()):
        return None
    return _with_grade(session, find_or_add_source(session, pen, judged.source), by_person=True)


def source_of_capture(session: Session, pen: Pen, page: CapturePage) -> Named | None:
    """The site that a capture was had from, registered as a suggestion; `None` where it has no address."""
    site = site_of(page.url)
    if site is None:
        return None
    found = find_or_add_source(session, pen, site, found_in=FoundIn.CAPTURE)
    return _with_grade(session, found, by_person=False)


def site_of(url: str | None) -> str | None:
    """The name of the site in an address, as in example.org; `None` where there is none."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _with_grade(session: Session, found: FoundSource, *, by_person: bool) -> Named:
    return Named(found, grade_in_force(session, found.id), by_person)
