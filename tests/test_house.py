"""The house keeps its walls: a breach of each import rule, planted in a copy, is found and named.

That the house as it stands keeps them is checked by `make check`.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
PARTS = ("commands", "reports", "claims", "sources", "ledger", "migrations")

PLANTED = [
    pytest.param("ledger.merkle", "claims.kinds", id="an import that points up"),
    pytest.param("reports.words", "cli", id="the command line from below"),
    pytest.param("commands.claim", "cli", id="the switchboard from a command"),
    pytest.param("claims.judging.status", "commands.answering", id="a command from below"),
    pytest.param("claims.reading.hedges", "random", id="chance in reading"),
    pytest.param("claims.reconcile.rules", "claims.queries", id="SQL behind a door in reconciling"),
    pytest.param("claims.matching.rules", "time", id="the clock in matching"),
    pytest.param("reports.views.report", "sqlalchemy", id="SQL in a report"),
    pytest.param("reports.article", "claims.queries", id="a query in a report"),
    pytest.param("claims.kinds", "lxml", id="a library under the closed sets"),
    pytest.param("sources.jsonl", "pyarrow", id="a library of an extra outside the archive"),
    pytest.param("claims.estimate.vote", "pyspark", id="Spark in the weighing"),
]


PURE = {
    "claims/reading": "claims.kinds claims.reading sources.blocks",
    "claims/reconcile": "claims.kinds claims.reading claims.reconcile",
    "claims/matching": "claims.kinds claims.reading claims.matching",
    "claims/revising": "claims.kinds claims.reading claims.revising",
    "claims/anchoring": "claims.kinds claims.reading claims.anchoring sources.blocks",
    "claims/kinds.py": "",
    "sources/blocks.py": "",
}
HARMLESS = {
    "__future__",
    "bisect",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "functools",
    "importlib.resources",
    "heapq",
    "itertools",
    "math",
    "re",
    "typing",
    "unicodedata",
    "urllib.parse",
}
"""What pure parts may import of the standard library: nothing that reaches a clock, chance or the system."""


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def is_within(module: str, roots: Iterable[str]) -> bool:
    return any(module == root or module.startswith(f"{root}.") for root in roots)


@pytest.mark.parametrize("part", PURE)
def test_pure_parts_import_only_what_can_do_no_harm(part: str) -> None:
    allowed = HARMLESS | set(PURE[part].split())
    place = PROJECT / part

    for file in [place] if place.is_file() else sorted(place.rglob("*.py")):
        assert {module for module in imports_of(file) if not is_within(module, allowed)} == set(), file


@pytest.mark.parametrize(
    "planted", ["sqlite3", "subprocess", "urllib.request", "os", "random", "sources.readers"]
)
def test_what_a_pure_part_may_not_import_is_told_from_what_it_may(planted: str) -> None:
    assert not is_within(planted, HARMLESS | {"sources.blocks"})


@pytest.mark.parametrize(
    "part", ["claims/reading", "claims/reconcile", "claims/revising", "claims/anchoring"]
)
def test_pure_parts_ask_no_clock(part: str) -> None:
    asked = re.compile(r"\b(?:now|today|utcnow)\(")

    for file in (PROJECT / part).rglob("*.py"):
        assert not asked.search(file.read_text(encoding="utf-8")), file


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
        planted = house / f"{str(module).replace('.', '/')}.py"
        words = planted.read_text(encoding="utf-8")
        planted.write_text(f"{words}\nimport {imported}\n", encoding="utf-8")
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
