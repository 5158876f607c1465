"""Everybody whom a document names, and by which words it calls them later on.

It joins "Voss" to "Harriet Voss" and "the centre" to the one centre that the document names; what
a pronoun means depends on the place, and is for `speakers.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claims.reading.names import Kind, Name, name_in, name_of_run, spelled_out

_MANY = 5
"""With so many bearers a word tells nobody apart, and no more of them are kept."""


class Cast:
    """The people and institutions of one document."""

    def __init__(self, text: str, sources: Iterable[str]) -> None:
        spelled = spelled_out(text)
        self._proper = spelled.proper
        self._runs = spelled.runs
        self._singles: dict[str, Name] = {}
        self._families: dict[str, list[Name]] = defaultdict(list)
        self._institutions: dict[str, set[str]] = defaultdict(set)
        self._read: dict[str, Name | None] = {}
        for source in sources:
            named = self._name_in(source)
            if named is not None:
                self._introduce(named)
            if named is not None and named.kind is Kind.INSTITUTION and " " in named.words:
                for role in named.roles:
                    self._institutions[role].add(named.words)

    def _name_in(self, source: str) -> Name | None:
        """The name in a source's words, which a document uses again and again; read once."""
        if source not in self._read:
            self._read[source] = name_in(source)
        return self._read[source]

    def _meet(self, family: str) -> None:
        """Introduce all whose names end with a word; of most whom a text names, nobody asks."""
        for words, role in self._runs.pop(family, ()):
            name = name_of_run(words, role)
            if name is not None:
                self._introduce(name)

    def _introduce(self, name: Name) -> None:
        if name.kind is Kind.INSTITUTION:
            return
        self._meet(name.family)
        if " " not in name.words:
            self._singles[name.words] = self._singles.get(name.words, name).joined(name)
            return
        bearers = self._families[name.family]
        for place, known in enumerate(bearers):
            if known.first == name.first:
                bearers[place] = known.joined(name)
                return
        if len(bearers) < _MANY:
            bearers.append(name)

    def find(self, source: str) -> Name | None:
        """Whom a source names; `None` where it names nobody, or more than one fits."""
        shouted = source.isupper() and self._is_family(source.rsplit(" ", 1)[-1].title())
        name = self._name_in(source.title() if shouted else source)
        if name is None or name.kind is Kind.INSTITUTION:
            return name
        self._meet(name.family)
        bearers = [known for known in self._families.get(name.family, []) if known.agrees(name)]
        if " " in name.words:
            return next((known for known in bearers if known.first == name.first), name)
        if not bearers:
            known = self._singles.get(name.words, name).joined(name)
            return known if name.words in self._proper or name.words.isupper() else None
        return bearers[0].joined(name) if len(bearers) == 1 else None

    def _is_family(self, word: str) -> bool:
        self._meet(word)
        return word in self._families

    def institution(self, description: tuple[str, ...]) -> Name | None:
        """The one speaking institution that a description can mean: "centre", "budget office"."""
        named = self._institutions.get(description[-1], set())
        name = self.find(next(iter(named))) if len(named) == 1 else None
        return name if name is not None and set(description) <= set(name.words.lower().split()) else None

    def called(self, word: str) -> Name | None:
        """Somebody whom a family name can mean, `None` for any other word."""
        self._meet(word)
        bearers = self._families.get(word)
        return bearers[0] if bearers else self._singles.get(word)
