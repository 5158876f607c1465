"""Draws the pictures of the documentation: parts of reports, as a browser shows them.

python docs/pictures.py [NAME ...]        needs Chromium; without a name it draws all

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

    `work` are the commands that a desk gave before the report was written. `part` selects what is shown of
    the page; `None` is its top.
    """

    name: str
    examples: tuple[str, ...]
    part: str | None = None
    width: int = 900
    work: tuple[tuple[str, ...], ...] = ()


def _quoted(page: str, quote: str, *rest: str) -> tuple[str, ...]:
    """The command that ties a quote of a saved page to the sentence about the four buses."""
    place = str(EXAMPLES / "evidence" / f"{page}.html")
    told = (
        "--quote",
        quote,
        "--stance",
        "supports",
        "--how",
        "saved by Mara from her browser",
        "--by",
        "Mara",
    )
    return ("evidence", "add", BUSES, place, *told, *rest)


BUSES = "release-sidebar:2"
_FOUR_BUSES = (
    ("source", "add", "Meridian Press", "--kind", "news_agency", "--by", "Mara"),
    ("source", "grade", "Meridian Press", "B", "--because", "corrects its errors", "--by", "Mara"),
    _quoted(
        "harbour-courier",
        "Four buses left the gate at dusk.",
        *("--source", "The Harbour Courier", "--primary", "--interest", "independent"),
        *("--because", "their reporter stood at the gate"),
    ),
    _quoted(
        "meridian-press",
        "A Meridian photographer counted four buses.",
        *("--source", "Meridian Press", "--secondary", "--interest", "independent"),
        *("--because", "a second count, by somebody else"),
    ),
    ("claim", "mark", BUSES, "confirmed", "--because", "two counts by people who were there", "--by", "Mara"),
)

PICTURES = [
    Picture("report", ("prisoner-release.txt",), width=1_100),
    Picture("release", ("prisoner-release.txt",), "#figures .quantity"),
    Picture(
        "landslide",
        ("landslide-morning.txt", "landslide-evening.txt", "landslide-search-ends.txt"),
        "#figures .fitting",
    ),
    Picture("march", ("march-saturday.txt", "march-sunday.txt"), "#figures .quantity"),
    Picture("verified", ("release-sidebar.txt",), "#claim-2", width=1_100, work=_FOUR_BUSES),
]


def draw(picture: Picture, page: Page) -> None:
    """Check the examples in a folder of their own, and keep what the browser shows of the report."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        story = ("--story", picture.name) if len(picture.examples) > 1 else ()
        for example in picture.examples:
            _factdesk(folder, "check", str(EXAMPLES / example), "--out", str(report), *story)
        for command in picture.work:
            _factdesk(folder, *command)
        if picture.work:
            _factdesk(folder, "report", "html", Path(picture.examples[-1]).stem, "--out", str(report))
        page.set_viewport_size({"width": picture.width, "height": _HEIGHT})
        page.goto(report.as_uri())
        place = HERE / f"{picture.name}.png"
        if picture.part is None:
            page.screenshot(path=place)
        else:
            page.locator(picture.part).first.screenshot(path=place)


def _factdesk(folder: str, *command: str) -> None:
    """Run a command on the ledger in a folder; exit where it could not be done."""
    environment = os.environ | {"FACTDESK_DB": str(Path(folder) / "factdesk.db")}
    done = subprocess.run([sys.executable, "-m", "cli", *command], env=environment, stdout=subprocess.DEVNULL)
    if done.returncode > 1:
        sys.exit(f"this could not be done: factdesk {' '.join(command)}")


def main() -> None:
    """Draw the pictures that are named, or all."""
    chosen = [picture for picture in PICTURES if not sys.argv[1:] or picture.name in sys.argv[1:]]
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        sys.exit("no Chromium was found; install it and run this again")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM)
        page = browser.new_page()
        for picture in chosen:
            draw(picture, page)
        browser.close()


if __name__ == "__main__":
    main()
