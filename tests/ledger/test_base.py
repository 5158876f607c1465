"""Column types keep what they are given, and refuse what they can't keep."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Mapped, mapped_column

from ledger.base import PERSONAL, Base, DecimalText, UTCDateTime, Word
from ledger.pen import Known
from tests.ledger.tables import Tip

kept = Table(
    "kept",
    MetaData(),
    Column("at", UTCDateTime),
    Column("amount", DecimalText),
    Column("known", Word(Known)),
)
once_per_connection = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)


@pytest.fixture
def connection() -> object:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        kept.create(connection)
        yield connection
    engine.dispose()


moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.timezones())  # noqa: DTZ001


@given(at=moments)
@once_per_connection
def test_a_time_comes_back_as_the_same_moment_in_utc(connection: Connection, at: datetime) -> None:
    connection.execute(kept.delete())

    connection.execute(insert(kept).values(at=at))

    back = connection.scalars(select(kept.c.at)).one()
    assert back == at.astimezone(UTC)
    assert back.tzinfo is UTC


@given(amount=st.decimals(allow_nan=False, allow_infinity=False))
@once_per_connection
def test_a_decimal_comes_back_digit_for_digit(connection: Connection, amount: Decimal) -> None:
    connection.execute(kept.delete())

    connection.execute(insert(kept).values(amount=amount))

    assert connection.scalars(select(kept.c.amount)).one().as_tuple() == amount.as_tuple()


def test_a_word_of_a_closed_set_comes_back_as_its_member(connection: Connection) -> None:
    connection.execute(insert(kept).values(known=Known.TYPED))

    assert connection.scalars(select(kept.c.known).where(kept.c.known == Known.TYPED)).one() is Known.TYPED
    assert connection.exec_driver_sql("SELECT known FROM kept").scalar() == "typed"


REFUSED = {
    "naive time": ("at", datetime(2025, 12, 13), "has no zone"),  # noqa: DTZ001 - the point
    "float": ("amount", 1.5, "not a finite Decimal"),
    "another set's word": ("known", "guessed", "not a valid Known"),
    "not a number": ("amount", Decimal("NaN"), "not a finite Decimal"),
}


@pytest.mark.parametrize(("column", "value", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_can_not_be_kept_exactly_is_refused(
    connection: Connection, column: str, value: object, message: str
) -> None:
    with pytest.raises(StatementError, match=message):
        connection.execute(insert(kept).values({column: value}))


def test_times_compare_in_the_database_as_they_do_outside(connection: Connection) -> None:
    early = datetime(2025, 12, 13, 12, 0, tzinfo=timezone(timedelta(hours=9)))
    late = datetime(2025, 12, 13, 4, 0, tzinfo=UTC)
    connection.execute(insert(kept), [{"at": late}, {"at": early}])

    assert list(connection.scalars(select(kept.c.at).order_by(kept.c.at))) == [early, late]
    assert list(connection.scalars(select(kept.c.at).where(kept.c.at < late))) == [early]


def test_a_personal_column_gets_a_salt_and_others_do_not() -> None:
    names = set(Tip.__table__.columns.keys())

    assert {"caller_salt", "phone_salt"} <= names
    assert {"words_salt", "id_salt"}.isdisjoint(names)


def test_a_personal_column_that_could_not_be_deleted_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Letter\.sender is personal: make it nullable"):

        class Letter(Base):
            metadata = MetaData()
            __tablename__ = "letters"
            id: Mapped[int] = mapped_column(primary_key=True)
            sender: Mapped[str] = mapped_column(info=PERSONAL)


def test_constraints_have_names_that_a_migration_can_use() -> None:
    assert isinstance(Tip.__table__, Table)
    assert Tip.__table__.primary_key.name == "pk_tips"
