"""Finds where sentences end inside one block of text, by rules over the words around each stop.

Blocks come first (a heading, a bullet and a table row end where they end), so only running
text is looked at here. The words that the rules know are in `data/sentence_ends.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.reading.record import Span
from claims.reading.wordlists import load_sections, load_words

_LISTS = {name: frozenset(entries) for name, entries in load_sections("sentence_ends").items()}
_AFTER_MARK = (
    r"""(?<=[.!?…؟۔।])(?P<more>[.!?…؟۔।]{0,7}+)(?P<closers>["'”’»)\]]{0,4}+)"""
    r"""(?:[ ]?\[\d{1,3}\]){0,5}(?=\s|\Z)"""
    r"""|(?<=[。！？｡])(?P<full>[。！？｡]{0,7}[」』”’）]{0,4})"""
    r"""|(?<=[a-z][a-z][a-z]\.)(?P<glued>)(?=[A-Z][a-z]{0,9}\s)"""
)
_CREDIT = rf"""(?<=\s)(?P<credit>)(?=(?:{"|".join(sorted(_LISTS["credits"]))}):\s)"""
_STOP = re.compile(rf"(?P<mark>[.!?…؟۔।。！？｡])(?:{_AFTER_MARK})")
"""A place where a sentence may end. A set of signs comes first, so that all else is passed over fast."""

_STOP_OR_CREDIT = re.compile(rf"(?P<mark>[.!?…؟۔।。！？｡\s])(?:{_AFTER_MARK}|{_CREDIT})")
"""The same, and the blank before "Photo: …", which needs a colon."""

_NEXT = re.compile(r"""(?P<openers>["'“‘«„‹(\[]{0,4})(?P<word>[^\W_][\w’'-]{0,40}|\S)""")
_AFTER_NEXT = re.compile(r"\s{1,20}+(\w)")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.){1,6}[^\W\d_]{1,2}")
_ENUMERATOR = re.compile(r"\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}")
_ROMAN = re.compile(r"[IVX]{2,6}|[VX]")
_SPEAKER = re.compile(r"\s{1,20}+(?:[A-Z][\w.’'-]{0,30}\s{1,20}){1,6}(?P<verb>[a-z]{3,12})\b")
_LOCAL_TIME = re.compile(r"\s{1,20}+(?:[A-Z][a-z]{1,20}\s{1,20}){1,3}[Tt]ime\b")
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.\Z")
_SCALE = re.compile(r"\d\s?(?P<word>[^\W\d_]{1,5})\.\Z")
_SCALES = load_words("other_scale_words")
_WORD = re.compile(r"[^\W_]")
_LOOK_BACK = 48


def split_sentences(text: str, start: int, end: int, *, ordinal_stops: bool = False) -> Iterator[Span]:
    """The sentences of `text[start:end]` in order, without the blanks around them.

    `ordinal_stops` says that a stop behind one or two digits may make an ordinal of them ("13. Mai"),
    as in many languages other than English, and one behind a short word for a scale an abbreviation
    ("3 Mio."); no sentence ends there then. They hold every non-blank character of the stretch; a
    closing quotation mark or bracket and a footnote mark belong to the sentence before them.
    """
    begin = _skip_blanks(text, start, end)
    first_word, last_word = _next_word(text, begin, end), _last_word(text, begin, end)
    stops = _STOP_OR_CREDIT if text.find(":", begin, end) >= 0 else _STOP
    for match in stops.finditer(text, begin, end):
        if ordinal_stops and _is_ordinal_or_scale(text[max(begin, match.start() - 10) : match.end()]):
            continue
        if match.start() <= first_word or match.end() > last_word:
            continue  # a sentence holds a word; a stray mark at the end belongs to the last one
        if _Stop(text, begin, end, match).ends_sentence():
            yield begin, _skip_blanks_back(text, match.end()) if match.lastgroup == "credit" else match.end()
            begin = _skip_blanks(text, match.end(), end)
            first_word = _next_word(text, begin, end)
    if begin < end:
        yield begin, begin + len(text[begin:end].rstrip())


