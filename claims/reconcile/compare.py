"""The JSON object of `factdesk compare`: statements about one story, their figures related.

Only the form is made here; the findings come from `reconcile`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims.reconcile import reconcile
from claims.reconcile.record import Item


def compare(lines: Sequence[Item]) -> dict[str, Any]:
    """Relates the figures of the lines, as plain JSON values in the form that other programs rely on."""
    findings = reconcile(lines)
    return {
        "figures": [figure.as_record() for figure in findings.figures],
        "pairs": [pair.as_record() for pair in findings.pairs()],
        "quantities": [quantity.as_record() for quantity in findings.quantities],
        "origins": [origin.as_record() for origin in findings.origins],
    }
