"""Whether "one" counts."""

from __future__ import annotations

import pytest

from claims.reading.figures import find_figures

ONES = {
    "one person": ("One person was killed.", 1),
    "one more death": ("One more death was reported.", 1),
    "one was": ("Two left and one was held.", 2),
    "one hour": ("It took one hour.", 1),
    "one of": ("It was one of the levers.", 0),
    "the one": ("It was the one case that mattered.", 0),
    "no one": ("No one doubts it.", 0),
    "a pronoun": ("One hopes so.", 0),
    "one another": ("They hugged one another.", 0),
    "one day": ("They will meet one day.", 0),
    "a good one": ("The plan was a good one.", 0),
}


@pytest.mark.parametrize(("text", "figures"), ONES.values(), ids=ONES.keys())
def test_one_is_a_figure_only_where_it_counts(text: str, figures: int) -> None:
    assert len(find_figures(text, 0, len(text))) == figures
