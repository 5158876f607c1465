"""The desk's policy: which verdicts a reviewer can choose, and the status that each stands for.

One policy is built in: the last review decides. It has a version, and every review keeps the
version that it was made under.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claims.errors import UnknownVerdict
from claims.kinds import Status


@dataclass(frozen=True, slots=True)
class Policy:
    """The verdicts of a desk. `verdicts` maps each verdict's words to the status it stands for."""

    version: str
    verdicts: Mapping[str, Status]

    def verdict(self, words: str) -> str:
        """The listed verdict that somebody typed, "missing-context" and "Missing context" alike.

        Raises `UnknownVerdict`, naming the verdicts that there are.
        """
        typed = re.sub(r"[\s_-]+", " ", words).strip().lower()
        if typed in self.verdicts:
            return typed
        listed = ", ".join(verdict.replace(" ", "-") for verdict in self.verdicts)
        raise UnknownVerdict(f"{words!r} is no verdict; choose one of: {listed}")


BUILT_IN = Policy(
    version="built-in/1",
    verdicts={
        "confirmed": Status.CONFIRMED,
        "partly": Status.QUALIFIED,
        "missing context": Status.QUALIFIED,
        "misleading": Status.QUALIFIED,
        "outdated": Status.QUALIFIED,
        "disputed": Status.DISPUTED,
        "refuted": Status.REFUTED,
        "not checkable": Status.NOT_CHECKABLE,
        "unconfirmed": Status.UNCONFIRMED,
    },
)
