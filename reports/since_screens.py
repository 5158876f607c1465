"""What `factdesk since` prints: what happened, the most important for the reader first, in a screenful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC

from claims.days import day
from claims.handle_parts import slug_in
from claims.handover.told import Happened, Part, SincePage, Told
from reports import dates
from reports.hidden import shown_name
from reports.screen import Line, columns_of, cut, plainly, soft, strong, text_of, width, wrapped
from reports.words import count

TITLES: Mapping[Part, str] = {
    Part.YOURS: "Yours",
    Part.CHANGED: "New, open again, or changed",
    Part.NOTES: "Notes",
    Part.ANSWERS: "Replies, outcomes, corrections",
    Part.VERDICTS: "Verdicts",
}
_SHOWN: Mapping[Part, int] = {
    Part.YOURS: 5,
    Part.CHANGED: 4,
    Part.NOTES: 3,
    Part.ANSWERS: 3,
    Part.VERDICTS: 4,
}
"""How many lines of each part fit a screen with the others."""
_HANDLES = 4
_TIME = 9


def since_screen(page: SincePage) -> str:
    """What others did since the reader left, by what it is to them; the rest is counted."""
    others = [one for one in page.happened if not one.own]
    own = len(page.happened) - len(others)
    lines: list[Line] = [*wrapped(_opening(page, len(others)))]
    told = [told for one in others for told in one.told]
    for part, title in TITLES.items():
        rows = list(_together(one for one in told if one.part is part))
        if rows:
            lines += [(), (strong(title),), *_rows(rows, _SHOWN[part])]
    if rest := _counted(others):
        lines += [(), *wrapped(f"Besides: {rest}.")]
    if own:
        lines += [(), *wrapped(f"And {count(own, 'thing')} that {shown_name(page.reader)} did.")]
    if others:
        lines += [(), *wrapped("One line for each thing: add --all")]
    return text_of(lines)


def everything_screen(page: SincePage) -> str:
    """Everything that happened, one line each, in order, under its day; times are in UTC."""
    if not page.happened:
        return text_of(wrapped(_opening(page, 0)))
    lines: list[Line] = []
    last = ""
    for one in page.happened:
        at = one.logged.at.astimezone(UTC)
        if day(at) != last:
            last = day(at)
            lines.append((strong(f"{last} (times in UTC)"),))
        lines.append((soft(f"  {at:%H:%M}  "), plainly(cut(sentence_of(one), width() - _TIME))))
    return text_of(lines)


def said(told: Told) -> str:
    """One thing that happened as a sentence without its full stop, beginning with what it is about."""
    return f"{_about(told.about)} {_did(told)}"


def sentence_of(happened: Happened) -> str:
    """An entry as one sentence, which begins with what it is about."""
    return "; ".join(said(told) for told in happened.told)


def _opening(page: SincePage, number: int) -> str:
    reader = shown_name(page.reader)
    if page.left is None:
        since = f"{reader} has done nothing here yet, so this is since the beginning"
    elif page.asked:
        since = f"Since {dates.moment(page.left)}"
    else:
        since = f"Since {reader} last did something, {dates.moment(page.left)}"
    return f"{since}: {count(number, 'thing') if number else 'nothing'} happened."


def _together(told: Iterable[Told]) -> Iterator[Told]:
    """The same done to several claims of a document by one person for one reason is told once."""
    found: dict[tuple[object, ...], Told] = {}
    for one in told:
        slug = slug_in(one.about[0]) if one.about else ""
        key = (one.did, one.reason, one.by, slug or one.about)
        found[key] = replace(one, about=(*found[key].about, *one.about)) if key in found else one
    yield from (replace(one, about=tuple(dict.fromkeys(one.about))) for one in found.values())


def _rows(told: Sequence[Told], shown: int) -> Iterator[Line]:
    for one in told[:shown]:
        lead = f"  {_about(one.about)}  "
        if columns_of(lead) > width() // 2:
            yield from wrapped(said(one), indent=2, most=2)
        else:
            yield from _led(lead, _did(one))
    if (more := len(told) - shown) > 0:
        yield (soft(f"  and {more:,} more"),)


def _led(lead: str, words: str) -> Iterator[Line]:
    first, *others = wrapped(words, indent=columns_of(lead), most=2)
    yield (plainly(lead), *first[1:])
    yield from others


def _did(told: Told) -> str:
    words = told.did
    if told.by is not None:
        words += f" {shown_name(told.by)}" if words.endswith("says") else f" by {shown_name(told.by)}"
    return f"{words}: {told.reason}" if told.reason else words


def _about(handles: Sequence[str]) -> str:
    """Handles with the slug named once: "release:1, 3, 7", and no more than three of them."""
    shown, last = [], ""
    for handle in handles[:_HANDLES]:
        slug, _, number = handle.rpartition(":")
        shown.append(number if slug and slug == last else handle)
        last = slug
    more = len(handles) - _HANDLES
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")


def _counted(happened: Iterable[Happened]) -> str:
    """What nothing more is told of, counted by its kind."""
    counts = Counter(one.noun for one in happened if all(told.part is Part.OTHER for told in one.told))
    return ", ".join(count(number, *noun) for noun, number in counts.most_common())
