"""Names the speaker of each credit: whom "he", "the centre" or a bare surname means.

A quotation given to the wrong speaker is a libel, so a name is given only where one bearer fits;
where two do, or nobody is named, the speaker stays `None` and the reader sees the source's words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from claims.reading.cast import Cast
from claims.reading.credits import Credit
from claims.reading.names import Kind, Name, described_as
from claims.reading.record import Span
from claims.reading.speech import Sentence

_PERSONAL = {"he": "he", "she": "she", "his": "he", "her": "she"}
_COLLECTIVE = frozenset({"they", "it", "their", "its"})
_LOOK_BACK = 3
"""So many sentences back a pronoun may point, and no further than the paragraph before."""

_OPENING = 3
"""A person named by one of a sentence's first words is taken for what the sentence is about."""

_MOST = 8
"""So many credits of one sentence are compared with each other."""


def name_speakers(text: str, sentences: Sequence[Sentence], credits: Sequence[Credit]) -> list[str | None]:
    """The name of each credit's speaker in the order given, `None` where it can't be told safely."""
    if not credits:
        return []
    scene = _Scene(text, sentences, credits)
    for credit in sorted(credits, key=lambda credit: credit.name):
        scene.identify(credit)
    return [scene.speaker(credit) for credit in credits]


class _Scene:
    """Who has been named and has spoken so far; credits are to be identified in order."""

    def __init__(self, text: str, sentences: Sequence[Sentence], credits: Sequence[Credit]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._cast = Cast(text, (text[slice(*credit.name)] for credit in credits))
        self._by_sentence = self._arrange(credits)
        self._known: dict[Span, Name | None] = {}

    def _arrange(self, credits: Sequence[Credit]) -> dict[int, list[Credit]]:
        """The credits by the numbers of the sentences that their contents lie in."""
        found: dict[int, list[Credit]] = defaultdict(list)
        for credit in credits:
            number = self._number(credit.content[0][0])
            while number < len(self._sentences) and self._starts[number] < credit.content[-1][1]:
                found[number].append(credit)
                number += 1
        return found

    def _number(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def identify(self, credit: Credit) -> None:
        """Find out who speaks; to be asked for one credit after the other."""
        if credit.name in self._known:
            return
        source = self._text[slice(*credit.name)]
        description = described_as(source)
        if source.lower() in _PERSONAL or source.lower() in _COLLECTIVE:
            name = self._antecedent(credit, source.lower())
        elif description:
            name = self._cast.institution(description) or self._antecedent(credit, description[-1])
        else:
            name = self._cast.find(source)
        self._known[credit.name] = name

    def speaker(self, credit: Credit) -> str | None:
        """The name that was found for a credit; for "which" what it hangs on, as "the board"."""
        name = self._known.get(credit.name)
        if name is not None:
            return name.words
        hangs_on = self._text[slice(*credit.name)]
        is_which = self._text[slice(*credit.source)] == "which"
        return hangs_on if is_which and hangs_on.lower().startswith("the ") else None

    def _antecedent(self, credit: Credit, word: str) -> Name | None:
        """The one who spoke, or was spoken of alone, right before a pronoun or a role such as "envoy"."""
        here = self._number(credit.name[0])
        for number in range(here, max(-1, here - _LOOK_BACK - 1), -1):
            if self._sentences[here].block - self._sentences[number].block > 1:
                return None
            speakers = self._speakers(number, credit)
            if speakers:
                return speakers[0] if len(speakers) == 1 and _fits(word, speakers[0]) else None
            people = list(self._people(number, credit).items())
            if people:
                return _spoken_of(people, word, near=here - number <= 1)
        return None

    def _speakers(self, number: int, credit: Credit) -> list[Name | None]:
        """Who speaks in a sentence before the credit's own source, those quoted by others left out."""
        others = [other for other in self._by_sentence.get(number, [])[:_MOST] if other.name < credit.name]
        outer = [
            other.name
            for other in others
            if not any(start <= other.name[0] < end for one in others for start, end in one.content)
        ]
        return list(
            {
                name.words if name else None: name for span in outer for name in [self._known.get(span)]
            }.values()
        )

    def _people(self, number: int, credit: Credit) -> dict[Name, int]:
        """The people named in a sentence before the credit's source and outside its content, by place."""
        words = self._sentences[number].words
        people: dict[Name, int] = {}
        for place in range(words.count):
            if not words.is_capital(place):
                continue
            at, end = words.span((place, place + 1))
            if at >= credit.name[0]:
                break
            if any(start <= at < stop for start, stop in credit.content):
                continue
            person = self._cast.called(self._text[at:end])
            if person is not None:
                people.setdefault(person, place)
        return people


def _spoken_of(people: Sequence[tuple[Name, int]], word: str, *, near: bool) -> Name | None:
    """The only person whom a sentence names, or whom it begins with while the word fits nobody else."""
    name, place = people[0]
    if not near or not _fits(word, name):
        return None
    if len(people) == 1:
        return name
    sure = name.pronoun is not None and place <= _OPENING
    return name if sure and not any(_fits(word, other) for other, _ in people[1:]) else None


def _fits(word: str, name: Name | None) -> bool:
    """True where a pronoun, or a role, can stand for a name: nothing known of either speaks against it."""
    if name is None:
        return False
    if word in _COLLECTIVE:
        return name.kind is Kind.INSTITUTION
    if name.kind is Kind.INSTITUTION:
        return False
    if word not in _PERSONAL:
        return word in name.roles
    return name.pronoun in (None, _PERSONAL[word]) and (name.kind is Kind.PERSON or " " in name.words)
