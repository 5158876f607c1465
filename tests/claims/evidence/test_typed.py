"""What people write for dates is taken with its zone, and what is no date is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from claims.errors import BadEvidence
from claims.evidence.typed import heard_kind, moment


def test_a_time_with_a_zone_is_that_time() -> None:
    assert moment("2025-12-14 18:00+02:00") == datetime(2025, 12, 14, 16, tzinfo=UTC)
    assert moment("2025-12-14T18:00Z") == datetime(2025, 12, 14, 18, tzinfo=UTC)


def test_a_time_without_one_is_that_of_this_machine() -> None:
    found = moment("2025-12-14 9:05")

    assert found.tzinfo is not None
    assert found == datetime(2025, 12, 14, 9, 5).astimezone()


def test_a_date_alone_ends_with_its_day() -> None:
    assert moment("2025-12-14") + timedelta(seconds=1) == datetime(2025, 12, 15).astimezone()


@pytest.mark.parametrize(
    "written", ["tomorrow", "14.12.2025", "2025-13-01", "2025-12-14 25:00", "2025-12-14 18", "", "0000-00-00"]
)
def test_what_is_no_date_is_said(written: str) -> None:
    with pytest.raises(BadEvidence, match="is no date; write it as 2025-12-14"):
        moment(written)


def test_a_capture_is_no_kind_of_evidence_without_one() -> None:
    with pytest.raises(BadEvidence, match="leave out --kind"):
        heard_kind("capture")
    with pytest.raises(BadEvidence, match="choose one of: interview, phone-call, message"):
        heard_kind("rumour")
