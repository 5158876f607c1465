"""The figures of a story as rules compare them: amount, meaning, time, speaker, and links to a whole.

Reads each statement once. What a statement leaves unsaid is taken from the figure beside it,
from the line above a table, or from the same number elsewhere in the same document, and from
nowhere else; figures that then say the very same share one side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.kinds import ClaimKind
from claims.reading.record import Figure, Reading, Statement
from claims.reconcile.amounts import amount_of
from claims.reconcile.clauses import Stretch, stretches
from claims.reconcile.cues import DURATIONS, Cues, cues_in, measures_of
from claims.reconcile.happened import doer_of, taken_by_those_counted
from claims.reconcile.lexicon import measures_marked
from claims.reconcile.likeness import Contrasts, Facet, likeness
from claims.reconcile.meaning import Meaning, meaning_of
from claims.reconcile.merging import merged
from claims.reconcile.parts import besides_of, giver_of, is_restated, links_of, moves_of, rival_counts
from claims.reconcile.population import (
    head_of,
    is_definite,
    qualifiers_of,
    weighty_words,
    words_behind,
    years_before,
)
from claims.reconcile.record import Item
from claims.reconcile.shares import bases_of
from claims.reconcile.side import Found, Side, Whole
from claims.reconcile.speakers import Voice, credited_with, voice_of
from claims.reconcile.times import counted_at, dates_of, period_of, reference_period
from claims.reconcile.words import Word, words_of

_BESIDE = 8
_RELATIVE = frozenset({"who", "that", "which"})
_SHORT_TEXT = 4
_ABOVE = frozenset({ClaimKind.TABLE_HEADER, ClaimKind.CAPTION})


def sides_of(item: Item) -> list[Found]:
    """The figures of an item, each with its side, in the order of the text."""
    found: list[Found] = []
    above: Meaning | None = None
    before: Meaning | None = None
    told = _told(item)
    for index, statement in enumerate(item.reading.statements):
        if statement.kind is ClaimKind.HEADING:
            above = None
        if statement.kind in _ABOVE:
            above = _line_above(item.reading, statement) or above
        if not statement.figures:
            continue
        spoken = before or above
        inherited = (
            above if statement.kind is ClaimKind.TABLE_ROW else spoken and replace(spoken, outright=False)
        )
        read = _Sides(item, index, inherited, told)
        sides = read.all()
        for at, (figure, side) in enumerate(zip(statement.figures, sides, strict=True)):
            voice = next(iter(read.credited[at]), None)
            doer = doer_of(side.amount.kind, read.spans[at], read.near[at])
            found.append(
                Found(
                    item.id,
                    index,
                    len(found),
                    figure,
                    side,
                    voice,
                    doer,
                    side.speakers,
                    words_behind(figure, read.spans[at]),
                )
            )
        before = next((side.meaning for side in sides if side.meaning.measure), before)
    return merged(found)


class _Sides:
    """The sides of one statement's figures, made step by step from one look at its words."""

    def __init__(self, item: Item, index: int, inherited: Meaning | None, told: str | None) -> None:
        text, statement = item.reading.source.text, item.reading.statements[index]
        self.item, self.index, self.statement, self.inherited, self.told = (
            item,
            index,
            statement,
            inherited,
            told,
        )
        self.is_long = len(item.reading.statements) > _SHORT_TEXT
        self.words = _without_speakers(words_of(text, statement.start, statement.end), statement)
        self.names = frozenset(word.key for word in self.words if word.is_name and len(word.key) > 3)
        self.spans = stretches(self.words, statement.figures)
        cues = cues_in(self.words)
        self.cues = cues.without(taken_by_those_counted(self.spans, cues))
        self.amounts = [amount_of(figure) for figure in statement.figures]
        self.dates = dates_of(text, statement.start, statement.end)
        self.restated = is_restated(self.spans, statement.figures, self.amounts)
        self.rivals = rival_counts(self.spans, self.amounts)
        self.bases = bases_of(self.spans, self.amounts)
        self.moves = moves_of(self.words, self.spans)
        self.near = [self.cues.within(span.left, span.right) for span in self.spans]
        self.credited = [self._credited(index) for index in range(len(statement.figures))]

    def _credited(self, index: int) -> tuple[Voice, ...]:
        voices = credited_with(self.item, self.statement, self.statement.figures[index])
        if index not in self.rivals:
            return voices
        giver = voice_of(giver_of(self.spans[self.rivals[index]], self.spans[index]))
        return (giver,) if giver.keys else voices

    def all(self) -> list[Side]:
        """One side a figure."""
        meanings = self._meanings()
        links = links_of(self.words, self.spans, self.amounts)
        for part, whole in links.items():
            measure = likeness(meanings[part], meanings[whole], Contrasts()).measure
            if measure in (Facet.DIFFERENT, Facet.WIDER):
                meanings[part] = replace(meanings[part], measure=meanings[whole].measure)
        return [self._side(index, meaning, meanings, links) for index, meaning in enumerate(meanings)]

    def _meanings(self) -> list[Meaning]:
        meanings: list[Meaning] = []
        for index, figure in enumerate(self.statement.figures):
            meaning = meaning_of(figure, self.amounts[index].kind, self.spans[index], self.near[index])
            fits = self.statement.kind is ClaimKind.TABLE_ROW or self._continues(figure, meaning)
            meaning = _completed(
                meaning, meanings, self.cues, self.inherited, fits=fits, alone=len(self.spans) == 1
            )
            period = period_of(self.spans[index], self.dates, self.words)
            period = (
                (period or meaning.period)
                if _is_event(meaning)
                else reference_period(period, of_rate=meaning.kind != "count")
            )
            told = self.told if _is_event(meaning) else None
            meanings.append(replace(meaning, period=period, told=told))
        for index, other in self.rivals.items():
            meanings[index] = replace(meanings[other], change=meanings[index].change)
        for index, base in self.bases.items():
            meanings[index] = meanings[index].filled_from(meanings[base])
            meanings[base] = replace(meanings[base], only_some=True)
        for index in self.restated:
            earlier = meanings[index - 1]
            if earlier.measure is None:
                earlier = replace(earlier, measure=meanings[index].measure)
            meanings[index - 1 : index + 1] = [earlier, earlier]
        return meanings

    def _side(self, index: int, meaning: Meaning, meanings: Sequence[Meaning], links: dict[int, int]) -> Side:
        figure, stretch = self.statement.figures[index], self.spans[index]
        whole = links.get(index)
        named = self.rivals.get(index, self.bases.get(index, index))
        published = self.item.published or self.item.reading.source.metadata.published
        state = self.moves.get(index) or _state(stretch, self.cues)
        return Side(
            amount=self.amounts[index],
            meaning=meaning,
            quote=" ".join(figure.quote.split()),
            derived=figure.derived,
            home=self.item.id,
            unit=figure.unit,
            statements=frozenset({self.index}),
            names=self.names,
            base=self.amounts[self.bases[index]] if index in self.bases else None,
            instead_of=self.amounts[self.rivals[index]] if index in self.rivals else None,
            contrasted=index in {*self.rivals, *self.rivals.values()}
            or any(name in ("contrast", "rival") for _, _, name in self.cues.times),
            rival=any(name == "rival" for _, _, name in self.cues.times),
            as_of=None
            if state == "earlier" and not _only_told_in_the_past(stretch)
            else figure.as_of or counted_at(self.dates, self.words, published),
            state=state,
            speakers=frozenset(key for voice in self.credited[index] for key in voice.keys),
            besides=besides_of(stretch),
            whole=None if whole is None else Whole(self.amounts[whole], meanings[whole]),
            qualifiers=qualifiers_of(self.spans[named], self.near[named]),
            head=head_of(self.statement.figures[named], self.spans[named]),
            words=self._words(index),
            definite=is_definite(stretch),
            in_long_text=self.is_long,
            years=years_before(stretch),
            headline=self.statement.kind is ClaimKind.HEADLINE,
            tabled=self.statement.kind is ClaimKind.TABLE_ROW,
        )

    def _continues(self, figure: Figure, meaning: Meaning) -> bool:
        """Whether a figure may go on with what is told before it: it names no things of its own."""
        if not figure.counted:
            return True
        before = self.inherited.noun if self.inherited else None
        return not self.is_long and (meaning.noun is None or before is None or meaning.noun == before)

    def _words(self, index: int) -> frozenset[str]:
        """The weighty words of a figure's clause; a length that is given in two units has one clause."""
        own = weighty_words(self.spans[index])
        if index in self.bases:
            return own | weighty_words(self.spans[self.bases[index]])
        if index in self.restated:
            return own | weighty_words(self.spans[index - 1])
        return own | weighty_words(self.spans[index + 1]) if index + 1 in self.restated else own


