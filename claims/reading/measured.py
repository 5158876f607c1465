"""What stands before a number and is measured by it: "the death toll rose to 97", "prices fell 3%"."""

from __future__ import annotations

from enum import Enum, auto

from claims.reading.head_phrases import (
    DETERMINERS,
    ENDS,
    Span,
    is_adverb,
    is_tied,
    is_verb,
    phrase_at,
    phrase_before,
)
from claims.reading.modifiers import CHANGE_VERBS, moves
from claims.reading.tokens import DASHES, Tokens
from claims.reading.wordlists import load_list, load_words, word_set

_BE = frozenset(load_list("phrase_ends")["be"])
_MEASURE_VERBS = load_words("measure_verbs")
_MEASURED = frozenset(verb + ("d" if verb.endswith("e") else "ed") for verb in _MEASURE_VERBS)
_TRANSFER_VERBS = load_words("transfer_verbs")
_HOLDING = frozenset({"has", "have", "had", "having"})
_MEASURING = (
    (_BE - _HOLDING) | _MEASURE_VERBS | _MEASURED | CHANGE_VERBS | {"stood", "hit", "put", "led", "came"}
)
_NOUN_OR_VERB = frozenset(word for word in _MEASURE_VERBS if word.endswith("s"))
_LIGHT = word_set("high low top number total count average maximum minimum median mean record sum majority")
_LINKS = word_set(
    "to at by in from of up down between within into under above below worth out about around nearly "
    "over on for than just only now not also already still currently again further a an the some "
    "total combined estimated average record whopping staggering mere pretty flat steady unchanged "
    "well 's ’s :"
)
_TIMES = word_set("year month week day quarter century decade season")
_RELATIVE = word_set("last this next past")
_SUPERLATIVES = word_set(
    "biggest largest highest lowest longest smallest greatest sharpest steepest fastest worst best"
)
_PREDICATE = word_set("as just so very quite not equally")
_HANGS_ON = word_set("of in from for to on over since among at")
_BEFORE_NOUNS = DETERMINERS | {"last", "next", "past", "previous", "own"}
_SAYS_NOTHING = (["number"], ["total"])
_BEFORE_NOUN = word_set("the a an its their his her our")
_PUTTING = word_set("put puts")
_CLAUSE_BREAKS = word_set(", ; : ( ) and but while as when because")
_NUMBER = word_set("number total tally count")
_COORDINATES = frozenset({",", "and", "but", "or"})
_LONGEST_LINK = 10
_LONGEST_APPOSITION = 8
_LONGEST_CLAUSE = 30


class Needs(Enum):
    """What must stand between a figure and what it measures before it."""

    NOTHING = auto()
    HOLDER = auto()
    LINK = auto()
    MEASURE = auto()
    VERB = auto()


def before(tokens: Tokens, at: int, hidden: list[bool], *, floor: int, needs: Needs) -> Span | None:
    """Tokens of the noun phrase that is measured before a number.

    `floor` is the first token to look at. `needs` says what must stand between the two: in
    "killed 12" and "in 15 years" nothing before the number is what it measures; a "holder" is
    what has a property: "a car with 938 horsepower".
    """
    last, verb = at, ""
    if needs is Needs.HOLDER and tokens.lower[at - 1] == "with":
        return phrase_before(tokens, at - 1, hidden, floor)
    while last > floor and at - last < _LONGEST_LINK and _links(tokens, last - 1, hidden):
        last -= 1
        verb = verb or (tokens.lower[last] if is_verb(tokens, last) else "")
    if _is_put(tokens, last, verb):
        return None
    if verb in _TRANSFER_VERBS or not _satisfied(needs, linked=last < at, verb=verb):
        return None
    if needs is Needs.MEASURE and (counted := _counted_by_number(tokens, last, floor)):
        return counted
    span = _outermost(tokens, _past_apposition(tokens, last, floor), hidden, floor)
    if span is None:
        return _noun_or_verb(tokens, last, at, hidden)
    if tokens.lower[span[1] - 1] in _SUPERLATIVES or tokens.lower[span[0] : span[1]] in _SAYS_NOTHING:
        return None
    return _subject_of_predicate(tokens, span, last, hidden, floor) or span


def _is_put(tokens: Tokens, last: int, verb: str) -> bool:
    """Whether it is put forward by somebody, whom it does not measure: "Organisers put it at 80,000"."""
    active = verb in _PUTTING and tokens.lower[last] == verb
    return active and tokens.lower[last - 1] not in _BE


def _counted_by_number(tokens: Tokens, last: int, floor: int) -> Span | None:
    """What "the number of" counts, whatever else is told of it: "the number of people killed in the fire"."""
    for at in range(last - 1, max(floor, last - _LONGEST_CLAUSE), -1):
        if tokens.lower[at] in _CLAUSE_BREAKS:
            return None
        if tokens.lower[at] in _NUMBER and tokens.lower[at + 1] == "of" and tokens.lower[at - 1] == "the":
            return phrase_at(tokens, at + 2, determined=True)
    return None


def _noun_or_verb(tokens: Tokens, last: int, at: int, hidden: list[bool]) -> Span | None:
    """What "costs" before a number names: itself in "costs rose 3%", the subject in "is old and costs €3"."""
    if last == at or tokens.lower[last] not in _NOUN_OR_VERB:
        return None
    if tokens.lower[last + 1] == "of" or any(is_verb(tokens, i) for i in range(last + 1, at)):
        return last, last + 1
    return _shared_subject(tokens, last, hidden) if tokens.lower[last - 1] in _COORDINATES else None


