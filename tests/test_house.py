"""The house keeps its walls: a breach of each import rule, planted in a copy, is found and named.

That the house as it stands keeps them is checked by `make check`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
PARTS = ("reports", "claims", "sources", "ledger", "migrations")

PLANTED = [
    pytest.param("ledger.merkle", "claims.kinds", id="an import that points up"),
    pytest.param("reports.words", "cli", id="the command line from below"),
    pytest.param("claims.reading.hedges", "random", id="chance in reading"),
    pytest.param("claims.reconcile.rules", "claims.queries", id="SQL behind a door in reconciling"),
    pytest.param("reports.views", "sqlalchemy", id="SQL in a report"),
    pytest.param("claims.kinds", "lxml", id="a library under the closed sets"),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the check says of a copy of the house in which every rule is broken."""
    house = tmp_path_factory.mktemp("house")
    for part in PARTS:
        shutil.copytree(PROJECT / part, house / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("cli.py", "pyproject.toml"):
        shutil.copy(PROJECT / file, house / file)
    for breach in PLANTED:
        module, imported = breach.values
        file = house / f"{str(module).replace('.', '/')}.py"
        file.write_text(f"{file.read_text(encoding='utf-8')}\nimport {imported}\n", encoding="utf-8")
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [str(linter), "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    return result.stdout


@pytest.mark.parametrize(("module", "imported"), PLANTED)
def test_a_planted_import_is_found_and_named(found: str, module: str, imported: str) -> None:
    assert f"{module} -> {imported} (l." in found


def test_no_rule_is_one_that_cannot_be_broken(found: str) -> None:
    verdicts = [line for line in found.splitlines() if line.endswith(("KEPT", "BROKEN"))]

    assert len(verdicts) >= 5
    assert all(line.endswith("BROKEN") for line in verdicts)
