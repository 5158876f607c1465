"""The words, icons and colours in which closed sets are shown, and what each of them means.

Every member of every set has its entry, so a page never shows a bare identifier. Colours
are names of CSS classes; which colour that is, the stylesheet says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.kinds import (
    ClaimKind,
    HedgeKind,
    Party,
    Purpose,
    QuantityStatus,
    Relation,
    SourceKind,
    Status,
    WhyNot,
)


@dataclass(frozen=True, slots=True)
class Badge:
    """How a status is shown: always as a word, an icon and a colour together.

    `gloss` stands beside a word that does not explain itself.
    """

    word: str
    icon: str
    css: str
    meaning: str
    gloss: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """How a finding is shown: as words, never with an icon or a status's colour."""

    word: str
    meaning: str


STATUSES: Mapping[Status, Badge] = {
    Status.CONFIRMED: Badge("confirmed", "✓", "confirmed", "A reviewer found that it holds."),
    Status.QUALIFIED: Badge(
        "qualified",
        "◐",
        "qualified",
        "A reviewer found that it holds in part, or only with context.",
        "holds in part or with context",
    ),
    Status.DISPUTED: Badge(
        "disputed", "≠", "disputed", "A reviewer found evidence for it and evidence against it."
    ),
    Status.REFUTED: Badge("refuted", "✗", "refuted", "A reviewer found that it does not hold."),
    Status.UNCONFIRMED: Badge(
        "unconfirmed",
        "?",
        "unconfirmed",
        "Where every claim that can be checked starts. It says nothing against the claim.",
    ),
    Status.NOT_CHECKABLE: Badge(
        "not checkable",
        "–",
        "not-checkable",
        "Nothing in it can be found true or false. With a dashed edge it is the machine’s suggestion, "
        "which nobody has signed yet.",
    ),
}

RELATIONS: Mapping[Relation, Term] = {
    Relation.CONFLICT: Term("figures differ", "The same thing, scope and time, and both can’t be right."),
    Relation.PART_OF: Term("part of", "One counts a part of what the other counts."),
    Relation.UPDATED: Term("later figure", "The same thing, counted again at a later time."),
    Relation.EQUAL: Term("same figure", "The same thing and the same value, however it is written."),
    Relation.ROUNDED: Term("rounded", "One is a rounding of the other."),
    Relation.BOUNDED: Term("within bounds", "One names a limit that the other keeps to."),
    Relation.UNCLEAR: Term(
        "can’t be told", "A careful reader could not say from the text how the two relate."
    ),
    Relation.DIFFERENT: Term("different things", "They measure different things and are not compared."),
}

QUANTITIES: Mapping[QuantityStatus, Term] = {
    QuantityStatus.SETTLED: Term("figures agree", "Everything said of it fits together."),
    QuantityStatus.SUPERSEDED: Term("a later figure stands", "It was counted again later."),
    QuantityStatus.DISPUTED: Term("figures differ", "What is said of it does not fit together."),
    QuantityStatus.INCOMPLETE: Term("not all accounted for", "The parts named do not make up the whole."),
}

PARTIES: Mapping[Party, str] = {
    Party.SUGGESTED: "perhaps a party",
    Party.NAMED: "a party",
}

HEDGES: Mapping[HedgeKind, Term] = {
    HedgeKind.UNCONFIRMED: Term("unconfirmed", "The text says that it has not been confirmed."),
    HedgeKind.REPORTED: Term("reported", "The text passes it on as reported, without vouching for it."),
    HedgeKind.ALLEGED: Term("alleged", "The text gives it as an allegation."),
    HedgeKind.UNDISCLOSED: Term("not disclosed", "The text says that something was not made public."),
    HedgeKind.UNCERTAIN: Term("uncertain", "The text says that something is unclear or that accounts vary."),
    HedgeKind.EXPECTED: Term("expected", "It is to come, and has not happened yet."),
    HedgeKind.CONDITIONAL: Term("conditional", "It holds only if something else does, or only may be so."),
}

PURPOSES: Mapping[Purpose, str] = {
    Purpose.DRAFT: "a draft of our own",
    Purpose.PUBLIC: "published by others",
}

KINDS: Mapping[ClaimKind, str] = {
    ClaimKind.HEADLINE: "headline",
    ClaimKind.HEADING: "section heading",
    ClaimKind.STATEMENT: "statement",
    ClaimKind.QUOTATION: "quotation",
    ClaimKind.BYLINE: "byline",
    ClaimKind.LIST_ITEM: "list item",
    ClaimKind.TABLE_HEADER: "table header",
    ClaimKind.TABLE_ROW: "table row",
    ClaimKind.CAPTION: "caption",
    ClaimKind.SOURCE_ENTRY: "source entry",
}

WHY_NOT: Mapping[WhyNot, str] = {
    WhyNot.QUESTION: "it asks a question",
    WhyNot.OPINION: "it gives an opinion",
    WhyNot.PREDICTION: "it speaks of what is to come",
    WhyNot.INSTRUCTION: "it tells the reader to do something",
    WhyNot.HEADING: "it is a heading",
    WhyNot.LABEL: "it is a label",
    WhyNot.REFERENCE: "it is a reference",
    WhyNot.INCOMPLETE: "it is not a whole statement",
}

SOURCES: Mapping[SourceKind, str] = {
    SourceKind.NEWS_AGENCY: "news agency",
    SourceKind.NEWS: "news",
    SourceKind.OFFICIAL: "official",
    SourceKind.PERSON: "person",
    SourceKind.DATA: "data",
    SourceKind.OTHER: "other",
}


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 claim", "3 claims", "no claims"."""
    word = noun if number == 1 else (plural or f"{noun}s")
    return f"{number:,} {word}" if number else f"no {word}"


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop, as a sentence stands on a page."""
    text = text.strip()
    if not text:
        return text
    end = "" if text.rstrip("”’\"'")[-1:] in (".", "!", "?", "…") else "."
    return text[0].upper() + text[1:] + end
