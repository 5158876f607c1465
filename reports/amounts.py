"""Values in figures: with commas, with their unit, and as the range that their wording allows."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.kinds import Modifier
from claims.reading.record import Figure

_GLUED = ("%", "‰")
_WORD = re.compile(r"[a-z ]*[aeiou][a-z ]*")
"""A unit that is written as a word ("day") and not as a symbol ("km", "mph")."""
_IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries"}


def amount(value: Decimal | None, unit: str | None = None) -> str:
    """A value with its unit: "123", "2 days", "3,000,000,000 USD", "12.5%"."""
    if value is None:
        return "not given"
    number = format(value, ",f")
    number = number.rstrip("0").rstrip(".") if "." in number else number
    if unit is None:
        return number
    if unit in _GLUED:
        return f"{number}{unit}"
    return f"{number} {unit if abs(value) == 1 else _plural(unit)}"


def is_plain(figure: Figure) -> bool:
    """Whether a figure is exactly the number that is written."""
    return figure.modifier is Modifier.EXACT and figure.unit is None and figure.quote == amount(figure.value)


def allowed(figure: Figure) -> str:
    """What the wording of a figure allows, in words."""
    low, high, unit = figure.low, figure.high, figure.unit
    match figure.modifier:
        case Modifier.EXACT:
            return f"exactly {amount(figure.value, unit)}"
        case Modifier.MORE_THAN if low is not None:
            return f"more than {amount(low, unit)}"
        case Modifier.LESS_THAN if high is not None:
            return f"less than {amount(high, unit)}"
        case Modifier.VAGUE if figure.value is not None:
            return f"{amount(figure.value, unit)} as written; how exact it is, is unread"
        case _:
            return _between(low, high, unit)


def _between(low: Decimal | None, high: Decimal | None, unit: str | None) -> str:
    if low is None:
        return f"at most {amount(high, unit)}" if high is not None else "no number can be told"
    if high is None:
        return f"{amount(low, unit)} or more"
    return f"{amount(low)} to {amount(high, unit)}"


def _plural(unit: str) -> str:
    if len(unit) < 3 or not _WORD.fullmatch(unit):
        return unit
    *before, last = unit.split(" ")
    return " ".join([*before, _IRREGULAR.get(last, f"{last}s")])
