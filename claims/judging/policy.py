"""The desk's policy as a value: which verdicts there are, what each stands for, and what each asks for.

Values only. Reading a policy file strictly is for `policy_file`; which policy is in force, for `adopted`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from claims.errors import UnknownVerdict
from claims.judging.people import is_same_person
from claims.kinds import Because, Question, Status, Tier


class PrimaryUse(StrEnum):
    """What primary evidence of somebody who is no party is to a tier: no matter, enough alone, or needed."""

    NO = "no"
    ENOUGH = "enough"
    NEEDED = "needed"


class Overriders(StrEnum):
    """Who may let a verdict count although the policy asks for more, where no names are given."""

    ANYBODY = "anybody"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a verdict that settles a claim of one tier needs before it counts.

    `origins` is how many independent origins; `graded` asks that one of them has a grade from A to E.
    `fresh_for` is how many days evidence counts, and `None` for as long as you like. `override` is who may
    override, by name or as a group. `decides` is which question about reported speech gives the status.
    """

    origins: int
    not_all_parties: bool = False
    graded: bool = False
    primary: PrimaryUse = PrimaryUse.NO
    fresh_for: int | None = None
    second_person: bool = False
    reply: bool = False
    sign_offs: tuple[str, ...] = ()
    override: Overriders | tuple[str, ...] = Overriders.NOBODY
    decides: Question = Question.SO

    def lets_override(self, person: str) -> bool:
        """Whether that person may override."""
        match self.override:
            case Overriders.ANYBODY:
                return True
            case Overriders.NOBODY:
                return False
            case tuple(names):
                return any(is_same_person(person, name) for name in names)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a desk asks for. `toml` is the policy word for word, as it was written.

    `verdicts` maps each verdict's words to the status it stands for, `open_because` those that leave a
    claim open to what it is then open because of. `refuted_second_person` asks for a second person
    wherever something is refuted.
    """

    version: str
    verdicts: Mapping[str, Status]
    open_because: Mapping[str, Because]
    tiers: Mapping[Tier, Requirement]
    refuted_second_person: bool
    figures_must_be_decided: bool
    toml: str

    def verdict(self, words: str) -> str:
        """The listed verdict that somebody typed, "missing-context" and "Missing context" alike.

        Raises `UnknownVerdict`, naming the verdicts that there are.
        """
        typed = plain_words(words)
        if typed in self.verdicts:
            return typed
        listed = ", ".join(verdict.replace(" ", "-") for verdict in self.verdicts)
        raise UnknownVerdict(f"{words!r} is no verdict; choose one of: {listed}")

    @property
    def sign_off_roles(self) -> tuple[str, ...]:
        """Every role that signs off in some tier, in the order of the policy."""
        asked = (role for requirement in self.tiers.values() for role in requirement.sign_offs)
        return tuple(dict.fromkeys(asked))


def plain_words(words: str) -> str:
    """Words as a policy lists them: lower case, parted by single blanks, "missing context"."""
    return re.sub(r"[\s_-]+", " ", words).strip().lower()
