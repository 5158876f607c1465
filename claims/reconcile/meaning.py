"""What a figure measures: what happened to whom, where, and whether it is done.

Read from the words around the figure. Nothing is compared here, and nothing is filled in from
elsewhere; `sides.py` does that where it is safe.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.kinds import Change
from claims.reading.record import Figure
from claims.reconcile.clauses import BREAKS, Stretch
from claims.reconcile.lexicon import (
    counted_classes,
    measure_phrases,
    measures_asked,
    measures_marked,
    nation_phrases,
    outer_measures,
    scope_phrases,
    time_phrases,
)
from claims.reconcile.words import Word, folded, singular

_PLACE_WORDS = frozenset({"in", "near", "off", "across", "outside", "around", "on"})
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
_RECEIVING = frozenset({"received", "delivered"})
_INCREMENTS = frozenset({"new", "additional", "further", "extra"})
_FAR = 30
_NEAR = 12
_INNER = 4

Hit = tuple[int, int, str]
"""A phrase found: its first word, the word after its last, and what it stands for."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure measures; an empty part is not said.

    `scopes` are answers of the kind "axis=answer"; `people` are the nations of those counted,
    `receivers` the states that took them in, `holder` whose share or result it is. `told` is
    the day of the document, against which an undated figure is news.
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
    told: str | None = None
    change: Change | None = None
    planned: bool = False
    presumed: bool = False
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
            total=self.total or other.total,
        )


@dataclass(frozen=True, slots=True)
class Cues:
    """Everything that was found in one statement's words, looked up once for all its figures."""

    words: tuple[Word, ...]
    measures: list[Hit]
    scopes: list[Hit]
    times: list[Hit]
    nations: list[Hit]


def cues_in(words: tuple[Word, ...]) -> Cues:
    """The cues of one statement."""
    return Cues(
        words,
        measure_phrases().find(words),
        scope_phrases().find(words),
        [hit for hit in time_phrases().find(words) if not _is_month_may(words[hit[0]])],
        [hit for hit in nation_phrases().find(words) if words[hit[0]].is_name],
    )


def meaning_of(figure: Figure, kind: str, stretch: Stretch, cues: Cues) -> Meaning:
    """What the figure's own words say that it measures."""
    measure = _measure(kind, stretch, cues)
    headings = {name for first, last, name in cues.times if _is_near(stretch, first, last)}
    return Meaning(
        kind=kind,
        noun=_noun(figure, stretch),
        measure=measure,
        scopes=frozenset() if "total" in headings else _scopes(stretch, cues),
        people=_people(stretch, cues),
        receivers=_receivers(stretch, cues) if measure in _RECEIVING else frozenset(),
        holder=_holder(stretch, cues),
        places=_places(stretch, cues),
        change=figure.change,
        planned="planned" in headings,
        presumed="presumed" in headings,
        increment=_is_increment(stretch),
        total="total" in headings,
        another_event="another event" in headings,
    )


def scopes_asked(meaning: Meaning) -> frozenset[str]:
    """The scopes whose question is asked of the figure's measure."""
    asked = measures_asked()
    return frozenset(
        scope for scope in meaning.scopes
        if not asked[scope.partition("=")[0]] or meaning.measure in asked[scope.partition("=")[0]]
    )  # fmt: skip


def measures_of(kind: str, cues: Cues) -> list[str]:
    """The measures that a statement names for figures of a kind, the weak ones left out."""
    barred = measures_marked("~") | (measures_marked("#") if kind != "count" else frozenset())
    return [name for _, _, name in cues.measures if name not in barred]


def _measure(kind: str, stretch: Stretch, cues: Cues) -> str | None:
    barred = measures_marked("#") if kind != "count" else frozenset()
    found = sorted(
        (_measure_cost(kind, stretch, first, last), first, last, name)
        for first, last, name in cues.measures
        if name not in barred and stretch.owns(first, last)
    )
    weak = measures_marked("~")
    strong = [hit for hit in found if hit[3] not in weak and hit[0] <= _FAR]
    feeble = next((hit for hit in found if hit[3] in weak), None)
    if not strong or (feeble and feeble[0] + _NEAR < strong[0][0]):
        return None if feeble is None else "dead" if feeble[3] == "bodies" else feeble[3]
    if strong[0][3] == "recovered" and feeble and feeble[3] == "bodies" and feeble[0] <= 1:
        return "dead"
    nearest = strong[0]
    for hit in strong[1:]:
        if hit[0] <= nearest[0] + _INNER and nearest[3] in outer_measures().get(hit[3], ()):
            if not _broken(stretch, hit[1], hit[2]):
                nearest = hit
    return nearest[3]


