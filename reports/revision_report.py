"""Turns two revisions into what their page shows: which claims under which heading, which words differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.kinds import ClaimChange
from claims.outcomes.wording import briefly
from claims.pages import ClaimChangePage, RevisionPage
from reports import dates
from reports.regrouping_words import act_words
from reports.revision_screens import result_of, shown_of
from reports.views.basic import Fact
from reports.views.revision import ChangesView, ChangeView, RevisionView, RunView
from reports.words import sentence


class _Group(NamedTuple):
    title: str
    lead: str


_GROUPS: Mapping[ClaimChange, _Group] = {
    ClaimChange.REOPENED: _Group(
        "Opened again",
        "Their words changed, or what stands beside them changed what they mean. "
        "What was checked before is kept as a check of the earlier words, and no longer counts.",
    ),
    ClaimChange.NEW: _Group("New", "No claim of the earlier revision goes with these."),
    ClaimChange.DROPPED: _Group(
        "Cut",
        "They stand in the text no more. Their records are kept, and their numbers are not given again.",
    ),
    ClaimChange.CARRIED: _Group(
        "Carried",
        "Neither their words nor what their neighbours make of them changed: they stand as they stood.",
    ),
}


def revision_view(page: RevisionPage) -> RevisionView:
    """Everything that the page of two revisions shows."""
    return RevisionView(
        title=page.title or page.slug,
        over=f"Revision {page.revision} beside revision {page.before}",
        facts=(
            Fact("document", page.slug),
            Fact("file", page.file),
            Fact("revision", f"{page.revision}, read {dates.moment(page.added_at)}"),
            *(Fact("by hand", act_words(act)) for act in page.regroupings),
        ),
        result=sentence(result_of(page)),
        groups=tuple(_groups(page)),
    )


def _groups(page: RevisionPage) -> Iterator[ChangesView]:
    """The claims by what became of them; what was asked of those that stayed comes before them."""
    for change in _GROUPS:
        if change is ClaimChange.CARRIED and page.not_done:
            lead = "They stand as they stood, and something else was asked of the writer."
            title = f"Asked for, and not done: {len(page.not_done):,}"
            yield ChangesView("asked", title, lead, folded=False, claims=tuple(map(_claim, page.not_done)))
        if found := shown_of(page, change):
            yield _group(change, found)


def _group(change: ClaimChange, found: Sequence[ClaimChangePage]) -> ChangesView:
    title, lead = _GROUPS[change]
    folded = change is ClaimChange.CARRIED
    return ChangesView(change.value, f"{title}: {len(found):,}", lead, folded, tuple(map(_claim, found)))


def _claim(one: ClaimChangePage) -> ChangeView:
    runs = tuple(_run(was, now) for was, now in one.difference)
    own = "".join(now for _, now in one.difference) == one.text
    asked = sentence(f"asked of the writer: {briefly(one.outcome)}") if one.outcome else None
    return ChangeView(one.handle, one.why, one.text, runs if own else (), () if own else runs, asked)


def _run(was: str, now: str) -> RunView:
    """The words of a run; those that were cut stand apart from what is before and behind them."""
    if was == now:
        return RunView(kept=now)
    cut, added = was.strip(), now.strip()
    return RunView(
        before=" " if not now else "",
        cut=cut,
        between=" " if cut and added else "",
        added=added,
        behind=" " if (now or was)[-1:].isspace() else "",
    )
