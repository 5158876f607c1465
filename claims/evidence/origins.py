"""Where a piece of evidence comes from in the end, as far as can be told when it is added.

A person's word stands first; then the signs: an agency credited in the text, the same wording as other
evidence on the claim, the source, the site. Evidence that nothing joins to another is an origin of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.captured import CapturePage
from claims.evidence.models import EvidenceRow, WithdrawalRow
from claims.evidence.offered import Judged
from claims.handles import FoundClaim
from claims.kinds import OriginSign
from claims.models import CaptureRow
from claims.reconcile.wires import credited_agency
from claims.reconcile.wordings import SAME, Runs, runs_of, shared
from claims.registry.finding import FoundSource
from claims.registry.sites import site_of


@dataclass(frozen=True, slots=True)
class Origin:
    """What evidence comes from in the end, by name, and why that is thought."""

    name: str
    sign: OriginSign


def origin_of(
    session: Session, claim: FoundClaim, judged: Judged, page: CapturePage | None, named: FoundSource | None
) -> Origin | None:
    """The origin of evidence that is about to be added; `None` where nothing joins it to another."""
    if judged.origin and judged.origin.strip():
        return Origin(" ".join(judged.origin.split()), OriginSign.JUDGED)
    if page and page.text and (agency := credited_agency(page.text)):
        return Origin(agency, OriginSign.WIRE)
    earlier = list(_earlier(session, claim)) if page else []
    if page and page.text and (alike := _same_wording(page.text, earlier)):
        return Origin(alike, OriginSign.WORDING)
    if named and judged.source:
        return Origin(named.name, OriginSign.SOURCE)
    return _of_page(page, named, earlier) if page else None


def _of_page(page: CapturePage, named: FoundSource | None, earlier: Sequence[_Earlier]) -> Origin | None:
    """The origin of a page whose source nobody named: that of others from its site, else whom it names."""
    site = site_of(page.url)
    if site and (same := next((one.origin for one in earlier if site_of(one.url) == site), None)):
        return Origin(same, OriginSign.SITE)
    if named is None:
        return None
    return Origin(named.name, OriginSign.SITE if named.name == site else OriginSign.SOURCE)


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The text of other evidence on the claim, and what it was put under."""

    text: str | None
    url: str | None
    origin: str


def _earlier(session: Session, claim: FoundClaim) -> Iterator[_Earlier]:
    """The captured evidence on a claim that was not withdrawn, in the order in which it was added."""
    rows = session.execute(
        select(CaptureRow.text, CaptureRow.url, EvidenceRow.origin)
        .join(EvidenceRow, EvidenceRow.capture_id == CaptureRow.id)
        .outerjoin(WithdrawalRow, WithdrawalRow.evidence_id == EvidenceRow.id)
        .where(EvidenceRow.claim_id == claim.id, WithdrawalRow.id.is_(None))
        .order_by(EvidenceRow.number)
    )
    yield from (_Earlier(text, url, origin) for text, url, origin in rows)


def _same_wording(text: str, earlier: Sequence[_Earlier]) -> str | None:
    """The origin of other evidence whose page says nearly the same."""
    runs = _runs(text)
    return next((one.origin for one in earlier if shared(runs, _runs(one.text or "")) >= SAME), None)


@lru_cache(maxsize=16)
def _runs(text: str) -> Runs:
    """The runs of a page, of which much evidence may come in a row, as from a table."""
    return runs_of(text)
