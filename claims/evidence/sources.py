"""Whom a piece of evidence is from: the source that a person named, else whom its page names, else its site.

The grade that the source has at that time is kept with the evidence.
"""

from __future__ import annotations

import re
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.captured import CapturePage
from claims.errors import AmbiguousSource, BadSource
from claims.evidence.offered import Judged
from claims.kinds import FoundIn
from claims.registry.adding import find_or_add_source
from claims.registry.finding import FoundSource, grade_in_force
from claims.registry.models import SourceGradeRow
from claims.registry.sites import site_of
from ledger.pen import Pen

_WORD = re.compile(r"\w+")


def source_named(session: Session, pen: Pen, judged: Judged) -> FoundSource | None:
    """The source that a person named, registered now where it is new; `None` where nobody named one.

    Raises `UnknownSource`, `AmbiguousSource` or `BadSource`.
    """
    if not (judged.source and judged.source.strip()):
        return None
    return find_or_add_source(session, pen, judged.source)


def source_of_capture(session: Session, pen: Pen, page: CapturePage) -> FoundSource | None:
    """Whom a captured page names as its publisher, else its site, registered as a suggestion.

    `None` where it names nobody and has no address. A name that can't be one is passed over.
    """
    for name in filter(None, (page.outlet, site_of(page.url))):
        try:
            return find_or_add_source(session, pen, name, found_in=FoundIn.CAPTURE)
        except (BadSource, AmbiguousSource):
            continue
    return None


def fitting_grade(session: Session, source: UUID, story: str, claim: str) -> UUID | None:
    """The key of the last grade for a scope that fits, the story or words of the claim; else for all.

    `None` where nobody gave one.
    """
    query = select(SourceGradeRow.id, SourceGradeRow.scope).where(SourceGradeRow.source_id == source)
    said = _words(claim)
    for id, scope in session.execute(query.order_by(SourceGradeRow.ordinal.desc())):
        if scope and (scope.casefold() == story.casefold() or _words(scope) <= said):
            return UUID(str(id))
    return grade_in_force(session, source)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
