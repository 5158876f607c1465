"""What a claim says, as two claims are compared: its words in order, figures, dates, names, denials.

A figure or date stands for itself however it is spelled ("three", "3"; "3 May 2024", "May 3, 2024").
Nothing is compared here.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from claims.matching.spelling import capitalised, mended, words_of
from claims.matching.stems import stem
from claims.matching.vocabulary import common_stems, frames, spellings, terms_of, topic_of, word_list
from claims.reading.dates import DateMention, find_dates
from claims.reading.figures import find_figures
from claims.reading.record import Figure
from claims.reading.sentences import split_sentences
from claims.reading.word_classes import PAST_FORMS

_SIGNATURE = re.compile(r"[—–-][^—–()\n]{0,80}\(@\w{1,40}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4}\s{0,9}\Z")
"""Who posted it and when, behind a post that is quoted: no part of what it says."""

_CLIPPED = re.compile(r"[^\W\d_]++(?:'[^\W\d_]++)?")
_SIGN = re.compile(r"[<>=+±×÷≠≤≥−]|-(?=\d)")
"""Signs that say something by themselves."""

_DIGITS = re.compile(r"\d+")
_NOTHING_TOLD = (None, None, None, None)
_ARTICLES = frozenset({"a", "an", "the"})
_COUNTED_BY_ARTICLE = frozenset({"few", "little"})
_LONGEST_FRAME = 5
_STAMMERS = range(2, 6)
"""So many words are said twice; one word alone may be a name, as in "Pago Pago"."""
_QUOTATION = re.compile(r"[\"“”]([^\"“”\n]{12,600})[\"“”]")
_CLOSING = "\"”’') "

_Place = tuple[int, int, str]
"""Where a figure or date stands, and its key."""


@dataclass(frozen=True, slots=True)
class Part:
    """A figure or date of a claim: its words as written, and what they stand for."""

    quote: str
    key: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What a claim says.

    `text` is as written, but for spaces; `sentences` hold its words in order, `topics` what it is
    about, with the word that it uses for it; `quoted` are the words of its quotations, and `beside`
    those around them. `signature` is who posted it and when; empty where nobody signed.
    """

    text: str
    signature: str
    sentences: tuple[tuple[str, ...], ...]
    quoted: tuple[tuple[str, ...], ...]
    beside: frozenset[str]
    figures: tuple[Part, ...]
    dates: tuple[Part, ...]
    names: Mapping[str, str]
    denials: frozenset[str]
    asks: bool
    topics: Mapping[str, str]

    @property
    def words(self) -> frozenset[str]:
        """Every word, figure and date that it holds."""
        return frozenset(word for sentence in self.sentences for word in sentence)


def telling(text: str) -> Telling:
    """What a text says."""
    whole = mended(text)
    said = _SIGNATURE.sub("", whole)
    figures = [figure for figure in find_figures(said, 0, len(said)) if not figure.derived]
    dates = find_dates(said, 0, len(said))
    keys = [_date_key(date, said[date.start : date.end]) for date in dates]
    places = [(figure.start, figure.end, _figure_key(figure)) for figure in figures]
    places = sorted(places + [(date.start, date.end, key) for date, key in zip(dates, keys, strict=True)])
    sentences = [_kept(said, *span, places) for span in split_sentences(said, 0, len(said))]
    quotations = [quotation.span(1) for quotation in _QUOTATION.finditer(said)]
    return Telling(
        text=" ".join(text.split()),
        signature=" ".join(whole[len(said) :].split()),
        sentences=tuple(sentence for sentence in sentences if sentence),
        quoted=tuple(_kept(said, *span, places) for span in quotations),
        beside=frozenset(_spelled(_QUOTATION.sub(" ", said))),
        figures=tuple(Part(figure.quote, _figure_key(figure)) for figure in figures),
        dates=tuple(Part(said[date.start : date.end], key) for date, key in zip(dates, keys, strict=True)),
        names=_names(said),
        denials=frozenset(_spelled(said)) & word_list("denials.txt"),
        asks=said.rstrip(_CLOSING).endswith("?"),
        topics=_topics(said),
    )


