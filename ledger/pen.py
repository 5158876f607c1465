"""Who writes, how that is known, and where times, ids and salts come from.

Everything in the ledger that would differ from run to run comes out of a `Pen`, so a
history written with the same pen is the same history to the byte.
"""

from __future__ import annotations

import os
import secrets
import sys
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from ledger.base import SALT_BYTES
from ledger.errors import CannotRecord


class Known(StrEnum):
    """How it is known who writes."""

    TYPED = "typed"
    SYSTEM_ACCOUNT = "system_account"
    DESK_LOGIN = "desk_login"


@dataclass(frozen=True, slots=True)
class Pen:
    """The hand that writes: a name, how it is known, a clock, ids (UUIDv7) and salts."""

    actor: str
    known: Known
    clock: Callable[[], datetime]
    new_id: Callable[[], uuid.UUID]
    new_salt: Callable[[], bytes]

    def __post_init__(self) -> None:
        """Refuse a hand without a name."""
        if not self.actor.strip():
            raise CannotRecord("the name of who writes is empty; give one with --by NAME")

    @classmethod
    def of_this_machine(cls, actor: str | None = None) -> Pen:
        """The real pen; `None` writes in the name of the system account."""
        from uuid_utils.compat import uuid7

        return cls(
            actor=_account() if actor is None else actor.strip(),
            known=Known.SYSTEM_ACCOUNT if actor is None else Known.TYPED,
            clock=lambda: datetime.now(UTC),
            new_id=uuid7,
            new_salt=lambda: secrets.token_bytes(SALT_BYTES),
        )


def _account() -> str:
    """The account that runs this process, asked of the system and not of the environment."""
    if sys.platform == "win32":
        return os.getlogin()
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container may run under a number that no account has
        return f"uid-{os.getuid()}"
