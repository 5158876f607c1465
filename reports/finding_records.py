"""What the commands that find again print for programs."""

from __future__ import annotations

from claims.factchecks.pages import FactCheckPage
from claims.finding.pages import SimilarClaim, SuggestedStory
from reports.factcheck_records import factcheck_record
from reports.json import Record, claim_record
from reports.likeness_records import likeness_record


def similar_record(one: SimilarClaim) -> Record:
    """What is like a claim; `decision` is what it is to it, and `likeness` the reason.

    `decided` is whether a person said so; `said` is what one said, although it may count no longer.
    """
    page, match = one.page, one.match
    return {
        **(factcheck_record(page) if isinstance(page, FactCheckPage) else claim_record(page)),
        "decision": one.decision.value,
        "score": match.score if match else None,
        "likeness": one.decided.because if one.decided else match.reason if match else None,
        "decided": one.decided is not None,
        "said": likeness_record(one.said) if one.said else None,
    }


def suggested_story_record(found: SuggestedStory) -> Record:
    """Documents about one event that stand in different stories; `story` is that of most of them."""
    return {
        "story": found.story,
        "reason": found.reason,
        "documents": [
            {"slug": one.slug, "story": one.story, "title": one.title, "file": one.file}
            for one in found.documents
        ],
    }
