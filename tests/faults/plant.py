"""Plants each seeded fault in a copy of the tree and shows that its test turns red.

A check that can't fail proves nothing.

python tests/faults/plant.py [WORDS OF A PROMISE]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).parents[2]
TREE = [
    "cli.py",
    "commands",
    "claims",
    "sources",
    "reports",
    "ledger",
    "migrations",
    "tests",
    "examples",
    "docs",
]
RED = 1
"""What pytest ends with when a test failed; any other status is an accident and no proof."""


def main(words: list[str]) -> int:
    """Plant every fault, or those whose promise holds the words; 1 where a test stays green."""
    planted = tomllib.loads((Path(__file__).parent / "planted.toml").read_text(encoding="utf-8"))["fault"]
    faults = [fault for fault in planted if all(word in fault["promise"] for word in words)]
    unseen = 0
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in TREE:
            (shutil.copytree if (PROJECT / name).is_dir() else shutil.copy)(PROJECT / name, copy / name)
        for fault in faults:
            red = turns_red(fault, copy)
            unseen += not red
            print(f"{'red  ' if red else 'GREEN'}  {fault['promise']}", flush=True)  # noqa: T201
    print(f"{len(faults) - unseen} of {len(faults)} seeded faults were found")  # noqa: T201
    return int(unseen > 0)


def turns_red(fault: dict[str, str], copy: Path) -> bool:
    """Whether the test of a fault fails while it is planted. Raises `ValueError` where it can't be."""
    place = copy / fault["file"]
    sound = place.read_text(encoding="utf-8")
    if sound.count(fault["good"]) != 1:
        raise ValueError(f"{fault['promise']}: what is to be changed is not in {fault['file']} exactly once")
    place.write_text(sound.replace(fault["good"], fault["bad"]), encoding="utf-8")
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", fault["test"]]
    try:
        done = subprocess.run(
            command, cwd=copy, env={**os.environ, "PYTHONPATH": str(copy)}, capture_output=True, check=False
        )
    finally:
        place.write_text(sound, encoding="utf-8")
    return done.returncode == RED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
