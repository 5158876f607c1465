"""What the desk of these tests works on, and short ways to choose claims and to note where they appeared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import count

from sqlalchemy.orm import Session

from claims.appearances.appearing import add_appearance
from claims.appearances.offered import sighted, stated
from claims.appearances.stating import offer_words, state_public, store_words
from claims.judging.policy_file import BUILT_IN
from claims.pages import ClaimPage
from claims.queries import claim_page
from ledger.engine import Ledger
from ledger.pen import Pen
from sources.captures.kinds import CaptureKind
from sources.captures.taking import Taken
from sources.captures.words import Words
from sources.fetch.outcome import State
from tests.ledger.pens import MORNING, replaying_pen

DRAFT = """Harbour opens a second quay

The harbour has two quays, Ilse Bakk said.

Ships can moor on both sides.
"""
SPEECH = """<html><head><title>The speech</title><meta property="og:site_name" content="Bakk News"></head>
<body><article><h1>The speech</h1><p>Ilse Bakk spoke on the quay on Wednesday and said: “We sail 20 times a
week. No ship was ever late.” Nobody in the hall asked her about the storm of last year.</p></article></body>
</html>
"""
REPORT = """Twenty sailings a week, says Bakk

CORRIE - The line sails twenty times a week, Ilse Bakk told a hall full of people in Corrie.
"""
WORDS = "We sail 20 times a week. No ship was ever late."
CLAIM = "we-sail-20-times-a-week:1"
_FIRST = count(100)


def pen(actor: str = "ada", *, start: datetime = MORNING) -> Pen:
    """A pen whose ids are its own."""
    return replaying_pen(actor, first=1000 * next(_FIRST), start=start)


def choose_words(
    ledger: Ledger,
    wording: str = WORDS,
    *,
    slug: str | None = None,
    again: bool = False,
    also: Callable[[Session], object] | None = None,
    **said: str,
) -> str:
    """Rate words by themselves; give the handle of the claim."""
    offered = offer_words(ledger, wording, slug=slug, again=again)
    of_it = stated(now=MORNING, **({"chosen_because": "it is in every paper"} | said))
    store_words(ledger, pen(), offered, of_it, policy=BUILT_IN, again=again, also=also)
    return f"{offered.slug}:1"


def choose(ledger: Ledger, handle: str, *, again: bool = False, **said: str) -> None:
    """Say whose a claim is that stands in a text."""
    of_it = stated(now=MORNING, **said)
    with ledger.writing() as session:
        state_public(session, pen(), handle, of_it, policy=BUILT_IN, again=again)


def seen(ledger: Ledger, handle: str, capture: str, **said: str) -> None:
    """Note where a claim appeared."""
    with ledger.writing() as session:
        add_appearance(session, pen(), handle, capture, sighted(**said))


def claim(ledger: Ledger, handle: str = CLAIM, *, now: datetime = MORNING) -> ClaimPage:
    with ledger.reading() as session:
        return claim_page(session, handle, BUILT_IN, now=now)


def not_had(url: str) -> Taken:
    """A page that could not be captured."""
    return Taken(
        id=pen().new_id(),
        kind=CaptureKind.FETCHED,
        began=MORNING,
        asked=url,
        url=url,
        state=State.UNREACHABLE,
        reason="the name is not known",
        words=Words(None, "nothing came"),
    )
