"""The figures of a story as rules compare them: amount, meaning, time, speaker, and links to a whole.

Reads each statement once. Figures that say the very same in one document become one side,
so that a text which repeats itself costs no more to relate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from claims.kinds import ClaimKind
from claims.reading.record import Figure, Reading, Statement
from claims.reconcile.amounts import Amount, amount_of
from claims.reconcile.clauses import Stretch, stretches
from claims.reconcile.lexicon import measures_marked, nation_phrases, part_phrases
from claims.reconcile.meaning import Cues, Meaning, cues_in, meaning_of
from claims.reconcile.record import Item
from claims.reconcile.words import Word, folded, words_of

_LEAD = 3
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = {
    name: f"{number:02}"
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SPEAKER_NOISE = frozenset("the of a an and for in at who's mr mrs ms dr said new".split())


@dataclass(frozen=True, slots=True)
class Whole:
    """The figure that a text names as the whole of a part."""

    amount: Amount
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Side:
    """One figure as the rules see it.

    `as_of` is the time of counting (ISO, `None` unknown); `state` is "later" or "earlier" where
    words place it in the run of counting; `besides` is how many named people come on top of
    the number ("X and eight others" has 1).
    """

    amount: Amount
    meaning: Meaning
    quote: str
    as_of: str | None = None
    state: str | None = None
    speakers: frozenset[str] = frozenset()
    besides: int = 0
    whole: Whole | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with its side and its place: item, statement, and number within the item."""

    item: str
    statement: int
    number: int
    figure: Figure
    side: Side


def sides_of(item: Item) -> list[Found]:
    """The figures of an item, each with its side, in the order of the text."""
    found: list[Found] = []
    above: Meaning | None = None
    before: Meaning | None = None
    for index, statement in enumerate(item.reading.statements):
        if statement.kind in (ClaimKind.TABLE_HEADER, ClaimKind.CAPTION, ClaimKind.HEADING):
            above = _heading_meaning(item.reading, statement) or above
        if not statement.figures:
            continue
        inherited = above if statement.kind is ClaimKind.TABLE_ROW else before
        sides = _statement_sides(item, statement, inherited)
        for figure, side in zip(statement.figures, sides, strict=True):
            found.append(Found(item.id, index, len(found), figure, side))
        before = next((side.meaning for side in sides if side.meaning.measure), before)
    return _merged(found)


def _heading_meaning(reading: Reading, statement: Statement) -> Meaning | None:
    words = words_of(reading.source.text, statement.start, statement.end)
    measures = cues_in(words).measures
    return Meaning("count", measure=measures[0][2]) if measures else None


def _statement_sides(item: Item, statement: Statement, inherited: Meaning | None) -> list[Side]:
    text = item.reading.source.text
    words = _without_speakers(words_of(text, statement.start, statement.end), statement)
    cues = cues_in(words)
    spans = stretches(words, statement.figures)
    amounts = [amount_of(figure) for figure in statement.figures]
    meanings: list[Meaning] = []
    for figure, amount, stretch in zip(statement.figures, amounts, spans, strict=True):
        meaning = meaning_of(figure, amount.kind, stretch, cues)
        meanings.append(_completed(meaning, meanings, cues, inherited))
    periods = _periods(words, spans)
    meanings = [
        replace(meaning, period=period) if _is_event(meaning) else meaning
        for meaning, period in zip(meanings, periods, strict=True)
    ]
    wholes = _wholes(words, spans, amounts, meanings)
    as_of = _as_of(words, item.published or item.reading.source.metadata.published)
    return [
        Side(
            amount=amount,
            meaning=meaning,
            quote=_label(figure),
            as_of=figure.as_of or as_of,
            state=_state(stretch, cues),
            speakers=_speakers(item, statement, figure),
            besides=_besides(stretch),
            whole=whole,
        )
        for figure, amount, meaning, stretch, whole in zip(
            statement.figures, amounts, meanings, spans, wholes, strict=True
        )
    ]


