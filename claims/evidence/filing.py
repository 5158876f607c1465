"""Evidence from a file that somebody gave us: it is captured and quoted in one step, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from claims.captured import PREFIX
from claims.captures import add_capture
from claims.errors import BadEvidence
from claims.evidence.adding import add_quote
from claims.evidence.offered import Added, Judged, Quoted
from claims.handles import find_claim, story_of
from ledger.engine import Ledger
from ledger.pen import Pen
from sources.captures.folder import discard, folder_of
from sources.captures.given import take_file
from sources.errors import NotFound


def add_quote_of_file(
    ledger: Ledger,
    pen: Pen,
    handle: str,
    path: Path,
    *,
    how: str | None,
    url: str | None,
    quoted: Quoted,
    judged: Judged,
) -> Added:
    """Capture a file and tie words of it to a claim; where the words are not in it, nothing is kept.

    `how` says how the file came to us, `url` where it is said to be from. Raises what `add_quote` and
    `take_file` raise.
    """
    story = story_of_claim(ledger, handle)
    with taken_in(ledger, pen, path, how=how, url=url, story=story) as capture, ledger.writing() as session:
        return add_quote(session, pen, handle, capture(session), quoted, judged, called=path.name)


@contextmanager
def taken_in(
    ledger: Ledger, pen: Pen, path: Path, *, how: str | None, url: str | None, story: str
) -> Iterator[Callable[[Session], str]]:
    """A file that is being captured: called with a session it records the capture, and gives its handle.

    Where the block fails nothing is kept. Raises `BadEvidence` or a `SourceError`.
    """
    if not path.exists():
        raise _no_file(str(path))
    if not (how and how.strip()):
        raise BadEvidence("say how the file came to you, as in --how 'saved by Ada from her browser'")
    folder = folder_of(ledger.path)
    taken = take_file(path, folder=folder, pen=pen, how=" ".join(how.split()), url=url)
    stored = False
    try:
        yield lambda session: f"{PREFIX}{add_capture(session, pen, taken, story=story)}"
        stored = True
    finally:
        if taken.kept and not stored:
            discard(folder, taken.kept.name)


def story_of_claim(ledger: Ledger, handle: str) -> str:
    """The story that a claim belongs to. Raises `UnknownDocument` or `UnknownClaim`."""
    with ledger.reading() as session:
        return story_of(session, find_claim(session, handle).slug)


def _no_file(name: str) -> NotFound:
    site, _, _ = name.partition("/")
    looks_like_an_address = "." in site.strip(".") and not site.startswith((".", "~"))
    step = (
        f"write https://{name} for a page, or give a file"
        if looks_like_an_address
        else ("give a file, a capture such as capture:3, or a URL with https://")
    )
    return NotFound(name, "is neither a file, a capture nor an address", next_step=step)
