"""Registering sources: by hand, from what documents name, or from a list; and saying more of one later.

Actions; they take a session and a pen and never commit. Of a protected source only the desk's code name is
taken: what else is offered is refused, so that it never reaches the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import BadSource, SourceKnown, SourceProtected
from claims.kinds import FoundIn
from claims.registry.details import NOTHING_SAID, Details, usable_details, usable_name
from claims.registry.finding import FoundSource, find_source, last_details, sources_named, target_of
from claims.registry.models import SourceDetailRow, SourceNameRow, SourceRow
from claims.registry.names import key_of
from claims.registry.pages import PREFIX
from claims.registry.protecting import looks_like_a_name
from ledger.base import Base
from ledger.pen import Pen
from ledger.record import Row, record
from sources.fetch.urls import web_address


def add_source(
    session: Session,
    pen: Pen,
    name: str,
    details: Details = NOTHING_SAID,
    *,
    also: Sequence[str] = (),
    protected: bool = False,
    sure: bool = False,
    found_in: FoundIn = FoundIn.HAND,
) -> tuple[FoundSource, bool]:
    """Register a source; give it, and whether it is new.

    One that is known by that name stays as it is where all that is said of it is known already. Raises
    `SourceKnown` where something else is said, `SourceProtected` where more than a code name is given of a
    protected source, or one that looks like a name unless somebody is `sure`, and `BadSource` or
    `AmbiguousSource`.
    """
    name, also, details = usable_name(name), [usable_name(other) for other in also], usable_details(details)
    if protected:
        _refuse_more_than_a_code_name(name, details, also, sure=sure)
    if sources_named(session, name):
        found = find_source(session, name)
        _refuse_other_words(session, found, details, also, protected=protected)
        return found, False
    now, id = pen.clock(), pen.new_id()
    found = FoundSource(id, _next_number(session), name, protected)
    source = {
        "id": id,
        "number": found.number,
        "protected": protected,
        "found_in": found_in,
        "added_by": pen.actor,
        "known": pen.known,
        "added_at": now,
    }
    rows: dict[type[Base], Sequence[Row]] = {
        SourceRow: [source],
        SourceDetailRow: [_detail_row(pen, id, 1, name, details, now)],
        SourceNameRow: _name_rows(pen, id, [name, *also, *_site(session, details)], taken=set()),
    }
    record(session, pen, action="source.add", subject=found.handle, rows=rows, at=now)
    return found, True


def find_or_add_source(
    session: Session, pen: Pen, words: str, *, found_in: FoundIn = FoundIn.HAND
) -> FoundSource:
    """The source of that handle or name, registered now where nobody knew the name.

    Raises `UnknownSource` for a handle of none, `AmbiguousSource` or `BadSource`.
    """
    if words.startswith(PREFIX) or sources_named(session, words):
        return find_source(session, words)
    return add_source(session, pen, words, found_in=found_in)[0]


def set_details(
    session: Session,
    pen: Pen,
    words: str,
    details: Details,
    *,
    name: str | None = None,
    also: Sequence[str] = (),
) -> FoundSource:
    """Say more of a source, or something else than before; what was said stays on record.

    Raises `SourceProtected`, `SourceKnown` where the name is another's, `BadSource` where nothing new is
    said, and what `find_source` raises.
    """
    found = find_source(session, words)
    if found.protected:
        raise SourceProtected(f"{found} is protected, so nothing but its code name is kept")
    earlier = last_details(session, found.id)
    name = usable_name(name) if name else earlier.name
    _refuse_taken(session, found, name)
    before = _details_of(earlier)
    after = usable_details(details).over(before)
    now = pen.clock()
    offered = [name, *map(usable_name, also), *_site(session, after)]
    names = _name_rows(pen, found.id, offered, taken=_keys(session, found.id))
    if not names and (name, after) == (earlier.name, before):
        raise BadSource(f'nothing new is said of {found}; say what is, as in --owner "…"')
    row = _detail_row(pen, found.id, earlier.ordinal + 1, name, after, now)
    rows: dict[type[Base], Sequence[Row]] = {SourceDetailRow: [row], SourceNameRow: names}
    record(session, pen, action="source.set", subject=found.handle, rows=rows, at=now)
    return replace(found, name=name)


def _next_number(session: Session) -> int:
    return (session.scalar(select(func.max(SourceRow.number))) or 0) + 1


def _detail_row(
    pen: Pen, source: UUID, ordinal: int, name: str, details: Details, now: datetime
) -> dict[str, object]:
    return {
        "id": pen.new_id(),
        "source_id": source,
        "ordinal": ordinal,
        "name": name,
        "kind": details.kind,
        "owner": details.owner,
        "homepage": details.homepage,
        "language": details.language,
        "primary_for": list(details.primary_for),
        "added_by": pen.actor,
        "known": pen.known,
        "at": now,
    }


def _details_of(row: SourceDetailRow) -> Details:
    return Details(row.kind, row.owner, row.homepage, row.language, tuple(row.primary_for))


def _name_rows(pen: Pen, source: UUID, names: Sequence[str], *, taken: set[str]) -> list[Row]:
    """Rows of those names whose key is not taken yet."""
    rows: list[Row] = []
    for name in names:
        if (key := key_of(name)) not in taken:
            taken.add(key)
            rows.append({"id": pen.new_id(), "source_id": source, "name": name, "key": key})
    return rows


def _site(session: Session, details: Details) -> list[str]:
    """The site of a homepage as a name, so that what is captured there is known to be from the source.

    Not that of a page within a site, which may hold others' pages too, nor one that a source has already.
    """
    address = web_address(details.homepage) if details.homepage else None
    if address is None or address.url != f"{address.origin}/":
        return []
    site = address.host.removeprefix("www.")
    return [] if sources_named(session, site) else [site]


def _keys(session: Session, source: UUID) -> set[str]:
    return set(session.scalars(select(SourceNameRow.key).where(SourceNameRow.source_id == source)))


def _refuse_more_than_a_code_name(name: str, details: Details, also: Sequence[str], *, sure: bool) -> None:
    if not sure and (telling := looks_like_a_name(name)):
        raise SourceProtected(
            f"{telling!r} looks like somebody's name, and the ledger never forgets; choose a code name that "
            "tells nobody who it is, or add --sure if it is one"
        )
    said = [*details.said(), *(["also"] if also else [])]
    if said:
        options = " and ".join(f"--{word.replace('_', '-')}" for word in said)
        raise SourceProtected(
            f"{name!r} is to be protected, so nothing but its code name is kept; leave out {options}"
        )


def _refuse_other_words(
    session: Session, found: FoundSource, details: Details, also: Sequence[str], *, protected: bool
) -> None:
    """Refuse what does not fit a source that is known already."""
    if found.protected != protected:
        is_what = "is a code name of the desk" if found.protected else "is there already and is not protected"
        raise SourceProtected(f"{found} {is_what}; choose another name")
    there = last_details(session, found.id)
    known = _details_of(there).said()
    other = [name for name, value in details.said().items() if known.get(name) != value]
    if {key_of(name) for name in also} - _keys(session, found.id):
        other.append("also")
    if other:
        options = " ".join(f'--{name.replace("_", "-")} "…"' for name in other)
        raise SourceKnown(
            f"{found} is there already, and something else is known of it; "
            f"change it with: factdesk source set {found.handle} {options}"
        )


def _refuse_taken(session: Session, found: FoundSource, name: str) -> None:
    for other in sources_named(session, name):
        if target_of(session, other).id != found.id:
            raise SourceKnown(
                f"{other} goes by that name; if the two are one, merge them with: "
                f'factdesk source merge {found.handle} {other.handle} --because "…"'
            )
