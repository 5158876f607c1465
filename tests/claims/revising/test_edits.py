"""A thousand edits of the examples: nothing that changed is carried, and hardly anything else is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from claims.kinds import ClaimChange
from claims.reading import read
from claims.reading.record import Reading
from claims.revising import revised
from sources.readers import read_path, read_text
from tests.claims.revising.edits import EDITORS, Edit

EXAMPLES = Path(__file__).parents[3] / "examples"
PORTRAITS = """Two who came to Arden

Ilse Brandt wrote the first report on the flood. She counted 212 houses in the lower town. \
Her office paid for the boats.

Last week Pavel Orlin came from Sorvik. He brought 40 tents and spoke with the mayor. \
He will stay until Friday.

In Lakmark the wind fell at night. \
Later Tomas Reiner spoke to reporters. He said that 9 people were missing. The school was closed.

Mira Holm asked for more doctors. She has worked in Brennia since 2011. \
The hospital there has 300 beds.
"""
"""A text of the tests' own, since the examples hold few pronouns."""

SEEDS = range(4)
EDITS = 250


@cache
def texts() -> tuple[Reading, ...]:
    files = sorted(path for path in EXAMPLES.iterdir() if path.is_file() and path.name != "README.md")
    words = [read_path(path).text for path in files]
    return tuple(read(read_text(text)) for text in [*words, PORTRAITS])


def edits(seed: int) -> Iterator[tuple[Reading, Edit]]:
    """Edits of every kind in turn, each of a text that has a place for it."""
    chance = Random(seed)
    for number in range(EDITS):
        editor = EDITORS[number % len(EDITORS)]
        made = None
        while made is None:
            reading = chance.choice(texts())
            made = editor(reading, chance)
        yield reading, made


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_changed_is_carried_and_hardly_anything_else_is_opened(seed: int) -> None:
    carried, untouched, kinds = 0, 0, Counter[str]()
    wrong = []

    for was, edit in edits(seed):
        kinds[edit.kind] += 1
        became = {one.old: one.change for one in revised(was, read(read_text(edit.text)))}
        for number, statement in enumerate(was.statements):
            if number not in edit.changed:
                untouched += 1
                carried += became[number] is ClaimChange.CARRIED
            elif became[number] is ClaimChange.CARRIED:
                wrong.append((edit.kind, was.quote(statement)))

    assert wrong == []
    assert carried / untouched >= 0.99, f"{carried:,} of {untouched:,}"
    assert min(kinds.values()) >= EDITS // len(EDITORS)