def _shared_subject(tokens: Tokens, at: int, hidden: list[bool]) -> Span | None:
    """The subject of the verbs before a coordinated one: "The pipe is old, covers 40 hectares"."""
    for verb in range(at - 1, max(0, at - _LONGEST_CLAUSE), -1):
        if (
            is_verb(tokens, verb)
            and not is_tied(tokens, verb)
            and (found := phrase_before(tokens, verb, hidden, 0))
        ):
            return found
    return None


def subject(tokens: Tokens, at: int, hidden: list[bool], *, floor: int) -> Span | None:
    """The subject of the clause before a number: "Shares were calm, up 3%" measures the shares."""
    for verb in range(max(floor, at - _LONGEST_CLAUSE), at):
        if is_verb(tokens, verb) and not tokens.lower[verb].endswith("ing") and not is_tied(tokens, verb):
            span = phrase_before(tokens, verb, hidden, floor)
            if span:
                return span
    return None


def _is_described(tokens: Tokens, at: int) -> bool:
    """Whether another noun makes a light one mean something: "a national average of"."""
    before = tokens.lower[at - 1]
    return tokens.is_word(at - 1) and before not in ENDS | _LINKS and not is_verb(tokens, at - 1)


def _is_subject(tokens: Tokens, at: int) -> bool:
    """Whether what could be a verb is a noun: behind an article, or before its own verb: "use fell"."""
    if tokens.lower[at - 1] in _BEFORE_NOUN:
        return not moves(tokens.lower[at])
    return tokens.lower[at] in _MEASURE_VERBS and tokens.lower[at + 1] in _MEASURING - _BE


def _satisfied(needs: Needs, *, linked: bool, verb: str) -> bool:
    match needs:
        case Needs.NOTHING:
            return True
        case Needs.LINK | Needs.HOLDER:
            return linked
        case Needs.VERB:
            return verb != ""
        case Needs.MEASURE:
            return linked and (not verb or verb in _MEASURING)


def _links(tokens: Tokens, at: int, hidden: list[bool]) -> bool:
    """Whether the word may stand between what is measured and its figure; a date or a pace may."""
    word = tokens.lower[at]
    if hidden[at]:
        return tokens.is_word(at) or len(word) == 4 or word in DASHES
    if not word or word == "including" or tokens.words[at].isupper() or is_tied(tokens, at):
        return False
    light = word in _LIGHT and tokens.lower[at + 1] == "of"
    if light and _is_described(tokens, at):
        return False
    if word in _TIMES and tokens.lower[at - 1] in _RELATIVE:
        return True
    return (
        word in _LINKS
        or light
        or (word in _RELATIVE and tokens.lower[at + 1] in _TIMES)
        or (_is_link_verb(tokens, at) and not _is_subject(tokens, at))
        or is_adverb(word)
    )


def _is_link_verb(tokens: Tokens, at: int) -> bool:
    """Whether the word is a verb; a word in -s before a verb of its own is a noun: "rates could fall"."""
    return is_verb(tokens, at) and not (tokens.lower[at] in _NOUN_OR_VERB and tokens.lower[at + 1] in _BE)


def _past_apposition(tokens: Tokens, last: int, floor: int) -> int:
    """Over "which" and over an apposition: "flights, which cost $900", "Oil, the old fuel, rose 3%"."""
    if tokens.lower[last - 1] in ("which", "that", "who"):
        return last - 2 if tokens.words[last - 2] == "," else last - 1
    if tokens.words[last - 1] != ",":
        return last
    for comma in range(last - 2, max(floor, last - _LONGEST_APPOSITION), -1):
        if tokens.words[comma] == ",":
            return comma
    return last


def _outermost(tokens: Tokens, last: int, hidden: list[bool], floor: int) -> Span | None:
    """The phrase before `last`, or the one that it hangs on: "the price" in "the price of gold"."""
    span = phrase_before(tokens, last, hidden, floor)
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
        outer = phrase_before(tokens, at, hidden, floor)
        if outer is None or _is_empty(tokens, outer):
            return span
        span = outer
    return span


def _is_empty(tokens: Tokens, span: Span) -> bool:
    """Whether a phrase says nothing by itself: "the number of", "a rally in"."""
    head = tokens.lower[span[1] - 1]
    if head == "numbers" and span[1] - span[0] > 1:
        return False
    if head in _LIGHT or moves(head) or tokens.lower[span[0]].endswith("ing"):
        return True
    noun = tokens.lower[span[1]] == "of" and head in _MEASURE_VERBS
    return is_verb(tokens, span[1] - 1) and not noun


def _subject_of_predicate(
    tokens: Tokens, span: Span, last: int, hidden: list[bool], floor: int
) -> Span | None:
    """What a predicate is said of: in "the angle was just as steep at 37 degrees" the angle is measured."""
    at = span[0] - 1
    while at > floor and tokens.lower[at] in _PREDICATE:
        at -= 1
    if tokens.lower[at] in _BE and tokens.lower[last] in ("at", "by", "with"):
        return _outermost(tokens, at, hidden, floor)
    return None
