"""What a figure counts or measures: the head noun phrase near it.

Works by closed word classes and endings, without a tagger: behind the number ("123 political
prisoners"), behind "of" ("a third of voters"), or before a verb ("the toll rose to 97").
"""

from __future__ import annotations

import re
from enum import Enum, auto

from claims.reading.modifiers import CHANGE_VERBS, moves
from claims.reading.plurals import looks_plural
from claims.reading.tokens import DASHES, Tokens
from claims.reading.wordlists import load_list, load_words, word_set

_CLASSES = load_list("phrase_ends")
_ENDS = load_words("phrase_ends")
_VERBS = frozenset(_CLASSES["past"]) | frozenset(_CLASSES["be"]) | load_words("measure_verbs")
_DETERMINERS = word_set(
    "the a an this that these those his her its our their my your all some such both each every "
    "any most another"
)
_LOOSE = word_set("more other additional further extra total remaining")
_NO_ADVERBS = word_set("family supply ally assembly rally monopoly anomaly butterfly belly jelly bully")
_UNCOUNTED = frozenset({"units", "unit", "latter", "former"})
_PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us"})
_LIGHT = word_set("high low number total count average maximum minimum median mean record sum majority")
_LINKS = word_set(
    "to at by from of up down between within into under above below worth out about around "
    "nearly over on for with as than just only now not also already still currently again "
    "further a an the some total combined estimated average record whopping staggering mere"
)
_NOUN_OR_VERB = frozenset(word for word in load_words("measure_verbs") if word.endswith("s"))
_BEFORE_NOUNS = _DETERMINERS | frozenset({"last", "next", "past", "previous", "own"})
_HANGS_ON = word_set("of in from for to on over since after with at by")
_BE = frozenset(_CLASSES["be"])
_MEASURING = (
    _BE | load_words("measure_verbs") | CHANGE_VERBS | frozenset({"stood", "hit", "put", "led", "came"})
)
_DIMENSIONS = word_set("long high wide deep tall thick away apart across old early late lower higher off")
_DIMENSION_NOUNS = word_set(
    "length height width depth diameter weight area size size total all exchange excess"
)
_NO_NOUNS = word_set("strong plus odd something fold year old long point off way time up")
_TIME = word_set(
    "quarter year month week day weekend morning afternoon evening night today century decade hour"
)
_LONGEST = 7

Span = tuple[int, int]


class Needs(Enum):
    """What must stand between a figure and what it measures before it."""

    NOTHING = auto()
    LINK = auto()
    MEASURE = auto()
    VERB = auto()


def behind(
    tokens: Tokens, at: int, *, measured: bool = False, within: bool = False, partitive: bool = False
) -> Span | None:
    """Tokens of the noun phrase behind a number.

    `measured`: a unit stands between; `within`: "in" may too, as in "$3bn in aid";
    `partitive`: the number is a share, as in "half the voters".
    """
    tied = _past_hyphens(tokens, at)
    if tied > at and not measured and tokens.lower[at + 1] not in _NO_NOUNS:
        return at + 1, tied
    at = tied
    if tokens.lower[at] == "as" and tokens.lower[at + 1] in ("many", "much"):
        at += 2
    word = tokens.lower[at]
    if measured and (word in _DIMENSIONS or (word == "in" and tokens.lower[at + 1] in _DIMENSION_NOUNS)):
        return None
    if word == "worth" and tokens.lower[at + 1] == "of":
        at, word = at + 1, "of"
    if word == "of":
        return _phrase(tokens, at + 1, determined=True)
    if word == "in":
        return _without_time(tokens, _phrase(tokens, at + 1, determined=False)) if within else None
    span = _without_time(tokens, _phrase(tokens, at, determined=partitive))
    if (
        span
        and measured
        and moves(tokens.lower[span[1] - 1])
        and tokens.lower[span[1]] in ("in", "of", "for")
    ):
        return _phrase(tokens, span[1] + 1, determined=True) or span
    return span


