"""Which documents tell of one event, by the words that their titles and openings share.

A word weighs by its rarity among the documents; two documents are as near as the cosine of their
words; groups are joined while the mean nearness of their members is high enough (average linkage).
The order of the documents doesn't matter. Days are not looked at: an event is told of for weeks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import log, sqrt
from typing import Any

from claims.matching.spelling import capitalised, words_of
from claims.matching.vocabulary import common_stems, terms_of

OPENING = 800
"""So many characters tell what happened; what follows is background, and alike in many stories."""

_TITLE = 3
"""A word of the title counts as often."""

_COMMON = 0.4
_ELSEWHERE = 100
"""As though so many documents on other matters stood beside, so that two alone can be told to be alike."""

_NEAR = 0.115
"""The mean nearness from which groups are joined. From .11 to .14 the result is much the same."""

_LOOKED_UP = 24
_MOST_HOLDERS = 300
"""Two documents are compared where they share one of the weightiest words of either, and no more than so
many hold it: the work grows with the square of the largest event, and not of all documents."""

_MOST_SAID = 3


@dataclass(frozen=True, slots=True)
class NewsDocument:
    """A document as grouping looks at it; `title` is `None` where it has none."""

    id: str
    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Documents that tell of one event, or one that stands alone, and what makes them one."""

    documents: tuple[str, ...]
    reason: str

    def as_record(self) -> dict[str, Any]:
        """The event as plain JSON values, in the form that other programs rely on."""
        return {"documents": list(self.documents), "reason": self.reason}


def events_of(documents: Sequence[NewsDocument]) -> list[Event]:
    """The documents by event, in the order of the first document of each."""
    by_id = {document.id: document for document in documents}
    ids = sorted(by_id)
    weights = _weighed([by_id[id] for id in ids])
    places = {document.id: place for place, document in enumerate(documents)}
    groups = [sorted(members, key=lambda at: places[ids[at]]) for members in _joined(weights)]
    grouped = {at for members in groups for at in members}
    groups += [[at] for at in range(len(ids)) if at not in grouped]
    groups.sort(key=lambda members: places[ids[members[0]]])
    return [
        Event(tuple(ids[at] for at in members), _reason([by_id[ids[at]] for at in members], weights, members))
        for members in groups
    ]


def _weighed(documents: Sequence[NewsDocument]) -> list[dict[str, float]]:
    """For each document the weight of its words, of length 1."""
    counts = [_counts(document) for document in documents]
    holders = Counter(term for counted in counts for term in counted)
    return [_of_length_one(_weights(counted, holders, len(documents))) for counted in counts]


def _counts(document: NewsDocument) -> Counter[str]:
    found = Counter(terms_of(words_of(_opening(document))))
    for term in terms_of(words_of(document.title or "")):
        found[term] += _TITLE
    return found


def _opening(document: NewsDocument) -> str:
    return document.text[:OPENING]


def _weights(counts: Mapping[str, int], holders: Mapping[str, int], size: int) -> dict[str, float]:
    return {
        term: (1 + log(count))
        * log((size + _ELSEWHERE + 1) / holders[term])
        * (_COMMON if term in common_stems() else 1)
        for term, count in counts.items()
    }


def _of_length_one(weights: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _joined(weights: Sequence[Mapping[str, float]]) -> list[list[int]]:
    """The groups of two and more by average linkage.

    The mean nearness of two groups is the product of their summed weights over all pairs of members.
    """
    members = {at: [at] for at in range(len(weights))}
    summed = dict(enumerate(weights))
    beside: dict[int, set[int]] = defaultdict(set)
    for a, b in _that_share_a_word(weights):
        beside[a].add(b)
        beside[b].add(a)
    waiting = [(-_product(weights[a], weights[b]), a, b) for a in beside for b in beside[a] if a < b]
    heapify(waiting)
    new = len(weights)
    while waiting and -waiting[0][0] >= _NEAR:
        _, a, b = heappop(waiting)
        if a not in members or b not in members:
            continue
        members[new] = members.pop(a) + members.pop(b)
        summed[new] = _sum(summed.pop(a), summed.pop(b))
        beside[new] = {other for other in beside.pop(a) | beside.pop(b) if other in members}
        for other in sorted(beside[new]):
            beside[other].add(new)
            mean = _product(summed[other], summed[new]) / (len(members[other]) * len(members[new]))
            heappush(waiting, (-mean, other, new))
        new += 1
    return [group for group in members.values() if len(group) > 1]


def _that_share_a_word(weights: Sequence[Mapping[str, float]]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for at, weighed in enumerate(weights):
        for term in sorted(weighed, key=lambda term: (-weighed[term], term))[:_LOOKED_UP]:
            holders[term].append(at)
    for held in holders.values():
        if len(held) <= _MOST_HOLDERS:
            yield from combinations(held, 2)


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[term] for term, weight in small.items() if term in large)


def _sum(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {term: one.get(term, 0.0) + other.get(term, 0.0) for term in (*one, *other)}


def _reason(
    documents: Sequence[NewsDocument], weights: Sequence[Mapping[str, float]], members: Sequence[int]
) -> str:
    if len(documents) == 1:
        return "No other document is near enough to tell of the same event."
    held = Counter(term for at in members for term in weights[at])
    total = {term: sum(weights[at].get(term, 0.0) for at in members) for term in held}
    shared = sorted(held, key=lambda term: (-held[term] * total[term], term))
    written = _written(documents)
    *said, last = [written[term] for term in shared if term in written][:_MOST_SAID]
    named = f"{', '.join(said)} and {last}" if said else last
    return f"{'Both' if len(documents) == 2 else 'All'} tell of {named}."


def _written(documents: Sequence[NewsDocument]) -> dict[str, str]:
    """For each term the way in which it is first written."""
    found: dict[str, str] = {}
    for text in (part for one in documents for part in (_opening(one), one.title or "")):
        written_large = capitalised(text)
        for word in words_of(text):
            for term in terms_of((word,)):
                found.setdefault(term, written_large.get(word, word))
    return found
