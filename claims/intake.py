"""Taking a text in: from a file to what was read in it, and from there into the ledger.

The one place where reading, reconciling and storing meet. Computing comes first; the write
transaction is short.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from claims.documents import Offer, add, is_known, offer
from claims.errors import StoryMoved
from claims.queries import items_of
from claims.reading import read
from claims.reconcile import reconcile
from claims.stories import replace_findings
from ledger.engine import Ledger
from ledger.pen import Pen
from sources.readers import load, read_bytes, shown_name

TRIES = 5


def offer_file(path: str, *, slug: str | None = None, story: str | None = None) -> Offer:
    """Read a file ("-" is standard input) and name it. Raises a `SourceError`, or `BadSlug`."""
    data = load(Path(path))
    reading = read(read_bytes(data, shown_name(Path(path))))
    return offer(reading, sha256=sha256(data).hexdigest(), file=path, slug=slug, story=story)


def store(ledger: Ledger, pen: Pen, offered: Offer) -> None:
    """Store a text with what its story's figures say by now; nothing where its bytes are known.

    Another command may change the story between computing and writing: then it is computed again.
    Raises `SlugTaken`, `StoryTaken`, or `StoryMoved` where others keep changing the story.
    """
    for _ in range(TRIES - 1):
        try:
            return _store_once(ledger, pen, offered)
        except StoryMoved:
            continue
    return _store_once(ledger, pen, offered)


def _store_once(ledger: Ledger, pen: Pen, offered: Offer) -> None:
    with ledger.reading() as session:
        if is_known(session, offered):
            return
        items = [*items_of(session, offered.story), offered.item]
    findings = reconcile(items)
    with ledger.writing() as session:
        if not is_known(session, offered):
            add(session, pen, offered)
            replace_findings(session, offered.story, findings, of=[item.id for item in items])


def reconcile_again(ledger: Ledger, story: str) -> None:
    """Relate the figures of a story anew, and keep the findings. Raises `StoryMoved`."""
    with ledger.reading() as session:
        items = items_of(session, story)
    findings = reconcile(items)
    with ledger.writing() as session:
        replace_findings(session, story, findings, of=[item.id for item in items])
