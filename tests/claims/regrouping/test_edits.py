"""A thousand edits of texts with split sentences: nothing changed is carried, the rest is cut the same."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from claims.kinds import ClaimChange
from claims.reading import read
from claims.reading.record import Reading, Statement, Stretch
from claims.regrouping.carrying import cut_as_before
from claims.regrouping.recutting import recut
from claims.regrouping.seams import has_words, parted, seams_before, tokens_in
from claims.revising import revised
from sources.readers import read_text
from tests.claims.revising.edits import Edit
from tests.claims.revising.test_edits import edits

SEEDS = range(4)
ONE_IN = 3
"""So many sentences are split as one in this many."""

INSIDE = ("figure", "unit", "name", "date", "negation")
"""Edits of one word: the part that holds it changed, whatever the others are."""


def split_somewhere(reading: Reading, chance: Random) -> Reading:
    text, stretches = reading.source.text, []
    for one in reading.statements:
        words = tokens_in(text, (one.start, one.end))
        if len(words) < 8 or chance.randrange(ONE_IN):
            continue
        at = chance.randrange(3, len(words) - 3)
        seams = seams_before(text, (one.start, one.end), text[words[at].start : words[at + 2].end])
        cut = parted(text, (one.start, one.end), seams[:1])
        across = any(figure.start < seams[0] < figure.end for figure in one.figures)
        if not across and all(has_words(text, part) for part in cut):
            stretches.append(Stretch(((one.start, one.end),), cut, (1,)))
    return recut(reading, stretches)


def changed_in(whole: Reading, was: Reading, edit: Edit) -> set[int]:
    """The claims of the split text that mean something else after the edit."""
    text = whole.source.text
    place = next((at for at, (a, b) in enumerate(zip(text, edit.text, strict=False)) if a != b), len(text))
    spans = [whole.statements[number] for number in edit.changed]
    inside = [at for at, one in enumerate(was.statements) if any(holds(span, one) for span in spans)]
    if edit.kind in INSIDE:
        own = {at for at in inside if was.statements[at].start <= place < was.statements[at].end}
        return own or set(inside)
    return set(inside)


def holds(whole: Statement, part: Statement) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def cases(seed: int) -> Iterator[tuple[Reading, Edit, set[int]]]:
    chance = Random(seed + 100)
    for whole, edit in edits(seed):
        was = split_somewhere(whole, chance)
        yield was, edit, changed_in(whole, was, edit)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_changed_is_carried_and_hardly_anything_else_is_opened(seed: int) -> None:
    carried, untouched, parts, lost = 0, 0, 0, 0
    wrong = []

    for was, edit, changed in cases(seed):
        spans = [(one.start, one.end) for one in was.statements]
        parts_of = {span: stretch.cut for stretch in was.stretches for span in stretch.cut}
        beside = {span for at in changed for span in parts_of.get(spans[at], ())}
        now = cut_as_before(was, read(read_text(edit.text))).reading
        became = {one.old: one.change for one in revised(was, now)}
        for at, span in enumerate(spans):
            is_carried = became[at] is ClaimChange.CARRIED
            if at in changed and is_carried:
                wrong.append((edit.kind, was.quote(was.statements[at])))
            elif at not in changed and span not in beside:
                untouched += 1
                carried += is_carried
                parts += span in parts_of
                lost += span in parts_of and not is_carried

    assert wrong == []
    assert carried / untouched >= 0.99, f"{carried:,} of {untouched:,}"
    assert parts
    assert lost / parts <= 0.02, f"{lost:,} of {parts:,} parts"


@pytest.mark.parametrize("seed", SEEDS[:1])
def test_the_same_text_is_cut_the_same_again(seed: int) -> None:
    for was, _, _ in list(cases(seed))[:60]:
        recut_again = cut_as_before(was, read(was.source))

        assert recut_again.reading.stretches == was.stretches
        assert not recut_again.misfits
        assert {one.change for one in revised(was, recut_again.reading)} == {ClaimChange.CARRIED}
