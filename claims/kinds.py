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


class MatchDecision(StrEnum):
    """What the rules say of a claim beside one that was checked: a suggestion, until a person says so."""

    SAME = "same"
    RELATED = "related"
    DIFFERENT = "different"


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


class ClaimChange(StrEnum):
    """What a revision of a document made of one of its claims."""

    CARRIED = "carried"
    REOPENED = "reopened"
    DROPPED = "dropped"
    NEW = "new"


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
    NOTHING_FOUND = "looked, nothing found"
    TEXT_SAYS_SO = "the text itself says so"
    ONE_ORIGIN = "one origin"
    PARTIES_ONLY = "parties only"
    PRIMARY_UNREACHABLE = "the primary source could not be reached"
    FIGURES_DIFFER = "figures differ"
    DEFINITION_UNCLEAR = "what is meant is unclear"
    AWAITING_REPLY = "awaiting a reply"
    UNVERIFIABLE = "can't be verified by anybody"
    CHANGED = "the words it rested on have changed"
    READERS_DIFFER = "two readers differ"
    OPENED_AGAIN = "opened again"
    NO_VERDICT = "evidence is there, nobody has judged it"
    REVIEWED = "a reviewer left it open"
    POLICY = "the policy asks for more"


class Stance(StrEnum):
    """What a piece of evidence does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"
    INSUFFICIENT = "insufficient"


class Fit(StrEnum):
    """How a quote fits the text in which it is said to stand.

    `WHITESPACE` is equal but for layout and the shapes of characters; `ALTERED` has other words.
    """

    EXACT = "exact"
    WHITESPACE = "whitespace"
    ALTERED = "altered"
    GONE = "gone"


class EvidenceKind(StrEnum):
    """How a piece of evidence was had: from a capture, or by a person without one."""

    CAPTURE = "capture"
    INTERVIEW = "interview"
    PHONE_CALL = "phone_call"
    MESSAGE = "message"
    DOCUMENT_SEEN = "document_seen"
    OBSERVATION = "observation"


class Interest(StrEnum):
    """How a source stands to the matter. Unknown is not independent."""

    PARTY = "party"
    AFFILIATED = "affiliated"
    INDEPENDENT = "independent"
    UNKNOWN = "unknown"


class OriginSign(StrEnum):
    """Why evidence is counted under its origin; a person's word stands before the signs."""

    JUDGED = "a person said so"
    WIRE = "wire credit"
    WORDING = "same wording"
    SOURCE = "the source"
    SITE = "the site it was captured from"
    ALONE = "nothing joins it to another"


