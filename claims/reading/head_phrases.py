"""Where a noun phrase begins and ends, by closed word classes and endings, without a tagger.

Enough to name what a figure counts; not a parser. Both directions: the phrase that begins at
a token, and the one that ends before a token.
"""

from __future__ import annotations

from claims.reading.plurals import looks_plural
from claims.reading.tokens import DASHES, Tokens
from claims.reading.wordlists import load_list, load_words, word_set

Span = tuple[int, int]
"""Tokens `[first, last)`."""

ENDS = load_words("phrase_ends")
"""Words at which a noun phrase ends."""

DETERMINERS = word_set(
    "the a an this that these those his her its our their my your all some such both each every "
    "any most another"
)
"""Words that open a noun phrase and are no part of its head."""

_CLASSES = load_list("phrase_ends")
_VERBS = frozenset(_CLASSES["past"] + _CLASSES["be"]) | load_words("measure_verbs")
_LOOSE = word_set("more other additional further extra total remaining")
_NO_ADVERBS = word_set("family supply ally assembly rally monopoly anomaly butterfly belly jelly bully")
_HARMED = frozenset({"dead", "wounded", "injured"})
_LONGEST = 7


def phrase_at(tokens: Tokens, at: int, *, determined: bool = False, single: bool = False) -> Span | None:
    """The noun phrase that begins at a token.

    `determined`: an article or another number may stand before it; `single`: one thing is
    counted, so that a word in -s behind the first is a verb.
    """
    first = at
    while first < at + 5 and (tokens.lower[first] in _LOOSE or (determined and _opens(tokens, first))):
        first += 1
    first = _past_measure(tokens, first)
    last = _end(tokens, first, single=single)
    if (
        last > first
        and tokens.lower[last] == "and"
        and not looks_plural(tokens.lower[last - 1])
        and not (single or is_predicate(tokens, (first, last)))
    ):
        joined = _end(tokens, last + 1)
        if joined > last + 1 and looks_plural(tokens.lower[joined - 1]):
            last = joined
    return (first, last) if last > first else None


def phrase_before(tokens: Tokens, last: int, hidden: list[bool], floor: int) -> Span | None:
    """The noun phrase that ends right before a token; names keep their numbers ("S&P 500"), dates end it."""
    first = last
    while first > floor and last - first < _LONGEST:
        named = tokens.is_number(first - 1) and hidden[first - 1] and len(tokens.words[first - 1]) < 4
        if not named and (hidden[first - 1] or not _in_phrase(tokens, first - 1)):
            break
        if first < last and _has_subject(tokens, first - 1):
            break
        first -= 1
    while first < last and (tokens.is_number(first) or not tokens.is_word(first)):
        first += 1
    return (first, last) if first < last else None


def _has_subject(tokens: Tokens, at: int) -> bool:
    """Whether a word is a verb with its subject before it: "the fund received gifts"."""
    noun = tokens.is_word(at - 1) and tokens.lower[at - 1] not in ENDS and not is_adverb(tokens.lower[at - 1])
    verb = tokens.lower[at] in _VERBS or tokens.lower[at].endswith("ed")
    return noun and verb and tokens.words[at].islower() and not is_tied(tokens, at)


def is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a word looks like a finite verb or a participle."""
    return tokens.lower[at] in _VERBS or (tokens.words[at].islower() and _is_verb_form(tokens.lower[at]))


def is_predicate(tokens: Tokens, span: Span) -> bool:
    """Whether what follows a number is its verb with an object: in "30 failed maths" nothing is counted.

    A participle that describes what is counted stands before a plural: "three failed banks".
    """
    first, last = span
    word = tokens.words[first]
    verb = last - first > 1 and word.islower() and word.endswith("ed") and _is_verb_form(word)
    return verb and not (looks_plural(tokens.lower[last - 1]) or tokens.lower[last - 1] in _HARMED)


def is_adverb(word: str) -> bool:
    """Whether a word looks like an adverb in -ly."""
    return len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERBS


def is_acronym(word: str) -> bool:
    """Whether capitals tell that a word is no pronoun: "US", "IT", "WHO"."""
    return len(word) > 1 and word.isupper()


def is_tied(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen makes the word part of another: "all-time", "on-board"."""
    return (tokens.words[at + 1] in DASHES and tokens.glued(at + 1) and tokens.glued(at + 2)) or (
        tokens.words[at - 1] in DASHES and tokens.glued(at) and tokens.glued(at - 1)
    )


