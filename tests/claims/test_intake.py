"""Taking a text in while others do the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from claims.documents import Offer
from claims.errors import StoryMoved
from claims.handles import documents_of
from claims.intake import offer_file, reconcile_again, store
from claims.models import RelatedFigureRow
from claims.queries import story_page
from claims.stories import replace_findings
from ledger.engine import Ledger, open_ledger
from ledger.events import head
from tests.ledger.pens import replaying_pen

PROJECT = Path(__file__).parent.parent.parent


def offered(folder: Path, name: str, *, story: str = "storm") -> Offer:
    path = folder / f"{name}.txt"
    path.write_text(f"The port of {name} counted 40 boats after the storm.\n", encoding="utf-8")
    return offer_file(str(path), story=story)


def test_figures_are_related_across_the_documents_of_a_story(ledger: Ledger, tmp_path: Path) -> None:
    store(ledger, replaying_pen(first=1), offered(tmp_path, "arden"))
    store(ledger, replaying_pen(first=1000), offered(tmp_path, "belmont"))

    with ledger.reading() as session:
        page = story_page(session, "storm")
    assert page.documents == ("arden", "belmont")
    assert page.places == {"arden.0": "arden:1", "belmont.0": "belmont:1"}


def test_documents_of_another_story_stay_out_of_it(ledger: Ledger, tmp_path: Path) -> None:
    store(ledger, replaying_pen(first=1), offered(tmp_path, "arden"))
    store(ledger, replaying_pen(first=1000), offered(tmp_path, "noise", story="noise"))

    with ledger.reading() as session:
        assert story_page(session, "storm").documents == ("arden",)


def test_reconciling_again_gives_the_same_findings_and_no_event(ledger: Ledger, tmp_path: Path) -> None:
    store(ledger, replaying_pen(first=1), offered(tmp_path, "arden"))
    store(ledger, replaying_pen(first=1000), offered(tmp_path, "belmont"))
    with ledger.reading() as session:
        before, findings = head(session), story_page(session, "storm").findings

    reconcile_again(ledger, "storm")

    with ledger.reading() as session:
        assert head(session) == before
        assert story_page(session, "storm").findings == findings


def test_findings_of_a_story_that_grew_meanwhile_are_refused(ledger: Ledger, tmp_path: Path) -> None:
    store(ledger, replaying_pen(first=1), offered(tmp_path, "arden"))
    with ledger.reading() as session:
        findings = story_page(session, "storm").findings
    store(ledger, replaying_pen(first=1000), offered(tmp_path, "belmont"))

    with pytest.raises(StoryMoved), ledger.writing() as session:
        replace_findings(session, "storm", findings, of={"arden": 1}, decided=0)

    with ledger.reading() as session:
        assert session.scalar(select(func.count()).select_from(RelatedFigureRow)) == 2


def test_four_desks_can_check_into_one_story_at_once(tmp_path: Path) -> None:
    names = ["arden", "belmont", "corrie", "dunmore"]
    for name in names:
        (tmp_path / f"{name}.txt").write_text(f"{name.title()} counted 40 boats.\n", encoding="utf-8")

    command = [sys.executable, "-m", "cli", "--db", str(tmp_path / "desk.db"), "document", "add"]
    started = [
        subprocess.Popen(
            [*command, str(tmp_path / f"{name}.txt"), "--story", "storm", "--json"],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name in names
    ]
    results = [(*process.communicate(), process.returncode) for process in started]

    assert [(errors, status) for _, errors, status in results] == [(b"", 0)] * 4
    assert sorted(json.loads(output)["slug"] for output, _, _ in results) == names
    with open_ledger(tmp_path / "desk.db") as ledger, ledger.reading() as session:
        assert sorted(documents_of(session, "storm")) == names
        assert sorted(story_page(session, "storm").places) == [f"{name}.0" for name in names]
        assert head(session).size == 4