def _completed(meaning: Meaning, earlier: Sequence[Meaning], cues: Cues, inherited: Meaning | None) -> Meaning:
    """What is not said beside the figure, from the figure before it, the statement, or the line above."""
    if meaning.measure is not None:
        return meaning
    same_kind = [other for other in earlier if other.kind == meaning.kind and other.measure]
    if same_kind:
        return replace(meaning, measure=same_kind[-1].measure)
    strong = [name for _, _, name in cues.measures if name not in measures_marked("~")]
    if strong:
        return replace(meaning, measure=strong[0])
    if inherited is not None and inherited.kind == meaning.kind:
        return replace(meaning, measure=inherited.measure)
    return meaning


def _is_event(meaning: Meaning) -> bool:
    """Whether a date beside the figure says when it happened, not when it was counted."""
    return meaning.measure is None or meaning.measure not in measures_marked("*") or meaning.kind != "count"


def _without_speakers(words: tuple[Word, ...], statement: Statement) -> tuple[Word, ...]:
    masks = [span for found in statement.attributions for span in (*found.source, *found.cue)]
    masks = [
        span for span in masks
        if not any(span[0] < figure.end and figure.start < span[1] for figure in statement.figures)
    ]  # fmt: skip
    return tuple(word for word in words if not any(start <= word.start < end for start, end in masks))


def _label(figure: Figure) -> str:
    return figure.quote


# --- time


def _periods(words: Sequence[Word], spans: Sequence[Stretch]) -> list[frozenset[str]]:
    """When what each figure counts happened: the dates of its own stretch, else of the statement."""
    dates = _dates(words)
    every = frozenset(date for _, date in dates)
    result = []
    for stretch in spans:
        own = frozenset(date for at, date in dates if stretch.left <= at < stretch.right)
        result.append(own or (every if len(every) == 1 else frozenset()))
    return result


def _dates(words: Sequence[Word]) -> list[tuple[int, str]]:
    found = []
    used: set[int] = set()
    for index, word in enumerate(words):
        month = _MONTHS.get(word.key.rstrip("."))
        if not month or (word.key in ("may", "march", "mar") and not word.is_name):
            continue
        near = [spot for spot in range(max(0, index - 2), min(len(words), index + 4)) if spot != index]
        days = [spot for spot in near if words[spot].text.isdigit() and len(words[spot].text) <= 2 and abs(spot - index) <= 2]
        years = [spot for spot in near if _is_year(words[spot])]
        used.update((*days, *years))
        year = words[years[0]].text if years else ""
        day = f"-{int(words[days[0]].text):02}" if days else ""
        found.append((index, f"{year}-{month}{day}"))
    found.extend(
        (index, word.text) for index, word in enumerate(words)
        if _is_year(word) and index not in used and index and words[index - 1].key in ("in", "since", "during", "for", "of", "late", "early")
    )  # fmt: skip
    return found


def _is_year(word: Word) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", word.text))


def _as_of(words: Sequence[Word], published: str | None) -> str | None:
    """The time of counting: a date in the statement, the weekday before publication, or publication."""
    full = [date for _, date in _dates(words) if len(date) >= 6]
    if len(full) == 1 and not full[0].startswith("-"):
        return full[0]
    if published is None:
        return None
    if len(full) == 1:
        return published[:4] + full[0]
    days = [_WEEKDAYS.index(word.key) for word in words if word.key in _WEEKDAYS]
    printed = _day(published)
    if printed and days:
        return (printed - timedelta(days=(printed.weekday() - days[-1]) % 7)).isoformat()
    return published[:10]


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _state(stretch: Stretch, cues: Cues) -> str | None:
    near = sorted(
        (stretch.cost(first, last), name)
        for first, last, name in cues.times
        if name in ("later", "earlier") and stretch.owns(first, last)
    )
    return near[0][1] if near and near[0][0] <= 8 else None


# --- speakers


