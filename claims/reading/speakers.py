"""Names the speakers of a document's credits."""

from __future__ import annotations

from collections.abc import Sequence

from claims.reading.credits import Credit
from claims.reading.speech import Sentence


def name_speakers(text: str, sentences: Sequence[Sentence], credits: Sequence[Credit]) -> list[str | None]:
    """The name of each credit's speaker."""
    return [None for _ in credits]
