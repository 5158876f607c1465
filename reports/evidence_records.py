"""Evidence, searches and contacts as plain JSON values; times are ISO 8601, and unknown is null."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from claims.evidence.pages import ContactPage, EvidencePage, LookingPage, SearchPage

Record = dict[str, Any]


def evidence_record(page: EvidencePage) -> Record:
    """One piece of evidence; of a protected source without when, where and how, unless the page has them."""
    told = {"handle": page.handle, **_plain(asdict(page)), "counts": page.counts, "stale": page.is_stale}
    return told | {"kind": None, "at": None} if page.held_back else told


def added_record(added: tuple[EvidencePage, Sequence[str]]) -> Record:
    """A piece of evidence that was just added, with what to look at again."""
    page, warnings = added
    return {**evidence_record(page), "warnings": list(warnings)}


def looking_record(page: LookingPage) -> Record:
    """All that was looked for on a claim, and who was asked."""
    return {
        "claim": page.claim,
        "searches": [search_record(search) for search in page.searches],
        "contacts": [contact_record(contact) for contact in page.contacts],
    }


def search_record(search: SearchPage) -> Record:
    """That somebody looked for evidence, and what came of it."""
    return _plain(asdict(search))


def contact_record(contact: ContactPage) -> Record:
    """That somebody was asked, with what came of it; what is part of a request is told there, and once."""
    told = _plain(asdict(contact))
    if contact.request is None:
        return told
    replies = [{**reply, "answer": None, "at": None} for reply in told["replies"]]
    return told | {"channel": None, "asked": None, "at": None, "replies": replies}


def _plain(values: Record) -> Record:
    return {name: _value(value) for name, value in values.items()}


def _value(value: Any) -> Any:
    match value:
        case datetime():
            return value.isoformat()
        case dict():
            return _plain(value)
        case tuple():
            return [_value(one) for one in value]
        case _:
            return value
