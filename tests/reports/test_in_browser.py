"""The report as a reader has it: opened in a real Chromium, on a phone and on a desk, light and dark."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from claims.pages import AuditPage, RevisionPage
from reports.html import render_audit, render_revision
from tests.reports.hostile import HOSTILE, hostile_audit
from tests.reports.pages import long_audit
from tests.reports.release import conflicting_audit, release_audit
from tests.reports.revisions import a_revision, hostile_revision
from tests.reports.verified import verified_audit

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
PHONE, DESK = 390, 1280
Scheme = Literal["light", "dark"]

CUT = """() => {
  const wide = document.documentElement.clientWidth;
  const bad = [];
  if (document.documentElement.scrollWidth > wide) bad.push('the page scrolls sideways');
  for (const element of document.body.querySelectorAll('*')) {
    element.style.contentVisibility = 'visible';
    if (element.closest('svg') && element.tagName !== 'svg') continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const name = element.tagName + '.' + element.getAttribute('class');
    if (box.left < -0.5 || box.right > wide + 0.5) bad.push(name + ' leaves the page');
    if (element.tagName !== 'svg' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth)
      bad.push(name + ' overflows');
  }
  return bad;
}"""
SMALLEST = """() => Math.min(...[...document.body.querySelectorAll('*')]
  .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(element => parseFloat(getComputedStyle(element).fontSize)))"""
CONTRAST = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!colour.endsWith(', 0)') && colour !== 'transparent') return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const worst = {};
  for (const element of document.body.querySelectorAll('*')) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const a = light(getComputedStyle(element).color), b = light(ground(element));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) worst[element.tagName + '.' + element.getAttribute('class')] = ratio;
  }
  return worst;
}"""


@dataclass
class Opened:
    """A report in a browser, with all that it asked for and said on the console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests are skipped, but never in CI."""
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        reason = "no Chromium on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}: CI must have one")
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


class Open(Protocol):
    """Opens the report of an audit, or the page of a revision, from a file, as a reader does."""

    def __call__(
        self, audit: AuditPage | RevisionPage, *, width: int = DESK, scheme: Scheme = "light"
    ) -> Opened: ...


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens reports, each in a window of its own that is closed in the end."""
    contexts: list[BrowserContext] = []

    def open_report(
        audit: AuditPage | RevisionPage, *, width: int = DESK, scheme: Scheme = "light"
    ) -> Opened:
        path = tmp_path / "report.html"
        page = render_audit(audit) if isinstance(audit, AuditPage) else render_revision(audit)
        path.write_text(page, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        report = Opened(context.new_page())
        report.page.on("request", lambda request: report.requests.append(request.url))
        report.page.on("console", lambda message: report.console.append(message.text))
        report.page.on("pageerror", lambda error: report.console.append(str(error)))
        report.page.goto(path.as_uri())
        report.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        return report

    yield open_report
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, PHONE, 768, DESK])
@pytest.mark.parametrize(
    "audit",
    [release_audit(), conflicting_audit(), verified_audit()],
    ids=["fits", "conflict", "verified"],
)
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    opened: Open, audit: AuditPage, width: int, scheme: Scheme
) -> None:
    report = opened(audit, width=width, scheme=scheme)

    assert report.page.evaluate(CUT) == []


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("audit", [conflicting_audit(), verified_audit()], ids=["conflict", "verified"])
def test_no_text_is_smaller_than_twelve_pixels(opened: Open, audit: AuditPage, width: int) -> None:
    report = opened(audit, width=width)

    assert report.page.evaluate(SMALLEST) >= 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("audit", [conflicting_audit(), verified_audit()], ids=["conflict", "verified"])
def test_every_text_can_be_told_from_its_ground(opened: Open, audit: AuditPage, scheme: Scheme) -> None:
    report = opened(audit, scheme=scheme)

    assert report.page.evaluate(CONTRAST) == {}


def test_a_report_asks_for_nothing_and_says_nothing(opened: Open) -> None:
    report = opened(conflicting_audit())

    assert report.requests == [report.page.url]
    assert report.console == []


def test_the_style_is_the_one_that_the_policy_allows(opened: Open) -> None:
    report = opened(release_audit())

    assert report.page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith(
        "Charter"
    )


@pytest.mark.parametrize("number", [1, 12, 17])
def test_a_claim_in_the_article_leads_to_what_is_known_of_it(opened: Open, number: int) -> None:
    report = opened(release_audit(), width=PHONE)

    report.page.click(f"#text-{number}")

    box = report.page.locator(f"#claim-{number}").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900


@pytest.mark.parametrize("number", [1, 21])
def test_the_closed_register_opens_for_the_claim_that_a_link_leads_to(opened: Open, number: int) -> None:
    report = opened(release_audit(), width=PHONE)
    report.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
    entry = report.page.locator(f"#claim-{number}")
    hidden = not entry.is_visible()

    report.page.click(f"#text-{number}")

    entry.wait_for(state="visible")
    box = entry.bounding_box()
    assert hidden
    assert box is not None
    assert 0 <= box["y"] < 900


def test_a_link_to_a_claim_of_a_long_document_leads_right_to_it(opened: Open) -> None:
    report = opened(long_audit(1_000), width=PHONE)

    report.page.evaluate("location.hash = '#claim-900'")

    report.page.wait_for_timeout(500)
    box = report.page.locator("#claim-900").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 100
    assert report.page.evaluate(CUT) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_runs_nothing_fetches_nothing_and_cuts_nothing(opened: Open, text: str) -> None:
    report = opened(hostile_audit(text), width=PHONE)
    on_a_phone = report.page.evaluate(CUT)
    report.page.set_viewport_size({"width": DESK, "height": 900})

    assert on_a_phone == report.page.evaluate(CUT) == []
    assert report.page.title() != "ran"
    assert report.requests == [report.page.url]
    assert report.console == []


def test_a_report_prints_on_paper_with_its_text(opened: Open, tmp_path: Path) -> None:
    import pypdfium2

    report = opened(release_audit())
    paper = tmp_path / "report.pdf"

    report.page.pdf(path=paper, prefer_css_page_size=True)

    document = pypdfium2.PdfDocument(paper)
    try:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    assert "not accounted for" in text
    assert "Whether Norland will ask its allies" in " ".join(text.split())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, PHONE, DESK])
def test_the_page_of_a_revision_can_be_read_on_a_phone_and_on_a_desk(
    opened: Open, width: int, scheme: Scheme
) -> None:
    report = opened(a_revision(), width=width, scheme=scheme)

    assert report.page.evaluate(CUT) == []
    assert report.page.evaluate(SMALLEST) >= 12
    assert report.page.evaluate(CONTRAST) == {}
    assert report.requests == [report.page.url]
    assert report.console == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_runs_nothing_on_the_page_of_a_revision(opened: Open, text: str) -> None:
    report = opened(hostile_revision(text), width=PHONE)

    assert report.page.evaluate(CUT) == []
    assert report.page.title() != "ran"
    assert report.requests == [report.page.url]
    assert report.console == []
