"""Finds whom a text credits with what: direct, mixed and reported speech.

It works on words, quotation marks and a list of verbs, not on a parser; what it can't tell it
leaves out. Names are resolved in `speakers.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.kinds import ClaimKind
from claims.reading import word_classes as classes
from claims.reading.clauses import (
    QUOTE,
    Words,
    is_adverb,
    is_verb_like,
    subject_before,
    verb_group_start,
    words_of,
)
from claims.reading.cues import CUE_VERBS, CueVerb, Form, Frame
from claims.reading.quotations import Quotations, find_quotations
from claims.reading.record import Attribution, Span, Statement
from sources.blocks import CanonicalText


@dataclass(frozen=True, slots=True)
class Credit:
    """One attribution as found, before it is parted among statements and its speaker resolved."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    lemma: str = ""
    frame: str = ""


def find_attributions(
    source: CanonicalText, statements: Sequence[Statement]
) -> list[tuple[Attribution, ...]]:
    """Whom the text credits, one tuple a statement, in offsets of the document."""
    text = source.text
    quotations = Quotations([q for b in source.blocks for q in find_quotations(text, b.start, b.end)])
    credits: list[Credit] = []
    for statement in statements:
        if statement.kind in (ClaimKind.HEADING, ClaimKind.SOURCE_ENTRY, ClaimKind.BYLINE):
            continue
        inside = quotations.within(statement.start, statement.end)
        words = words_of(text, statement.start, statement.end, inside)
        credits += find_credits(text, words, quotations)
    return share_out(credits, statements, quotations)


def share_out(
    credits: Sequence[Credit], statements: Sequence[Statement], quotations: Quotations
) -> list[tuple[Attribution, ...]]:
    """The credits as attributions of the statements that their contents lie in, clipped to them."""
    found: list[list[Attribution]] = [[] for _ in statements]
    ends = [statement.end for statement in statements]
    for credit in credits:
        place = bisect_right(ends, credit.content[0][0])
        while place < len(statements) and statements[place].start < credit.content[-1][1]:
            content = clipped(credit.content, statements[place])
            if content:
                quoted = any(quotations.hold(span) for span in content)
                found[place].append(Attribution(credit.source, credit.cue, content, None, quoted))
            place += 1
    return [tuple(attributions) for attributions in found]


def clipped(spans: Sequence[Span], statement: Statement) -> tuple[Span, ...]:
    """What of the spans lies inside a statement."""
    inside = ((max(start, statement.start), min(end, statement.end)) for start, end in spans)
    return tuple((start, end) for start, end in inside if start < end)


@dataclass(slots=True)
class Match:
    verb: int
    last: int  # word after the cue
    group: int
    subject: tuple[int, int] | None
    role: str
    cue: CueVerb
    right: int | None = None
    left: tuple[int, int] | None = None
    cut: int | None = None
    frame: str = ""
    src_after: tuple[int, int] | None = None


def find_credits(text: str, words: Words, quotations: Quotations) -> list[Credit]:
    """The credits of one sentence."""
    low = words.low
    matches: list[Match] = []
    for place, word in enumerate(low):
        if word in CUE_VERBS:
            match = match_verb(words, place, matches)
            if match:
                matches.append(match)
        elif word == "according" and place + 1 < len(low) and low[place + 1] == "to":
            match = match_according(words, place)
            if match:
                matches.append(match)
    return [
        credit
        for n, match in enumerate(matches)
        for credit in to_credit(words, match, matches, n, quotations)
    ]


_ACC = CueVerb("according", ("to",), frozenset(), frozenset())


def np_end(words: Words, begin: int) -> int:
    """Where a noun phrase that begins at `begin` ends, roughly."""
    low = words.low
    n = len(words)
    place = begin
    while place < n and place - begin < 25:
        w = low[place]
        if w in (",", ";", ":", "—", "–", ")", "(", QUOTE, "?", "!", "…"):
            # apposition
            if (
                w == ","
                and place + 1 < n
                and low[place + 1] in ("a", "an", "the", "who", "whose")
                and place > begin
            ):
                nxt = next(
                    (m for m in range(place + 1, min(n, place + 15)) if low[m] in (",", ";", QUOTE)), n
                )
                place = nxt
                continue
            break
        if w == "." and place == n - 1:
            break
        if place > begin and (w in classes.SUBORDINATORS and w not in ("who", "that")):
            break
        place += 1
    while place > begin and low[place - 1] in (".", ","):
        place -= 1
    return place


