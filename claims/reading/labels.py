"""Speakers whom a sentence names beside a quotation without a verb that says so: a colon, a dash, a label.

Also the sentences that name a speaker for the quotation before or after them; which quotation
that is, `speech.py` finds out.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.reading.clauses import QUOTE, Stretch, Words, has_verb
from claims.reading.constructions import Construction, holds_place
from claims.reading.cues import CUE_VERBS, Frame
from claims.reading.noun_phrases import first_subject, subject_before
from claims.reading.verbs import Role, read_verb

_JOINS = frozenset({"and", "but", "then"})


def signed(words: Words) -> Construction | None:
    """A quotation with its speaker behind a dash: “…” — Jane Doe."""
    low = words.low
    if words.count < 3 or low[0] != QUOTE or low[1] not in ("—", "–", "-"):
        return None
    if not words.capital[2] or words.count > 14 or has_verb(words, (2, words.count)):
        return None
    last = words.count - (low[words.count - 1] == ".")
    return Construction((1, 2), (2, last), before=(0, 1))


def after_colon(words: Words, earlier: Sequence[Construction]) -> Construction | None:
    """ "The envoy was blunt: “No.”", where no verb of saying brings in the quotation."""
    low = words.low
    place = next((n for n in range(1, words.count) if low[n] == ":" and low[n + 1] == QUOTE), None)
    if place is None or any(holds_place(one, place + 1) for one in earlier):
        return None
    subject = next((one.source for one in reversed(earlier) if one.cue[0] < place), None)
    subject = subject or first_subject(words)
    if subject is None or subject[1] > place:
        if place > 6 or not words.capital[0]:
            return None
        subject = (0, place)
    return Construction((place, place + 1), subject, behind=place + 1)


def label(words: Words) -> Stretch | None:
    """The speaker of "LINDA BAKER: …" or "Baker: …", a name and a colon that open a paragraph."""
    colon = next((n for n in range(1, min(words.count - 2, 7)) if words.low[n] == ":"), None)
    if colon is None or not all(words.capital[n] or words.low[n] in (".", "of") for n in range(colon)):
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
            finite = verb.role is Role.FINITE and words.low[verb.group - 1] not in _JOINS
            subject = subject_before(words, verb.group) if finite else first_subject(words)
            if subject is not None:
                return Construction((verb.place, verb.after), subject)
    return None


def tag(words: Words) -> Construction | None:
    """A sentence that only says who spoke the quotation before it: "Clinton asked."."""
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
