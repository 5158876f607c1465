"""The corrections of a text as its report prints them: for readers the notices, for the desk all of them.

Neither has the name of who asked, nor what they wrote: no such page reaches a report.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from claims.corrections.pages import CorrectionPage, CountedAs
from claims.handle_parts import number_in
from reports.correction_words import KINDS, state_words, then_and_now
from reports.views.basic import Link
from reports.views.corrections import CorrectionView
from reports.words import sentence


def corrections_view(pages: Sequence[CorrectionPage], claims: Collection[str]) -> tuple[CorrectionView, ...]:
    """Corrections, the last first; `claims` are the handles of the claims that the report shows."""
    return tuple(_view(page, claims) for page in reversed(pages))


def for_readers(pages: Sequence[CorrectionPage]) -> tuple[CorrectionPage, ...]:
    """Those that readers are told of, without the names of those who judged."""
    return tuple(
        replace(page, was=_nameless(page.was), now=_nameless(page.now)) for page in pages if page.is_noticed
    )


def _view(page: CorrectionPage, claims: Collection[str]) -> CorrectionView:
    was = page.was.words if page.was else None
    now = page.now.words if page.now else None
    reworded = page.now is not None and was != now
    return CorrectionView(
        told=sentence(f"{state_words(page)} ({KINDS[page.kind]})"),
        place=_place(page.claim, claims) if page.claim else None,
        notice=page.end.notice if page.end else None,
        verdicts=then_and_now(page),
        was=was if reworded else None,
        now=now if reworded else None,
    )


def _place(claim: str, claims: Collection[str]) -> Link:
    number = number_in(claim.rpartition(":")[2], "")
    return Link(str(number), f"#claim-{number}" if claim in claims else None)


def _nameless(counted: CountedAs | None) -> CountedAs | None:
    return replace(counted, by=None) if counted else None
