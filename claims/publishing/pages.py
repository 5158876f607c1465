"""What a document is checked for, and what stands in the way of publishing it: frozen pages and values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.kinds import Purpose

ASSUMED = Purpose.DRAFT
"""What a document is taken for where nobody said, since a draft asks for more."""


@dataclass(frozen=True, slots=True)
class PurposePage:
    """What somebody said that a document is checked for, and who wrote it, as far as they said."""

    purpose: Purpose
    authors: tuple[str, ...]
    by: str
    known: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SignaturePage:
    """That a person looked and agrees, with the reason."""

    because: str
    by: str
    known: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FurniturePage:
    """Words of a document that the reader took for no part of the article.

    `times` is how often they stand there; layout apart, the same words are signed once. `signed` is `None`
    until a person agrees.
    """

    slug: str
    words: str
    times: int
    signed: SignaturePage | None
