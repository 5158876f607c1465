"""Others' fact-checks as they are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claims.factchecks.pages import FactCheckPage

PAGE = FactCheckPage(
    number=3,
    claim_reviewed="The dam is empty.",
    claimant=None,
    claim_date=None,
    rating=None,
    rating_value=None,
    best_rating=None,
    worst_rating=None,
    publisher=None,
    url=None,
    title=None,
    review_date=None,
    language=None,
    appearances=(),
    found_in="feed.json",
    capture=None,
    by="Ada",
    known="typed",
    at=datetime(2025, 2, 3, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("claim", "asks"),
    [
        ("Did the mayor close the dam?", True),
        ("The mayor closed the dam?", True),
        ("“Did the mayor close the dam?”", True),
        ("Did the mayor close the dam", True),
        ("¿Cerró el alcalde la presa?", True),
        ("The mayor asked whether the dam was closed.", False),
        ("Is the dam closed? The mayor says so.", False),
        ("Can openers were sold.", False),
        ("The dam is closed.", False),
    ],
)
def test_a_claim_that_is_asked_is_told_from_one_that_is_said(claim: str, asks: bool) -> None:
    assert replace(PAGE, claim_reviewed=claim).is_question is asks
