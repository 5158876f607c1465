"""Says in words whose a public claim is, what exactly is rated, where it appeared, when to check it again.

Used for the page and for the terminal. How the claim stands is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.appearances.pages import AppearancePage, PublicPage
from claims.judging.wording import listed
from claims.kinds import Fit
from claims.pages import ClaimPage
from reports import dates
from reports.capture_screens import STATES
from sources.fetch.outcome import State

NOT_KNOWN = "not known"
NO_APPEARANCE = "nobody has noted where it appeared"
AS_IT_STANDS = "the wording, as it stands above"


def claimant_words(public: PublicPage) -> str:
    """Whose claim it is."""
    return public.claimant or "unknown"


def said_on_words(public: PublicPage) -> str:
    """When it was said, as exactly as it is known."""
    return dates.date(public.said_on) if public.said_on else NOT_KNOWN


def other_wording(claim: ClaimPage) -> str | None:
    """The wording that is rated where the text has other words; `None` where it is that of the text."""
    if claim.public is None or claim.public.wording.split() == claim.text.split():
        return None
    return claim.public.wording


def again_words(public: PublicPage) -> str | None:
    """When to check it again; `None` where nobody asked for that."""
    if public.due_since:
        return f"to be checked again since {dates.date(public.due_since)}"
    if public.check_again is None:
        return None
    day = dates.date(public.check_again)
    return f"on {day}" if public.open_again else f"was due on {day}, and a verdict was given since"


def appearances_in_words(public: PublicPage) -> Iterator[tuple[str, str]]:
    """Each appearance with its label; the earliest of a known day is called the first."""
    for one in public.appearances:
        yield "first seen" if one is public.first else "seen", appearance_words(one)


def appearance_words(seen: AppearancePage) -> str:
    """When and where, what was kept of it, and whether the words stand there."""
    day = dates.date(seen.on_date) if seen.on_date else "day not known"
    where = ", ".join(dict.fromkeys(filter(None, (day, seen.place or seen.outlet or seen.title, seen.url))))
    return "; ".join(filter(None, (where, f"{seen.capture}, {kept_words(seen)}", words_there(seen))))


def kept_words(seen: AppearancePage) -> str:
    """How the capture went; one that failed is never called captured."""
    state = STATES[seen.state]
    if seen.state is State.CAPTURED:
        return state
    if seen.was_captured:
        return f"captured in part: {seen.reason}" if seen.reason else "captured in part"
    return f"not captured ({state}): {seen.reason}" if seen.reason else f"not captured ({state})"


def words_there(seen: AppearancePage) -> str | None:
    """In which words it stands there; `None` where nothing was captured that could tell."""
    if not seen.was_captured:
        return None
    if seen.quote is None:
        return "in which words is not noted"
    layout = ", but for spacing and the shapes of characters" if seen.fit is Fit.WHITESPACE else ""
    return f"“{seen.quote}”{layout}"


def publisher_words(public: PublicPage) -> str | None:
    """What to look at again where the claimant is also the publisher, who may only have passed it on."""
    if not (pages := public.published_by_claimant):
        return None
    captures = listed([one.capture for one in pages])
    return (
        f"{public.claimant} is also the publisher of {captures}; if it only reported the words, name "
        "who said them with --claimant"
    )
