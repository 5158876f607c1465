"""Tells the name in the words that a text uses for a speaker, and what kind of name it is.

It reads titles, capitals and appositions; whom a bare surname or a pronoun means is for
`speakers.py`, which knows the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from claims.reading.word_classes import (
    AUXILIARIES,
    CLOSED,
    ENDS_HEAD,
    INDEFINITE,
    PAST_FORMS,
    PRONOUNS,
)
from claims.reading.wordlists import load_lines


class Kind(StrEnum):
    """What a name can name."""

    PERSON = "person"
    INSTITUTION = "institution"
    EITHER = "either"


class Name(NamedTuple):
    """A name without its titles. `roles` are the common nouns that the text gives its bearer.

    `pronoun` is "he" or "she" where title or first name tells, else `None`.
    """

    words: str
    kind: Kind
    roles: frozenset[str] = frozenset()
    pronoun: str | None = None

    @property
    def first(self) -> str:
        """The first word of the name."""
        return self.words.split(" ", 1)[0]

    @property
    def family(self) -> str:
        """The last word of the name, by which a person is called later on."""
        return self.words.rsplit(" ", 1)[-1]

    def agrees(self, other: Name) -> bool:
        """True where nothing known of two bearers of a name tells them apart."""
        return None in (self.pronoun, other.pronoun) or self.pronoun == other.pronoun

    def joined(self, other: Name) -> Name:
        """This name, with what another mention of its bearer adds."""
        kind = Kind.PERSON if Kind.PERSON in (self.kind, other.kind) else self.kind
        return Name(self.words, kind, self.roles | other.roles, self.pronoun or other.pronoun)


def _load_titles() -> dict[str, str | None]:
    entries = (line.partition(":") for line in load_lines("titles"))
    return {title.strip().lower(): pronoun.strip() or None for title, _, pronoun in entries}


def _load_first_names() -> dict[str, str]:
    entries = (line.partition(":") for line in load_lines("first_names"))
    return {name.strip(): pronoun for pronoun, _, names in entries for name in names.split(",")}


_TITLES = _load_titles()
_FIRST_NAMES = _load_first_names()
_UNNAMED = frozenset(load_lines("unnamed_sources"))
_ORGANISATION_WORDS = frozenset(line.partition(":")[0] for line in load_lines("organisation_words"))
_INSTITUTIONS = frozenset(line for line in load_lines("organisation_words") if ":" not in line)
_PARTICLES = frozenset(
    {"de", "del", "di", "la", "le", "van", "von", "der", "den", "bin", "al", "el", "ibn", "da", "dos"}
)
_LINKS = frozenset({"of", "the", "and", "for", "&", "in", "on", "to"})
_OF_TWO = frozenset({"younger", "elder", "older", "other"})
_PLACES = frozenset({"of", "in", "on", "at"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_LONGEST = 80
_MOST_WORDS = 5
_LONGEST_ROLE = 20
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w’'.-]*+")
_RUN = re.compile(
    rf"{_CAPITALISED.pattern}"
    rf"((?:(?: |\s*+(?:{'|'.join(sorted(_PARTICLES))})\s*+){_CAPITALISED.pattern})+)?"
)
"""Capitalised words with nothing but a blank or a particle between them; a single one has no group."""

_PROPER = re.compile(r"[^\W\d_a-z](?<=[^\W_] .|[,;] .)[\w’'.-]*+")
"""A capitalised word inside a sentence."""


def name_in(source: str) -> Name | None:
    """The name in a speaker's description; `None` where nobody is named: "officials", "a diplomat"."""
    parts = [part.strip() for part in source.split(" (")[0].split(",") if part.strip()]
    if not parts or len(parts[0]) > 2 * _LONGEST or source.lower() in PRONOUNS or _is_unnamed(parts[0]):
        return None
    if parts[0].split()[0].lower() in INDEFINITE:
        named = _behind_role(parts[0])
        return named if named is not None and named.kind is Kind.PERSON else _titled(parts)
    named = _titled(parts) or _whole(parts[0]) or _behind_role(parts[0])
    if named is not None:
        return _with_roles(named, parts)
    return _institution(parts[0])


def _is_unnamed(words: str) -> bool:
    """True for "People close to the board", whose capital is that of the sentence."""
    first, _, rest = words.partition(" ")
    return first.lower() in _UNNAMED and rest[:1].islower()


