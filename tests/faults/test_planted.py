"""The seeded faults can still be planted; that each turns its test red is shown by `make faults`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
FAULTS = tomllib.loads((Path(__file__).parent / "planted.toml").read_text(encoding="utf-8"))["fault"]


@pytest.mark.parametrize("fault", FAULTS, ids=[fault["promise"] for fault in FAULTS])
def test_a_fault_has_its_one_place_and_its_test(fault: dict[str, str]) -> None:
    file, _, name = fault["test"].partition("::")

    assert (PROJECT / fault["file"]).read_text(encoding="utf-8").count(fault["good"]) == 1
    assert f"def {name}" in (PROJECT / file).read_text(encoding="utf-8")
