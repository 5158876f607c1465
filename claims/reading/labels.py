"""Speakers whom a sentence names beside a quotation without a verb that says so: a colon, a dash, a label.

Also the sentences that name a speaker for the quotation before or after them; which quotation
that is, `speech.py` finds out.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.reading import word_classes as classes
from claims.reading.clauses import JOINS, QUOTE, Stretch, Words, has_verb, is_verb_like
from claims.reading.constructions import Construction, holds_place
from claims.reading.cues import CUE_VERBS, Frame
from claims.reading.noun_phrases import auxiliaries_before, first_subject, nearest_phrase, subject_before
from claims.reading.verbs import Role, read_verb

_NO_SPEAKER = frozenset({"there", "it", "this", "that", "these", "which", "what", "here"})
_SPOKEN = 20
"""A shorter quotation behind a colon is as likely a title as speech."""

_REACH = 30
"""So many words are looked at to find the verb before a colon."""


def signed(words: Words) -> Construction | None:
    """A quotation with its speaker behind a dash: “…” — Eva Holm."""
    low = words.low
    if words.count < 3 or low[0] != QUOTE or low[1] not in ("—", "–", "-"):
        return None
    if not words.is_capital(2) or words.count > 14 or has_verb(words, (2, words.count)):
        return None
    last = words.count - (low[words.count - 1] == ".")
    return Construction((1, 2), (2, last), before=(0, 1))


def after_colon(words: Words, earlier: Sequence[Construction]) -> Construction | None:
    """The envoy was blunt: “No.” – where no verb of saying brings in the quotation."""
    low = words.low
    if ":" not in low:
        return None
    place = next((n for n in range(1, words.count) if low[n] == ":" and low[n + 1] == QUOTE), None)
    if place is None or any(holds_place(one, place + 1) for one in earlier):
        return None
    source = _name_before(words, place) or _subject_of_last_verb(words, place)
    if not _is_speech(words, place, source):
        return None
    if source is None or low[source[0]] in _NO_SPEAKER:
        return None
    return Construction((place, place + 1), source, behind=place + 1)


def _is_speech(words: Words, colon: int, source: Stretch | None) -> bool:
    """Whether the quotation is no title: it is long, or ends as a sentence behind a name and nothing else."""
    start, end = words.span((colon + 1, colon + 2))
    if end - start >= _SPOKEN:
        return True
    alone = source == (0, colon) and not has_verb(words, (0, colon))
    return alone and not _is_title(words.text[start + 1 : end - 1])


def _is_title(quoted: str) -> bool:
    """Whether every word but those of the closed classes has a capital, as in "The Long Road"."""
    return all(word[0].isupper() or word in classes.CLOSED for word in quoted.split())


def _name_before(words: Words, colon: int) -> Stretch | None:
    """A name right before the colon: "More from Eva Holm: “…”", unless it is a place or a listener."""
    if not words.is_capital(colon - 1) or words.low[colon - 1] in classes.TIMES:
        return None
    name = nearest_phrase(words, colon)
    if name is None or (name[0] > 0 and words.low[name[0] - 1] in classes.PREPOSITIONS - {"from"}):
        return None
    return name


def _subject_of_last_verb(words: Words, last: int) -> Stretch | None:
    for place in range(last - 1, max(0, last - _REACH), -1):
        if is_verb_like(words, place):
            return subject_before(words, auxiliaries_before(words, place))
    return None


def label(words: Words) -> Stretch | None:
    """The speaker of "LINDA BAKER: …" or "Baker: …", a name and a colon that open a paragraph."""
    opening = words.low[: max(0, min(words.count - 2, 7))]
    colon = opening.index(":", 1) if ":" in opening[1:] else None
    if colon is None or not all(words.is_capital(n) or words.low[n] in (".", "of") for n in range(colon)):
        return None
    return 0, colon


def introduction(words: Words) -> Construction | None:
    """Who is about to be quoted in the next paragraph: "The paper reports:"."""
    if words.low[words.count - 1] != ":":
        return None
    for place in range(words.count - 2, -1, -1):
        for cue in CUE_VERBS.get(words.low[place], ()):
            verb = read_verb(words, place, cue)
            if verb is None or verb.role is Role.PASSIVE or not cue.frames & {Frame.QUOTE, Frame.TELL}:
                continue
            finite = verb.role is Role.FINITE and words.low[verb.group - 1] not in JOINS
            subject = subject_before(words, verb.group) if finite else first_subject(words)
            if subject is not None:
                return Construction((verb.place, verb.after), subject)
    return None


def tag(words: Words) -> Construction | None:
    """A sentence that only says who spoke the quotation before it: "Berg asked."."""
    for place in range(1, min(words.count, 8)):
        for cue in CUE_VERBS.get(words.low[place], ()):
            verb = read_verb(words, place, cue)
            if verb is None or verb.role is not Role.FINITE or Frame.AFTER not in cue.frames:
                continue
            subject = subject_before(words, verb.group)
            ends = words.low[verb.after] in (".", ",") and verb.group == verb.place
            if ends and subject is not None and subject[0] == 0:
                return Construction((verb.place, verb.after), subject)
    return None
