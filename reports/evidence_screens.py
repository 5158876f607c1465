"""What the commands about evidence print: what was tied to a claim, what it leaves open, who was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.evidence.pages import ContactPage, EvidencePage, LookingPage, SearchPage
from claims.kinds import (
    EvidenceKind,
    Fit,
    Grade,
    Interest,
    OriginSign,
    Question,
    Recheck,
    SearchResult,
    Stance,
)
from reports import dates
from reports.hidden import shown_name
from reports.screen import Line, plainly, soft, strong, text_of, wrapped

STANCES: Mapping[Stance, str] = {
    Stance.SUPPORTS: "supports",
    Stance.REFUTES: "refutes",
    Stance.CONTEXT: "gives context",
    Stance.INSUFFICIENT: "says too little",
}
KINDS: Mapping[EvidenceKind, str] = {
    EvidenceKind.CAPTURE: "a capture",
    EvidenceKind.INTERVIEW: "an interview",
    EvidenceKind.PHONE_CALL: "a phone call",
    EvidenceKind.MESSAGE: "a message",
    EvidenceKind.DOCUMENT_SEEN: "a document that was seen",
    EvidenceKind.OBSERVATION: "what somebody saw",
}
FITS: Mapping[Fit, str] = {
    Fit.EXACT: "word for word",
    Fit.WHITESPACE: "word for word, laid out otherwise",
    Fit.ALTERED: "altered: other words stand there",
    Fit.GONE: "gone: it does not stand there",
}
INTERESTS: Mapping[Interest, str] = {
    Interest.PARTY: "a party to the matter",
    Interest.AFFILIATED: "affiliated with a party",
    Interest.INDEPENDENT: "independent of the parties",
    Interest.UNKNOWN: "not known, which is not independent",
}
SIGNS: Mapping[OriginSign, str] = {
    OriginSign.JUDGED: "a person said so",
    OriginSign.WIRE: "the agency is credited there",
    OriginSign.WORDING: "the same wording as other evidence",
    OriginSign.SOURCE: "by its source",
    OriginSign.SITE: "by its site",
    OriginSign.ALONE: "nothing joins it to another",
}
QUESTIONS: Mapping[Question, str] = {
    Question.SAID: "whether it was said",
    Question.SO: "whether it is so",
}
RECHECKS: Mapping[Recheck, str] = {
    Recheck.UNCHANGED: "the page is unchanged",
    Recheck.CHANGED_ELSEWHERE: "the page changed, the quote did not",
    Recheck.QUOTE_ALTERED: "the quoted words changed",
    Recheck.QUOTE_GONE: "the quoted words are gone",
    Recheck.PAGE_GONE: "the page is gone; the capture stands",
}
RESULTS: Mapping[SearchResult, str] = {
    SearchResult.NOTHING: "found nothing",
    SearchResult.SOMETHING: "found something",
    SearchResult.UNREACHABLE: "could not be reached",
}
CREDIBILITIES: Mapping[int | None, str] = {
    1: "1, confirmed by others",
    2: "2, probably true",
    3: "3, possibly true",
    4: "4, doubtful",
    5: "5, improbable",
    None: "can't be judged",
}
PARTY_ONLY = "a party's own word proves that the party said so, and no more"
HELD_BACK = "when, where and how is known and left out, since the source is protected"
_LABELS = 13


def added_screen(added: tuple[EvidencePage, Sequence[str]]) -> str:
    """Evidence that was just added, what to look at again, and how to see it."""
    page, warnings = added
    lines = [
        *_head(page),
        *_labelled("source", _source(page)),
        *_labelled("origin", f"{page.origin}: {SIGNS[page.origin_sign]}"),
    ]
    for words in page.uncovered:
        lines += _labelled("leaves open", words)
    for warning in warnings:
        lines += _labelled("note", warning)
    lines += _labelled("show", f"factdesk evidence show {page.handle}")
    return text_of(lines)


def evidence_list_screen(pages: Sequence[EvidencePage]) -> str:
    """Evidence, a few lines each: what it does to which claim, its words, whom it is from."""
    if not pages:
        return "No evidence yet; add some with: factdesk evidence add SLUG:NUMBER URL"
    return text_of(line for page in pages for line in (*_head(page, most=2), *_from(page)))


def evidence_screen(page: EvidencePage) -> str:
    """One piece of evidence with everything that is known of it."""
    lines = [*_head(page), (), *_withdrawn(page)]
    for label, words in _told(page):
        lines += _labelled(label, words)
    return text_of(lines)


def looking_screen(page: LookingPage) -> str:
    """All that was looked for on a claim, and who was asked."""
    lines: list[Line] = [(strong(page.claim),)]
    for search in page.searches:
        lines += _labelled("searched", _search(search))
    for contact in page.contacts:
        lines += _labelled(f"asked {contact.number}", _contact(contact))
    return text_of(lines)


def _head(page: EvidencePage, *, most: int | None = None) -> list[Line]:
    withdrawn = ", withdrawn" if page.withdrawn else ""
    words = page.quote or page.told or "withheld"
    return [
        (strong(page.handle), plainly(f"  {STANCES[page.stance]} {page.claim}{withdrawn}")),
        *wrapped(f"“{words}”", indent=2, most=most),
    ]


def _from(page: EvidencePage) -> list[Line]:
    told = "; ".join(filter(None, (_source(page), _where(page))))
    return wrapped(told, indent=2)


def _told(page: EvidencePage) -> Iterator[tuple[str, str | None]]:
    """What is known of it, a line each; `None` where nothing is."""
    yield "stands", _where(page)
    yield "fit", FITS[page.fit] if page.fit else None
    yield "part", page.part and f"{page.part}, put into words by {page.described_by}"
    yield "translation", page.translation and f"“{page.translation}”, by {page.translated_by}"
    yield "language", page.language
    yield "said to be", ", ".join(filter(None, (page.claimed_date, page.claimed_place))) or None
    yield "first use", page.first_use
    yield "when", page.on_date
    yield "where", page.place
    yield "how", page.how
    yield "held back", HELD_BACK if page.held_back else None
    yield "source", _source(page)
    yield "interest", INTERESTS[page.interest]
    yield "", PARTY_ONLY if page.interest is Interest.PARTY and page.primary else None
    yield "first hand", {True: "yes, primary", False: "no, secondary", None: "nobody said"}[page.primary]
    yield "credibility", CREDIBILITIES[page.credibility]
    yield "about", page.question and QUESTIONS[page.question]
    yield "origin", f"{page.origin}: {SIGNS[page.origin_sign]}"
    for words in page.uncovered:
        yield "leaves open", words
    yield "because", page.because
    yield "by", f"{shown_name(page.by)}, {dates.moment(page.at)}"
    if page.recheck:
        yield "looked again", f"{RECHECKS[page.recheck.outcome]}, {dates.moment(page.recheck.at)}"
        yield "now", page.recheck.now


def _withdrawn(page: EvidencePage) -> list[Line]:
    gone = page.withdrawn
    if gone is None:
        return []
    return _labelled("withdrawn", f"{shown_name(gone.by)}, {dates.moment(gone.at)}: “{gone.because}”")


def _where(page: EvidencePage) -> str:
    if page.kind is not EvidenceKind.CAPTURE:
        return KINDS[page.kind]
    made = f", {dates.moment(page.captured_at)}" if page.captured_at else ""
    return f"{page.capture}{made}"


def _source(page: EvidencePage) -> str | None:
    if page.source is None:
        return None
    protected = ", protected" if page.protected else ""
    return f"{page.source_name} ({page.source}{protected}), {_grade(page.grade)}"


def _grade(grade: Grade | None) -> str:
    return "not graded" if grade in (None, Grade.F) else f"graded {grade}"


def _search(search: SearchPage) -> str:
    terms = f" for “{search.terms}”" if search.terms else ""
    note = f" ({search.note})" if search.note else ""
    by = f"{shown_name(search.by)}, {dates.moment(search.at)}"
    return f"{search.place}{terms}: {RESULTS[search.result]}{note}; {by}"


def _contact(contact: ContactPage) -> str:
    due = f", answer asked for by {dates.moment(contact.due)}" if contact.due else ""
    asked = f": “{contact.asked}”" if contact.asked else ""
    return f"{contact.whom or 'withheld'} by {contact.channel}{asked}{due}; {_reply(contact)}"


def _reply(contact: ContactPage) -> str:
    if not contact.replies:
        return "no answer yet"
    last = contact.replies[-1]
    if not last.answered:
        return f"no answer came, noted by {shown_name(last.by)}, {dates.moment(last.at)}"
    return f"answered: “{last.answer or 'withheld'}”, noted by {shown_name(last.by)}, {dates.moment(last.at)}"


def _labelled(label: str, text: str | None) -> list[Line]:
    return wrapped(text, indent=_LABELS, first=soft(label)) if text else []
