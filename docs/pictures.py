"""Draws the pictures of the documentation: parts of reports, as a browser shows them.

python docs/pictures.py        needs Chromium

Each picture is cut from the report that factdesk writes of some examples, so that none of them
shows what a report doesn't.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
_HEIGHT = 1_660


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the report of the last of some examples, checked as one story.

    `part` selects what is shown of the page; `None` is its top.
    """

    name: str
    examples: tuple[str, ...]
    part: str | None = None
    width: int = 900


PICTURES = [
    Picture("report", ("prisoner-release.txt",), width=1_100),
    Picture("release", ("prisoner-release.txt",), "#figures .quantity"),
    Picture(
        "landslide",
        ("landslide-morning.txt", "landslide-evening.txt", "landslide-search-ends.txt"),
        "#figures .fitting",
    ),
    Picture("march", ("march-saturday.txt", "march-sunday.txt"), "#figures .quantity"),
]


def draw(picture: Picture, page: Page) -> None:
    """Check the examples in a folder of their own, and keep what the browser shows of the report."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        for example in picture.examples:
            command = ["check", str(EXAMPLES / example), "--out", str(report)]
            if len(picture.examples) > 1:
                command += ["--story", picture.name]
            environment = os.environ | {"FACTDESK_DB": str(Path(folder) / "factdesk.db")}
            checked = subprocess.run(
                [sys.executable, "-m", "cli", *command], env=environment, stdout=subprocess.DEVNULL
            )
            if checked.returncode > 1:
                sys.exit(f"{example} could not be checked")
        page.set_viewport_size({"width": picture.width, "height": _HEIGHT})
        page.goto(report.as_uri())
        place = HERE / f"{picture.name}.png"
        if picture.part is None:
            page.screenshot(path=place)
        else:
            page.locator(picture.part).first.screenshot(path=place)


def main() -> None:
    """Draw every picture."""
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        sys.exit("no Chromium was found; install it and run this again")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM)
        page = browser.new_page()
        for picture in PICTURES:
            draw(picture, page)
        browser.close()


if __name__ == "__main__":
    main()
