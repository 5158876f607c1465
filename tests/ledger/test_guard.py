"""Evidence and the log change through `record` only, in whatever way a statement is spelled."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import Executable, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ledger.engine import Ledger
from ledger.errors import UnrecordedWrite
from ledger.events import EVENTS, Event
from ledger.guard import gate_open
from ledger.record import record
from tests.ledger.pens import replaying_pen
from tests.ledger.tables import Desk, FollowUp, Guess, Tip

ID = UUID("019b170b-adc0-7000-8000-0000000000ff")
OTHER = UUID("019b170b-adc0-7000-8000-0000000000fe")

TIPS = Desk.metadata.tables["tips"]

AS_TEXT = {
    "insert": "INSERT INTO tips (id, words) VALUES ('x', 'y')",
    "lower case": "insert into TIPS (id, words) values ('x', 'y')",
    "quoted": "INSERT INTO \"tips\" (id, words) VALUES ('x', 'y')",
    "in brackets": "INSERT INTO [tips] (id, words) VALUES ('x', 'y')",
    "with its schema": "INSERT INTO main.tips (id, words) VALUES ('x', 'y')",
    "or replace": "INSERT OR REPLACE INTO tips (id, words) VALUES ('x', 'y')",
    "replace": "REPLACE INTO tips (id, words) VALUES ('x', 'y')",
    "with": "WITH said(id, words) AS (VALUES ('x', 'y')) INSERT INTO tips (id, words) SELECT * FROM said",
    "upsert": "INSERT INTO tips (id, words) VALUES ('x', 'y') ON CONFLICT (id) DO UPDATE SET words = 'y'",
    "after a comment": "/* SELECT */ -- nothing\n UPDATE tips SET words = 'y'",
    "update": "UPDATE tips SET words = 'y'",
    "update from": "UPDATE tips SET words = guesses.words FROM guesses",
    "delete": "DELETE FROM tips",
    "delete of nothing": "DELETE FROM tips WHERE 1 = 0",
    "drop": "DROP TABLE tips",
    "rename": "ALTER TABLE tips RENAME TO rumours",
    "an event": "INSERT INTO events (seq) VALUES (2)",
    "an event in place of another": "INSERT OR REPLACE INTO events SELECT * FROM events",
    "an event edited": "UPDATE events SET actor = 'somebody else'",
    "an event deleted": "DELETE FROM events",
    "the triggers of the log": "DROP TRIGGER events_are_not_changed",
}


@pytest.fixture(autouse=True)
def one_tip(ledger: Ledger) -> None:
    """A tip, recorded as it should be."""
    with ledger.writing() as session:
        record(
            session,
            replaying_pen(),
            action="tip.add",
            subject="x",
            rows={Tip: [{"id": ID, "words": "as told"}]},
        )


@pytest.fixture(autouse=True)
def nothing_changed(ledger: Ledger, one_tip: None) -> Iterator[None]:
    """After every attempt there is the one tip and its event, as they were."""
    yield
    with ledger.reading() as session:
        assert [tuple(row) for row in session.execute(select(Tip.id, Tip.words))] == [(ID, "as told")]
        assert session.scalar(select(func.count()).select_from(Event)) == 1


@pytest.mark.parametrize("statement", AS_TEXT.values(), ids=AS_TEXT.keys())
def test_text_sql_is_refused(ledger: Ledger, statement: str) -> None:
    table = "events" if "event" in statement else "tips"

    with pytest.raises(UnrecordedWrite, match=f"{table} holds evidence"), ledger.writing() as session:
        session.execute(text(statement))


AS_CORE: dict[str, Executable] = {
    "insert": insert(Tip).values(id=OTHER, words="made up"),
    "update": update(Tip).values(words="made up"),
    "delete": delete(Tip),
    "delete event": delete(Event),
}


@pytest.mark.parametrize("statement", AS_CORE.values(), ids=AS_CORE.keys())
def test_core_statements_are_refused(ledger: Ledger, statement: Executable) -> None:
    with pytest.raises(UnrecordedWrite), ledger.writing() as session:
        session.execute(statement)


def test_a_bulk_insert_is_refused(ledger: Ledger) -> None:
    rows = [{"id": OTHER, "words": "made up"}]

    with pytest.raises(UnrecordedWrite), ledger.writing() as session:
        session.execute(insert(Tip), rows)


def test_a_row_added_to_the_session_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UnrecordedWrite), ledger.writing() as session:
        session.add(Tip(id=OTHER, words="made up"))


def test_a_row_changed_in_the_session_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UnrecordedWrite), ledger.writing() as session:
        session.scalars(select(Tip)).one().words = "made up"


def test_a_row_deleted_in_the_session_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UnrecordedWrite), ledger.writing() as session:
        session.delete(session.scalars(select(Tip)).one())


def test_the_driver_itself_refuses(ledger: Ledger) -> None:
    with ledger.writing() as session:
        driver = session.connection().connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)

        with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
            driver.execute("DELETE FROM tips")


def test_the_very_statement_that_record_just_ran_is_refused_after_it(ledger: Ledger) -> None:
    """The driver keeps statements prepared; one that passed the open gate must not pass the shut one."""
    columns = {column.name: None for column in TIPS.columns}
    statements: list[str] = []

    with ledger.writing() as session, session.begin_nested() as savepoint:
        driver = session.connection().connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.set_trace_callback(statements.append)
        pen = replaying_pen(first=10)
        record(
            session, pen, action="tip.add", subject="x", rows={Tip: [{"id": pen.new_id(), "words": "told"}]}
        )
        with pytest.raises(UnrecordedWrite):
            session.execute(insert(TIPS), [{**columns, "id": pen.new_id(), "words": "made up"}])
        savepoint.rollback()

    assert sum("INSERT INTO tips" in statement for statement in statements) == 1


def test_a_refusal_takes_back_what_was_recorded_in_the_same_transaction(ledger: Ledger) -> None:
    def record_then_delete() -> None:
        with ledger.writing() as session:
            tip = {"id": OTHER, "words": "told"}
            record(session, replaying_pen(), action="tip.add", subject="x", rows={Tip: [tip]})
            session.execute(delete(FollowUp))

    with pytest.raises(UnrecordedWrite):
        record_then_delete()


def test_the_gate_shuts_when_recording_fails(ledger: Ledger) -> None:
    with ledger.writing() as session:
        again = {"id": ID, "words": "the same key twice"}
        with pytest.raises(IntegrityError), session.begin_nested():
            record(session, replaying_pen(), action="tip.add", subject="x", rows={Tip: [again]})

        with pytest.raises(UnrecordedWrite), session.begin_nested():
            session.execute(delete(Tip))


def test_findings_stay_free(ledger: Ledger) -> None:
    with ledger.writing() as session:
        session.add(Guess(number=1, words="?"))
        session.execute(insert(Guess), [{"number": 2, "words": "??"}])
        session.execute(text("INSERT INTO guesses SELECT 3, words FROM tips"))
        session.execute(delete(Guess).where(Guess.number == 1))

    with ledger.reading() as session:
        assert session.scalars(select(Guess.words).order_by(Guess.number)).all() == ["??", "as told"]


def test_words_that_look_like_a_write_stay_free(ledger: Ledger) -> None:
    with ledger.writing() as session:
        session.execute(insert(Guess).values(number=1, words="DELETE FROM tips; UPDATE events SET"))
        session.execute(text("SELECT 'DELETE FROM tips' AS tips")).all()


def behind_the_gate(session: Session, statement: str) -> None:
    """Run a statement with the gate held open, as a fault in `record` would."""
    with gate_open(session.connection()):
        session.execute(text(statement))


PAST_THE_GATE = {
    "change": ("UPDATE events SET actor = 'somebody else'", "never changed"),
    "change or replace": ("UPDATE OR REPLACE events SET seq = 2", "never changed"),
    "delete": ("DELETE FROM events", "never deleted"),
    "replace": ("INSERT OR REPLACE INTO events SELECT * FROM events", "one after the other"),
    "leave a gap": (
        "INSERT INTO events SELECT seq + 2, leaf, at, actor, known, action, subject, body FROM events",
        "one after the other",
    ),
    "start before the first": (
        "INSERT INTO events SELECT 0, leaf, at, actor, known, action, subject, body FROM events",
        "one after the other",
    ),
    "let the database number": (
        "INSERT INTO events SELECT NULL, leaf, at, actor, known, action, subject, body FROM events",
        "one after the other",
    ),
}


@pytest.mark.parametrize(("statement", "message"), PAST_THE_GATE.values(), ids=PAST_THE_GATE.keys())
def test_past_the_gate_the_database_itself_keeps_the_log(
    ledger: Ledger, statement: str, message: str
) -> None:
    with pytest.raises(IntegrityError, match=message), ledger.writing() as session:
        behind_the_gate(session, statement)


def test_the_log_made_from_the_models_is_kept_as_well(ledger: Ledger) -> None:
    with ledger.writing() as session:
        connection = session.connection()
        made_by_migration = triggers(session)
        with gate_open(connection):
            session.execute(text("ALTER TABLE events RENAME TO migrated"))
            for name in made_by_migration:
                session.execute(text(f"DROP TRIGGER {name}"))
            for index in EVENTS.indexes:
                index.drop(connection)
        EVENTS.create(connection)

        assert triggers(session) == made_by_migration
        assert len(made_by_migration) == 3
        session.rollback()


def triggers(session: Session) -> dict[str, str]:
    """The triggers of the database, by name."""
    rows = session.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'")
    )
    return {row.name: row.sql for row in rows}
