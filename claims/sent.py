"""Reading what is not to be stored: files for `factdesk read`, lines that other programs send.

What can't be read comes out as a `BadLine` or an error in its place, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.reading import read
from claims.reading.record import Reading
from claims.reconcile.record import Item
from sources.errors import SourceError
from sources.jsonl import BadLine, sent_texts
from sources.readers import read_path


def readings(
    paths: Iterable[str], jsonl: Path | None
) -> Iterator[tuple[str, Reading] | BadLine | SourceError]:
    """Each document with its id, in order: first the files, then the lines of `jsonl`."""
    for path in paths:
        try:
            yield path, read(read_path(Path(path)))
        except SourceError as error:
            yield error
    for sent in sent_texts(jsonl) if jsonl else ():
        yield sent if isinstance(sent, BadLine) else (sent.id, read(sent.canonical()))


def statements(jsonl: Path) -> Iterator[Item | BadLine]:
    """Statements about one story, ready for reconciling."""
    for sent in sent_texts(jsonl):
        if isinstance(sent, BadLine):
            yield sent
        else:
            yield Item(sent.id, read(sent.canonical()), sent.outlet, sent.url, sent.published, sent.speaker)