def match_according(words: Words, place: int) -> Match | None:
    begin = place + 2
    end = np_end(words, begin)
    if end <= begin:
        return None
    m = Match(place, begin, place, None, "according", _ACC, frame="according")
    m.src_after = (begin, end)
    opens = place <= 1 or words.low[place - 1] in ("but", "and")
    if opens and end < len(words) and words.low[end] == ",":
        m.right = end + 1
        return m
    left = clause_start_left(words, place)
    m.left = (left, place)
    m.cut = place
    return m if left < place else None


def clause_start_left(words: Words, end: int) -> int:
    return 0


def role_of(words: Words, place: int, cue: CueVerb) -> tuple[str | None, int]:
    low = words.low
    group, aux = verb_group_start(words, place)
    prev = low[group - 1] if group else ""
    beings = [a for a in aux if a in classes.BEING]
    if any(a in classes.MODALS for a in aux):
        return None, group
    forms = cue.forms
    if Form.ING in forms:
        if beings:
            return "finite", group
        return "participle", place
    if prev == "to":
        g2 = group - 2
        if g2 >= 0 and low[g2] in ("on", "goes", "went", "going", "continued", "continues", "began"):
            st, _ = verb_group_start(words, g2 - (1 if low[g2] == "on" else 0))
            return "finite", st
        return None, group
    if Form.PAST in forms or Form.PARTICIPLE in forms:
        if beings and Form.BASE not in forms:
            return "passive", group
        if aux:
            return "finite", group
        if Form.PAST in forms:
            if prev in classes.DETERMINERS or prev in classes.POSSESSIVES:
                return None, group
            return "finite", group
    if Form.BASE in forms:
        if aux:
            return ("finite", group) if not beings else (None, group)
        if prev in ("i", "we", "they", "you", "who", "people") or (
            prev and prev.endswith("s") and prev not in ("'s", "his", "its", "this", "as")
        ):
            return "finite", group
        if prev == "and" or prev == "":
            return None, group
        return None, group
    if Form.PRESENT in forms:
        if aux or prev in classes.DETERMINERS or prev in classes.POSSESSIVES or prev in classes.PREPOSITIONS:
            return None, group
        return "finite", group
    return None, group


def match_verb(words: Words, place: int, earlier: list[Match]) -> Match | None:
    low = words.low
    for cue in CUE_VERBS[low[place]]:
        if tuple(low[place + 1 : place + 1 + len(cue.rest)]) != cue.rest:
            continue
        role, group = role_of(words, place, cue)
        if role is None:
            continue
        last = place + 1 + len(cue.rest)
        m = Match(place, last, group, None, role, cue)
        if role == "passive":
            continue
        if complete(words, m, earlier):
            return m
    return None


def complete(words: Words, m: Match, earlier: list[Match]) -> bool:
    low = words.low
    n = len(words)
    prev = low[m.group - 1] if m.group else ""
    # inversion
    if (
        m.role == "finite"
        and Frame.AFTER in m.cue.frames
        and prev in (",", QUOTE, "?", "!")
        and m.group == m.verb
        and m.last < n
    ):
        begin = m.last
        if low[begin] not in ("that", ",", ":", QUOTE, "in", "on", "at", "."):
            end = np_end(words, begin)
            if (
                end > begin
                and (prev == QUOTE or (end >= n - 1 or low[end] in (",", ".", QUOTE, ";")))
                and not any(is_verb_like(words, k) for k in range(begin, min(end, begin + 4)))
            ):
                m.src_after = (begin, end)
                m.left = (left_start(words, m, earlier), m.group)
                m.frame = "inverted"
                m.cut = m.group
                k = end
                if k < n and low[k] == ",":
                    k += 1
                if k < n and low[k] == QUOTE:
                    m.right = k
                return True
    if m.role == "finite":
        if prev in ("and", "but", "then") and earlier and earlier[-1].role != "according":
            m.subject = earlier[-1].subject or earlier[-1].src_after
            m.cut = m.group - 1
            if m.cut and low[m.cut - 1] == ",":
                m.cut -= 1
        else:
            if prev in ("and", "but"):
                m.subject = first_subject(words)
                m.cut = m.group - 1
            else:
                m.subject = subject_before(words, m.group)
            if m.subject is None:
                return False
            s = m.subject[0]
            if (
                s > 1
                and low[s - 1] in ("and", "but", "while", "although", "though", "whereas")
                and low[s - 2] == ","
            ):
                m.cut = s - 2
            elif s > 0 and low[s - 1] == ";":
                m.cut = s - 1
    else:
        if earlier:
            m.subject = earlier[-1].subject or earlier[-1].src_after
        if prev in (",", "—", "–", QUOTE):
            m.cut = m.group - (prev != QUOTE)
        if m.subject is None:
            m.subject = first_subject(words)
        if m.subject is None:
            return False
    right = complement(words, m)
    if m.subject is None:
        return False
    s = m.subject[0]
    parenthetical_ok = (
        Frame.AFTER in m.cue.frames
        and m.role == "finite"
        and s > 0
        and m.subject[1] <= m.group
        and (low[s - 1] in (",", QUOTE, "—", "–", "?", "!") or (low[s - 1] in ("as",)))
    )
    if parenthetical_ok:
        quote_left = low[s - 1] == QUOTE or (s > 1 and low[s - 2] == QUOTE)
        adjunct = is_adjunct(words, m.last)
        if right is None or adjunct or (quote_left and low[right] != "that"):
            m.left = (left_start(words, m, earlier), s)
            m.frame = "parenthetical"
            m.cut = s
            k = m.last
            # what follows
            while k < n and low[k] not in (",", QUOTE, ":", ";"):
                k += 1
            if k < n and low[k] == ",":
                k += 1
            if (k < n and low[k] == QUOTE) or (
                k < n
                and not quote_left
                and k == m.last + 1
                and k < n - 1
                and low[k] not in ("adding", "but", "and", "who", "which", "as", "while")
            ):
                m.right = k
            return True
    if right is None:
        return False
    m.right = right
    return True


