"""The documentation says what the product does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claims.policy import BUILT_IN
from cli import app
from docs.reference import REFERENCE, reference

PROJECT = Path(__file__).parent.parent


def test_the_command_reference_is_what_the_commands_say() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "run: make docs"


def links_of(page: Path) -> list[str]:
    return re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "docs/reading.md", "examples/README.md"])
def test_no_page_links_to_what_is_not_there(page: str) -> None:
    place = PROJECT / page

    missing = [link for link in links_of(place) if not (place.parent / link).exists()]
    assert missing == []


def test_the_readme_shows_what_a_check_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    printed = CliRunner().invoke(app, ["check", str(PROJECT / "examples" / "prisoner-release.txt")]).stdout

    assert printed.strip() in (PROJECT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "docs/commands.md"])
def test_every_verdict_of_the_policy_is_told(page: str) -> None:
    words = " ".join((PROJECT / page).read_text(encoding="utf-8").split())

    assert [verdict for verdict in BUILT_IN.verdicts if verdict.replace(" ", "-") not in words] == []
