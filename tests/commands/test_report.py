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


def test_a_report_for_readers_stands_beside_the_desk_s_and_names_nobody(fresh_folder: Path) -> None:
    factdesk("check", ARTICLE)
    factdesk(
        "claim",
        "mark",
        "prisoner-release:3",
        "partly",
        "--because",
        "one ministry says so",
        "--by",
        "Mara Lindqvist",
    )

    desk = factdesk("report", "html", "prisoner-release").stdout.strip()
    readers = factdesk("report", "html", "prisoner-release", "--for", "readers").stdout.strip()

    assert (desk, readers) == ("prisoner-release.html", "prisoner-release.readers.html")
    assert "Mara Lindqvist" in (fresh_folder / desk).read_text(encoding="utf-8")
    told = (fresh_folder / readers).read_text(encoding="utf-8")
    assert "Mara Lindqvist" not in told
    assert "one ministry says so" in told


def test_when_where_and_how_a_protected_source_spoke_is_printed_only_for_the_desk_and_when_asked_for(
    fresh_folder: Path,
) -> None:
    factdesk("check", ARTICLE)
    factdesk("source", "add", "KESTREL", "--protected")
    heard = (
        "--kind",
        "phone-call",
        "--told",
        "They left at dusk.",
        "--date",
        "2025-12-13",
        "--place",
        "Karskfeld",
    )
    factdesk(
        *("evidence", "add", "prisoner-release:3", "--stance", "supports", "--because", "she saw it", *heard),
        *("--source", "KESTREL", "--how", "through her brother"),
    )

    def told(*words: str) -> str:
        return factdesk("report", *words).stdout

    told("html", "prisoner-release")
    quiet = (fresh_folder / "prisoner-release.html").read_text(encoding="utf-8")
    told("html", "prisoner-release", "--with-protected")
    full = (fresh_folder / "prisoner-release.html").read_text(encoding="utf-8")
    for_readers = factdesk("report", "html", "prisoner-release", "--for", "readers", "--with-protected")

    assert "They left at dusk." in quiet
    assert not any(word in quiet for word in ("Karskfeld", "her brother", "hone call"))
    assert all(word in full for word in ("Karskfeld", "her brother", "Phone call"))
    assert "Karskfeld" not in told("json", "prisoner-release")
    assert "Karskfeld" in told("json", "prisoner-release", "--with-protected")
    assert for_readers.exit_code == 2


def test_a_report_for_nobody_known_is_refused_with_the_words_to_choose_from() -> None:
    factdesk("check", ARTICLE)

    refused = factdesk("report", "html", "prisoner-release", "--for", "lawyers")

    assert refused.exit_code == 2
    assert "desk, readers" in refused.stderr
