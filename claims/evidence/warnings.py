"""What the author of a piece of evidence should look at again; the machine warns and decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.anchoring.facts import facts_of
from claims.captured import CapturePage
from claims.evidence.pages import EvidencePage
from claims.kinds import Stance
from claims.registry.protecting import looks_like_a_name
from sources.fetch.outcome import State

_SENTENCE_ENDS = re.compile(r"[.!?…][\s”’\"')]|\n")
_SEEN = 300
_TOLD_OF_PROTECTED = {"told": "--told", "how": "--how", "because": "--because", "place": "--place"}


def warnings_of(
    page: EvidencePage, claim: str, language: str | None, capture: CapturePage | None
) -> tuple[str, ...]:
    """What to look at again, a sentence each. `capture` is what it quotes, if it quotes any."""
    return (
        *_leaves_open(page, claim, language),
        *(_of_capture(page, capture) if capture else ()),
        *_gives_away(page),
    )


def _leaves_open(page: EvidencePage, claim: str, language: str | None) -> Iterator[str]:
    """What a quote that is to hold a claim up does not say of it, or says otherwise."""
    if page.stance is not Stance.SUPPORTS:
        return
    figures = {figure.quote for figure in facts_of(claim, language).figures}
    for words in page.uncovered:
        if words in figures:
            yield f"it is to support the claim, and says nothing of {words}"
    for told in page.differing:
        yield f"it is to support the claim, and {told}"


def _of_capture(page: EvidencePage, capture: CapturePage) -> Iterator[str]:
    """That a part of the page may be missing, and what it denies around the quote."""
    if capture.state is State.PARTIAL:
        yield f"{capture.handle} is a part of the page only ({capture.reason}); look what the rest says"
    if capture.text is not None and page.start is not None and page.end is not None:
        yield from _around(page, capture.text, page.start, page.end)


def _around(page: EvidencePage, text: str, start: int, end: int) -> Iterator[str]:
    """Where the sentence that the quote is taken from denies something outside of it."""
    before = _SENTENCE_ENDS.split(text[max(0, start - _SEEN) : start])[-1]
    # Where the quote ends its sentence, that end and a quotation mark behind it are its own last words.
    behind = _SENTENCE_ENDS.split(text[max(start, end - 2) : end + _SEEN])[0]
    for words in (before, behind):
        if denials := facts_of(words, page.language).denials:
            yield (
                f"the sentence that it is taken from has “{denials[0]}” outside the quote; "
                "quote all of it if that changes what it says"
            )


def _gives_away(page: EvidencePage) -> Iterator[str]:
    """Where what was told of a protected source may give it away."""
    if not page.protected:
        return
    for field, option in _TOLD_OF_PROTECTED.items():
        words: str | None = getattr(page, field)
        if words and (name := looks_like_a_name(words)):
            yield (
                f"{page.source_name} is protected, and {option} has “{name}”, which looks like a name; "
                f"if it is one, take this back with: factdesk evidence withdraw {page.handle}"
            )
