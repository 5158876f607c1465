"""The word lists under `data/`, loaded once.

Every list is a text file that a fact-checker can read and correct; its header says where it
comes from. No rule about figures is here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files

from claims.reconcile.words import Phrases, folded, singular


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list without comments and blank lines."""
    text = (files("claims.reconcile") / "data" / name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a plain list, in small letters."""
    return frozenset(word.strip() for line in lines(name) for word in line.split(",") if word.strip())


@cache
def measure_phrases() -> Phrases:
    """What each word says that happened to what is counted."""
    return Phrases(
        [(phrase, name.split()[0]) for name, phrases in _entries("measures.txt") for phrase in phrases]
    )


@cache
def measures_marked(mark: str) -> frozenset[str]:
    """The measures that carry a mark: `*` can change, `@` belongs to somebody, `~` weak."""
    return frozenset(name.split()[0] for name, _ in _entries("measures.txt") if mark in name.split()[1:])


@cache
def all_measures() -> frozenset[str]:
    """Every measure that has a name."""
    return frozenset(name.split()[0] for name, _ in _entries("measures.txt"))


@cache
def needed_words() -> dict[str, frozenset[str]]:
    """For a measure that is taken only beside certain words, those words."""
    return {
        name.split()[0]: frozenset(mark.removeprefix("needs=").split(","))
        for name, _ in _entries("measures.txt")
        for mark in name.split()[1:]
        if mark.startswith("needs=")
    }


@cache
def weaker_names() -> dict[str, str]:
    """For a weaker name of a measure, the measure that it stands for."""
    return {
        name.split()[0]: mark.removeprefix("is=")
        for name, _ in _entries("measures.txt")
        for mark in name.split()[1:]
        if mark.startswith("is=")
    }


@cache
def outer_measures() -> dict[str, frozenset[str]]:
    """For each measure, those that it lies within, directly or through others."""
    direct: dict[str, set[str]] = {}
    for line in lines("within.txt"):
        inner, outer = (part.strip() for part in line.rstrip(" !+").split("<"))
        direct.setdefault(inner, set()).add(outer)
    return {inner: frozenset(_above(inner, direct)) for inner in direct}


@cache
def counted_classes() -> dict[str, str]:
    """The class of each noun that counts the same as others."""
    return {
        singular(folded(word)): name for name, words in _entries("counted_alike.txt") for word in words
    } | {folded(word): name for name, words in _entries("counted_alike.txt") for word in words}


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """For each noun the nouns that a story may use in its place; "anyone" is among those of any people."""
    sets: dict[str, frozenset[str]] = {}
    for line in lines("synonyms.txt"):
        name, _, rest = line.rpartition(":")
        words = frozenset(word.strip() for word in rest.split(",")) | ({name} if name else set())
        sets.update((word, sets.get(word, frozenset()) | words) for word in words)
    return sets


@cache
def scope_phrases() -> Phrases:
    """Words that narrow who is counted, as "axis=answer"."""
    return Phrases(
        [
            (phrase, f"{_axis(heading)}={answer}")
            for heading, answer, phrases in _headed_entries("scopes.txt")
            for phrase in phrases
        ]
    )


@cache
def measures_asked() -> dict[str, frozenset[str]]:
    """For each axis the measures of which its question is asked; an empty set is all."""
    headings = {heading for heading, _, _ in _headed_entries("scopes.txt")}
    return {_axis(heading): frozenset(heading.partition("|")[2].split()) for heading in headings}


@cache
def contrasting_axes() -> frozenset[str]:
    """The axes that part figures only in a story that gives more than one of their answers."""
    headings = {heading for heading, _, _ in _headed_entries("scopes.txt")}
    return frozenset(_axis(heading) for heading in headings if "?" in heading)


@cache
def optional_axes() -> frozenset[str]:
    """The axes of which an answer that only one figure gives counts as not said."""
    headings = {heading for heading, _, _ in _headed_entries("scopes.txt")}
    return frozenset(_axis(heading) for heading in headings if "!" in heading)


@cache
def time_phrases() -> Phrases:
    """Words that place a figure in the run of counting, each with its heading."""
    return Phrases(list(_headed_phrases("time_words.txt")))


@cache
def part_phrases() -> Phrases:
    """Words that say that one figure is part of another, each with its heading."""
    return Phrases(list(_headed_phrases("part_words.txt")))


@cache
def nation_phrases() -> Phrases:
    """States by their names, their peoples and their seats, each with the name of the state."""
    found = []
    for name, words in _entries("nations.txt"):
        found.append((name, name))
        found.extend((word, name) for word in words)
    return Phrases(found)


@cache
def agency_phrases() -> Phrases:
    """News agencies by the names under which they are credited."""
    return Phrases([(word, name) for name, words in _entries("agencies.txt") for word in words])


@cache
def ordinals() -> dict[str, str]:
    """For each word that tells events of one sort apart ("second", "2nd", "newest"), its answer."""
    return {word: name for name, words in _entries("series.txt") if name != "of" for word in words}


@cache
def events() -> frozenset[str]:
    """The nouns, in the singular, for events of which a story may have several."""
    return frozenset(word for name, words in _entries("series.txt") if name == "of" for word in words)


@cache
def labels() -> dict[str, str]:
    """How a person would call a measure; "{}" stands for what is counted."""
    return {
        name.strip(): text.strip() for name, _, text in (line.partition(":") for line in lines("labels.txt"))
    }


@cache
def people_called() -> dict[str, str]:
    """What those of whom a measure is said are called in a reason."""
    return {
        name.strip(): words.strip()
        for name, _, words in (line.partition(":") for line in lines("people_called.txt"))
    }


@cache
def accounting_steps() -> frozenset[tuple[str, str]]:
    """The steps, inner and outer measure, at which everyone of the outer is expected to turn up."""
    return _steps_marked("!")


@cache
def closing_steps() -> frozenset[tuple[str, str]]:
    """The steps whose inner accounts for some of the outer, though nobody expects the others there."""
    return _steps_marked("+")


@cache
def conversions() -> dict[str, tuple[Decimal, str]]:
    """For each unit, how many of its kind's unit one is, and that unit."""
    table: dict[str, tuple[Decimal, str]] = {}
    for line in lines("conversions.txt"):
        unit, equals = (part.strip() for part in line.split("="))
        number, base = equals.split(" ", 1)
        table[unit] = (Decimal(number), base)
        table.setdefault(base, (Decimal(1), base))
    return table


@cache
def convertible_kinds() -> frozenset[str]:
    """The units in which kinds of more than one unit are compared."""
    return frozenset(base for _, base in conversions().values())


def _entries(name: str) -> Iterator[tuple[str, list[str]]]:
    for line in lines(name):
        head, _, rest = line.partition(":")
        yield head.strip(), [word.strip() for word in rest.split(",") if word.strip()]


def _headed_entries(name: str) -> Iterator[tuple[str, str, list[str]]]:
    heading = ""
    for line in lines(name):
        if line.startswith("["):
            heading = line.strip("[]")
            continue
        head, _, rest = line.partition(":")
        yield heading, head.strip(), [word.strip() for word in rest.split(",") if word.strip()]


def _axis(heading: str) -> str:
    return heading.partition("|")[0].rstrip(" ?!")


def _headed_phrases(name: str) -> Iterator[tuple[str, str]]:
    heading = ""
    for line in lines(name):
        if line.startswith("["):
            heading = line.strip("[]")
        else:
            yield from ((phrase.strip(), heading) for phrase in line.split(",") if phrase.strip())


def _steps_marked(mark: str) -> frozenset[tuple[str, str]]:
    steps = (line.rstrip(f" {mark}").split("<") for line in lines("within.txt") if line.endswith(mark))
    return frozenset((inner.strip(), outer.strip()) for inner, outer in steps)


def _above(inner: str, direct: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [inner]
    while waiting:
        for outer in direct.get(waiting.pop(), ()):
            if outer not in found:
                found.add(outer)
                waiting.append(outer)
    return found
