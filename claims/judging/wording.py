"""How the trace of a status says things: its lines, small numbers, origins, what a tier needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from claims.judging.case import Exhibit
from claims.judging.policy import Policy, PrimaryUse, Requirement
from claims.kinds import Because, Interest, Status, Tier
from claims.pages import TraceLine

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_INTERESTS = {Interest.PARTY: " (a party)", Interest.AFFILIATED: " (near a party)"}
PRIMARY = "one primary of somebody who is no party"


def met(rule: str, says: str) -> TraceLine:
    """A line whose rule is met."""
    return TraceLine(rule, True, says)  # noqa: FBT003 - these three are what names it


def unmet(rule: str, says: str, waits_for: str, because: Because) -> TraceLine:
    """A line whose rule is not met, with what is missing."""
    return TraceLine(rule, False, says, waits_for, because)  # noqa: FBT003


def noted(rule: str, says: str) -> TraceLine:
    """A line that asks for nothing."""
    return TraceLine(rule, None, says)


def number(value: int) -> str:
    """A number in words up to ten."""
    return NUMBERS[value] if value < len(NUMBERS) else f"{value:,}"


def several(value: int, noun: str) -> str:
    """A number with its noun: "one origin", "two origins"."""
    return f"{number(value)} {noun}{'' if value == 1 else 's'}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Parts as a list in a sentence: "a, b and c"."""
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def capital(words: str) -> str:
    """Words with a capital first letter."""
    return words[:1].upper() + words[1:]


def ended(words: str) -> str:
    """Words with a full stop, unless they end with one."""
    words = words.strip()
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def named(origins: Mapping[str, Iterable[Exhibit]]) -> str:
    """Origins by the names of their sources, each with its part in the matter."""
    return ", ".join(_named(list(exhibits)) for exhibits in origins.values())


def with_article(tier: Tier) -> str:
    """A tier as a claim is called by it: "an accusation", "a routine claim"."""
    match tier:
        case Tier.ROUTINE:
            return "a routine claim"
        case Tier.FIGURE:
            return "a figure"
        case Tier.QUOTE:
            return "a quotation"
        case Tier.ACCUSATION:
            return "an accusation"
        case _:
            assert_never(tier)


def status_word(status: Status) -> str:
    """A status in words."""
    return status.value.replace("_", " ")


def needed(requirement: Requirement, policy: Policy, *, refuting: bool = False) -> str:
    """What a tier needs, in one sentence without its full stop; `refuting` where a claim is to be refuted."""
    origins = several(requirement.origins, "independent origin" if requirement.origins > 1 else "origin")
    if requirement.not_all_parties:
        origins += ", not all of them parties" if requirement.origins > 1 else " that is no party"
    if requirement.graded:
        origins += " with a grade"
    if requirement.primary is PrimaryUse.ENOUGH:
        origins += f", or {PRIMARY}"
    parts = [origins]
    if requirement.primary is PrimaryUse.NEEDED:
        parts.append(PRIMARY)
    if requirement.fresh_for is not None:
        parts.append(f"none of it older than {several(requirement.fresh_for, 'day')}")
    if requirement.second_person or (refuting and policy.refuted_second_person):
        parts.append("a second person")
    if requirement.reply:
        parts.append("those concerned asked for a reply")
    parts += [f"a {role} sign-off" for role in requirement.sign_offs]
    return "; ".join(parts)


def _named(exhibits: list[Exhibit]) -> str:
    interest = next((one.interest for one in exhibits if one.interest in _INTERESTS), None)
    names = dict.fromkeys(exhibit.source for exhibit in exhibits)
    return f"{next(iter(names))}{_INTERESTS[interest] if interest else ''}"
