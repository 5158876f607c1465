"""Which sources the claims of a document rest on, and which claims rest on one origin alone.

Only evidence that counts: what was withdrawn, or stands otherwise in its capture, carries nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.evidence.pages import EvidencePage
from claims.pages import ClaimPage
from reports.evidence import carries, source_words
from reports.evidence_words import grade_words
from reports.places import links_to
from reports.views.report import SourceUseView
from reports.words import count


def source_uses(claims: Mapping[str, ClaimPage]) -> tuple[SourceUseView, ...]:
    """Each source that evidence comes from, the one that most claims rest on first; `claims` by handle."""
    used: dict[str, list[EvidencePage]] = {}
    for claim in claims.values():
        for evidence in _carrying(claim):
            used.setdefault(evidence.source or source_words(evidence), []).append(evidence)
    alone = {handle for handle, claim in claims.items() if rests_on_one_origin(claim)}
    uses = [_use(found, claims, alone) for _, found in sorted(used.items(), key=_most_claims)]
    return tuple(uses)


def rests_on_one_origin(claim: ClaimPage) -> bool:
    """Whether all the evidence that counts for or against a claim comes from one origin."""
    return len({evidence.origin for evidence in _carrying(claim)}) == 1


def _carrying(claim: ClaimPage) -> Iterator[EvidencePage]:
    return filter(carries, claim.evidence)


def _most_claims(used: tuple[str, Sequence[EvidencePage]]) -> int:
    return -len({evidence.claim for evidence in used[1]})


def _use(found: Sequence[EvidencePage], claims: Mapping[str, ClaimPage], alone: set[str]) -> SourceUseView:
    handles = list(dict.fromkeys(evidence.claim for evidence in found))
    links, more = links_to(handles, claims)
    single, more_single = links_to([handle for handle in handles if handle in alone], claims)
    latest = max(found, key=lambda evidence: evidence.number)
    return SourceUseView(
        name=source_words(latest),
        grade=grade_words(latest.grade) if latest.source_name else "",
        count=count(len(handles), "claim"),
        places=links,
        more=more,
        alone=single,
        more_alone=more_single,
    )
