"""Which claims several words mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import ClaimError, UnknownClaim, UnknownDocument, UnknownSection
from claims.handover.meant import claims_meant
from claims.intake import offer_file, store_revision
from ledger.engine import Ledger
from tests.claims.handover.desk import FERRIES, pen


def meant(ledger: Ledger, *words: str, section: str | None = None) -> list[str]:
    with ledger.reading() as session:
        return [claim.handle for claim in claims_meant(session, words, section=section)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["ferries:2"], ["ferries:2"], id="one"),
        pytest.param(["bridge:2", "ferries:1"], ["bridge:2", "ferries:1"], id="of two texts, in order"),
        pytest.param(["ferries:2-4"], ["ferries:2", "ferries:3", "ferries:4"], id="a run"),
        pytest.param(["bridge"], ["bridge:1", "bridge:2"], id="a document"),
        pytest.param(["ferries:2-3", "ferries:3", "ferries:2"], ["ferries:2", "ferries:3"], id="each once"),
    ],
)
def test_claims_are_named_by_handles_runs_and_documents(
    desk: Ledger, words: list[str], expected: list[str]
) -> None:
    assert meant(desk, *words) == expected


def test_a_section_leaves_its_own_claims(desk: Ledger) -> None:
    assert meant(desk, "ferries", section=" sources ") == ["ferries:4", "ferries:5"]


def test_a_run_leaves_out_what_was_cut(desk: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "ferries.txt"
    path.write_text(FERRIES.replace("No passengers were hurt on 3 April.\n\n", ""), encoding="utf-8")
    store_revision(desk, pen(), offer_file(str(path)))

    assert meant(desk, "ferries:2-4") == ["ferries:2", "ferries:4"]
    assert meant(desk, "ferries:3") == ["ferries:3"]


@pytest.mark.parametrize(
    ("words", "error", "said"),
    [
        pytest.param(["ferries:9"], UnknownClaim, "run from ferries:1 to", id="no such claim"),
        pytest.param(["ferries:2-9"], UnknownClaim, "no claim ferries:9", id="a run too long"),
        pytest.param(["ferries:4-2"], UnknownClaim, "the lower number first", id="a run backwards"),
        pytest.param(["ferries:x"], UnknownClaim, "SLUG:NUMBER", id="no number"),
        pytest.param(["ferry:2"], UnknownDocument, "did you mean ferries", id="no such document"),
        pytest.param(["ferry"], UnknownDocument, "did you mean ferries", id="no such document, whole"),
    ],
)
def test_what_names_nothing_is_said_with_the_next_step(
    desk: Ledger, words: list[str], error: type[ClaimError], said: str
) -> None:
    with pytest.raises(error, match=said):
        meant(desk, *words)


def test_an_unknown_section_is_answered_with_those_there_are(desk: Ledger) -> None:
    with pytest.raises(UnknownSection, match='"Sources"'):
        meant(desk, "ferries", section="Reactions")