def stands_for_them(tokens: Tokens, at: int) -> bool:
    """Whether what is counted was named before: "114 of them", "nine of whom"."""
    return (
        tokens.lower[at] == "of"
        and tokens.lower[at + 1] in _PRONOUNS
        and not _is_acronym(tokens.words[at + 1])
    )


def before(tokens: Tokens, at: int, hidden: list[bool], *, floor: int, needs: Needs) -> Span | None:
    """Tokens of the noun phrase that is measured before a number: "the death toll rose to 97".

    `floor` is the first token to look at. `needs` says what must stand between the two: in
    "killed 12" and "in 15 years" nothing before the number is what it measures.
    """
    last, verb = at, None
    while last > floor and at - last < 10 and _links(tokens, last - 1, hidden):
        last -= 1
        verb = tokens.lower[last] if _is_linking_verb(tokens, last) else verb
    if last == at and needs is not Needs.NOTHING:
        return None
    if needs is Needs.VERB and verb is None:
        return None
    if needs is Needs.MEASURE and verb is not None and verb not in _MEASURING:
        return None
    ambiguous = last
    last = _before_relative(tokens, last)
    span = _outermost(tokens, last, hidden, floor)
    if span is None and ambiguous < at and tokens.lower[ambiguous] in _NOUN_OR_VERB:
        return ambiguous, ambiguous + 1
    if span and tokens.lower[span[0] - 1] in _BE and tokens.lower[last] in ("at", "by", "with"):
        return _outermost(tokens, span[0] - 1, hidden, floor) or span
    return span


def _before_relative(tokens: Tokens, last: int) -> int:
    """Over "which" or "that" and its comma: "flights that cost $900" measures the flights."""
    if tokens.lower[last - 1] in ("which", "that", "who"):
        last -= 2 if tokens.words[last - 2] == "," else 1
    return last


def _links(tokens: Tokens, at: int, hidden: list[bool]) -> bool:
    """Whether the word may stand between what is measured and its figure."""
    word = tokens.lower[at]
    if not word or tokens.words[at].isupper() or _is_tied(tokens, at):
        return False
    if word in _LINKS or word in ("'s", "’s", ":") or (word in _LIGHT and tokens.lower[at + 1] == "of"):
        return True
    return _is_linking_verb(tokens, at) or (word.endswith("ly") and word not in _NO_ADVERBS and len(word) > 4)


