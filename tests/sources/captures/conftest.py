"""A stage with one server, and captures made on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from sources.captures.wacz import Packed, Page
from sources.captures.warc import warc_of
from sources.fetch.page import fetch
from tests.sources.fetch.stage import AGENT, PAGE, Stage, answer, redirect, serving


@pytest.fixture
def stage() -> Iterator[Stage]:
    with serving({"/": answer(PAGE), "/old": redirect("/"), "/b": answer(b"<p>Another page.</p>")}) as server:
        yield Stage(server)


@pytest.fixture
def captures(stage: Stage, tmp_path: Path) -> list[Packed]:
    """Three captures: a page, one behind a redirect, one that is not there."""
    numbers = count(1)
    packed = []
    for name, url in (
        ("1", "http://example.org/b"),
        ("2", "http://example.org/old"),
        ("3", "http://example.org/no"),
    ):
        fetched = fetch(url, network=stage.network, user_agent=AGENT)
        path = tmp_path / f"{name}.warc"
        with path.open("wb") as file:
            file.writelines(
                warc_of(fetched, new_id=lambda: UUID(int=next(numbers)), software="factdesk/test")
            )
        hop = fetched.hops[-1]
        packed.append(Packed.from_file(path, Page(name, hop.url, hop.began, f"Page {name}")))
    return packed
