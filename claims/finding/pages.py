"""What a report of similar claims, and of what was searched for, shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from claims.captured import CapturePage
from claims.evidence.pages import EvidencePage
from claims.factchecks.pages import FactCheckPage, LikenessPage
from claims.kinds import MatchDecision, SearchedIn
from claims.matching.record import Match
from claims.pages import ClaimPage, StatusPage
from claims.reading.record import Statement
from claims.registry.pages import SourcePage


@dataclass(frozen=True, slots=True)
class SimilarClaim:
    """A claim of the ledger as it now stands, or a fact-check of others, that is like the one asked about.

    `match` is what the rules say; `None` where only a person has said something. `said` is what a person
    said, which counts instead unless the words of one have changed since.
    """

    page: ClaimPage | FactCheckPage
    match: Match | None
    said: LikenessPage | None = None

    @property
    def decided(self) -> LikenessPage | None:
        """What a person said, where it counts."""
        return self.said if self.said and self.said.counts else None

    @property
    def decision(self) -> MatchDecision:
        """What it is to the claim asked about, by a person's word or else by the rules."""
        if self.decided:
            return self.decided.decision
        return self.match.decision if self.match else MatchDecision.DIFFERENT


@dataclass(frozen=True, slots=True)
class SimilarPage:
    """A claim and what is like it: first what people said, then suggestions, the most like first.

    What people said is different comes last.
    """

    claim: ClaimPage
    similar: tuple[SimilarClaim, ...]


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """A document, the story that it stands in, and the name and digest of the file that it came from."""

    slug: str
    story: str
    title: str | None
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SuggestedStory:
    """Documents that tell of one event, why it is taken for one, and the story of most of them."""

    story: str
    reason: str
    documents: tuple[StoryDocument, ...]

    @property
    def apart(self) -> tuple[StoryDocument, ...]:
        """The documents that stand in another story than most."""
        return tuple(one for one in self.documents if one.story != self.story)


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim as it reads now, or did when it was cut in the revision `cut_in`, with what was read in it."""

    handle: str
    text: str
    statement: Statement
    standing: StatusPage
    cut_in: int | None


Found: TypeAlias = FoundClaim | EvidencePage | SourcePage | CapturePage | FactCheckPage


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that holds what was searched for.

    `text` are its words, of a capture an excerpt that begins at `start`, with `more` after it; `spans` are
    the places in `text` to be marked, and none where only its title or its address holds the words.
    """

    within: SearchedIn
    page: Found
    text: str
    spans: tuple[tuple[int, int], ...]
    start: int = 0
    more: bool = False

    @property
    def handle(self) -> str:
        """What it is called."""
        return self.page.handle


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What holds the words that somebody searched for, the best first, and how much there is of it in all."""

    asked: str
    hits: tuple[Hit, ...]
    total: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.hits)
