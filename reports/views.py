"""What the audit report's template shows, field by field: every choice of word and order is already made.

The fields of `AuditView` are the template's variables. Nothing here is computed, and
nothing here is markup; the texts of a document are as they were read.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with what is known; `unknown` marks words that stand for something not given."""

    label: str
    value: str
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A status as word, icon and colour; `suggested` marks what only the machine has said."""

    word: str
    icon: str
    css: str
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place on the page, or only words where `href` is `None`."""

    label: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """One stretch of the strip of statuses; `x` and `width` are percentages of the strip.

    `gloss` explains a word that does not explain itself.
    """

    chip: Chip
    count: str
    gloss: str | None
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class SummaryView:
    """How many claims stand where: the strip, its words for who can't see it, and what is unsigned."""

    shares: tuple[Share, ...]
    label: str
    unsigned: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A claim that somebody has to look at: its place, its words, and why."""

    claim: Link
    chip: Chip
    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A claim's words, and which claim it is."""

    claim: Link
    text: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of figures that differ: the words of the figure, where it stands, and claims that say it.

    `quotes` holds one claim of each document.
    """

    words: str
    quotes: tuple[QuoteView, ...]
    places: tuple[Link, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Figures that differ, both sides shown plainly."""

    question: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class UnconfirmedView:
    """What the text calls unconfirmed, figures that differ, what a reviewer left open, what waits."""

    reported_lead: str
    reported: tuple[Item, ...]
    differences_lead: str
    differences: tuple[DifferenceView, ...]
    left_open: tuple[Item, ...]
    waiting_label: str
    waiting: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """A figure drawn on its quantity's number line; all positions are percentages.

    `x` and `width` give what the wording allows, `point` the value as written (`None`: a range
    or a bound); an open end runs to the edge of the line, and an arrow says so.
    """

    x: str
    width: str
    point: str | None
    open_below: bool = False
    open_above: bool = False


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure of a quantity, however often it is said; `told_by` names those whom the text credits."""

    words: str
    told_by: str | None
    places: tuple[Link, ...]
    more: str | None
    track: Track | None


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a whole, and its stretch of the bar; `is_rest` marks what is not accounted for."""

    amount: str
    label: str
    x: str
    width: str
    places: tuple[Link, ...] = ()
    more: str | None = None
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class SumView:
    """A whole and all its parts: "312 = 268 + 44", drawn as one bar; `rest` is what is not accounted for."""

    equation: str
    rest: str | None
    parts: tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class RelationView:
    """How two figures relate, and why; `conflict` marks figures that differ.

    `words` and `places` are those of the other figure, where it belongs to another quantity.
    """

    word: str
    reason: str
    conflict: bool
    words: str | None = None
    places: tuple[Link, ...] = ()
    more: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityView:
    """What several figures measure, and what they say of it together: a finding, not a verdict.

    `title` names the figures too, so that no two quantities look alike; `finding` is `None` where
    it can't be told how the figure relates to others, `why` where there is but one figure.
    `hangs_on` names the fewest sources without which something else would stand, `put_together`
    says why several figures count as one source's.
    `decided` tells which figures are in it because a person says so.
    """

    title: str
    label: str
    finding: str | None
    why: str | None
    hangs_on: str | None
    put_together: tuple[str, ...]
    conflict: bool
    figures: tuple[FigureView, ...]
    low: str | None
    high: str | None
    sums: tuple[SumView, ...]
    relations: tuple[RelationView, ...]
    unlisted: str | None
    decided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoneFigureView:
    """A figure that is named once."""

    words: str
    label: str
    places: tuple[Link, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class DecidedView:
    """Decisions of people about figures, each with who made it and why, under what they have in common."""

    label: str
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures of a story.

    `opened` needs a person, `fitting` is told in a line each, of `unclear` little can be told, and
    `once` lists what is named once and has nothing beside it. `decided` is what people decided.
    """

    lead: str
    opened: tuple[QuantityView, ...]
    fitting: tuple[QuantityView, ...]
    unclear_label: str
    unclear: tuple[QuantityView, ...]
    once_label: str
    once: tuple[LoneFigureView, ...]
    decided: tuple[DecidedView, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words inside a claim; `css` marks a figure or a hedge."""

    text: str
    css: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of an article: a claim, or words that belong to none.

    `anchor` is set where the claim begins, and `number` where it ends. `furniture` marks words
    of the page that are no part of the article.
    """

    pieces: tuple[Piece, ...]
    furniture: bool = False
    chip: Chip | None = None
    href: str | None = None
    anchor: str | None = None
    number: str | None = None
    title: str | None = None
    standing_out: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of a table, with the words of its column's header."""

    label: str | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A word in the margin of the article about a claim that stands out."""

    claim: Link
    chip: Chip
    text: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block of the article. `heads` marks a table's header row."""

    stretches: tuple[Stretch, ...]
    cells: tuple[CellView, ...] = ()
    heads: bool = False


@dataclass(frozen=True, slots=True)
class RunView:
    """Neighbouring blocks that are laid out as one: a list, a table, a quotation, or a single block."""

    layout: str
    blocks: tuple[BlockView, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The document as the article that it was; `language` is `None` where it is not known."""

    language: str | None
    runs: tuple[RunView, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One review: the verdict, who, when, and the reason."""

    verdict: str
    by: str
    at: str
    because: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything that is known of one claim."""

    anchor: str
    number: str
    back: str
    chip: Chip
    what: str
    text: str
    because: str | None
    facts: tuple[Fact, ...]
    reviews: tuple[ReviewView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """An entry of what the document lists as its sources."""

    name: str
    kind: str
    note: str | None
    url: str | None
    place: Link | None


@dataclass(frozen=True, slots=True)
class SourcesView:
    """What the document lists as its sources."""

    lead: str
    entries: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A word of this report and its meaning."""

    word: str
    meaning: str
    chip: Chip | None = None


@dataclass(frozen=True, slots=True)
class MethodView:
    """The words of the report and what it was made with; `marks` tells whether any character is marked."""

    statuses: tuple[Definition, ...]
    relations: tuple[Definition, ...]
    hedges: tuple[Definition, ...]
    marks: bool
    versions: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class LogView:
    """The head of the event log."""

    entries: str
    root: str


@dataclass(frozen=True, slots=True)
class AuditView:
    """The audit report of one document; `long` asks the browser to lay out only what is on the screen.

    `notice` is what has to be known before anything else, as that the rules don't know the language.
    """

    title: str
    notice: str | None
    printed: str
    facts: tuple[Fact, ...]
    result: str
    long: bool
    summary: SummaryView
    unconfirmed: UnconfirmedView
    figures: FiguresView
    article: ArticleView
    claims_label: str
    claims: tuple[ClaimView, ...]
    sources: SourcesView
    method: MethodView
    log: LogView
