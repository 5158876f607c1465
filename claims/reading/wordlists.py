"""Lists of words that reading relies on, kept as plain text files beside the code.

In every file what follows `#` is a remark, and a line `[name]` may begin a section. What the other
lines mean is told at the head of each file; most are `entry: word, word, …` or a bare `entry`.
The files are written to be read and corrected by fact-checkers; this module only loads them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from claims.reading.tokens import tokenise

Phrase = tuple[str, ...]


@cache
def load_sections(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of `data/NAME.txt` by section, in the order of the file; "" holds those before the first."""
    text = files("claims.reading").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    section = ""
    for line in (line.partition("#")[0].strip() for line in text.splitlines()):
        if line.startswith("[") and line.endswith("]") and line.count("[") == 1:
            section = line[1:-1]
        elif line:
            found.setdefault(section, []).append(line)
    return {section: tuple(lines) for section, lines in found.items()}


def load_lines(name: str) -> tuple[str, ...]:
    """The lines of `data/NAME.txt`, a file without sections."""
    return load_sections(name)[""]


def load_list(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of `data/NAME.txt` with what is listed under each; entries may come more than once."""
    entries: dict[str, tuple[str, ...]] = {}
    for line in load_lines(name):
        entry, _, rest = line.partition(":")
        listed = tuple(word.strip() for word in rest.split(",") if word.strip())
        entries[entry.strip()] = entries.get(entry.strip(), ()) + listed
    return entries


def load_words(name: str) -> frozenset[str]:
    """Every word that `data/NAME.txt` lists, whatever it is listed under."""
    entries = load_list(name)
    bare = {entry for entry, listed in entries.items() if not listed}
    return frozenset(bare.union(*entries.values()))


def word_set(words: str) -> frozenset[str]:
    """The words of a string: for the few that a rule knows itself."""
    return frozenset(words.split())


def as_phrase(spelling: str) -> Phrase:
    """A spelling as the tokens that it is cut into."""
    tokens = tokenise(spelling, 0, len(spelling))
    return tuple(tokens.words[: tokens.count])


def by_first_word(phrases: dict[str, str]) -> dict[str, list[tuple[Phrase, str]]]:
    """Spelling → meaning, arranged by first word, the longest spelling first."""
    arranged: dict[str, list[tuple[Phrase, str]]] = {}
    for spelling, meaning in phrases.items():
        phrase = as_phrase(spelling)
        arranged.setdefault(phrase[0], []).append((phrase, meaning))
    for choices in arranged.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return arranged