def _told(item: Item) -> str | None:
    """The day of a document: when it was published, else the day that it names most often."""
    published = item.published or item.reading.source.metadata.published
    if published:
        return published[:10]
    days = Counter(
        date.value
        for statement in item.reading.statements
        for date in dates_of(item.reading.source.text, statement.start, statement.end)
        if date.day is not None
    )
    return next((day for day, _ in days.most_common() if day is not None), None)


def _line_above(reading: Reading, statement: Statement) -> Meaning | None:
    words = words_of(reading.source.text, statement.start, statement.end)
    measures = measures_of("count", cues_in(words))
    return Meaning("count", measure=measures[0], outright=True) if measures else None


def _completed(
    meaning: Meaning,
    earlier: Sequence[Meaning],
    cues: Cues,
    inherited: Meaning | None,
    *,
    fits: bool,
    alone: bool,
) -> Meaning:
    """What is not said beside the figure, from the figure before it, the statement, or the line above."""
    if meaning.measure is not None or meaning.kind in DURATIONS:
        return meaning
    named = measures_of(meaning.kind, cues)
    held = [name for name in named if name in measures_marked("@")]
    if meaning.holder and meaning.kind == "%" and (held or named):
        return replace(meaning, measure=held[0] if held else None, outright=bool(held))
    same_kind = [other for other in earlier if other.kind == meaning.kind and other.measure]
    if same_kind:
        return replace(meaning, measure=same_kind[-1].measure, outright=same_kind[-1].outright)
    if named:
        alike = next((other for other in earlier if other.measure == named[0]), Meaning(meaning.kind))
        only = len(set(named)) == 1
        return replace(
            meaning,
            measure=named[0],
            scopes=meaning.scopes or alike.scopes,
            outright=only and alone and bool(meaning.noun),
        )
    if inherited is not None and inherited.kind == meaning.kind and fits:
        return meaning.filled_from(inherited)
    return meaning


