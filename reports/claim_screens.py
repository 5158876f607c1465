"""What the commands about claims print: a list of them, all that is known of one, what a review did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from claims.days import day
from claims.evidence.pages import EvidencePage
from claims.handle_parts import slug_in
from claims.handover.due import due_of
from claims.kinds import Status
from claims.pages import ClaimPage, ReviewPage
from claims.publishing.pages import InReport
from reports.correction_screens import correction_lines, printed_lines
from reports.evidence import (
    asked_briefly,
    exhibit_briefly,
    found_words,
    looked_briefly,
    recheck_words,
)
from reports.evidence_words import QUESTIONS, TIERS
from reports.handover_screens import desk_lines, in_brief
from reports.hidden import shown_name
from reports.languages import UNREAD, notice, notice_of_several
from reports.likeness_screens import likeness_lines
from reports.next_steps import next_steps
from reports.outcome_screens import outcome_lines, outcome_mark
from reports.public_screens import public_lines
from reports.reasons import because, credit, figure_read, hedge_words, kind_words, review_words
from reports.reply_screens import request_lines
from reports.revision_screens import cut_lines, origin_lines, reopened_lines
from reports.screen import (
    LABELS,
    Line,
    Run,
    coloured,
    columns_of,
    cut,
    cut_handle,
    labelled,
    noticed,
    padded,
    plainly,
    soft,
    strong,
    text_of,
    width,
    wrapped,
)
from reports.standing import marks, stale_evidence, stale_words, status_words, verdicts
from reports.words import STATUSES

LONGEST_HANDLE = 28
_LONGEST_NAMES = 18
_EVIDENCE_SHOWN = 5


def claims_screen(claims: Sequence[ClaimPage], *, due_by: datetime | None = None) -> str:
    """Claims, one a line: handle, status, who has it, what is to be known of it in a word, its words.

    Deadlines until `due_by` are shown; whose claims they are only where anybody has one, or is at one.
    """
    if not claims:
        return "No claims."
    handles = min(LONGEST_HANDLE, max(columns_of(claim.handle) for claim in claims)) + 2
    statuses = max(len(status_words(claim.standing)) for claim in claims) + 2
    languages = {slug_in(claim.handle): claim.language for claim in claims}
    whose = [in_brief(claim.desk) for claim in claims]
    names = min(_LONGEST_NAMES, max(map(columns_of, whose))) + 2 if any(whose) else 0
    rows = (
        (
            padded(cut_handle(claim.handle, LONGEST_HANDLE), "", handles),
            padded(*coloured(status_words(claim.standing), claim.standing.status), statuses),
            *([padded(has_it, "", names)] if names else []),
            plainly(cut(_marked(claim, due_by) + claim.text, width() - handles - statuses - names)),
        )
        for claim, has_it in zip(claims, whose, strict=True)
    )
    return text_of([*noticed(notice_of_several(languages.items())), *rows])


def claim_screen(claim: ClaimPage, *, printed: Sequence[InReport] = ()) -> str:
    """One claim with everything that is known of it, and the reports that printed it."""
    return text_of(
        [
            *noticed(notice(claim.language)),
            _head(claim),
            *wrapped(because(claim), most=4),
            *cut_lines(claim),
            *origin_lines(claim),
            *labelled("waits for", "; ".join(claim.standing.waits_for)),
            *(line for one in stale_evidence(claim) for line in labelled("stale", stale_words(one))),
            (),
            *wrapped(f"“{claim.text}”", indent=2),
            (),
            *public_lines(claim),
            *_read(claim),
            *_found(claim),
            *likeness_lines(claim),
            *(line for review in claim.reviews for line in labelled("review", review_words(review))),
            *_overridden(claim),
            *reopened_lines(claim),
            *outcome_lines(claim),
            *desk_lines(claim),
            *correction_lines(claim.corrections),
            *printed_lines(printed),
        ]
    )


def mark_screen(claim: ClaimPage, *, printed: Sequence[InReport] = ()) -> str:
    """What a review did: the verdict as it was recorded, the status that follows, what it waits for.

    `printed` are reports that somebody has to know of, since they told something else.
    """
    review = claim.reviews[-1]
    return text_of(
        [
            *wrapped(
                f"“{claim.text}”", indent=columns_of(claim.handle) + 2, first=strong(claim.handle), most=3
            ),
            *labelled("verdict", f"{review.verdict}{_question(review)}, by {shown_name(review.by)}"),
            *labelled("because", review.because),
            (padded("status", "dim", LABELS), *_standing(claim)),
            *labelled("waits for", "; ".join(claim.standing.waits_for)),
            *printed_lines(printed),
            *(line for step in next_steps(claim)[:1] for line in labelled("next", step)),
        ]
    )


def _question(review: ReviewPage) -> str:
    """Which question about reported speech a review answers; nothing of the claim as it stands."""
    return f" ({QUESTIONS[review.question].word})" if review.question else ""


def _head(claim: ClaimPage) -> Line:
    """The claim's handle, where it stands, and its marks."""
    marked = ", ".join(marks(claim))
    return (
        strong(claim.handle),
        plainly("  "),
        *_standing(claim),
        soft(f"  [{marked}]") if marked else plainly(""),
    )


