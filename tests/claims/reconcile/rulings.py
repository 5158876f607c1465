"""Decisions for the tests of reconciling: who decides doesn't matter there."""

from __future__ import annotations

from claims.reconcile.decisions import Ruling

FIRST = Ruling(1, "Ada", "the ministry told us")
SECOND = Ruling(2, "Ben", "the list of names says so")
