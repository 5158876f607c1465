"""What it costs to tell which claims of a draft changed, beside reading the draft."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.growth import made_up_article
from benchmarks.ratios import Ratio, cpu_in_turn
from claims.reading import read
from claims.reading.record import Reading
from claims.revising import revised
from sources.readers import read_text

_DRAFT = 1_050
"""So many sentences make a draft of 10,000 words."""


def measure() -> Iterator[Ratio]:
    """CPU seconds for an edited draft, for one with every sentence edited, and for one ten times as long."""
    text = made_up_article(_DRAFT)
    was, edited, rewritten = (_read(words) for words in (text, _edited(text), _rewritten(text)))
    long, long_edited = _read(made_up_article(10 * _DRAFT)), _read(_edited(made_up_article(10 * _DRAFT)))

    reading, some, every, longer = cpu_in_turn(
        lambda: _read(text),
        lambda: revised(was, edited),
        lambda: revised(was, rewritten),
        lambda: revised(long, long_edited),
        rounds=3,
    )
    words = f"{len(text.split()):,}"
    yield Ratio(f"comparing two drafts of {words} words, beside reading one", some, reading, most=1)
    yield Ratio("the same, with every sentence edited", every, reading, most=2)
    yield Ratio("comparing drafts ten times as long", longer, some, most=13)


def _read(text: str) -> Reading:
    return read(read_text(text))


def _edited(text: str) -> str:
    """The text with every twentieth paragraph edited, moved behind the next, or cut."""
    paragraphs = text.split("\n\n")
    for at in range(1, len(paragraphs) - 2, 20):
        paragraphs[at] = paragraphs[at].replace("Arden", "Lakmark").replace("123", "124")
        paragraphs[at + 1], paragraphs[at + 2] = paragraphs[at + 2], paragraphs[at + 1]
    del paragraphs[7::40]
    return "\n\n".join(paragraphs)


def _rewritten(text: str) -> str:
    return text.replace(" the ", " all the ").replace(" in ", " near ").replace("We ", "They ")
