"""The built-in policy: its verdicts and what each stands for."""

from __future__ import annotations

import pytest

from claims.errors import UnknownVerdict
from claims.judging.policy_file import BUILT_IN
from claims.kinds import Status


@pytest.mark.parametrize(
    "typed", ["missing context", "missing-context", "Missing_Context", "  MISSING   context "]
)
def test_a_verdict_is_known_however_it_is_typed(typed: str) -> None:
    assert BUILT_IN.verdict(typed) == "missing context"


def test_an_unknown_verdict_is_refused_with_the_list_of_known_ones() -> None:
    with pytest.raises(UnknownVerdict) as refused:
        BUILT_IN.verdict("mostly-true")

    message = str(refused.value)
    assert "'mostly-true'" in message
    assert all(verdict.replace(" ", "-") in message for verdict in BUILT_IN.verdicts)


def test_every_status_can_be_reached_by_some_verdict() -> None:
    assert set(BUILT_IN.verdicts.values()) == set(Status)
