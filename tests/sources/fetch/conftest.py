"""A stage with one server behind every public address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sources.fetch.stage import PAGE, Stage, answer, serving


@pytest.fixture
def stage() -> Iterator[Stage]:
    with serving({"/": answer(PAGE)}) as server:
        yield Stage(server)
