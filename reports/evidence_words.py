"""The words in which evidence, its sources and what became of it are shown, and what each of them means.

Every member of every set has its entry. None has an icon or a colour: those belong to what a person
decided of a claim.
"""

from __future__ import annotations

from collections.abc import Mapping

from claims.kinds import (
    EvidenceKind,
    Fit,
    FoundIn,
    Grade,
    Interest,
    Question,
    Recheck,
    ReviewRole,
    SearchResult,
    Stance,
    Tier,
)
from reports.words import Term

STANCES: Mapping[Stance, Term] = {
    Stance.SUPPORTS: Term("for it", "It says what the claim says."),
    Stance.REFUTES: Term("against it", "It says otherwise."),
    Stance.CONTEXT: Term("context", "Needed to understand the claim; it neither holds it up nor down."),
    Stance.INSUFFICIENT: Term("says too little", "It was looked at, and nothing can rest on it."),
}

GRADES: Mapping[Grade, str] = {
    Grade.A: "completely reliable",
    Grade.B: "usually reliable",
    Grade.C: "fairly reliable",
    Grade.D: "not usually reliable",
    Grade.E: "unreliable",
    Grade.F: "nobody can tell how reliable",
}

CREDIBILITIES: Mapping[int, str] = {
    1: "confirmed by others",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
}

INTERESTS: Mapping[Interest, str] = {
    Interest.PARTY: "a party to the matter",
    Interest.AFFILIATED: "close to a party",
    Interest.INDEPENDENT: "independent",
    Interest.UNKNOWN: "interest not known",
}

FITS: Mapping[Fit, str] = {
    Fit.EXACT: "quoted as captured",
    Fit.WHITESPACE: "quoted as captured but for spacing and the shapes of characters",
    Fit.ALTERED: "the capture has other words: nothing rests on it",
    Fit.GONE: "not found in the capture: nothing rests on it",
}

EVIDENCE_KINDS: Mapping[EvidenceKind, str] = {
    EvidenceKind.CAPTURE: "capture",
    EvidenceKind.INTERVIEW: "interview",
    EvidenceKind.PHONE_CALL: "phone call",
    EvidenceKind.MESSAGE: "message",
    EvidenceKind.DOCUMENT_SEEN: "document seen",
    EvidenceKind.OBSERVATION: "seen by the desk",
}

RECHECKS: Mapping[Recheck, str] = {
    Recheck.UNCHANGED: "the page is unchanged",
    Recheck.CHANGED_ELSEWHERE: "the page has changed, but not in these words",
    Recheck.QUOTE_ALTERED: "the page has other words now",
    Recheck.QUOTE_GONE: "the words are gone from the page",
    Recheck.PAGE_GONE: "the page is gone; the capture stands",
}

SEARCHES: Mapping[SearchResult, str] = {
    SearchResult.NOTHING: "found nothing",
    SearchResult.SOMETHING: "found something",
    SearchResult.UNREACHABLE: "could not be reached",
}

TIERS: Mapping[Tier, Term] = {
    Tier.ROUTINE: Term("routine", "An ordinary statement."),
    Tier.FIGURE: Term("figure", "It names a number."),
    Tier.QUOTE: Term("quote", "It gives somebody’s words."),
    Tier.ACCUSATION: Term("accusation", "It says that somebody did wrong."),
}

QUESTIONS: Mapping[Question, Term] = {
    Question.SAID: Term("said", "Whether it was said."),
    Question.SO: Term("so", "Whether what was said is so."),
}

ROLES: Mapping[ReviewRole, str] = {
    ReviewRole.VERDICT: "reviewer",
    ReviewRole.SECOND: "second reader",
    ReviewRole.ADJUDICATION: "adjudicator",
    ReviewRole.REOPENING: "editor",
}

FOUND_IN: Mapping[FoundIn, str] = {
    FoundIn.HAND: "added by hand",
    FoundIn.LISTED: "listed by a document",
    FoundIn.ATTRIBUTION: "credited in a document",
    FoundIn.CAPTURE: "the site of a capture",
    FoundIn.IMPORT: "imported",
}


def grade_words(grade: Grade | None) -> str:
    """A source's reliability in words; F is no low grade, and nobody's grade is none at all."""
    match grade:
        case None:
            return "no grade yet"
        case Grade.F:
            return "not graded"
        case _:
            return f"{grade.value}, {GRADES[grade]}"


def primary_words(primary: bool | None) -> str:
    """Whether a source speaks of what it knows at first hand, in words; nobody may have said."""
    match primary:
        case True:
            return "primary"
        case False:
            return "secondary"
        case None:
            return "not known whether primary"
