"""What the commands about revisions print: what became of each claim, and which words differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.kinds import ClaimChange
from claims.outcomes.wording import briefly
from claims.pages import ClaimChangePage, ClaimPage, RevisionPage
from claims.publishing.pages import told_something
from reports.correction_words import printed_words
from reports.evidence import asked_briefly, exhibit_briefly, looked_briefly
from reports.reasons import review_words
from reports.regrouping_words import DONE, act_words, story_of
from reports.screen import (
    LONGEST_HANDLE,
    Line,
    columns_of,
    cut,
    cut_handle,
    labelled,
    plainly,
    soft,
    strong,
    text_of,
    width,
    wrapped,
)
from reports.words import count

CHANGES: Mapping[ClaimChange, str] = {
    ClaimChange.REOPENED: "opened again",
    ClaimChange.NEW: "new",
    ClaimChange.DROPPED: "cut",
    ClaimChange.CARRIED: "carried",
}
_SHOWN = 6
_KEPT_WORDS = 4
"""So many words are shown on either side of what changed."""


def revise_screen(page: RevisionPage) -> str:
    """What a new revision made of the claims, in a screenful."""
    return _screen(page, most=_SHOWN)


def diff_screen(page: RevisionPage) -> str:
    """What became of every claim that was not carried."""
    return _screen(page, most=None)


def _screen(page: RevisionPage, *, most: int | None) -> str:
    if not page.found_something:
        stayed = _not_done(page, most) if page.before < page.revision else []
        return text_of([*wrapped(f"{page.slug}: {result_of(page)}."), *stayed])
    lines: list[Line] = [
        (strong(cut(page.title or page.slug, width())),),
        (soft(cut(f"{page.slug}, revision {page.revision} beside revision {page.before}", width())),),
        (),
        *wrapped(result_of(page)),
        *acts_lines(page),
    ]
    for change in (ClaimChange.REOPENED, ClaimChange.NEW, ClaimChange.DROPPED):
        lines += _group(page, change, most)
    return text_of([*lines, *_not_done(page, most)])


def result_of(page: RevisionPage) -> str:
    """How many claims are what, in a line."""
    if page.before == page.revision:
        return f"these are the words of revision {page.revision} already; nothing was stored"
    if not page.found_something:
        return f"nothing to look at: {count(len(page.changes), 'claim')} carried from revision {page.before}"
    told = [
        f"{len(found):,} {words}" for change, words in CHANGES.items() if (found := shown_of(page, change))
    ]
    for kind, done in DONE.items():
        of = {number for act in page.regroupings if act.kind is kind for number in act.of}
        number = sum(one.number in of for one in page.regrouped)
        told += [f"{number:,} {done}"] if number else []
    same = f"the words are those of revision {page.before}; " if page.same_words else ""
    return same + ", ".join(told)


def shown_of(page: RevisionPage, change: ClaimChange) -> tuple[ClaimChangePage, ...]:
    """The claims that were carried, opened, new or cut, each with why; those that were split are not cut."""
    regrouped = set(page.regrouped)
    return tuple(
        replace(one, why=_whose_part(page, one)) if change is ClaimChange.NEW and one.why is None else one
        for one in page.of(change)
        if one not in regrouped
    )


def _whose_part(page: RevisionPage, one: ClaimChangePage) -> str | None:
    """Of a claim that people made: out of what."""
    acts = [act for act in page.regroupings if one.number in act.made]
    return story_of(acts[-1], one.number) if acts else None


def acts_lines(page: RevisionPage) -> list[Line]:
    """What people did to the cutting of the text into claims, one a line."""
    if not page.regroupings:
        return []
    told = (line for act in page.regroupings for line in wrapped(act_words(act), indent=2))
    return [(), (strong("By hand:"),), *told]


def _group(page: RevisionPage, change: ClaimChange, most: int | None) -> list[Line]:
    found = shown_of(page, change)
    if not found:
        return []
    lines: list[Line] = [(), (strong(f"{CHANGES[change].capitalize()}:"),)]
    for one in found[:most]:
        lines += _claim(one)
        for report in told_something(page.printed.get(one.handle, ())):
            lines += wrapped(printed_words(report), indent=2)
    left = len(found) - len(found[:most])
    if left:
        lines.append((soft(f"  and {left:,} more; see: factdesk document diff {page.slug}"),))
    return lines


def _claim(one: ClaimChangePage) -> list[Line]:
    handle = cut_handle(one.handle, LONGEST_HANDLE)
    indent = columns_of(handle) + 2
    asked = wrapped(f"asked: {briefly(one.outcome)}", indent=indent) if one.outcome else []
    if one.why is None:
        return [(plainly(f"{handle}  "), plainly(cut(one.text, width() - indent))), *asked]
    if not one.difference:
        return [
            *wrapped(one.why, indent=indent, first=plainly(handle)),
            *wrapped(one.text, indent=indent, most=2),
            *asked,
        ]
    return [
        *wrapped(one.why, indent=indent, first=plainly(handle)),
        *wrapped(marked(one.difference), indent=indent, most=4),
        *asked,
    ]


def _not_done(page: RevisionPage, most: int | None) -> list[Line]:
    """What was asked of claims that stayed as they were."""
    if not page.not_done:
        return []
    lines: list[Line] = [(), (strong("Asked for, and not done:"),)]
    for one in page.not_done[:most]:
        lines += _claim(one)
    if left := len(page.not_done) - len(page.not_done[:most]):
        lines.append((soft(f"  and {left:,} more; see: factdesk story todo {page.slug}"),))
    return lines


def cut_lines(claim: ClaimPage) -> list[Line]:
    """That a claim stands in its document no more."""
    if claim.cut_in is None:
        return []
    for act in claim.regroupings:
        if act.revision == claim.cut_in and claim.number in act.of:
            return wrapped(f"{story_of(act, claim.number)} This is how it last stood.")
    return wrapped(f"Cut in revision {claim.cut_in}; this is how it last stood.")


def origin_lines(claim: ClaimPage) -> list[Line]:
    """Of a claim that stands: whose part it is, or what it was joined from."""
    made = [act for act in claim.regroupings if claim.number in act.made]
    return wrapped(story_of(made[-1], claim.number)) if made and claim.cut_in is None else []


def reopened_lines(claim: ClaimPage) -> list[Line]:
    """Why a claim was opened again, and what was made of the words that it had before."""
    if claim.reopened is None:
        return []
    opened = claim.reopened
    lines = labelled("opened", f"again in revision {opened.revision}: {opened.why}")
    lines += labelled("", marked(opened.difference))
    for review in claim.earlier_reviews:
        lines += labelled("earlier", f"review of other words: {review_words(review)}")
    for evidence in (one for one in claim.earlier_evidence if not one.withdrawn):
        lines += labelled("earlier", f"{evidence.handle}, of other words: {exhibit_briefly(evidence)}")
    for search in claim.earlier_searches:
        lines += labelled("earlier", f"looked, for other words, in {looked_briefly(search)}")
    for contact in (one for one in claim.earlier_contacts if one.request is None):
        lines += labelled("earlier", f"asked, about other words, {asked_briefly(contact)}")
    return lines


def marked(difference: Sequence[tuple[str, str]]) -> str:
    """The words that changed, in brackets, each with a few of the words beside it that stayed."""
    told = ""
    for number, (was, now) in enumerate(difference):
        if was == now:
            told += _shortened(now, first=number == 0, last=number == len(difference) - 1)
        else:
            told += " " if told[-1:].isalnum() else ""
            told += _bracketed(was.strip(), now.strip()) + (" " if (now or was)[-1:].isspace() else "")
    return told


def _bracketed(was: str, now: str) -> str:
    if not was:
        return f"[added: {now}]"
    return f"[{was} → {now}]" if now else f"[cut: {was}]"


def _shortened(words: str, *, first: bool, last: bool) -> str:
    """A stretch that stayed, with its middle left out, or its end away from what changed."""
    kept = words.split()
    if len(kept) <= (_KEPT_WORDS if first or last else 2 * _KEPT_WORDS):
        return words
    head = "" if first else words[: len(words) - len(words.lstrip())] + " ".join(kept[:_KEPT_WORDS]) + " "
    tail = "" if last else " " + " ".join(kept[-_KEPT_WORDS:]) + words[len(words.rstrip()) :]
    return f"{head}…{tail}"