def _figure_key(figure: Figure) -> str:
    change = figure.change.value if figure.change else ""
    ends = f"{figure.value}|{figure.low}|{figure.high}"
    return f"#{ends}|{figure.modifier.value}|{change}|{figure.unit or ''}"


def _date_key(date: DateMention, quote: str) -> str:
    """The day, month or weekday of a date; its words where those say more, as in "the 1990s"."""
    told = {date.year, date.month, date.day}
    if date[2:] == _NOTHING_TOLD or not told.issuperset(map(int, _DIGITS.findall(quote))):
        return f"@{' '.join(words_of(quote))}"
    return f"@{date.year}-{date.month}-{date.day}-{date.weekday}"


def _kept(text: str, start: int, end: int, places: Sequence[_Place]) -> tuple[str, ...]:
    """The words of a sentence, a figure or date in one word, without what only frames them."""
    words: list[str] = []
    behind = start
    for first, last, key in places[bisect_left(places, (start,)) :]:
        if first >= end:
            break
        if behind <= first and last <= end:
            words += [*_spelled(text[behind:first]), key]
            behind = last
    words += _spelled(text[behind:end])
    if text[start:end].rstrip(_CLOSING).endswith("?"):
        words.append("?")
    return tuple(_without_stammer(_unframed(_without_fillers(words))))


def _spelled(text: str) -> tuple[str, ...]:
    """The words of some text, clipped ones spelled out.

    Where folding would take away marks that are part of a word, as in Hindi, words stay as they are.
    """
    if any(unicodedata.category(sign).startswith("M") for sign in unicodedata.normalize("NFC", text)):
        return tuple(text.casefold().split())
    words = _CLIPPED.sub(_meant, text.replace("’", "'"))
    return words_of(_SIGN.sub(_named, words))


def _meant(word: re.Match[str]) -> str:
    return spellings().get(word[0].lower(), word[0])


def _named(sign: re.Match[str]) -> str:
    return f" {unicodedata.name(sign[0]).replace('-', ' ').replace(' ', '')} "


def _without_fillers(words: Sequence[str]) -> list[str]:
    """The words without articles, and without the "has" that makes no difference in "has said"."""
    return [
        word for word, following in zip_longest(words, words[1:], fillvalue="") if not _fills(word, following)
    ]


def _fills(word: str, following: str) -> bool:
    if word in _ARTICLES:
        return following not in _COUNTED_BY_ARTICLE
    return word == "has" and (following in PAST_FORMS or following.endswith("ed"))


def _unframed(words: Sequence[str]) -> list[str]:
    """The words without the phrases that only frame a statement."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        length = _frame_at(words, at, first=not kept)
        if not length:
            kept.append(words[at])
        at += length or 1
    return kept


def _frame_at(words: Sequence[str], at: int, *, first: bool) -> int:
    """How many words the longest frame has that stands at a place; 0 where none does."""
    known = frames(first=first)
    return next((n for n in range(_LONGEST_FRAME, 0, -1) if tuple(words[at : at + n]) in known), 0)


def _without_stammer(words: Sequence[str]) -> list[str]:
    """The words without a run that comes twice at once, as people speak: "he actually, he actually"."""
    kept: list[str] = []
    for word in words:
        kept.append(word)
        for length in _STAMMERS:
            if len(kept) >= 2 * length and kept[-length:] == kept[-2 * length : -length]:
                del kept[-length:]
                break
    return kept


def _names(text: str) -> dict[str, str]:
    """The words with a capital and how they are written; none that is common or begins a sentence."""
    if text.isupper():
        return {}
    within = " ".join(
        text[start:end].lstrip("\"“‘'( ").partition(" ")[2]
        for start, end in split_sentences(text, 0, len(text))
    )
    return {
        name: written
        for name, written in capitalised(within).items()
        if stem(name) not in common_stems() and name not in word_list("stop_words.txt")
    }


def _topics(text: str) -> dict[str, str]:
    """What a text is about, by topic, with the first word that it has for it."""
    written_large = capitalised(text)
    found: dict[str, str] = {}
    for word in words_of(text):
        for term in terms_of((word,)):
            if term not in common_stems() and (len(term) > 1 or term.isdecimal()):
                found.setdefault(topic_of(term), written_large.get(word, word))
    return found