def _titled(parts: list[str]) -> Name | None:
    """The name that stands between commas behind a title: "the envoy for Norland, Harriet Voss"."""
    if len(parts) < 2 or _whole(parts[0]) is not None or _behind_role(parts[0]) is not None:
        return None
    named = _whole(parts[1])
    if named is None or " " not in named.words or named.kind is Kind.INSTITUTION:
        return None
    return Name(named.words, Kind.PERSON, _role_of(parts[0]), named.pronoun)


def _whole(part: str) -> Name | None:
    """The name where the words are nothing but a name with its titles: "President Lee", "The Times"."""
    words = part.split()
    article = words[0].lower() == "the"
    if article:
        words = words[1:]
    if not words or not words[0][0].isupper():
        return None
    if not _UNNAMED.isdisjoint({words[-1].lower(), _head(words).lower()}):
        return None
    if not all(_is_name_word(word) for word in words) or words[-1].lower() in _LINKS:
        return None
    return _named(words, article=article)


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or word in _LINKS or word in _PARTICLES or word[0].isdigit()


def _named(words: list[str], *, article: bool = False) -> Name | None:
    """The name in capitalised words, its titles taken off; `None` where they name two, or are a headline."""
    words = [*words[:-1], _without_genitive(words[-1])]
    if "and" in words and not _holds_organisation(words[: words.index("and")]):
        return None
    bare, pronoun = _without_titles(words)
    bare = _without_place(bare)
    titled = bare[:1] != words[:1]
    if not bare or _holds_organisation(bare) or (article and not titled):
        return Name(" ".join(words), Kind.INSTITUTION, frozenset({words[-1].lower()}))
    if "and" in bare or "&" in bare or len(bare) > _MOST_WORDS:
        return None
    pronoun = pronoun or _FIRST_NAMES.get(bare[0])
    person = titled or pronoun is not None
    return Name(" ".join(bare), Kind.PERSON if person else Kind.EITHER, pronoun=pronoun)


