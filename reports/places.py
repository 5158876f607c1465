"""Where figures stand: links to the claims that are on the page, bare handles for those that are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.pages import ClaimPage
from reports.open_tasks import PLACES_SHOWN
from reports.standing import marks, verdicts
from reports.views.basic import Link
from reports.views.summary import Item
from reports.words import count


@dataclass(frozen=True, slots=True)
class Places:
    """`handles` maps a figure's id to its claim's handle, `claims` the handles on the page to claims."""

    handles: Mapping[str, str]
    claims: Mapping[str, ClaimPage]

    def of(self, figures: Iterable[str]) -> tuple[tuple[Link, ...], str | None]:
        """The first claims that some figures stand in, and in words how many more there are."""
        return links_to(dict.fromkeys(self.handles.get(figure) for figure in figures), self.claims)


def links_to(
    handles: Iterable[str | None], claims: Mapping[str, ClaimPage]
) -> tuple[tuple[Link, ...], str | None]:
    """The first of some handles, those on the page before the others, and how many more there are."""
    ordered = sorted(handles, key=lambda handle: handle not in claims)
    links = tuple(place(handle, claims) for handle in ordered[:PLACES_SHOWN])
    more = len(ordered) - len(links)
    return links, f"and {count(more, 'more claim')}" if more else None


def place(handle: str | None, claims: Mapping[str, ClaimPage]) -> Link:
    """A link to the claim of a handle where it is on the page, its bare handle where it is not."""
    if handle is None:
        return Link("not known")
    claim = claims.get(handle)
    return Link(str(claim.number), f"#claim-{claim.number}") if claim else Link(handle)


def item(claim: ClaimPage, reasons: Iterable[str]) -> Item:
    """A claim as it stands in a list: its place, its words, where it stands, and why it is listed."""
    link = Link(str(claim.number), f"#claim-{claim.number}")
    return Item(link, verdicts(claim), marks(claim), claim.text, tuple(reasons))