def _standing(claim: ClaimPage) -> Iterator[Run]:
    """Where a claim stands; for reported speech both answers, side by side."""
    if claim.said is None:
        yield coloured(status_words(claim.standing), claim.standing.status)
        yield plainly(_gloss(claim.standing.status))
        return
    answers = zip(verdicts(claim), (claim.said, claim.so or claim.standing), strict=True)
    for number, (shown, standing) in enumerate(answers):
        yield plainly(f"{' · ' if number else ''}{shown.question}: ")
        yield coloured(status_words(standing), standing.status)


def _read(claim: ClaimPage) -> Iterator[Line]:
    """What was read in the claim, and what it needs."""
    yield from labelled("kind", kind_words(claim))
    if claim.tier:
        by = f"set by {shown_name(claim.tier_set_by)}" if claim.tier_set_by else "suggested"
        yield from labelled("tier", f"{TIERS[claim.tier].word} ({by})")
    if not claim.language_known:
        yield from labelled("unread", UNREAD)
    for figure in claim.figures:
        yield from labelled("figure", figure_read(figure))
    for attribution in claim.attributions:
        yield from labelled("credited to", credit(attribution, claim))
    for words in hedge_words(claim):
        yield from labelled("hedge", words)


def _found(claim: ClaimPage) -> Iterator[Line]:
    """What was found for and against the claim, where somebody looked, and who was asked."""
    yield from labelled("found", found_words(claim) or "")
    for evidence in claim.evidence[:_EVIDENCE_SHOWN]:
        yield from _exhibit(evidence)
    if (more := len(claim.evidence) - _EVIDENCE_SHOWN) > 0:
        yield from labelled("", f"and {more} more; see: factdesk evidence list {claim.handle}")
    for search in claim.searches:
        yield from labelled("looked", looked_briefly(search))
    for contact in claim.contacts:
        if contact.request is None:
            yield from labelled("asked", asked_briefly(contact))
    for request in claim.reply_requests:
        yield from request_lines(request, claim.handle)


def _exhibit(evidence: EvidencePage) -> Iterator[Line]:
    """A piece of evidence in two lines at most: what it does, whom it is from, its words."""
    withdrawn = "withdrawn, " if evidence.withdrawn else ""
    told = f"{withdrawn}{exhibit_briefly(evidence)}"
    yield from wrapped(told, indent=LABELS, first=soft(evidence.handle), most=2)
    if evidence.is_stale and evidence.recheck:
        yield from labelled("", recheck_words(evidence.recheck))


def _overridden(claim: ClaimPage) -> Iterator[Line]:
    for review in claim.reviews:
        if override := review.override:
            yield from labelled("overridden", f"by {shown_name(override.by)}: “{override.because}”")


def _marked(claim: ClaimPage, due_by: datetime | None) -> str:
    """A claim's marks as they stand before its words in a list; nothing where it has none."""
    waits = ("waits",) if claim.standing.waits_for else ()
    due = [f"due {day(one.at)}" for one in due_of(claim) if due_by and one.at <= due_by][:1]
    told = ", ".join((*marks(claim), *waits, *outcome_mark(claim), *due))
    return f"[{told}] " if told else ""


def _gloss(status: Status) -> str:
    """What a status means, where its word does not explain itself."""
    gloss = STATUSES[status].gloss
    return f": {gloss}" if gloss else ""
