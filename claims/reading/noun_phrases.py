"""Finds the noun phrases beside a verb: its subject before it, a speaker named behind it.

It goes by closed-class words, commas and capitals, keeps titles and appositions with the name
("John Smith, a lawyer"), and never looks further than a fixed number of words.
"""

from __future__ import annotations

from claims.reading import word_classes as classes
from claims.reading.clauses import (
    BREAKS,
    QUOTE,
    Stretch,
    Words,
    has_verb,
    is_adverb,
    is_present,
    is_verb_like,
)
from claims.reading.cues import CUE_VERBS

_REACH = 50
"""So many words are looked at for the beginning or the end of a noun phrase."""

_OPENINGS = frozenset(
    {"but", "and", "so", "yet", "or", "however", "meanwhile", "still", "now", "then", "later"}
)
_STOPS_SUBJECT = classes.SUBORDINATORS | BREAKS | {QUOTE, "said", "says", "told", "tells"}
_ALONE = classes.PRONOUNS | {"everyone", "everybody", "nobody", "somebody", "someone", "none"}
_RELATIVE = frozenset({"who", "which", "that"})
_BEFORE_TIME = frozenset({"on", "last", "this", "earlier", "early", "late", "next", "the"})
_STRETCHES_OF_TIME = frozenset(
    {"minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"}
)
_MESSAGES = frozenset(
    {"statement", "interview", "letter", "email", "speech", "tweet", "post", "report", "release"}
)


def subject_before(words: Words, verb_group: int, floor: int = 0) -> Stretch | None:
    """The noun phrase with its appositions that stands before a verb, looked for from `floor` on."""
    low = words.low
    last = verb_group
    if last <= floor:
        return None
    if low[last - 1] in ("who", "which"):
        return last - 1, last
    if low[last - 1] in (",", "—", "–"):
        return _phrase_with_aside(words, last - 1, floor)
    return _phrase_ending(words, last, floor)


def first_subject(words: Words) -> Stretch | None:
    """The subject of the sentence's first verb."""
    for place in range(1, min(words.count, _REACH)):
        if is_verb_like(words, place) or is_present(words, place):
            subject = subject_before(words, auxiliaries_before(words, place))
            if subject is not None:
                return subject
    return None


