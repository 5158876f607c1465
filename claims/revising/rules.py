"""The rules by which a claim whose words stayed is opened again: something beside it changed its meaning.

What a rule's docstring says is shown to people. A rule that finds nothing answers `None`; no rule
ever makes a claim whose words changed count as carried.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from claims.kinds import ClaimKind
from claims.reading.record import Attribution, Statement
from claims.reading.word_classes import CALENDAR, CLOSED, PRONOUNS
from claims.reading.wordlists import word_set
from claims.revising.leanings import leanings
from claims.revising.surroundings import HE, PARTS, SHE, Surroundings
from claims.revising.wording import as_read, words_in


class Shift(NamedTuple):
    """What stood beside a claim and changed its meaning: the words as they were and as they are."""

    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One statement among the others of its text."""

    around: Surroundings
    at: int

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.around.statements[self.at]

    @property
    def words(self) -> str:
        """Its words, as they read."""
        return self.around.words[self.at]

    @property
    def other_parts(self) -> list[Standing]:
        """The other parts of its sentence, where people split that."""
        return [Standing(self.around, at) for at in self.around.other_parts(self.at)]


Rule = Callable[[Standing, Standing], Shift | None]
"""A rule answers for a claim as it stood and as it stands now, its words being the same."""

_SHORT = 5
"""A sentence of no more words says nothing of its own: "Not so." speaks of its neighbour."""

_SENTENCES = (ClaimKind.STATEMENT, ClaimKind.LIST_ITEM, ClaimKind.QUOTATION, ClaimKind.CAPTION)
_HEADINGS = (ClaimKind.HEADLINE, ClaimKind.HEADING)
_FOLLOWING = frozenset({"following", "follows", "below"})
_PRECEDING = word_set("this that these those it all none")
_OPENING = 3
_DENIED_OF = word_set("true correct right so")
"""What is said not to be: "this is not true", but not "this did not stop"."""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FROM_TODAY = word_set("today yesterday tomorrow tonight ago overnight")
_SPANS = frozenset({"week", "month", "year"})
_NEXT_TO = word_set("last this next previous coming past")


