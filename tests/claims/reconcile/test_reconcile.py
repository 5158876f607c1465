"""A whole story: an article of our own about a release of 123, and what becomes of it when it is altered."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from claims.kinds import QuantityStatus, Relation
from claims.reconcile import reconcile
from claims.reconcile.record import Reconciliation
from tests.claims.reconcile.stories import item, pair_of, relation_of, story

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "prisoner-release.txt"
CORPUS = ROOT.parent / "shared" / "corpus" / "belarus-release.txt"
RELEASED, RECEIVED, TALKS = (0, 1, 3, 7, 9, 10), (5, 8), (2, 4, 6)
LATE_PLACE = "For the families,"


def article() -> str:
    return EXAMPLE.read_text(encoding="utf-8")


def findings_of(text: str) -> Reconciliation:
    return reconcile([item("doc", text)])


def altered(text: str, old: str, new: str, time: int) -> str:
    """The text with the n-th occurrence of some words replaced, counted from 1."""
    at = -1
    for _ in range(time):
        at = text.index(old, at + 1)
    return text[:at] + new + text[at + len(old) :]


def numbers(findings: Reconciliation) -> list[str]:
    return [figure.figure.quote for figure in findings.figures]


@pytest.fixture(params=["example", "corpus"])
def release(request: pytest.FixtureRequest) -> str:
    path = EXAMPLE if request.param == "example" else CORPUS
    if not path.exists():
        pytest.skip("the corpus article is not on this machine")
    return path.read_text(encoding="utf-8")


def test_the_article_has_the_eleven_figures_that_the_other_tests_rely_on(release: str) -> None:
    quotes = numbers(findings_of(release))

    assert [quotes[number] for number in RELEASED] == ["123"] * 6
    assert [quotes[number] for number in RECEIVED] == ["114"] * 2
    assert [quotes[number] for number in TALKS] == ["two days"] * 3
    assert len(quotes) == 11


def test_every_pair_of_123_is_equal_whatever_noun_is_counted(release: str) -> None:
    findings = findings_of(release)

    for a in RELEASED:
        for b in RELEASED:
            if a < b:
                assert relation_of(findings, f"doc.{a}", f"doc.{b}") is Relation.EQUAL


def test_each_114_received_is_part_of_each_123_released_and_leaves_9(release: str) -> None:
    findings = findings_of(release)

    for part in RECEIVED:
        for whole in RELEASED:
            pair = pair_of(findings, f"doc.{part}", f"doc.{whole}")
            assert pair is not None
            assert pair.relation is Relation.PART_OF
            assert (pair.a, pair.b) == (f"doc.{part}", f"doc.{whole}")
            assert pair.residual == Decimal(9)


def test_two_days_are_equal_to_themselves_and_different_from_the_rest(release: str) -> None:
    findings = findings_of(release)

    for days in TALKS:
        for other in range(11):
            if other != days:
                wanted = Relation.EQUAL if other in TALKS else Relation.DIFFERENT
                assert relation_of(findings, f"doc.{days}", f"doc.{other}") is wanted


def test_one_open_task_says_that_9_of_123_are_not_accounted_for(release: str) -> None:
    findings = findings_of(release)

    assert len(findings.tasks) == 1
    assert findings.tasks[0].relation is Relation.PART_OF
    assert "9 of 123" in findings.tasks[0].message
    assert not [pair for pair in findings.pairs() if pair.relation is Relation.CONFLICT]


def test_the_release_is_labelled_as_a_person_would_and_is_incomplete() -> None:
    findings = findings_of(article())

    quantity = next(quantity for quantity in findings.quantities if "doc.0" in quantity.figures)

    assert quantity.label == "prisoners released by Velmaria"
    assert quantity.value == Decimal(123)
    assert quantity.status is QuantityStatus.INCOMPLETE


@pytest.mark.parametrize("time", range(1, 7), ids=["headline", "lede", "takeaways", "main", "table", "list"])
def test_one_132_among_the_123_conflicts_with_each_of_them_and_changes_nothing_else(time: int) -> None:
    odd = RELEASED[time - 1]
    before, after = findings_of(article()), findings_of(altered(article(), "123", "132", time))

    wanted = {
        key: (Relation.PART_OF, Decimal(9) if key[1] != odd else None)
        for key in ((part, whole) for part in RECEIVED for whole in RELEASED)
    }
    wanted |= {
        (a, b): (Relation.CONFLICT if odd in (a, b) else Relation.EQUAL, None)
        for a, b in combinations(RELEASED, 2)
    }
    untouched = {key: answer for key, answer in table(before).items() if not set(key) & set(RELEASED)}
    unsaid = {(part, odd) for part in RECEIVED} - table(after).keys()  # too little may be said for a part
    assert table(after) == {key: it for key, it in (wanted | untouched).items() if key not in unsaid}


def table(findings: Reconciliation) -> dict[tuple[int, int], tuple[Relation, Decimal | None]]:
    """Every pair by the numbers of its figures; from part to whole, else the smaller number first."""
    pairs: dict[tuple[int, int], tuple[Relation, Decimal | None]] = {}
    for pair in findings.pairs():
        a, b = (int(id.split(".")[1]) for id in (pair.a, pair.b))
        key = (a, b) if pair.relation is Relation.PART_OF else (min(a, b), max(a, b))
        pairs[key] = pair.relation, pair.residual
    return pairs


def test_the_tasks_of_an_altered_article_name_both_numbers_and_keep_the_nine() -> None:
    findings = findings_of(altered(article(), "123", "132", 3))

    assert [task.relation for task in findings.tasks] == [Relation.CONFLICT, Relation.PART_OF]
    assert "123 (5 times) or 132 (once)" in findings.tasks[0].message
    assert "9 of 123" in findings.tasks[1].message


@pytest.mark.parametrize(
    "sentence",
    [
        "In September Velmaria had let 52 people go in a separate release.",
        "A release in September freed 52 prisoners.",
        "Another release of 52 people took place in September.",
        "In September 2025, 52 detainees were freed.",
        "In an earlier release, in September, 52 people were set free.",
    ],
)
def test_another_release_in_september_is_different_from_everything(sentence: str) -> None:
    findings = findings_of(altered(article(), LATE_PLACE, f"{sentence} {LATE_PLACE}", 1))

    assert numbers(findings)[11] == "52"
    assert all(relation_of(findings, "doc.11", f"doc.{other}") is Relation.DIFFERENT for other in range(11))
    assert not any("52" in task.message for task in findings.tasks)


def test_a_figure_of_another_text_closes_the_remainder() -> None:
    texts = story(
        "Velmaria released 123 prisoners. Kostania received 114 of those released.",
        "Nine of the freed prisoners were taken to Brennia.",
    )

    findings = reconcile(texts)

    assert relation_of(findings, "a.1", "a.0") is Relation.PART_OF
    assert relation_of(findings, "b.0", "a.0") is Relation.PART_OF
    assert findings.tasks == ()


def test_a_text_that_repeats_itself_has_no_more_groups_than_one_that_does_not() -> None:
    head, *middle, foot = article().split("\n\n")

    once, often = findings_of(article()), findings_of("\n\n".join([head, *middle * 20, foot]))

    assert len(often.figures) > 15 * len(once.figures)
    assert len(often.groups) == len(once.groups)
    assert len(often.relations) == len(once.relations)


def test_a_story_without_figures_has_no_findings() -> None:
    findings = findings_of("Nobody said how many had come.")

    assert (findings.figures, findings.groups, findings.quantities, findings.tasks) == ((), (), (), ())


def test_every_figure_belongs_to_one_group_one_quantity_and_one_origin() -> None:
    findings = findings_of(article())

    in_groups = Counter(figure for group in findings.groups for figure in group.figures)
    in_quantities = Counter(figure for quantity in findings.quantities for figure in quantity.figures)
    origins = {origin.id for origin in findings.origins}
    for figure in findings.figures:
        assert in_groups[figure.id] == in_quantities[figure.id] == 1
        assert figure.origin in origins


def test_a_victim_without_a_number_is_no_count_of_all_victims() -> None:
    found = reconcile(
        [item("a", "A man was killed in the fire. Three people were killed in the fire, police said.")]
    )

    assert found.relations == ()
    assert found.tasks == ()


def test_nobody_killed_leaves_nobody_to_account_for() -> None:
    found = reconcile([item("a", "No one was killed. There were 312 people on board the ferry.")])

    assert found.tasks == ()


def test_a_part_that_few_belong_to_leaves_no_question_of_the_others() -> None:
    few = reconcile(story("Velmaria released 123 prisoners.", "Brennia took in 20 of the freed prisoners."))
    most = reconcile(story("Velmaria released 123 prisoners.", "Brennia took in 114 of the freed prisoners."))

    assert few.tasks == ()
    assert ["9 of 123" in task.message for task in most.tasks] == [True]


def test_the_dead_account_for_some_of_those_aboard_and_raise_no_question_of_the_others() -> None:
    aboard, dead, rescued = "The ferry carried 303 people.", "Two died.", "300 people were rescued."

    assert reconcile(story(aboard, dead)).tasks == ()
    assert ["3 of 303" in task.message for task in reconcile(story(aboard, rescued)).tasks] == [True]
    assert ["1 of 303" in task.message for task in reconcile(story(aboard, dead, rescued)).tasks] == [True]
