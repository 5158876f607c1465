"""The closed sets of words that claims are described with.

Standard library only. Verdicts are not here: they are data of the desk's policy.
"""

from __future__ import annotations

from enum import StrEnum


class ClaimKind(StrEnum):
    """The part that a claim plays in its document."""

    HEADLINE = "headline"
    HEADING = "heading"
    STATEMENT = "statement"
    QUOTATION = "quotation"
    BYLINE = "byline"
    LIST_ITEM = "list_item"
    TABLE_HEADER = "table_header"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    SOURCE_ENTRY = "source_entry"


class WhyNot(StrEnum):
    """Why a claim can't be checked. The machine's answer is a suggestion."""

    QUESTION = "question"
    OPINION = "opinion"
    PREDICTION = "prediction"
    INSTRUCTION = "instruction"
    HEADING = "heading"
    LABEL = "label"
    REFERENCE = "reference"
    INCOMPLETE = "incomplete"


class HedgeKind(StrEnum):
    """In what way the text itself holds back."""

    UNCONFIRMED = "unconfirmed"
    REPORTED = "reported"
    ALLEGED = "alleged"
    UNDISCLOSED = "undisclosed"
    UNCERTAIN = "uncertain"
    EXPECTED = "expected"
    CONDITIONAL = "conditional"


class Modifier(StrEnum):
    """How the words around a number bend it."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class Change(StrEnum):
    """Whether a figure says how far something rose or fell."""

    UP = "up"
    DOWN = "down"


class SourceKind(StrEnum):
    """What sort of source a document lists."""

    NEWS_AGENCY = "news_agency"
    NEWS = "news"
    OFFICIAL = "official"
    PERSON = "person"
    DATA = "data"
    OTHER = "other"


class Relation(StrEnum):
    """What one figure is to another."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    BOUNDED = "bounded"
    UPDATED = "updated"
    PART_OF = "part_of"
    DIFFERENT = "different"
    CONFLICT = "conflict"
    UNCLEAR = "unclear"


class QuantityStatus(StrEnum):
    """What the figures of one quantity say together: a finding of the machine, never a verdict."""

    SETTLED = "settled"
    SUPERSEDED = "superseded"
    DISPUTED = "disputed"
    INCOMPLETE = "incomplete"


class DecisionKind(StrEnum):
    """What a person decided about the figures of a story, or about where they come from."""

    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    JOIN_ORIGINS = "join_origins"
    PART_ORIGINS = "part_origins"
    PARTY = "party"
    NO_PARTY = "no_party"
    UNDO = "undo"


class Sureness(StrEnum):
    """How sure it is that figures which were put under one origin have it in common."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Party(StrEnum):
    """Who says that a source has a part in the event: the words suggest it, or a person named it."""

    SUGGESTED = "suggested"
    NAMED = "named"


class Status(StrEnum):
    """Where a claim stands under the desk's policy."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    QUALIFIED = "qualified"
    DISPUTED = "disputed"
    REFUTED = "refuted"
    NOT_CHECKABLE = "not_checkable"


class Because(StrEnum):
    """Why a claim is still unconfirmed."""

    NOBODY_LOOKED = "nobody has looked"
    TEXT_SAYS_SO = "the text itself says so"
    FIGURES_DIFFER = "figures differ"
    REVIEWED = "a reviewer left it open"
