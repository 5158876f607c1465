"""What came of estimating over a file: which method was taken for what and why, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from claims.estimate.kinds import Method
from sources.jsonl import BadLine

__all__ = ["Choice", "Estimation", "Method"]


@dataclass(frozen=True, slots=True)
class Choice:
    """The method taken for an attribute (empty: the file names none), and why, in words."""

    attribute: str
    method: Method
    why: str

    def __str__(self) -> str:
        name = f"{self.attribute} is" if self.attribute else "The values are"
        return f"{name} settled by {self.method}, for {self.why}."


@dataclass(frozen=True, slots=True)
class Estimation:
    """What came of a file. `bad` holds the first bad lines word for word, `bad_lines` counts them all."""

    observations: int
    values: int
    sources: int
    choices: tuple[Choice, ...]
    remarks: tuple[str, ...]
    bad: tuple[BadLine, ...]
    bad_lines: int
