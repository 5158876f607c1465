"""Pages as plain JSON values, with the keys of the machine-readable contract.

Figures are decimal strings, times are ISO 8601 in UTC, and unknown is null.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from claims.captured import CapturePage, PackagePage, Verified
from claims.kinds import ClaimChange, Status
from claims.pages import (
    AuditPage,
    ClaimPage,
    DecisionPage,
    DocumentLine,
    DocumentPage,
    FigureLine,
    RevisionPage,
    StoryPage,
)
from claims.reading.record import plain
from claims.reconcile.record import GroupRelation, OpenTask
from reports.correction_records import printable_record, printed_records
from reports.likeness_records import likeness_record
from reports.outcome_records import outcome_record
from reports.regrouping_records import regrouping_record
from reports.standing_records import found_record, review_record
from reports.summary import summarise

Record = dict[str, Any]


def audit_record(page: AuditPage) -> Record:
    """Everything that the audit report shows."""
    return {
        "language_known": page.document.language_known,
        "document": document_record(page.document),
        "result": summarise(page).result,
        "claims": [claim_record(claim) for claim in page.document.claims],
        "sources": [source.as_record() for source in page.document.sources],
        **_findings(page.story),
        "head": {"size": page.head.size, "root": page.head.root},
        "policy": page.policy,
        "corrections": [printable_record(one) for one in page.corrections],
        "printed_at": page.printed_at.isoformat(),
    }


def revision_record(page: RevisionPage) -> Record:
    """Two revisions side by side: how many claims are what, and every claim that was not carried."""
    return {
        "slug": page.slug,
        "before": page.before,
        "revision": page.revision,
        "file": page.file,
        "added_at": page.added_at.isoformat(),
        "counts": {change.value: len(page.of(change)) for change in ClaimChange},
        "changes": [
            {
                "handle": one.handle,
                "change": one.change.value,
                "text": one.text,
                "why": one.why,
                "difference": [{"was": was, "now": now} for was, now in one.difference],
                "outcome": outcome_record(one.outcome) if one.outcome else None,
                **printed_records(page.printed.get(one.handle, ())),
            }
            for one in page.changes
            if one.change is not ClaimChange.CARRIED
        ],
        "same_words": page.same_words,
        "regroupings": [regrouping_record(act) for act in page.regroupings],
    }


def document_record(document: DocumentPage) -> Record:
    """One document, with how many claims it has in each status."""
    metadata = document.metadata
    return {
        "slug": document.slug,
        "story": document.story,
        "title": document.title,
        "revision": document.revision,
        "claims": _by_status(document),
        "added_at": document.added_at.isoformat(),
        "file": document.file,
        "sha256": document.sha256,
        "language": document.language,
        "language_known": document.language_known,
        "published": metadata.published,
        "modified": metadata.modified,
        "author": metadata.author,
        "outlet": metadata.outlet,
        "url": metadata.url,
        "purpose": document.purpose.purpose.value if document.purpose else None,
        "authors": list(document.authors),
        "furniture": [list(span) for span in document.furniture],
        "reader": document.reader,
        "rules": document.rules,
    }


def document_line_record(line: DocumentLine) -> Record:
    """One document as a list shows it."""
    return {
        "slug": line.slug,
        "story": line.story,
        "title": line.title,
        "revision": line.revision,
        "claims": _counts(line.claims),
        "added_at": line.added_at.isoformat(),
        "language": line.language,
        "language_known": line.language_known,
    }


def claim_record(claim: ClaimPage) -> Record:
    """One claim: what was read in it, its status, its reviews, and what was found for and against it."""
    standing = claim.standing
    return {
        "handle": claim.handle,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "kind": claim.kind.value,
        "section": claim.section,
        "checkable": claim.checkable,
        "why_not": claim.why_not.value if claim.why_not else None,
        "reported_unconfirmed": claim.reported_unconfirmed,
        "language_known": claim.language_known,
        "status": standing.status.value,
        "because": standing.because.value if standing.because else None,
        "reason": standing.reason,
        "suggested": standing.suggested,
        "hedges": [hedge.as_record() for hedge in claim.hedges],
        "figures": [figure.as_record() for figure in claim.figures],
        "attributions": [attribution.as_record() for attribution in claim.attributions],
        "reviews": [review_record(review) for review in claim.reviews],
        "earlier_reviews": [review_record(review) for review in claim.earlier_reviews],
        "reopened_in": claim.reopened.revision if claim.reopened else None,
        "cut_in": claim.cut_in,
        "outcome": outcome_record(claim.outcome) if claim.outcome else None,
        "earlier_outcomes": [outcome_record(one) for one in claim.outcomes[:-1]],
        "regroupings": [regrouping_record(act) for act in claim.regroupings],
        "likenesses": [likeness_record(one) for one in claim.likenesses],
        "corrections": [printable_record(one) for one in claim.corrections],
        **found_record(claim),
    }


def story_record(story: StoryPage) -> Record:
    """The figures of a story and how they relate; `pairs` spells out every pair, as `compare` does."""
    pairs = [pair.as_record() for pair in story.findings.pairs()]
    return {
        "story": story.story,
        "documents": list(story.documents),
        "language_known": story.language_known,
        **_findings(story),
        "pairs": pairs,
    }


def figure_record(line: FigureLine) -> Record:
    """One figure by its name, with what it measures and where it comes from."""
    return {
        **line.figure.as_record(),
        "handle": line.handle,
        "measures": line.quantity.label,
        "status": line.quantity.status.value,
        "source": line.origin.name,
        "party": line.origin.party.value if line.origin.party else None,
        "decision": line.decision.number if line.decision else None,
    }


def decision_record(decision: DecisionPage) -> Record:
    """What somebody decided; a figure that can't be found any more has no handle."""
    return {
        "number": decision.number,
        "kind": decision.kind.value,
        "figures": [
            {"claim": figure.claim, "quote": figure.quote, "handle": figure.handle}
            for figure in decision.figures
        ],
        "label": decision.label,
        "name": decision.name,
        "because": decision.because,
        "by": decision.by,
        "known": decision.known,
        "at": decision.at.isoformat(),
        "undoes": decision.undoes,
        "undone_by": decision.undone_by,
        "stands": decision.stands,
        "orphan": decision.is_orphan,
    }


