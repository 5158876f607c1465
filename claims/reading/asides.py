"""Cues that stand beside what they credit: “…,” said the envoy; the talks, she said, were over.

The credited words come first, or on both sides. A sentence whose verb is followed by what it
credits is for `reported.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.reading import word_classes as classes
from claims.reading.clauses import (
    CONTRASTS,
    JOINS,
    MARKS,
    QUOTE,
    SUBORDINATE,
    Stretch,
    Words,
    has_verb,
    is_verb_like,
)
from claims.reading.complements import LISTENERS, complement_after, is_adjunct
from claims.reading.constructions import Construction, floor
from claims.reading.cues import CUE_VERBS, Frame
from claims.reading.noun_phrases import phrase_from, subject_before
from claims.reading.verbs import Verb

_SHORTEST_CLAUSE = 3
_REACH = 50
"""So many words are looked at to find where a content begins or goes on."""


def inverted(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """“…,” said the envoy. Also at the head of a sentence: Said the envoy, “…”."""
    low = words.low
    if Frame.AFTER not in verb.cue.frames or verb.group != verb.place or _needs_listener(verb):
        return None
    source = phrase_from(words, verb.after)
    if (
        source is None
        or low[source[0]] == "that"
        or low[source[0]] in LISTENERS
        or low[verb.after] in classes.PREPOSITIONS
        or low[verb.after] in classes.COORDINATORS
    ):
        return None
    if verb.place == 0:
        leads = low[source[1]] in (",", ":") and low[source[1] + 1] == QUOTE
        return Construction((0, verb.after), source, behind=source[1] + 1) if leads else None
    if low[verb.place - 1] not in MARKS and low[verb.place - 1] != QUOTE:
        return None
    first = _clause_start(words, verb.place, earlier)
    if not _names_speaker(words, (first, verb.place), source):
        return None
    return Construction(
        (verb.place, verb.after),
        source,
        before=(first, verb.place),
        behind=_next_quotation(words, source[1]) or _main_verb(words, source[1]),
        cut=verb.place,
    )


def _needs_listener(verb: Verb) -> bool:
    """True for "told" and "assured", behind which stands whom the words were spoken to."""
    return Frame.TELL in verb.cue.frames and verb.cue.frames.isdisjoint({Frame.THAT, Frame.WHETHER})


def _next_quotation(words: Words, first: int) -> int | None:
    for place in range(first, min(words.count, first + _REACH)):
        if words.low[place] in (QUOTE, ";", "who"):
            return place if words.low[place] == QUOTE else None
    return None


def _main_verb(words: Words, comma: int) -> int | None:
    """Where the sentence goes on with its verb behind the speaker: "The talks, said the envoy, were over"."""
    return comma + 1 if words.low[comma] == "," and is_verb_like(words, comma + 1) else None


def _names_speaker(words: Words, before: Stretch, source: Stretch) -> bool:
    """True where the words behind a verb name who speaks, rather than what is said."""
    low = words.low
    comma = next((n for n in range(*source) if low[n] == ","), source[1])
    if _ends_quotation(words, before[1]):
        pronoun = low[source[0]] in classes.PRONOUNS
        return pronoun or not _may_be_clause(words, (source[0], min(comma, source[0] + 3)))
    if not _ends_speaker(words, source[1]) or _may_be_clause(words, (source[0], comma)):
        return False
    return _is_said(words, before) or _main_verb(words, source[1]) is not None


def _ends_speaker(words: Words, place: int) -> bool:
    """True where nothing but the circumstances of the saying can follow a speaker."""
    word = words.low[place]
    return word in (",", ".", "") or word in classes.PREPOSITIONS or word in classes.SUBORDINATORS


def _is_said(words: Words, stretch: Stretch) -> bool:
    """True for words that can be what somebody said: they hold a verb, or a quotation that may."""
    return has_verb(words, stretch) or QUOTE in words.low[slice(*stretch)]


def _may_be_clause(words: Words, stretch: Stretch) -> bool:
    """True where a stretch holds a pronoun or anything that may be a verb."""
    return any(
        is_verb_like(words, n)
        or words.low[n] in classes.PRONOUNS
        or (words.low[n] in CUE_VERBS and not words.is_capital(n))
        for n in range(*stretch)
    )


def aside(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """“…, the envoy said”, also in the middle of what is credited, and “…, as the envoy said”."""
    low = words.low
    if Frame.AFTER not in verb.cue.frames or verb.group == 0 or low[verb.group - 1] in JOINS:
        return None
    subject = subject_before(words, verb.group, floor(earlier))
    if subject is None or subject[0] == 0 or low[subject[0]] in ("who", "which"):
        return None
    last = subject[0]
    if low[last - 1] == "as":
        return _as_said(words, verb, subject, earlier)
    quoted = _ends_quotation(words, last)
    if (not quoted and low[last - 1] not in MARKS) or _credits_behind(words, verb, quoted=quoted):
        return None
    first = _clause_start(words, last, earlier)
    behind = _resumption(words, verb.after, quoted=quoted)
    if not quoted and behind is None and not _stands_alone(words, (first, last), verb):
        return None
    return Construction((verb.place, verb.after), subject, before=(first, last), behind=behind, cut=last)


def _as_said(
    words: Words, verb: Verb, subject: Stretch, earlier: Sequence[Construction]
) -> Construction | None:
    low = words.low
    if low[verb.after] not in (",", ".", "", "in", "on", "at"):
        return None
    if subject[1] - subject[0] > 1 and _may_be_clause(words, subject):
        return None
    last = subject[0] - 1
    cue = (verb.place, verb.after)
    if last <= 1 and low[verb.after] == ",":
        return Construction(cue, subject, behind=verb.after + 1, cut=last)
    if last == 0 or _credits_behind(words, verb, quoted=False):
        return None
    first = _clause_start(words, last, earlier)
    behind = _resumption(words, verb.after, quoted=False)
    if behind is None and not _stands_alone(words, (first, last), verb):
        return None
    return Construction(cue, subject, before=(first, last), behind=behind)


def _ends_quotation(words: Words, last: int) -> bool:
    """True where a quotation ends right before the word `last`, with or without a comma between."""
    if last > 0 and words.low[last - 1] == QUOTE:
        return True
    return last > 1 and words.low[last - 2] == QUOTE and words.low[last - 1] in (",", "—", "–")


def _credits_behind(words: Words, verb: Verb, *, quoted: bool) -> bool:
    """True where what is credited follows the verb, so that the words before it are none of it."""
    complement = complement_after(words, verb.after, verb.cue.frames)
    if complement is None:
        return False
    circumstance = is_adjunct(words, verb.after)
    if not quoted:
        return complement.frame in (Frame.THAT, Frame.QUOTE) or not circumstance
    clause = complement.frame is Frame.CLAUSE and words.low[0] != QUOTE
    return not circumstance and (clause or complement.frame is Frame.THAT)


def _stands_alone(words: Words, before: Stretch, verb: Verb) -> bool:
    """True where the words before an aside can be what is credited: a clause that hangs on nothing else."""
    first, last = before
    if verb.cue.frames.isdisjoint({Frame.THAT, Frame.CLAUSE, Frame.TELL}):
        return False
    if not (_is_said(words, before) or _fills_sentence(words, before, verb)):
        return False
    opening = words.low[first + 1] if words.low[first] in CONTRASTS | {"even"} else words.low[first]
    return opening not in SUBORDINATE or "," in words.low[first : min(last - 1, first + _REACH)]


def _fills_sentence(words: Words, before: Stretch, verb: Verb) -> bool:
    """True where nothing but the words before a verb can be what it credits: "Bins cost a lot, she said."."""
    first, last = before
    told = Frame.TELL in verb.cue.frames
    ends = told or words.low[verb.after] in (".", "") or is_adjunct(words, verb.after)
    whole = first == 0 and last - first > _SHORTEST_CLAUSE
    return ends and whole and words.low[first] not in classes.PREPOSITIONS


def _resumption(words: Words, after: int, *, quoted: bool) -> int | None:
    """Where the content goes on behind an aside: "The talks, she said, were over"."""
    low = words.low
    place = after
    while place < min(words.count, after + 30) and low[place] not in (",", QUOTE, ":", ";"):
        place += 1
    if low[place] in (",", ":"):
        place += 1
    if low[place] == QUOTE:
        return place
    if quoted or place != after + 1 or low[after] != "," or place >= words.count - 1:
        return None
    turns = low[place] in CONTRASTS or low[place] in ("who", "which", "as") or low[place].endswith("ing")
    return None if turns else place


def _clause_start(words: Words, last: int, earlier: Sequence[Construction]) -> int:
    """Where the clause that ends before `last` begins: behind a contrast that follows an earlier cue."""
    low = words.low
    first = floor(earlier)
    for place in range(last - 2, max(first, last - 2 * _REACH), -1):
        turns = low[place] == "," and low[place + 1] in ("but", "and", "while", "although", "though")
        if low[place] == ";" or (turns and first):
            return place + 1
    return 0
