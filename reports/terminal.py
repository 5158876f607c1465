"""What the commands print: pages as text that fits 80 columns, and the main ones a screenful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from claims.kinds import Status
from claims.pages import AuditPage, ClaimPage, DocumentLine, DocumentPage, StoryPage
from claims.publishing.pages import ASSUMED
from reports import dates
from reports.claim_screens import LONGEST_HANDLE
from reports.figures import figures_view
from reports.hidden import shown, shown_name
from reports.languages import notice, notice_of_several
from reports.open_tasks import PLACES_SHOWN, Difference, Remainder, Side, differences, remainders
from reports.reasons import (
    cue_quotes,
    why_reported,
)
from reports.screen import (
    Line,
    Run,
    coloured,
    columns_of,
    cut,
    cut_handle,
    labelled,
    noticed,
    padded,
    plainly,
    soft,
    strong,
    text_of,
    width,
    wrapped,
)
from reports.standing import marks
from reports.summary import Summary, summarise
from reports.views.figures import DecidedView, QuantityView
from reports.words import PURPOSES, SOURCES, STATUSES, count

_REPORTED_SHOWN = 4
_QUANTITIES_SHOWN = 6


def check_screen(page: AuditPage, report: Path) -> str:
    """The result of a check in a screenful."""
    document, summary = page.document, summarise(page)
    return text_of(
        [
            *noticed(notice(document.language) or notice_of_several(page.story.languages.items())),
            (strong(cut(document.title or document.slug, width())),),
            (soft(cut(_about(document), width())),),
            (),
            *_counts_lines(summary),
            (),
            *_reported(summary),
            *_differences(summary.differences, read=summary.all_languages_known),
            *_remainders(summary.remainders),
            (),
            (strong("The report: "), plainly(shown(str(report)))),
        ]
    )


def story_screen(story: StoryPage) -> str:
    """The figures of a story: what is open comes first and is never cut, then what adds up and what fits."""
    view = figures_view(story, {})
    figures = count(len(story.findings.figures), "figure")
    if not story.language_known:
        figures = f"{figures} compared"
    lines: list[Line] = [
        *noticed(notice_of_several(story.languages.items())),
        (strong(cut(story.story, 50)), plainly(f": {figures} in {count(len(story.documents), 'document')}")),
        *_differences(differences(story), read=story.language_known),
        *_remainders(remainders(story)),
        *_complete_sums([*view.opened, *view.fitting]),
    ]
    if view.fitting:
        lines += [(), (strong("Fits together:"),)]
        for quantity in view.fitting[:_QUANTITIES_SHOWN]:
            lines += _quantity(quantity)
        lines += _more(len(view.fitting), _QUANTITIES_SHOWN)
    labels = [(view.unclear, view.unclear_label), (view.once, view.once_label)]
    lines += [(), *[(soft(label),) for figures, label in labels if figures]]
    for decided in view.decided:
        lines += _decided(decided)
    return text_of(lines)


def documents_screen(documents: Sequence[DocumentLine]) -> str:
    """Documents, two lines each: slug and title, then how their claims stand."""
    if not documents:
        return "No documents yet; add one with: factdesk check ARTICLE"
    slugs = min(LONGEST_HANDLE, max(columns_of(document.slug) for document in documents)) + 2
    lines = noticed(notice_of_several((document.slug, document.language) for document in documents))
    for document in documents:
        title = document.title or "no title"
        lines.append((padded(document.slug, "bold", slugs), plainly(cut(title, width() - slugs))))
        lines += wrapped(f"revision {_number(document)}; {_counts(document.claims)}", indent=slugs)
    return text_of(lines)


def document_screen(document: DocumentPage) -> str:
    """One document: what it is, how its claims stand, what it lists as its sources."""
    statuses = _by_status(document.claims)
    lines: list[Line] = [
        *noticed(notice(document.language)),
        *wrapped(document.title or document.slug),
        (),
        *labelled("document", document.slug),
        *labelled("story", document.story),
        *labelled("file", document.file),
        *labelled("outlet", document.metadata.outlet or "no outlet given"),
        *labelled("author", ", ".join(document.authors) or "no author given"),
        *labelled("checked as", _checked_as(document)),
        *labelled("published", _published(document)),
        *labelled("revision", f"{_number(document)}, read {dates.moment(document.read_at)}"),
        *labelled("claims", _counts(statuses)),
        *_worked_on(document.claims),
    ]
    for source in document.sources:
        note = f": {source.note}" if source.note else ""
        lines += labelled("source", f"{source.name} ({SOURCES[source.kind]}){note}")
    return text_of(lines)


def _worked_on(claims: Sequence[ClaimPage]) -> list[Line]:
    """How much evidence there is on how many claims, and what is to be known of some; none: no line."""
    with_evidence = [len(claim.evidence) for claim in claims if claim.evidence]
    told = []
    if with_evidence:
        told = labelled(
            "evidence", f"{count(sum(with_evidence), 'piece')} on {count(len(with_evidence), 'claim')}"
        )
    noted = Counter(mark for claim in claims for mark in marks(claim))
    waiting = sum(bool(claim.standing.waits_for) for claim in claims)
    words = [f"{mark}: {number:,}" for mark, number in noted.items()]
    words += [f"waiting for what the policy asks for: {waiting:,}"] if waiting else []
    return [*told, *labelled("noted", "; ".join(words))] if words else told


def _number(document: DocumentPage | DocumentLine) -> str:
    """The number of a revision; with how many there are of the words, where people only cut some anew."""
    if not document.cut_anew:
        return str(document.revision)
    versions = count(document.revision - document.cut_anew, "version")
    return f"{document.revision} ({versions} of the words)"


def _about(document: DocumentPage) -> str:
    return f"{document.slug}, revision {document.revision}, {_published(document)}"


def _published(document: DocumentPage) -> str:
    published = document.metadata.published
    return dates.date(published) if published else "no date given"


def _checked_as(document: DocumentPage) -> str:
    if document.purpose is None:
        return f"{PURPOSES[ASSUMED]}, since nobody said otherwise"
    return f"{PURPOSES[document.purpose.purpose]}, says {shown_name(document.purpose.by)}"


def _by_status(claims: Sequence[ClaimPage]) -> dict[Status, int]:
    counts = dict.fromkeys(Status, 0)
    for claim in claims:
        counts[claim.standing.status] += 1
    return counts


def _counts(statuses: Mapping[Status, int]) -> str:
    named = [
        f"{statuses[status]:,} {badge.word}" for status, badge in STATUSES.items() if statuses.get(status)
    ]
    return ", ".join(named) or "no claims"


def _counts_lines(summary: Summary) -> list[Line]:
    """How many claims stand where; on a second line what does not fit the first."""
    lines: list[list[Run]] = [[]]
    used = 0
    for status, suggested, number in summary.counts:
        badge = STATUSES[status]
        words = f"{badge.icon} {number:,} {badge.word}{' (suggested)' if suggested else ''}"
        if used + len(words) > width():
            lines.append([])
            used = 0
        lines[-1] += [coloured(words, status), plainly("   ")]
        used += len(words) + 3
    return [*lines] if summary.claims else [(plainly("no claims"),)]


def _reported(summary: Summary) -> list[Line]:
    if not summary.reported and not summary.language_known:
        return [(plainly("What the text itself calls unconfirmed is unread."),)]
    if not summary.reported:
        return [(plainly("The text itself calls nothing unconfirmed."),)]
    lines: list[Line] = [(strong("The text itself calls unconfirmed:"),)]
    for claim in summary.reported[:_REPORTED_SHOWN]:
        handle = cut_handle(claim.handle, LONGEST_HANDLE)
        indent = columns_of(handle) + 4
        lines.append((plainly(f"  {handle}  "), plainly(cut(claim.text, width() - indent))))
        cue = " … ".join(f"“{quote}”" for quote in cue_quotes(claim)) or " ".join(why_reported(claim))
        if claim.reviews:
            cue = f"since reviewed: {STATUSES[claim.standing.status].word}"
        lines.append((soft(" " * indent + cut(cue, width() - indent)),))
    return [*lines, *_more(len(summary.reported), _REPORTED_SHOWN)]


def _differences(found: Sequence[Difference], *, read: bool) -> list[Line]:
    """Every difference with all its sides: what a person has to look at is never cut."""
    if not found:
        return [(plainly("No figures differ." if read else "No figures differ of those that were read."),)]
    lines: list[Line] = [(strong("Figures differ:"),)]
    for difference in found:
        lines += wrapped(difference.question, indent=2)
        lines += wrapped("; ".join(map(_side, difference.sides)), indent=4)
    return lines


def _side(side: Side) -> str:
    shown = side.handles[:PLACES_SHOWN]
    left = len(side.handles) - len(shown)
    where = _handles([handle or "a place that is not known" for handle in shown])
    return f"“{side.quote}” in {where}{f' and {left} more' if left else ''}"


def _handles(handles: Sequence[str]) -> str:
    """Handles with each slug named once: "release:1, 3, 7, other:2"."""
    told, last = [], ""
    for handle in dict.fromkeys(handles):
        slug, _, number = handle.rpartition(":")
        told.append(number if slug and slug == last else handle)
        last = slug
    return ", ".join(told)


def _remainders(found: Sequence[Remainder]) -> list[Line]:
    """Every remainder that is not accounted for."""
    if not found:
        return []
    lines: list[Line] = [(strong("Not all accounted for:"),)]
    for remainder in found:
        words = f"{remainder.equation} ({remainder.label})" if remainder.equation else remainder.short
        lines += wrapped(words, indent=2)
    return lines


def _complete_sums(quantities: Sequence[QuantityView]) -> list[Line]:
    """The wholes whose parts add up, each with its parts by name."""
    lines: list[Line] = []
    for sum in (sum for quantity in quantities for sum in quantity.sums if sum.rest is None):
        parts = ", ".join(f"{part.amount} {part.label}" for part in sum.parts)
        lines += wrapped(f"{sum.equation}: {parts}", indent=2)
    return [(strong("The parts add up:"),), *lines] if lines else []


def _more(number: int, shown: int) -> list[Line]:
    return [(soft(f"  and {number - shown:,} more"),)] if number > shown else []


def _quantity(quantity: QuantityView) -> list[Line]:
    """What fits, in a line or two: what is counted, each figure and where it stands."""
    said = []
    for figure in quantity.figures:
        where = _handles([link.label for link in figure.places])
        teller = f" {figure.told_by}," if figure.told_by else ""
        said.append(f"{figure.words}{teller} in {where}{f' {figure.more}' if figure.more else ''}")
    finding = f" ({quantity.finding})" if quantity.finding else ""
    return wrapped(f"{quantity.label}: {'; '.join(said)}{finding}", indent=2, most=3)


def _decided(view: DecidedView) -> list[Line]:
    return [(strong(f"{view.label}:"),), *(line for one in view.decisions for line in wrapped(one, indent=2))]
