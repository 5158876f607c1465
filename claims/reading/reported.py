"""Cues that go before or after a report: “said that …”, “according to …”, “adding that …”.

Each rule takes the words of a sentence and a cue, and gives who is credited and where the
credited words stand; cues in the middle or behind what they credit are for `asides.py`.
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
    is_adverb,
    is_verb_like,
)
from claims.reading.complements import Complement, complement_after
from claims.reading.constructions import RECENT, Construction, floor, runs_over
from claims.reading.cues import Frame
from claims.reading.noun_phrases import (
    first_subject,
    head_before,
    nearest_phrase,
    phrase_from,
    subject_before,
)
from claims.reading.verbs import PASSED_ON, Verb

_OWNERS = frozenset({"his", "her", "their", "its"})
_GOVERNS_PARTICIPLE = SUBORDINATE | {"by", "in", "without", "of", "for", "from", "to", "at", "on", "about"}
_NO_MAIN_VERB = SUBORDINATE | JOINS | {"that", "who", "which", "what", "whom", "to"}
_NAMING = frozenset({"called", "dubbed", "labelled", "labeled", "branded", "hailed"})
_TEMPORAL = frozenset({"after", "before", "when", "since", "until", "once"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom", ","})
_LONGEST_ADJUNCT = 8
_REACH = 50
"""So many words are looked at to find where a content ends."""


def reported(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """“The envoy said that …”; "after the envoy announced the deal" only says when."""
    complement = complement_after(words, verb.after, verb.cue.frames)
    if complement is None:
        return None
    subject, cut = _subject(words, verb, earlier)
    if subject is None:
        return None
    link = words.low[subject[0] - 1] if subject[0] else ""
    if link == "whether" or _is_clause(words, subject, complement):
        return None
    if link in _TEMPORAL and not _says_clause(words, complement):
        return None
    named = complement.frame in (Frame.OBJECT, Frame.AS)
    clause = any(one.behind == subject[0] - 1 for one in earlier[-RECENT:])
    relative = link in ("which", "whom") or (link == "that" and named and not clause)
    return Construction(
        (verb.place, verb.after),
        subject,
        before=_antecedent(words, subject[0] - 1) if relative else None,
        behind=complement.first,
        limit=_next_comma(words, complement.first) if relative else _limit(words, subject, complement),
        cut=cut,
        name=head_before(words, subject[0]) if words.low[subject[0]] in ("who", "which") else None,
        thought=Frame.THOUGHT in verb.cue.frames,
    )


def _says_clause(words: Words, complement: Complement) -> bool:
    """True where more than a noun phrase is credited, up to the next comma."""
    if complement.frame is not Frame.CLAUSE:
        return complement.frame not in (Frame.OBJECT, Frame.GERUND)
    comma = _next_comma(words, complement.first)
    return has_verb(words, (complement.first, words.count if comma is None else comma))


def _is_clause(words: Words, subject: Stretch, complement: Complement) -> bool:
    """True where the cue describes a noun of a whole clause: "they joined a movement |called the Dockers"."""
    if complement.frame not in (Frame.OBJECT, Frame.AS):
        return False
    relative = not _RELATIVES.isdisjoint(words.low[slice(*subject)])
    return not relative and words.low[subject[0]] not in _RELATIVES and has_verb(words, subject)


def _antecedent(words: Words, relative: int) -> Stretch:
    """What "which" or "that" stands for, with the word itself: "the vote that | observers called |unfair"."""
    head = head_before(words, relative)
    return (head[0] if head is not None else relative), relative + 1


def _subject(words: Words, verb: Verb, earlier: Sequence[Construction]) -> tuple[Stretch | None, int | None]:
    """Who speaks through a finite verb, and where the content of an earlier cue ends for it."""
    low = words.low
    if verb.group > 0 and low[verb.group - 1] in JOINS:
        cut = verb.group - 1
        while cut > 0 and low[cut - 1] in (",", "and"):
            cut -= 1
        return _same_speaker(words, earlier), cut
    subject = subject_before(words, verb.group, floor(earlier))
    if subject is None:
        return None, None
    first = subject[0]
    if first > 1 and low[first - 1] in CONTRASTS and low[first - 2] in (",", "—", "–"):
        return subject, first - 2
    if first > 0 and (low[first - 1] == ";" or (low[first - 1] == "," and low[first] in ("others", "some"))):
        return subject, first - 1
    return subject, None


def _limit(words: Words, subject: Stretch, complement: Complement) -> int | None:
    """Where the content ends before the sentence does.

    A clause before the main one ends at its comma ("After X said that …, Y left"), a noun phrase
    where another clause is joined on ("announced the deal, and the prisoners left").
    """
    opening = subject[0] - 1
    if words.low[subject[0]] in ("who", "which"):
        return _main_verb(words, subject[0], complement)
    if 0 <= opening <= 2 and words.low[opening] in SUBORDINATE:
        return _next_comma(words, complement.first + 1)
    if complement.frame in (Frame.OBJECT, Frame.GERUND, Frame.AS, Frame.TO, Frame.AT, Frame.NUMBER):
        return _next_clause(words, complement.first)
    return None


def _main_verb(words: Words, who: int, complement: Complement) -> int | None:
    """Where the sentence goes on behind a clause with "who" in its subject: "Holm, who says so, |left"."""
    if has_verb(words, (0, who)):
        return None
    verbs = 0 if complement.frame in (Frame.TO, Frame.OBJECT) else -1
    for place in range(complement.first + 1, min(words.count - 1, complement.first + _REACH)):
        if is_verb_like(words, place) and not is_verb_like(words, place - 1):
            verbs += words.low[place - 1] not in _NO_MAIN_VERB
            if words.low[place - 1] in (",", "—", ")"):
                return place - 1
            if verbs > 0:
                return place
    return None


def _next_clause(words: Words, first: int) -> int | None:
    """The comma or semicolon behind which another clause is joined on."""
    low = words.low
    for place in range(first, min(words.count, first + 2 * _REACH)):
        if low[place] == ";" or _joins_verb(words, place):
            return place
        joined = low[place] == "," and low[place + 1] in CONTRASTS
        if joined and has_verb(words, (place + 2, min(words.count, place + 10))):
            return place
    return None


def _joins_verb(words: Words, place: int) -> bool:
    """True for "and left", "but later came": a further verb of the same subject."""
    if words.low[place] not in JOINS:
        return False
    verb = place + 1 + is_adverb(words.low[place + 1])
    return is_verb_like(words, verb)


def participle(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """“…, adding that …”, “with officials saying …”, “Citing …, the envoy left”."""
    complement = complement_after(words, verb.after, verb.cue.frames)
    if complement is None:
        return None
    previous = words.low[verb.group - 1] if verb.group else ""
    limit = cut = None
    subject: Stretch | None
    if previous == "as" and (quoted := _quoted_before(words, verb, earlier)):
        subject = quoted
    elif verb.group == 0:
        limit = _next_comma(words, complement.first)
        subject = _main_subject(words, limit)
    elif previous == "," and not earlier and not has_verb(words, (0, verb.group)):
        limit = _next_comma(words, complement.first)
        subject = subject_before(words, verb.group - 1)
    elif previous in MARKS or previous == QUOTE or previous in JOINS or previous == "while":
        cut = verb.group - (previous != QUOTE)
        subject = _same_speaker(words, earlier)
    elif previous in _GOVERNS_PARTICIPLE:
        subject = _same_speaker(words, earlier)
    else:
        subject = subject_before(words, verb.group, floor(earlier))
    if subject is None:
        return None
    thought = Frame.THOUGHT in verb.cue.frames
    cue = (verb.place, verb.after)
    return Construction(cue, subject, behind=complement.first, limit=limit, cut=cut, thought=thought)


def _quoted_before(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Stretch | None:
    """Who is "quoted as saying": "The paper quoted |a diplomat| as saying that …"."""
    one = earlier[-1] if earlier else None
    if one is None or one.behind is None or words.low[one.cue[0]] not in PASSED_ON:
        return None
    phrase = phrase_from(words, one.behind)
    as_ = verb.group - 1
    return (one.behind, as_) if phrase is not None and phrase[0] < as_ <= phrase[1] else None


def _main_subject(words: Words, comma: int | None) -> Stretch | None:
    """The subject behind the comma that ends an opening participle."""
    phrase = phrase_from(words, comma + 1) if comma is not None else None
    if phrase is None:
        return None
    verb = next((n for n in range(phrase[0] + 1, phrase[1]) if is_verb_like(words, n)), phrase[1])
    return phrase[0], verb


def agent(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """“The release is described by analysts as …”, “was called a farce by …”, “was told by her that …”.

    A passive without “by” credits nobody.
    """
    low = words.low
    by = next((n for n in range(verb.after, min(words.count, verb.after + 4)) if low[n] == "by"), None)
    subject = subject_before(words, verb.group, floor(earlier))
    phrase = phrase_from(words, by + 1) if by is not None else None
    if by is None or subject is None or phrase is None:
        return None
    if low[phrase[1]] == "that" and not verb.cue.frames.isdisjoint({Frame.THAT, Frame.TELL}):
        return Construction((verb.place, by + 1), phrase, behind=phrase[1])
    if by > verb.after and low[verb.place] in _NAMING:
        return Construction((verb.place, verb.after), phrase, before=subject, behind=verb.after, limit=by)
    end = next((n for n in range(*phrase) if low[n] == "as"), phrase[1])
    if low[end] != "as" or end == phrase[0]:
        return None
    return Construction((verb.place, by + 1), (phrase[0], end), before=subject, behind=end)


def according_to(words: Words, place: int) -> Construction | None:
    """“According to the ministry, …” and “…, according to the ministry”."""
    source = phrase_from(words, place + 2, closed=True)
    if source is None:
        return None
    cue = (place, place + 2)
    opens = place < 2 or words.low[place - 1] in CONTRASTS
    comma = _comma_behind(words, source[1]) if opens else None
    if comma is not None:
        return Construction(cue, source, behind=comma + 1, cut=0)
    if place == 0:
        return None
    source = phrase_from(words, place + 2) or source
    resumes = words.low[source[1]] == "," and not has_verb(words, (0, place))
    return Construction(cue, source, before=(0, place), behind=source[1] + 1 if resumes else None)


def as_told_by(words: Words, place: int) -> Construction | None:
    """“As reported by the Herald, the mayor left”."""
    source = phrase_from(words, place + 2, closed=True)
    if place != 1 or words.low[0] != "as" or source is None or words.low[source[1]] != ",":
        return None
    return Construction((place, place + 2), source, behind=source[1] + 1)


def _comma_behind(words: Words, first: int) -> int | None:
    """The comma that ends an opening source, with what hangs on it: "released on Monday|, levels fell"."""
    comma = _next_comma(words, first)
    if comma is None or comma - first > _LONGEST_ADJUNCT or has_verb(words, (first, comma)):
        return None
    return comma


def owned_noun(words: Words, place: int) -> Construction | None:
    """“The minister's claim that …” and “her belief that …”."""
    low = words.low
    for owner in range(place - 1, max(-1, place - 4), -1):
        if low[owner] in _OWNERS:
            return Construction((place, place + 1), (owner, owner + 1), behind=place + 1)
        if low[owner] in ("'s", "'"):
            source = nearest_phrase(words, owner)
            if source is None:
                return None
            limit = _second_verb(words, place + 1) if source[0] == 0 else None
            return Construction((place, place + 1), source, behind=place + 1, limit=limit)
        if low[owner] in classes.CLOSED:
            return None
    return None


