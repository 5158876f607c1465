"""What is printed is noted, from whichever command; and the report stands where it can't be."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from claims.publishing.pages import PrintedPage
from claims.publishing.printing import printed_reports
from ledger import dialect
from ledger.engine import open_ledger
from tests.commands.running import ARTICLE, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


def printed() -> list[PrintedPage]:
    with open_ledger("factdesk.db") as ledger, ledger.reading() as session:
        return list(printed_reports(session, ["prisoner-release"]).get("prisoner-release", ()))


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def test_every_report_that_is_printed_is_noted_with_its_digest() -> None:
    factdesk("document", "add", ARTICLE)
    assert printed() == []

    factdesk("check", ARTICLE)
    factdesk("report", "html", "prisoner-release", "--for", "readers", "--out", "r.html")
    factdesk("report", "json", "prisoner-release", "--out", "r.json")
    shown = factdesk("report", "json", "prisoner-release").stdout

    notes = printed()
    assert [(page.form, page.file) for page in notes] == [
        ("HTML for desk", "prisoner-release.html"),
        ("HTML for readers", "r.html"),
        ("JSON", "r.json"),
        ("JSON", "standard output"),
    ]
    files = [Path(page.file).read_bytes() for page in notes[:3]]
    assert [page.sha256 for page in notes] == [digest(content) for content in [*files, shown.encode()]]


def test_a_report_stands_where_the_ledger_can_not_note_it(monkeypatch: pytest.MonkeyPatch) -> None:
    factdesk("document", "add", ARTICLE)
    monkeypatch.setattr(dialect, "BUSY_SECONDS", 0)

    with closing(sqlite3.connect("factdesk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = factdesk("report", "html", "prisoner-release")

    assert (result.exit_code, result.stdout) == (0, "prisoner-release.html\n")
    assert Path("prisoner-release.html").exists()
    assert "the report is written, but the ledger could not note it" in result.stderr
    assert printed() == []
