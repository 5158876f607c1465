"""Reports from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.running import ARTICLE, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


def test_reports_come_as_html_and_as_json(fresh_folder: Path) -> None:
    factdesk("check", ARTICLE)

    html = factdesk("report", "html", "prisoner-release", "--out", "release.html")
    record = json.loads(factdesk("report", "json", "prisoner-release").stdout)

    assert html.stdout.strip() == "release.html"
    assert (fresh_folder / "release.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert {
        "handle",
        "text",
        "kind",
        "section",
        "checkable",
        "reported_unconfirmed",
        "status",
        "figures",
    } <= set(record["claims"][0])
