"""What the author of a piece of evidence should look at again; the machine warns and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from claims.evidence.pages import EvidencePage
from claims.registry.protecting import looks_like_a_name

_TOLD_OF_PROTECTED = {"told": "--told", "how": "--how", "because": "--because", "place": "--place"}


def warnings_of(page: EvidencePage) -> tuple[str, ...]:
    """What to look at again, a sentence each."""
    return tuple(_named(page))


def _named(page: EvidencePage) -> Iterator[str]:
    """Where what was told of a protected source may give it away."""
    if not page.protected:
        return
    for field, option in _TOLD_OF_PROTECTED.items():
        words: str | None = getattr(page, field)
        if words and (name := looks_like_a_name(words)):
            yield (
                f"{page.source_name} is protected, and {option} says “{name}”, which looks like a name; "
                f"if it is one, nobody who reads the ledger should see it"
            )