def _is_ordinal_or_scale(before: str) -> bool:
    """Whether what comes before a place, its stop included, ends in "13." or "3 Mio."."""
    scale = _SCALE.search(before)
    return bool(_ORDINAL.search(before)) or (scale is not None and scale["word"].lower() in _SCALES)


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _skip_blanks_back(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _next_word(text: str, start: int, end: int) -> int:
    found = _WORD.search(text, start, end)
    return found.start() if found else end


def _last_word(text: str, start: int, end: int) -> int:
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return end - 1


class _Stop:
    """One stop in its surroundings: what stands before it in the sentence, and what follows."""

    def __init__(self, text: str, begin: int, end: int, match: re.Match[str]) -> None:
        self.text = text
        self.begin = begin
        self.end = end
        self.match = match
        following = _NEXT.match(text, _skip_blanks(text, match.end(), end), end)
        assert following is not None  # a word follows every stop that is looked at
        self.following = following
        self.next_word = following["word"]
        stop = match.start()
        alone = text[stop - 1].isspace()
        self.words_before = [] if alone else text[max(begin, stop - _LOOK_BACK) : stop].split()
        self.token = self.words_before[-1].lstrip("\"'“‘«„([") if self.words_before else ""

    def ends_sentence(self) -> bool:
        """Whether a new sentence begins after this stop."""
        if self.match.lastgroup in ("full", "credit"):
            return True
        if self.match.lastgroup == "glued":
            return self.before_opener()
        if self.goes_on_small():
            return False
        marks = self.match["mark"] + self.match["more"]
        if "?" in marks or "!" in marks:
            return self._question_ends()
        if "…" in marks or marks in ("..", "..."):
            return self._ellipsis_ends()
        return self._full_stop_ends()

    def before_opener(self) -> bool:
        """Whether the next word is one that begins sentences ("The", "However")."""
        word = self.next_word.partition("’")[0].partition("'")[0].lower()
        return word in _LISTS["openers"] or (word.endswith("ly") and self._after_next() == ",")

    def goes_on_small(self) -> bool:
        """Whether the next word is small and no name ("iPhone", "al-Qaida", "de Blasio" are names)."""
        word = self.next_word
        if not word[0].islower() or word.lower() != word:
            return False
        return word not in _LISTS["particles"] or not self._second_word().isupper()

    def _second_word(self) -> str:
        """The first letter of the word after the next, or nothing."""
        found = _AFTER_NEXT.match(self.text, self.following.end(), self.end)
        return found[1] if found else ""

    def _after_next(self) -> str:
        """The sign right behind the next word."""
        return self.text[self.following.end() : self.following.end() + 1]

    def _question_ends(self) -> bool:
        closers = self.match["closers"]
        if closers.startswith(")") and self.text[self.match.start() - 1] == "(":
            return False  # "(?)" doubts one word
        if not closers and self._is_name_with_mark():
            return self.before_opener()
        if closers and not self.before_opener():
            speaker = _SPEAKER.match(self.text, self.match.end(), self.end)
            return speaker is None or speaker["verb"] not in _LISTS["saying"]
        return True

    def _is_name_with_mark(self) -> bool:
        words = self.words_before
        return (
            self.token in _LISTS["names with a mark"] or " ".join(words[-2:]) in _LISTS["names with a mark"]
        )

    def _ellipsis_ends(self) -> bool:
        before = self.text[self.match.start() - 1]
        if before in "[(":
            return False
        if self.match["closers"]:
            return True
        if not before.isspace():
            return True
        return self.before_opener() and self.next_word[:2] not in ("I", "I'", "I’")

    def _full_stop_ends(self) -> bool:
        sort = self._listed_as()
        if self.next_word in "–—-":
            return sort is None and not self.match["closers"]
        match sort:
            case "enumerators" | "titles" | "joining":
                return False
            case "clock":
                return not self._time_goes_on()
            case "initials":
                return self._ends_after_initials()
            case "numbered":
                return not self._before_number()
            case "months":
                return not self.next_word[0].isdigit()
            case "inside names":
                return self.before_opener()
            case "after names":
                return self.before_opener() or (self.next_word[0].isalpha() and self._second_word().islower())
            case _:
                return True

    def _listed_as(self) -> str | None:
        """What sort of abbreviation carries the stop; `None` for an ordinary word."""
        token = self.token.lower()
        last = token.rsplit("-", 1)[-1]
        capital, shouted = self.token[:1].isupper(), self.token.isupper()
        if self._is_enumerator():
            return "enumerators"
        if token in _LISTS["clock"]:
            return "clock"
        if _INITIALS.fullmatch(self.token) or (len(token) == 1 and capital):
            return "initials"
        if last in _LISTS["titles"]:
            return "titles" if capital else "inside names"
        if token in _LISTS["joining"] and not shouted:  # "IE" is no "i.e."
            return "joining"
        if last in _LISTS["numbered"] and not shouted:
            return "numbered"
        if capital and last in _LISTS["months"]:
            return "months"
        if capital and last in _LISTS["after names"]:
            return "after names"
        return "inside names" if last in _LISTS["inside names"] else None

    def _is_enumerator(self) -> bool:
        """Whether the sentence so far is only its number: "1." or "iv."."""
        return self.match.start() - self.begin == len(self.token) and bool(_ENUMERATOR.fullmatch(self.token))

    def _before_number(self) -> bool:
        if self.next_word[0].isdigit() or self.next_word in "$€£¥₹#" or _ROMAN.fullmatch(self.next_word):
            return True
        return "(" in self.following["openers"] and not self.match["closers"]

    def _time_goes_on(self) -> bool:
        if self.next_word.lower() in _LISTS["time words"] or self.next_word.lower() in _LISTS["months"]:
            return True
        return _LOCAL_TIME.match(self.text, self.match.end(), self.end) is not None

    def _ends_after_initials(self) -> bool:
        if len(self.words_before) > 1 and self.words_before[-2].lower() in _LISTS["lettered"]:
            return True
        if self._after_next() == ":":
            return True  # a label, as in "in Washington, D.C. Image: …"
        return self.before_opener() and not (len(self.next_word) == 1 and self._after_next() == ".")
