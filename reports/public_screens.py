"""What the commands about public claims print, and the part of a claim's screen that tells whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from claims.pages import ClaimPage
from reports.public_words import (
    AS_IT_STANDS,
    NO_APPEARANCE,
    again_words,
    appearances_in_words,
    claimant_words,
    other_wording,
    publisher_words,
    said_on_words,
)
from reports.screen import Line, coloured, labelled, plainly, strong, text_of, wrapped
from reports.standing import status_words


def public_screen(claim: ClaimPage) -> str:
    """A public claim after something was said of it: its words, whose they are, and the next step."""
    head = coloured(status_words(claim.standing), claim.standing.status)
    return text_of(
        [
            (strong(claim.handle), plainly("  "), head),
            *wrapped(f"“{claim.text}”", indent=2),
            (),
            *public_lines(claim),
            *labelled("next", _next_step(claim)),
        ]
    )


def public_lines(claim: ClaimPage) -> Iterator[Line]:
    """Whose claim it is and where it appeared; nothing where nobody has chosen it as a public one."""
    public = claim.public
    if public is None:
        return
    yield from labelled("claimant", claimant_words(public))
    other = other_wording(claim)
    yield from labelled("rated", f"“{other}”; the text has other words" if other else AS_IT_STANDS)
    yield from labelled("said on", said_on_words(public))
    yield from labelled("chosen", public.chosen_because)
    if not public.appearances:
        yield from labelled("seen", NO_APPEARANCE)
    for label, words in appearances_in_words(public):
        yield from labelled(label, words)
    yield from labelled("check again", again_words(public))
    yield from labelled("look again", publisher_words(public))


def _next_step(claim: ClaimPage) -> str:
    if claim.public and not claim.public.appearances:
        return f"factdesk claim appeared {claim.handle} URL --on DAY"
    return f"factdesk claim explain {claim.handle}"