def past_hyphens(tokens: Tokens, at: int) -> int:
    """The token behind what is tied to a number: "-long", "-year-old"."""
    last = at
    while last - at < _LONGEST and tokens.words[last] in DASHES and _is_bound(tokens, last):
        last += 2
    return last


def _is_bound(tokens: Tokens, dash: int) -> bool:
    """Whether a hyphen binds the word behind it: "16-year", but not "16- to"."""
    return tokens.glued(dash) and tokens.glued(dash + 1) and tokens.is_word(dash + 1)


def _opens(tokens: Tokens, at: int) -> bool:
    owner = tokens.lower[at].endswith(("'s", "’s")) and tokens.is_number(at + 1)
    return tokens.lower[at] in DETERMINERS or tokens.is_number(at) or owner


def _past_measure(tokens: Tokens, at: int) -> int:
    """Behind a measure that describes what is counted: "eight million 250ml bottles"."""
    if not tokens.is_number(at):
        return at
    if tokens.words[at + 1] in DASHES and tokens.is_word(at + 2):
        return at + 3
    return at + 2 if tokens.is_word(at + 1) or tokens.words[at + 1] == "%" else at


def _end(tokens: Tokens, first: int, *, single: bool = False) -> int:
    last = first
    if not tokens.is_word(first):
        return first
    while (
        last - first < _LONGEST and _in_phrase(tokens, last) and not _ends_before(tokens, first, last, single)
    ):
        last += 1
        if looks_plural(tokens.lower[last - 1]) and not _goes_on(tokens, last):
            break
    return last


def _in_phrase(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if word in DASHES:
        return tokens.glued(at) and tokens.glued(at + 1)
    if word == "." and len(tokens.words[at - 1]) == 1 and tokens.is_capitalised(at - 1):
        return tokens.is_word(at + 1)
    if word == "&" or (tokens.is_number(at) and tokens.glued(at) and tokens.is_word(at - 1)):
        return True
    return tokens.is_word(at) and (not _is_end(tokens.lower[at]) or is_acronym(word) or is_tied(tokens, at))


def _is_end(word: str) -> bool:
    """Whether a noun phrase ends at the word; "it's" and "they’re" are pronouns too."""
    return word in ENDS or word.replace("’", "'").partition("'")[0] in ENDS


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a plural is not yet the head: "sales jobs", "drugs-related deaths"."""
    if tokens.words[at] in DASHES and tokens.glued(at):
        return True
    return looks_plural(tokens.lower[at]) and tokens.lower[at] not in ENDS | _HARMED


def _ends_before(tokens: Tokens, first: int, at: int, single: bool) -> bool:
    """Whether the word ends the phrase; a participle or adverb before another noun describes that noun."""
    word = tokens.lower[at]
    following = tokens.lower[at + 1]
    verb_follows = following in _VERBS and not looks_plural(following)
    noun_follows = tokens.is_word(at + 1) and following not in ENDS and not verb_follows
    if single and at > first and looks_plural(word):
        return True
    if is_adverb(word):
        return at > first or not noun_follows
    return _is_verb_form(word) and not noun_follows


def _is_verb_form(word: str) -> bool:
    """Whether the ending is that of a past or a participle: "used", but not "speed" or "king"."""
    if word.endswith("ed"):
        return len(word) > 3 and (not word.endswith("eed") or len(word) > 5)
    return word.endswith("ing") and len(word) > 5