def _measure_cost(kind: str, stretch: Stretch, first: int, last: int) -> int:
    """Distance; what follows "% of" is the base of the share, not what it measures."""
    cost = stretch.cost(first, last)
    following = stretch.words[stretch.after].key if stretch.after < len(stretch.words) else ""
    return cost + 15 if kind == "%" and following == "of" and first >= stretch.after else cost


def _broken(stretch: Stretch, first: int, last: int) -> bool:
    return any(word.key in BREAKS or word.key in {",", "and", ":"} for word in stretch.between(first, last))


def _is_near(stretch: Stretch, first: int, last: int) -> bool:
    return stretch.owns(first, last) and stretch.cost(first, last) <= _NEAR


def _is_month_may(word: Word) -> bool:
    return word.text == "May"


def _noun(figure: Figure, stretch: Stretch) -> str | None:
    """The class of what is counted; a noun of no class only where it follows the number."""
    if not figure.counted:
        return None
    counted = [folded(part) for part in figure.counted.split()]
    for key in reversed(counted):
        known = counted_classes().get(key) or counted_classes().get(singular(key))
        if known:
            return known
        if nation_phrases().names_one(key):
            return "person"
    after = {word.key for word in stretch.words[stretch.after : stretch.after + len(counted) + 1]}
    return singular(counted[-1]) if counted and counted[-1] in after else None


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
        if between[-2:] in (["citizens", "of"], ["nationals", "of"]):
            found.add(name)
        elif stretch.words[first].key != folded(name) and not set(between) - {"former", "of", "the", "freed", "other"}:
            found.add(name)
    return frozenset(found)


def _receivers(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """Who took people in: the state before "received", or after "to", "reached", "on … soil"."""
    found: set[str] = set()
    receiving = {first for first, _, name in cues.measures if name in _RECEIVING}
    ends = {last for _, last, name in cues.measures if name in _RECEIVING}
    previous_end = -2
    for first, last, name in cues.nations:
        if not stretch.owns(first, last):
            continue
        before = stretch.words[first - 1].key if first else ""
        joined = before == "and" and previous_end == first - 1
        if last in receiving or before in {"to", "reached", "on", "into"} or (first in ends and before == "to") or joined:
            found.add(name)
            previous_end = last
    return frozenset(found)


def _holder(stretch: Stretch, cues: Cues) -> str | None:
    """Whose result it is: the nearest name of the stretch, by its last word."""
    nation_words = {index for first, last, _ in cues.nations for index in range(first, last)}
    best: tuple[int, str] | None = None
    index = stretch.left
    while index < stretch.right:
        end = index
        while end < stretch.right and stretch.words[end].is_name and end not in nation_words:
            end += 1
        if end > index and _is_holder(stretch, index, end):
            cost = stretch.cost(index, end)
            best = min(best or (cost, ""), (cost, stretch.words[end - 1].key)) if best else (cost, stretch.words[end - 1].key)
        index = max(end, index + 1)
    return best[1] if best else None


def _is_holder(stretch: Stretch, first: int, last: int) -> bool:
    if stretch.words[last - 1].key in _CALENDAR or not stretch.owns(first, last):
        return False
    opens = first == 0 or stretch.words[first - 1].key in BREAKS
    return not opens or last - first > 1 or stretch.words[first].text.replace("’", "'").endswith("'s")


def _places(stretch: Stretch, cues: Cues) -> frozenset[str]:
    nations = {first: name for first, _, name in cues.nations}
    found = set()
    for index in range(stretch.left, stretch.right - 1):
        word, following = stretch.words[index], stretch.words[index + 1]
        if word.key not in _PLACE_WORDS or not following.is_name or following.key in _CALENDAR:
            continue
        if following.text.replace("’", "'").endswith("'s") and index + 1 not in nations:
            continue
        found.add(nations.get(index + 1, following.key))
    return frozenset(found)


def _is_increment(stretch: Stretch) -> bool:
    following = stretch.words[stretch.after : stretch.after + 1]
    before = stretch.words[max(stretch.left, stretch.at - 1) : stretch.at]
    return any(word.key in _INCREMENTS for word in (*following, *before))
