"""What must not be taken for a figure: dates, times, ages, ordinals, scores, names with numbers.

Marks tokens before numbers are looked for. Says nothing about what the marked words mean,
except that dates are kept apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.reading.ages import is_age, old_at
from claims.reading.dates import DateMention, dates_in
from claims.reading.digits import in_digits
from claims.reading.head_phrases import is_verb
from claims.reading.numerals import SCALES, SMALL
from claims.reading.plurals import counts_something
from claims.reading.scores import is_score
from claims.reading.serials import is_serial, serials
from claims.reading.tokens import DASHES, Tokens
from claims.reading.units import unit_after, unit_before
from claims.reading.wordlists import Phrase, as_phrase, by_first_word, load_list, load_words, word_set

_LABELS = load_list("number_labels")
_SURE_LABELS = frozenset(_LABELS["product"] + _LABELS["index"])
_LOOSE_LABELS = frozenset(_LABELS["document"] + _LABELS["several"] + _LABELS["place"] + _LABELS["rank"])
_SEVERAL = frozenset(_LABELS["several"])
_PAGED = frozenset(_LABELS["document"] + _LABELS["picture"])
_STATIONS = frozenset(_LABELS["station"])
_NAMES_AFTER = load_words("names_after_numbers")
_IDIOMS = by_first_word({" ".join(as_phrase(idiom.lower())): "" for idiom in load_words("number_idioms")})

_STREETS = word_set("street st road rd avenue ave lane drive boulevard blvd square crescent terrace")
_ABBREVIATIONS = word_set("no nos p pp fig art sec vol ch ver")
_ORDINAL_ENDINGS = word_set("st nd rd th")
_LONGEST_AMOUNT = 12
_TIMES = word_set("am pm gmt bst est edt pst pdt cet utc o'clock o’clock")
_HARMED = load_words("harm_words") | load_words("toll_words")
_NOT_NAMES = load_words("phrase_ends") | load_words("words_before_numbers")


class Mask(NamedTuple):
    """Which tokens may not be part of a figure, and the dates among them."""

    hidden: list[bool]
    dates: tuple[DateMention, ...]


def mask(tokens: Tokens) -> Mask:
    """Marks everything in a statement that holds a number and is no figure."""
    hidden = [False] * (tokens.count + 1)
    dates = tuple(dates_in(tokens))
    _hide(tokens, hidden, ((mention.start, mention.end) for mention in dates))
    for spans in serials(tokens):
        _hide(tokens, hidden, spans)
    watched = [at for at, word in enumerate(tokens.lower) if word in _WATCHED]
    for at in sorted(watched + tokens.numbers):
        if tokens.lower[at] in _WATCHED:
            _hide_by_word(tokens, hidden, at)
        if tokens.is_number(at) and not hidden[at] and _is_no_figure(tokens, at):
            hidden[at] = True
            _hide_onwards(tokens, hidden, at)
    return Mask(hidden, dates)


def _hide_by_word(tokens: Tokens, hidden: list[bool], at: int) -> None:
    """Hides what a word makes no figure: an idiom, a pace, an age, the number behind a label."""
    word = tokens.lower[at]
    if word in _IDIOMS:
        _hide_idiom(tokens, hidden, at)
    if word in _OLD and (age := old_at(tokens, at)):
        hidden[age[0] : at + 1] = [True] * (at + 1 - age[0])
    if word in SMALL and (
        _is_compounded(tokens, at) or _is_parent_of(tokens, at) or _is_hour_in_words(tokens, at)
    ):
        hidden[at] = True
    if word in _LOOSE_LABELS and tokens.lower[at + 1] in _RANKS:
        hidden[at + 1] = hidden[at + 1] or not counts_something(tokens, at + 2)


_OLD = frozenset({"old", "olds"})
_RANKS = word_set("one two three four five six seven eight nine ten")
_WATCHED = _OLD | _IDIOMS.keys() | SMALL.keys() | _LOOSE_LABELS


def _hide(tokens: Tokens, hidden: list[bool], spans: Iterator[tuple[int, int]]) -> None:
    at = 0
    for start, end in spans:
        while at < tokens.count and tokens.ends[at] <= start:
            at += 1
        while at < tokens.count and tokens.starts[at] < end:
            hidden[at] = True
            at += 1


def _hide_onwards(tokens: Tokens, hidden: list[bool], at: int) -> None:
    """Hides what goes on from a number that is no figure: "12(3)", "22-1234", "Articles 6, 7 and 8"."""
    several = tokens.lower[at - 1] in _SEVERAL
    while (following := _next_in_name(tokens, at, several=several)) is not None:
        hidden[following] = True
        at = following


def _next_in_name(tokens: Tokens, at: int, *, several: bool) -> int | None:
    """The number that is tied to a hidden one or, behind a label in the plural, listed beside it."""
    tied = tokens.words[at + 1] in _TYING and tokens.glued(at + 1) and tokens.glued(at + 2)
    if tied and tokens.is_number(at + 2):
        return at + 2
    if not several:
        return None
    following = at + 2 if tokens.words[at + 1] == ")" else at + 1
    first = following
    while following < first + 2 and tokens.words[following] in _LISTING:
        following += 1
    listed = following > first and tokens.is_number(following)
    return following if listed and not counts_something(tokens, following + 1) else None


_TYING = DASHES | {"(", "/"}
_LISTING = DASHES | {",", "and", "or", "to", "&"}


def _hide_idiom(tokens: Tokens, hidden: list[bool], at: int) -> None:
    choices: list[tuple[Phrase, str]] = _IDIOMS[tokens.lower[at]]
    for phrase, _ in choices:
        if tokens.follows(at, phrase):
            hidden[at : at + len(phrase)] = [True] * len(phrase)
            return


def _is_no_figure(tokens: Tokens, at: int) -> bool:
    return (
        _is_clock_time(tokens, at)
        or _is_stuck(tokens, at)
        or is_age(tokens, at)
        or _is_labelled(tokens, at)
        or _is_list_number(tokens, at)
        or is_serial(tokens, at)
        or is_score(tokens, at)
        or _is_slashed(tokens, at)
        or _is_address(tokens, at)
        or _is_parent_of(tokens, at)
    )


def _is_compounded(tokens: Tokens, at: int) -> bool:
    """Whether a number word is the end of another word: "Take-Two"."""
    if not (tokens.words[at - 1] in ("-", "‑") and tokens.glued(at) and tokens.glued(at - 1)):
        return False
    return tokens.is_word(at - 2) and tokens.lower[at - 2] not in SMALL.keys() | _TIED | SCALES.keys()


def _is_parent_of(tokens: Tokens, at: int) -> bool:
    """Whether the number describes a parent, as an age describes anybody: "the father of three"."""
    if tokens.lower[at - 1] != "of" or tokens.lower[at - 2] not in _PARENTS:
        return False
    last = at + 2 if tokens.lower[at + 1] in ("children", "kids") else at + 1
    if last > at + 1 and (tokens.lower[last] in _HARMED or tokens.lower[last] in ("who", "that")):
        return False
    return not tokens.is_word(last) or tokens.lower[last] in _NOT_NAMES or is_verb(tokens, last)


_PARENTS = word_set("father mother dad mum mom grandfather grandmother")


def _is_clock_time(tokens: Tokens, at: int) -> bool:
    """As in "10:45", "5am", "9 p.m.", "1400 GMT", "four in the morning", and lap times such as "1:36.6"."""
    if _is_hour_in_words(tokens, at):
        return True
    for colon, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if tokens.words[colon] == ":" and tokens.is_number(other) and tokens.glued(max(at, other)):
            return tokens.glued(max(at, other) - 1)
    after = tokens.lower[at + 1]
    return after in _TIMES or (
        after in ("a", "p") and tokens.words[at + 2] == "." and tokens.lower[at + 3] == "m"
    )


def _is_hour_in_words(tokens: Tokens, at: int) -> bool:
    """As in "until four in the morning", "at nine at night", "half past ten", "a quarter to 3"."""
    low = tokens.lower
    if low[at - 1] in ("past", "to") and low[at - 2] in ("half", "quarter"):
        return True
    if low[at + 1 : at + 3] == ["in", "the"]:
        part = low[at + 3] in ("morning", "afternoon", "evening")
    else:
        part = low[at + 1 : at + 3] == ["at", "night"]
    return part and low[at - 1] in _BEFORE_HOURS


_BEFORE_HOURS = word_set("at until till by before after from about around past to since towards")


def _is_stuck(tokens: Tokens, at: int) -> bool:
    """As in "F-16", "G20", "#7", "7th", "5G", "iPhone 14’s", "5’2": digits tied to what is no unit."""
    before = at - 1
    if len(tokens.words[at]) > _LONGEST_AMOUNT and tokens.words[at].isdecimal():
        return unit_before(tokens, at) is None
    if any(
        tokens.words[i] in ("'", "’") and tokens.glued(i) and tokens.glued(i + 1) for i in (at + 1, before)
    ):
        return True
    if tokens.glued(at):
        sign = tokens.words[before]
        if sign in DASHES and tokens.is_word(before - 1) and tokens.lower[before - 1] not in _TIED:
            named = tokens.is_capitalised(before - 1) and unit_after(tokens, at + 1) is None
            return tokens.glued(before) or named
        if sign in ("#", "_", "@") or (sign == "." and tokens.is_word(before - 1) and tokens.glued(before)):
            return True
        if tokens.is_word(before) and unit_before(tokens, at) is None:
            return True
    if tokens.words[at + 1] == "′" and tokens.lower[at + 2] == "s" and tokens.glued(at + 2):
        return True
    if not (tokens.glued(at + 1) and tokens.is_word(at + 1)):
        return False
    read = in_digits(tokens, at)
    return (read is None or read.last == at + 1) and unit_after(tokens, at + 1) is None


_TIED = frozenset({"sub", "minus", "plus", "to", "under", "over"})


def _is_labelled(tokens: Tokens, at: int) -> bool:
    """As in "page 12", "iPhone 12", "787 Dreamliner", "3rd of 12": the number is part of a name."""
    before = tokens.words[at - 1]
    if before == "." and tokens.lower[at - 2] in _ABBREVIATIONS:
        return True
    if before == "of" and tokens.lower[at - 2] in _ORDINAL_ENDINGS and tokens.glued(at - 2):
        return True
    if tokens.words[at + 1] in _NAMES_AFTER or before in _SURE_LABELS or _is_place_in_row(tokens, at):
        return True
    if before.lower() in ("top", "bottom"):
        return unit_after(tokens, at + 1) is None
    if before.lower() in _LOOSE_LABELS:
        return _has_letter(tokens, at) or not counts_something(tokens, at + 1)
    if before in _STATIONS and tokens.lower[at + 1] not in _HARMED:
        return not counts_something(tokens, at + 1)
    return _is_name(tokens, at)


def _is_place_in_row(tokens: Tokens, at: int) -> bool:
    """As in "Image 3 of 14", "page 2 of 8"."""
    first = at
    if tokens.lower[at - 1] == "of" or tokens.lower[at - 2 : at] == ["of", "/"]:
        first -= 2 if tokens.lower[at - 1] == "of" else 3
    of = tokens.lower[first + 1] == "of" and (tokens.is_number(first + 2) or tokens.words[first + 2] == "/")
    return of and tokens.lower[first - 1] in _PAGED


def _has_letter(tokens: Tokens, at: int) -> bool:
    """As in "runway 27L", "flat 4B": a capital close to the number, and nothing behind it."""
    letter = tokens.words[at + 1]
    return len(letter) == 1 and letter.isupper() and tokens.glued(at + 1) and not tokens.glued(at + 2)


def _is_name(tokens: Tokens, at: int) -> bool:
    """A capitalised word with a bare number behind it and nothing counted: "Artemis 2", "Euro 2"."""
    word = tokens.words[at]
    if (
        not word.isdecimal()
        or len(word) > 4
        or not (tokens.is_word(at - 1) and tokens.is_capitalised(at - 1))
    ):
        return False
    before, after = tokens.lower[at - 1], tokens.lower[at + 1]
    if before in _NOT_NAMES or before.endswith(("s", "ed", "ing")) or after in _HARMED:
        return False
    if counts_something(tokens, at + 1) or unit_before(tokens, at):
        return False
    if tokens.is_capitalised(at + 1):
        return len(word) < 4 and not any(counts_something(tokens, at + i) for i in (2, 3))
    return at > 1


def _is_list_number(tokens: Tokens, at: int) -> bool:
    """As in "1." or "2)" at the head of a line, and references: "[12]", "(5).", "(27, 28, 29)"."""
    if tokens.words[at - 1] == "[" and tokens.words[at + 1] == "]":
        return True
    if _is_bracketed_reference(tokens, at):
        return True
    first = at == 0 or (at == 1 and tokens.words[0] == "(")
    return first and tokens.words[at + 1] in (".", ")") and len(tokens.words[at]) < 3


def _is_bracketed_reference(tokens: Tokens, at: int) -> bool:
    first, last = at, at
    while first > at - 12 and tokens.words[first - 1] == "," and tokens.words[first - 2].isdecimal():
        first -= 2
    while last < at + 12 and tokens.words[last + 1] == "," and tokens.words[last + 2].isdecimal():
        last += 2
    if tokens.words[first - 1] != "(" or tokens.words[last + 1] != ")" or first == 1:
        return False
    return first < last or (len(tokens.words[at]) < 3 and tokens.words[last + 2] in (".", ",", ";", ""))


def _is_slashed(tokens: Tokens, at: int) -> bool:
    """As in "9/11", "24/7"."""
    return any(
        tokens.words[slash] == "/" and tokens.is_number(other) and tokens.glued(max(at, other))
        for slash, other in ((at + 1, at + 2), (at - 1, at - 2))
    )


def _is_address(tokens: Tokens, at: int) -> bool:
    """A house number: "221 Baker Street", "the 1200 block of Elm Street"."""
    if tokens.lower[at + 1] == "block":
        return True
    return (
        tokens.words[at].isdecimal()
        and tokens.is_capitalised(at + 1)
        and any(tokens.lower[at + i] in _STREETS and tokens.is_capitalised(at + i) for i in (2, 3))
    )