def _second_verb(words: Words, first: int) -> int | None:
    """Where the main verb stands behind a clause within its subject: "that jobs would go | was denied"."""
    verbs = 0
    for place in range(first + 1, min(words.count, first + _REACH)):
        if not is_verb_like(words, place) or (
            is_verb_like(words, place - 1) and not _opens_group(words, place)
        ):
            continue
        verbs += 1
        if verbs == 2:
            return None if words.low[place - 1] in classes.SUBORDINATORS | CONTRASTS else place
    return None


def _opens_group(words: Words, place: int) -> bool:
    """True for an auxiliary that follows no other: the "is" of "that crime has halved is false"."""
    return words.low[place] in classes.AUXILIARIES and words.low[place - 1] not in classes.AUXILIARIES


def _same_speaker(words: Words, earlier: Sequence[Construction]) -> Stretch | None:
    """Who speaks through a further verb without a subject: the last speaker not quoted by another."""
    recent = earlier[-RECENT:]
    for place in range(len(recent) - 1, -1, -1):
        if not any(runs_over(other, recent[place]) for other in recent[:place]):
            return recent[place].source
    return first_subject(words)


def _next_comma(words: Words, first: int) -> int | None:
    last = min(words.count, first + 2 * _REACH)
    return next((n for n in range(first, last) if words.low[n] == ","), None)
