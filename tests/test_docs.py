"""The documentation says what the product does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claims.judging.policy_file import BUILT_IN
from claims.reconcile.pairing import Rule
from claims.reconcile.rules import RULES
from cli import app
from docs.reference import REFERENCE, reference

PROJECT = Path(__file__).parent.parent
RECONCILING = PROJECT / "docs" / "reconciling.md"


def test_the_command_reference_is_what_the_commands_say() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "run: make docs"


def links_of(page: Path) -> list[str]:
    return re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CHANGELOG.md",
        "docs/handover.md",
        "docs/finding.md",
        "docs/matching.md",
        "docs/public-claims.md",
        "docs/reading.md",
        "docs/reconciling.md",
        "docs/reports.md",
        "docs/verifying.md",
        "docs/workday.md",
        "examples/README.md",
    ],
)
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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_its_row_in_its_own_words(rule: Rule) -> None:
    said = (rule.__doc__ or "").strip()

    assert f"\n| {said} |" in RECONCILING.read_text(encoding="utf-8")


def test_the_commands_about_figures_can_be_run_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "examples").symlink_to(PROJECT / "examples")
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^factdesk (.+)$", RECONCILING.read_text(encoding="utf-8"), re.MULTILINE)

    ended = {line: CliRunner().invoke(app, shlex.split(line, comments=True)).exit_code for line in lines}

    assert len(ended) > 10
    assert {line: code for line, code in ended.items() if code not in (0, 1)} == {}
