"""Tells by the words of a draft whether what was asked of a claim has been done.

Values in, values out, and only from what stands in a revision: so it can't say "done" of words that are
still there, or have come back. What words alone don't tell is left for a person to say. The cost is in
proportion to the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from claims.kinds import OutcomeKind, OutcomeState
from claims.outcomes.pages import Progress
from claims.revising.wording import as_read

_FEWEST = 4
"""Fewer words, as those of a heading, may stand in a sentence without being that claim again."""

_PIECE = re.compile(r"\d++(?:[.,:]\d++)*+|[^\W\d_]++(?:['-][^\W\d_]++)*+|-(?=\d)|[^\w\s.,;:!?\"'()\[\]…—-]")
"""Words, numbers and the signs that go with them; punctuation is none."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim as it stands in a revision: its words, and the names of those whom it credits."""

    words: str
    credits: frozenset[str] = frozenset()


class Draft:
    """The words of one revision; read once, since many claims are looked up in them."""

    def __init__(self, revision: int, text: str, claims: Sequence[str] = ()) -> None:
        """Take the text of a revision, and the words of its claims."""
        self.revision = revision
        self._text, self._claims = text, claims

    def times(self, wording: str) -> int:
        """How often a wording stands here: layout, the shapes of signs and a first capital apart."""
        return _times(wording, self._read)

    def still_has(self, words: str, *, but: Iterable[str] = ()) -> bool:
        """Whether the words of a claim stand here, wherever and however they are punctuated.

        Where they stand within one of the wordings `but`, they don't count.
        """
        kept = sorted(but, key=len, reverse=True)
        if as_read(words) in self._same.difference(map(as_read, kept)):
            return True
        sought = _pieces(words)
        if len(sought) < _FEWEST:
            return False
        rest = self._plain
        for wording in kept:
            rest = rest.replace(_plain(wording), "  ")
        return any(_joined([first, *sought[1:]]) in rest for first in _either(sought[0]))

    def says_more_than(self, earlier: Draft) -> bool:
        """Whether any claim here has words that none had in an earlier revision."""
        return not self._same <= earlier._same

    @cached_property
    def _read(self) -> str:
        return as_read(self._text)

    @cached_property
    def _plain(self) -> str:
        return _plain(self._text)

    @cached_property
    def _same(self) -> frozenset[str]:
        return frozenset(map(as_read, self._claims))


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a claim, and how the claim and its draft stood then."""

    kind: OutcomeKind
    wording: str | None
    claim: Placed
    then: Draft


def progress(asked: Asked, claim: Placed | None, now: Draft) -> Progress:
    """How far an outcome has come in a revision, in which the claim is `claim`, or `None` if it was cut."""
    if asked.kind is OutcomeKind.LEAVE:
        return Progress(OutcomeState.NOTHING_OWED)
    if now.revision <= asked.then.revision:
        return _open()
    match asked.kind:
        case OutcomeKind.CUT:
            return _cut(asked, claim, now)
        case OutcomeKind.FIX:
            return _fixed(asked, claim, now)
        case OutcomeKind.ATTRIBUTE:
            return _attributed(asked, claim, now)
        case OutcomeKind.ADD_CONTEXT:
            return _with_context(asked, claim, now)
        case _:
            assert_never(asked.kind)


def words_stand(asked: Asked, claim: Placed | None, now: Draft) -> bool:
    """Whether the words that were to go stand in a revision; nobody can then call the outcome done."""
    if asked.kind not in (OutcomeKind.CUT, OutcomeKind.FIX):
        return False
    if claim is not None and _same(claim, asked):
        return True
    kept = (asked.wording, claim.words if claim else None)
    return now.still_has(asked.claim.words, but=[words for words in kept if words])


def _cut(asked: Asked, claim: Placed | None, now: Draft) -> Progress:
    if words_stand(asked, claim, now):
        return _open(None if claim and _same(claim, asked) else "its words still stand in the text")
    return _shown(now) if claim is None else _unclear("its words were changed, not cut")


def _fixed(asked: Asked, claim: Placed | None, now: Draft) -> Progress:
    if words_stand(asked, claim, now):
        same = claim is not None and _same(claim, asked)
        return _open(None if same else "the words to be fixed still stand in the text")
    if asked.wording is not None and _stands(asked, claim, now):
        return _shown(now)
    if claim is None:
        return _cut_instead(now)
    if asked.wording is not None:
        return _unclear("it was changed, but not to the wording proposed")
    if Draft(now.revision, claim.words).still_has(asked.claim.words):
        return _unclear("the words to be fixed are still in it")
    return _shown(now)


def _attributed(asked: Asked, claim: Placed | None, now: Draft) -> Progress:
    if asked.wording is not None and _stands(asked, claim, now):
        return _shown(now)
    if claim is None:
        return _gone(asked, now)
    if claim.credits - asked.claim.credits:
        return _shown(now) if asked.wording is None else _unclear("it is attributed in other words")
    if _same(claim, asked):
        return _open()
    return _unclear("it was changed, and no new attribution was found in it")


def _with_context(asked: Asked, claim: Placed | None, now: Draft) -> Progress:
    if asked.wording is not None and _stands(asked, claim, now):
        return _shown(now)
    if claim is None:
        return _gone(asked, now)
    if asked.wording is None and now.says_more_than(asked.then):
        return _unclear("the text has other words since")
    return _open()


def _same(claim: Placed, asked: Asked) -> bool:
    return as_read(claim.words) == as_read(asked.claim.words)


def _stands(asked: Asked, claim: Placed | None, now: Draft) -> bool:
    """Whether the proposed wording stands in the claim, or in the text more often than when it was asked."""
    wording = asked.wording or ""
    was, inside = (_times(wording, as_read(one.words)) if one else 0 for one in (asked.claim, claim))
    return inside > was or now.times(wording) > asked.then.times(wording)


def _open(why: str | None = None) -> Progress:
    return Progress(OutcomeState.OPEN, why=why)


def _unclear(why: str) -> Progress:
    return Progress(OutcomeState.UNCLEAR, why=why)


def _shown(now: Draft) -> Progress:
    return Progress(OutcomeState.SHOWN, now.revision)


def _gone(asked: Asked, now: Draft) -> Progress:
    """A claim that stands there no more: it was cut, unless its words are now those of other claims."""
    if now.still_has(asked.claim.words):
        return _unclear("its words now belong to other claims")
    return _cut_instead(now)


def _cut_instead(now: Draft) -> Progress:
    return Progress(OutcomeState.CUT_INSTEAD, now.revision)


def _times(wording: str, read: str) -> int:
    """How often a wording stands in a text as a reader takes it, whole: "5 people" is not in "1.5 people"."""
    sought = [words for words in _either(as_read(wording)) if words in read]
    if not sought:
        return 0
    pattern = "|".join(map(re.escape, sought))
    return len(re.findall(rf"(?<![\w-])(?<!\d[.,])(?:{pattern})(?![\w%]|[.,-]\w)", read))


def _either(words: str) -> tuple[str, str]:
    """Words as they begin a sentence and as they stand within one."""
    return words, words[:1].swapcase() + words[1:]


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(as_read(text))


def _joined(pieces: Iterable[str]) -> str:
    """Pieces with blanks of their own on either side, so that taking one out leaves its neighbours whole."""
    return "".join(f" {piece} " for piece in pieces)


def _plain(text: str) -> str:
    return _joined(_pieces(text))
