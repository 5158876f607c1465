"""Finds where a statement names persons: "a 13-year-old boy", "Officer Ann Lee, 42,", "two men", "another".

What happened to them is for derived.py. A person who is named without a noun counts only with
an age beside the name, or where what happened tells that a person is meant. Several persons are
found only where a number is written for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.reading.head_phrases import ENDS, Span, is_adverb, is_verb
from claims.reading.tokens import DASHES, Tokens
from claims.reading.wordlists import load_list, load_words, word_set

OWNER = ("'s", "’s")
"""How the word for an owner ends."""

PRONOUNS = word_set("he she himself herself")
"""Pronouns that stand for one person; "her" may as well open a phrase."""

STRICKEN = word_set("slain murdered injured wounded")
"""Words that before a noun say what happened to that person: "the slain guard"."""

_NOUNS = load_words("victims")
_MAY_STAND_FOR_ONE = frozenset(
    word + owner for word in _NOUNS | PRONOUNS | {"another", "the", "old"} for owner in ("", *OWNER)
)
_FIRST_NAMES = frozenset(map(str.lower, load_words("first_names")))
_SEVERAL = frozenset({"people", "others", "relatives", "siblings", "kids"})
_DETERMINERS = word_set("a an another the his her their my our your its whose")
_OPENERS = ENDS | word_set("police officials authorities mr mrs ms dr")
_NO_NAMES = _OPENERS | load_words("toll_words")
_MOST_BEFORE = 7
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class WrittenCount:
    """A number as written, up to the place `end` of the document, that says exactly how many."""

    end: int
    value: int


@dataclass(frozen=True, slots=True)
class Person:
    """One person at tokens `[first, last)`, or as many as the number says that is written there.

    `noun` is the tokens of the noun, `None` for a bare name, a pronoun or "another"; `behind` the
    token behind the age that follows; `article` the word that opens the phrase or is the whole of
    it, "" for a name or noun by itself; `count` is the number that is written, `None` where none is.
    `known` says that a bare name begins with a known first name.
    """

    first: int
    last: int
    noun: Span | None
    behind: int
    article: str = ""
    count: int | None = None
    known: bool = False

    @property
    def aged(self) -> bool:
        """Whether an age follows."""
        return self.behind > self.last


def without_owner(words: str) -> str:
    """The words without an apostrophe and "s" at their end."""
    return words[:-2] if words.endswith(OWNER) else words


def is_counted_person(word: str) -> bool:
    """Whether a word is a noun for persons, one or several: "men", "daughters", "people", "man"."""
    if word in _NOUNS or word in _SEVERAL or word == "children":
        return True
    for plural, singular in (("men", "man"), ("ies", "y"), ("ves", "fe"), ("s", "")):
        if word.endswith(plural) and word.removesuffix(plural) + singular in _NOUNS:
            return True
    return False


def persons_in(tokens: Tokens, hidden: list[bool], written: Mapping[int, WrittenCount]) -> Iterator[Person]:
    """The persons of a statement in order, not overlapping; `written` are its numbers by their places."""
    floor = 0
    for at, (word, lower) in enumerate(zip(tokens.words, tokens.lower, strict=True)):
        count = written.get(tokens.starts[at])
        if at < floor or not (count or lower in _MAY_STAND_FOR_ONE or word[:1].isupper()):
            continue
        found = _several(tokens, at, hidden, count) if count else _person_at(tokens, at, hidden, floor)
        if found is not None:
            yield found
            floor = found.behind


def _several(tokens: Tokens, at: int, hidden: list[bool], count: WrittenCount) -> Person | None:
    """As many persons as are written: "two men", "her 2 teenage sons", "three others"."""
    noun = at
    while tokens.starts[noun] < count.end and noun < tokens.count:
        noun += 1
    farthest = noun + _MOST_BEFORE
    while noun < farthest and not is_counted_person(tokens.lower[noun]):
        if tokens.lower[noun] != "other" and not _describes(tokens, noun, hidden):
            return None
        noun += 1
    if not is_counted_person(tokens.lower[noun]) or _goes_on(tokens, noun + 1):
        return None
    first = at - (tokens.lower[at - 1] in _DETERMINERS)
    behind = _behind_age(tokens, noun + 1, hidden)
    return Person(first, noun + 1, (noun, noun + 1), behind, tokens.lower[at], count.value)


def _person_at(tokens: Tokens, at: int, hidden: list[bool], floor: int) -> Person | None:
    word = without_owner(tokens.lower[at])
    if word in _NOUNS or (word == "old" and hidden[at]):
        return _described(tokens, at, hidden, floor) or _named(tokens, at, hidden)
    if word in PRONOUNS or (word == "another" and not _goes_on(tokens, at + 1)):
        return Person(at, at + 1, None, at + 1, word)
    if word == "the" and tokens.lower[at + 1] == "other" and not _goes_on(tokens, at + 2):
        return Person(at, at + 2, None, at + 2, word)
    return _named(tokens, at, hidden)


def _described(tokens: Tokens, at: int, hidden: list[bool], floor: int) -> Person | None:
    """A person by a noun: the article, what describes them, the noun, and a name behind it."""
    last = at + 5 if tokens.follows(at + 1, ("-", "in", "-", "law")) else at + 1
    owner = tokens.lower[at].endswith(OWNER)
    if owner and is_counted_person(tokens.lower[last]):
        return None
    named = last if owner else _end_of_name(tokens, last)
    if named > last and tokens.lower[named] in _NOUNS and tokens.lower[at] == "old":
        return None
    if named == last and not owner and _goes_on(tokens, last):
        return None
    first, article = at, ""
    while first > max(floor, at - _MOST_BEFORE) and _describes(tokens, first - 1, hidden):
        first -= 1
    if first > floor and tokens.lower[first - 1] in _DETERMINERS:
        first, article = first - 1, tokens.lower[first - 1]
    elif not (owner and hidden[first]) and (
        tokens.lower[first - 1] in ENDS - _BEFORE_BARE or tokens.is_number(first - 1)
    ):
        return None
    if tokens.words[first] in DASHES:
        return None
    head = first + bool(article) if tokens.lower[at] == "old" else at
    return Person(first, named, (head, last), _behind_age(tokens, named, hidden), article)


_BEFORE_BARE = word_set(
    "to for with over and when after as before says say said that while because but than who of since until "
    "if whose"
)
"""Words of the closed classes after which a headline names a person without an article."""


def _describes(tokens: Tokens, at: int, hidden: list[bool]) -> bool:
    """Whether the word may stand between article and noun: an age, an adjective, another noun."""
    if hidden[at] or tokens.words[at] in DASHES:
        return True
    if not tokens.is_word(at) or tokens.lower[at] in ENDS or tokens.lower[at] in _HARMING:
        return False
    if tokens.lower[at] in STRICKEN and tokens.lower[at - 1] in _DETERMINERS:
        return True
    return not is_verb(tokens, at) or tokens.words[at - 1] in DASHES


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the phrase has its head still to come: "police officer training", "student union"."""
    if tokens.words[at] in DASHES:
        return tokens.glued(at) and tokens.glued(at + 1)
    if not tokens.is_word(at) or tokens.lower[at] in ENDS or is_adverb(tokens.lower[at]):
        return False
    return not (is_verb(tokens, at) or tokens.lower[at] in _MAY_FOLLOW)


