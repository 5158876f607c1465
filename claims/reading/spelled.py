"""Numbers in words, by the grammar of English numerals: "two hundred and fifty thousand", "a dozen"."""

from __future__ import annotations

from decimal import Decimal

from claims.reading.numerals import MOST_WORDS, SCALES, SMALL, Numeral, own_grain, whole
from claims.reading.tokens import Tokens
from claims.reading.wordlists import word_set

_MEASURES = word_set(
    "hour mile kilometre kilometer metre meter pint litre liter tonne ton acre point day year"
)
_MONEY = frozenset({"dollar", "pound", "euro"})
_HALF_MORE = ("-", "and", "-", "a", "-", "half")
_LARGE = frozenset({"million", "billion", "trillion"})


def in_words(tokens: Tokens, at: int) -> Numeral | None:
    """The number in words that begins at a token."""
    word = tokens.lower[at]
    if word in ("a", "an"):
        return _with_article(tokens, at)
    if word == "half":
        return _half(tokens, at)
    if word in SCALES:
        bare = word in _LARGE and not _MONEY.isdisjoint(tokens.lower[at + 1 : at + 3])
        return _Reader(tokens, at).read() if bare else None
    return _Reader(tokens, at).read() if word in SMALL else None


def _with_article(tokens: Tokens, at: int) -> Numeral | None:
    """A number behind "a": "a hundred and twenty", "a dozen", "a pair of"."""
    word = tokens.lower[at + 1]
    if word == "pair" and tokens.lower[at + 2] == "of":
        return Numeral(at, at + 2, Decimal(2))
    if tokens.follows(at + 1, ("half", "-", "dozen")):
        return Numeral(at, at + 4, Decimal(6))
    numeral = _Reader(tokens, at + 1).read() if word in SCALES else None
    return numeral and Numeral(at, numeral.last, numeral.value, scaled=numeral.scaled, grain=numeral.grain)


def _half(tokens: Tokens, at: int) -> Numeral | None:
    """Half of a scale word or of a measure: "half a million", "half-dozen", "half an hour"."""
    last = at + 2 if tokens.lower[at + 1] in ("a", "an", "-") else at + 1
    factor = SCALES.get(tokens.lower[last])
    if factor is not None:
        return Numeral(
            at, last + 1, Decimal(factor // 2), scaled=factor > 12, grain=Decimal(max(1, factor // 10))
        )
    measure = last + 1 if tokens.lower[last] in ("percentage", "basis") else last
    if tokens.lower[at + 1] in ("a", "an") and tokens.lower[measure] in _MEASURES:
        return Numeral(at, last, Decimal("0.5"), grain=Decimal("0.1"))
    return None


class _Reader:
    """Reads number words from left to right; `total` holds what is multiplied, `current` what is not yet."""

    def __init__(self, tokens: Tokens, at: int) -> None:
        self.tokens, self.first, self.position, self.last = tokens, at, at, at
        self.total, self.current, self.scale = Decimal(0), Decimal(0), 0

    def read(self) -> Numeral | None:
        """The number at the first token, as far as its words go."""
        while self.position < self.first + MOST_WORDS and self._step():
            pass
        if self.last == self.first:
            return None
        value = self.total + self.current
        scaled = self.scale > 12 or self.current >= 100
        grain = own_grain(whole(value)) if scaled else Decimal(1)
        return Numeral(self.first, self.last, whole(value), scaled=scaled, grain=grain)

    def _step(self) -> bool:
        """Takes one more word in; false where the number ends."""
        word = self.tokens.lower[self.position]
        if word in SMALL and self._takes(SMALL[word]):
            self.current += SMALL[word]
        elif word in SCALES and self._takes_scale(SCALES[word]):
            self._multiply(SCALES[word])
        elif (
            word == "and"
            and self.tokens.follows(self.position, ("and", "a", "half"))
            and 0 < self.current < 100
        ):
            self.current += Decimal("0.5")
            self.position += 2
        elif word == "-" and self.tokens.follows(self.position, _HALF_MORE) and 0 < self.current < 100:
            self.current += Decimal("0.5")
            self.position += len(_HALF_MORE) - 1
        elif self._is_joint(word):
            self.position += 1
            return True
        else:
            return False
        self.position += 1
        self.last = self.position
        return True

    def _takes(self, number: int) -> bool:
        """Whether a small number may follow: "twenty" takes "two", "two" takes nothing."""
        if self.position == self.first:
            return True
        rest = int(self.current) % 100
        if number >= 10:
            return rest == 0
        return number > 0 and rest % 10 == 0 and rest != 10

    def _takes_scale(self, factor: int) -> bool:
        if factor == 100:
            return self.current < 100
        return self.scale == 0 or factor < self.scale

    def _multiply(self, factor: int) -> None:
        if factor == 100:
            self.current = (self.current or Decimal(1)) * 100
        else:
            self.total += (self.current or Decimal(1)) * factor
            self.current, self.scale = Decimal(0), factor

    def _is_joint(self, word: str) -> bool:
        """Whether "and" or a hyphen lies inside the number: "two hundred and fifty", "forty-two"."""
        following = self.tokens.lower[self.position + 1]
        if self.position == self.first:
            return False
        if word == "-":
            return self.tokens.glued(self.position) and (following in SMALL or following in SCALES)
        round_number = self.current % 100 == 0 and self.total + self.current >= 100
        return word == "and" and round_number and SMALL.get(following, 0) > 0
