"""Says in words what is known of one claim: why it stands where it stands, its figures, whom it credits.

Used for the page and for the terminal, so that both give the same reasons.
"""

from __future__ import annotations

from typing import assert_never

from claims.kinds import Because, Change, HedgeKind, ReviewRole
from claims.pages import ClaimPage, ReviewPage
from claims.reading.record import Attribution, Figure, Hedge, Span
from reports import dates
from reports.amounts import allowed, says_enough
from reports.evidence_words import QUESTIONS, ROLES
from reports.hidden import shown_name
from reports.prose import prose
from reports.words import HEDGES, KINDS, WHY_NOT, sentence

_COUNTS = frozenset({"count", "figure", "number", "tally", "toll", "total"})
"""Words for a number itself, which can't stand behind it: "the toll is 31", but not "31 toll"."""

_TELLING = (HedgeKind.UNCONFIRMED, HedgeKind.UNDISCLOSED, HedgeKind.UNCERTAIN, HedgeKind.REPORTED)


def why_reported(claim: ClaimPage) -> tuple[str, ...]:
    """Why a claim counts as reported unconfirmed by the text itself: its cues, or else its heading."""
    cues = cue_quotes(claim)
    reasons = [f"The text says {' and '.join(f'“{cue}”' for cue in cues)}."] if cues else []
    by_cue = any(hedge.kind is HedgeKind.UNCONFIRMED for hedge in claim.hedges)
    if claim.section and not by_cue:
        reasons.append(f"It stands under the heading “{claim.section}”.")
    return tuple(reasons) or (sentence(claim.standing.reason),)


def cue_quotes(claim: ClaimPage) -> tuple[str, ...]:
    """The words with which a claim itself says that something is not confirmed, or not known."""
    telling = [hedge for hedge in claim.hedges if hedge.kind in _TELLING]
    return tuple(_words(claim, hedge) for hedge in sorted(telling, key=lambda one: _TELLING.index(one.kind)))


def says_reviewer(claim: ClaimPage) -> bool:
    """Whether a claim stands where it stands because of what its last reviewer said, and nothing else."""
    return bool(claim.reviews) and claim.standing.because in (None, Because.REVIEWED)


def why_standing(claim: ClaimPage) -> str:
    """Why a claim has its status: the words of the last reviewer as typed, or a sentence of the machine's."""
    if says_reviewer(claim):
        last = claim.reviews[-1]
        return f"{shown_name(last.by)}: “{last.because}”"
    if claim.standing.suggested and claim.why_not:
        return sentence(WHY_NOT[claim.why_not])
    if claim.standing.because and claim.standing.waits_for:
        return sentence(claim.standing.because.value)  # the verdict, and what it waits for, stand beside it
    return prose(sentence(claim.standing.reason))


def review_words(review: ReviewPage) -> str:
    """A review in a line: the verdict, who gave it and how that is known, when, and why."""
    question = f" ({QUESTIONS[review.question].word})" if review.question else ""
    reason = f": “{review.because}”" if review.because else ""
    return f"{review.verdict}{question}, {reviewer_words(review)}, {dates.moment(review.at)}{reason}"


def reviewer_words(review: ReviewPage) -> str:
    """Who reviewed, how that is known, and in which role; the first review needs no role."""
    known = f" ({review.known.replace('_', ' ')})" if review.known else ""
    told = f"{shown_name(review.by)}{known}"
    if review.role in (None, ReviewRole.VERDICT, ReviewRole.REOPENING):
        return told
    seen = ", who had not seen the earlier verdict" if review.blind else ""
    return f"{told}, {ROLES[review.role]}{seen}"


def because(claim: ClaimPage, figures: str | None = None) -> str:
    """Why a claim has its status, with the text's own words where it says so itself.

    `figures` names the figures that differ, where the claim holds one of them.
    """
    if claim.standing.because is Because.TEXT_SAYS_SO:
        return " ".join(why_reported(claim))
    if figures and claim.standing.because is Because.FIGURES_DIFFER:
        return f"Figures differ: {figures}."
    return why_standing(claim)


def kind_words(claim: ClaimPage) -> str:
    """The part that a claim plays, and the heading that it stands under."""
    is_own = claim.section is not None and claim.section == claim.text
    return (
        KINDS[claim.kind] if is_own or not claim.section else f"{KINDS[claim.kind]}, under “{claim.section}”"
    )


def hedge_words(claim: ClaimPage) -> tuple[str, ...]:
    """Each cue with which the claim holds back, with its kind."""
    return tuple(f"“{_words(claim, hedge)}” ({HEDGES[hedge.kind].word})" for hedge in claim.hedges)


def credit(attribution: Attribution, claim: ClaimPage, text: str | None = None) -> str:
    """Whom the text credits, by which words, and whether it quotes.

    Without the document's `text` only words that stand in the claim itself can be given.
    """
    words = _source_words(attribution.source, claim, text)
    if attribution.speaker is None:
        who = f"“{words}” (no name given)" if words else "somebody whom the text does not name"
    elif words and attribution.speaker.casefold() not in words.casefold():
        who = f"{attribution.speaker} (in the text “{words}”)"
    else:
        who = attribution.speaker
    return f"{who}, {'quoted' if attribution.quoted else 'in reported speech'}"


def figure_words(figure: Figure) -> str:
    """A figure as written with what it counts: "123 prisoners", "about $3bn", "two days"."""
    counted = figure.counted
    if figure.unit or not counted or counted.casefold() in figure.quote.casefold():
        return figure.quote
    if counted.rpartition(" ")[2].casefold() in _COUNTS:
        return figure.quote
    return f"{figure.quote} {counted}"


def figure_read(figure: Figure) -> str:
    """A figure as written, and what it was read as where the words alone do not show it."""
    reading = _reading(figure)
    return f"“{figure_words(figure)}”: {reading}" if reading else f"“{figure_words(figure)}”"


def _reading(figure: Figure) -> str:
    """What a figure was read as: what its wording allows, its direction, the time it was counted."""
    parts = [] if says_enough(figure) else [allowed(figure)]
    match figure.change:
        case Change.UP:
            parts.append("a rise")
        case Change.DOWN:
            parts.append("a fall")
        case None:
            pass
        case _:
            assert_never(figure.change)
    if figure.derived:
        parts.append("no number is written")
    if figure.as_of:
        parts.append(f"as of {dates.date(figure.as_of)}")
    return ", ".join(parts)


def _words(claim: ClaimPage, hedge: Hedge) -> str:
    return claim.text[hedge.start - claim.start : hedge.end - claim.start]


def _source_words(spans: tuple[Span, ...], claim: ClaimPage, text: str | None) -> str:
    """The words of the source; none where they stand outside the claim and the text is not at hand."""
    if text is None:
        if any(start < claim.start or end > claim.end for start, end in spans):
            return ""
        spans = tuple((start - claim.start, end - claim.start) for start, end in spans)
        text = claim.text
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)
