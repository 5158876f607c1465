"""What people write of a public claim is taken as it is meant, or refused with how to write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.appearances.offered import sighted, stated, usable_wording
from claims.errors import BadPublicClaim

NOW = datetime(2025, 12, 13, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("day", ["2025", "2025-12", "2025-12-10"])
def test_a_day_is_kept_as_exactly_as_it_is_known(day: str) -> None:
    assert stated(said_on=day, now=NOW).said_on == day
    assert sighted(on_date=day).on_date == day


@pytest.mark.parametrize("day", ["10 December", "2025-13", "2025-02-30", "2025-12-10 18:00"])
def test_what_is_no_day_is_refused_with_how_to_write_one(day: str) -> None:
    with pytest.raises(BadPublicClaim, match="write it as 2025-12-14, 2025-12 or 2025"):
        stated(said_on=day, now=NOW)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("2026-06-01", "2026-06-01", id="a day to come"),
        pytest.param("2025-06-01", "2025-06-01", id="a day that has come"),
        pytest.param("tomorrow", "2025-12-14", id="a named day"),
        pytest.param("6w", "2026-01-24", id="so many weeks"),
        pytest.param("Never", "", id="never"),
    ],
)
def test_when_to_check_again_is_a_day(written: str, meant: str) -> None:
    assert stated(check_again=written, now=NOW).check_again == meant


def test_what_does_not_say_when_is_refused() -> None:
    with pytest.raises(BadPublicClaim, match="does not say when to check again"):
        stated(check_again="some day", now=NOW)


def test_unknown_is_an_answer_and_nothing_said_is_none() -> None:
    assert stated(claimant="Unknown", now=NOW).claimant == ""
    assert stated(now=NOW).claimant is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(" \n", "there are no words to rate", id="none"),
        pytest.param("!!!", "there are no words to rate", id="signs"),
        pytest.param("a" * 5_001, "5,001 characters", id="too long"),
        pytest.param("caf\udce9", "half a character", id="no text"),
    ],
)
def test_words_that_cannot_be_rated_are_refused(words: str, told: str) -> None:
    with pytest.raises(BadPublicClaim, match=told):
        usable_wording(words)
