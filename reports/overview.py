"""The top of a report: how many claims stand where, why they are open, and what an editor must see."""

from __future__ import annotations

from collections.abc import Iterator

from claims.kinds import ReviewRole
from claims.pages import ClaimPage, ReviewPage
from reports.drawings import percent
from reports.evidence_words import QUESTIONS, ROLES
from reports.hidden import shown_name
from reports.places import item
from reports.register import override_view
from reports.standing import stale_evidence, stale_words
from reports.summary import Summary
from reports.views.basic import Chip
from reports.views.summary import NoticedView, OpenView, Share, SummaryView
from reports.words import STATUSES, count, sentence


def summary_view(summary: Summary) -> SummaryView:
    """What a report begins with."""
    shares = tuple(_shares(summary))
    return SummaryView(
        shares=shares,
        label=", ".join(f"{share.count} {share.chip.word}" for share in shares),
        unsigned=_unsigned(summary),
        opened=tuple(_opened(summary)),
        noticed=tuple(_noticed(summary)),
    )


def _shares(summary: Summary) -> Iterator[Share]:
    """The strip from left to right: what people decided, what is open, what can't be checked."""
    at = 0.0
    for status, suggested, number in summary.counts:
        badge = STATUSES[status]
        width = number / summary.claims
        shown = Chip(badge.word, badge.icon, badge.css, suggested)
        yield Share(shown, f"{number:,}", badge.gloss, percent(at), percent(width))
        at += width


def _unsigned(summary: Summary) -> str | None:
    if not summary.unsigned:
        return None
    claims = count(summary.unsigned, "claim")
    return f"“Not checkable” is the machine’s suggestion for {claims}; nobody has signed it."


def _opened(summary: Summary) -> Iterator[OpenView]:
    """Why claims are unconfirmed, the commonest reason first; of one reason the list below tells enough."""
    counts = summary.opened.most_common()
    if len(counts) > 1:
        for because, number in counts:
            yield OpenView(sentence(because.value).rstrip("."), f"{number:,}", percent(number / counts[0][1]))


def _noticed(summary: Summary) -> Iterator[NoticedView]:
    if summary.stale:
        items = tuple(item(claim, _stale(claim)) for claim in summary.stale)
        yield NoticedView("Stale: words that these rest on have changed since", items)
    if summary.overridden:
        items = tuple(item(claim, _overridden(claim)) for claim in summary.overridden)
        yield NoticedView("Let stand although the policy asks for more", items)
    if summary.disagreed:
        items = tuple(item(claim, _disagreed(claim)) for claim in summary.disagreed)
        yield NoticedView("Two readers came to different verdicts", items)


def _stale(claim: ClaimPage) -> Iterator[str]:
    return map(stale_words, stale_evidence(claim))


def _overridden(claim: ClaimPage) -> Iterator[str]:
    for review in claim.reviews:
        if review.override:
            told = override_view(review.override)
            yield f"{told.told}: “{told.reason}”" if told.reason else f"{told.told}."
            if told.readers:
                yield told.readers


def _disagreed(claim: ClaimPage) -> Iterator[str]:
    return map(_verdict, claim.reviews)


def _verdict(review: ReviewPage) -> str:
    role = ROLES[review.role or ReviewRole.VERDICT]
    question = f" ({QUESTIONS[review.question].word})" if review.question else ""
    return f"{shown_name(review.by)}, {role}{question}: {review.verdict}. “{review.because}”"