_HARMING = frozenset(load_list("toll_words")["doing"]) | {"leaves"}
_MAY_FOLLOW = load_words("toll_words") | load_words("harm_words") | word_set("critically who")


def _named(tokens: Tokens, at: int, hidden: list[bool]) -> Person | None:
    """A person by name: two words with capitals or more, or one with an age behind it."""
    if not tokens.is_capitalised(at) or tokens.lower[at] in _OPENERS or hidden[at]:
        return None
    last = _end_of_name(tokens, at)
    if not _NOUNS.isdisjoint(tokens.lower[at + 1 : last]):
        return None
    behind = _behind_age(tokens, last, hidden)
    if behind == last and sum(len(word) > 1 for word in tokens.words[at:last]) < 2:
        return None
    if tokens.lower[at - 1] in _DETERMINERS:
        return None
    return Person(at, last, None, behind, known=tokens.lower[at] in _FIRST_NAMES)


def _end_of_name(tokens: Tokens, at: int) -> int:
    """The token behind the capitalised words from `at` on; "J. Smith" and "Lee, Jr." take their points."""
    last = at
    while last < at + _MOST_NAMES * 2 and tokens.is_capitalised(last) and _may_be_name(tokens.lower[last]):
        last += 1
        joined = tokens.words[last] == "." and len(tokens.words[last - 1]) < 4 and tokens.glued(last)
        if joined or (tokens.words[last] in DASHES and tokens.glued(last) and tokens.glued(last + 1)):
            last += tokens.is_capitalised(last + 1)
    if last > at and tokens.words[last] == "," and tokens.lower[last + 1] in ("jr", "sr"):
        last += 3 if tokens.words[last + 2] == "." else 2
    return last


def _may_be_name(word: str) -> bool:
    return word not in _NO_NAMES and not word.endswith(("'d", "’d"))


def _behind_age(tokens: Tokens, last: int, hidden: list[bool]) -> int:
    """The token behind an age in commas or brackets: "Smith, 42,", "a man (42)", "a boy, aged 13,"."""
    if tokens.lower[last] == "in" and tokens.lower[last + 1] in _DETERMINERS:
        decade = next((at for at in range(last + 2, last + 5) if tokens.is_number(at)), last)
        return decade + 2 if decade > last and tokens.lower[decade + 1] == "s" else last
    if tokens.words[last] not in (",", "("):
        return last
    at = last + 1
    if tokens.lower[at] in ("aged", "age", "ages", "both", "who", "about"):
        at += 1
    if not _is_hidden_age(tokens, at, hidden):
        return last
    while _is_hidden_age(tokens, at, hidden):
        at = joint = at + 1
        while tokens.lower[at] in (",", "and"):
            at += 1
    at = joint
    return _behind_home(tokens, at + 1) if tokens.words[at] in (",", ")") else at


def _is_hidden_age(tokens: Tokens, at: int, hidden: list[bool]) -> bool:
    """Whether a bare age stands at the token: "42", but not that of the next, as in "42-year-old"."""
    return at < tokens.count and hidden[at] and tokens.is_number(at) and tokens.words[at + 1] not in DASHES


def _behind_home(tokens: Tokens, at: int) -> int:
    """The token behind where a person is from: "Smith, 42, of Leeds,"."""
    end = _end_of_name(tokens, at + 1) if tokens.lower[at] in ("of", "from") else at
    return end + 1 if end > at + 1 and tokens.words[end] == "," else at
