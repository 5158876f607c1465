"""Makes up edits of a text as desks make them, each with what it does to the claims.

An edit is made at a place that a seeded generator picks, so the same seed gives the same edits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from claims.kinds import ClaimKind
from claims.reading.record import Reading, Statement

NEUTRAL = [
    "Shops in the old town stayed open.",
    "The library is painted green.",
    "A market is held there every week.",
    "Trains run along the river.",
]
NAMES = ["Aldous", "Petrov", "Marlow", "Quintana"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
MONTHS += ["November", "December"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
UNITS = {
    "million": "billion",
    "billion": "million",
    "per cent": "percentage points",
    "%": "‰",
    "km": "m",
    "metres": "feet",
    "kilometres": "miles",
    "tonnes": "pounds",
    "kilograms": "pounds",
    "litres": "gallons",
    "euros": "dollars",
    "hours": "days",
    "days": "weeks",
    "weeks": "months",
    "years": "months",
}
NUMBER_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "forty"]
AUXILIARIES = "is are was were has have had will would can could did does do should must"
DENIALS = ["None of the following is true:", "What follows is a hoax."]


@dataclass(frozen=True)
class Edit:
    """A text after an edit. `changed` are the claims that mean something else now, by their old numbers."""

    kind: str
    text: str
    changed: frozenset[int] = frozenset()


Editor = Callable[[Reading, Random], Edit | None]
"""Makes one edit, or none where the text has no place for it."""


def _replaced(reading: Reading, at: int, start: int, end: int, words: str, kind: str) -> Edit:
    text = reading.source.text
    return Edit(kind, text[:start] + words + text[end:], frozenset({at}))


def _somewhere(reading: Reading, chance: Random, pattern: str) -> tuple[int, re.Match[str]] | None:
    """A match of a pattern inside some claim."""
    text = reading.source.text
    places = [
        (number, match)
        for number, one in enumerate(reading.statements)
        for match in re.compile(pattern).finditer(text, one.start, one.end)
    ]
    return chance.choice(places) if places else None


def _other(chance: Random, words: Iterable[str], than: str) -> str:
    return chance.choice([word for word in words if word.lower() != than.lower()])


def figure(reading: Reading, chance: Random) -> Edit | None:
    """Another digit, or another number in words."""
    found = _somewhere(reading, chance, rf"\d|\b(?:{'|'.join(NUMBER_WORDS)})\b")
    if found is None:
        return None
    at, match = found
    words = _other(chance, "123456789" if match.group().isdigit() else NUMBER_WORDS, match.group())
    return _replaced(reading, at, *match.span(), words, "figure")


def unit(reading: Reading, chance: Random) -> Edit | None:
    """Another unit or scale."""
    listed = "|".join(re.escape(word) for word in sorted(UNITS, key=len, reverse=True))
    found = _somewhere(reading, chance, rf"(?<!\w)(?:{listed})(?!\w)")
    if found is None:
        return None
    at, match = found
    return _replaced(reading, at, *match.span(), UNITS[match.group()], "unit")


def name(reading: Reading, chance: Random) -> Edit | None:
    """Another name in one place."""
    found = _somewhere(reading, chance, r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
    if found is None or found[1].group() in {*MONTHS, *DAYS}:
        return None
    at, match = found
    return _replaced(reading, at, *match.span(), _other(chance, NAMES, match.group()), "name")


def date(reading: Reading, chance: Random) -> Edit | None:
    """Another month or day of the week."""
    found = _somewhere(reading, chance, rf"\b(?:{'|'.join([*MONTHS, *DAYS])})\b")
    if found is None:
        return None
    at, match = found
    others = MONTHS if match.group() in MONTHS else DAYS
    return _replaced(reading, at, *match.span(), _other(chance, others, match.group()), "date")


def negation(reading: Reading, chance: Random) -> Edit | None:
    """A "not" more or less."""
    found = _somewhere(reading, chance, rf"\b(?:{AUXILIARIES.replace(' ', '|')})\b(?: not\b)?")
    if found is None:
        return None
    at, match = found
    words = match.group().removesuffix(" not") if match.group().endswith(" not") else f"{match.group()} not"
    return _replaced(reading, at, *match.span(), words, "negation")


def _sentences(reading: Reading) -> list[tuple[int, Statement]]:
    return [(number, one) for number, one in enumerate(reading.statements) if one.kind is ClaimKind.STATEMENT]


def insertion(reading: Reading, chance: Random) -> Edit | None:
    """A sentence more that has to do with nothing."""
    sentences = _sentences(reading)
    if not sentences:
        return None
    _, one = chance.choice(sentences)
    text = reading.source.text
    return Edit("insertion", f"{text[: one.end]} {chance.choice(NEUTRAL)}{text[one.end :]}")


def deletion(reading: Reading, chance: Random) -> Edit | None:
    """A sentence less."""
    sentences = _sentences(reading)
    if not sentences:
        return None
    at, one = chance.choice(sentences)
    text = reading.source.text
    return Edit("deletion", text[: one.start] + text[one.end :].lstrip(" "), frozenset({at}))


def reordering(reading: Reading, chance: Random) -> Edit | None:
    """Two paragraphs that change places."""
    blocks = reading.source.text.split("\n\n")
    plain = [
        at for at, block in enumerate(blocks[:-1]) if at and _is_prose(block) and _is_prose(blocks[at + 1])
    ]
    if not plain:
        return None
    at = chance.choice(plain)
    blocks[at], blocks[at + 1] = blocks[at + 1], blocks[at]
    return Edit("reordering", "\n\n".join(blocks))


def _is_prose(block: str) -> bool:
    return block.endswith(".") and len(block) > 80 and "\n" not in block


def layout(reading: Reading, chance: Random) -> Edit | None:
    """Other quotation marks, dashes and blanks."""
    text = reading.source.text
    match chance.randrange(4):
        case 0:
            return Edit("layout", text.translate(str.maketrans("“”‘’", "\"\"''")))
        case 1:
            return Edit("layout", text.replace(" — ", "—").replace("–", "-"))
        case 2:
            return Edit("layout", re.sub(r"(?<=[a-z]) (?=[a-z])", "  ", text))
        case _:
            return Edit("layout", re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", text) + "\n\n")


def denial(reading: Reading, chance: Random) -> Edit | None:
    """A line before a paragraph that says the contrary of what follows."""
    text = reading.source.text
    starts = [
        (number, one) for number, one in _sentences(reading) if text[: one.start].endswith("\n\n") and number
    ]
    if not starts:
        return None
    at, one = chance.choice(starts)
    line = chance.choice(DENIALS)
    gap = "\n\n" if line.endswith(":") else " "
    return Edit("denial", text[: one.start] + line + gap + text[one.start :], frozenset({at}))


def heading(reading: Reading, chance: Random) -> Edit | None:
    """A section under another heading, which denies what stands there."""
    text = reading.source.text
    sections = {one.section for one in reading.statements if one.section}
    headings = [
        (number, one)
        for number, one in enumerate(reading.statements)
        if one.kind is ClaimKind.HEADING and text[one.start : one.end] in sections
    ]
    if not headings:
        return None
    at, one = chance.choice(headings)
    under = text[one.start : one.end]
    changed = {number for number, other in enumerate(reading.statements) if other.section == under}
    words = text[: one.start] + "What is not true" + text[one.end :]
    return Edit("heading", words, frozenset({at, *changed}))


def antecedent(reading: Reading, chance: Random) -> Edit | None:
    """Another person named before the "he" or "she" of a paragraph."""
    text = reading.source.text
    places = [
        (number, match)
        for number, one in enumerate(reading.statements[1:], 1)
        if re.match(r"(?:He|She)\b", text[one.start : one.end])
        for before in [reading.statements[number - 1]]
        for match in re.compile(r"\b[A-Z][a-z]{3,}(?= (?:came|spoke|wrote|left|asked)\b)").finditer(
            text, before.start, before.end
        )
    ]
    if not places:
        return None
    at, match = chance.choice(places)
    edit = _replaced(reading, at, *match.span(), _other(chance, NAMES, match.group()), "antecedent")
    paragraph = text.find("\n\n", match.end())
    meant = {
        number
        for number, one in enumerate(reading.statements)
        if match.end() < one.start < paragraph
        and re.search(r"\b(?:he|she|his|her)\b", text[one.start : one.end], re.IGNORECASE)
    }
    return Edit(edit.kind, edit.text, frozenset({at - 1, *meant}))


EDITORS: tuple[Editor, ...] = (
    figure,
    unit,
    name,
    date,
    negation,
    insertion,
    deletion,
    reordering,
    layout,
    denial,
    heading,
    antecedent,
)
