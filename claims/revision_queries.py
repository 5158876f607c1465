"""What became of a document's claims between two of its revisions, read back from what was kept then.

Nothing is compared anew, but for claims that changed more than once in between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import UnknownRevision
from claims.handles import find_document
from claims.kinds import ClaimChange
from claims.models import ClaimChangeRow, ClaimRow, PlacementRow, RevisionRow
from claims.outcomes.queries import asked_in
from claims.pages import ClaimChangePage, RevisionPage
from claims.publishing.printing import printed_with
from claims.regrouping.queries import regroupings_of
from claims.revising.differing import difference, what_changed


def revision_page(
    session: Session, slug: str, *, before: int | None = None, revision: int | None = None
) -> RevisionPage:
    """Two revisions of a document; unless told, the present one and the one before it.

    Raises `UnknownDocument`, or `UnknownRevision` where there are no two such revisions.
    """
    document = find_document(session, slug)
    rows = session.scalars(
        select(RevisionRow).where(RevisionRow.document_id == document).order_by(RevisionRow.number)
    ).all()
    later = _numbered(rows, slug, len(rows) if revision is None else revision)
    earlier = _numbered(rows, slug, later.number - 1 if before is None else before)
    if earlier.number > later.number:
        raise UnknownRevision(
            f"revision {earlier.number} of {slug} came after revision {later.number}; name the earlier "
            "with --from and the later with --to"
        )
    between = range(earlier.number + 1, later.number + 1)
    acts = tuple(act for act in regroupings_of(session, document, slug) if act.revision in between)
    changes = tuple(_asked_of(session, document, _changes(session, slug, earlier, later)))
    opened = [one.handle for one in changes if one.change is ClaimChange.REOPENED]
    return RevisionPage(
        slug=slug,
        title=later.title,
        before=earlier.number,
        revision=later.number,
        file=later.file,
        added_at=later.added_at,
        changes=changes,
        printed=printed_with(session, opened),
        regroupings=acts,
        same_words=bool(acts) and [act.revision for act in acts] == list(between),
    )


def _asked_of(
    session: Session, document: UUID, changes: Iterable[ClaimChangePage]
) -> Iterator[ClaimChangePage]:
    """The changes, each with what was asked to become of its claim."""
    asked = {outcome.claim: outcome for outcome in asked_in(session, document)}
    for one in changes:
        yield replace(one, outcome=asked.get(one.handle))


@dataclass(frozen=True, slots=True)
class _Placed:
    claim: UUID
    number: int
    quote: str


def _numbered(rows: Sequence[RevisionRow], slug: str, number: int) -> RevisionRow:
    if 1 <= number <= len(rows):
        return rows[number - 1]
    if len(rows) == 1:
        raise UnknownRevision(
            f"{slug} has one revision only; store its next version with: factdesk document revise {slug} FILE"
        )
    raise UnknownRevision(f"{slug} has no revision {number}; its revisions run from 1 to {len(rows)}")


def _changes(
    session: Session, slug: str, earlier: RevisionRow, later: RevisionRow
) -> Iterator[ClaimChangePage]:
    """The claims of the later revision, and behind each those that stood behind it before and were cut."""
    was, now = _placements(session, earlier.id), _placements(session, later.id)
    opened = _rows(session, ClaimChange.REOPENED, earlier, later)
    new = _rows(session, ClaimChange.NEW, earlier, later)
    dropped = _rows(session, ClaimChange.DROPPED, earlier, later)
    known = {placed.claim: placed for placed in was}
    cuts = _cuts(was, {placed.claim for placed in now})
    for placed in [None, *now]:
        if placed is not None and placed.claim in new:
            yield _page(slug, placed, ClaimChange.NEW, new[placed.claim][-1].why)
        elif placed is not None:
            yield _change(slug, placed, known.get(placed.claim), opened.get(placed.claim, ()))
        for cut in cuts.get(placed.claim if placed else None, ()):
            yield _page(slug, cut, ClaimChange.DROPPED, dropped[cut.claim][-1].why)


def _change(
    slug: str, placed: _Placed, before: _Placed | None, opened: Sequence[ClaimChangeRow]
) -> ClaimChangePage:
    """A claim that is not new: `before` is how it stood, or `None` where it had been cut and is back."""
    if not opened:
        return _page(slug, placed, ClaimChange.CARRIED)
    why, runs = opened[-1].why, tuple((was, now) for was, now in opened[-1].difference)
    if len(opened) > 1 and before is not None and before.quote != placed.quote:
        changed = difference(before.quote, placed.quote)
        why, runs = what_changed(changed), tuple((run.was, run.now) for run in changed)
    return _page(slug, placed, ClaimChange.REOPENED, why, runs)


def _page(
    slug: str,
    placed: _Placed,
    change: ClaimChange,
    why: str | None = None,
    runs: tuple[tuple[str, str], ...] = (),
) -> ClaimChangePage:
    return ClaimChangePage(f"{slug}:{placed.number}", placed.number, change, placed.quote, why, runs)


def _placements(session: Session, revision: UUID) -> list[_Placed]:
    query = (
        select(PlacementRow.claim_id, ClaimRow.number, PlacementRow.quote)
        .join(ClaimRow, ClaimRow.id == PlacementRow.claim_id)
        .where(PlacementRow.revision_id == revision)
        .order_by(PlacementRow.start)
    )
    return [_Placed(*row) for row in session.execute(query)]


def _rows(
    session: Session, change: ClaimChange, earlier: RevisionRow, later: RevisionRow
) -> Mapping[UUID, list[ClaimChangeRow]]:
    """The changes of one kind between the two revisions, by claim, in the order of the revisions."""
    query = (
        select(ClaimChangeRow)
        .join(RevisionRow, RevisionRow.id == ClaimChangeRow.revision_id)
        .where(
            RevisionRow.document_id == later.document_id,
            RevisionRow.number > earlier.number,
            RevisionRow.number <= later.number,
            ClaimChangeRow.change == change,
        )
        .order_by(RevisionRow.number)
    )
    found: defaultdict[UUID, list[ClaimChangeRow]] = defaultdict(list)
    for row in session.scalars(query):
        found[row.claim_id].append(row)
    return found


def _cuts(was: Sequence[_Placed], kept: set[UUID]) -> Mapping[UUID | None, list[_Placed]]:
    """What was cut, by the claim that stood before it and stayed; `None` at the head of the text."""
    found: defaultdict[UUID | None, list[_Placed]] = defaultdict(list)
    last: UUID | None = None
    for placed in was:
        if placed.claim in kept:
            last = placed.claim
        else:
            found[last].append(placed)
    return found
