"""Reads a document: from blocks to statements with their figures, attributions and hedges.

Values in, values out: the same text always gives the same reading. Nothing is stored here and
nothing is related to anything else; see `claims/reconcile/` for that.
"""

from __future__ import annotations

from claims.kinds import ClaimKind
from claims.reading.record import Reading, Statement
from claims.reading.statements import find_furniture, find_statements
from sources.blocks import CanonicalText

RULES = "reading/1"
"""The version of the rules, stored beside what they found."""


def read(source: CanonicalText) -> Reading:
    """Everything that the rules find in one document."""
    statements = find_statements(source)
    return Reading(
        source=source,
        title=source.metadata.title or _headline(source, statements),
        language=source.metadata.language,
        statements=statements,
        sources=(),
        furniture=find_furniture(source),
    )


def _headline(source: CanonicalText, statements: tuple[Statement, ...]) -> str | None:
    for statement in statements:
        if statement.kind is ClaimKind.HEADLINE:
            return " ".join(source.text[statement.start : statement.end].split())
    return None