def is_adjunct(words: Words, k: int) -> bool:
    low = words.low
    if k >= len(low):
        return True
    w = low[k]
    return (
        w in (".", ",", "?", "!")
        or (w in classes.PREPOSITIONS and w not in ("as", "than"))
        or w in classes.TIMES
        or w in ("as", "when", "while", "after")
        or is_adverb(w)
    )


def left_start(words: Words, m: Match, earlier: list[Match]) -> int:
    return 0


def first_subject(words: Words) -> tuple[int, int] | None:
    n = len(words)
    for k in range(1, min(n, 30)):
        if is_verb_like(words, k) or (words.low[k] in CUE_VERBS and not words.capital[k]):
            g, _ = verb_group_start(words, k)
            s = subject_before(words, g)
            if s:
                return s
    return None


_SUBJ = classes.PRONOUNS | {"there", "this", "these", "those"}


def complement(words: Words, m: Match) -> int | None:
    """Where what is credited begins after the cue; None where nothing that fits follows."""
    low = words.low
    n = len(words)
    frames = m.cue.frames
    k = m.last
    while k < n and is_adverb(low[k]) and low[k] not in classes.NEGATIONS:
        k += 1
    if k >= n:
        return None
    if Frame.TELL in frames:
        a = addressee(words, k)
        if a is not None:
            k2 = skip_adjuncts(words, a)
            if low[k2] in ("that", QUOTE, ":") or (low[k2] == "," and k2 + 1 < n and low[k2 + 1] == QUOTE):
                m.frame = "tell"
                return k2 + (low[k2] in (":", ","))
            if low[a] in ("whether", "if", "how", "why", "what", "when", "to", "about"):
                m.frame = "tell"
                return a
            if a > k and looks_like_clause(words, a):
                m.frame = "tell"
                return a
    k2 = skip_adjuncts(words, k)
    w = low[k2]
    if w == "that" and Frame.THAT in frames and k2 + 1 < n:
        m.frame = "that"
        return k2
    if w == ":" and k2 + 1 < n and (Frame.QUOTE in frames or Frame.THAT in frames):
        m.frame = "colon"
        return k2 + 1
    if Frame.QUOTE in frames or Frame.THAT in frames:
        if w == QUOTE:
            m.frame = "quote"
            return k2
        if w == "," and k2 + 1 < n and low[k2 + 1] == QUOTE:
            m.frame = "quote"
            return k2 + 1
    if low[k] == "," and Frame.CLAUSE in frames:
        # said, on Monday, that
        nxt = next((j for j in range(k + 1, min(n, k + 20)) if low[j] == ","), None)
        if nxt and nxt + 1 < n and low[nxt + 1] == "that":
            m.frame = "that"
            return nxt + 1
        return None
    if w in ("whether", "if", "how", "why", "what", "when", "where", "who") and (Frame.WHETHER in frames):
        m.frame = "whether"
        return k2
    k = k2 if low[k] in classes.TIMES or low[k] == "on" else k
    w = low[k]
    if w == "to":
        if Frame.TO in frames:
            m.frame = "to"
            return k
        return None
    if w in (",", ".", ";", ")", "—", "–", "?", "!", ":"):
        return None
    if w.endswith("ing") and Frame.GERUND in frames and not words.capital[k]:
        m.frame = "gerund"
        return k
    if Frame.CLAUSE in frames and looks_like_clause(words, k):
        m.frame = "clause"
        return k
    if w in classes.PREPOSITIONS or w in ("and", "but", "or"):
        return None
    if Frame.AS in frames:
        for j in range(k + 1, min(n, k + 25)):
            if low[j] == "as":
                m.frame = "as"
                return k
            if low[j] in (",", ";", ":"):
                break
        if Frame.OBJECT not in frames:
            return None
    if Frame.OBJECT in frames or Frame.CALL in frames:
        m.frame = "object"
        return k
    return None


