"""What can go wrong when something is shown or written.

ReportError
└── CannotWrite   the report can't be put where it should go
"""

from __future__ import annotations


class ReportError(Exception):
    """The root of the errors of `reports/`; its message is written for the person at the keyboard."""


class CannotWrite(ReportError):
    """A report can't be written to the place that was named."""
