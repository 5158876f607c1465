"""The ground that every table stands on: names of constraints, column types, three marks.

A table marked `EVIDENTIARY` is written through `ledger.record` alone, and one marked
`NEVER_CHANGED` is guarded by the database as well. A column marked
`PERSONAL` enters the log as a salted digest; its text and salt stay in the row, so that
they can be deleted later without breaking a proof.
"""

from __future__ import annotations

import enum
import uuid
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import Connection, DateTime, Dialect, LargeBinary, MetaData, Table, Text, Uuid, event
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

from ledger import dialect

EVIDENTIARY: dict[str, Any] = {"evidentiary": True}
"""For `__table_args__ = {"info": EVIDENTIARY}`."""

NEVER_CHANGED: dict[str, Any] = {**EVIDENTIARY, "never_changed": True}
"""Evidence without personal text: the database itself refuses to change or delete its rows."""

PERSONAL: dict[str, Any] = {"personal": True}
"""For `mapped_column(info=PERSONAL)`; the column gets a neighbour `NAME_salt`."""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UTCDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC. A naive one is refused; SQLite gets its zone put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"the time {value.isoformat()} has no zone; give it one")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class DecimalText(TypeDecorator[Decimal]):
    """A decimal as text, digit for digit: "1.20" comes back as 1.20. Sort and sum it in Python."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type[Decimal]:
        """What a row holds: Decimal, not the text that the database keeps."""
        return Decimal

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """The decimal's own spelling."""
        if value is None:
            return None
        if not isinstance(value, Decimal) or not value.is_finite():
            raise ValueError(f"{value!r} is not a finite Decimal")
        return str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """The decimal as it was given."""
        return None if value is None else Decimal(value)


class Word(TypeDecorator[enum.StrEnum]):
    """A member of a closed set, kept as its word; a word that the set lacks is an error when it is read."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[enum.StrEnum]) -> None:
        super().__init__()
        self.kind = kind
        self._members = {member.value: member for member in kind}

    @property
    def python_type(self) -> type[enum.StrEnum]:
        """What a row holds: the member, not its word."""
        return self.kind

    def process_bind_param(self, value: enum.StrEnum | None, dialect: Dialect) -> str | None:
        """The member's word."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> enum.StrEnum | None:
        """The member of that word."""
        if value is None:
            return None
        return self._members.get(value) or self.kind(value)


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        uuid.UUID: Uuid(),
        datetime: UTCDateTime(),
        Decimal: DecimalText(),
        str: Text(),
    }

    def __init_subclass__(cls, **options: Any) -> None:
        """Give every personal column its salt, and see that both can be deleted."""
        personal = [
            name
            for name, attribute in vars(cls).items()
            if isinstance(attribute, MappedColumn) and is_personal(attribute.column.info)
        ]
        for name in personal:
            setattr(cls, salt_of(name), mapped_column(LargeBinary(SALT_BYTES), nullable=True))
        super().__init_subclass__(**options)
        for name in personal:
            if not cls.__table__.columns[name].nullable:
                raise TypeError(
                    f"{cls.__name__}.{name} is personal: make it nullable, so that it can be deleted"
                )


SALT_BYTES = 16


@event.listens_for(Table, "after_create")
def _refuse_changes(table: Table, connection: Connection, **options: Any) -> None:
    """Alembic does not see triggers: the revision that makes such a table spells them out."""
    if table.info.get("never_changed"):
        for statement in dialect.never_changed(connection.dialect.name, table.name):
            connection.exec_driver_sql(statement)


def is_evidentiary(table: Table) -> bool:
    """Whether rows of the table are evidence."""
    return bool(table.info.get("evidentiary"))


def is_personal(info: dict[Any, Any]) -> bool:
    """Whether a column with this `info` is personal."""
    return bool(info.get("personal"))


def salt_of(column: str) -> str:
    """The name of the column that holds a personal column's salt."""
    return f"{column}_salt"
