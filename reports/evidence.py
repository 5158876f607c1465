"""Says in words what a piece of evidence is, what was looked for, and who was asked.

Used for the page and for the terminal. Of a protected source neither when and where nor how its
words were had is said, unless somebody asked for a page that holds it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from claims.evidence.pages import ContactPage, EvidencePage, RecheckPage, ReplyPage, SearchPage
from claims.kinds import EvidenceKind, Interest, OriginSign, Stance
from claims.pages import ClaimPage
from reports import dates
from reports.evidence_words import (
    CREDIBILITIES,
    EVIDENCE_KINDS,
    FITS,
    INTERESTS,
    QUESTIONS,
    RECHECKS,
    SEARCHES,
    STANCES,
    grade_words,
    primary_words,
)
from reports.hidden import shown_name
from reports.words import count, sentence

_DIGITS = 12
"""How much of a digest is shown: enough to find it by."""

_OWN = (OriginSign.SOURCE, OriginSign.SITE, OriginSign.ALONE)
"""Signs by which evidence counts as that of its own source, which needs no word."""


def stance_words(evidence: EvidencePage) -> str:
    """What a piece of evidence does to its claim, or to one of the two questions about it."""
    words = STANCES[evidence.stance].word
    return f"{words} ({QUESTIONS[evidence.question].word})" if evidence.question else words


def source_words(evidence: EvidencePage) -> str:
    """Whom the evidence is from; of a protected source the desk's name for it."""
    if evidence.source_name is None:
        return "no source named"
    return f"{evidence.source_name} (protected source)" if evidence.protected else evidence.source_name


def weight_words(evidence: EvidencePage) -> str:
    """How far to rely on it: its source's grade, how near that is, its interest, what the desk made of it."""
    told = [grade_words(evidence.grade)] if evidence.source_name else []
    told += [primary_words(evidence.primary), INTERESTS[evidence.interest]]
    if evidence.primary and evidence.interest is Interest.PARTY:
        told[-1] += ", which proves that it says so and no more"
    if evidence.credibility:
        told.append(CREDIBILITIES[evidence.credibility])
    return "; ".join(told)


def notes_on(evidence: EvidencePage) -> Iterator[str]:
    """How the evidence was had and what there is to know of it, a sentence each."""
    if evidence.capture:
        yield _captured(evidence)
    yield from _had(evidence)
    yield from _covers(evidence)
    if evidence.only_repeats:
        yield "From a page on which the claim itself appeared: it shows that it was said there, and no more."
    if evidence.part:
        by = f", put into words by {shown_name(evidence.described_by)}" if evidence.described_by else ""
        yield f"Of it: {evidence.part}{by}."
    if claimed := _claimed(evidence):
        yield claimed
    if evidence.origin_sign not in _OWN:
        yield f"Counts as {evidence.origin}’s: {evidence.origin_sign.value}."
    if evidence.because:
        yield f"{_added(evidence)}: “{evidence.because}”"


def withdrawn_words(evidence: EvidencePage) -> str | None:
    """That evidence no longer counts, who said so and why; `None` where it counts."""
    taken = evidence.withdrawn
    if taken is None:
        return None
    return f"Withdrawn by {shown_name(taken.by)}, {dates.moment(taken.at)}: “{taken.because}”"


def recheck_words(recheck: RecheckPage) -> str:
    """What became of the page when it was looked at again."""
    capture = f" ({recheck.capture})" if recheck.capture else ""
    return f"Looked at again {dates.moment(recheck.at)}{capture}: {RECHECKS[recheck.outcome]}."


def carries(evidence: EvidencePage) -> bool:
    """Whether evidence counts for or against its claim."""
    stands = evidence.counts and not evidence.only_repeats
    return stands and evidence.stance in (Stance.SUPPORTS, Stance.REFUTES)


def found_words(claim: ClaimPage) -> str | None:
    """What was looked for and what came of it, in one sentence.

    That nobody looked, that somebody looked and found nothing, and that something speaks against the
    claim are three different sentences. `None` where nobody has worked on the claim.
    """
    if standing := [one for one in claim.evidence if one.withdrawn is None]:
        return sentence(_tally(standing))
    if claim.searches:
        places = count(len({search.place for search in claim.searches}), "place")
        return f"Looked for evidence in {places} and found none."
    if claim.evidence:
        return "All the evidence was withdrawn."
    return "Nobody has looked for evidence." if claim.reviews or claim.contacts else None


def exhibit_briefly(evidence: EvidencePage) -> str:
    """What a piece of evidence does to its claim, whom it is from, and its words, in a line or two."""
    words = evidence.quote or evidence.told
    quote = f": “{words}”" if words else ""
    return f"{stance_words(evidence)}, {source_words(evidence)}, {grade_words(evidence.grade)}{quote}"


