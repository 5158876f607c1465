"""The words in which captures are shown."""

from __future__ import annotations

from enum import StrEnum

import pytest

from claims.captured import PackagePage
from reports.capture_screens import KINDS, MARKS, ROBOTS, STATES, package_screen
from sources.captures.kinds import CaptureKind
from sources.fetch.outcome import Mark, RobotsAnswer, State


@pytest.mark.parametrize(
    ("members", "words"),
    [(State, STATES), (Mark, MARKS), (RobotsAnswer, ROBOTS), (CaptureKind, KINDS)],
    ids=["states", "marks", "robots", "kinds"],
)
def test_every_member_has_its_words(members: type[StrEnum], words: dict[StrEnum, str]) -> None:
    assert set(words) == set(members)
    assert len(set(words.values())) == len(words)


def test_a_signature_that_nobody_checked_is_said_to_be_there() -> None:
    said = package_screen(PackagePage("ferries.wacz", (), signed=True))

    assert "whose signature that is was not checked" in said
    assert "sign" not in package_screen(PackagePage("ferries.wacz", (), signed=False))
