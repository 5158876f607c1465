"""Which sources a story names that nobody has registered; a person takes them over, singly or all.

They come from what its documents list, whom they credit, and which sites were captured for it. Nothing is
registered here unasked. A code name of a protected source is no suggestion, whoever else has that name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import UnknownSource
from claims.handles import documents_of, find_document, find_story
from claims.kinds import FoundIn
from claims.models import AttributionRow, CaptureRow, ClaimRow, ListedSourceRow, PlacementRow
from claims.present import present_revision
from claims.registry.adding import add_source
from claims.registry.details import Details
from claims.registry.finding import FoundSource
from claims.registry.models import SourceDetailRow, SourceNameRow
from claims.registry.names import key_of
from claims.registry.pages import SuggestedSource
from claims.registry.sites import site_of
from ledger.pen import Pen


def suggested_sources(session: Session, story: str) -> tuple[SuggestedSource, ...]:
    """The sources that a story names and the registry does not, each once. Raises `UnknownStory`."""
    slugs = documents_of(session, story)
    captured = list(_captured(session, story))
    if not slugs and not captured:
        find_story(session, story)
    listed = (found for slug in slugs for found in _listed(session, slug))
    credited = (found for slug in slugs for found in _credited(session, slug))
    known, sites = _registered(session)
    return tuple(
        found
        for key, found in _each_once([*listed, *credited, *captured]).items()
        if key not in known and not (found.homepage and site_of(found.homepage) in sites)
    )


def add_suggested(session: Session, pen: Pen, story: str, *, name: str | None = None) -> list[FoundSource]:
    """Register what a story suggests: all of it, or the one of that name.

    Raises `UnknownSource` where it is no suggestion, and `UnknownStory`.
    """
    suggested = suggested_sources(session, story)
    chosen = [found for found in suggested if name is None or key_of(found.name) == key_of(name)]
    if name is not None and not chosen:
        raise UnknownSource(
            f"the story {story} suggests no source {name!r}; see what it does with: "
            f"factdesk source list --suggested {story}"
        )
    return [
        add_source(
            session,
            pen,
            found.name,
            Details(kind=found.kind, homepage=found.homepage),
            found_in=found.found_in,
        )[0]
        for found in chosen
    ]


def _listed(session: Session, slug: str) -> Iterator[SuggestedSource]:
    revision = present_revision(session, find_document(session, slug))
    query = select(ListedSourceRow).where(ListedSourceRow.revision_id == revision.id)
    for row in session.scalars(query.order_by(ListedSourceRow.start)):
        yield SuggestedSource(row.name, row.kind, None, FoundIn.LISTED, (slug,))


def _credited(session: Session, slug: str) -> Iterator[SuggestedSource]:
    revision = present_revision(session, find_document(session, slug))
    query = (
        select(AttributionRow.speaker, ClaimRow.number)
        .join(PlacementRow, PlacementRow.id == AttributionRow.placement_id)
        .join(ClaimRow, ClaimRow.id == PlacementRow.claim_id)
        .where(PlacementRow.revision_id == revision.id)
        .order_by(AttributionRow.ordinal)
    )
    for speaker, number in session.execute(query):
        if speaker:
            yield SuggestedSource(speaker, None, None, FoundIn.ATTRIBUTION, (f"{slug}:{number}",))


def _captured(session: Session, story: str) -> Iterator[SuggestedSource]:
    query = select(CaptureRow.number, CaptureRow.url, CaptureRow.asked).where(CaptureRow.story == story)
    for number, url, asked in session.execute(query.order_by(CaptureRow.number)):
        if site := site_of(url or asked):
            place = f"capture:{number}"
            yield SuggestedSource(site, None, f"https://{site}/", FoundIn.CAPTURE, (place,))


def _each_once(found: Iterable[SuggestedSource]) -> dict[str, SuggestedSource]:
    """Each name once, as it was first met, with all the places where it was."""
    once: dict[str, SuggestedSource] = {}
    places: defaultdict[str, list[str]] = defaultdict(list)
    for one in found:
        once.setdefault(key := key_of(one.name), one)
        places[key] += one.places
    return {key: replace(one, places=tuple(dict.fromkeys(places[key]))) for key, one in once.items()}


def _registered(session: Session) -> tuple[set[str], set[str | None]]:
    """The keys of all names of the registry, and the sites of its sources."""
    homepages = session.scalars(select(SourceDetailRow.homepage).where(SourceDetailRow.homepage.is_not(None)))
    return set(session.scalars(select(SourceNameRow.key))), {site_of(page) for page in homepages}
