"""Those whom a speaker cites: in “Reuters, citing an official, reported that …” the official said it too.

The cited are credited with what the speaker is credited with, beside the speaker. What is only
given as a reason ("citing weak demand") stays the speaker's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.reading import word_classes as classes
from claims.reading.clauses import Stretch, Words
from claims.reading.constructions import Construction
from claims.reading.noun_phrases import phrase_from
from claims.reading.wordlists import load_lines

_CITING = frozenset({"citing", "quoting"})
_SPEAKERS = frozenset(
    line.partition(":")[0].strip().lower()
    for name in ("unnamed_sources", "titles", "organisation_words", "cited_sources")
    for line in load_lines(name)
)


def with_cited(words: Words, found: Sequence[Construction]) -> list[Construction]:
    """The constructions of a sentence, with those who are cited credited with what they are cited for."""
    if _CITING.isdisjoint(words.low):
        return list(found)
    return [_of_cited(words, one, _partner(found, place)) or one for place, one in enumerate(found)]


def _partner(found: Sequence[Construction], place: int) -> Construction | None:
    """What the speaker says on the authority of the cited: told before the citing, or else behind it."""
    others = [*found[:place][-1:], *found[place + 1 : place + 2]]
    return others[0] if others else None


def _of_cited(words: Words, citing: Construction, partner: Construction | None) -> Construction | None:
    if words.low[citing.cue[0]] not in _CITING or citing.behind is None or partner is None:
        return None
    source = phrase_from(words, citing.behind)
    if source is None or not _may_speak(words, source):
        return None
    ends = (end for end in (partner.limit, citing.cut) if end is not None)
    limit = min((end for end in ends if partner.behind is not None and end > partner.behind), default=None)
    return citing._replace(source=source, before=partner.before, behind=partner.behind, limit=limit)


def _may_speak(words: Words, source: Stretch) -> bool:
    """True for somebody, or a paper, that may be quoted: "a spokesman", "court documents"."""
    first, last = source
    head = next((n for n in range(first + 1, last) if words.low[n] in classes.PREPOSITIONS | {","}), last)
    if any(map(words.is_capital, range(first, head))):
        return True
    return any({words.low[n], f"{words.low[n]}s"} & _SPEAKERS for n in range(first, head))
