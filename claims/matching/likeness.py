"""How alike a question and a checked claim are, as a few numbers, each with a meaning of its own.

A word counts by its rarity among the checked claims. Meaning is not looked at here: "imposed" and
"lifted" are two words like any others, and `rules.py` tells them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from claims.matching.record import CheckedClaim, Stock
from claims.matching.spelling import words_of
from claims.matching.vocabulary import common_stems, terms_of, topic_of

_COMMON = 0.4
"""What a common word weighs beside another that is as rare."""

_SATURATION, _LENGTH = 1.2, 0.75
"""The two constants of BM25 (Robertson and Zaragoza 2009), at their usual values."""

_BEGINNING = 5
"""So many letters tell a word by how it begins."""

_PLACES = 8
"""A run is looked for from the first few places of each word, so that a text of one word costs no square."""

_MOST_KNOWN = 200_000
"""So many words are remembered at once with what they weigh, so that memory stays bounded."""

Weighing = Callable[[str], float]


class Likeness(NamedTuple):
    """What speaks for a claim, and `ranking.py` weighs; * marks what is told beside the best candidate."""

    words: float
    """* BM25 over claim and title."""
    topics: float
    """* The same, words of one topic being one."""
    rarest: float
    """* How rare the rarest word is that both hold."""
    shared: float
    """* How many words both hold."""
    run: float
    """* The longest run of the same words."""
    told: float
    """Which share of the claim's topics the question holds."""
    answered: float
    """Which share of the question's words the claim or its title holds."""
    title: float
    """Which share of the title's words the question holds, told by how they begin."""
    begun: float
    """The same for the claim."""
    length: float
    """The logarithm of the length of claim and title."""


RELATIVE = ("words", "topics", "rarest", "shared", "run")
"""What is divided by the most that any candidate has of it."""


class Rarity:
    """What each word weighs in a stock; asked once a word."""

    def __init__(self, stock: Stock) -> None:
        """Weigh by the words of a stock."""
        self.mean_length = stock.mean_length or 1.0
        self._stock = stock
        self._known: dict[str, float] = {}

    def __call__(self, term: str) -> float:
        """The inverse document frequency of a term, less for a common word."""
        found = self._known.get(term)
        if found is None:
            holders = self._stock.holders(term)
            found = log(1 + (self._stock.size - holders + 0.5) / (holders + 0.5))
            if term in common_stems():
                found *= _COMMON
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[term] = found
        return found


class Question:
    """A text that is looked for, with everything about it that does not depend on a candidate."""

    def __init__(self, text: str, rarity: Rarity) -> None:
        """Take a text apart."""
        words = words_of(text)
        self.rarity = rarity
        self.weights = _weights(terms_of(words), rarity)
        self.topics = _by_topic(self.weights)
        self.beginnings = _by_beginning(self.weights)
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            if len(self.places[word]) < _PLACES:
                self.places[word].append(place)

    def likeness(self, claim: CheckedClaim) -> Likeness:
        """How alike a claim is to the question."""
        words = words_of(claim.text)
        in_text, in_title = terms_of(words), terms_of(words_of(claim.title or ""))
        inside, above = _weights(in_text, self.rarity), _weights(in_title, self.rarity)
        both = inside | above
        counts = Counter(in_text + in_title)
        length = len(in_text) + len(in_title)
        shared = [self.weights[term] for term in self.weights if term in both]
        topics = _by_topic(both)
        return Likeness(
            words=_bm25(self.weights, counts, length / self.rarity.mean_length),
            topics=_bm25(self.topics, _counted_by_topic(counts), length / self.rarity.mean_length),
            rarest=max(shared, default=0.0),
            shared=len(shared),
            run=_longest_run(self.places, words),
            told=_share(topics, self.topics),
            answered=_share(self.weights, both),
            title=_share(_by_beginning(above), self.beginnings),
            begun=_share(_by_beginning(inside), self.beginnings),
            length=log(1 + length),
        )


def relative(found: Sequence[Likeness]) -> list[Likeness]:
    """The likenesses of all candidates, with what is relative divided by the most of it."""
    most = {name: max((getattr(one, name) for one in found), default=0.0) or 1.0 for name in RELATIVE}
    return [one._replace(**{name: getattr(one, name) / most[name] for name in RELATIVE}) for one in found]


def _weights(terms: Iterable[str], rarity: Weighing) -> dict[str, float]:
    return {term: rarity(term) for term in terms}


def _by_topic(weights: Mapping[str, float]) -> dict[str, float]:
    """A topic weighs what the commonest word weighs that stands for it."""
    found: dict[str, float] = {}
    for term, weight in weights.items():
        topic = topic_of(term)
        found[topic] = min(weight, found.get(topic, weight))
    return found


def _counted_by_topic(counts: Mapping[str, int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for term, count in counts.items():
        found[topic_of(term)] += count
    return found


def _by_beginning(weights: Mapping[str, float]) -> dict[str, float]:
    return {term[:_BEGINNING]: weight for term, weight in weights.items()}


def _bm25(weights: Mapping[str, float], counts: Mapping[str, int], length: float) -> float:
    dampening = _SATURATION * (1 - _LENGTH + _LENGTH * length)
    return sum(
        weight * count * (_SATURATION + 1) / (count + dampening)
        for term, weight in weights.items()
        if (count := counts.get(term, 0))
    )


def _share(whole: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Which share of the weight of one stands in the other."""
    total = sum(whole.values())
    return sum(weight for term, weight in whole.items() if term in other) / total if total else 0.0


def _longest_run(places: Mapping[str, Sequence[int]], words: Iterable[str]) -> int:
    longest = 0
    running: dict[int, int] = {}
    for word in words:
        running = {place: running.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(longest, *running.values()) if running else longest
    return longest
