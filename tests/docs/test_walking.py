"""The pages that play a story can be given as they stand, and show what their commands print."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.walking import PAGES, VERIFYING, walked
from tests.docs.conftest import Play


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_shows_what_its_commands_print(play: Play, page: Path) -> None:
    played = play(page)

    assert walked(played.text, played.answers) == played.text, "run: make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_command_of_a_page_is_refused(play: Play, page: Path) -> None:
    played = play(page)

    assert [one for block in played.answers for one in block if one.status not in (0, 1)] == []


def test_the_example_is_verified_from_60_unconfirmed_claims_to_a_gate_that_passes(play: Play) -> None:
    gates = play(VERIFYING).answers_to("factdesk story gate prisoner-release")

    assert [gate.status for gate in gates] == [1, 0]
    assert "60\nunconfirmed" in gates[0].printed
    assert gates[1].printed.startswith("Nothing stands in the way of publishing prisoner-release")
