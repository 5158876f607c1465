"""Finds where a statement names one single person: "a 13-year-old boy", "Officer Ann Lee, 42,", "another".

What happened to them is for derived.py. A person who is named without a noun counts only with
an age beside the name, or where what happened tells that a person is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.reading.head_phrases import ENDS, Span, is_adverb, is_verb
from claims.reading.tokens import DASHES, Tokens
from claims.reading.wordlists import load_list, load_words, word_set

OWNER = ("'s", "’s")
"""How the word for an owner ends."""

PRONOUNS = word_set("he she himself herself")
"""Pronouns that stand for one person; "her" may as well open a phrase."""

_NOUNS = load_words("victims")
_MAY_STAND_FOR_ONE = frozenset(
    word + owner for word in _NOUNS | PRONOUNS | {"another", "the", "old"} for owner in ("", *OWNER)
)
_DETERMINERS = word_set("a an another the his her their my our your its whose")
_OPENERS = ENDS | word_set("police officials authorities mr mrs ms dr")
_MOST_BEFORE = 7
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Person:
    """One person at tokens `[first, last)`.

    `noun` is the tokens of the noun, `None` for a bare name, a pronoun or "another"; `behind` the
    token behind the age that follows; `article` the word that opens the phrase or is the whole of
    it, "" for a name or noun by itself.
    """

    first: int
    last: int
    noun: Span | None
    behind: int
    article: str = ""

    @property
    def aged(self) -> bool:
        """Whether an age follows."""
        return self.behind > self.last


def without_owner(words: str) -> str:
    """The words without an apostrophe and "s" at their end."""
    return words[:-2] if words.endswith(OWNER) else words


def persons_in(tokens: Tokens, hidden: list[bool]) -> Iterator[Person]:
    """The single persons of a statement in order, not overlapping."""
    floor = 0
    for at, (word, lower) in enumerate(zip(tokens.words, tokens.lower, strict=True)):
        if at < floor or not (lower in _MAY_STAND_FOR_ONE or word[:1].isupper()):
            continue
        found = _person_at(tokens, at, hidden, floor)
        if found is not None:
            yield found
            floor = found.behind


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
    named = last if owner else _end_of_name(tokens, last)
    if named == last and not owner and _goes_on(tokens, last):
        return None
    first, article = at, ""
    while first > max(floor, at - _MOST_BEFORE) and _describes(tokens, first - 1, hidden):
        first -= 1
    if first > floor and tokens.lower[first - 1] in _DETERMINERS:
        first, article = first - 1, tokens.lower[first - 1]
    elif tokens.lower[first - 1] in ENDS - _BEFORE_BARE or tokens.is_number(first - 1):
        return None
    head = first + bool(article) if tokens.lower[at] == "old" else at
    return Person(first, named, (head, last), _behind_age(tokens, named, hidden), article)


_BEFORE_BARE = word_set(
    "and when after as before says say said that while because but than who of with since until if whose"
)
"""Words of the closed classes after which a headline names a person without an article."""


def _describes(tokens: Tokens, at: int, hidden: list[bool]) -> bool:
    """Whether the word may stand between article and noun: an age, an adjective, another noun."""
    if hidden[at] or tokens.words[at] in DASHES:
        return True
    if not tokens.is_word(at) or tokens.lower[at] in ENDS or tokens.lower[at] in _HARMING:
        return False
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
    behind = _behind_age(tokens, last, hidden)
    if last - at < 2 and behind == last:
        return None
    return None if tokens.lower[at - 1] in _DETERMINERS else Person(at, last, None, behind)


def _end_of_name(tokens: Tokens, at: int) -> int:
    """The token behind the capitalised words from `at` on; "J. Smith" and "Sgt. Lee" take their points."""
    last = at
    while last < at + _MOST_NAMES * 2 and tokens.is_capitalised(last) and tokens.lower[last] not in _OPENERS:
        dotted = tokens.words[last + 1] == "." and tokens.glued(last + 1) and len(tokens.words[last]) < 4
        last += 2 if dotted and tokens.is_capitalised(last + 2) else 1
    return last


def _behind_age(tokens: Tokens, last: int, hidden: list[bool]) -> int:
    """The token behind an age in commas or brackets: "Smith, 42,", "a man (42)", "a boy, aged 13,"."""
    if tokens.lower[last] == "in" and tokens.lower[last + 1] in _DETERMINERS:
        decade = next((at for at in range(last + 2, last + 5) if tokens.is_number(at)), last)
        return decade + 2 if decade > last and tokens.lower[decade + 1] == "s" else last
    if tokens.words[last] not in (",", "("):
        return last
    at = last + 1
    if tokens.lower[at] in ("aged", "age", "who", "about"):
        at += 1
    if not (hidden[min(at, tokens.count)] and tokens.is_number(at)):
        return last
    at += 1
    return _behind_home(tokens, at + 1) if tokens.words[at] in (",", ")") else at


def _behind_home(tokens: Tokens, at: int) -> int:
    """The token behind where a person is from: "Smith, 42, of Leeds,"."""
    end = _end_of_name(tokens, at + 1) if tokens.lower[at] in ("of", "from") else at
    return end + 1 if end > at + 1 and tokens.words[end] == "," else at
