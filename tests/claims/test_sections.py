"""Sections are found by their headings, and who names none that there is, is told which there are."""

from __future__ import annotations

import pytest

from claims.errors import UnknownSection
from claims.sections import in_section

SECTIONS = {1: None, 2: "What  is known", 3: "Sources", 4: "What is known"}


def test_capitals_and_layout_of_a_heading_do_not_matter() -> None:
    assert in_section(SECTIONS, "ferries", "what is KNOWN ") == (2, 4)


def test_a_section_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownSection, match='ferries has no section "Notes"; its sections are: "What  is'):
        in_section(SECTIONS, "ferries", "Notes")


def test_a_text_without_headings_has_no_section() -> None:
    with pytest.raises(UnknownSection, match="its sections are: none"):
        in_section({1: None}, "ferries", "Notes")
