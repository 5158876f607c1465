"""Stems in the language of the full-text index."""

from __future__ import annotations

from claims.finding.terms import query


def test_a_query_names_each_term_once() -> None:
    assert query(["boat", "ferri", "boat"]) == '"boat" OR "ferri"'
