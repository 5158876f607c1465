"""What the commands that find again print: claims that are like another, with what they are to it and why."""

from __future__ import annotations

from collections.abc import Sequence

from claims.factchecks.pages import FactCheckPage
from claims.finding.pages import SimilarClaim, SimilarPage, SuggestedStory
from reports.factcheck_words import ASKED, whose_words
from reports.likeness_words import says_words
from reports.screen import Line, Run, coloured, plainly, soft, strong, text_of, wrapped
from reports.words import STATUSES

_LONGEST_WORDS = 3


def similar_screen(page: SimilarPage) -> str:
    """A claim, and what is like it, each with where it stands or whose word it is, and the reason."""
    head = [(strong(page.claim.handle),), *wrapped(f"“{page.claim.text}”", indent=2, most=_LONGEST_WORDS), ()]
    if not page.similar:
        return text_of([*head, (plainly("No other claim in this database is like it."),)])
    lines = [line for one in page.similar for line in _similar(one)]
    return text_of([*head, *lines, *_next(page)])


def said_before_screen(handle: str, found: Sequence[SimilarClaim]) -> str:
    """What was judged before and says the same word for word; nothing where there is nothing."""
    lines: list[Line] = []
    for one in found:
        said = f"{one.page.handle} says this word for word: {_where(one)}."
        step = f'factdesk claim decide {handle} {one.page.handle} --as same --because "…"'
        lines += [(), *wrapped(f"Checked before? {said} If it is the same, say so: {step}")]
    return "\n" + text_of(lines) if lines else ""


def _where(one: SimilarClaim) -> str:
    if isinstance(one.page, FactCheckPage):
        return whose_words(one.page)
    badge = STATUSES[one.page.standing.status]
    return f"{badge.icon} {badge.word}"


def suggested_stories_screen(found: Sequence[SuggestedStory]) -> str:
    """Documents about one event that stand in different stories, why it is taken for one, and what to do."""
    if not found:
        return "No two stories are told to be about the same event."
    lines = [line for one in found for line in _suggested(one)]
    return text_of([*lines, (soft("Found by the machine; whether they belong together, you decide."),)])


def _suggested(found: SuggestedStory) -> list[Line]:
    told = [
        wrapped(f"{one.slug}, in the story {one.story}" + (f": {one.title}" if one.title else ""), indent=2)
        for one in found.documents
    ]
    other = found.apart[0]
    step = f"factdesk document add {other.file} --slug {other.slug}-again --story {found.story}"
    return [
        *wrapped(found.reason),
        *(line for lines in told for line in lines),
        *wrapped(f"to check them together: {step}", indent=2),
        (),
    ]


def _similar(one: SimilarClaim) -> list[Line]:
    words, whose = _standing(one)
    return [
        (strong(one.decision.value), plainly(f"  {one.page.handle}"), *whose),
        *wrapped(f"“{words}”", indent=2, most=_LONGEST_WORDS),
        *(line for told in _reasons(one) for line in wrapped(told, indent=2)),
        (),
    ]


def _standing(one: SimilarClaim) -> tuple[str, tuple[Run, ...]]:
    """The words of a claim or a fact-check, and where the claim stands."""
    if isinstance(one.page, FactCheckPage):
        return one.page.claim_reviewed, (soft(f"  {ASKED}"),) if one.page.is_question else ()
    status = one.page.standing.status
    badge = STATUSES[status]
    return one.page.text, (plainly("  "), coloured(f"{badge.icon} {badge.word}", status))


def _reasons(one: SimilarClaim) -> list[str]:
    """Whose fact-check it is, what a person says, and what the rules say where no person does."""
    theirs = [f"{whose_words(one.page)}."] if isinstance(one.page, FactCheckPage) else []
    said = [f"{says_words(one.said)}."] if one.said else []
    found = [one.match.reason] if one.match and not one.decided else []
    return [*theirs, *said, *found]


def _next(page: SimilarPage) -> list[Line]:
    """Who decides, and how, where anything is left to be decided."""
    left = next((one for one in page.similar if one.decided is None), None)
    if left is None:
        return []
    decide = f"factdesk claim decide {page.claim.handle} {left.page.handle} --as {left.decision}"
    return [
        (soft("Found by the machine; whether they say the same, you decide:"),),
        *wrapped(f'{decide} --because "…"'),
    ]
