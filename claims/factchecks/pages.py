"""Others' fact-checks, and what people say that claims are to each other: frozen pages, made by queries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from claims.kinds import MatchDecision, Status

PREFIX = "factcheck:"

_MARK = re.compile(r"[?？؟]\W{0,5}$")
_ASKING = re.compile(r"(?:Did|Does|Is|Are|Was|Were|Has|Have|Can|Could|Should|Would)\b")
_ENDED = re.compile(r"[.!?](?:\s|\W{0,5}$)")
"""A question whose mark was left out has none of these: a statement that begins so ends with a full stop."""


@dataclass(frozen=True, slots=True)
class FactCheckPage:
    """A fact-check as its publisher put it: their word, and no verdict of this desk. `None` is not said.

    `rating` is the publisher's own word; `rating_value` lies between `worst_rating` and `best_rating`.
    `replaced_by` is the handle of a later version of it, which counts instead.
    """

    number: int
    claim_reviewed: str
    claimant: str | None
    claim_date: str | None
    rating: str | None
    rating_value: Decimal | None
    best_rating: Decimal | None
    worst_rating: Decimal | None
    publisher: str | None
    url: str | None
    title: str | None
    review_date: str | None
    language: str | None
    appearances: tuple[str, ...]
    found_in: str
    capture: str | None
    by: str
    known: str
    at: datetime
    replaced_by: str | None = None

    @property
    def handle(self) -> str:
        """The handle, as in factcheck:3."""
        return f"{PREFIX}{self.number}"

    @property
    def is_question(self) -> bool:
        """Whether the claim is asked and not said ("Did the mayor resign?"), so that it says nothing."""
        asks = _ASKING.match(self.claim_reviewed) and not _ENDED.search(self.claim_reviewed)
        return bool(asks or _MARK.search(self.claim_reviewed))


@dataclass(frozen=True, slots=True)
class LikenessPage:
    """What a person says that a claim is to another claim, or to a fact-check of others.

    `other` is the handle of the other and `text` its words now. `changed` are the handles of those whose
    words a revision changed since: the decision then no longer counts. `status` is where the other claim
    stands, `None` for one that was cut and for a fact-check; `judged_by` who gave the last verdict on it.
    """

    other: str
    text: str
    decision: MatchDecision
    because: str
    by: str
    known: str
    at: datetime
    changed: tuple[str, ...] = ()
    status: Status | None = None
    judged_by: str | None = None
    factcheck: FactCheckPage | None = None

    @property
    def counts(self) -> bool:
        """Whether it is about the words as they are now."""
        return not self.changed
