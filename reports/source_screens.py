"""What the commands about sources print: the registry by reliability, one source with its history."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from claims.registry.pages import GradePage, MergePage, SourcePage, SuggestedSource
from reports import dates
from reports.evidence_words import FOUND_IN, grade_words
from reports.hidden import shown_name
from reports.languages import language_name
from reports.screen import (
    LABELS,
    Line,
    columns_of,
    cut,
    labelled,
    padded,
    plainly,
    soft,
    strong,
    text_of,
    width,
    wrapped,
)
from reports.words import SOURCES, count, sentence

_LONGEST_NAME = 40
_LISTED = 12


def sources_screen(sources: Sequence[SourcePage]) -> str:
    """Sources by reliability: the graded, then those nobody can grade, then those nobody has graded."""
    if not sources:
        return 'No sources yet; add one with: factdesk source add "Harbour Office"'
    handles = max(columns_of(source.handle) for source in sources) + 2
    names = min(_LONGEST_NAME, max(columns_of(source.name) for source in sources)) + 2
    lines: list[Line] = []
    for heading, listed in groupby(sources, key=_heading):
        among = list(listed)
        lines += [(), (strong(heading), soft(f"  {count(len(among), 'source')}"))]
        for source in among:
            told = cut(_told(source), width() - handles - names)
            name = padded(source.name, "", names)
            lines.append((padded(source.handle, "", handles), name, soft(told)))
    return text_of(lines[1:])


def suggested_screen(suggested: Sequence[SuggestedSource], story: str) -> str:
    """Sources that a story names and nobody has registered, with where, and how to take them over."""
    if not suggested:
        return f"Every source that the story {story} names is registered."
    names = min(_LONGEST_NAME, max(columns_of(found.name) for found in suggested)) + 2
    lines: list[Line] = []
    for found in suggested:
        told = f"{FOUND_IN[found.found_in]}{_some(found.places)}"
        lines.append((padded(found.name, "bold", names), soft(cut(told, width() - names))))
    register = (
        f'factdesk source add "{suggested[0].name}" --from-story {story}, or all of them without a name'
    )
    return text_of([*lines, (), *wrapped(register, indent=LABELS, first=soft("register"))])


def source_screen(source: SourcePage) -> str:
    """One source: its names, what is known of it, its grades in order, what rests on it."""
    lines: list[Line] = [
        (strong(f"{source.handle}  "), plainly(cut(source.name, width() - len(source.handle) - 2))),
        *labelled("protected", "a code name of the desk; nothing else is kept" if source.protected else None),
        *labelled("reliability", _reliability(source)),
        *labelled("also called", "; ".join(source.names[1:])),
        *labelled("kind", SOURCES[source.kind] if source.kind else None),
        *labelled("owner", source.owner),
        *labelled("site", source.homepage),
        *labelled("language", language_name(source.language) if source.language else None),
        *labelled("primary for", ", ".join(source.primary_for)),
        *labelled("added", f"{shown_name(source.added_by)}, {dates.moment(source.added_at)}"),
        *labelled("found", FOUND_IN[source.found_in]),
        *(line for grade in source.grades for line in labelled("grade", _grade(grade))),
        *(line for merge in source.merged for line in labelled("merged", _merge(merge))),
        *labelled("evidence", f"{count(source.used, 'piece')}{_some(source.evidence)}"),
        *labelled("listed by", f"{count(len(source.documents), 'document')}{_some(source.documents)}"),
    ]
    return text_of(lines)


def _heading(source: SourcePage) -> str:
    if source.grade is None:
        return "Nobody has graded yet"
    if not source.grade.is_graded:
        return "Not graded (F): nobody can tell how reliable"
    return sentence(grade_words(source.grade.grade)).rstrip(".")


def _told(source: SourcePage) -> str:
    told = [
        "protected" if source.protected else SOURCES[source.kind] if source.kind else None,
        f"evidence: {source.used}" if source.used else None,
        f"listed by {count(len(source.documents), 'document')}" if source.documents else None,
        f"{count(len(source.merged), 'name')} merged in" if source.merged else None,
    ]
    return ", ".join(filter(None, told))


def _reliability(source: SourcePage) -> str:
    if source.grade is None:
        return (
            f'nobody has graded it yet; grade it with: factdesk source grade {source.handle} B --because "…"'
        )
    if not source.grade.is_graded:
        return "not graded (F): nobody can tell how reliable it is"
    return grade_words(source.grade.grade)


def _grade(grade: GradePage) -> str:
    scope = f" for {grade.scope}" if grade.scope else ""
    under = f", to {grade.under}" if grade.under else ""
    used = (
        f" (used for {', '.join(grade.evidence[:_LISTED])}{_rest(grade.evidence)})" if grade.evidence else ""
    )
    when = dates.moment(grade.at)
    return f"{grade.grade}{scope}{under}, {shown_name(grade.by)}, {when}: “{grade.because}”{used}"


def _merge(merge: MergePage) -> str:
    told = f"{merge.source} ({merge.name}), merge {merge.number}, {shown_name(merge.by)}"
    return f"{told}, {dates.moment(merge.at)}: “{merge.because}”"


def _some(listed: Sequence[str]) -> str:
    return f": {', '.join(listed[:_LISTED])}{_rest(listed)}" if listed else ""


def _rest(listed: Sequence[str]) -> str:
    return f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
