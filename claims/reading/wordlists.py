"""Lists of words that reading relies on, kept as plain text files beside the code.

A line is `entry: word, word, …` or a bare `entry`; what follows `#` is a remark. The files
are written to be read and corrected by fact-checkers; this module only loads them.
"""

from __future__ import annotations

from importlib.resources import files

from claims.reading.tokens import tokenise

Phrase = tuple[str, ...]


def load_list(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of `data/NAME.txt` with what is listed under each; entries may come more than once."""
    entries: dict[str, tuple[str, ...]] = {}
    for line in (
        files("claims.reading").joinpath("data", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    ):
        entry, _, rest = line.partition("#")[0].partition(":")
        if entry.strip():
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