def looks_like_clause(words: Words, k: int) -> bool:
    low = words.low
    if low[k] in _SUBJ:
        return True
    if low[k] in classes.PREPOSITIONS and low[k] not in ("in", "under", "after", "during", "without"):
        return False
    for j in range(k + 1, min(len(low), k + 16)):
        if low[j] in (";", ":", "?"):
            return False
        if is_verb_like(words, j):
            return True
        if (
            low[j].endswith("s")
            and not low[j].endswith("ss")
            and j + 1 < len(low)
            and low[j + 1] in classes.DETERMINERS | {"to", "that", "not"}
        ):
            return True
    return False


def addressee(words: Words, k: int) -> int | None:
    low = words.low
    n = len(words)
    if low[k] in classes.OBJECT_PRONOUNS or low[k] in ("reporters", "journalists"):
        return k + 1 if k + 1 < n else None
    if low[k] in ("that", ":", ",", QUOTE, "to", "whether", "if", "about"):
        return k if low[k] in ("whether", "if", "about", "to", "that") else None
    j = k
    while j < n and j < k + 16:
        w = low[j]
        if w in (",", ":", QUOTE, "that", "whether", "if", "to", "how", "why", "what", "about") and j > k:
            return j
        if w in _SUBJ and j > k:
            return j
        if (
            j > k
            and w in classes.DETERMINERS
            and low[j - 1] not in classes.PREPOSITIONS
            and low[j - 1] not in ("and",)
        ):
            return j
        if (
            j > k
            and words.capital[j]
            and not words.capital[j - 1]
            and low[j - 1] not in classes.PREPOSITIONS
            and low[j - 1] not in classes.DETERMINERS
            and low[j - 1] not in ("and", "'s", ".", "&")
        ):
            return j
        if w in (".", ";") and j == n - 1:
            return None
        j += 1
    return None


def skip_adjuncts(words: Words, k: int) -> int:
    """Past "on Monday", "in a statement to reporters" and the like, where "that" or a quotation follows."""
    low = words.low
    n = len(words)
    if low[k] in classes.PREPOSITIONS or low[k] in classes.TIMES or low[k] in ("earlier", "last", "this"):
        for j in range(k + 1, min(n, k + 16)):
            w = low[j]
            if w in ("that", QUOTE, ":"):
                if w == "that" and low[j - 1] == ",":
                    return j
                return j
            if w == "," and j + 1 < n and low[j + 1] in (QUOTE, "that"):
                return j if low[j + 1] == QUOTE else j + 1
            if w in classes.AUXILIARIES or w in (".", ";", ","):
                break
        if low[k] == "on" and k + 1 < n and low[k + 1] in classes.TIMES:
            return min(n - 1, k + 2)
        if low[k] in classes.TIMES:
            return min(n - 1, k + 1)
    return k


def to_credit(words: Words, m: Match, matches: list[Match], n: int, quotations: Quotations) -> list[Credit]:
    total = len(words)
    spans: list[Span] = []
    if m.left:
        spans.append(trim(words, *m.left))
    if m.right is not None:
        end = total
        for later in matches[n + 1 : n + 12]:
            if later.cut is not None and later.cut > m.right:
                if later.frame in ("inverted", "parenthetical") and later.left:
                    continue
                end = later.cut
                break
        spans.append(trim(words, m.right, end))
    spans = [s for s in spans if s[0] < s[1]]
    spans = [widen(s, quotations) for s in spans]
    src = m.src_after or m.subject
    if not spans or src is None:
        return []
    source = words.span(*src)
    cue = words.span(m.verb, m.last)
    return [Credit((source,), (cue,), tuple(spans), m.cue.lemma, m.frame)]


def widen(span: Span, quotations: Quotations) -> Span:
    a, b = span
    for q in quotations.within(a, b):
        if q.start < a:
            a = q.start
        if q.end > b:
            b = q.end
    return a, b


def trim(words: Words, first: int, last: int) -> Span:
    low = words.low
    while first < last and low[first] in (",", ":", ";", "—", "–", "-", ".", ")"):
        first += 1
    while last > first and low[last - 1] in (",", ":", ";", "—", "–", "-", "."):
        last -= 1
    if first >= last:
        return 0, 0
    return words.span(first, last)
