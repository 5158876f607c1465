"""What the commands about others' fact-checks print: a list of them, and all that one says."""

from __future__ import annotations

from collections.abc import Sequence

from claims.days import day
from claims.factchecks.pages import FactCheckPage
from reports import dates
from reports.factcheck_words import ASKED, by_words, rating_words, scale_words, whose_words
from reports.hidden import shown_name
from reports.languages import language_name
from reports.screen import Line, cut, labelled, plainly, soft, strong, text_of, width, wrapped


def factchecks_screen(pages: Sequence[FactCheckPage]) -> str:
    """Fact-checks, two lines each: the claim, and whose word on it that is."""
    if not pages:
        return "No fact-checks; take some over with: factdesk factcheck import PAGE.html"
    lines: list[Line] = []
    for page in pages:
        handle, told = f"{page.handle}  ", "; ".join(_briefly(page))
        lines += [
            (strong(handle), plainly(cut(f"“{page.claim_reviewed}”", width() - len(handle)))),
            (plainly("  "), soft(cut(told, width() - 2))),
        ]
    return text_of([*lines, (soft("Their words, not ours."),)])


def factcheck_screen(page: FactCheckPage) -> str:
    """One fact-check with all that its publisher says."""
    lines: list[Line] = [
        (strong(page.handle),),
        *wrapped(f"“{page.claim_reviewed}”", indent=2),
        *wrapped(f"{whose_words(page)}.", indent=2),
        (),
    ]
    for label, words in _told(page):
        lines += labelled(label, words)
    return text_of(lines)


def _briefly(page: FactCheckPage) -> list[str]:
    said = [f"{by_words(page)}, {rating_words(page)}"]
    return [ASKED, *said] if page.is_question else said


def _told(page: FactCheckPage) -> list[tuple[str, str | None]]:
    number = scale_words(page) if page.rating and page.rating_value is not None else None
    matched = f"{ASKED}, so it is never the same as a statement" if page.is_question else None
    replaced = f"{page.replaced_by} is a later version, and counts instead" if page.replaced_by else None
    kept = f", kept as {page.capture}" if page.capture else ""
    return [
        ("replaced", replaced),
        ("claim", matched),
        ("claimed by", page.claimant or "not said"),
        ("claimed on", dates.date(page.claim_date) if page.claim_date else None),
        *(("claimed at", address) for address in page.appearances),
        ("in numbers", number),
        ("headline", page.title),
        ("at", page.url),
        ("language", language_name(page.language) if page.language else None),
        ("imported", f"from {page.found_in}{kept}, by {shown_name(page.by)} on {day(page.at)}"),
    ]
