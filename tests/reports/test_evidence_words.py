from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import pytest

from claims.kinds import (
    EvidenceKind,
    Fit,
    FoundIn,
    Grade,
    Interest,
    Question,
    Recheck,
    ReviewRole,
    SearchResult,
    Stance,
    Tier,
)
from reports import evidence_words as words


@pytest.mark.parametrize(
    ("members", "told"),
    [
        pytest.param(Stance, words.STANCES, id="stances"),
        pytest.param(Grade, words.GRADES, id="grades"),
        pytest.param(Interest, words.INTERESTS, id="interests"),
        pytest.param(Fit, words.FITS, id="fits"),
        pytest.param(EvidenceKind, words.EVIDENCE_KINDS, id="evidence kinds"),
        pytest.param(Recheck, words.RECHECKS, id="rechecks"),
        pytest.param(SearchResult, words.SEARCHES, id="searches"),
        pytest.param(Tier, words.TIERS, id="tiers"),
        pytest.param(Question, words.QUESTIONS, id="questions"),
        pytest.param(ReviewRole, words.ROLES, id="roles"),
        pytest.param(FoundIn, words.FOUND_IN, id="found in"),
    ],
)
def test_every_member_of_a_closed_set_has_its_words(
    members: type[StrEnum], told: Mapping[StrEnum, object]
) -> None:
    assert list(told) == list(members)


def test_a_source_that_nobody_graded_one_that_can_not_be_graded_and_a_low_grade_never_look_alike() -> None:
    said = [words.grade_words(grade) for grade in (None, Grade.F, Grade.E)]

    assert said == ["no grade yet", "not graded", "E, unreliable"]


def test_whether_a_source_is_primary_has_three_answers() -> None:
    assert len({words.primary_words(answer) for answer in (True, False, None)}) == 3