def auxiliaries_before(words: Words, verb: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    first = verb
    while first > 0 and (words.low[first - 1] in classes.AUXILIARIES or is_adverb(words.low[first - 1])):
        first -= 1
    return first


def _phrase_ending(words: Words, last: int, floor: int) -> Stretch | None:
    """The noun phrase that ends before the word `last`."""
    low = words.low
    if last <= floor or (low[last - 1] in _STOPS_SUBJECT and low[last - 1] != ")"):
        return None
    if low[last - 1] in _ALONE:
        return last - 1, last
    first = last
    floor = max(floor, last - _REACH)
    while first > floor and not _stops_subject(words, first - 1):
        first -= 1
        if low[first] == ")":
            first = _bracket_before(words, first, floor)
    last = _without_time(words, first, last)
    if first > floor + 1 and low[first - 1] in _RELATIVE and is_verb_like(words, first):
        head = nearest_phrase(words, first - 1)
        return (head[0], last) if head is not None else None
    first = _phrase_start(words, first, last)
    begins_with_verb = low[first] in classes.AUXILIARIES and not words.is_capital(first)
    joins = last - first == 1 and low[first] in classes.COORDINATORS
    if first >= last or begins_with_verb or joins or _tells_when(words, first, last):
        return None
    return first, last


def _tells_when(words: Words, first: int, last: int) -> bool:
    """Whether a phrase is a stretch of time, which nobody can speak for: "a day |later said"."""
    return words.low[last - 1] in _STRETCHES_OF_TIME and all(
        word in classes.DETERMINERS or word.isdigit() for word in words.low[first : last - 1]
    )


def _stops_subject(words: Words, place: int) -> bool:
    """True for a word that can't stand in a subject; "than" can in "more than six in ten"."""
    word = words.low[place]
    if word == "than":
        return words.low[place - 1] not in ("more", "less", "fewer")
    return word in _STOPS_SUBJECT and word != ")"


def _without_time(words: Words, first: int, last: int) -> int:
    """The end of a noun phrase without a time behind it: "the envoy |on Monday", "a judge |last month"."""
    year = words.low[last - 1].isdigit() and len(words.low[last - 1]) == 4
    if last - 2 > first and words.low[last - 2] == "in" and year:
        last -= 2
    while last - 1 > first and _is_time(words, last - 1):
        last -= 1
        while last - 1 > first and words.low[last - 1] in _BEFORE_TIME:
            last -= 1
    return last


def head_before(words: Words, relative: int) -> Stretch | None:
    """The noun phrase that "who" hangs on: back to the verb or preposition before it."""
    return nearest_phrase(words, relative - (relative > 1 and words.low[relative - 1] == ","))


def nearest_phrase(words: Words, last: int) -> Stretch | None:
    """The short noun phrase that ends before the word `last`, without the verb that it may belong to."""
    phrase = _phrase_ending(words, last, 0)
    if phrase is None:
        return None
    for place in range(phrase[1] - 2, phrase[0] - 1, -1):
        word = words.low[place]
        if word in classes.DETERMINERS and words.low[place - 1] != "of":
            return place, phrase[1]
        opens = place > 0 and words.low[place - 1] in classes.DETERMINERS
        if (is_verb_like(words, place) and not opens) or (word in classes.PREPOSITIONS and word != "of"):
            return place + 1, phrase[1]
    return phrase


def _bracket_before(words: Words, close: int, floor: int) -> int:
    """Where the bracket opens that closes at `close`; `close` itself where that is far off."""
    for place in range(close - 1, max(floor, close - 8) - 1, -1):
        if words.low[place] == "(":
            return place
    return close


def _phrase_start(words: Words, first: int, last: int) -> int:
    """Where the noun phrase begins once conjunctions, adverbs and an earlier verb phrase are left out."""
    low = words.low
    for place in range(last - 1, first, -1):
        if low[place] in ("and", "but", "or") and has_verb(words, (first, place)):
            first = place + 1
            break
    while first < last - 1 and (low[first] in _OPENINGS or _is_opening_adverb(words, first)):
        first += 1
    if low[first] in classes.PREPOSITIONS:
        return _past_opening(words, first, last)
    while first < last - 1 and low[first] in classes.TIMES:
        first += 1
    return first


def _is_opening_adverb(words: Words, place: int) -> bool:
    word = words.low[place]
    return is_adverb(word) and word != "all" and (place == 0 or not words.is_capital(place))


def _past_opening(words: Words, first: int, last: int) -> int:
    """The noun phrase behind an opening without a comma, such as "on Tuesday" or "in a statement"."""
    low = words.low
    for place in range(first + 1, last - 1):
        if low[place] in classes.TIMES or low[place] in _MESSAGES or low[place].isdigit():
            return place + 1
    for place in range(first + 2, last):
        if low[place] in classes.DETERMINERS or (words.is_capital(place) and not words.is_capital(place - 1)):
            return place
    return last


def _phrase_with_aside(words: Words, comma: int, floor: int) -> Stretch | None:
    """The noun phrase before an aside that ends right before the verb: "Smith, a lawyer, said"."""
    parts = _parts_before(words, comma, floor)
    if len(parts) < 2:
        return None
    head = 1
    while head + 1 < len(parts) and (
        _is_aside(words, parts[head], parts[head + 1])
        or _is_name_after_title(words, parts[head], parts[head + 1])
    ):
        head += 1
    phrase = _phrase_ending(words, parts[head - 1][0] - 1, parts[head][0])
    if phrase is None:
        return None
    first = phrase[0]
    aside = parts[head - 1][0]
    return first, aside - 1 if words.low[aside].endswith("ing") else comma


def _parts_before(words: Words, comma: int, floor: int) -> list[Stretch]:
    """Up to five stretches between commas before `comma`, the nearest first."""
    parts: list[Stretch] = []
    end = place = comma
    floor = max(floor, comma - 2 * _REACH)
    while place > floor and len(parts) < 5:
        place -= 1
        if words.low[place] in (",", "—", "–", "("):
            parts.append((place + 1, end))
            end = place
        elif words.low[place] in (";", ":", QUOTE):
            place += 1
            break
    if len(parts) < 5:
        parts.append((place, end))
    return [part for part in parts if part[0] < part[1]]


def _is_aside(words: Words, part: Stretch, before: Stretch) -> bool:
    """True for a stretch that adds to the noun phrase before it and can't begin the subject itself."""
    begin, end = part
    word = words.low[begin]
    if word.isdigit() or word in ("who", "whose", "which", "whom", "also") or words.low[end - 1] == ".":
        return True
    opens = words.low[before[0]] in classes.PREPOSITIONS or words.low[before[0]] in classes.SUBORDINATORS
    if words.is_capital(begin) or opens or has_verb(words, before):
        return False
    return word not in _ALONE


def _is_name_after_title(words: Words, part: Stretch, before: Stretch) -> bool:
    """True for a name that stands behind a title: "the envoy for Norland, Harriet Voss"."""
    first, last = before
    while first < last and words.low[first] in _OPENINGS:
        first += 1
    opening = words.low[first] if first < last else ""
    if not words.is_capital(part[0]) or has_verb(words, before):
        return False
    return opening in classes.DETERMINERS or opening in classes.POSSESSIVES


_ENDS_PHRASE = (BREAKS - {"-"}) | {QUOTE}
_ENDS_NAME = frozenset(
    {"during", "after", "before", "when", "while", "as", "via", "because", "since", "if", "where"}
)


def phrase_from(words: Words, first: int, *, closed: bool = False) -> Stretch | None:
    """The noun phrase that begins at `first`, with its appositions.

    `closed` takes only those appositions that a comma ends.
    """
    low = words.low
    first += _is_time(words, first)
    place = first
    stop = min(words.count, first + _REACH)
    while place < stop:
        if low[place] == "," and place > first and (name := _name_behind(words, (first, place))):
            place = name
            continue
        if low[place] == "," and place > first and _is_apposed(words, place + 1):
            end = _end_of_aside(words, place + 1, stop)
            if closed and (low[end] != "," or has_verb(words, (place + 2, end))):
                break
            place = end
            continue
        if low[place] == "(" and place > first and ")" in low[place : place + 8]:
            place = low.index(")", place) + 1
            continue
        if low[place] in _ENDS_PHRASE or _ends_source(words, place, first):
            break
        place += 1
    while place > first and low[place - 1] in (".", ","):
        place -= 1
    return (first, place) if place > first else None


def _name_behind(words: Words, title: Stretch) -> int | None:
    """Where the name ends that stands behind a title: "a spokesman for the port, |Eva Holm|, …"."""
    first, comma = title
    if words.is_capital(first) or words.low[first] not in classes.DETERMINERS | classes.POSSESSIVES:
        return None
    end = comma + 1
    while end < min(words.count, comma + 6) and words.is_capital(end) and words.low[end] not in classes.TIMES:
        end += 1
    named = end - comma > 2 and words.low[end] in (",", ".", "", QUOTE)
    return end if named and "," not in words.low[first:comma] else None


def _ends_source(words: Words, place: int, first: int) -> bool:
    """True where an adjunct of the saying begins: "on Monday", "in an interview", "after the vote"."""
    low = words.low
    if place == first:
        return False
    if low[place] in _ENDS_NAME or _is_time(words, place) or low[place] == "that":
        return True
    if low[place] in ("in", "at", "on", "by", "to"):
        return low[place + 1] in classes.TIMES or low[place + 1] in ("a", "an", "his", "her", "their", "its")
    return low[place] in ("last", "earlier", "this") and low[place + 1] in classes.TIMES


def _is_time(words: Words, place: int) -> bool:
    """True for a day or month with its capital, or a word such as "today" without."""
    word = words.low[place]
    return word in classes.TIMES and words.is_capital(place) == (word in classes.CALENDAR)


def _is_apposed(words: Words, place: int) -> bool:
    """True for "a lawyer", "who led the talks", "chairman of the board", an age, behind a comma."""
    word = words.low[place]
    if word == "who" and _speaks(words, place + 1):
        return False
    if word in ("a", "an", "the", "who", "whose", "one", "himself", "herself"):
        return not words.is_capital(place)
    if word.isdigit():
        return len(word) < 4 and words.low[place + 1] == ","
    if not word.isalpha() or words.is_capital(place) or word in classes.CLOSED or word.endswith("ing"):
        return False
    return any(
        words.low[n] in ("of", "for", "at", "to", "with")
        for n in range(place + 1, place + 4)
        if n < words.count
    )


def _speaks(words: Words, place: int) -> bool:
    """True for "added that" and "also said": a verb of its own speech, behind "who"."""
    place += is_adverb(words.low[place])
    return words.low[place] in CUE_VERBS and words.low[place + 1] in ("that", ":", QUOTE)


def _end_of_aside(words: Words, place: int, stop: int) -> int:
    while place < stop and words.low[place] not in (",", ";", ":", QUOTE, "—", "–"):
        place += 1
    return place
