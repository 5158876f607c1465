"""Who is credited with what in one sentence, as spans of the document.

It puts together what the constructions of a sentence found: where the content of one cue ends
because another begins, which quotations it runs into, and which findings say nothing of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.reading.asides import aside, inverted
from claims.reading.cited import with_cited
from claims.reading.clauses import Stretch, Words
from claims.reading.constructions import Construction, runs_over
from claims.reading.cues import CUE_NOUNS, CUE_VERBS
from claims.reading.labels import after_colon, signed
from claims.reading.phrases import Words as PhraseWords
from claims.reading.quotations import Quotations
from claims.reading.record import Span
from claims.reading.reported import according_to, agent, as_told_by, owned_noun, participle, reported
from claims.reading.verbs import Role, Verb, is_title_case, read_verb

Rule = Callable[[Words, Verb, Sequence[Construction]], Construction | None]
RULES: dict[Role, list[Rule]] = {
    Role.FINITE: [inverted, aside, reported],
    Role.PARTICIPLE: [participle],
    Role.PASSIVE: [agent],
}
"""By the role of the verb, the rules that are tried in turn; the first that fits decides."""


class Credit(NamedTuple):
    """Who is credited with what, before it is parted among statements.

    `name` is where the speaker is named: the source, but for "who". `cue` is `None` where a
    speaker's line stands in for it. `direct` marks a quotation that needs no quotation marks.
    """

    source: Span
    name: Span
    cue: Span | None
    content: tuple[Span, ...]
    thought: bool = False
    direct: bool = False


_CUES = frozenset(CUE_VERBS) | CUE_NOUNS | {"according"}
_EDGES = frozenset({",", ":", ";", "—", "–", "-", "."})
_LATER = 8
"""So many later cues are looked at to find where a content ends."""


def may_hold_cue(words: PhraseWords) -> bool:
    """False where no word can be a cue; told before the sentence is cut into the words of its clauses."""
    if not _CUES.isdisjoint(words.keys):
        return True
    tied = [key for key in words.keys if "'" in key]  # "O'said" is two words of a clause
    return any(not _CUES.isdisjoint(key.split("'")) for key in tied)


def find_credits(words: Words, quotations: Quotations) -> list[Credit]:
    """The credits of one sentence, in the order of their cues."""
    found = _constructions(words)
    credits = []
    for place, one in enumerate(found):
        if one.thought and any(runs_over(other, one) for other in found[max(0, place - _LATER) : place]):
            continue
        content = _content(words, one, found[place + 1 : place + 1 + _LATER], quotations)
        if content and _are_apart(words.span(one.source), words.span(one.cue), *content):
            credits.append(as_credit(words, one, content))
    return credits


def _are_apart(*spans: Span) -> bool:
    """True where no two spans overlap; words that are both speaker and speech were misread."""
    return all(before[1] <= after[0] for before, after in pairwise(sorted(spans)))


def _constructions(words: Words) -> list[Construction]:
    """Every construction of a sentence that credits somebody, in the order of the cues."""
    found: list[Construction] = []
    cues = [] if _CUES.isdisjoint(words.low) else [n for n, word in enumerate(words.low) if word in _CUES]
    title_case = any(words.is_capital(place) for place in cues if place > 0) and is_title_case(words)
    for place in cues:
        one = _construction_at(words, place, found, title_case=title_case)
        if one is not None:
            found.append(one)
    found = with_cited(words, found)
    plain = signed(words) or after_colon(words, found)
    return [*found, plain] if plain is not None else found


def _construction_at(
    words: Words, place: int, earlier: Sequence[Construction], *, title_case: bool
) -> Construction | None:
    word, following = words.low[place], words.low[place + 1]
    if word == "according" and following == "to":
        return according_to(words, place)
    if following == "by" and place == 1:
        return as_told_by(words, place)
    if word in CUE_NOUNS and following == "that":
        return owned_noun(words, place)
    for cue in CUE_VERBS.get(word, ()):
        verb = read_verb(words, place, cue, title_case=title_case)
        if verb is None:
            continue
        for rule in RULES[verb.role]:
            one = rule(words, verb, earlier)
            if one is not None:
                return one
    return None


def as_credit(words: Words, one: Construction, content: tuple[Span, ...], *, direct: bool = False) -> Credit:
    """A construction as a credit for the content given."""
    source = words.span(one.source)
    name = words.span(one.name) if one.name else source
    return Credit(source, name, words.span(one.cue), content, thought=one.thought, direct=direct)


def _content(
    words: Words, one: Construction, later: Sequence[Construction], quotations: Quotations
) -> tuple[Span, ...]:
    stretches: list[Stretch] = [one.before] if one.before is not None else []
    if one.behind is not None:
        end = words.count if one.limit is None else one.limit
        cuts = [other.cut for other in later if other.cut is not None and one.behind < other.cut < end]
        stretches.append((one.behind, min(cuts, default=end)))
    trimmed = (_trimmed(words, stretch) for stretch in stretches)
    return tuple(quotations.around(words.span(stretch)) for stretch in trimmed if stretch is not None)


def _trimmed(words: Words, stretch: Stretch) -> Stretch | None:
    """The stretch without the commas and stops at its ends, if anything is left."""
    first, last = stretch
    while first < last and (words.low[first] in _EDGES or words.low[first] == ")"):
        first += 1
    while first < last and words.low[last - 1] in _EDGES:
        last -= 1
    return (first, last) if first < last else None
