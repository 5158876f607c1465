"""What a figure measures: what happened to whom, where, and whether it is done.

Read from the words around the figure. Nothing is compared here, and nothing is filled in from
elsewhere; `sides.py` does that where it is safe.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.kinds import Change
from claims.reading.record import Figure
from claims.reconcile.clauses import BREAKS, Stretch
from claims.reconcile.lexicon import (
    contrasting_axes,
    counted_classes,
    measure_phrases,
    measures_asked,
    measures_marked,
    nation_phrases,
    needed_words,
    optional_axes,
    outer_measures,
    scope_phrases,
    time_phrases,
    weaker_names,
)
from claims.reconcile.words import Word, folded, singular

_PLACE_WORDS = frozenset({"in", "near", "off", "across", "outside", "around"})
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
_RECEIVING = frozenset({"received", "delivered"})
_NATIONALS = frozenset({"citizens", "nationals", "citizen", "national"})
_INCREMENTS = frozenset({"new", "additional", "further", "extra"})
_HOLDING = frozenset(
    "has had took won got received stood ended polled scored earned leads led was with at".split()
)
_FAR = 30
_GOVERNING = 6
_NEAR = 12
_INNER = 4
_NOUN_PHRASE = 3
_SCOPE = 8
_WEAKER = 5

Hit = tuple[int, int, str]
"""A phrase found: its first word, the word after its last, and what it stands for."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure measures; an empty part is not said.

    `scopes` are answers of the kind "axis=answer"; `people` are the nations of those counted
    (`nationals`: said outright, "52 British nationals"), `receivers` the states that took them in, `holder` whose share or result it is. `told` is
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
    combined: bool = False
    component: bool = False
    nationals: bool = False
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
            combined=self.combined or other.combined,
            component=self.component or other.component,
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
    keys = {word.key for word in words}
    return Cues(
        words,
        [hit for hit in measure_phrases().find(words) if _may_be_meant(hit[2], keys)],
        scope_phrases().find(words),
        [hit for hit in time_phrases().find(words) if not _is_part_of_name(words, hit[0])],
        [hit for hit in nation_phrases().find(words) if words[hit[0]].is_name],
    )


def _may_be_meant(measure: str, keys: set[str]) -> bool:
    needed = needed_words().get(measure)
    return measure != "-" and (needed is None or bool(needed & keys))


def meaning_of(figure: Figure, kind: str, stretch: Stretch, cues: Cues) -> Meaning:
    """What the figure's own words say that it measures."""
    hit = _measure(kind, stretch, cues)
    measure = hit[2] if hit else None
    alone = stretch.left == 0 and stretch.right == len(stretch.words)
    headings = {
        name
        for first, last, name in cues.times
        if _is_near(stretch, first, last) or (alone and name in ("total", "combined"))
    }
    return Meaning(
        kind=kind,
        noun=_noun(figure, stretch),
        measure=measure,
        scopes=frozenset() if headings & {"total", "combined"} else _scopes(stretch, cues),
        people=_people(stretch, cues),
        nationals=bool(_NATIONALS & {word.key for word in stretch.words[stretch.after : stretch.after + 3]}),
        receivers=_receivers(stretch, cues) if measure in _RECEIVING else frozenset(),
        holder=_holder(stretch, cues),
        places=_places(stretch, cues),
        change=figure.change,
        planned=_governs("planned", hit, stretch, cues),
        presumed=_governs("presumed", hit, stretch, cues),
        increment=_is_increment(stretch, cues),
        total="total" in headings,
        combined="combined" in headings,
        component=_is_component(measure, stretch, cues),
        another_event="another event" in headings,
    )


def doer_of(kind: str, stretch: Stretch, cues: Cues) -> str | None:
    """Who did it, for a label: the name right before the verb, or behind "by" after it."""
    hit = _measure(kind, stretch, cues)
    if hit is None:
        return None
    first, last = hit[0], hit[1]
    if last < len(stretch.words) and stretch.words[last].key == "by":
        return _run(stretch.words, last + 1)
    start = first
    while start > 0 and stretch.words[start - 1].is_name:
        start -= 1
    return _run(stretch.words, start) if start < first and _stands_as_subject(stretch.words, start) else None


