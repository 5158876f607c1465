"""What each kind of entry in the log says, in words: one sentence for every action that there is.

Values in, values out. Whom a contact was with, and what they answered, is left to the claim's own page,
which knows who is protected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from claims.handover.told import Logged, Names, Part, Row, Told, Value
from claims.kinds import ClaimChange, Recheck

Tell = Callable[[Logged, Names], Iterable[Told]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """How an action is told, and what several of its kind are called when they are counted."""

    tell: Tell
    noun: str
    nouns: str | None = None

    @property
    def counted(self) -> tuple[str, str]:
        """One of them, and several."""
        return self.noun, self.nouns or f"{self.noun}s"


def tell(logged: Logged, names: Names) -> tuple[tuple[Told, ...], tuple[str, str]]:
    """All that an entry tells, and what it is counted as; one of a later version is told by its action."""
    sentence = SENTENCES.get(logged.action)
    if sentence is None:
        told = Told(Part.OTHER, (logged.subject,), logged.action.replace(".", " "), by=logged.by)
        return (told,), (logged.action, logged.action)
    return tuple(sentence.tell(logged, names)), sentence.counted


def _plain(
    part: Part, did: str, table: str | None = None, reason: str | None = None, *, subject: str | None = None
) -> Tell:
    """A sentence about the entry's subject; `reason` is the column of `table` that gives it.

    Words in braces stand for columns, as in "graded {grade}". `subject` goes before the subject's name.
    """

    def told(logged: Logged, names: Names) -> Iterator[Told]:
        row = logged.first(table) if table else {}
        about = f"{subject}{logged.subject}" if subject else logged.subject
        words = did
        for column in row:
            words = words.replace(f"{{{column}}}", _word(row, column))
        yield Told(part, (about,), words, _word(row, reason) or None if reason else None, logged.by)

    return told


def _added(logged: Logged, names: Names) -> Iterator[Told]:
    claims = len(logged.rows("claims"))
    yield Told(Part.CHANGED, (logged.subject,), "added", f"{claims:,} claims", logged.by)


def _revised(logged: Logged, names: Names) -> Iterator[Told]:
    number = _word(logged.first("revisions"), "number")
    changes = logged.rows("claim_changes")
    counts = {
        "open again": ClaimChange.REOPENED,
        "new": ClaimChange.NEW,
        "cut": ClaimChange.DROPPED,
    }
    told = [
        f"{many:,} {word}"
        for word, change in counts.items()
        if (many := sum(row["change"] == change.value for row in changes))
    ]
    what = f"revision {number}: {', '.join(told) or 'nothing to look at'}"
    yield Told(Part.CHANGED, (logged.subject,), "revised", what, logged.by)
    yield from _opened(changes, number, names)


def _opened(changes: Iterable[Row], number: str, names: Names) -> Iterator[Told]:
    for row in changes:
        if row["change"] == ClaimChange.REOPENED.value:
            why = _word(row, "why") or None
            yield Told(Part.CHANGED, (_claim(row, names),), f"open again since revision {number}", why)


def _regrouped(did: str) -> Tell:
    def told(logged: Logged, names: Names) -> Iterator[Told]:
        row = logged.first("regroupings")
        made = _handles(logged.subject, row.get("made"))
        of = _handles(logged.subject, row.get("of"))
        into = f"{did} {', '.join(made) if of else logged.subject}".strip()
        yield Told(Part.CHANGED, of or made, into, _word(row, "because") or None, logged.by)
        yield from _opened(logged.rows("claim_changes"), _word(logged.first("revisions"), "number"), names)

    return told


def _judged(did: str, blind: str) -> Tell:
    def told(logged: Logged, names: Names) -> Iterator[Told]:
        row = logged.first("reviews")
        words = did.replace("{verdict}", _word(row, "verdict"))
        question = f" ({row['question']})" if row.get("question") else ""
        yield Told(
            Part.VERDICTS,
            (logged.subject,),
            f"{words}{question}",
            _word(row, "because") or None,
            logged.by,
            blind,
        )

    return told


def _evidence(logged: Logged, names: Names) -> Iterator[Told]:
    row = logged.first("evidence")
    did = f"given evidence that {_STANCES.get(_word(row, 'stance'), 'was found')} ({logged.subject})"
    yield Told(Part.OTHER, (_claim(row, names),), did, _word(row, "because") or None, logged.by)


def _withdrawn(logged: Logged, names: Names) -> Iterator[Told]:
    row = logged.first("withdrawals")
    about = _of_evidence(row, names)
    did = f"without {logged.subject}, which was withdrawn"
    yield Told(Part.CHANGED, about, did, _word(row, "because") or None, logged.by)


def _watched(logged: Logged, names: Names) -> Iterator[Told]:
    """The claims whose quotes were altered or have gone; a watch that found none says so."""
    changed = [row for row in logged.rows("rechecks") if row["outcome"] in _TOUCHED]
    if not changed:
        yield Told(Part.OTHER, (logged.subject,), "watched", "no quote has changed", logged.by)
    for row in changed:
        evidence = names.evidence.get(_id(row["evidence_id"]))
        handle = evidence[0] if evidence else "its evidence"
        yield Told(Part.CHANGED, _of_evidence(row, names), f"stale: the words of {handle} have changed")


def _assigned(logged: Logged, names: Names) -> Iterator[Told]:
    for row in logged.rows("assignments"):
        to, ordinal = _word(row, "assigned_to"), row["ordinal"]
        before = names.owners.get((_id(row["claim_id"]), int(str(ordinal)) - 1))
        did = f"assigned to {to}" if to else "taken from everybody"
        whose = f", had been {before}’s," if before else ""
        people = tuple(name for name in (to, before) if name)
        yield Told(Part.OTHER, (_claim(row, names),), f"{did}{whose}", None, logged.by, people=people)


def _worked(did: str) -> Tell:
    def told(logged: Logged, names: Names) -> Iterator[Told]:
        for row in logged.rows("work"):
            yield Told(Part.OTHER, (_claim(row, names),), did, None, logged.by)

    return told


def _noted(logged: Logged, names: Names) -> Iterator[Told]:
    words = names.notes.get(_id(logged.first("notes")["id"]))
    yield Told(Part.NOTES, (logged.subject,), "a note", words or "deleted", logged.by, "a note, withheld,")


def _owed(logged: Logged, names: Names) -> Iterator[Told]:
    row = logged.first("outcomes")
    owed_by, kind = _word(row, "owed_by"), _word(row, "kind").replace("_", " ")
    did = f"to become: {kind}, owed by {owed_by}, as asked" if owed_by else f"to become: {kind}, as asked"
    people = (owed_by,) if owed_by else ()
    reason = _word(row, "wording") or _word(row, "because") or None
    yield Told(Part.ANSWERS, (logged.subject,), did, reason, logged.by, "given an outcome", people)


def _asked(logged: Logged, names: Names) -> Iterator[Told]:
    about = tuple(_claim(row, names) for row in logged.rows("contacts")) or (logged.subject,)
    yield Told(Part.ANSWERS, about, f"put to somebody concerned ({logged.subject})", None, logged.by)


def _answered(logged: Logged, names: Names) -> Iterator[Told]:
    """An answer to what was put to somebody: the claims that it is about, or else the request."""
    claims = [names.contacts.get(_id(row["contact_id"])) for row in logged.rows("replies")]
    about = tuple(names.claims[claim] for claim in claims if claim is not None)
    came = f"an answer to {logged.subject}, noted" if about else "answered, as noted"
    yield Told(Part.ANSWERS, about or (logged.subject,), came, None, logged.by)


def _replied(logged: Logged, names: Names) -> Iterator[Told]:
    came = "a reply, noted" if logged.first("replies").get("answered") else "no reply came, as noted"
    yield Told(Part.ANSWERS, (logged.subject,), came, None, logged.by)


def _corrected(did: str, table: str, reason: str | None = None) -> Tell:
    """About a correction: the claim or document that it is about, and the correction by its handle."""

    def told(logged: Logged, names: Names) -> Iterator[Told]:
        row = logged.first(table)
        about = names.corrections.get(_id(row.get("correction_id")), logged.subject)
        words = did.replace("{subject}", logged.subject)
        for column in row:
            words = words.replace(f"{{{column}}}", _word(row, column))
        yield Told(Part.ANSWERS, (about,), words, _word(row, reason) or None if reason else None, logged.by)

    return told


def _decided(did: str) -> Tell:
    """About figures: the claims that hold them, or else the story."""

    def told(logged: Logged, names: Names) -> Iterator[Told]:
        about = tuple(dict.fromkeys(_claim(row, names) for row in logged.rows("decided_figures")))
        row = logged.first("decisions")
        words = did.replace("{name}", _word(row, "name"))
        yield Told(Part.OTHER, about or (logged.subject,), words, _word(row, "because") or None, logged.by)

    return told


def _party(logged: Logged, names: Names) -> Iterator[Told]:
    is_party = logged.first("decisions").get("kind") == "party"
    words = "{name} named as a party" if is_party else "{name} named as no party"
    yield from _decided(words)(logged, names)


def _captured(logged: Logged, names: Names) -> Iterator[Told]:
    row = logged.first("captures")
    failed = ", which failed," if row.get("reason") else ""
    yield Told(Part.OTHER, (logged.subject,), f"captured{failed}", None, logged.by)


_TOUCHED = (Recheck.QUOTE_ALTERED.value, Recheck.QUOTE_GONE.value)
_STANCES = {
    "supports": "supports it",
    "refutes": "refutes it",
    "context": "gives context",
    "insufficient": "is not enough",
}

SENTENCES: Mapping[str, Sentence] = {
    "document.add": Sentence(_added, "document"),
    "document.revise": Sentence(_revised, "revision"),
    "document.purpose": Sentence(
        _plain(Part.OTHER, "to be checked as {purpose}, says", "purposes"), "purpose"
    ),
    "claim.split": Sentence(_regrouped("split into"), "split"),
    "claim.join": Sentence(_regrouped("joined into"), "join"),
    "claim.furniture": Sentence(
        _regrouped("taken for no part of the article"), "claim left out", "claims left out"
    ),
    "claim.claim": Sentence(_regrouped("taken out of the furniture of"), "claim"),
    "claim.review": Sentence(_judged("marked {verdict}", "given a first verdict"), "verdict"),
    "claim.second": Sentence(
        _judged("given a second verdict, {verdict},", "given a second verdict"), "verdict"
    ),
    "claim.adjudicate": Sentence(_judged("decided as {verdict}", "decided between two"), "decision"),
    "claim.reopen": Sentence(
        _plain(Part.CHANGED, "opened again", "reviews", "because"),
        "claim opened again",
        "claims opened again",
    ),
    "claim.sign_off": Sentence(
        _plain(Part.VERDICTS, "signed off as {role}", "sign_offs", "because"), "sign-off"
    ),
    "claim.disclose": Sentence(_plain(Part.OTHER, "looked at with its first verdict"), "early look"),
    "claim.tier": Sentence(_plain(Part.OTHER, "given the tier {tier}", "tiers", "because"), "tier"),
    "claim.search": Sentence(
        _plain(Part.OTHER, "looked for, {result},", "searches", "place"), "search", "searches"
    ),
    "claim.contact": Sentence(_plain(Part.OTHER, "asked about"), "contact"),
    "claim.reply": Sentence(_replied, "reply", "replies"),
    "claim.assign": Sentence(_assigned, "assignment"),
    "claim.work": Sentence(_worked("being worked on"), "beginning of work", "beginnings of work"),
    "claim.stop": Sentence(_worked("left"), "end of work", "ends of work"),
    "claim.note": Sentence(_noted, "note"),
    "story.note": Sentence(_noted, "note"),
    "claim.outcome": Sentence(_owed, "outcome"),
    "claim.outcome_end": Sentence(
        _plain(Part.ANSWERS, "outcome {end}, says", "outcome_ends", "because"),
        "end of an outcome",
        "ends of outcomes",
    ),
    "claim.public": Sentence(
        _plain(Part.OTHER, "chosen as a public claim", "public_claims", "chosen_because"), "public claim"
    ),
    "claim.appeared": Sentence(_plain(Part.OTHER, "seen in one more place"), "appearance"),
    "claim.appearance_withdrawn": Sentence(
        _plain(Part.OTHER, "not seen there after all, says", "appearances", "withdrawn_because"),
        "appearance taken back",
        "appearances taken back",
    ),
    "claim.decide": Sentence(
        _plain(Part.OTHER, "compared: {decision}, says", "likenesses", "because"), "comparison"
    ),
    "evidence.add": Sentence(_evidence, "piece of evidence", "pieces of evidence"),
    "evidence.withdraw": Sentence(_withdrawn, "withdrawal"),
    "furniture.sign": Sentence(
        _plain(Part.OTHER, "signed", "furniture_signatures", "because", subject="the furniture of "),
        "signature",
    ),
    "reply.ask": Sentence(_asked, "request for a reply", "requests for a reply"),
    "reply.answer": Sentence(_answered, "answer"),
    "reply.use": Sentence(_plain(Part.OTHER, "used in the text"), "use of an answer", "uses of answers"),
    "correction.add": Sentence(
        _corrected("a correction asked for ({kind}), noted", "corrections"), "request for a correction"
    ),
    "correction.mend": Sentence(
        _corrected("a place mended ({subject})", "places_mended", "how"), "place mended", "places mended"
    ),
    "correction.close": Sentence(
        _corrected("{subject} closed as {decision}", "correction_ends", "because"),
        "correction closed",
        "corrections closed",
    ),
    "factcheck.import": Sentence(
        _plain(Part.OTHER, "imported"), "fact-check of others", "fact-checks of others"
    ),
    "capture.add": Sentence(_captured, "capture"),
    "source.add": Sentence(_plain(Part.OTHER, "registered"), "source"),
    "source.set": Sentence(_plain(Part.OTHER, "described anew"), "change of a source", "changes of sources"),
    "source.grade": Sentence(_plain(Part.OTHER, "graded {grade}", "source_grades", "because"), "grade"),
    "source.merge": Sentence(_plain(Part.OTHER, "merged with another", "source_merges", "because"), "merge"),
    "source.part": Sentence(
        _plain(Part.OTHER, "parted again", "source_merges", "because"), "merge undone", "merges undone"
    ),
    "story.watch": Sentence(_watched, "watch", "watches"),
    "story.party": Sentence(_party, "party", "parties"),
    "figure.move": Sentence(_decided("a figure moved"), "decision"),
    "figure.split": Sentence(_decided("a figure set apart"), "decision"),
    "figure.merge": Sentence(_decided("figures put together"), "decision"),
    "origin.join": Sentence(_decided("origins joined"), "decision"),
    "origin.part": Sentence(_decided("origins parted"), "decision"),
    "decision.undo": Sentence(_decided("a decision undone"), "decision"),
    "policy.adopt": Sentence(
        _plain(Part.CHANGED, "in force, adopted", "policies", "because", subject="the policy "),
        "policy",
        "policies",
    ),
}
"""By the action that the log names, how it is told."""


def _claim(row: Row, names: Names) -> str:
    return names.claims.get(_id(row.get("claim_id")), "a claim")


def _of_evidence(row: Row, names: Names) -> tuple[str, ...]:
    """The claim that a piece of evidence is on."""
    found = names.evidence.get(_id(row.get("evidence_id")))
    return (names.claims.get(found[1], "a claim"),) if found else ("a claim",)


def _handles(slug: str, numbers: Value) -> tuple[str, ...]:
    return tuple(f"{slug}:{number}" for number in numbers) if isinstance(numbers, list) else ()


def _word(row: Row, column: str) -> str:
    """A column as a word: nothing where it is empty, or holds a digest of personal text."""
    value = row.get(column)
    return value.replace("_", " ") if isinstance(value, str) and column in _WORDS else _text(value)


_WORDS = ("purpose", "tier", "end", "decision", "kind", "result")
"""Columns that hold a word of a closed set."""


def _text(value: Value) -> str:
    return str(value) if isinstance(value, str | int) else ""


def _id(value: Value) -> UUID:
    return UUID(str(value)) if value else UUID(int=0)
