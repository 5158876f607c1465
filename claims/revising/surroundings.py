"""What stands around each statement of a reading: headings, neighbours, speakers, names before it.

It answers questions about one reading; whether an answer that changed matters is for `rules.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import pairwise

from claims.kinds import ClaimKind
from claims.reading.record import Reading
from claims.reading.word_classes import CLOSED, TIMES
from claims.reading.wordlists import load_lines, word_set
from claims.revising.wording import as_read, words_in

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
POINTING = word_set(
    "they them their theirs it its this these those both neither either such others another same "
    "latter former"
)
_NO_NAMES = CLOSED | TIMES
_COUNTED_ON = word_set("next following same previous that")
_SPANS = word_set("hour hours day days morning evening night week weeks month months year years")
_NOT_POINTED_AT = TIMES | {"time"}
_OPENING = 3
"""A word that points back is looked for among so many first words of a claim."""

_LOOK_BACK = 3
"""So many sentences back a name may stand that a pronoun means, and no further than the block before."""

_MOST_NAMES = 12
"""More names than a pronoun could mean are not passed on from sentence to sentence."""

_LONGEST_WORD = 30

PARTS = (ClaimKind.LIST_ITEM, ClaimKind.TABLE_ROW)
_WORD = re.compile(r"[^\W\d_]++")
_THE_ROLE = re.compile(r"\b(?:[Tt]he|[Tt]his) ([a-z]++)\b")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’-]*+")
_ROLES = frozenset(
    line.partition(":")[0].lower() for name in ("organisation_words", "titles") for line in load_lines(name)
)
_AROUND_A_ROLE = 5


class Surroundings:
    """One reading, asked about the statements around each of its statements by their numbers."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.statements = reading.statements
        self.words = [as_read(reading.quote(statement)) for statement in reading.statements]
        self._starts = [block.start for block in reading.source.blocks]
        self.blocks = [bisect_right(self._starts, one.start) - 1 for one in self.statements]

    def tokens(self, at: int) -> list[str]:
        """The words of a statement in small letters."""
        return self._tokens[at]

    @cached_property
    def _tokens(self) -> list[list[str]]:
        return [words_in(words) for words in self.words]

    def heading(self, at: int) -> str:
        """The words of the heading above; empty where there is none."""
        return as_read(self.statements[at].section or "")

    def before(self, at: int) -> str:
        """The words of the sentence right before, in the same block; empty where there is none.

        Of a part it is the one before the whole that was split.
        """
        first = self._parts.get(at, (at,))[0]
        return self.words[first - 1] if self._beside(first - 1, first) else ""

    def two_before(self, at: int) -> str:
        """The words of the two sentences before, in its block and the block before that."""
        first = self._parts.get(at, (at,))[0]
        near = range(max(0, first - 2), first)
        return " ".join(self.words[back] for back in near if self.blocks[at] - self.blocks[back] <= 1)

    def after(self, at: int) -> str:
        """The words of the sentence right after, in the same block."""
        last = self._parts.get(at, (at,))[-1]
        return self.words[last + 1] if self._beside(last, last + 1) else ""

    def _beside(self, one: int, other: int) -> bool:
        inside = one >= 0 and other < len(self.statements)
        return inside and self.blocks[one] == self.blocks[other]

    @cached_property
    def introductions(self) -> list[str]:
        """For each statement the line that introduces it with a colon; an item has its list's."""
        found: list[str] = []
        for at, statement in enumerate(self.statements):
            previous = self.words[at - 1] if at else ""
            first = self._parts.get(at, (at,))[0]
            if first < at:
                found.append(found[first])
            elif previous.endswith(":"):
                found.append(previous)
            elif at and statement.kind in PARTS and self.statements[at - 1].kind is statement.kind:
                found.append(found[-1])
            else:
                found.append("")
        return found

    def rest(self, at: int) -> str:
        """The words of the other parts of a sentence that people split; empty where it was not split."""
        return " … ".join(self.words[other] for other in self.other_parts(at))

    def rest_without_figures(self, at: int) -> list[str]:
        """The same, part by part, whatever its figures are."""
        return [self._without_figures(other) for other in self.other_parts(at)]

    def other_parts(self, at: int) -> list[int]:
        """The other parts of a sentence that people split, in order."""
        return [other for other in self._parts.get(at, ()) if other != at]

    @cached_property
    def _parts(self) -> dict[int, list[int]]:
        """For each part of a sentence that was split: the numbers of all of its parts."""
        number = {(one.start, one.end): at for at, one in enumerate(self.statements)}
        splits = ([number[span] for span in one.cut] for one in self.reading.stretches if len(one.cut) > 1)
        return {at: parts for parts in splits for at in parts}

    def _without_figures(self, at: int) -> str:
        """The words of a statement with a blank for each of its figures."""
        statement, text = self.statements[at], self.reading.source.text
        told, place = "", statement.start
        for figure in statement.figures:
            told += text[place : max(place, figure.start)] + " # "
            place = max(place, figure.end)
        return as_read(told + text[place : statement.end])

    def header(self, at: int) -> str:
        """The words above the columns of a table row."""
        statement = self.statements[at]
        if statement.kind is not ClaimKind.TABLE_ROW:
            return ""
        block = self.reading.source.blocks[self.blocks[at]]
        headers = [cell.header or "" for cell in block.cells]
        return as_read(" | ".join(headers)) if any(headers) else self._header_rows[at]

    @cached_property
    def _header_rows(self) -> list[str]:
        found: list[str] = []
        for at, statement in enumerate(self.statements):
            inside = statement.kind is ClaimKind.TABLE_ROW
            own = self.words[at] if statement.kind is ClaimKind.TABLE_HEADER else ""
            found.append(found[-1] if inside and found else own)
        return found

    @cached_property
    def quoted(self) -> list[bool]:
        """For each statement, whether a quotation that began before it in its block still goes on."""
        found: list[bool] = []
        for at in range(len(self.statements)):
            marks = (
                found[-1] != bool(self.words[at - 1].count('"') % 2) if self._beside(at - 1, at) else False
            )
            found.append(marks)
        return found

    def names(self, at: int) -> tuple[str, ...]:
        """The words of a statement that may be names, by their capitals; its first word may be one too."""
        return tuple(match.group() for match in self._capitals[at])

    @cached_property
    def _capitals(self) -> list[list[re.Match[str]]]:
        return [
            [one for one in _CAPITALISED.finditer(words) if one.group().lower() not in _NO_NAMES]
            for words in self.words
        ]

    def _sure_names(self, at: int) -> list[re.Match[str]]:
        """The names of a statement; the capital of its first word counts only where something says so."""
        words, found = self.words[at], self._capitals[at]
        if not found or words[: found[0].start()].strip(' "-—(•'):
            return found
        leads = len(found) > 1 and found[1].start() == found[0].end() + 1
        return found if leads or self.is_proper(found[0].group()) else found[1:]

    def _full_names(self, at: int) -> list[list[str]]:
        """The names of two words and more."""
        runs: list[list[str]] = []
        end = -1
        for one in self._sure_names(at):
            if runs and one.start() == end + 1:
                runs[-1].append(_bare(one.group()))
            else:
                runs.append([_bare(one.group())])
            end = one.end()
        return [run for run in runs if len(run) > 1]

    def is_proper(self, word: str) -> bool:
        """Whether a word is written with a capital inside a sentence, here or elsewhere in the text."""
        return _bare(word) in self._inside

    @cached_property
    def _inside(self) -> frozenset[str]:
        return frozenset(
            _bare(match.group())
            for words in self.words
            for match in _CAPITALISED.finditer(words)
            if match.start() > 1
        )

    def antecedents(self, at: int, pronouns: frozenset[str]) -> tuple[str, ...]:
        """The names before a statement that one of the pronouns in it can mean."""
        if pronouns not in self._antecedents:
            found: list[tuple[str, ...]] = []
            for place in range(len(self.statements)):
                found.append(self._names_before(place, pronouns, found))
            self._antecedents[pronouns] = found
        return self._antecedents[pronouns][at]

    @cached_property
    def _antecedents(self) -> dict[frozenset[str], list[tuple[str, ...]]]:
        return {}

    def _names_before(
        self, at: int, pronouns: frozenset[str], found: list[tuple[str, ...]]
    ) -> tuple[str, ...]:
        """The names in the nearest sentence that has any, and those that a pronoun there passes on."""
        for back in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
            if self.blocks[at] - self.blocks[back] > 1:
                return ()
            names = self.names(back)
            passed_on = found[back] if not pronouns.isdisjoint(self._tokens[back]) else ()
            if names or passed_on:
                return tuple(dict.fromkeys((*passed_on, *names)))[-_MOST_NAMES:]
        return ()

    def names_itself(self, at: int, pronouns: frozenset[str]) -> bool:
        """Whether somebody is named before the first of the pronouns, and no place: "in Arden"."""
        words = self.words[at]
        first = next((one.start() for one in _WORD.finditer(words) if one.group().lower() in pronouns), 0)
        starts = [name.start() for name in self._sure_names(at) if name.start() < first]
        behind = (words[max(0, start - _LONGEST_WORD) : start].split()[-1:] for start in starts)
        return any(not before or before[0].lower() not in CLOSED for before in behind)

    def pointed_at(self, at: int) -> tuple[str, ...]:
        """What stands in the sentences before that a first word such as "they" or "this" points back to."""
        content: list[str] = []
        here = at
        while here and at - here < _LOOK_BACK and _points_back(self._tokens[here]):
            if self.blocks[at] - self.blocks[here - 1] > 1:
                break
            here -= 1
            content += sorted(set(self._tokens[here]) - CLOSED)
        return tuple(content)

    def roles(self, at: int) -> dict[str, str]:
        """For each "the centre" or "the envoy" of a statement: how its bearer was last called before."""
        places = self._mentions
        found: dict[str, str] = {}
        for role in _bare_roles(self.words[at]):
            mentions = places.get(role, [])
            before = bisect_right(mentions, (at,))
            found[role] = mentions[before - 1][1] if before else ""
        return found

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[int, str]]]:
        """Where a role or a family name is said in full, by its last word: the statement and the words."""
        found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for at, words in enumerate(self.words):
            for name in self._full_names(at):
                found[name[-1]].append((at, " ".join(name)))
            small = words.split()
            for place, word in enumerate(small):
                role = _bare(word.strip('.,;:()"')).lower()
                if role in _ROLES and place and small[place - 1].lower() not in CLOSED:
                    beside = small[max(0, place - _AROUND_A_ROLE) : place + _AROUND_A_ROLE]
                    told = [one for one in beside if _CAPITALISED.match(one)]
                    found[role].append((at, " ".join([small[place - 1].lower(), *told])))
        return dict(found)

    def bearers(self, at: int) -> dict[str, str]:
        """For each name of one word in a statement: the full name before it that ends in it."""
        full = {word for name in self._full_names(at) for word in name}
        found: dict[str, str] = {}
        for name in sorted({_bare(name) for name in self.names(at)} - full):
            mentions = self._mentions.get(name, [])
            before = bisect_right(mentions, (at,))
            if before:
                found[name] = " ".join(mentions[before - 1][1].split()[-2:])
        return found


def _points_back(words: list[str]) -> bool:
    """Whether words lean on the sentence before: "of those", "the next day", but not "this time"."""
    for word, behind in zip(words[:_OPENING], [*words[1:], ""], strict=False):
        if word in POINTING and behind not in _NOT_POINTED_AT:
            return True
    return words[:1] == ["that"] or any(
        (one in _COUNTED_ON and other in _SPANS) or (one in _SPANS and other == "later")
        for one, other in pairwise(words)
    )


def _bare(name: str) -> str:
    """A name without its genitive and the full stop of an abbreviation."""
    return name.removesuffix("'s").rstrip(".'")


def _bare_roles(words: str) -> list[str]:
    """The roles that stand alone behind "the" or "this": "the centre"."""
    return [role for role in _THE_ROLE.findall(words) if role in _ROLES]