class Grade(StrEnum):
    """The Admiralty reliability of a source. F is no low grade: it says that nobody can tell."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class FoundIn(StrEnum):
    """How a source came into the registry."""

    HAND = "hand"
    LISTED = "listed"
    ATTRIBUTION = "attribution"
    CAPTURE = "capture"
    IMPORT = "import"


class SearchResult(StrEnum):
    """What came of looking for evidence."""

    NOTHING = "nothing"
    SOMETHING = "something"
    UNREACHABLE = "unreachable"


class Question(StrEnum):
    """What a verdict on reported speech answers: was it said, or is it so."""

    SAID = "said"
    SO = "so"


class ReviewRole(StrEnum):
    """The place of a review among those of its claim. A reopening ends what was judged before it."""

    VERDICT = "verdict"
    SECOND = "second"
    ADJUDICATION = "adjudication"
    REOPENING = "reopening"


class Tier(StrEnum):
    """How much a claim needs before it counts as settled."""

    ROUTINE = "routine"
    FIGURE = "figure"
    QUOTE = "quote"
    ACCUSATION = "accusation"


class Purpose(StrEnum):
    """Why a document is checked: a draft of our own that is to be published, or what others published."""

    DRAFT = "draft"
    PUBLIC = "public"


class Recheck(StrEnum):
    """What became of a quote when its page was looked at again."""

    UNCHANGED = "unchanged"
    CHANGED_ELSEWHERE = "changed_elsewhere"
    QUOTE_ALTERED = "quote_altered"
    QUOTE_GONE = "quote_gone"
    PAGE_GONE = "page_gone"


class ObstacleKind(StrEnum):
    """What can stand in the way of publishing, in the order in which it is told."""

    REFUTED = "refuted"
    CORRECTION_OPEN = "correction_open"
    DISPUTED = "disputed"
    OUTCOME_OPEN = "outcome_open"
    STALE = "stale"
    FIGURES_DIFFER = "figures_differ"
    ORPHANED_DECISION = "orphaned_decision"
    REPLY_AWAITED = "reply_awaited"
    UNCONFIRMED = "unconfirmed"
    NOT_SIGNED = "not_signed"
    FURNITURE_NOT_SIGNED = "furniture_not_signed"


class RowOutcome(StrEnum):
    """What became of a row of an imported table. `SAME`: what it says is there already."""

    ADDED = "added"
    SAME = "same"
    REFUSED = "refused"


class OutcomeKind(StrEnum):
    """What should become of a claim in a draft."""

    FIX = "fix"
    CUT = "cut"
    ATTRIBUTE = "attribute"
    ADD_CONTEXT = "add_context"
    LEAVE = "leave"


class OutcomeEnd(StrEnum):
    """How a person says that an outcome ended."""

    DONE = "done"
    DROPPED = "dropped"


class OutcomeState(StrEnum):
    """How far an outcome has come, as the present words of the draft show or a person said.

    `UNCLEAR` is for a person to say: the draft changed, and its words alone don't tell.
    """

    OPEN = "open"
    UNCLEAR = "unclear"
    SHOWN = "shown"
    CUT_INSTEAD = "cut_instead"
    DONE = "done"
    DROPPED = "dropped"
    REPLACED = "replaced"
    NOTHING_OWED = "nothing_owed"


class Duty(StrEnum):
    """Whose work it is that something waits for."""

    WRITER = "writer"
    CHECKER = "checker"
    EDITOR = "editor"


class TaskKind(StrEnum):
    """What can wait in a story, in the order in which it is told, by whose work it is."""

    OUTCOME = "outcome"
    REFUTED = "refuted"
    CHECK_AGAIN = "check_again"
    OUTCOME_UNCLEAR = "outcome_unclear"
    STALE = "stale"
    SECOND_CHECK = "second_check"
    REPLY = "reply"
    FIGURES_DIFFER = "figures_differ"
    ORPHANED_DECISION = "orphaned_decision"
    CHECK = "check"
    CORRECTION = "correction"
    ADJUDICATE = "adjudicate"
    NOBODY_OWES = "nobody_owes"
    DISPUTED = "disputed"
    SIGN_OFF = "sign_off"
    SIGN = "sign"
    SIGN_FURNITURE = "sign_furniture"


class RegroupingKind(StrEnum):
    """What a person did to the cutting of a text into claims and furniture."""

    SPLIT = "split"
    JOIN = "join"
    CLAIM = "claim"
    FURNITURE = "furniture"


class ReplyOutcome(StrEnum):
    """What came of putting something to a person: an answer, that they would give none, or nothing."""

    ANSWERED = "answered"
    DECLINED = "declined"
    NONE = "none"


class ReplyState(StrEnum):
    """Where a request for a reply stands. `UNANSWERED`: the deadline has passed and nothing was noted."""

    AWAITED = "awaited"
    ANSWERED = "answered"
    DECLINED = "declined"
    UNANSWERED = "unanswered"


class CorrectionKind(StrEnum):
    """What a reader, or the law, asks to be put right."""

    FIGURE = "figure"
    ATTRIBUTION = "attribution"
    HEADLINE = "headline"
    WORDING = "wording"
    LEGAL = "legal"


class CorrectionDecision(StrEnum):
    """What was decided about a request for a correction."""

    CORRECTED = "corrected"
    CLARIFIED = "clarified"
    RETRACTED = "retracted"
    DECLINED = "declined"


class PlaceKind(StrEnum):
    """Where published words stand that may have to be mended."""

    DOCUMENT = "document"
    EXPORT = "export"
    CAPTURE = "capture"
    OTHER = "other"


class SearchedIn(StrEnum):
    """Where full-text search looks: the plural of what is found there."""

    CLAIMS = "claims"
    EVIDENCE = "evidence"
    SOURCES = "sources"
    CAPTURES = "captures"
    FACTCHECKS = "factchecks"
