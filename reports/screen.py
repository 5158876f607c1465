"""Lines for a terminal: laid out to its width, coloured on a terminal, plain text in a pipe.

Every text goes through `one_line`, so that no document can move the cursor or forge a line.
"""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from claims.kinds import Status
from reports.hidden import one_line, shown

_NARROW, _WIDE = 40, 100
_PIPE = 80
LABELS = 13
"""How many columns the labels of a screen take, where it does not say otherwise."""
_COLOURS = {
    Status.CONFIRMED: "green",
    Status.QUALIFIED: "cyan",
    Status.DISPUTED: "magenta",
    Status.REFUTED: "red",
    Status.UNCONFIRMED: "yellow",
    Status.NOT_CHECKABLE: "dim",
}

Run = tuple[str, str]
"""Words and the name of their style; "" is plain."""
Line = Sequence[Run]


def strong(text: str) -> Run:
    """Words that a reader should see first."""
    return text, "bold"


def soft(text: str) -> Run:
    """Words that may be passed over."""
    return text, "dim"


def plainly(text: str) -> Run:
    """Words as they are."""
    return text, ""


def coloured(text: str, status: Status) -> Run:
    """Words in the colour of a status, which they name as well."""
    return text, _COLOURS[status]


def width() -> int:
    """How many columns there are: those of the terminal within reason, 80 in a pipe."""
    if not sys.stdout.isatty():
        return _PIPE
    return max(_NARROW, min(_WIDE, shutil.get_terminal_size().columns))


def text_of(lines: Iterable[Line]) -> str:
    """The lines as one text, with colours only where standard output is a terminal."""
    if not sys.stdout.isatty():
        return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)
    from rich.console import Console
    from rich.text import Text

    console = Console()
    with console.capture() as capture:
        for line in lines:
            console.print(Text.assemble(*line), soft_wrap=True)
    return capture.get().rstrip("\n")


def noticed(words: str | None) -> list[Line]:
    """What has to be known before anything else, set off by a blank line; nothing where there is none."""
    if words is None:
        return []
    return [*([strong(text) for text, _ in line] for line in wrapped(words)), ()]


def cut(text: str, columns: int) -> str:
    """The text on one line of at most so many columns, with "…" where something is left out."""
    text = one_line(text)
    if columns_of(text) <= columns:
        return text
    kept, used = [], 1
    for character in text:
        used += _columns(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


LONGEST_HANDLE = 28
"""So many columns a claim's handle takes on a screen."""


def cut_handle(handle: str, columns: int) -> str:
    """A claim's handle in at most so many columns; what is left out is of the slug, never of the number."""
    slug, colon, number = handle.rpartition(":")
    return cut(slug, columns - len(number) - 1) + colon + one_line(number)


def wrapped(text: str, *, indent: int = 0, first: Run | None = None, most: int | None = None) -> list[Line]:
    """The text on lines indented by `indent`, the first of them led by `first`; at most `most` lines."""
    columns = width() - indent
    rows = list(_rows(one_line(text), columns))
    if most is not None and len(rows) > most:
        rows = [*rows[: most - 1], cut(f"{rows[most - 1]} …", columns)]
    blank = plainly(" " * indent)
    lead = padded(*first, indent) if first else blank
    return [(blank if number else lead, plainly(row)) for number, row in enumerate(rows)]


def wrapped_runs(runs: Iterable[Run], *, indent: int = 0) -> list[Line]:
    """The runs as one text on lines indented by `indent`, each character in the style of its run."""
    styled = [(character, style) for text, style in runs for character in shown(text)]
    rows = _rows(" ".join("".join(character for character, _ in styled).split()), width() - indent)
    left = iter(one for one in styled if not one[0].isspace())
    return [
        (plainly(" " * indent), *_joined((" ", "") if character == " " else next(left) for character in row))
        for row in rows
    ]


def labelled(label: str, text: str | None, *, columns: int = LABELS) -> list[Line]:
    """The text beside its label, which takes so many columns; nothing where there is nothing to say."""
    return wrapped(text, indent=columns, first=soft(label)) if text else []


def padded(text: str, style: str, columns: int) -> Run:
    """A run filled up with blanks to so many columns, cut where it is longer."""
    text = cut(text, columns - 1)
    return text + " " * (columns - columns_of(text)), style


def columns_of(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return sum(map(_columns, text))


def _rows(text: str, columns: int) -> Iterator[str]:
    """The words of a text on rows of so many columns; a word that is longer is broken."""
    row = ""
    for word in text.split(" "):
        longer = f"{row} {word}" if row else word
        if columns_of(longer) <= columns:
            row = longer
            continue
        if row:
            yield row
        *full, row = _broken(word, columns)
        yield from full
    yield row


def _joined(characters: Iterable[Run]) -> Iterator[Run]:
    """Characters that follow one another in one style as one run."""
    for style, same in groupby(characters, key=itemgetter(1)):
        yield "".join(character for character, _ in same), style


def _broken(word: str, columns: int) -> Iterator[str]:
    part, used = "", 0
    for character in word:
        used += _columns(character)
        if used > columns:
            yield part
            part, used = "", _columns(character)
        part += character
    yield part


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