def another_speaker(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but somebody else is now given as saying them."""
    old, new = (one.statement.attributions for one in (was, now))
    if len(old) == len(new) and all(_same_speaker(was, a, now, b) for a, b in zip(old, new, strict=True)):
        return None
    return Shift(_speakers(was), _speakers(now))


def in_or_out_of_quotation_marks(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but they now stand inside a quotation, or no longer do."""
    old, new = was.around.quoted[was.at], now.around.quoted[now.at]
    return None if old == new else Shift(_quotation(old), _quotation(new))


def called_unconfirmed(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but the text now calls them unconfirmed, or no longer does."""
    if was.statement.reported_unconfirmed == now.statement.reported_unconfirmed:
        return None
    return Shift(was.around.heading(was.at), now.around.heading(now.at))


def another_heading(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but the heading above them now says something else about them."""
    if was.statement.kind in _HEADINGS:
        return None
    return _turned(was, was.around.heading(was.at), now, now.around.heading(now.at))


def another_introduction(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but the line that introduces them now says something else about them."""
    return _turned(was, was.around.introductions[was.at], now, now.around.introductions[now.at])


def another_header(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but the columns of the table are now called something else."""
    old, new = was.around.header(was.at), now.around.header(now.at)
    return None if old == new else Shift(old, new)


def denied_before(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but the sentence before now denies or doubts them, or no longer does."""
    old, new = was.around.before(was.at), now.around.before(now.at)
    return _turned_against(old, new, _FOLLOWING)


def denied_after(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but the sentence after now denies or doubts them, or no longer does."""
    old, new = was.around.after(was.at), now.around.after(now.at)
    return _turned_against(old, new, _PRECEDING)


def another_rest(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but the rest of the sentence they were split from now says something else."""
    old, new = was.around.rest_without_figures(was.at), now.around.rest_without_figures(now.at)
    return None if old == new else Shift(was.around.rest(was.at), now.around.rest(now.at))


def another_person(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but “he” or “she” can now mean somebody else."""
    for pronouns in (HE, SHE):
        if pronouns.isdisjoint(was.around.tokens(was.at)) or was.around.names_itself(was.at, pronouns):
            continue
        old, new = was.around.antecedents(was.at, pronouns), now.around.antecedents(now.at, pronouns)
        if old != new:
            return Shift(", ".join(old), ", ".join(new))
    return None


def another_thing(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but what “they”, “this” or “those” points back to has changed."""
    if was.statement.kind in _HEADINGS:
        return None
    old, new = was.around.pointed_at(was.at), now.around.pointed_at(now.at)
    return None if old == new else Shift(was.around.words[was.at - 1], now.around.words[now.at - 1])


def another_bearer(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but a name or “the centre” in them now means another."""
    for called in (Surroundings.bearers, Surroundings.roles):
        old, new = called(was.around, was.at), called(now.around, now.at)
        for name in old:
            if new.get(name) and old[name] != new[name]:
                return Shift(old[name], new[name])
    return None


def another_day(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but the text now has another date, and they mean another day by it."""
    before, after = _published(was), _published(now)
    if before is None or after is None or before == after:
        return None
    words = was.around.tokens(was.at)
    for word, behind in zip(words, ["", *words], strict=False):
        old, new = _meant(word, behind, before), _meant(word, behind, after)
        if old != new:
            return Shift(old, new)
    return None


def beside_unread_words(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but those beside them changed, and the rules can't read this language."""
    if now.around.reading.language_known or was.statement.kind in _HEADINGS:
        return None
    for told in (Surroundings.heading, Surroundings.two_before, Surroundings.after):
        old, new = told(was.around, was.at), told(now.around, now.at)
        if old != new:
            return Shift(old, new)
    return None


def another_part(was: Standing, now: Standing) -> Shift | None:
    """The words are the same, but they are now another part of the text, as a heading or a sentence."""
    old, new = was.statement.kind, now.statement.kind
    same = old is new or any(old in alike and new in alike for alike in (_SENTENCES, _HEADINGS))
    return None if same else Shift(old.value.replace("_", " "), new.value.replace("_", " "))


RULES: tuple[Rule, ...] = (
    another_speaker,
    in_or_out_of_quotation_marks,
    another_part,
    called_unconfirmed,
    another_heading,
    another_introduction,
    another_header,
    denied_before,
    denied_after,
    another_rest,
    another_person,
    another_thing,
    another_bearer,
    another_day,
    beside_unread_words,
)


def _same_speaker(was: Standing, a: Attribution, now: Standing, b: Attribution) -> bool:
    source, source_now = _source(was, a), _source(now, b)
    if source != source_now or a.quoted != b.quoted:
        return False
    if a.speaker is None or b.speaker is None:
        return a.speaker is b.speaker or not _points_back(source)
    one, other = as_read(a.speaker).split(), as_read(b.speaker).split()
    return one == other or (1 in (len(one), len(other)) and one[-1] == other[-1])


def _points_back(source: str) -> bool:
    first = source.split(" ", 1)[0].lower()
    return source.lower() in PRONOUNS or first in ("the", "this", "his", "her", "their", "its")


def _source(standing: Standing, attribution: Attribution) -> str:
    text = standing.around.reading.source.text
    return as_read(" ".join(text[start:end] for start, end in attribution.source))


def _speakers(standing: Standing) -> str:
    named = (one.speaker or _source(standing, one) for one in standing.statement.attributions)
    return ", ".join(dict.fromkeys(named)) or "nobody"


def _quotation(inside: bool) -> str:
    return "in quotation marks" if inside else "not in quotation marks"


def _turned(was: Standing, old: str, now: Standing, new: str) -> Shift | None:
    """Whether a line above a claim changed what it says of the claim.

    Any line can deny or doubt; a list item or a row also needs it for its dates, figures and names.
    """
    if old == new:
        return None
    if leanings(old, weak=True) != leanings(new, weak=True):
        return Shift(old, new)
    parts = was.statement.kind in PARTS or now.statement.kind in PARTS
    return Shift(old, new) if parts and _facts(was, old) != _facts(now, new) else None


def _facts(standing: Standing, line: str) -> list[str]:
    """The numbers, dates and names of a line; the capital with which a heading begins makes no name."""
    return [
        word
        for word in line.replace("-", " ").split()
        if any(sign.isdecimal() for sign in word)
        or word.lower().strip(".,:;") in CALENDAR
        or (word[:1].isupper() and word.lower() not in CLOSED and standing.around.is_proper(word))
    ]


def _turned_against(old: str, new: str, pointing: frozenset[str]) -> Shift | None:
    if old == new or _denial(old, pointing) == _denial(new, pointing):
        return None
    return Shift(old, new)


def _denial(sentence: str, pointing: frozenset[str]) -> tuple[str, ...]:
    """With which words a sentence speaks against its neighbour; one about something else has none."""
    words = words_in(sentence)
    if len(words) <= _SHORT:
        return leanings(sentence, weak=True)
    if pointing.isdisjoint(words[: _OPENING if pointing is _PRECEDING else None]):
        return ()
    said = leanings(sentence, weak=True)
    return said if _DENIED_OF.intersection(said) or leanings(sentence, weak=False) else ()


def _published(standing: Standing) -> date | None:
    stated = standing.around.reading.source.metadata.published
    try:
        return date.fromisoformat(stated[:10]) if stated else None
    except ValueError:  # only a year or a month is stated
        return None


def _meant(word: str, before: str, published: date) -> str:
    """The day or span that a word such as "Monday" means in a text of that date; empty for other words."""
    if word in _FROM_TODAY:
        return f"{word}: {published.isoformat()}"
    if word in _DAYS:
        back = (published.weekday() - _DAYS.index(word)) % 7
        return f"{word}: {(published - timedelta(days=back)).isoformat()}"
    if word in _SPANS and before in _NEXT_TO:
        year, week, _ = published.isocalendar()
        parts = {
            "week": f"{year}, week {week}",
            "month": published.isoformat()[:7],
            "year": str(published.year),
        }
        return f"{before} {word}: seen from {parts[word]}"
    return ""
