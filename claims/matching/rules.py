"""The rules that say whether two claims are the same, related or different, in the order they are tried.

What a rule's docstring says is shown to people. `a` is the claim in hand and `b` the other; the
decision is the same the other way round. The first rule that answers decides.

`same` rests on the words alone: every word, figure and date of one stands in the other, in order. What
is said in other words may be the same as well, but no list of synonyms is sure of it, so a person is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from claims.kinds import MatchDecision
from claims.matching.record import Decided
from claims.matching.telling import Part, Telling
from claims.matching.vocabulary import opposites, says_much, word_list

Rule = Callable[[Telling, Telling], Decided | None]

_FEWEST_WORDS = 4
"""A shorter sentence ("That is true.") says nothing by itself."""

_FEWEST_QUOTED = 6
"""Fewer words are quoted of many."""

_MOST_SAID = 4
_RELATED_TOPICS = 3
_RELATED_SHARE = 0.4


def word_for_word(a: Telling, b: Telling) -> Decided | None:
    """Two claims are the same where they are written alike."""
    if a.text == b.text:
        return Decided(MatchDecision.SAME, "Both say it word for word.")
    return None


def posted_otherwise(a: Telling, b: Telling) -> Decided | None:
    """Two posts that are signed by others, or on other days, are related, never the same."""
    signed = a.signature and b.signature and a.signature != b.signature
    if signed and not set(a.sentences).isdisjoint(b.sentences):
        return Decided(
            MatchDecision.RELATED,
            f"They are two posts: {a.signature} in this one, {b.signature} in the other.",
        )
    return None


def same_statement(a: Telling, b: Telling) -> Decided | None:
    """Two claims are the same where only the spelling differs, or words that frame a statement."""
    if a.sentences and a.sentences == b.sentences:
        return Decided(MatchDecision.SAME, "Both say the same in the same words, but for how they are put.")
    return None


def said_among_others(a: Telling, b: Telling) -> Decided | None:
    """Two claims are the same where one holds every sentence of the other, and nothing else to check."""
    for short, long, which in ((a, b, "The other"), (b, a, "This one")):
        said = set(short.sentences)
        if not said <= set(long.sentences) or len(short.words) < _FEWEST_WORDS:
            continue
        more = [sentence for sentence in long.sentences if sentence not in said]
        if not any(_is_to_be_checked(sentence, short, long) for sentence in more):
            return Decided(MatchDecision.SAME, f"{which} says the same word for word, and a little more.")
    return None


def quoted_word_for_word(a: Telling, b: Telling) -> Decided | None:
    """Two claims are the same where one quotes what the other says, which adds nothing but "he" or "we"."""
    for said, quoting, which in ((a, b, "The other"), (b, a, "This one")):
        if len(said.sentences) != 1 or _unsettled() & quoting.beside:
            continue
        if any(_adds_nothing(said.sentences[0], quoted) for quoted in quoting.quoted):
            return Decided(MatchDecision.SAME, f"{which} quotes it word for word, and says who is meant.")
    return None


def _adds_nothing(sentence: tuple[str, ...], quoted: tuple[str, ...]) -> bool:
    """Whether a sentence holds a quotation in one run, and beside it only words that say little."""
    at = next((at for at in range(len(sentence)) if sentence[at : at + len(quoted)] == quoted), None)
    if at is None or len(quoted) < _FEWEST_QUOTED:
        return False
    beside = sentence[:at] + sentence[at + len(quoted) :]
    return not any(word in _unsettled() or says_much(word) for word in beside)


@cache
def _unsettled() -> frozenset[str]:
    """The words that deny what they stand beside, or take away that it is so."""
    return word_list("denials.txt") | word_list("unsettling.txt")


def _is_to_be_checked(sentence: Sequence[str], short: Telling, long: Telling) -> bool:
    """Whether a sentence asks, takes something back, or holds a figure, date or name that is new."""
    takes_back = {"?"} | _unsettled()
    if not takes_back.isdisjoint(sentence):
        return True
    new = [word for word in sentence if word not in short.words]
    return any(
        word in long.names or word[0] in "#@" or opposites().get(word, frozenset()) & short.words
        for word in new
    )


def of_another_matter(a: Telling, b: Telling) -> Decided | None:
    """Two claims are different where they share too few words that tell what they are about."""
    shared = _shared(a, b)
    fewest = min(len(a.topics), len(b.topics))
    if len(shared) >= _RELATED_TOPICS or (fewest and len(shared) / fewest >= _RELATED_SHARE):
        return None
    if not shared:
        return Decided(MatchDecision.DIFFERENT, "They share no word that tells what they are about.")
    return Decided(MatchDecision.DIFFERENT, f"They share little: {_listed(shared)}.")


def denied(a: Telling, b: Telling) -> Decided | None:
    """A claim and its denial are related, never the same."""
    if bool(a.denials) == bool(b.denials):
        return None
    which = "this one" if a.denials else "the other"
    words = _listed(sorted(a.denials | b.denials))
    return Decided(MatchDecision.RELATED, f"Only {which} has a word that denies ({words}).")


def opposed(a: Telling, b: Telling) -> Decided | None:
    """Two claims that say opposite things of one matter ("lifted", "imposed") are related, never the same."""
    only_b = b.words - a.words
    for word in sorted(a.words - b.words):
        against = sorted(opposites().get(word, frozenset()) & only_b)
        if against:
            return Decided(
                MatchDecision.RELATED,
                f'They say opposite things: "{word}" in this one, "{against[0]}" in the other.',
            )
    return None


def other_figures(a: Telling, b: Telling) -> Decided | None:
    """Two claims with other figures are related, never the same."""
    return _differing(a.figures, b.figures, "figure")


def other_dates(a: Telling, b: Telling) -> Decided | None:
    """Two claims with other dates are related, never the same."""
    return _differing(a.dates, b.dates, "date")


def other_names(a: Telling, b: Telling) -> Decided | None:
    """Two claims that name others are related, never the same."""
    only_a = [written for name, written in a.names.items() if name not in b.words]
    only_b = [written for name, written in b.names.items() if name not in a.words]
    if only_a and only_b:
        here, there = _listed(only_a), _listed(only_b)
        reason = f"They name others: {here} in this one, {there} in the other."
    elif only_a:
        reason = f"Only this one names {_listed(only_a)}."
    elif only_b:
        reason = f"Only the other names {_listed(only_b)}."
    else:
        return None
    return Decided(MatchDecision.RELATED, reason)


def one_asks(a: Telling, b: Telling) -> Decided | None:
    """A question and a statement are related, never the same."""
    if a.asks == b.asks:
        return None
    return Decided(MatchDecision.RELATED, "One is put as a question, the other as a statement.")


def in_other_words(a: Telling, b: Telling) -> Decided:
    """Two claims of one matter in other words are related; whether they say the same, a person decides."""
    shared = _shared(a, b)
    return Decided(
        MatchDecision.RELATED, f"Both are about {_listed(shared)}, in other words; read them side by side."
    )


RULES: list[Rule] = [
    word_for_word,
    posted_otherwise,
    same_statement,
    said_among_others,
    quoted_word_for_word,
    of_another_matter,
    denied,
    opposed,
    other_figures,
    other_dates,
    other_names,
    one_asks,
    in_other_words,
]


def decide(a: Telling, b: Telling) -> Decided:
    """What the first rule that answers says of a claim and another."""
    return next(found for rule in RULES if (found := rule(a, b)) is not None)


def _shared(a: Telling, b: Telling) -> list[str]:
    """What both are about, in the words of the claim in hand."""
    return [word for topic, word in a.topics.items() if topic in b.topics]


def _differing(a: Iterable[Part], b: Iterable[Part], what: str) -> Decided | None:
    in_a, in_b = {part.key: part.quote for part in a}, {part.key: part.quote for part in b}
    only_a = [quote for key, quote in in_a.items() if key not in in_b]
    only_b = [quote for key, quote in in_b.items() if key not in in_a]
    if only_a and only_b:
        reason = f"The {what}s differ: {_listed(only_a)} in this one, {_listed(only_b)} in the other."
    elif only_a:
        reason = f"Only this one has the {what} {_listed(only_a)}."
    elif only_b:
        reason = f"Only the other has the {what} {_listed(only_b)}."
    else:
        return None
    return Decided(MatchDecision.RELATED, reason)


def _listed(words: Sequence[str]) -> str:
    """The first few of some words, as one says them: "a, b and c"."""
    *others, last = words[:_MOST_SAID]
    return f"{', '.join(others)} and {last}" if others else last
