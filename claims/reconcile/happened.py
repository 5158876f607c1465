"""What happened to what is counted: the verb or noun that a figure belongs to, and whether it is done."""

from __future__ import annotations

from collections.abc import Sequence

from claims.reconcile.clauses import BREAKS, Stretch
from claims.reconcile.cues import Cues, Hit, barred_measures
from claims.reconcile.lexicon import measures_marked, outer_measures, weaker_names, word_list
from claims.reconcile.words import Word

RECEIVING = frozenset({"received", "delivered"})
"""The measures that say by whom people were taken in."""

_FAR = 30
_INNER = 4
_WEAKER = 5
_GOVERNING = 6
_BASE_OF_SHARE = 15
_SUBJECT = 3
_PASSIVE = frozenset({"be", "been", "being", "is", "are", "was", "were", "to"})
_NO_OBJECT = word_list("after_nouns.txt")
_SHARED_OUT = frozenset({"vote", "votes"})


def taken_by_those_counted(spans: Sequence[Stretch], cues: Cues) -> list[Hit]:
    """The words for receiving by which those counted receive something: "Twenty-three received letters"."""
    return [
        hit
        for hit in cues.measures
        if hit[2] in RECEIVING and any(_takes_itself(stretch, hit[0], hit[1]) for stretch in spans)
    ]


def measure_hit(kind: str, stretch: Stretch, cues: Cues) -> Hit | None:
    """What the nearest word says that happened; a step within it, if that is named as near."""
    found = sorted(
        (_measure_cost(kind, stretch, first, last), first < stretch.after, first, last, name)
        for first, last, name in cues.measures
        if name not in barred_measures(kind) and stretch.owns(first, last)
    )
    weak = measures_marked("~")
    strong = [hit for hit in found if hit[4] not in weak and hit[0] <= _FAR]
    feeble = next((hit for hit in found if hit[4] in weak), None)
    if not strong or (feeble and feeble[0] + _WEAKER < strong[0][0]):
        return None if feeble is None else (feeble[2], feeble[3], weaker_names().get(feeble[4], feeble[4]))
    nearest = strong[0]
    if nearest[4] == "recovered" and feeble and feeble[4] == "bodies" and feeble[0] <= 1:
        return nearest[2], nearest[3], "dead"
    for hit in strong[1:]:
        is_inner = nearest[4] in outer_measures().get(hit[4], ())
        if is_inner and hit[0] <= nearest[0] + _INNER and not _broken(stretch, hit[2], hit[3]):
            nearest = hit
    return nearest[2:]


def is_governed(heading: str, measure: Hit | None, stretch: Stretch, cues: Cues) -> bool:
    """Whether "will" or "is presumed" governs what is measured, not some other verb of the sentence."""
    for first, last, name in cues.times:
        if name != heading or not stretch.owns(first, last):
            continue
        before_figure = last <= stretch.at and stretch.cost(first, last) <= _GOVERNING
        if measure is None and before_figure:
            return True
        if measure and (0 <= measure[0] - last <= 3 or (before_figure and measure[0] >= stretch.after)):
            return True
    return False


_WHAT_IS_LEFT = (["the", "other"], ["the", "remaining"])


def is_what_is_left(stretch: Stretch) -> bool:
    """Whether it is called the rest of something: "the other 118 have light injuries"."""
    return [word.key for word in stretch.words[max(0, stretch.at - 2) : stretch.at]] in _WHAT_IS_LEFT


def is_component(measure: str | None, stretch: Stretch, cues: Cues) -> bool:
    """Whether it is called a part without its whole: "503 of the dead", "breaks down into 5 and 7"."""
    if any(name == "component" and last <= stretch.at for _, last, name in cues.times):
        return True
    following = [word.key for word in stretch.words[stretch.after : stretch.after + 2]]
    if following not in (["of", "the"], ["of", "those"], ["of", "these"], ["of", "all"]):
        return False
    base = {name for first, _, name in cues.measures if stretch.after + 2 <= first <= stretch.after + 3}
    return measure in {weaker_names().get(name, name) for name in base}


def doer_of(kind: str, stretch: Stretch, cues: Cues) -> str | None:
    """Who did it, for a label: the name right before the verb, or behind "by" after it."""
    hit = measure_hit(kind, stretch, cues)
    if hit is None:
        return None
    first, last, measure = hit
    if measure not in RECEIVING and last < len(stretch.words) and stretch.words[last].key == "by":
        return _run(stretch.words, last + 1)
    start = first
    while start > 0 and stretch.words[start - 1].is_name:
        start -= 1
    return _run(stretch.words, start) if start < first and _stands_as_subject(stretch.words, start) else None


def _takes_itself(stretch: Stretch, first: int, last: int) -> bool:
    """Whether the number is the subject of an active verb that has an object of its own."""
    words = stretch.words
    between = words[stretch.after : first]
    if first < stretch.after or last >= len(words) or len(between) > _SUBJECT:
        return False
    runs_on = all(word.text.islower() and word.key not in _PASSIVE for word in between)
    return runs_on and words[last].key[0].isalnum() and words[last].key not in _NO_OBJECT


def _measure_cost(kind: str, stretch: Stretch, first: int, last: int) -> int:
    """Distance; what follows "% of" is the base of the share, not what it measures."""
    cost = stretch.cost(first, last)
    following = stretch.words[stretch.after].key if stretch.after < len(stretch.words) else ""
    is_base = kind == "%" and following == "of" and first >= stretch.after
    of_the_vote = first <= stretch.after + 2 and stretch.words[first].key in _SHARED_OUT
    return cost + _BASE_OF_SHARE if is_base and not of_the_vote else cost


def _broken(stretch: Stretch, first: int, last: int) -> bool:
    return any(word.key in BREAKS or word.key in {",", "and", ":"} for word in stretch.between(first, last))


def _stands_as_subject(words: Sequence[Word], at: int) -> bool:
    return at == 0 or words[at - 1].key in {",", "and", "—", "that", ";"}


def _run(words: Sequence[Word], first: int) -> str | None:
    """The name that starts at a word, as written and without an article; `None` where none does."""
    last = first
    while last < len(words) and words[last].is_name:
        last += 1
    return " ".join(word.text for word in words[first:last] if word.key not in ("the", "a")) or None