def _without_genitive(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _without_place(words: list[str]) -> list[str]:
    """A person's name without a place or house behind it: "Eva Holm of the Oslo Institute"."""
    place = next((n for n, word in enumerate(words) if n > 1 and word in _PLACES), len(words))
    return words if _holds_organisation(words[:place]) else words[:place]


def _holds_organisation(words: list[str]) -> bool:
    return any(word.lower().strip(".") in _ORGANISATION_WORDS for word in words)


def _without_titles(words: list[str]) -> tuple[list[str], str | None]:
    """A name behind the last of its titles, "Norland Senator Eva Holm", and the pronoun that they tell."""
    pronoun = None
    last = 0
    for place, word in enumerate(words[:-1]):
        title, following = word.strip(".").lower(), words[place + 1].strip(".").lower()
        if word.endswith(("’s", "'s")):
            last = place + 1
        elif title in _TITLES and following not in _SUFFIXES:
            pronoun = _TITLES[title] or pronoun
            last = place + 1
        elif (word in _FIRST_NAMES and following not in _TITLES) or (word in _LINKS and last != place):
            break
    bare = words[last:]
    while bare and bare[0].lower() in _LINKS:
        bare = bare[1:]
    return bare, pronoun


def _behind_role(part: str) -> Name | None:
    """The name behind a role in small letters: "special envoy Harriet Voss"."""
    words = part.split()
    first = len(words)
    while first > 0 and (words[first - 1][0].isupper() or words[first - 1] in _PARTICLES):
        first -= 1
    while first < len(words) and words[first] in _PARTICLES:
        first += 1
    if first in (0, len(words)) or words[first - 1].lower() in _LINKS | ENDS_HEAD | INDEFINITE:
        return None
    role = words[first - 1]
    if not role.isalpha() or role.lower() in _UNNAMED | _OF_TWO or role.endswith(("ing", "ed")):
        return None
    named = _named(words[first:])
    if named is None or named.kind is Kind.INSTITUTION:
        return named
    return Name(named.words, Kind.PERSON, frozenset({role.lower()}), named.pronoun)


def _with_roles(name: Name, parts: list[str]) -> Name:
    """The name with the roles of its appositions."""
    roles = frozenset().union(*(_role_of(part) for part in parts[1:])) | name.roles
    return name._replace(roles=roles)


def _role_of(part: str) -> frozenset[str]:
    """The head noun of a description: "envoy" of "the special envoy for Norland"."""
    head = _head(part.split())
    return frozenset({head.lower()}) if head.isalpha() and head[0].islower() else frozenset()


def _head(words: list[str]) -> str:
    """The last word before the first preposition."""
    ends = (place for place, word in enumerate(words) if place > 0 and word.lower() in ENDS_HEAD)
    return words[next(ends, len(words)) - 1]


def _institution(part: str) -> Name | None:
    """An institution that is described, not named: "Norland’s rescue centre"."""
    words = part.split()
    if words[0].lower() == "the":
        words = words[1:]
    if not words:
        return None
    head = _compound_head(words)
    if not any(word[0].isupper() for word in words) or len(part) > _LONGEST:
        return None
    if head.lower() in _UNNAMED or head.lower() not in _INSTITUTIONS:
        return None
    if "and" in words or any(_is_clause_word(word) for word in words):
        return None
    return Name(" ".join(words), Kind.INSTITUTION, frozenset({head.lower()}))


def _is_clause_word(word: str) -> bool:
    """True for a word that shows a clause, and so no mere description."""
    return (
        word in AUXILIARIES or word in PAST_FORMS or word in ("who", "that", "which") or word.endswith("ed")
    )


def _compound_head(words: list[str]) -> str:
    """The head noun, where "of" may be part of a compound: "prisoner of war coordination centre"."""
    head = _head(words)
    behind = words[words.index(head) + 1 :]
    return words[-1] if behind and all(word.islower() and word.isalpha() for word in behind) else head


def described_as(source: str) -> tuple[str, ...]:
    """The words of a description that points back, "the coordination centre"; none for anything else."""
    words = source.split()
    if not 2 <= len(words) <= 4 or words[0].lower() not in ("the", "this"):
        return ()
    plain = all(word.islower() and word.isalpha() for word in words[1:])
    return tuple(words[1:]) if plain and words[-1] not in _UNNAMED else ()


@dataclass(frozen=True, slots=True)
class Spelled:
    """What a text spells out: capitalised words that may be names, by their last word, and proper words.

    A run of capitalised words stands beside the role before it, "" where none does; each pair once.

    A proper word is one that is written with a capital inside a sentence too.
    """

    runs: dict[str, dict[tuple[str, str], None]]
    proper: frozenset[str]


def spelled_out(text: str) -> Spelled:
    """The runs of capitalised words and the proper words of a text."""
    runs: dict[str, dict[tuple[str, str], None]] = {}
    for found in _RUN.finditer(text):
        if found.lastindex:
            for run, first in _runs(text, *found.span()):
                last = _without_genitive(run[-1].rstrip("."))
                runs.setdefault(last, {})[" ".join(run), _role_before(text, first)] = None
    proper = {word for word in _PROPER.findall(text) if word[0].isupper()}
    return Spelled(runs, frozenset(_without_genitive(word.rstrip(".")) for word in proper))


def _runs(text: str, start: int, end: int) -> Iterator[tuple[list[str], int]]:
    """The runs of two capitalised words or more that may be one name, each with where it begins."""
    run: list[str] = []
    first = behind = start
    for match in _CAPITALISED.finditer(text, start, end):
        word = match.group()
        if not word[0].isupper():
            continue
        gap = text[behind : match.start()]
        if run and _joins(run[-1], gap):
            run += gap.split()
        else:
            if len(run) > 1:
                yield run, first
            run, first = [], match.start()
        run.append(word)
        behind = match.end()
    if len(run) > 1:
        yield run, first


def _role_before(text: str, start: int) -> str:
    """The word in small letters right before a name, which may be a role: "special envoy Harriet Voss"."""
    before = text[max(0, start - _LONGEST_ROLE) : start]
    word = before.split()[-1] if before.endswith(" ") and before.split() else ""
    return word if word.isalpha() and word.islower() else ""


def _joins(last: str, gap: str) -> bool:
    """True where nothing but a blank or a particle stands between two capitalised words."""
    if gap != " " and gap.strip() not in _PARTICLES:
        return False
    if last.endswith(("’s", "'s")):
        return False
    return not last.endswith(".") or len(last) == 2 or last.strip(".").lower() in _TITLES


def name_of_run(words: str, role: str) -> Name | None:
    """The name in a run of two capitalised words or more, without one that only begins its sentence."""
    run = words.split(" ")
    while len(run) > 1 and run[0].lower() in CLOSED:
        run = run[1:]
    if not 2 <= len(run) <= 8 or run[-1] in ("I", "I’m", "I'm"):
        return None
    name = _named([*run[:-1], run[-1].rstrip(".")])
    return name._replace(roles=name.roles | {role}) if name is not None and role else name
