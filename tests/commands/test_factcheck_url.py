"""`factdesk factcheck import URL`: the page is captured first, and every review names its capture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sources.fetch.network
from tests.commands.running import EXAMPLES, as_json, factdesk
from tests.sources.fetch.stage import PAGE, Play, Stage, answer, serving

SENT = EXAMPLES / "factchecks"


@pytest.fixture(autouse=True)
def stage(fresh_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    plays: dict[str, Play] = {
        "/page.html": answer((SENT / "plain-facts.html").read_bytes()),
        "/feed": answer((SENT / "feed.json").read_bytes(), kind="application/json"),
        "/news.html": answer(PAGE),
    }
    with serving(plays) as server:
        played = Stage(server)
        monkeypatch.setattr(sources.fetch.network, "this_machine", lambda: played.network)
        yield played


@pytest.mark.parametrize(("path", "found"), [("page.html", 1), ("feed", 3)])
def test_an_address_is_captured_and_its_reviews_are_taken_over(path: str, found: int) -> None:
    factdesk("factcheck", "import", f"http://example.org/{path}")

    listed = as_json("factcheck", "list")
    assert [one["capture"] for one in listed] == ["capture:1"] * found
    assert {one["found_in"] for one in listed} == {f"http://example.org/{path}"}
    assert as_json("capture", "list")[0]["asked"] == f"http://example.org/{path}"


def test_a_page_that_could_not_be_had_is_named_with_its_capture() -> None:
    result = factdesk("factcheck", "import", "http://example.org/missing")

    assert result.exit_code == 2
    assert "factdesk capture show capture:1" in result.stderr


def test_a_page_without_a_fact_check_is_named() -> None:
    result = factdesk("factcheck", "import", "http://example.org/news.html")

    assert result.exit_code == 2
    assert "holds no fact-check" in result.stderr
