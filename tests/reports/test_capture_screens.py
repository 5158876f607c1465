"""The words in which captures are shown."""

from __future__ import annotations

from enum import StrEnum

import pytest

from reports.capture_screens import KINDS, MARKS, ROBOTS, STATES
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