def capture_record(capture: CapturePage) -> Record:
    """One capture with everything but its bytes."""
    told = asdict(capture) | {"handle": capture.handle}
    if capture.held_back:
        return told | {"began": None, "added_at": None}
    return told | {"began": capture.began.isoformat(), "added_at": capture.added_at.isoformat()}


def verified_record(verified: Verified) -> Record:
    """What was found wrong with what is kept of a capture; an empty list where nothing is."""
    return {"handle": verified.capture.handle, "problems": list(verified.problems)}


def package_record(package: PackagePage) -> Record:
    """What was found wrong with a package, and whether it carries a signature, which is not checked."""
    return {"file": package.name, "problems": list(package.problems), "signed": package.signed}


def _findings(story: StoryPage) -> Record:
    """Quantities, relations and open tasks.

    A relation names one figure of each side; `groups` lists all the figures that say the same
    as it, so that the record stays as long as the story and not as its square.
    """
    findings = story.findings
    first = {group.id: group.figures[0] for group in findings.groups}
    return {
        "figures": [
            {**figure.as_record(), "handle": story.places.get(figure.id), "decision": figure.decision}
            for figure in findings.figures
        ],
        "groups": [
            {"id": group.id, "quantity": group.quantity, "figures": list(group.figures)}
            for group in findings.groups
        ],
        "quantities": [quantity.as_record() for quantity in findings.quantities],
        "relations": [_relation(related, first) for related in findings.relations],
        "origins": [origin.as_record() for origin in findings.origins],
        "tasks": [_task(task, story) for task in findings.tasks],
        "decisions": [decision_record(decision) for decision in story.decisions],
    }


def _relation(related: GroupRelation, first: Mapping[str, str]) -> Record:
    return {
        "a": first[related.a],
        "b": first[related.b],
        "relation": related.relation.value,
        "reason": related.reason,
        "residual": plain(related.residual),
    }


def _task(task: OpenTask, story: StoryPage) -> Record:
    return {
        "relation": task.relation.value,
        "figures": list(task.figures),
        "handles": [story.places.get(figure) for figure in task.figures],
        "message": task.message,
    }


def _by_status(document: DocumentPage) -> dict[str, int]:
    counts = dict.fromkeys(Status, 0)
    for claim in document.claims:
        counts[claim.standing.status] += 1
    return _counts(counts)


def _counts(claims: Mapping[Status, int]) -> dict[str, int]:
    """How many claims, for every status."""
    return {status.value: claims.get(status, 0) for status in Status}
