"""What a person would call a quantity: "prisoners released by Belarus", "share of the vote, Hale".

Only a name for pages and messages; nothing is compared by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.reading.record import Figure
from claims.reconcile.lexicon import labels, measure_phrases, measures_marked
from claims.reconcile.story import Story


def label_of(members: Sequence[int], story: Story) -> str:
    """The name of the quantity that some groups measure, from the commonest words of their figures."""
    found = [story.found[number] for member in members for number in story.groups[member].members]
    meanings = [story.groups[member].side.meaning for member in members]
    measure = next((meaning.measure for meaning in meanings if meaning.measure and meaning.outright), None)
    noun = _commonest(_noun_words(figure.figure) for figure in found if figure.side.head)
    form = labels().get(measure, measure.replace("_", " ")) if measure else "{}"
    is_count = meanings[0].kind == "count"
    if "{}" in form and not noun and not (measure and is_count):
        return found[0].words
    if "{}" not in form and not is_count and noun and measure not in measures_marked("@"):
        return noun
    doer = _commonest(figure.doer for figure in found)
    holder = _commonest(meaning.holder for meaning in meanings) if measure in measures_marked("@") else None
    form = form.replace("{by}", f" by {doer}" if doer else "")
    if measure == "vote" and is_count:
        form = "votes"
    return form.format(noun or "people") + (f", {holder.title()}" if holder else "")


def _noun_words(figure: Figure) -> str | None:
    """The noun that is counted, in small letters; not one that says itself what happened ("deaths")."""
    words = (figure.counted or "").split()
    is_noun = bool(words) and words[-1].isalpha() and words[-1].islower()
    return figure.counted if is_noun and not any(map(measure_phrases().names_one, words)) else None


def _commonest(names: Iterable[str | None]) -> str | None:
    counts = Counter(name for name in names if name)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
