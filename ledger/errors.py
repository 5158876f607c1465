"""What can go wrong with a ledger, named for what went wrong and who can act.

    LedgerError
    ├── CannotOpen               the file or its folder does not allow it
    │   ├── NoLedgerYet          a command that only reads was pointed at nothing
    │   ├── NotALedger           the file is something else, or another program's database
    │   ├── NewerLedger          a later version of factdesk wrote it
    │   ├── OlderLedger          an earlier version wrote it, and nobody brought it up to date yet
    │   └── UnsupportedDatabase  a kind of database, or of address, that this version can't use
    ├── UpgradeFailed            the schema could not be brought up to date; the old one still works
    ├── LedgerBusy               another program holds it
    ├── CannotWrite              disk full, write-protected, or the device failed
    ├── DamagedLedger            the file's pages are broken, or a table has gone
    ├── CannotRecord             what was handed over can't be put down exactly as it is
    └── UnrecordedWrite          evidence was about to change without an event

Each message is one that a person can act on: it names the thing and the next step.
Turning errors into output is the command line's part.
"""

from __future__ import annotations

from pathlib import Path


class LedgerError(Exception):
    """Something about the ledger that the person at the keyboard has to know."""


class CannotOpen(LedgerError):
    """The ledger's file can't be opened or made."""


class NoLedgerYet(CannotOpen):
    """There is no ledger at the place that was named."""


class NotALedger(CannotOpen):
    """The file is no SQLite database, or a database of another program."""


class NewerLedger(CannotOpen):
    """The ledger's schema is one that this version of factdesk does not know."""


class OlderLedger(CannotOpen):
    """The ledger's schema is that of an earlier version; bringing it up to date is for a person to start."""


class UnsupportedDatabase(CannotOpen):
    """The address names a database that this version can't use."""


class UpgradeFailed(LedgerError):
    """A migration stopped; everything it did was taken back."""

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(
            f"{path} could not be upgraded and is as it was before ({reason}); "
            "go on with the version of factdesk that made it, and report this"
        )


class LedgerBusy(LedgerError):
    """Another program holds the ledger and did not let go in time."""


class CannotWrite(LedgerError):
    """The disk or its permissions stopped a write; the transaction was taken back."""


class DamagedLedger(LedgerError):
    """The database file is broken."""


class CannotRecord(LedgerError):
    """Values that the log can't hold exactly: a float, an unknown column, half a character."""


class UnrecordedWrite(LedgerError):
    """A write to evidence, or to the log, that did not come through `ledger.record`."""
