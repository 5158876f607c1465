"""The ways in which an English sentence credits somebody, each a rule of its own.

Every rule takes the words of a sentence and a cue, and gives who is credited and where the
credited words stand; it does not look beyond the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.reading import word_classes as classes
from claims.reading.clauses import CONTRASTS, QUOTE, Stretch, Words, has_verb, is_verb_like
from claims.reading.complements import Complement, complement_after, is_adjunct
from claims.reading.cues import CUE_NOUNS, CUE_VERBS, Frame
from claims.reading.noun_phrases import (
    first_subject,
    head_before,
    nearest_phrase,
    phrase_from,
    subject_before,
)
from claims.reading.verbs import Role, Verb, is_title_case, read_verb


@dataclass(frozen=True, slots=True)
class Construction:
    """A cue with what it credits, in word numbers.

    `before` is content that stands before the cue, `behind` where content behind it begins and
    `limit` where that must end (`None`: at the end of the sentence). `cut` is where the content
    of an earlier cue ends because of this one (`None`: it runs on over it). `name` is where the
    speaker's name stands when the source is only "who". `thought` marks beliefs and wishes.
    """

    cue: Stretch
    source: Stretch
    before: Stretch | None = None
    behind: int | None = None
    limit: int | None = None
    cut: int | None = None
    name: Stretch | None = None
    thought: bool = False


_MARKS = frozenset({",", "—", "–", "?", "!"})
_JOINS = frozenset({"and", "but", "then"})
_OWNERS = frozenset({"his", "her", "their", "its"})
_SUBORDINATE = frozenset(
    {"after", "before", "when", "while", "since", "until", "as", "because", "although", "though"}
    | {"once", "despite", "if"}
)
_GOVERNS_PARTICIPLE = _SUBORDINATE | {"by", "in", "without", "of", "for", "from", "to"}

_REACH = 50
"""So many words are looked at to find where a content begins or goes on."""

_RECENT = 6


def find_constructions(words: Words) -> list[Construction]:
    """Every construction of a sentence that credits somebody, in the order of the cues."""
    found: list[Construction] = []
    title_case = is_title_case(words)
    for place in range(words.count):
        one = _construction_at(words, place, found, title_case=title_case)
        if one is not None:
            found.append(one)
    plain = signed(words) or after_colon(words, found)
    return [*found, plain] if plain is not None else found


def _construction_at(
    words: Words, place: int, earlier: Sequence[Construction], *, title_case: bool
) -> Construction | None:
    word, following = words.low[place], words.low[place + 1]
    if word == "according" and following == "to":
        return according_to(words, place)
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


def according_to(words: Words, place: int) -> Construction | None:
    """ "According to the ministry, …" and "…, according to the ministry"."""
    source = phrase_from(words, place + 2, closed=True)
    if source is None:
        return None
    cue = (place, place + 2)
    opens = place < 2 or words.low[place - 1] in CONTRASTS
    if opens and words.low[source[1]] == ",":
        return Construction(cue, source, behind=source[1] + 1, cut=0)
    if place == 0:
        return None
    source = phrase_from(words, place + 2) or source
    resumes = words.low[source[1]] == "," and not has_verb(words, (0, place))
    return Construction(cue, source, before=(0, place), behind=source[1] + 1 if resumes else None)


def owned_noun(words: Words, place: int) -> Construction | None:
    """ "The minister's claim that …" and "her belief that …"."""
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
        if not is_verb_like(words, place) or is_verb_like(words, place - 1):
            continue
        verbs += 1
        if verbs == 2:
            return None if words.low[place - 1] in classes.SUBORDINATORS | CONTRASTS else place
    return None


def inverted(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """ "…," said the envoy. Also at the head of a sentence: Said the envoy, "…"."""
    low = words.low
    if Frame.AFTER not in verb.cue.frames or verb.group != verb.place:
        return None
    source = phrase_from(words, verb.after)
    if source is None or low[verb.after] in classes.PREPOSITIONS or low[verb.after] in classes.COORDINATORS:
        return None
    if verb.place == 0:
        leads = low[source[1]] in (",", ":") and low[source[1] + 1] == QUOTE
        return Construction((0, verb.after), source, behind=source[1] + 1) if leads else None
    if low[verb.place - 1] not in _MARKS and low[verb.place - 1] != QUOTE:
        return None
    first = _clause_start(words, verb.place, earlier)
    if not _names_speaker(words, (first, verb.place), source):
        return None
    behind = source[1]
    while behind < min(words.count, source[1] + _REACH) and low[behind] not in (QUOTE, ";"):
        behind += 1
    return Construction(
        (verb.place, verb.after),
        source,
        before=(first, verb.place),
        behind=behind if low[behind] == QUOTE else None,
        cut=verb.place,
    )


def _names_speaker(words: Words, before: Stretch, source: Stretch) -> bool:
    """True where the words behind a verb name who speaks, rather than what is said."""
    low = words.low
    comma = next((n for n in range(*source) if low[n] == ","), source[1])
    if _ends_quotation(words, before[1]):
        pronoun = low[source[0]] in classes.PRONOUNS
        return pronoun or not _may_be_clause(words, (source[0], min(comma, source[0] + 3)))
    ends = low[source[1]] in (",", ".", "", QUOTE)
    return ends and has_verb(words, before) and not _may_be_clause(words, (source[0], comma))


def _may_be_clause(words: Words, stretch: Stretch) -> bool:
    """True where a stretch holds a pronoun or anything that may be a verb."""
    return any(
        is_verb_like(words, n)
        or words.low[n] in classes.PRONOUNS
        or (words.low[n] in CUE_VERBS and not words.capital[n])
        for n in range(*stretch)
    )


def aside(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """ "…, the envoy said", also in the middle of what is credited, and "…, as the envoy said"."""
    low = words.low
    if Frame.AFTER not in verb.cue.frames or verb.group == 0 or low[verb.group - 1] in _JOINS:
        return None
    subject = subject_before(words, verb.group, _floor(earlier))
    if subject is None or subject[0] == 0 or low[subject[0]] in ("who", "which"):
        return None
    last = subject[0]
    if low[last - 1] == "as":
        return _as_said(words, verb, subject, earlier)
    quoted = _ends_quotation(words, last)
    if (not quoted and low[last - 1] not in _MARKS) or _credits_behind(words, verb, quoted=quoted):
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
    if verb.cue.frames.isdisjoint({Frame.THAT, Frame.CLAUSE, Frame.TELL}) or not has_verb(words, before):
        return False
    opening = words.low[first + 1] if words.low[first] in CONTRASTS | {"even"} else words.low[first]
    return opening not in _SUBORDINATE or "," in words.low[first : min(last - 1, first + _REACH)]


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


def reported(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """ "The envoy said that …"."""
    complement = complement_after(words, verb.after, verb.cue.frames)
    if complement is None:
        return None
    subject, cut = _subject(words, verb, earlier)
    if subject is None:
        return None
    link = words.low[subject[0] - 1] if subject[0] else ""
    named = complement.frame in (Frame.OBJECT, Frame.AS)
    clause = any(one.behind == subject[0] - 1 for one in earlier[-_RECENT:])
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


def _antecedent(words: Words, relative: int) -> Stretch:
    """What "which" or "that" stands for, with the word itself: "the vote that | observers called |unfair"."""
    head = head_before(words, relative)
    return (head[0] if head is not None else relative), relative + 1


def _subject(words: Words, verb: Verb, earlier: Sequence[Construction]) -> tuple[Stretch | None, int | None]:
    """Who speaks through a finite verb, and where the content of an earlier cue ends for it."""
    low = words.low
    if verb.group > 0 and low[verb.group - 1] in _JOINS:
        cut = verb.group - 1
        while cut > 0 and low[cut - 1] in (",", "and"):
            cut -= 1
        return _same_speaker(words, earlier), cut
    subject = subject_before(words, verb.group, _floor(earlier))
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
    if 0 <= opening <= 2 and words.low[opening] in _SUBORDINATE:
        return _next_comma(words, complement.first + 1)
    if complement.frame in (Frame.OBJECT, Frame.GERUND, Frame.AS, Frame.TO):
        return _next_clause(words, complement.first)
    return None


def _next_clause(words: Words, first: int) -> int | None:
    """The comma or semicolon behind which another clause is joined on."""
    low = words.low
    for place in range(first, min(words.count, first + 2 * _REACH)):
        if low[place] == ";" or (
            low[place] == ","
            and low[place + 1] in CONTRASTS
            and has_verb(words, (place + 2, min(words.count, place + 10)))
        ):
            return place
    return None


def participle(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """ "…, adding that …", "with officials saying …", "Citing …, the envoy left"."""
    complement = complement_after(words, verb.after, verb.cue.frames)
    if complement is None:
        return None
    previous = words.low[verb.group - 1] if verb.group else ""
    limit = cut = None
    subject: Stretch | None
    if verb.group == 0:
        limit = _next_comma(words, complement.first)
        subject = _main_subject(words, limit)
    elif previous == "," and not earlier and not has_verb(words, (0, verb.group)):
        limit = _next_comma(words, complement.first)
        subject = subject_before(words, verb.group - 1)
    elif previous in _MARKS or previous == QUOTE or previous in _JOINS or previous == "while":
        cut = verb.group - (previous != QUOTE)
        subject = _same_speaker(words, earlier)
    elif previous in _GOVERNS_PARTICIPLE:
        subject = _same_speaker(words, earlier)
    else:
        subject = subject_before(words, verb.group, _floor(earlier))
    if subject is None:
        return None
    thought = Frame.THOUGHT in verb.cue.frames
    cue = (verb.place, verb.after)
    return Construction(cue, subject, behind=complement.first, limit=limit, cut=cut, thought=thought)


def _main_subject(words: Words, comma: int | None) -> Stretch | None:
    """The subject behind the comma that ends an opening participle."""
    phrase = phrase_from(words, comma + 1) if comma is not None else None
    if phrase is None:
        return None
    verb = next((n for n in range(phrase[0] + 1, phrase[1]) if is_verb_like(words, n)), phrase[1])
    return phrase[0], verb


def agent(words: Words, verb: Verb, earlier: Sequence[Construction]) -> Construction | None:
    """ "The release is described by analysts as …"; a passive without "by" credits nobody."""
    low = words.low
    by = next((n for n in range(verb.after, min(words.count, verb.after + 4)) if low[n] == "by"), None)
    subject = subject_before(words, verb.group, _floor(earlier))
    phrase = phrase_from(words, by + 1) if by is not None else None
    if by is None or subject is None or phrase is None:
        return None
    end = next((n for n in range(*phrase) if low[n] == "as"), phrase[1])
    if low[end] != "as" or end == phrase[0]:
        return None
    return Construction((verb.place, by + 1), (phrase[0], end), before=subject, behind=end)


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
    if place is None or any(_holds(one, place + 1) for one in earlier):
        return None
    subject = next((one.source for one in reversed(earlier) if one.cue[0] < place), None)
    subject = subject or first_subject(words)
    if subject is None or subject[1] > place:
        if place > 6 or not words.capital[0]:
            return None
        subject = (0, place)
    return Construction((place, place + 1), subject, behind=place + 1)


def _holds(one: Construction, place: int) -> bool:
    """True where the content of a construction runs over a place."""
    return (one.behind is not None and one.behind <= place) or (
        one.before is not None and one.before[0] <= place < one.before[1]
    )


Rule = Callable[[Words, Verb, Sequence[Construction]], Construction | None]
RULES: dict[Role, list[Rule]] = {
    Role.FINITE: [inverted, aside, reported],
    Role.PARTICIPLE: [participle],
    Role.PASSIVE: [agent],
}
"""By the role of the verb, the rules that are tried in turn; the first that fits decides."""


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


def _floor(earlier: Sequence[Construction]) -> int:
    """The first word that can belong to a new subject: behind the last cue whose content is still open."""
    return next((one.cue[1] for one in reversed(earlier[-_RECENT:]) if one.limit is None), 0)


def runs_over(other: Construction, one: Construction) -> bool:
    """True where the content of an earlier cue holds a later one."""
    if other.behind is None or other.behind > one.cue[0] or one.cut is not None:
        return False
    return other.limit is None or other.limit > one.cue[0]


def _same_speaker(words: Words, earlier: Sequence[Construction]) -> Stretch | None:
    """Who speaks through a further verb without a subject: the last speaker not quoted by another."""
    recent = earlier[-_RECENT:]
    for place in range(len(recent) - 1, -1, -1):
        if not any(runs_over(other, recent[place]) for other in recent[:place]):
            return recent[place].source
    return first_subject(words)


def _clause_start(words: Words, last: int, earlier: Sequence[Construction]) -> int:
    """Where the clause that ends before `last` begins: behind a contrast that follows an earlier cue."""
    low = words.low
    floor = _floor(earlier)
    for place in range(last - 2, max(floor, last - 2 * _REACH), -1):
        turns = low[place] == "," and low[place + 1] in ("but", "and", "while", "although", "though")
        if low[place] == ";" or (turns and floor):
            return place + 1
    return 0


def _next_comma(words: Words, first: int) -> int | None:
    last = min(words.count, first + 2 * _REACH)
    return next((n for n in range(first, last) if words.low[n] == ","), None)
