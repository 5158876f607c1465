"""Articles of seven kinds agree with themselves; one figure altered in one place is one conflict, no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.growth import made_up_article
from claims.kinds import Relation
from claims.reading import read
from claims.reconcile import reconcile
from claims.reconcile.record import Item, Reconciliation
from sources.readers import read_path
from tests.claims.reconcile.stories import item

EXAMPLES = Path(__file__).parents[3] / "examples"
ARTICLES = Path(__file__).parent / "articles"
ALTERED = [
    ("crash", "40", "44", 3),
    ("crash", "17", "71", 2),
    ("budget", "£3 million", "£5 million", 2),
    ("election", "312", "321", 3),
    ("election", "44.2", "42.2", 2),
    ("layoffs", "1,450", "1,540", 3),
    ("layoffs", "12 per cent", "15 per cent", 2),
    ("storm", "230,000", "320,000", 3),
    ("storm", "146", "164", 2),
    ("trial", "£415,000", "£451,000", 2),
    ("trial", "six years", "eight years", 2),
    ("ferry", "303", "330", 2),
]


def findings_of(name: str, *, old: str = "", new: str = "", place: int = 0) -> Reconciliation:
    """The findings on an article of ours, some words replaced where they stand for the n-th time."""
    text = (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")
    parts = text.split(old) if old else [text]
    joints = [new if number == place else old for number in range(len(parts) - 1)]
    return reconcile([item("doc", parts[0] + "".join(map("".join, zip(joints, parts[1:], strict=True))))])


def conflicts(findings: Reconciliation) -> list[str]:
    return [task.message for task in findings.tasks if task.relation is Relation.CONFLICT]


@pytest.mark.parametrize("name", sorted({name for name, *_ in ALTERED}))
def test_an_article_that_agrees_with_itself_has_no_conflict_and_no_remainder(name: str) -> None:
    assert findings_of(name).tasks == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [(name, old, new, place) for name, old, new, times in ALTERED for place in range(times)],
    ids=[f"{name} {new} {place}" for name, _, new, times in ALTERED for place in range(times)],
)
def test_one_figure_altered_in_one_place_is_that_conflict_and_no_other(
    name: str, old: str, new: str, place: int
) -> None:
    found = conflicts(findings_of(name, old=old, new=new, place=place))

    assert len(found) == 1
    assert old in found[0]
    assert new in found[0]


def test_two_associations_that_count_the_trees_of_one_sentence_differ() -> None:
    findings = reconcile([Item("doc", read(read_path(EXAMPLES / "apple-trees.docx")))])

    [task] = findings.tasks
    assert task.message.startswith("512,000 (twice) or 470,000 (once)?")
    assert [quantity.origins for quantity in findings.quantities if "doc.3" in quantity.figures] == [2]


def test_an_article_that_gives_many_numbers_of_one_sort_gives_a_list() -> None:
    found = reconcile([item("doc", made_up_article(600))])

    assert found.tasks == ()
