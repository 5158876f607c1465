"""Finds for each statement of a new text the statement of the old one that it goes on from.

Sentences that stayed are the anchors: those that occur once in both texts first, then those beside
them, then those that moved. Among the rest the words that they share tell which was edited into
which; a sentence that was split or joined goes on in its best part. Each statement is compared with
a fixed number of others, so the cost grows in proportion to the number of statements.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from claims.revising.wording import words_in

_RARE_WORDS = 8
"""So many of a statement's rarest words are looked up among the statements that are left."""

_NEAREST = 4
"""So many of those that hold such a word, or stand at the same place, are compared."""

_LIKE_ENOUGH = 0.5
_LIKE_ENOUGH_ALONE = 0.3
"""The share of weighted words that makes two statements one claim; less is asked of two left alone."""

Pairs = dict[int, int]
"""From the new statement's number to the old one's."""


def aligned(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Which old statement each new one goes on from; both are given in the words of `as_read`."""
    pairs = _anchors(old, new)
    _grow(old, new, pairs)
    _match_in_gaps(old, new, pairs)
    _match_moved(old, new, pairs)
    return pairs | _edited(old, new, pairs)


def _anchors(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """The statements that occur once in both texts, as many of them as stand in the same order."""
    once = _occurring_once(old)
    there = _occurring_once(new)
    both = [(j, once[words]) for words, j in there.items() if words in once]
    return dict(_rising(sorted(both)))


def _occurring_once(statements: Sequence[str]) -> dict[str, int]:
    counts = Counter(statements)
    return {words: number for number, words in enumerate(statements) if counts[words] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers rise as the first do (patience sorting)."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for number, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        before.append(at[pile - 1] if pile else None)
        tops[pile : pile + 1] = [value]
        at[pile : pile + 1] = [number]
    run: list[tuple[int, int]] = []
    last = at[-1] if at else None
    while last is not None:
        run.append(pairs[last])
        last = before[last]
    return run[::-1]


def _grow(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
    """Take in what stands right behind, then right before, a pair and is the same in both texts."""
    taken = set(pairs.values())
    for step, order in ((1, range(-1, len(new))), (-1, range(len(new), -1, -1))):
        for j in order:
            i = pairs.get(j, -1 if j < 0 else len(old) if j == len(new) else None)
            if i is None or j + step in pairs or i + step in taken:
                continue
            if 0 <= j + step < len(new) and 0 <= i + step < len(old) and new[j + step] == old[i + step]:
                pairs[j + step] = i + step
                taken.add(i + step)


def _gaps(old: int, new: int, pairs: Pairs) -> Iterator[tuple[list[int], list[int]]]:
    """The free old and new statements between one pair and the next that stands in the same order."""
    taken = set(pairs.values())
    i = j = 0
    for upto_new, upto_old in [*_rising(sorted(pairs.items())), (new, old)]:
        yield (
            [number for number in range(i, upto_old) if number not in taken],
            [number for number in range(j, upto_new) if number not in pairs],
        )
        i, j = upto_old + 1, upto_new + 1


def _match_in_gaps(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
    for free_old, free_new in list(_gaps(len(old), len(new), pairs)):
        _match_same(old, new, free_old, free_new, pairs)


def _match_moved(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
    _match_same(old, new, *_free(len(old), len(new), pairs), pairs)


def _free(old: int, new: int, pairs: Pairs) -> tuple[list[int], list[int]]:
    taken = set(pairs.values())
    return [i for i in range(old) if i not in taken], [j for j in range(new) if j not in pairs]


def _match_same(
    old: Sequence[str], new: Sequence[str], free_old: Iterable[int], free_new: Iterable[int], pairs: Pairs
) -> None:
    """Pair those with the same words; where several have them, in their order."""
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for i in free_old:
        waiting[old[i]].append(i)
    for j in free_new:
        if waiting.get(new[j]):
            pairs[j] = waiting[new[j]].popleft()


def _edited(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> Pairs:
    """Pair what is left by the words that are shared, the likest first."""
    free_old, free_new = _free(len(old), len(new), pairs)
    if not free_old or not free_new:
        return {}
    bags = {("old", i): Counter(words_in(old[i])) for i in free_old}
    bags |= {("new", j): Counter(words_in(new[j])) for j in free_new}
    rarity = _rarity([*old, *new], bags.values())
    weights = {key: _weight(bag, rarity) for key, bag in bags.items()}
    expected = _expected(len(old), len(new), pairs)
    alone = {
        (olds[0], news[0]) for olds, news in _gaps(len(old), len(new), pairs) if len(olds) == len(news) == 1
    }
    scored = []
    for i, j in _candidates(free_old, free_new, bags, rarity, expected):
        total = weights["old", i] + weights["new", j]
        shared = _weight(bags["old", i] & bags["new", j], rarity)
        likeness = 2 * shared / total if total else 0.0
        if likeness >= (_LIKE_ENOUGH_ALONE if (i, j) in alone else _LIKE_ENOUGH):
            scored.append((-round(likeness, 6), abs(expected[i] - j), i, j))
    found: Pairs = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scored):
        if j not in found and i not in taken:
            found[j] = i
            taken.add(i)
    return found


def _rarity(statements: Sequence[str], bags: Iterable[Counter[str]]) -> dict[str, float]:
    """What each word weighs: the more, the fewer of the free statements hold it."""
    holding: Counter[str] = Counter()
    for bag in bags:
        holding.update(bag.keys())
    return {word: log(1 + len(statements) / number) for word, number in holding.items()}


def _weight(bag: Mapping[str, int], rarity: Mapping[str, float]) -> float:
    return sum(rarity[word] * number for word, number in bag.items())


def _expected(old: int, new: int, pairs: Pairs) -> list[int]:
    """Where in the new text each old statement would stand, going by the pair before it."""
    back = {i: j for j, i in pairs.items()}
    places, last = [], -1
    for i in range(old):
        last = min(back.get(i, last + 1), new)
        places.append(last)
    return places


def _candidates(
    free_old: Sequence[int],
    free_new: Sequence[int],
    bags: Mapping[tuple[str, int], Counter[str]],
    rarity: Mapping[str, float],
    expected: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """The new statements that each old one is compared with: near its place, or sharing a rare word."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for j in free_new:
        for word in bags["new", j]:
            holding[word].append(j)
    for i in free_old:
        shared = [word for word in bags["old", i] if word in holding]
        rarest = sorted(shared, key=lambda word: (-rarity[word], word))[:_RARE_WORDS]
        near = [_nearest(free_new, expected[i]), *(_nearest(holding[word], expected[i]) for word in rarest)]
        for j in dict.fromkeys(j for some in near for j in some):
            yield i, j


def _nearest(numbers: Sequence[int], place: int) -> Sequence[int]:
    at = bisect_left(numbers, place)
    return numbers[max(0, at - _NEAREST) : at + _NEAREST]
