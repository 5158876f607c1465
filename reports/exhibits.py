"""Lays out each piece of evidence for and against a claim: its words, and how they were had."""

from __future__ import annotations

from collections.abc import Iterator

from claims.evidence.pages import EvidencePage, RecheckPage
from reports.changed_words import changed
from reports.evidence import (
    notes_on,
    recheck_words,
    source_words,
    stance_words,
    weight_words,
    withdrawn_words,
)
from reports.hidden import shown_name
from reports.views.claims import ChangeView, EvidenceView, RecheckView, WordsView


def evidence_view(evidence: EvidencePage) -> EvidenceView:
    """One piece of evidence as a report shows it."""
    return EvidenceView(
        handle=evidence.handle,
        stance=stance_words(evidence),
        source=source_words(evidence),
        weight=weight_words(evidence),
        quoted=tuple(_quoted(evidence)),
        notes=tuple(notes_on(evidence)),
        recheck=_recheck(evidence.recheck, evidence.quote) if evidence.recheck else None,
        withdrawn=withdrawn_words(evidence),
    )


def _quoted(evidence: EvidencePage) -> Iterator[WordsView]:
    if evidence.quote:
        yield WordsView(None, evidence.quote, evidence.language)
    if evidence.told:
        yield WordsView(None, evidence.told, evidence.language)
    if evidence.translation:
        by = f" by {shown_name(evidence.translated_by)}" if evidence.translated_by else ""
        yield WordsView(f"translated{by}", evidence.translation, None)


def _recheck(recheck: RecheckPage, quote: str | None) -> RecheckView:
    change = None
    if recheck.is_stale and recheck.now and quote:
        found = changed(quote, recheck.now)
        change = ChangeView(found.before, found.gone, found.come, found.after)
    return RecheckView(recheck_words(recheck), recheck.is_stale, change)
