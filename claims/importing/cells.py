"""What cells of a table say: yes or no, a whole number, in whose hand a row is written."""

from __future__ import annotations

from dataclasses import replace

from claims.errors import BadRow
from ledger.pen import Known, Pen
from sources.rows import SentRow


def yes_or_no(row: SentRow, column: str) -> bool | None:
    """What a cell says; `None` where it says nothing. Raises `BadRow`."""
    match row.cells.get(column, "").lower():
        case "":
            return None
        case "yes" | "true" | "1" | "x":
            return True
        case "no" | "false" | "0":
            return False
    raise BadRow(f"the column {column} takes yes or no, and not {row.cells[column]!r}")


def whole_number(row: SentRow, column: str) -> int | None:
    """The number in a cell; `None` where it is empty. Raises `BadRow`."""
    cell = row.cells.get(column)
    if cell is None:
        return None
    if not (cell.isascii() and cell.isdecimal() and len(cell) < 10):
        raise BadRow(f"the column {column} takes a whole number, and not {cell!r}")
    return int(cell)


def hand_of(pen: Pen, row: SentRow) -> Pen:
    """The pen in whose name a row is stored: whoever the column by names, else who imports."""
    by = row.cells.get("by")
    return replace(pen, actor=by, known=Known.TYPED) if by else pen
