"""Corrections, and the reports that printed a claim, as plain JSON values; unknown is null."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims.corrections.pages import CorrectionPage, CountedAs, PlacePage
from claims.publishing.pages import InReport

Record = dict[str, Any]


def correction_record(page: CorrectionPage) -> Record:
    """One correction as the desk sees it: with what the reader wrote, and who that was."""
    return {
        "handle": page.handle,
        "about": page.about,
        "story": page.story,
        "request": page.request,
        "from": page.requested_by,
        **printable_record(page),
        "by": page.by,
        "at": page.at.isoformat(),
        "earlier": list(page.earlier),
        "because": page.end.because if page.end else None,
        "closed_by": page.end.by if page.end else None,
        "places": [_place(place) for place in page.places],
    }


def printable_record(page: CorrectionPage) -> Record:
    """One correction as a report prints it: without the reader's name and words."""
    return {
        "number": page.number,
        "document": page.slug,
        "claim": page.claim,
        "class": page.kind.value,
        "received": page.received.isoformat(),
        "open": page.is_open,
        "decision": page.end.decision.value if page.end else None,
        "closed": page.end.at.isoformat() if page.end else None,
        "notice": page.end.notice if page.end else None,
        "was": _counted(page.was) if page.was else None,
        "now": _counted(page.now) if page.now else None,
    }


def notice_record(page: CorrectionPage) -> Record:
    """What a page of corrections needs of one: when, about what, the words, what it was and is."""
    told = printable_record(page)
    for counted in (told["was"], told["now"]):
        if counted:
            del counted["by"]
    return told


def printed_records(reports: Sequence[InReport]) -> Record:
    """What is told beside a claim: the reports that printed it."""
    return {"printed": [printed_record(one) for one in reports]}


def printed_record(report: InReport) -> Record:
    """A report that printed a claim, and as what."""
    return {
        "file": report.file,
        "form": report.form,
        "revision": report.revision,
        "status": report.status.value,
        "at": report.at.isoformat(),
    }


def _counted(counted: CountedAs) -> Record:
    return {
        "status": counted.status.value,
        "verdict": counted.verdict,
        "by": counted.by,
        "at": counted.at.isoformat() if counted.at else None,
        "words": counted.words,
    }


def _place(place: PlacePage) -> Record:
    done = place.mended
    return {
        "number": place.number,
        "kind": place.kind.value,
        "place": place.place,
        "mended": done is not None and not done.left,
        "left": done is not None and done.left,
        "how": done.how if done else None,
        "by": done.by if done else None,
        "at": done.at.isoformat() if done else None,
    }
