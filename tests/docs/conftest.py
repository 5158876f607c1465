"""The pages that play a story, each played once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from docs.walking import Answer, walk


class Played(NamedTuple):
    """A page, and what its commands answered, block by block."""

    text: str
    answers: list[list[Answer]]

    def answers_to(self, command: str) -> list[Answer]:
        """The answers to the commands that begin so, in order."""
        return [one for block in self.answers for one in block if one.command.startswith(command)]


Play: TypeAlias = Callable[[Path], Played]


@pytest.fixture(scope="session")
def play(tmp_path_factory: pytest.TempPathFactory) -> Play:
    @cache
    def play(page: Path) -> Played:
        text = page.read_text(encoding="utf-8")
        return Played(text, list(walk(text, tmp_path_factory.mktemp("walk"))))

    return play
