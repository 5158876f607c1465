"""A word of evidence that is none is answered with those there are."""

from __future__ import annotations

import pytest

from claims.errors import BadEvidence, BadWord
from claims.evidence.typed import heard_kind


def test_a_capture_is_no_kind_of_evidence_without_one() -> None:
    with pytest.raises(BadEvidence, match="leave out --kind"):
        heard_kind("capture")
    with pytest.raises(BadWord, match="choose one of: interview, phone-call, message"):
        heard_kind("rumour")
