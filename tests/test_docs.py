"""The documentation says what the product does."""

from __future__ import annotations

from docs.commands import REFERENCE, reference


def test_the_command_reference_is_what_the_commands_say() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "run: make docs"
