"""What can go wrong while an archive is settled.

ClaimError
└── ArchiveError
    ├── ExtraMissing    an optional part of factdesk is not installed
    ├── CannotWrite     the result can't be written where it should go
    ├── UnknownEngine   an engine that there is not
    ├── NoSpark         no Spark answers
    └── SparkFailed     Spark answered, and could not do it
"""

from __future__ import annotations

from claims.errors import ClaimError


class ArchiveError(ClaimError):
    """Anything that a person has to put right before an archive can be settled."""


class ExtraMissing(ArchiveError):
    """An optional part of factdesk is not installed."""

    def __init__(self, what: str, needs: str, extra: str) -> None:
        super().__init__(f"{what} needs {needs}; install it with: pip install 'factdesk[{extra}]'")


class CannotWrite(ArchiveError):
    """The result can't be written where it should go."""


class UnknownEngine(ArchiveError):
    """There is no such engine."""


class NoSpark(ArchiveError):
    """No Spark answers."""


class SparkFailed(ArchiveError):
    """Spark answered, and could not do it."""