def _is_event(meaning: Meaning) -> bool:
    """Whether a date beside the figure says when it happened, not when it was counted."""
    return meaning.measure not in measures_marked("*")


def _without_speakers(words: tuple[Word, ...], statement: Statement) -> tuple[Word, ...]:
    """The words of a statement without those who are credited with it, who did not do it."""
    masks = [span for found in statement.attributions for span in found.source]
    masks = [
        (start, end) for start, end in masks
        if not any(start < figure.end and figure.start < end for figure in statement.figures)
    ]  # fmt: skip
    return tuple(word for word in words if not any(start <= word.start < end for start, end in masks))


def _state(stretch: Stretch, cues: Cues) -> str | None:
    """Whether words beside a figure, or at the head of its statement, make it an earlier or later count."""
    near = sorted(
        (stretch.cost(first, last), name)
        for first, last, name in cues.times
        if name in ("later", "earlier") and stretch.owns(first, last) and not _tells_who(stretch, first)
    )
    if near and near[0][0] <= _BESIDE:
        return near[0][1]
    if cues.times and cues.times[0][0] == 0 and cues.times[0][2] in ("later", "earlier"):
        return cues.times[0][2]
    to = stretch.at > 0 and stretch.words[stretch.at - 1].key == "to"
    moved = any(name == "later" and stretch.at - 15 <= first < stretch.at for first, _, name in cues.times)
    return "later" if to and moved else None


def _tells_who(stretch: Stretch, first: int) -> bool:
    """Whether a cue says of whom the figure speaks ("19 who had been hurt"), and not when it was counted."""
    return first >= stretch.after and stretch.words[first - 1].key in _RELATIVE


def _only_told_in_the_past(stretch: Stretch) -> bool:
    """Whether it is an earlier count by its tense alone ("97 had been found"); its day may know better."""
    behind = [word.key for word in stretch.words[stretch.after : stretch.right]]
    return ("had", "been") in pairwise(behind)
