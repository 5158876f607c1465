"""Adds to a piece of evidence what its words cover of its claim, and what they say otherwise.

A finding, made anew each time from the claim as it now reads; nothing of it is stored.
"""

from __future__ import annotations

from dataclasses import replace

from claims.anchoring.coverage import Cover, Part, PartKind, coverage
from claims.evidence.pages import EvidencePage
from claims.reading.languages import is_known


def covering(page: EvidencePage, claim: str, language: str | None) -> EvidencePage:
    """The page with what its words, or their translation, cover of the claim as it reads now.

    `language` is the claim's. Words in another language that nobody translated are not looked at.
    """
    words = page.translation or page.quote or page.told
    foreign = page.language is not None and page.language != language and not page.translation
    if words is None or (foreign and not is_known(page.language)):
        return page
    parts = coverage(claim, words, language=language)
    return replace(
        page,
        covered=tuple(part.words for part in parts if part.cover is Cover.SAYS),
        uncovered=tuple(part.words for part in parts if _is_open(part)),
        differing=tuple(part.told for part in parts if _differs(part)),
    )


def _is_open(part: Part) -> bool:
    return part.cover is Cover.SILENT and part.kind is not PartKind.DENIAL


def _differs(part: Part) -> bool:
    return part.cover is Cover.DIFFERS or (part.cover is Cover.SILENT and part.kind is PartKind.DENIAL)