def _speakers(item: Item, statement: Statement, figure: Figure) -> frozenset[str]:
    names = [item.speaker] if item.speaker else []
    for found in statement.attributions:
        if any(start <= figure.start < end for start, end in found.content):
            text = " ".join(item.reading.source.text[start:end] for start, end in found.source)
            names.append(found.speaker or text)
    return frozenset(key for name in names for key in speaker_keys(name))


def speaker_keys(name: str) -> frozenset[str]:
    """By what a speaker is known again: states named in it, and its words of weight."""
    words = words_of(name, 0, len(name))
    nations = frozenset(found for _, _, found in nation_phrases().find(words))
    return nations or frozenset(
        word.key for word in words if len(word.key) > 2 and word.key not in _SPEAKER_NOISE
    )


# --- parts and wholes


def _wholes(
    words: Sequence[Word], spans: Sequence[Stretch], amounts: Sequence[Amount], meanings: Sequence[Meaning]
) -> list[Whole | None]:
    """For each figure the whole that the statement names for it, where it names one."""
    parts = _links(words, spans)
    for whole, members in _breakdowns(amounts):
        for member in members:
            parts.setdefault(member, whole)
    return [
        Whole(amounts[parts[index]], meanings[parts[index]])
        if index in parts and _fits(amounts[index], amounts[parts[index]])
        else None
        for index in range(len(spans))
    ]


def _fits(part: Amount, whole: Amount) -> bool:
    return part.kind == whole.kind and part.in_whole(whole)


def _links(words: Sequence[Word], spans: Sequence[Stretch]) -> dict[int, int]:
    """Part to whole, by the words between and around neighbouring figures."""
    phrases = part_phrases().find(words)
    links: dict[int, int] = {}
    for index in range(len(spans) - 1):
        here, there = spans[index], spans[index + 1]
        between = {name for first, last, name in phrases if here.after <= first and last <= there.at}
        just_before = {name for first, last, name in phrases if there.at - 4 <= last <= there.at and first >= here.after}
        opening = [word.key for word in words[max(0, here.at - 2) : here.at]]
        after = {name for first, last, name in phrases if there.after <= first < there.right}
        if opening[:1] == ["of"] or opening[-1:] == ["of"]:
            links.setdefault(index + 1, index)
        elif "part then whole" in just_before:
            links.setdefault(index, index + 1)
        elif "whole then part" in between or "whole then part" in after:
            links.setdefault(index + 1, index)
    return links


def _breakdowns(amounts: Sequence[Amount]) -> list[tuple[int, list[int]]]:
    """A figure that the next two or three figures of its statement add up to, exactly."""
    found = []
    for index, whole in enumerate(amounts):
        for count in (2, 3):
            members = list(range(index + 1, index + 1 + count))
            if members[-1] >= len(amounts) or whole.value is None:
                continue
            values = [amounts[member].value for member in members if amounts[member].kind == whole.kind]
            if len(values) == count and all(values) and sum(value or Decimal(0) for value in values) == whole.value:
                found.append((index, members))
    return found


def _besides(stretch: Stretch) -> int:
    """How many named people come on top of the number: "X and eight others", "besides X, another 122"."""
    own = stretch.words
    after = [word.key for word in own[stretch.after : stretch.after + 1]]
    before = [word.key for word in own[max(0, stretch.at - 2) : stretch.at]]
    if not ({"other", "others"} & set(after) or "another" in before):
        return 0
    names = 0
    index = stretch.left
    while index < stretch.right:
        end = index
        while end < stretch.right and own[end].is_name:
            end += 1
        if end - index >= 2:
            names += 1
        index = end + 1
    opening = [word.key for word in own[stretch.left : stretch.left + 2]]
    return names or (1 if opening[:1] == ["besides"] or opening == ["apart", "from"] else 0)


# --- one side for what says the very same in one document


def _merged(found: list[Found]) -> list[Found]:
    """The same with figures of one number and meaning sharing one side; what one leaves unsaid another says."""
    return found
