"""What somebody looks for, taken apart: words, "phrases" and beginnings* that all have to be there.

Nothing that is typed is an error: hyphens, colons and AND are taken as words, or for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.finding.words import Word, in_groups, words_in

_MARKS = '"“”„«»'
_PIECE = re.compile(rf"[{_MARKS}]([^{_MARKS}]*)(?:[{_MARKS}]|\Z)(\*?)|([^\s{_MARKS}]+)")
_HISSING = ("s", "x", "z", "ch", "sh")
_NO_PLURALS = ("ss", "us", "is")
_SHORTEST = 3
_VOWELS = "aeiou"
MOST = 50
"""So many words and phrases are looked for at once; what comes after them is left out."""

Span = tuple[int, int]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that has to be there, in any of its `ways`: each a word, or several that follow one another.

    `begins`: of the last word it is the beginning alone.
    """

    ways: tuple[Words, ...]
    begins: bool = False


def asked(typed: str) -> tuple[Part, ...]:
    """The parts of what somebody typed, in order, each once; none where there is no word in it."""
    return tuple(dict.fromkeys(_parts(typed)))[:MOST]


def expression(parts: Sequence[Part]) -> str:
    """The parts in the language of FTS5."""
    return " AND ".join(f"({' OR '.join(_way(way, part.begins) for way in part.ways)})" for part in parts)


def places(parts: Sequence[Part], text: str) -> list[list[Span]]:
    """For each part, the places at which it stands in a text."""
    words = list(words_in(text))
    found: list[list[Span]] = [[] for _ in parts]
    for at in range(len(words)):
        for part, spans in zip(parts, found, strict=True):
            span = next((span for way in part.ways if (span := _stands(way, part.begins, words, at))), None)
            if span:
                spans.append(span)
    return found


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def _parts(typed: str) -> Iterator[Part]:
    for phrase, star, word in _PIECE.findall(typed):
        words = tuple(found.folded for found in words_in(phrase or word))
        if not words:
            continue
        if star or word.endswith("*"):
            yield Part((words,), begins=True)
        elif word and len(words) == 1:
            yield Part(tuple(_forms(words[0])))
        else:
            yield Part((words, *_whole(words)))


def _forms(word: str) -> Iterator[Words]:
    """A word in the singular and the plural, a number with blanks between its thousands and without."""
    yield (word,)
    if word.isdecimal():
        if len(word) > _SHORTEST:
            yield in_groups(word)
        return
    if len(word) < _SHORTEST or not word.isascii():
        return
    for form in _singular(word) if _looks_plural(word) else _plural(word):
        yield (form,)


def _looks_plural(word: str) -> bool:
    return len(word) > _SHORTEST and word.endswith("s") and not word.endswith(_NO_PLURALS)


def _singular(word: str) -> Iterator[str]:
    yield word[:-1]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith("es") and word[:-2].endswith(_HISSING):
        yield word[:-2]


def _plural(word: str) -> Iterator[str]:
    if word.endswith("y") and word[-2] not in _VOWELS:
        yield f"{word[:-1]}ies"
    else:
        yield f"{word}es" if word.endswith(_HISSING) else f"{word}s"


def _whole(words: Words) -> Iterator[Words]:
    """A number in a phrase, "1 200", as it is written without blanks."""
    number = "".join(words)
    if len(words) > 1 and number.isdecimal() and in_groups(number) == words:
        yield (number,)


def _way(words: Words, begins: bool) -> str:
    return f'"{" ".join(words)}"{" *" if begins else ""}'


def _stands(way: Words, begins: bool, words: Sequence[Word], at: int) -> Span | None:
    """The place of a way that begins at a word of the text; `None` where it does not."""
    there = words[at : at + len(way)]
    if len(there) < len(way) or any(one.folded != word for one, word in zip(there, way[:-1], strict=False)):
        return None
    last = there[-1].folded
    if last == way[-1] or (begins and last.startswith(way[-1])):
        return there[0].start, there[-1].end
    return None
