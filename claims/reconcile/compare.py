"""The JSON object of `factdesk compare`: statements about one story, their figures related.

Only the form is made here; the findings come from `reconcile`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims.reading.record import plain
from claims.reconcile import reconcile
from claims.reconcile.record import Item, Pair, Quantity, RelatedFigure


def compare(lines: Sequence[Item]) -> dict[str, Any]:
    """Relates the figures of the lines, as plain JSON values in the form that other programs rely on."""
    findings = reconcile(lines)
    return {
        "figures": [_figure(figure) for figure in findings.figures],
        "pairs": [_pair(pair) for pair in findings.pairs()],
        "quantities": [_quantity(quantity) for quantity in findings.quantities],
        "origins": [
            {"id": origin.id, "name": origin.name, "items": list(origin.items), "why": origin.why}
            for origin in findings.origins
        ],
    }


def _figure(related: RelatedFigure) -> dict[str, Any]:
    return {
        "id": related.id,
        "item": related.item,
        **related.figure.as_record(),
        "quantity": related.quantity,
        "origin": related.origin,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "a": pair.a,
        "b": pair.b,
        "relation": pair.relation.value,
        "reason": pair.reason,
        "residual": plain(pair.residual),
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "id": quantity.id,
        "label": quantity.label,
        "figures": list(quantity.figures),
        "value": plain(quantity.value),
        "low": plain(quantity.low),
        "high": plain(quantity.high),
        "status": quantity.status.value,
        "origins": quantity.origins,
        "why": quantity.why,
    }
