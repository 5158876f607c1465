"""What the commands about corrections print: a list, one with its places, notices, who printed a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.corrections.pages import CorrectionPage, PlacePage
from claims.days import day
from claims.pages import ClaimPage
from claims.publishing.pages import InReport
from reports.correction_words import (
    DECISIONS,
    KINDS,
    PLACES,
    became,
    counted_words,
    printed_words,
    state_words,
    then_and_now,
)
from reports.hidden import shown_name
from reports.screen import (
    LONGEST_HANDLE,
    Line,
    columns_of,
    cut_handle,
    labelled,
    plainly,
    soft,
    strong,
    text_of,
    wrapped,
)
from reports.words import count

_REPORTS_SHOWN = 5


def corrections_screen(pages: Sequence[CorrectionPage]) -> str:
    """Corrections, a few lines each: where it stands, about what, the old verdict beside the new."""
    if not pages:
        return (
            'No corrections; put one down with: factdesk correction add SLUG:12 --class figure --request "…"'
        )
    return text_of(line for page in pages for line in _row(page))


def correction_screen(page: CorrectionPage) -> str:
    """One correction with everything that is known of it, and while it is open the next step."""
    return text_of(
        [
            _head(page),
            *_words(page),
            (),
            *labelled("asked", _asked(page)),
            *labelled("put down", f"by {shown_name(page.by)} on {day(page.at)}"),
            *(labelled("was", counted_words(page.was)) if page.was else ()),
            *(labelled("now", became(page.now)) if page.now else ()),
            *labelled("earlier", ", ".join(page.earlier)),
            *_places(page),
            *_end(page),
            *labelled("next", _next_step(page)),
        ]
    )


def notices_screen(pages: Sequence[CorrectionPage]) -> str:
    """The notices as readers see them, the last first, as they stand on a page of corrections."""
    if not pages:
        return "No notices yet."
    lines: list[Line] = []
    for page in reversed(pages):
        if page.end and page.end.notice:
            lead = f"{day(page.end.at)}, {cut_handle(page.about, LONGEST_HANDLE)}"
            lines += [
                (strong(lead), soft(f"  {DECISIONS[page.end.decision]}")),
                *wrapped(page.end.notice),
                (),
            ]
    return text_of(lines[:-1])


def reopen_screen(claim: ClaimPage, printed: Sequence[InReport]) -> str:
    """That a claim is open again, and every report that printed it: nobody can mend one that is not named."""
    review = claim.reviews[-1]
    lead = columns_of(claim.handle) + 2
    lines = [
        *wrapped(f"“{claim.text}”", indent=lead, first=strong(claim.handle), most=3),
        *labelled("opened", f"again, by {shown_name(review.by)}"),
        *labelled("because", review.because),
    ]
    if not printed:
        lines += labelled("printed", "in no report")
    for report in printed:
        lines += labelled("printed", _after_label(report))
    return text_of(lines)


def correction_lines(pages: Sequence[CorrectionPage]) -> list[Line]:
    """The corrections of a claim as its page names them."""
    return [line for page in pages for line in labelled("correction", correction_words(page))]


def correction_words(page: CorrectionPage) -> str:
    """One correction in a line: class, where it stands, the old verdict beside the new, the notice."""
    told = [f"{page.handle} ({KINDS[page.kind]}), {state_words(page)}"]
    if page.end is not None and (both := then_and_now(page)):
        told.append(both)
    if page.end is not None and page.end.notice:
        told.append(f"“{page.end.notice}”")
    return "; ".join(told)


def printed_lines(reports: Sequence[InReport]) -> list[Line]:
    """The reports that printed a claim, the last first; how many more there are."""
    shown = list(reversed(reports))[:_REPORTS_SHOWN]
    lines = [line for report in shown for line in labelled("printed", _after_label(report))]
    if (more := len(reports) - len(shown)) > 0:
        lines += labelled("", f"and in {count(more, 'earlier report')}")
    return lines


def _after_label(report: InReport) -> str:
    return printed_words(report).removeprefix("printed ")


def _row(page: CorrectionPage) -> Iterator[Line]:
    about = cut_handle(page.about, LONGEST_HANDLE) if page.claim else page.about
    lead = f"{page.handle}  "
    yield from wrapped(
        f"{about}, {KINDS[page.kind]}: {state_words(page)}",
        indent=columns_of(lead),
        first=strong(page.handle),
    )
    if both := then_and_now(page):
        yield from wrapped(both, indent=2)
    if page.end is None and page.unmended:
        yield from wrapped(f"{count(len(page.unmended), 'place')} to mend", indent=2)


def _head(page: CorrectionPage) -> Line:
    return (
        strong(page.handle),
        plainly(f"  {KINDS[page.kind]}, {state_words(page)}  "),
        soft(cut_handle(page.about, LONGEST_HANDLE) if page.claim else page.about),
    )


def _words(page: CorrectionPage) -> Iterator[Line]:
    """What the claim said, and says where that is something else."""
    if page.was is None or page.was.words is None:
        return
    now = page.now.words if page.now else page.was.words
    if now == page.was.words:
        yield from wrapped(f"“{now}”", indent=2)
        return
    yield from wrapped(f"“{page.was.words}”", indent=6, first=soft("  was"))
    yield from wrapped(f"“{now}”" if now else "cut", indent=6, first=soft("  now"))


def _asked(page: CorrectionPage) -> str:
    who = f"{shown_name(page.requested_by)}, " if page.requested_by else ""
    words = f": “{page.request}”" if page.request else ""
    return f"{who}{day(page.received)}{words}"


def _places(page: CorrectionPage) -> Iterator[Line]:
    if not page.places:
        yield from labelled("places", "none that are known")
    for place in page.places:
        yield from labelled("places" if place is page.places[0] else "", _place(place))


def _place(place: PlacePage) -> str:
    told = f"{place.number}. {PLACES[place.kind]}: {place.place}"
    if place.mended is None:
        return f"{told}: not mended yet"
    done = "left as it is" if place.mended.left else "mended"
    by = f"{shown_name(place.mended.by)}, {day(place.mended.at)}"
    return f"{told}: {done} ({by}): {place.mended.how}"


def _end(page: CorrectionPage) -> Iterator[Line]:
    if page.end is None:
        return
    decided = f"{DECISIONS[page.end.decision]} by {shown_name(page.end.by)} on {day(page.end.at)}"
    yield from labelled("decided", f"{decided}: {page.end.because}")
    yield from labelled("notice", f"“{page.end.notice}”" if page.end.notice else None)


def _next_step(page: CorrectionPage) -> str | None:
    if page.end is not None:
        return None
    if page.unmended:
        return f'factdesk correction mend {page.number} {page.unmended[0].number} --how "…" (or --leave "…")'
    return f'factdesk correction close {page.number} corrected --because "…" --notice "…"'