def _stands_as_subject(words: Sequence[Word], at: int) -> bool:
    return at == 0 or words[at - 1].key in {",", "and", "—", "that", ";"}


def _run(words: Sequence[Word], first: int) -> str | None:
    """The name that starts at a word, as written; `None` where none does."""
    last = first
    while last < len(words) and words[last].is_name:
        last += 1
    return " ".join(word.text for word in words[first:last]) or None


def scopes_asked(meaning: Meaning) -> frozenset[str]:
    """The scopes whose question is asked of the figure's measure."""
    asked = measures_asked()
    return frozenset(
        scope for scope in meaning.scopes
        if not asked[scope.partition("=")[0]] or meaning.measure in asked[scope.partition("=")[0]]
    )  # fmt: skip


def measures_of(kind: str, cues: Cues) -> list[str]:
    """The measures that a statement names for figures of a kind, the weak ones left out."""
    barred = measures_marked("~") | _barred(kind)
    return [name for _, _, name in cues.measures if name not in barred]


def _measure(kind: str, stretch: Stretch, cues: Cues) -> Hit | None:
    """What the nearest word says that happened; a step within it, if that is named as near."""
    found = sorted(
        (_measure_cost(kind, stretch, first, last), first < stretch.after, first, last, name)
        for first, last, name in cues.measures
        if name not in _barred(kind) and stretch.owns(first, last)
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


def _barred(kind: str) -> frozenset[str]:
    """The measures that are not said of figures of a kind."""
    barred = frozenset() if kind == "%" else measures_marked("%")
    if kind != "count":
        barred |= measures_marked("#")
    is_money = len(kind) == 3 and kind.isupper()
    return barred if is_money or kind == "%" else barred | measures_marked("$")


def _measure_cost(kind: str, stretch: Stretch, first: int, last: int) -> int:
    """Distance; what follows "% of" is the base of the share, not what it measures."""
    cost = stretch.cost(first, last)
    following = stretch.words[stretch.after].key if stretch.after < len(stretch.words) else ""
    return cost + 15 if kind == "%" and following == "of" and first >= stretch.after else cost


def _broken(stretch: Stretch, first: int, last: int) -> bool:
    return any(word.key in BREAKS or word.key in {",", "and", ":"} for word in stretch.between(first, last))


def _governs(heading: str, measure: Hit | None, stretch: Stretch, cues: Cues) -> bool:
    """Whether "will", "is set to" or "is presumed" governs what is measured, not some other verb of the sentence."""
    for first, last, name in cues.times:
        if name != heading or not stretch.owns(first, last):
            continue
        before_figure = last <= stretch.at and stretch.cost(first, last) <= _GOVERNING
        if measure is None and before_figure:
            return True
        if measure and (0 <= measure[0] - last <= 3 or (before_figure and measure[0] >= stretch.after)):
            return True
    return False


def _is_near(stretch: Stretch, first: int, last: int) -> bool:
    return stretch.owns(first, last) and stretch.cost(first, last) <= _NEAR


def _is_part_of_name(words: Sequence[Word], at: int) -> bool:
    """Whether a word is no cue but part of a name: "Lower Saxony", the month of May."""
    named = words[at].is_name and at + 1 < len(words) and words[at + 1].is_name
    return words[at].text == "May" or (named and at > 0)


def _noun(figure: Figure, stretch: Stretch) -> str | None:
    """The class of what is counted; a noun of no class only where it follows the number."""
    if not figure.counted:
        return None
    counted = [folded(part) for part in figure.counted.split()]
    after = {word.key for word in stretch.words[stretch.after : stretch.after + len(counted) + 2]}
    for key in reversed(counted):
        known = counted_classes().get(key) or counted_classes().get(singular(key))
        if known and (known == "person" or key in after):
            return None if known == "-" else known
        if nation_phrases().names_one(key) and key in after:
            return "person"
    named = figure.counted.split()[-1][:1].isupper()
    return singular(counted[-1]) if counted[-1] in after and counted[-1].isalpha() and not named else None


def _scopes(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """The nearest answer to each question; who they are is told only by the noun that is counted."""
    nearest: dict[str, tuple[int, str]] = {}
    for first, last, name in cues.scopes:
        axis = name.partition("=")[0]
        reach = _FAR if axis in optional_axes() else _SCOPE
        if not stretch.owns(first, last) or stretch.cost(first, last) > reach:
            continue
        if axis in contrasting_axes() and not stretch.after <= first <= stretch.after + _NOUN_PHRASE:
            continue
        cost = stretch.cost(first, last)
        if cost < nearest.get(axis, (_FAR + 1, ""))[0]:
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
        elif stretch.words[first].key != folded(name) and not set(between) - {
            "former",
            "of",
            "the",
            "freed",
            "other",
        }:
            found.add(name)
    return frozenset(found)


def _receivers(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """Who took people in: the state before "received", or after "to", "reached", "on … soil"."""
    found: set[str] = set()
    receiving = {first for first, _, name in cues.measures if name in _RECEIVING}
    ends = {last for _, last, name in cues.measures if name in _RECEIVING}
    previous_end = -2
    for first, last, name in cues.nations:
        if not stretch.owns(first, last) or any(word.key in BREAKS for word in stretch.between(first, last)):
            continue
        before = stretch.words[first - 1].key if first else ""
        joined = before == "and" and previous_end == first - 1
        if (
            last in receiving
            or before in {"to", "reached", "on", "into"}
            or (first in ends and before == "to")
            or joined
        ):
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
            best = (
                min(best or (cost, ""), (cost, stretch.words[end - 1].key))
                if best
                else (cost, stretch.words[end - 1].key)
            )
        index = max(end, index + 1)
    return best[1] if best else None


def _is_holder(stretch: Stretch, first: int, last: int) -> bool:
    if stretch.words[last - 1].key in _CALENDAR or not stretch.owns(first, last):
        return False
    opens = first == 0 or stretch.words[first - 1].key == "."
    if not opens or last - first > 1 or stretch.words[first].text.replace("’", "'").endswith("'s"):
        return True
    return last < len(stretch.words) and stretch.words[last].key in _HOLDING


def _is_component(measure: str | None, stretch: Stretch, cues: Cues) -> bool:
    """Whether the figure is called a part without its whole: "5,503 of the dead", "breaks down into 5 and 7"."""
    if any(name == "component" and last <= stretch.at for _, last, name in cues.times):
        return True
    following = [word.key for word in stretch.words[stretch.after : stretch.after + 2]]
    if following not in (["of", "the"], ["of", "those"], ["of", "these"], ["of", "all"]):
        return False
    base = {name for first, _, name in cues.measures if stretch.after + 2 <= first <= stretch.after + 3}
    return measure in {weaker_names().get(name, name) for name in base}


def _places(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """Where: "… in Kano" behind the number, or "In Kano, …" at the head of its stretch."""
    nations = {first: name for first, _, name in cues.nations}
    found = set()
    for index in range(stretch.left, stretch.right - 1):
        behind = index >= stretch.after and stretch.cost(index, index + 1) <= _NEAR
        if stretch.words[index].key in _PLACE_WORDS and (behind or index <= stretch.left + 1):
            found.add(nations.get(index + 1) or _name_at(stretch, index + 1))
    return frozenset(name for name in found if name)


def _name_at(stretch: Stretch, first: int) -> str:
    """The name that starts at a word; empty where there is none, or a day, a month or an owner."""
    last = first
    while last < stretch.right and stretch.words[last].is_name:
        last += 1
    run = stretch.words[first:last]
    if any(word.key in _CALENDAR or word.text.replace("’", "'").endswith("'s") for word in run):
        return ""
    return " ".join(word.key for word in run)


def _is_increment(stretch: Stretch, cues: Cues) -> bool:
    """Whether it counts only what was added: "two new cases", "one more death"."""
    following = [word.key for word in stretch.words[stretch.after : stretch.after + 1]]
    before = [word.key for word in stretch.words[max(stretch.left, stretch.at - 1) : stretch.at]]
    if _INCREMENTS & {*following, *before}:
        return True
    return following == ["more"] and any(first == stretch.after + 1 for first, _, _ in cues.measures)
