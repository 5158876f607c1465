"""Which sources the claims of a document rest on, and which claims rest on one origin alone.

Only evidence that counts: what was withdrawn, or stands otherwise in its capture, carries nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.evidence.pages import EvidencePage
from claims.pages import ClaimPage
from claims.registry.pages import GradePage, SourcePage
from reports import dates
from reports.evidence import carries, source_words
from reports.evidence_words import grade_words
from reports.hidden import shown_name
from reports.places import links_to
from reports.views.report import SourceUseView
from reports.words import count


def source_uses(claims: Mapping[str, ClaimPage], registry: Sequence[SourcePage]) -> tuple[SourceUseView, ...]:
    """Each source that evidence comes from, the one that most claims rest on first; `claims` by handle.

    `registry` knows the grades that sources have now, and which of them are one under two names.
    """
    known = {handle: source for source in registry for handle in source.handles}
    used: dict[str, list[EvidencePage]] = {}
    for claim in claims.values():
        for evidence in _carrying(claim):
            source = known.get(evidence.source or "")
            used.setdefault(source.handle if source else source_words(evidence), []).append(evidence)
    alone = {handle for handle, claim in claims.items() if rests_on_one_origin(claim)}
    ordered = sorted(used.items(), key=_most_claims)
    return tuple(_use(found, known.get(key), claims, alone) for key, found in ordered)


def rests_on_one_origin(claim: ClaimPage) -> bool:
    """Whether all the evidence that counts for or against a claim comes from one origin."""
    return len({evidence.origin for evidence in _carrying(claim)}) == 1


def _carrying(claim: ClaimPage) -> Iterator[EvidencePage]:
    return filter(carries, claim.evidence)


def _most_claims(used: tuple[str, Sequence[EvidencePage]]) -> int:
    return -len({evidence.claim for evidence in used[1]})


def _use(
    found: Sequence[EvidencePage],
    source: SourcePage | None,
    claims: Mapping[str, ClaimPage],
    alone: set[str],
) -> SourceUseView:
    handles = list(dict.fromkeys(evidence.claim for evidence in found))
    links, more = links_to(handles, claims)
    single, more_single = links_to([handle for handle in handles if handle in alone], claims)
    return SourceUseView(
        name=_name(source) if source else source_words(found[-1]),
        grade=_graded(found, source),
        why=_why(source.grade) if source and source.grade else None,
        count=count(len(handles), "claim"),
        places=links,
        more=more,
        alone=single,
        more_alone=more_single,
    )


def _name(source: SourcePage) -> str:
    return f"{source.name} (protected source)" if source.protected else source.name


def _graded(found: Sequence[EvidencePage], source: SourcePage | None) -> str:
    """The source's grade now, and what it was when the evidence was added where that was another."""
    if source is None:
        return grade_words(found[-1].grade) if found[-1].source_name else ""
    then = dict.fromkeys(grade_words(evidence.grade) for evidence in found)
    now = grade_words(source.grade.grade if source.grade else None)
    earlier = [words for words in then if words != now]
    return f"{now}; when it was used {', '.join(earlier)}" if earlier else now


def _why(grade: GradePage) -> str | None:
    """Who graded the source, when and why; `None` where that is left out."""
    if not grade.because:
        return None
    return f"{shown_name(grade.by)}, {dates.moment(grade.at)}: “{grade.because}”"
