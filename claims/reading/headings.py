"""Tells what the heading above a statement makes of it: unconfirmed, a listed source, or nothing special.

The headings are listed in `data/section_headings.txt`.
"""

from __future__ import annotations

from enum import Enum

from claims.reading.phrases import phrase_book, words_of


class Section(Enum):
    """What stands under a heading."""

    PLAIN = "plain"
    UNCONFIRMED = "unconfirmed"
    SOURCES = "sources"
    POINTERS = "pointers"


_LONGEST_HEADING = 80


def section_under(heading: str | None) -> Section:
    """What stands under a heading with these words; `None` is the part before the first one."""
    if heading is None or len(heading) > _LONGEST_HEADING:
        return Section.PLAIN
    words = [key for key in words_of(heading, 0, len(heading)).keys if not key.isdigit()]
    found = phrase_book("section_headings").find_at(words, 0)
    if found is None or found.last < len(words):
        return Section.PLAIN
    return Section(found.section)


def section_of(under: Section, words: str) -> Section:
    """What a statement is said to be by its own first words ("Not yet known: …"), else by its heading."""
    colon = words.find(":", 0, _LONGEST_HEADING + 1)
    if colon >= 0 and section_under(words[:colon]) is Section.UNCONFIRMED:
        return Section.UNCONFIRMED
    return under
