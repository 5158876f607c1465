"""Taking a text in: from a file to what was read in it, and from there into the ledger.

The one place where reading, reconciling and storing meet. Computing comes first; the write
transaction is short.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from claims.documents import Offer, add, is_known, offer, slug_of
from claims.errors import NotCaptured, StoryMoved
from claims.handles import find_document, find_story
from claims.handover.assigning import pass_on
from claims.present import StoryNow, present_revision, story_now, story_with
from claims.reading import read
from claims.reconcile import reconcile
from claims.revisions import Revision, compared, revise
from claims.stories import replace_findings
from ledger.engine import Ledger
from ledger.pen import Pen
from sources.errors import shown
from sources.readers import load, read_bytes, shown_name

if TYPE_CHECKING:  # fetching takes long to import, and few texts are fetched
    from sources.captures.taking import Taken

TRIES = 5
_T = TypeVar("_T")


def offer_file(path: str, *, slug: str | None = None, story: str | None = None) -> Offer:
    """Read a file ("-" is standard input) and name it. Raises a `SourceError`, or `BadSlug`."""
    data = load(Path(path))
    reading = read(read_bytes(data, shown_name(Path(path))))
    # The folder stays out of the record: it may name a person, and nothing can be taken back from the log.
    return offer(
        reading, sha256=sha256(data).hexdigest(), file=shown(Path(path).name), slug=slug, story=story
    )


def offer_page(taken: Taken, *, handle: str, slug: str | None = None, story: str | None = None) -> Offer:
    """Read a captured page and name it: by `slug`, else by its address, else by its title.

    Raises `NotCaptured` where it was not captured whole or holds no words, or `BadSlug`.
    """
    text, url = taken.words.text, taken.url or ""
    if taken.reason is not None or text is None:
        raise NotCaptured(
            f"{url} can't be checked: {taken.reason or taken.words.why_not}; this is kept as {handle}, see: "
            f"factdesk capture show {handle}"
        )
    reading = read(text)
    stem = slug_of(PurePath(urlsplit(url).path).stem)
    named = slug or stem or slug_of(reading.title or "") or slug_of(urlsplit(url).hostname or "")
    return offer(reading, sha256=taken.entity_sha256 or "", file=url, slug=named or None, story=story)


def store(ledger: Ledger, pen: Pen, offered: Offer, *, also: Callable[[Session], None] | None = None) -> bool:
    """Store a text with what its story's figures say by now; nothing where its bytes are known.

    `also` is done in the same transaction. Gives whether the text was stored. Raises `SlugTaken`,
    `StoryTaken`, or `StoryMoved` where others keep changing the story.
    """
    return until_settled(lambda: _store_once(ledger, pen, offered, also))


def store_revision(ledger: Ledger, pen: Pen, offered: Offer) -> tuple[int, int]:
    """Store the next version of a known text, and what its story's figures say by now.

    Gives the numbers of the revision that was there and of the one that is; the same twice where the
    bytes are, and then nothing is stored. Raises `UnknownDocument`, or `StoryMoved` where others keep
    changing the story.
    """
    return until_settled(lambda: _revise_once(ledger, pen, offered))


def store_act(ledger: Ledger, pen: Pen, computed: Callable[[Session], Revision]) -> Revision:
    """Store the same words cut anew, as `computed` says, and what the figures of the story say by now.

    Raises what computing raises, or `StoryMoved` where others keep changing the story.
    """

    def attempt() -> Revision:
        with ledger.reading() as session:
            revision = computed(session)
            story = _story_with(session, revision)
        _store_revision(ledger, pen, revision, story)
        return revision

    return until_settled(attempt)


def reconcile_again(ledger: Ledger, story: str) -> None:
    """Relate the figures of a story anew, and keep the findings. Raises `UnknownStory` or `StoryMoved`."""
    until_settled(lambda: _reconcile_once(ledger, story))


def until_settled(attempt: Callable[[], _T]) -> _T:
    """Compute and write; where another command changed the story in between, compute again."""
    for _ in range(TRIES - 1):
        try:
            return attempt()
        except StoryMoved:
            continue
    return attempt()


def _store_once(ledger: Ledger, pen: Pen, offered: Offer, also: Callable[[Session], None] | None) -> bool:
    story = offered.story_name
    with ledger.reading() as session:
        if is_known(session, offered):
            return False
        now = story_now(session, story)
    findings = reconcile([*now.items, offered.item], now.standing)
    with ledger.writing() as session:
        if is_known(session, offered):
            return False
        add(session, pen, offered)
        of = {**now.revisions, offered.slug: 1}
        replace_findings(session, story, findings, of=of, decided=len(now.decisions))
        if also is not None:
            also(session)
    return True


def _revise_once(ledger: Ledger, pen: Pen, offered: Offer) -> tuple[int, int]:
    with ledger.reading() as session:
        present = present_revision(session, find_document(session, offered.slug))
        if present.sha256 == offered.sha256:
            return present.number, present.number
        revision = compared(session, pen, offered, present)
        story = _story_with(session, revision)
    _store_revision(ledger, pen, revision, story)
    return present.number, revision.number


def _story_with(session: Session, revision: Revision) -> StoryNow:
    """The story of a document as it will stand with a further revision of it."""
    now = story_now(session, revision.story)
    return story_with(session, now, revision.offered.item, [*revision.placed])


def _store_revision(ledger: Ledger, pen: Pen, revision: Revision, story: StoryNow) -> None:
    """Store a revision with what the figures of its story say by then, or nothing."""
    findings = reconcile(story.items, story.standing)
    with ledger.writing() as session:
        revise(session, pen, revision)
        pass_on(session, pen, revision)
        replace_findings(session, story.name, findings, of=story.revisions, decided=len(story.decisions))


def _reconcile_once(ledger: Ledger, story: str) -> None:
    with ledger.reading() as session:
        find_story(session, story)
        now = story_now(session, story)
    findings = reconcile(now.items, now.standing)
    with ledger.writing() as session:
        replace_findings(session, story, findings, of=now.revisions, decided=len(now.decisions))
