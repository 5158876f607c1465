"""What was put to people, as the report shows it."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.basic import Fact, Link


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What came of it and when, and the words of the answer, a paragraph each; none where there are none."""

    told: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestView:
    """What was put to one person, a paragraph each, about which claims; what came of it and what was used.

    `used` says of each passage where it stands, or that nothing was used.
    """

    anchor: str
    handle: str
    whom: str
    state: str
    put: tuple[str, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Link, ...]
    answers: tuple[AnswerView, ...]
    used: tuple[str, ...]
