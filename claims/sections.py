"""What stands in a section that somebody names by its heading, whatever its capitals and its layout.

Values only. At the head of a text there is no section.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from claims.errors import UnknownSection

_Part = TypeVar("_Part")


def in_section(sections: Mapping[_Part, str | None], slug: str, name: str) -> tuple[_Part, ...]:
    """The parts of a document that stand in a section, of `sections` by part. Raises `UnknownSection`."""
    found = tuple(part for part, section in sections.items() if section and _plain(section) == _plain(name))
    if not found:
        named = dict.fromkeys(section for section in sections.values() if section)
        there = ", ".join(f'"{one}"' for one in named) or "none"
        raise UnknownSection(f'{slug} has no section "{name}"; its sections are: {there}')
    return found


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
