"""Values in figures: with commas, with their unit, and as the range that their wording allows."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.kinds import Modifier
from claims.reading.record import Figure

_GLUED = ("%", "‰")
_WORD = re.compile(r"[b-df-hj-np-tv-z ]{0,60}+[aeiou][a-z ]{0,60}")
"""A unit that is written as a word ("day") and not as a symbol ("km", "mph")."""
_IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries"}
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?")


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


def amount_like(value: Decimal, figure: Figure) -> str:
    """A value in the unit and scale in which a figure is written: "12 tonnes" beside "52 tonnes"."""
    written = _written(figure)
    if figure.unit is None or written is None or not figure.value or figure.modifier is not Modifier.EXACT:
        return amount(value, figure.unit)
    scaled = value * written / figure.value
    if scaled in (1, -1) or scaled != round(scaled, 3):
        return amount(value, figure.unit)
    return _WRITTEN.sub(amount(scaled), figure.quote, count=1)


def says_enough(figure: Figure) -> bool:
    """Whether the words of a figure name its value in digits, so that nothing needs to be said of it."""
    return figure.value is not None and _written(figure) == figure.value


def _written(figure: Figure) -> Decimal | None:
    """The one number that is written in digits; `None` where there is none, or more than one."""
    found = _WRITTEN.findall(figure.quote)
    return Decimal(found[0].replace(",", "")) if len(found) == 1 else None


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