def _is_linking_verb(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    return word in _VERBS or (tokens.words[at].islower() and _is_verb_form(word))


def _is_verb_form(word: str) -> bool:
    """Whether the ending is that of a past or a participle: "used", but not "speed" or "king"."""
    if word.endswith("ed"):
        return len(word) > 3 and (not word.endswith("eed") or len(word) > 5)
    return word.endswith("ing") and len(word) > 5


def _outermost(tokens: Tokens, last: int, hidden: list[bool], floor: int) -> Span | None:
    """The phrase before `last`, or the one that it hangs on: "the price" in "the price of gold"."""
    span = _phrase_until(tokens, last, hidden, floor)
    for _ in range(3):
        if span is None:
            return None
        at = span[0] - 1
        while at > floor and tokens.lower[at] in _BEFORE_NOUNS:
            at -= 1
        if tokens.lower[at] not in _HANGS_ON or at <= floor:
            return span
        while at > floor and tokens.lower[at - 1] in _HANGS_ON:
            at -= 1
        outer = _phrase_until(tokens, at, hidden, floor)
        if outer is None or tokens.lower[outer[1] - 1] in _LIGHT or _is_linking_verb(tokens, outer[1] - 1):
            return span
        span = outer
    return span


def _phrase_until(tokens: Tokens, last: int, hidden: list[bool], floor: int) -> Span | None:
    first = last
    while first > floor and last - first < _LONGEST:
        named = tokens.is_number(first - 1) and hidden[first - 1] and len(tokens.words[first - 1]) < 4
        if not named and (hidden[first - 1] or not _in_phrase(tokens, first - 1)):
            break
        first -= 1
    while first < last and (tokens.is_number(first) or not tokens.is_word(first)):
        first += 1
    return (first, last) if first < last else None


def _in_phrase(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if word in DASHES:
        return tokens.glued(at) and tokens.glued(at + 1)
    if word == "&" or (tokens.is_number(at) and tokens.glued(at) and tokens.is_word(at - 1)):
        return True
    return tokens.is_word(at) and (not _ends(tokens.lower[at]) or _is_acronym(word) or _is_tied(tokens, at))


def _ends(word: str) -> bool:
    """Whether a noun phrase ends at the word; "it's" and "they’re" are pronouns too."""
    return word in _ENDS or (
        (word[-3:-2] in "'’" or word[-2:-1] in "'’") and re.split("['’]", word)[0] in _ENDS
    )


def _is_acronym(word: str) -> bool:
    """Whether capitals tell that a word is no pronoun: "US", "IT", "WHO"."""
    return len(word) > 1 and word.isupper()


def _is_tied(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen makes the word part of another: "all-time", "on-board"."""
    return (tokens.words[at + 1] in DASHES and tokens.glued(at + 1) and tokens.glued(at + 2)) or (
        tokens.words[at - 1] in DASHES and tokens.glued(at) and tokens.glued(at - 1)
    )


def _past_hyphens(tokens: Tokens, at: int) -> int:
    """Behind what is tied to the number: "-long", "-year-old"."""
    last = at
    while (
        last - at < _LONGEST
        and tokens.words[last] in DASHES
        and tokens.glued(last)
        and tokens.is_word(last + 1)
    ):
        last += 2
    return last


def _phrase(tokens: Tokens, at: int, *, determined: bool) -> Span | None:
    """The noun phrase that begins at a token; `determined`: an article may stand before it."""
    first = at
    while first < at + 4 and (tokens.lower[first] in _LOOSE or (determined and _opens(tokens, first))):
        first += 1
    first = _past_measure(tokens, first)
    last = _end_of_phrase(tokens, first)
    if last > first and tokens.lower[last] == "and" and not looks_plural(tokens.lower[last - 1]):
        joined = _end_of_phrase(tokens, last + 1)
        if joined > last + 1 and looks_plural(tokens.lower[joined - 1]):
            last = joined
    return (first, last) if last > first else None


def _opens(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at] in _DETERMINERS or tokens.is_number(at)


def _past_measure(tokens: Tokens, at: int) -> int:
    """Behind a measure that describes what is counted: "eight million 250ml bottles"."""
    if tokens.is_number(at) and tokens.words[at + 1] in DASHES and tokens.is_word(at + 2):
        return at + 3
    if tokens.is_number(at) and (tokens.is_word(at + 1) or tokens.words[at + 1] == "%"):
        return at + 2
    return at


def _end_of_phrase(tokens: Tokens, first: int) -> int:
    last = first
    if not tokens.is_word(first):
        return first
    while last - first < _LONGEST and _in_phrase(tokens, last) and not _is_verb(tokens, first, last):
        last += 1
        if looks_plural(tokens.lower[last - 1]) and not _goes_on(tokens, last):
            break
    return last


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a plural is not yet the head: "sales jobs", "drugs-related deaths"."""
    if tokens.words[at] in DASHES and tokens.glued(at):
        return True
    return looks_plural(tokens.lower[at]) and tokens.lower[at] not in _ENDS


def _is_verb(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a word in -ed, -ing or -ly ends the phrase; before another noun it describes that noun."""
    word = tokens.lower[at]
    if word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS:
        return at > first or not tokens.is_word(at + 1) or tokens.lower[at + 1] in _ENDS
    if _is_verb_form(word):
        return not (tokens.is_word(at + 1) and tokens.lower[at + 1] not in _ENDS)
    return False


def _without_time(tokens: Tokens, span: Span | None) -> Span | None:
    return None if span and tokens.lower[span[1] - 1].removesuffix("s") in _TIME else span
