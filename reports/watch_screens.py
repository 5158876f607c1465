"""What a watch prints: the words that changed, the claims and reports they touch, what was not compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from claims.kinds import Recheck
from claims.watching.pages import CHANGED, Looked, NotLooked, Touched, WatchPage
from reports import dates
from reports.correction_records import printed_record
from reports.correction_words import printed_words
from reports.gate_screens import DUE_AGAIN
from reports.screen import LONGEST_HANDLE, Line, coloured, cut_handle, plainly, soft, strong, text_of, wrapped
from reports.words import STATUSES, count, sentence

OUTCOMES: Mapping[Recheck, str] = {
    Recheck.UNCHANGED: "unchanged",
    Recheck.CHANGED_ELSEWHERE: "changed elsewhere, the quote stands",
    Recheck.QUOTE_ALTERED: "quote altered",
    Recheck.QUOTE_GONE: "quote gone",
    Recheck.PAGE_GONE: "page gone, the capture still stands",
}
_SHOWN = 5


def watch_screen(page: WatchPage) -> str:
    """What a watch found; altered words and what rests on them are never cut."""
    if not (page.looked or page.not_looked or page.due_again):
        return f"No evidence in {page.name} yet; add some with: factdesk evidence add SLUG:12 URL"
    lines: list[Line] = [*wrapped(_counted(page))]
    for one in page.looked:
        if one.outcome in CHANGED:
            lines += [(), *_changed(one)]
    if page.touched:
        lines += [(), (strong("Rests on words that have changed:"),)]
        for touched in page.touched:
            lines += _touched(touched)
    if gone := [one for one in page.looked if one.outcome is Recheck.PAGE_GONE]:
        lines += [(), (strong("Page gone; the capture still stands:"),)]
        for one in gone:
            lines += wrapped(f"{one.evidence} on {one.claim}: {one.url}", indent=2)
    if page.not_looked:
        lines += [(), (strong("Not compared:"),), *_all_not_looked(page)]
    if page.due_again:
        lines += [(), (strong(f"{DUE_AGAIN}:"),)]
        for due in page.due_again:
            lines += wrapped(f"{due.handle} since {dates.date(due.since)}", indent=2)
    return text_of(lines)


def watch_record(page: WatchPage) -> dict[str, Any]:
    """Everything that a watch found."""
    return {
        "story": page.name,
        "looked": [{**asdict(one), "outcome": one.outcome.value} for one in page.looked],
        "not_looked": [asdict(one) for one in page.not_looked],
        "touched": [
            {
                "claim": touched.claim,
                "text": touched.text,
                "status": touched.status.value,
                "reason": touched.reason,
                "reports": [printed_record(one) for one in touched.reports],
            }
            for touched in page.touched
        ],
        "due_again": [asdict(due) for due in page.due_again],
    }


def _counted(page: WatchPage) -> str:
    if not page.looked:
        return f"{page.name}: no quote could be looked for again."
    pages = count(len({one.url for one in page.looked}), "page")
    outcomes = [
        f"{number:,} {words}"
        for outcome, words in OUTCOMES.items()
        if (number := sum(one.outcome is outcome for one in page.looked))
    ]
    return f"{page.name}: {count(len(page.looked), 'quote')} looked for in {pages}: {'; '.join(outcomes)}."


def _changed(one: Looked) -> list[Line]:
    """A quote that does not stand any more: as it was, what stands there now, and where to see both."""
    lines = [
        (strong(f"{one.evidence}  {OUTCOMES[one.outcome]}"), plainly(f"  on {cut_handle(one.claim, 40)}")),
        *_labelled("was", f"“{one.quote}”", most=3),
    ]
    if one.now is not None:
        lines += _labelled("now", f"“{one.now}”", most=3)
    if one.difference is not None:
        lines += _labelled("so", sentence(one.difference))
    return [*lines, *_labelled("page", one.url), *_labelled("see", _to_see(one))]


def _to_see(one: Looked) -> str:
    return f"factdesk capture show {one.after} (it rests on {one.before})"


def _touched(touched: Touched) -> list[Line]:
    badge = STATUSES[touched.status]
    handle = cut_handle(touched.claim, LONGEST_HANDLE)
    lines: list[Line] = [
        (plainly(f"  {handle}  "), coloured(f"{badge.icon} {badge.word}", touched.status)),
        *wrapped(f"“{touched.text}”", indent=4, most=2),
        *wrapped(sentence(touched.reason), indent=4, most=2),
    ]
    for report in touched.reports:
        lines += wrapped(printed_words(report), indent=4)
    return lines


def _all_not_looked(page: WatchPage) -> list[Line]:
    """What was not compared, by why not; at most a screenful."""
    reasons: dict[str, list[NotLooked]] = {}
    for left in page.not_looked:
        reasons.setdefault(left.why, []).append(left)
    lines = [
        line for found in list(reasons.values())[:_SHOWN] for line in wrapped(_not_looked(found), indent=2)
    ]
    if (more := len(reasons) - _SHOWN) > 0:
        everything = f"factdesk watch {page.name} --offline --json"
        lines += wrapped(f"and for {count(more, 'more reason')}: {everything}", indent=2)
    return lines


def _not_looked(found: Sequence[NotLooked]) -> str:
    """Evidence that was not compared for one reason: by its page where there is one, else by its handle."""
    first, urls = found[0], list(dict.fromkeys(one.url for one in found if one.url))
    if len(found) == 1:
        where = f" ({first.url})" if first.url else ""
        return f"{first.evidence} on {first.claim}: {first.why}{where}"
    named = urls or [one.evidence for one in found]
    what = (
        f"{len(found):,} quotes of {count(len(urls), 'page')}" if urls else f"{len(found):,} without a page"
    )
    more = f" and {len(named) - _SHOWN:,} more" if len(named) > _SHOWN else ""
    return f"{what}: {first.why}: {', '.join(named[:_SHOWN])}{more}"


def _labelled(label: str, text: str, *, most: int | None = None) -> list[Line]:
    return wrapped(text, indent=8, first=soft(f"{label}"), most=most)
