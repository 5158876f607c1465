"""Which claims somebody means by several words: handles, runs of numbers, a document, one of its sections.

A query only. For many claims as for one it takes the same few statements a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import UnknownClaim
from claims.handles import FoundClaim, find_claim, find_document
from claims.models import ClaimRow, PlacementRow
from claims.present import present_revision
from claims.sections import in_section

_RUN = re.compile(r"\A[^:]++:(?P<first>\d{1,9})-(?P<last>\d{1,9})")


@dataclass(frozen=True, slots=True)
class _Document:
    """The claims of a document by number, and the sections of those that stand in it, in its order."""

    claims: Mapping[int, FoundClaim]
    sections: Mapping[int, str | None]


def claims_meant(
    session: Session, words: Sequence[str], *, section: str | None = None
) -> tuple[FoundClaim, ...]:
    """The claims that are named, each once, in the order in which they are named.

    "release:12" is one claim, "release:20-30" those of its numbers that stand in the text, "release" all
    that stand in it; `section` leaves those of one section. Raises `UnknownClaim`, `UnknownDocument` or
    `UnknownSection`.
    """
    documents: dict[str, _Document] = {}
    meant: dict[UUID, FoundClaim] = {}
    for word in words:
        slug = word.rpartition(":")[0] or word
        if ":" in word and not _RUN.fullmatch(word) and not word.rpartition(":")[2].isdecimal():
            find_claim(session, word)
        if slug not in documents:
            documents[slug] = _document(session, slug)
        meant |= {found.id: found for found in _named(session, word, documents[slug], section)}
    return tuple(meant.values())


def _named(session: Session, word: str, document: _Document, section: str | None) -> Iterator[FoundClaim]:
    if ":" not in word:
        standing = document.sections
        numbers = standing if section is None else in_section(standing, word, section)
        yield from (document.claims[number] for number in numbers)
    elif run := _RUN.fullmatch(word):
        yield from _in_run(session, word, document, int(run["first"]), int(run["last"]))
    else:
        found = document.claims.get(int(word.rpartition(":")[2]))
        yield found or find_claim(session, word)


def _in_run(session: Session, word: str, document: _Document, first: int, last: int) -> Iterator[FoundClaim]:
    """The claims of a run that stand in the text; its ends have to be numbers that were given."""
    slug = word.rpartition(":")[0]
    for number in (first, last):
        if number not in document.claims:
            find_claim(session, f"{slug}:{number}")
    standing = [number for number in range(first, last + 1) if number in document.sections]
    if not standing:
        raise UnknownClaim(
            f"no claim of {word} stands in the text; write the lower number first, as in {slug}:2-12"
        )
    yield from (document.claims[number] for number in standing)


def _document(session: Session, slug: str) -> _Document:
    id = find_document(session, slug)
    claims = select(ClaimRow.number, ClaimRow.id).where(ClaimRow.document_id == id)
    placed = (
        select(ClaimRow.number, PlacementRow.section)
        .join(ClaimRow, ClaimRow.id == PlacementRow.claim_id)
        .where(PlacementRow.revision_id == present_revision(session, id).id)
        .order_by(PlacementRow.start)
    )
    return _Document(
        {number: FoundClaim(claim, slug, number) for number, claim in session.execute(claims)},
        dict(session.execute(placed).all()),
    )
