"""What a figure measures: what happened to whom, where, when, and whether it is done.

Read from the words around the figure; what a statement leaves unsaid is taken from the figure
beside it, the line or heading above it or the same number elsewhere in the document, and from
nowhere else. Nothing is compared here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claims.kinds import Change
from claims.reading.record import Figure
from claims.reconcile.clauses import Stretch
from claims.reconcile.lexicon import (
    counted_classes,
    measure_phrases,
    measures_marked,
    nation_phrases,
    outer_measures,
    scope_phrases,
    time_phrases,
)
from claims.reconcile.words import Word, folded, singular, words_of

_PLACE_WORDS = frozenset({"in", "at", "near", "off", "across", "outside", "around", "on"})
_NOT_PLACES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
_RECEIVING = frozenset({"received", "delivered", "returned"})
_INCREMENTS = frozenset({"new", "additional", "further", "extra"})
_FAR = 30


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure measures; an empty part is not said.

    `scopes` are answers of the kind "axis=answer"; `people` are the nations of those counted,
    `receivers` the states that took them in, `holder` whose share or result it is.
    """

    kind: str
    noun: str | None = None
    measure: str | None = None
    scopes: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    receivers: frozenset[str] = frozenset()
    holder: str | None = None
    places: frozenset[str] = frozenset()
    period: frozenset[str] = frozenset()
    change: Change | None = None
    planned: bool = False
    increment: bool = False
    total: bool = False
    another_event: bool = False

    def filled_from(self, other: Meaning) -> Meaning:
        """This meaning with what it leaves unsaid taken from another."""
        return replace(
            self,
            noun=self.noun or other.noun,
            measure=self.measure or other.measure,
            scopes=self.scopes or other.scopes,
            people=self.people or other.people,
            receivers=self.receivers or other.receivers,
            holder=self.holder or other.holder,
            places=self.places or other.places,
            period=self.period or other.period,
        )


@dataclass(frozen=True, slots=True)
class Cues:
    """Everything that was found in one statement's words, looked up once for all its figures."""

    words: tuple[Word, ...]
    measures: list[tuple[int, int, str]] = field(default_factory=list)
    scopes: list[tuple[int, int, str]] = field(default_factory=list)
    times: list[tuple[int, int, str]] = field(default_factory=list)
    nations: list[tuple[int, int, str]] = field(default_factory=list)


def cues_in(words: tuple[Word, ...]) -> Cues:
    """The cues of one statement."""
    return Cues(
        words,
        measure_phrases().find(words),
        scope_phrases().find(words),
        time_phrases().find(words),
        [hit for hit in nation_phrases().find(words) if words[hit[0]].is_name],
    )


def meaning_of(figure: Figure, kind: str, stretch: Stretch, cues: Cues) -> Meaning:
    """What the figure's own words say that it measures."""
    measure = _measure(stretch, cues)
    headings = {name for first, last, name in cues.times if stretch.owns(first, last) and _close(stretch, first, last)}
    people = _people(stretch, cues)
    return Meaning(
        kind=kind,
        noun=_noun(figure, stretch),
        measure=measure,
        scopes=frozenset() if "total" in headings else _scopes(stretch, cues),
        people=people,
        receivers=_receivers(stretch, cues) if measure in _RECEIVING else frozenset(),
        holder=_holder(stretch, cues) if measure in measures_marked("@") else None,
        places=_places(stretch),
        change=figure.change,
        planned="planned" in headings,
        increment=_is_increment(stretch),
        total="total" in headings,
        another_event="another event" in headings,
    )


def _measure(stretch: Stretch, cues: Cues) -> str | None:
    found = sorted(
        (stretch.cost(first, last), name)
        for first, last, name in cues.measures
        if stretch.owns(first, last) and not (first < stretch.after and stretch.at < last)
    )
    weak = measures_marked("~")
    strong = [(cost, name) for cost, name in found if name not in weak and cost <= _FAR]
    if not strong:
        return "dead" if found else None
    nearest_cost, nearest = strong[0]
    for cost, name in strong[1:]:
        if cost <= nearest_cost + 8 and nearest in outer_measures().get(name, ()):
            nearest = name
    return nearest


def _close(stretch: Stretch, first: int, last: int) -> bool:
    return stretch.cost(first, last) <= 12


def _noun(figure: Figure, stretch: Stretch) -> str | None:
    classes = counted_classes()
    counted = [word.key for word in words_of(figure.counted or "", 0, len(figure.counted or ""))]
    for key in reversed(counted):
        known = classes.get(key) or classes.get(singular(key))
        if known:
            return known
    if counted:
        return singular(counted[-1])
    return None


def _scopes(stretch: Stretch, cues: Cues) -> frozenset[str]:
    nearest: dict[str, tuple[int, str]] = {}
    for first, last, name in cues.scopes:
        if not stretch.owns(first, last):
            continue
        axis = name.partition("=")[0]
        cost = stretch.cost(first, last)
        if cost <= _FAR and cost < nearest.get(axis, (_FAR + 1, ""))[0]:
            nearest[axis] = (cost, name)
    return frozenset(name for _, name in nearest.values())


def _people(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """The nations of those counted: "five Ukrainians", "109 citizens of Belarus", "63 Russian troops"."""
    found = set()
    for first, last, name in cues.nations:
        if not stretch.owns(first, last) or not stretch.after <= first <= stretch.after + 4:
            continue
        between = [word.key for word in stretch.words[stretch.after : first]]
        if stretch.words[first].key == folded(name):
            if between[-2:] in (["citizens", "of"], ["nationals", "of"]):
                found.add(name)
        elif not {"in", "to", "from", "by", "at", ","} & set(between):
            found.add(name)
    return frozenset(found)


def _receivers(stretch: Stretch, cues: Cues) -> frozenset[str]:
    found = set()
    for first, last, name in cues.nations:
        before = stretch.words[first - 1].key if first else ""
        if not stretch.owns(first, last) or before in {"from", "by", "of"}:
            continue
        is_state = stretch.words[first].key == folded(name) or folded(name).startswith(stretch.words[first].key)
        if is_state or before in {"to", "on", "in"}:
            found.add(name)
    return frozenset(found)


def _holder(stretch: Stretch, cues: Cues) -> str | None:
    """Whose result it is: the nearest name of the stretch, by its last word."""
    nation_words = {index for first, last, _ in cues.nations for index in range(first, last)}
    best: tuple[int, str] | None = None
    index = stretch.left
    while index < stretch.right:
        if not stretch.words[index].is_name or index in nation_words:
            index += 1
            continue
        end = index
        while end < stretch.right and stretch.words[end].is_name:
            end += 1
        key = stretch.words[end - 1].key
        if key not in _NOT_PLACES and (index > 0 or end - index > 1 or "'s" in stretch.words[index].text.replace("’", "'")):
            cost = stretch.cost(index, end)
            if best is None or cost < best[0]:
                best = (cost, key)
        index = end
    return best[1] if best else None


def _places(stretch: Stretch) -> frozenset[str]:
    found = set()
    for index in range(stretch.left, stretch.right - 1):
        word, following = stretch.words[index], stretch.words[index + 1]
        if word.key in _PLACE_WORDS and following.is_name and following.key not in _NOT_PLACES:
            found.add(following.key)
    return frozenset(found)


def _is_increment(stretch: Stretch) -> bool:
    following = stretch.words[stretch.after : stretch.after + 1]
    before = stretch.words[max(stretch.left, stretch.at - 1) : stretch.at]
    return any(word.key in _INCREMENTS for word in (*following, *before))
