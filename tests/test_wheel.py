"""The built wheel, installed in a clean environment outside the checkout, does the main job."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
ARTICLE = PROJECT / "examples" / "prisoner-release.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(PROJECT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    environment = tmp_path_factory.mktemp("clean") / "environment"
    venv.create(environment, with_pip=True)
    pip = [
        str(environment / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return environment / "bin"


def run(command: Path, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("FACTDESK", "PYTHON"))
    }
    return subprocess.run(
        [str(command), *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_the_product_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"cli.py", "commands", "claims", "sources", "reports", "ledger", "migrations"}
    assert not [name for name in names if "__pycache__" in name]


def test_check_works_from_the_wheel_with_its_migrations_templates_and_word_lists(
    installed: Path, tmp_path: Path
) -> None:
    checked = run(installed / "factdesk", "check", str(ARTICLE), folder=tmp_path)
    upgraded = run(installed / "factdesk", "db", "upgrade", folder=tmp_path)

    assert (checked.returncode, checked.stderr) == (1, "")
    assert "The text itself calls unconfirmed" in checked.stdout
    assert "</html>" in (tmp_path / "prisoner-release.html").read_text(encoding="utf-8")
    assert upgraded.returncode == 0


@pytest.mark.parametrize("name", ["flood-barrier.html", "school-meals.pdf", "apple-trees.docx"])
def test_every_kind_of_file_is_read_by_the_wheel_alone(installed: Path, tmp_path: Path, name: str) -> None:
    checked = run(installed / "factdesk", "check", str(PROJECT / "examples" / name), folder=tmp_path)

    assert (checked.returncode, checked.stderr) == (1, "")


def test_the_base_installation_is_light(installed: Path) -> None:
    packages = next((installed.parent / "lib").glob("python*")) / "site-packages"
    tools = ("pip", "setuptools", "pkg_resources")
    files = [
        path
        for path in packages.rglob("*")
        if path.is_file() and not path.relative_to(packages).parts[0].startswith(tools)
    ]

    assert sum(path.stat().st_size for path in files) < 200_000_000
