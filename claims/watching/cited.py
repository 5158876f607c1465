"""Reads which pages the evidence of a story rests on, and which evidence no watch can reach.

Evidence that was withdrawn, whose claim was cut, or that is of words a claim no longer has, is left out:
nothing rests on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from claims.capture_queries import capture_page
from claims.captured import CapturePage
from claims.evidence.pages import EvidencePage
from claims.handles import documents_of, story_of
from claims.judging.policy import Policy
from claims.kinds import EvidenceKind
from claims.queries import claim_pages
from claims.watching.comparing import OldQuote
from claims.watching.pages import NotLooked


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote that evidence rests on, and the address at which to look for it again."""

    evidence: EvidencePage
    url: str
    quoted: OldQuote


@dataclass(frozen=True, slots=True)
class CitedPages:
    """What a watch over `name` looks at. `name` is a story or a document of `story`."""

    name: str
    story: str
    cited: tuple[Cited, ...]
    unwatchable: tuple[NotLooked, ...]

    @property
    def urls(self) -> tuple[str, ...]:
        """Each address once, in the order of the texts."""
        return tuple(dict.fromkeys(one.url for one in self.cited))


def cited_pages(session: Session, name: str, policy: Policy) -> CitedPages:
    """The pages that a story, or one document, cites. Raises `UnknownDocument`."""
    slugs = documents_of(session, name)
    story = name if slugs else story_of(session, name)
    resting = [
        evidence
        for slug in slugs or (name,)
        for claim in claim_pages(session, policy, slug=slug)
        for evidence in claim.evidence
        if evidence.counts
    ]
    captures = {
        handle: capture_page(session, handle)
        for handle in dict.fromkeys(evidence.capture for evidence in resting)
        if handle
    }
    found = [_cited(evidence, captures) for evidence in resting]
    return CitedPages(
        name,
        story,
        tuple(one for one in found if isinstance(one, Cited)),
        tuple(one for one in found if isinstance(one, NotLooked)),
    )


def _cited(evidence: EvidencePage, captures: dict[str, CapturePage]) -> Cited | NotLooked:
    def unwatchable(why: str) -> NotLooked:
        return NotLooked(evidence.handle, evidence.claim, None, why)

    if evidence.capture is None or evidence.kind is not EvidenceKind.CAPTURE:
        return unwatchable(f"it is from no page ({evidence.kind.value.replace('_', ' ')})")
    capture = captures[evidence.capture]
    url = capture.asked or capture.url
    if url is None:
        return unwatchable(f"{capture.handle} is a file, and nobody said where it is from")
    if evidence.quote is None or evidence.start is None or evidence.end is None:
        return unwatchable(f"no words of {capture.handle} are quoted")
    return Cited(evidence, url, OldQuote(evidence.quote, evidence.start, evidence.end, capture))
