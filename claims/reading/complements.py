"""Finds where the words that a cue verb credits begin: a clause, a quotation, an infinitive, a noun phrase.

Which of them may follow is told by the verb's frames; what stands between ("told reporters in
Oslo on Monday that …") is stepped over.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.reading import word_classes as classes
from claims.reading.clauses import BREAKS, CONTRASTS, QUOTE, Words, is_adverb, is_present, is_verb_like
from claims.reading.cues import CUE_VERBS, Frame
from claims.reading.numerals import SMALL


class Complement(NamedTuple):
    """What follows a cue verb begins at word `first`; `frame` is the way in which it is joined."""

    first: int
    frame: Frame


LISTENERS = classes.OBJECT_PRONOUNS | {"reporters", "journalists", "lawmakers", "newsmen", "correspondents"}
"""Those whom words are mostly spoken to: behind a verb they are never the speaker."""

_QUESTIONS = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})
_SUBJECTS = classes.PRONOUNS | {"there", "this", "these", "those"}
_EMPTY = frozenset({"so", "yes", "goodbye", "hello", "anything", "something"})
_EMPTY_ALONE = frozenset({"nothing", "no", "much", "little", "more"})
_OPENS_CLAUSE = frozenset({"in", "under", "after", "during", "without", "for"})
_BELONGS_BEHIND = classes.NEGATIONS | {"further", "all", "almost", "nearly", "even", "only", "just", "once"}
_HOLDS_PHRASE = classes.PREPOSITIONS | classes.DETERMINERS | {"and", "'s", ".", "&"}
_HOLDS_AMOUNT = frozenset({"of", "for", "from", "in"})
_BEFORE_NUMBER = frozenset(
    {"about", "around", "roughly", "some", "nearly", "almost", "over", "at", "least", "most", "more", "than"}
    | {
        "less",
        "fewer",
        "up",
        "to",
        "between",
        "close",
        "only",
        "just",
        "a",
        "an",
        "$",
        "€",
        "£",
        "total",
        "of",
    }
)
_TIMES_BEHIND = classes.TIMES | {"last", "this", "in", "on"}
_REACH = 16
"""So many words are looked at to find "that" or a quotation behind an adjunct."""


def complement_after(words: Words, after: int, frames: frozenset[Frame]) -> Complement | None:
    """What a verb with these frames credits behind it; `None` where nothing that fits follows."""
    first = after
    while is_adverb(words.low[first]) and words.low[first] not in _BELONGS_BEHIND:
        first += 1
    if words.low[first] in ("is", "was") and words.low[first + 1] == "that":
        first += 1
    if Frame.TELL in frames:
        told = _told(words, first)
        if told is not None:
            return told
    infinitive = words.low[first] == "to" and Frame.TO in frames
    behind = first if infinitive else _behind_adjunct(words, first)
    if infinitive and _is_namelessness(words, first + 1):
        return None
    found = (
        _clause_or_quotation(words, behind, frames)
        or _after_comma(words, first, frames)
        or _phrase(words, _behind_time(words, first), frames)
        or _amount(words, first, frames)
    )
    if found is None and Frame.ANYTHING in frames:
        return _anything(words, _behind_time(words, first))
    return found


def _is_namelessness(words: Words, first: int) -> bool:
    """True for "to be named" and "to remain anonymous": how somebody speaks, not what they say."""
    low = words.low
    first += low[first] == "to"
    if low[first] == "be":
        return low[first + 1] in ("named", "identified", "quoted")
    return low[first] in ("remain", "stay") and low[first + 1] in ("anonymous", "unnamed", "nameless")


def _anything(words: Words, first: int) -> Complement | None:
    """What follows "said" where no clause can be made out, unless it is next to nothing: "said so"."""
    word = words.low[first]
    if is_adjunct(words, first) or word in BREAKS | classes.COORDINATORS or word == "to":
        return None
    if _is_empty(words, first):
        return None
    return Complement(first, Frame.CLAUSE) if words.count - first > 3 else None


def _is_empty(words: Words, first: int) -> bool:
    """True for "said so" and "said nothing about it", but not for "said more than 40 had left"."""
    word, following = words.low[first], words.low[first + 1]
    if word in _EMPTY:
        return True
    alone = following in BREAKS or following in (".", "", QUOTE) or following in classes.COORDINATORS
    hangs_on = following in classes.PREPOSITIONS | classes.SUBORDINATORS and following != "than"
    return word in _EMPTY_ALONE and (alone or hangs_on)


def _clause_or_quotation(words: Words, first: int, frames: frozenset[Frame]) -> Complement | None:
    """A "that" clause, a quotation with or without colon or comma, or an indirect question."""
    word, following = words.low[first], words.low[first + 1]
    speech = Frame.QUOTE in frames or Frame.THAT in frames
    if word == "that" and following and Frame.THAT in frames:
        return Complement(first, Frame.THAT)
    if word == QUOTE and speech:
        return Complement(first, Frame.QUOTE)
    if word in (":", ",") and following == QUOTE and speech:
        return Complement(first + 1, Frame.QUOTE)
    if word == ":" and following and speech:
        return Complement(first + 1, Frame.CLAUSE)
    if word in _QUESTIONS and Frame.WHETHER in frames:
        return Complement(first, Frame.WHETHER)
    return None


def _after_comma(words: Words, first: int, frames: frozenset[Frame]) -> Complement | None:
    """A clause or quotation behind something put between commas: "said, on Monday, that"."""
    if words.low[first] != "," or Frame.THAT not in frames:
        return None
    comma = next((n for n in range(first + 1, min(words.count, first + _REACH)) if words.low[n] == ","), None)
    if comma is None:
        return None
    frame = {"that": Frame.THAT, QUOTE: Frame.QUOTE}.get(words.low[comma + 1])
    return Complement(comma + 1, frame) if frame is not None else None


def _phrase(words: Words, first: int, frames: frozenset[Frame]) -> Complement | None:
    """A clause without "that", an infinitive, a gerund or a noun phrase."""
    word = words.low[first]
    if not word or word in BREAKS or word == "." or words.low[first + 1] == "other":
        return None
    if _is_empty(words, first):
        return None
    if word == "to":
        return Complement(first, Frame.TO) if Frame.TO in frames else None
    if Frame.GERUND in frames and word.endswith("ing") and not words.is_capital(first):
        return Complement(first, Frame.GERUND)
    if Frame.CLAUSE in frames and _begins_clause(words, first):
        return Complement(first, Frame.CLAUSE)
    if word == "as" and Frame.AS in frames:
        return Complement(first, Frame.AS)
    if word in classes.PREPOSITIONS or word in classes.COORDINATORS or word in classes.SUBORDINATORS:
        return None
    if Frame.AS in frames and _has_as(words, first):
        return Complement(first, Frame.AS)
    if Frame.OBJECT in frames and word not in classes.AUXILIARIES:
        return Complement(first, Frame.OBJECT)
    return None


def _amount(words: Words, first: int, frames: frozenset[Frame]) -> Complement | None:
    """A number of things, or what is put at a number: "counted 25,000 people", "put the crowd at 25,000"."""
    if Frame.NUMBER in frames and _is_number(words, first):
        return Complement(first, Frame.NUMBER)
    if Frame.AT not in frames:
        return None
    for place in range(first + 1, min(words.count, first + _REACH)):
        word = words.low[place]
        if word == "at":
            return Complement(first, Frame.AT) if _is_number(words, place + 1) else None
        if word in BREAKS or (word in classes.PREPOSITIONS and word not in _HOLDS_AMOUNT):
            return None
    return None


def _is_number(words: Words, first: int) -> bool:
    """True for a number with or without "about" and the like before it, but not for a time of day."""
    low = words.low
    for place in range(first, min(words.count, first + 5)):
        if low[place][:1].isdigit() or low[place] in SMALL:
            return low[place + 1] not in ("am", "pm", ":", "o'clock", "a", "p")
        if low[place] not in _BEFORE_NUMBER:
            return False
    return False


def _has_as(words: Words, first: int) -> bool:
    for place in range(first + 1, min(words.count, first + 25)):
        if words.low[place] == "as":
            return True
        if words.low[place] in (",", ";", ":"):
            return False
    return False


def _begins_clause(words: Words, first: int) -> bool:
    """True where a subject and a verb seem to follow."""
    low = words.low
    if low[first] in _SUBJECTS:
        return low[first + 1][:1].isalpha() or low[first + 1][:1] in ("'", "’")
    if low[first] in classes.PREPOSITIONS and low[first] not in _OPENS_CLAUSE:
        return False
    for place in range(first + 1, min(words.count, first + _REACH)):
        ends = low[place] == "," and (low[place + 1] in CONTRASTS or low[place + 1] in CUE_VERBS)
        if ends or low[place] in (";", ":", "?"):
            return False
        if is_verb_like(words, place) or is_present(words, place) or low[place] == QUOTE:
            return True
    return False


def _told(words: Words, first: int) -> Complement | None:
    """What stands behind the person spoken to."""
    place = _behind_listener(words, first)
    if place is None:
        return None
    behind = _behind_adjunct(words, place)
    found = _clause_or_quotation(words, behind, frozenset({Frame.THAT, Frame.QUOTE, Frame.WHETHER}))
    found = found or _after_comma(words, place, frozenset({Frame.THAT}))
    if found is not None:
        return found
    if words.low[place] in ("to", "about", "not"):
        return None if _is_namelessness(words, place + 1) else Complement(place, Frame.TO)
    place = _behind_time(words, place)
    if place > first and words.low[place] not in classes.PREPOSITIONS and _begins_clause(words, place):
        return Complement(place, Frame.CLAUSE)
    return None


def _behind_listener(words: Words, first: int) -> int | None:
    """The word behind the listener: "told |reporters| in Minsk", "told |The Daily Post| that"."""
    low = words.low
    subject = low[first] in ("it", "you") and low[first + 1] in classes.AUXILIARIES
    if low[first] in LISTENERS and not subject:
        return first + 1
    if low[first] in (":", ",", QUOTE):
        return None
    for place in range(first, min(words.count, first + _REACH)):
        word = low[place]
        if word in (",", ":", QUOTE, "that", "to", "about") or word in _QUESTIONS:
            return place
        if place == first:
            continue
        if word in (".", ";"):
            return None if place == words.count - 1 else place
        if word in _SUBJECTS or _begins_phrase(words, place):
            return place
    return None


def _begins_phrase(words: Words, place: int) -> bool:
    """True where a new noun phrase begins that does not belong to the words before it."""
    if words.low[place - 1] in _HOLDS_PHRASE:
        return False
    if words.low[place] in classes.DETERMINERS:
        return True
    return words.is_capital(place) and not words.is_capital(place - 1)


def _behind_adjunct(words: Words, first: int) -> int:
    """Past "on Monday", "in a statement to reporters" and the like, where "that" or a quotation follows."""
    low = words.low
    if not _begins_adjunct(low[first]):
        return first
    for place in range(first + 1, min(words.count, first + _REACH)):
        word, following = low[place], low[place + 1]
        if word in ("that", QUOTE, ":") or (word == "," and following == QUOTE):
            return place
        if word == "," and following == "that":
            return place + 1
        if word == "," and (
            words.is_capital(place + 1) or following in classes.PRONOUNS | classes.DETERMINERS
        ):
            break
        if word in (".", ";") or (word in classes.AUXILIARIES and "," not in low[first:place]):
            break
    return first


def _begins_adjunct(word: str) -> bool:
    return word in classes.PREPOSITIONS or word in classes.TIMES or word in ("earlier", "last", "this")


def _behind_time(words: Words, first: int) -> int:
    """Past a day: "said Monday the talks", "said on Monday the talks"."""
    if words.low[first] == "on" and words.low[first + 1] in classes.TIMES:
        return first + 2
    return first + 1 if words.low[first] in classes.TIMES and words.is_capital(first) else first


def is_adjunct(words: Words, first: int) -> bool:
    """True where nothing but the circumstances of the saying follows: "on Monday", "after the talks"."""
    word = words.low[first]
    if word in ("", ".", ",", "?", "!") or word in classes.TIMES or is_adverb(word):
        return True
    if word in ("last", "earlier", "this", "late", "early") and words.low[first + 1] in _TIMES_BEHIND:
        return True
    return word in classes.PREPOSITIONS and word not in ("than", "to")
