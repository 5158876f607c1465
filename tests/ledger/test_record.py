"""Rows and their event are written together, and the event holds exactly what the rows hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import RowMapping, func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ledger import dialect
from ledger.base import is_personal
from ledger.canonical import canonical, plain
from ledger.engine import Ledger, open_ledger
from ledger.errors import CannotRecord
from ledger.events import PROJECTED, Event, head
from ledger.merkle import Tree, leaf_hash
from ledger.pen import Pen
from ledger.record import BATCH, record
from tests.ledger.pens import MORNING, replaying_pen
from tests.ledger.tables import Desk, FollowUp, Guess, Tip

ID = UUID("019b170b-adc0-7000-8000-0000000000ff")


def tip(session: Session, pen: Pen, **columns: object) -> Event:
    """Record one tip."""
    row = {"id": pen.new_id(), "words": "a call", **columns}
    return record(session, pen, action="tip.add", subject="a-call", rows={Tip: [row]})


def test_the_event_says_who_did_what_and_holds_the_row(ledger: Ledger) -> None:
    pen = replaying_pen("reviewer-1")

    with ledger.writing() as session:
        event = tip(session, pen, id=ID, amount=Decimal("1.20"), spans=[[0, 3]], urgent=True)

    assert json.loads(event.body) == {
        "format": 1,
        "seq": 1,
        "at": "2025-12-13T09:30:00.000000Z",
        "actor": "reviewer-1",
        "known": "typed",
        "action": "tip.add",
        "subject": "a-call",
        "inserted": {
            "tips": [
                {
                    "id": "019b170b-adc0-7000-8000-0000000000ff",
                    "words": "a call",
                    "at": None,
                    "amount": "1.20",
                    "spans": [[0, 3]],
                    "urgent": True,
                    "pages": None,
                    "caller": None,
                    "phone": None,
                }
            ]
        },
    }


def test_the_bytes_of_an_event_are_the_same_for_ever(ledger: Ledger) -> None:
    with ledger.writing() as session:
        event = tip(session, replaying_pen(), id=ID, caller="A. Reader")

    # If this fails, the format has changed and every proof out there is worthless: change it back.
    assert event.leaf.hex() == FIRST_LEAF


def test_the_columns_of_an_event_are_those_of_its_body(ledger: Ledger) -> None:
    with ledger.writing() as session:
        tip(session, replaying_pen())

    with ledger.reading() as session:
        stored = session.scalars(select(Event)).one()
        assert session.scalar(text("SELECT known FROM events")) == "typed"
    told = json.loads(stored.body)
    for name in PROJECTED:
        assert plain(getattr(stored, name)) == told[name]
    assert stored.leaf == leaf_hash(stored.body)
    assert stored.at == MORNING


def test_several_tables_are_one_event(ledger: Ledger) -> None:
    pen = replaying_pen()
    follow_ups = [{"id": pen.new_id(), "tip_id": ID, "done": done} for done in ("called", "met")]

    with ledger.writing() as session:
        event = record(
            session,
            pen,
            action="tip.close",
            subject="a-call",
            rows={Tip: [{"id": ID, "words": "a call"}], FollowUp: follow_ups},
        )

    assert [row["done"] for row in json.loads(event.body)["inserted"]["follow_ups"]] == ["called", "met"]
    with ledger.reading() as session:
        assert session.scalar(select(func.count()).select_from(FollowUp)) == 2
        assert head(session).size == 1


def test_a_default_never_writes_what_the_event_does_not_hold(ledger: Ledger) -> None:
    with ledger.writing() as session:
        tip(session, replaying_pen())

    with ledger.reading() as session:
        assert session.scalars(select(Tip.pages)).one() is None


def test_personal_text_is_in_the_row_and_its_salted_digest_in_the_event(ledger: Ledger) -> None:
    with ledger.writing() as session:
        event = tip(session, replaying_pen(), caller="A. Reader", phone="555-0100")

    with ledger.reading() as session:
        row = session.execute(select(Tip.__table__)).one()
    told = json.loads(event.body)["inserted"]["tips"][0]
    assert b"Reader" not in event.body
    assert b"555" not in event.body
    assert (row.caller, row.phone) == ("A. Reader", "555-0100")
    assert told["caller"] == {"sha256": sha256(row.caller_salt + b'"A. Reader"').hexdigest()}
    assert row.caller_salt != row.phone_salt
    assert "caller_salt" not in told


def test_a_personal_column_without_text_has_no_salt(ledger: Ledger) -> None:
    with ledger.writing() as session:
        event = tip(session, replaying_pen())

    with ledger.reading() as session:
        row = session.execute(select(Tip.__table__)).one()
    assert row.caller_salt is None
    assert json.loads(event.body)["inserted"]["tips"][0]["caller"] is None


REFUSED: dict[str, tuple[Mapping[str, object], str]] = {
    "unknown column": ({"id": ID, "words": "x", "wrods": "y"}, r"tips\[0\] has wrods, which is no column"),
    "a salt of one's own": (
        {"id": ID, "words": "x", "caller_salt": b"0" * 16},
        "has caller_salt, which is no column that can be given",
    ),
    "no key": ({"words": "x"}, r"tips\[0\]\.id is missing"),
    "no words": ({"id": ID}, r"tips\[0\]\.words is missing"),
    "an id as text": ({"id": str(ID), "words": "x"}, r"tips\[0\]\.id is a str; the column takes UUID"),
    "an amount as float": (
        {"id": ID, "words": "x", "amount": 1.5},
        r"amount is a float; the column takes Decimal",
    ),
    "a count as bool": ({"id": ID, "words": "x", "pages": True}, r"pages is a bool; the column takes int"),
    "a yes as number": ({"id": ID, "words": "x", "urgent": 1}, r"urgent is a int; the column takes bool"),
    "a float inside JSON": ({"id": ID, "words": "x", "spans": [0.5]}, r"tips\[0\]\.spans\[0\] is the float"),
    "half a character": ({"id": ID, "words": "\ud800"}, r"tips\[0\]\.words holds half a character"),
    "half a personal character": (
        {"id": ID, "words": "x", "caller": "\ud800"},
        r"tips\[0\]\.caller holds half",
    ),
    "naive time": ({"id": ID, "words": "x", "at": datetime(2025, 12, 13)}, "without a zone"),  # noqa: DTZ001
}


@pytest.mark.parametrize(("row", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_row_that_the_event_could_not_hold_exactly_is_refused(
    ledger: Ledger, row: Mapping[str, object], message: str
) -> None:
    with pytest.raises(CannotRecord, match=message), ledger.writing() as session:
        record(session, replaying_pen(), action="tip.add", subject="a-call", rows={Tip: [row]})

    assert nothing_in(ledger)


def test_findings_are_not_recorded(ledger: Ledger) -> None:
    with pytest.raises(CannotRecord, match="guesses is not marked as evidence"), ledger.writing() as session:
        record(
            session, replaying_pen(), action="guess", subject="x", rows={Guess: [{"number": 1, "words": "?"}]}
        )


def test_an_event_alone_can_not_be_forged_through_record(ledger: Ledger) -> None:
    with pytest.raises(CannotRecord, match="events is not marked as evidence"), ledger.writing() as session:
        record(session, replaying_pen(), action="x", subject="x", rows={Event: [{"seq": 1}]})


def test_rows_that_the_database_refuses_leave_no_event(ledger: Ledger) -> None:
    orphan = {"id": ID, "tip_id": ID, "done": "called a tip that is not there"}

    with pytest.raises(IntegrityError), ledger.writing() as session:
        record(session, replaying_pen(), action="tip.close", subject="x", rows={FollowUp: [orphan]})

    assert nothing_in(ledger)


def test_record_never_commits(ledger: Ledger) -> None:
    with ledger.writing() as session:
        tip(session, replaying_pen())
        session.rollback()

    assert nothing_in(ledger)


def test_a_migration_may_record(ledger: Ledger) -> None:
    """Its connection has no guard; what it does to evidence belongs into the log all the same."""
    with dialect.upgrading(ledger.path) as connection, Session(connection) as session:
        tip(session, replaying_pen())

    with ledger.reading() as session:
        assert head(session).size == 1


def test_more_rows_than_one_batch_are_one_event(ledger: Ledger) -> None:
    pen = replaying_pen()
    rows = [{"id": pen.new_id(), "words": f"call {number}"} for number in range(2 * BATCH + 1)]

    with ledger.writing() as session:
        event = record(session, pen, action="tip.import", subject="calls", rows={Tip: rows})

    with ledger.reading() as session:
        assert session.scalar(select(func.count()).select_from(Tip)) == len(rows)
        assert head(session).size == 1
    assert len(json.loads(event.body)["inserted"]["tips"]) == len(rows)


def test_the_head_is_the_root_over_the_stored_leaves(ledger: Ledger) -> None:
    pen = replaying_pen()

    for number in range(5):
        with ledger.writing() as session:
            tip(session, pen, words=f"call {number}")

    with ledger.reading() as session:
        bodies = session.scalars(select(Event.body).order_by(Event.seq)).all()
        assert head(session).size == 5
        assert head(session).root == Tree.of(leaf_hash(body) for body in bodies).root()


def test_an_empty_log_has_the_root_of_the_empty_tree(ledger: Ledger) -> None:
    with ledger.reading() as session:
        now = head(session)

    assert (now.size, now.root) == (0, sha256(b"").digest())


def test_the_same_history_written_with_the_same_pen_has_the_same_root(tmp_path: Path) -> None:
    roots = set()

    for name in ("once.db", "again.db"):
        with open_ledger(tmp_path / name) as ledger, ledger.writing() as session:
            Desk.metadata.create_all(session.connection())
            pen = replaying_pen()
            tip(session, pen, caller="A. Reader")
            tip(session, pen, words="another")
            roots.add(head(session).root)

    assert len(roots) == 1


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
tips = st.fixed_dictionaries(
    {"id": st.uuids(), "words": texts},
    optional={
        "at": st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.timezones()),  # noqa: DTZ001
        "amount": st.none() | st.decimals(allow_nan=False, allow_infinity=False),
        "spans": st.none() | st.lists(st.lists(st.integers(0, 99), max_size=2), max_size=3),
        "urgent": st.none() | st.booleans(),
        "pages": st.none() | st.integers(-(2**63), 2**63 - 1),
        "caller": st.none() | texts,
    },
)


@given(rows=st.lists(tips, min_size=1, max_size=4, unique_by=lambda row: row["id"]))
@settings(max_examples=25, deadline=None)
def test_what_the_database_gives_back_is_what_the_event_holds(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]]
) -> None:
    """Verification will rely on it: a row read back and spelled canonically is the row in the event."""
    with open_ledger(tmp_path_factory.mktemp("ledger") / "factdesk.db") as ledger:
        with ledger.writing() as session:
            Desk.metadata.create_all(session.connection())
            event = record(session, replaying_pen(), action="tip.add", subject="x", rows={Tip: rows})

        with ledger.reading() as session:
            stored = {row.id: row._mapping for row in session.execute(select(Tip.__table__))}

    told = json.loads(event.body)["inserted"]["tips"]
    assert [in_the_event(stored[UUID(row["id"])]) for row in told] == told


def in_the_event(row: RowMapping) -> dict[str, object]:
    """A stored row as an event spells it."""
    spelled: dict[str, object] = {}
    for column in Tip.__table__.columns:
        value = row[column.name]
        if is_personal(column.info):
            salt = row[f"{column.name}_salt"]
            assert salt is None or isinstance(salt, bytes)
            spelled[column.name] = salt and {"sha256": sha256(salt + canonical(value)).hexdigest()}
        elif not column.name.endswith("_salt"):
            spelled[column.name] = plain(value)
    return spelled


def nothing_in(ledger: Ledger) -> bool:
    """Whether the ledger holds neither tips nor events."""
    with ledger.reading() as session:
        return session.scalars(select(Tip.id)).all() == [] and head(session).size == 0


FIRST_LEAF = "7c85c39785dc07aec743b8b7e69eceecdbeb52c84c6f52548948d6290ba51ebf"
