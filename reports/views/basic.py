"""The small parts that every part of a report is made of: facts, chips, links, definitions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with what is known; `unknown` marks words that stand for something not given."""

    label: str
    value: str
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A status as word, icon and colour; `suggested` marks what only the machine has said."""

    word: str
    icon: str
    css: str
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place on the page, or only words where `href` is `None`."""

    label: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A word of this report and its meaning."""

    word: str
    meaning: str
    chip: Chip | None = None


@dataclass(frozen=True, slots=True)
class VerdictView:
    """Where a claim stands; `question` is which of the two questions about reported speech it answers."""

    question: str | None
    chip: Chip
