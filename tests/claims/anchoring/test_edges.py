"""A place that cuts a word or a number is told from one between two."""

from __future__ import annotations

import pytest

from claims.anchoring.edges import cuts


@pytest.mark.parametrize(
    "marked",
    [
        "rel|eased",
        "12|3 men",
        "1|,234",
        "1,|234",
        "1|.5",
        "12|:30",
        "3|/4",
        "10|–20",
        "10–|20",
        "fell −|5",
        "fell -|5",
        "$|5",
        "5|%",
        "5|€",
        "5|°",
        "10|²",
        "2|½",
        "1| 234",
        "1 |234",
        "1|\u00a0234",
        "50|+",
        "at .|5",
        "didn|’t",
        "didn’|t",
        "did|n’t",
        "O’|Hara",
        "O|’Hara",
        "non-|lethal",
        "non|-lethal",
        "U.|S.",
        "U|.S.",
        "cafe|\u0301",
        "to\u00ad|gether",
        "5|万",
        "三|百",
        "क|ि",
    ],
)
def test_a_place_inside_is_a_cut(marked: str) -> None:
    before, _, behind = marked.partition("|")

    assert cuts(before + behind, len(before))


@pytest.mark.parametrize(
    "marked",
    [
        "|released",
        "released|",
        "was| released",
        "was |released",
        "(|5)",
        "5|)",
        "5|, 6",
        "5|.",
        "in 2024| 300 people",
        "“|so”",
        "so|”",
        "Ostrin|’s boat",
        "l’|homme",
        "it was –| 5 of them",
        "it—|5 of them",
        "释放|了",
        "在|2024年",
        "done.|The next",
    ],
)
def test_a_place_between_is_none(marked: str) -> None:
    before, _, behind = marked.partition("|")

    assert not cuts(before + behind, len(before))
