"""Every action that the log can name has its words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.decisions import ACTIONS
from claims.handover.sentences import SENTENCES
from claims.kinds import RegroupingKind

CLAIMS = Path(__file__).parents[3] / "claims"
_COMPUTED = {
    *ACTIONS.values(),
    *(f"claim.{kind.value}" for kind in RegroupingKind),
}
"""Actions whose names are put together, or looked up, where they are recorded."""


def actions_named() -> Iterator[str]:
    """What is written out as an action in the modules that write to the log."""
    for path in CLAIMS.rglob("*.py"):
        words = path.read_text(encoding="utf-8")
        if "from ledger.record import record" in words:
            yield from (
                node.value
                for node in ast.walk(ast.parse(words))
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and node.value.replace(".", "", 1).replace("_", "").isalpha()
                and node.value.count(".") == 1
                and node.value.islower()
                and not node.value.endswith(".")
                and not node.value.startswith(".")
            )


@pytest.mark.parametrize("action", sorted({*actions_named(), *_COMPUTED}))
def test_an_action_that_is_recorded_is_told_in_words(action: str) -> None:
    assert action in SENTENCES, f"{action} has no words; give it a line in claims/handover/sentences.py"


def test_the_actions_are_found_where_they_are_recorded() -> None:
    found = set(actions_named())

    assert {"claim.review", "claim.assign", "source.part", "evidence.add", "story.watch"} <= found
