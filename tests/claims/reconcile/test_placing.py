"""Figures stand where people put them, and relate as the rules say of that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import QuantityStatus, Relation
from claims.reconcile import reconcile
from claims.reconcile.decisions import Decision, Merged, Moved, Split
from claims.reconcile.record import Reconciliation
from tests.claims.reconcile.rulings import FIRST, SECOND
from tests.claims.reconcile.stories import pair_of, relation_of, story

RELEASED = "Velmaria released 123 prisoners on Saturday."
RIVAL = "Velmaria released 132 prisoners on Saturday."
MARCHED = "Police counted 132 marchers on the quay."


def quantities(findings: Reconciliation) -> list[set[str]]:
    return [set(quantity.figures) for quantity in findings.quantities]


def quantity_of(findings: Reconciliation, figure: str) -> str:
    return next(found.quantity for found in findings.figures if found.id == figure)


def test_splitting_takes_away_the_conflict_and_its_open_task() -> None:
    texts = story(RELEASED, RIVAL)
    assert reconcile(texts).tasks

    findings = reconcile(texts, [Split(FIRST, ("b.0",), "prisoners released in spring")])

    assert quantities(findings) == [{"a.0"}, {"b.0"}]
    assert [quantity.status for quantity in findings.quantities] == [QuantityStatus.SETTLED] * 2
    assert findings.quantities[1].label == "prisoners released in spring"
    assert relation_of(findings, "a.0", "b.0") is Relation.DIFFERENT
    assert findings.tasks == ()


def test_merging_makes_values_that_differ_a_conflict_with_its_open_task() -> None:
    texts = story(RELEASED, MARCHED)
    assert relation_of(reconcile(texts), "a.0", "b.0") is Relation.DIFFERENT

    findings = reconcile(texts, [Merged(FIRST, "a.0", "b.0")])

    assert quantities(findings) == [{"a.0", "b.0"}]
    assert findings.quantities[0].status is QuantityStatus.DISPUTED
    assert [task.figures for task in findings.tasks] == [("a.0", "b.0")]
    pair = pair_of(findings, "a.0", "b.0")
    assert pair is not None
    assert pair.relation is Relation.CONFLICT
    assert "Ada took them for one thing: the ministry told us." in pair.reason


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        pytest.param("Police counted 123 marchers on the quay.", Relation.EQUAL, id="the same number"),
        pytest.param("Police counted at least 114 marchers.", Relation.BOUNDED, id="a bound that is kept"),
        pytest.param("Police counted about 120 marchers.", Relation.ROUNDED, id="a rounding"),
    ],
)
def test_figures_put_together_relate_as_the_rules_say(other: str, relation: Relation) -> None:
    findings = reconcile(story(RELEASED, other), [Merged(FIRST, "a.0", "b.0")])

    assert relation_of(findings, "a.0", "b.0") is relation


def test_a_later_count_that_is_put_with_an_earlier_one_replaces_it() -> None:
    texts = story(
        "As of 1 May 2025, the flood had killed 12 people.",
        "As of 9 May 2025, 15 names stood on the list.",
    )
    assert pair_of(reconcile(texts), "a.0", "b.0") is None

    findings = reconcile(texts, [Merged(FIRST, "a.0", "b.0")])

    assert relation_of(findings, "a.0", "b.0") is Relation.UPDATED
    assert findings.quantities[0].value == 15


def test_a_moved_figure_leaves_its_quantity_and_stands_in_the_other() -> None:
    texts = story(RELEASED, RIVAL, MARCHED)

    findings = reconcile(texts, [Moved(FIRST, "b.0", "c.0")])

    assert quantities(findings) == [{"a.0"}, {"b.0", "c.0"}]
    assert relation_of(findings, "a.0", "b.0") is Relation.DIFFERENT
    assert relation_of(findings, "b.0", "c.0") is Relation.EQUAL


def test_a_quantity_keeps_its_name_when_a_figure_is_moved_into_it() -> None:
    texts = story(RELEASED, MARCHED)
    named = reconcile(texts).quantities[1].label

    findings = reconcile(texts, [Moved(FIRST, "a.0", "b.0")])

    assert [quantity.label for quantity in findings.quantities] == [named]


def test_one_of_several_figures_that_say_the_same_can_be_moved_alone() -> None:
    texts = story(f"{RELEASED} The 123 prisoners came home.", MARCHED)
    assert quantity_of(reconcile(texts), "a.0") == quantity_of(reconcile(texts), "a.1")

    findings = reconcile(texts, [Moved(FIRST, "a.1", "b.0")])

    assert quantities(findings) == [{"a.0"}, {"a.1", "b.0"}]
    assert relation_of(findings, "a.0", "a.1") is Relation.DIFFERENT
    assert relation_of(findings, "a.1", "b.0") is Relation.CONFLICT


def test_the_findings_say_which_figures_a_person_placed() -> None:
    findings = reconcile(story(RELEASED, RIVAL, MARCHED), [Moved(FIRST, "b.0", "c.0")])

    assert {figure.id: figure.decision for figure in findings.figures} == {"a.0": None, "b.0": 1, "c.0": None}


def test_a_later_decision_is_applied_to_what_the_earlier_ones_left() -> None:
    texts = story(RELEASED, RIVAL, MARCHED)

    findings = reconcile(texts, [Moved(FIRST, "b.0", "c.0"), Split(SECOND, ("c.0",))])

    assert quantities(findings) == [{"a.0"}, {"b.0"}, {"c.0"}]
    assert {figure.id: figure.decision for figure in findings.figures} == {"a.0": None, "b.0": 1, "c.0": 2}


def test_a_decision_stands_when_documents_are_added() -> None:
    texts = story(RELEASED, RIVAL, f"{RIVAL} Norland had asked for it.", RELEASED)

    for number in range(2, len(texts) + 1):
        findings = reconcile(texts[:number], [Split(FIRST, ("b.0",))])

        assert {"b.0"} in quantities(findings)


def test_a_part_that_the_text_itself_counts_among_a_split_figure_stays_one() -> None:
    texts = story(f"Velmaria released 123 prisoners, of whom 114 were received by Norland. {RELEASED}", RIVAL)

    findings = reconcile(texts, [Split(FIRST, ("a.0",))])

    assert relation_of(findings, "a.1", "a.0") is Relation.PART_OF


def test_a_split_figure_is_no_whole_of_what_another_text_counts() -> None:
    texts = story(RELEASED, RIVAL, f"{RELEASED[:-1]}, of whom 114 were received by Norland.")
    assert relation_of(reconcile(texts), "c.1", "b.0") is Relation.PART_OF

    findings = reconcile(texts, [Split(FIRST, ("b.0",))])

    assert relation_of(findings, "c.1", "b.0") is Relation.DIFFERENT
    assert relation_of(findings, "c.1", "c.0") is Relation.PART_OF


def test_a_moved_figure_is_no_part_of_what_it_was_taken_for() -> None:
    texts = story(f"{RELEASED[:-1]}, of whom 114 were received by Norland.", MARCHED)
    assert relation_of(reconcile(texts), "a.1", "a.0") is Relation.PART_OF

    findings = reconcile(texts, [Moved(FIRST, "a.1", "b.0")])

    assert relation_of(findings, "a.1", "a.0") is Relation.DIFFERENT


def test_what_was_unclear_of_a_split_figure_is_decided() -> None:
    texts = story("The flood killed 12 people.", "The flood killed 15 people.")
    assert relation_of(reconcile(texts), "a.0", "b.0") is Relation.UNCLEAR

    findings = reconcile(texts, [Split(FIRST, ("b.0",))])

    assert relation_of(findings, "a.0", "b.0") is Relation.DIFFERENT


def test_no_decision_is_needed_for_the_machine_to_find_what_it_found_before() -> None:
    texts = story(RELEASED, RIVAL, MARCHED)

    assert reconcile(texts, []) == reconcile(texts)


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    figures = st.sampled_from(["a.0", "a.1", "b.0", "c.0", "d.0"])
    made: list[Decision] = []
    for _ in range(draw(st.integers(1, 4))):
        match draw(st.sampled_from(["move", "split", "merge"])):
            case "move":
                made.append(Moved(FIRST, draw(figures), draw(figures)))
            case "split":
                made.append(Split(FIRST, tuple(draw(st.sets(figures, min_size=1)))))
            case _:
                made.append(Merged(FIRST, draw(figures), draw(figures)))
    return made


@given(decisions())
def test_whatever_is_decided_every_figure_stays_in_one_quantity_and_conflicts_stay_within_one(
    made: list[Decision],
) -> None:
    texts = story(f"{RELEASED} The 123 prisoners came home.", RIVAL, MARCHED, "A crowd of 90 came.")

    findings = reconcile(texts, made)

    listed = [figure for quantity in findings.quantities for figure in quantity.figures]
    assert sorted(listed) == ["a.0", "a.1", "b.0", "c.0", "d.0"]
    for pair in findings.pairs():
        together = quantity_of(findings, pair.a) == quantity_of(findings, pair.b)
        assert together or pair.relation in (Relation.PART_OF, Relation.UNCLEAR)


@given(decisions(), st.sampled_from(["a.0", "b.0", "c.0", "d.0"]))
def test_the_last_word_about_a_figure_always_holds(made: list[Decision], figure: str) -> None:
    texts = story(f"{RELEASED} The 123 prisoners came home.", RIVAL, MARCHED, "A crowd of 90 came.")

    findings = reconcile(texts, [*made, Split(SECOND, (figure,))])

    assert {figure} in quantities(findings)