def looked_briefly(search: SearchPage) -> str:
    """Where somebody looked, for what, and what came of it, in a few words."""
    terms = f" for “{search.terms}”" if search.terms else ""
    return f"{search.place}{terms}: {SEARCHES[search.result]}"


def asked_briefly(contact: ContactPage) -> str:
    """Who was asked, how, and whether they answered, in a few words."""
    answered = any(reply.answered for reply in contact.replies)
    came = "answered" if answered else "no answer given" if contact.replies else "no answer yet"
    return f"{contact.whom or 'somebody'} by {contact.channel}: {came}"


def search_words(search: SearchPage) -> str:
    """Where somebody looked, for what, and what came of it."""
    note = f" “{search.note}”" if search.note else ""
    told = f"({shown_name(search.by)}, {dates.moment(search.at)})"
    return f"Looked in {looked_briefly(search)}.{note} {told}"


def contact_words(contact: ContactPage, *, now: datetime) -> str:
    """Who was asked, how, what for, and what came of it until `now`."""
    asked = f" “{contact.asked}”" if contact.asked else ""
    channel = f" by {contact.channel}" if contact.channel else ""
    start = f"Asked {contact.whom or 'for an answer'}{channel}, {dates.moment(contact.at)}:{asked}"
    came = " ".join(map(_reply, contact.replies)) or _waiting(contact.due, now)
    return f"{start} {came}"


def _captured(evidence: EvidencePage) -> str:
    fit = FITS[evidence.fit] if evidence.fit else "captured"
    details = [dates.moment(evidence.captured_at)] if evidence.captured_at else []
    if evidence.capture_sha256:
        details.append(f"SHA-256 {evidence.capture_sha256[:_DIGITS]}…")
    told = f" ({', '.join(details)})" if details else ""
    return sentence(f"{fit}, {evidence.capture}{told}")


def _had(evidence: EvidencePage) -> Iterator[str]:
    """How evidence was had without a capture; of a protected source only where somebody asked for it."""
    if evidence.held_back:
        yield "When, where and how is known to the desk and left out here."
        return
    date = dates.date(evidence.on_date) if evidence.on_date else None
    kind = None if evidence.kind is EvidenceKind.CAPTURE else EVIDENCE_KINDS[evidence.kind]
    if told := ", ".join(filter(None, [kind, evidence.how, date, evidence.place])):
        yield sentence(told)


def _covers(evidence: EvidencePage) -> Iterator[str]:
    """What its words say of the claim, what they say nothing of, and what they say otherwise."""
    told = [f"says {_quoted(evidence.covered)}"] if evidence.covered else []
    if evidence.uncovered:
        told.append(f"says nothing of {_quoted(evidence.uncovered)}")
    if told:
        yield sentence(", ".join(told))
    yield from (f"It {words}." for words in evidence.differing)


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{one}”" for one in words)


def _claimed(evidence: EvidencePage) -> str | None:
    """What is said of a picture or recording, which is not what is known of it."""
    told = [f"of {dates.date(evidence.claimed_date)}"] if evidence.claimed_date else []
    if evidence.claimed_place:
        told.append(f"from {evidence.claimed_place}")
    if evidence.first_use:
        told.append(f"first used {evidence.first_use}")
    return f"Said to be {', '.join(told)}." if told else None


def _added(evidence: EvidencePage) -> str:
    """Who added it, and when; the time is left out where it would say when a protected source spoke."""
    by = shown_name(evidence.by)
    return f"Added by {by}" if evidence.held_back else f"Added by {by}, {dates.moment(evidence.at)}"


def _tally(standing: Sequence[EvidencePage]) -> str:
    """How much speaks for a claim and how much against it, and what else there is."""
    carrying = [one for one in standing if carries(one)]
    told = []
    if carrying:
        sides = Counter(one.stance for one in carrying)
        supports, refutes = (sides[stance] or "none" for stance in (Stance.SUPPORTS, Stance.REFUTES))
        origins = count(len({one.origin for one in carrying}), "origin")
        told.append(f"{supports} for it, {refutes} against it, from {origins}")
    context = sum(one.stance is Stance.CONTEXT for one in standing)
    if context:
        told.append(f"{context} for context")
    if rest := len(standing) - len(carrying) - context:
        told.append(f"{rest} that nothing can rest on")
    return f"evidence: {'; '.join(told)}"


def _reply(reply: ReplyPage) -> str:
    at = dates.moment(reply.at)
    if not reply.answered:
        return f"No answer was given, noted {at}."
    return f"Answered {at}: “{reply.answer}”" if reply.answer else f"Answered {at}."


def _waiting(due: datetime | None, now: datetime) -> str:
    if due is None:
        return "No answer yet."
    passed = ", which has passed" if due < now else ""
    return f"No answer yet, due {dates.moment(due)}{passed}."
