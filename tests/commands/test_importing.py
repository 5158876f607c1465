"""Importing tables of evidence, claims and verdicts from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import as_json, factdesk

PAGE = "<title>Boats</title><p>The office let 40 boats go.</p>"
TABLE = """claim;item;quote;stance;because
boats:1;page.html;let 40 boats go;supports;its own page
boats:1;page.html;let 50 boats go;supports;its own page
"""


@pytest.fixture(autouse=True)
def boats(fresh_folder: Path) -> None:
    """A text with one claim, and a captured page about it."""
    (fresh_folder / "boats.txt").write_text(
        "The harbour master released 40 boats on Monday.\n", encoding="utf-8"
    )
    (fresh_folder / "page.html").write_text(PAGE, encoding="utf-8")
    factdesk("document", "add", "boats.txt")
    factdesk("capture", "page.html", "--how", "saved by Ada")


def test_evidence_is_imported_from_a_table(fresh_folder: Path) -> None:
    (fresh_folder / "evidence.csv").write_text(TABLE, encoding="utf-8")

    first = factdesk("evidence", "import", "evidence.csv")
    again = as_json("evidence", "import", "evidence.csv")

    assert first.exit_code == 1
    assert "1 of 2 rows taken: 1 added, 0 known already, 1 refused." in first.stdout
    assert "evidence.csv, line 3: the quote is not in page.html" in first.stdout
    assert [row["outcome"] for row in again["rows"]] == ["same", "refused"]
    assert [one["handle"] for one in as_json("evidence", "list")] == ["evidence:1"]


def test_verdicts_are_imported_from_a_table(fresh_folder: Path) -> None:
    table = '{"claim": "boats:1", "verdict": "confirmed", "because": "its own page"}\n{"claim": "boats:7"}\n'
    (fresh_folder / "verdicts.jsonl").write_text(table, encoding="utf-8")

    marked = factdesk("claim", "mark-all", "verdicts.jsonl", "--by", "ben")

    assert marked.exit_code == 1
    assert "verdicts.jsonl, line 2: has no verdict and no because" in marked.stdout
    assert [review["by"] for review in as_json("claim", "show", "boats:1")["reviews"]] == ["ben"]


def test_claims_are_imported_from_a_table_and_checked_like_others(fresh_folder: Path) -> None:
    (fresh_folder / "debate.csv").write_text(
        "Text,Claimant\nThe Alma carried 40 people.,Mara Olin\nThe Berta carried 9.,\n", encoding="utf-8"
    )

    report = as_json("claim", "import", "debate.csv", "--story", "ferries")

    assert [row["handle"] for row in report["rows"]] == ["debate:1", "debate:2"]
    claims = as_json("claim", "list", "debate")
    assert [claim["status"] for claim in claims] == ["unconfirmed", "unconfirmed"]
    assert claims[0]["attributions"][0]["speaker"] == "Mara Olin"
    assert as_json("document", "show", "debate")["story"] == "ferries"
    assert factdesk("report", "html", "debate").exit_code in (0, 1)
