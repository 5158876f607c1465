"""What must hold for every story: order, units, width, copies and direction change nothing that matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.kinds import Modifier, QuantityStatus, Relation
from claims.reading.record import Figure
from claims.reconcile import reconcile
from claims.reconcile.likeness import Contrasts, likeness
from claims.reconcile.pairing import Pairing
from claims.reconcile.record import Item
from claims.reconcile.rules import relate
from claims.reconcile.sides import sides_of
from tests.claims.reconcile.stories import NAMES, item, story

SENTENCES = [
    "The storm killed {} people.",
    "At least {} people were killed in the storm.",
    "Rescuers said about {} people had died.",
    "The storm injured {} people, {} of them children.",
    "Velmaria freed {} prisoners on 13 December 2025.",
    "Kostania received {} prisoners, and nine went to Brennia.",
    "Police said {} people marched.",
    "The ferry carried {} passengers, of whom {} were rescued.",
    "Hale won {}% of the vote.",
    "The fire burned {} acres.",
    "The death toll rose from {} to {}.",
    "The pipeline is {} km long.",
]
AGREEMENT = {Relation.EQUAL, Relation.ROUNDED, Relation.BOUNDED}

sentences = st.sampled_from(SENTENCES)
numbers = st.integers(min_value=2, max_value=90).map(str)
days = st.sampled_from(["2025-12-01", "2025-12-13", "2026-02-01", ""])
items = st.lists(st.tuples(sentences, numbers, numbers, days), min_size=2, max_size=5)

Drawn = Sequence[tuple[str, str, str, str]]


def made(drawn: Drawn) -> list[Item]:
    return story(
        *(
            (sentence.format(one, other), {"published": day} if day else {})
            for sentence, one, other, day in drawn
        )
    )


def table(found: Sequence[Item]) -> dict[frozenset[str], tuple[Relation, str | None, Decimal | None]]:
    """Every related pair with its relation, the figure that it runs from, and the residual."""
    directed = {Relation.PART_OF, Relation.UPDATED}
    return {
        frozenset((pair.a, pair.b)): (
            pair.relation,
            pair.a if pair.relation in directed else None,
            pair.residual,
        )
        for pair in reconcile(found).pairs()
    }


def values(found: Sequence[Item]) -> list[tuple[str, str, str, str, str]]:
    """The name, value and status of every quantity, in an order of its own."""
    return sorted(
        (q.label, str(q.value), str(q.low), str(q.high), q.status) for q in reconcile(found).quantities
    )


def stability(found: Sequence[Item]) -> list[tuple[str, int, str]]:
    """How many origins would change each quantity, and what would then be said, in an order of its own."""
    return sorted(
        (q.label, len(q.flips.origins), q.flips.otherwise) for q in reconcile(found).quantities if q.flips
    )


def altered(found: Item, number: int, **changes: object) -> Item:
    """The item with one figure read otherwise."""
    seen = 0
    statements = []
    for statement in found.reading.statements:
        figures = []
        for figure in statement.figures:
            figures.append(replace(figure, **changes) if seen == number else figure)  # type: ignore[arg-type]
            seen += 1
        statements.append(statement._replace(figures=tuple(figures)))
    return replace(found, reading=replace(found.reading, statements=tuple(statements)))


@settings(max_examples=25, deadline=None)
@given(items, st.randoms(use_true_random=False))
def test_the_order_of_the_texts_changes_nothing_but_ids(drawn: Drawn, random: st.DataObject) -> None:
    found = made(drawn)
    mixed = list(found)
    random.shuffle(mixed)  # type: ignore[attr-defined]

    assert table(found) == table(mixed)
    assert values(found) == values(mixed)
    assert stability(found) == stability(mixed)


@settings(max_examples=25, deadline=None)
@given(items)
def test_no_pair_of_figures_is_related_twice_or_to_itself(drawn: Drawn) -> None:
    pairs = [frozenset((pair.a, pair.b)) for pair in reconcile(made(drawn)).pairs()]

    assert len(pairs) == len(set(pairs))
    assert all(len(pair) == 2 for pair in pairs)


@settings(max_examples=25, deadline=None)
@given(items)
def test_what_is_left_of_a_whole_is_never_negative(drawn: Drawn) -> None:
    residuals = [pair.residual for pair in reconcile(made(drawn)).pairs() if pair.residual is not None]

    assert all(residual >= 0 for residual in residuals)


@settings(max_examples=25, deadline=None)
@given(items)
def test_a_copy_of_a_text_changes_no_result(drawn: Drawn) -> None:
    found = made(drawn)
    copy = replace(found[0], id="z")

    assert values(found) == values([*found, copy])
    after = table([*found, copy])
    assert table(found) == {key: answer for key, answer in after.items() if not _names(key, "z")}
    assert standing(found) == standing([*found, copy])


def _names(key: frozenset[str], item: str) -> bool:
    return any(id.startswith(f"{item}.") for id in key)


def standing(found: Sequence[Item]) -> dict[str, tuple[QuantityStatus, int]]:
    """For each figure of the texts named by one early letter the status of its quantity, and its origins."""
    return {
        id: (quantity.status, quantity.origins)
        for quantity in reconcile(found).quantities
        for id in quantity.figures
        if not id.startswith("z.")
    }


@settings(max_examples=25, deadline=None)
@given(items)
def test_a_relation_read_backwards_is_its_inverse(drawn: Drawn) -> None:
    sides = [figure.side for each in made(drawn) for figure in sides_of(each)]

    for a, b in combinations(sides, 2):
        forward = Pairing(a, b, likeness(a.meaning, b.meaning, Contrasts()), Contrasts())
        backward = Pairing(b, a, likeness(b.meaning, a.meaning, Contrasts()), Contrasts())
        there, turned = relate(forward, backward)
        back, turned_back = relate(backward, forward)
        assert (there.relation, there.residual) == (back.relation, back.residual)
        if there.relation in (Relation.PART_OF, Relation.UPDATED):
            assert turned is not turned_back


@settings(max_examples=25, deadline=None)
@given(sentences, numbers, days)
def test_an_exact_origin_that_agrees_never_lowers_a_value(sentence: str, number: str, day: str) -> None:
    known = {"published": day} if day else {}
    words = sentence.format(number, number)
    one = item("a", words, speaker="Ada Marsh", **known)
    before = standing([one])

    after = standing([one, item("z", words, speaker="Harbour Union", **known)])

    for id, (status, origins) in before.items():
        assert after[id][0] is status
        assert after[id][1] >= origins


@settings(max_examples=25, deadline=None)
@given(items)
def test_an_update_never_runs_in_a_ring(drawn: Drawn) -> None:
    updates = {
        (pair.a, pair.b) for pair in reconcile(made(drawn)).pairs() if pair.relation is Relation.UPDATED
    }

    assert not any((b, a) in updates for a, b in updates)


@settings(max_examples=25, deadline=None)
@given(
    sentences,
    numbers,
    numbers,
    st.integers(min_value=0, max_value=30),
    st.integers(min_value=0, max_value=30),
)
def test_widening_an_interval_never_turns_agreement_into_conflict(
    sentence: str, one: str, other: str, below: int, above: int
) -> None:
    a, b = story(sentence.format(one, one), sentence.format(other, other))
    figure = a.reading.statements[0].figures[0]
    before = table([a, b]).get(frozenset(("a.0", "b.0")))
    wide = altered(a, 0, **widened(figure, below, above))

    after = table([wide, b]).get(frozenset(("a.0", "b.0")))

    if before and before[0] in AGREEMENT:
        assert after is None or after[0] is not Relation.CONFLICT


def widened(figure: Figure, below: int, above: int) -> dict[str, object]:
    low = None if figure.low is None else figure.low - below
    high = None if figure.high is None else figure.high + above
    modifier = Modifier.ABOUT if figure.modifier is Modifier.EXACT and (below or above) else figure.modifier
    return {"low": low, "high": high, "modifier": modifier}


@pytest.mark.parametrize(
    ("sentence", "unit", "factor"),
    [
        ("The pipeline is {} km long.", "m", 1000),
        ("The pipeline is {} km long.", "cm", 100_000),
        ("The mill sold {} t of flour.", "kg", 1000),
        ("The plant produced {} MWh of power.", "kWh", 1000),
    ],
    ids=["m", "cm", "kg", "kWh"],
)
@settings(max_examples=20, deadline=None)
@given(one=st.integers(min_value=1, max_value=500), two=st.integers(min_value=1, max_value=500))
def test_another_unit_changes_no_relation(sentence: str, unit: str, factor: int, one: int, two: int) -> None:
    a, b = story(sentence.format(one), sentence.format(two))
    scaled = Decimal(one) * factor

    converted = altered(a, 0, unit=unit, value=scaled, low=scaled, high=scaled)

    assert {key: answer[0] for key, answer in table([a, b]).items()} == {
        key: answer[0] for key, answer in table([converted, b]).items()
    }


@settings(max_examples=20, deadline=None)
@given(one=st.integers(min_value=1, max_value=500))
def test_a_unit_that_hides_how_finely_was_measured_leaves_equal_equal(one: int) -> None:
    a, b = story(*[f"The fire burned {one} acres."] * 2)
    scaled = one * Decimal("4046.8564224")

    converted = altered(a, 0, unit="m²", value=scaled, low=scaled, high=scaled)

    assert [answer[0] for answer in table([converted, b]).values()] == [Relation.EQUAL]


def test_updates_of_one_count_run_in_the_order_of_time() -> None:
    texts = [
        (f"The flood has killed {toll} people.", {"published": f"2023-05-0{day}"})
        for day, toll in enumerate((12, 19, 24, 31), start=1)
    ]
    findings = reconcile(story(*texts))

    updates = {(pair.a, pair.b) for pair in findings.pairs()}

    assert all((f"{a}.0", f"{b}.0") in updates for a, b in pairwise(NAMES[:4]))
    assert findings.quantities[0].value == Decimal(31)


def test_the_same_text_under_another_id_gives_the_same_findings() -> None:
    text = "Velmaria freed 123 prisoners; Kostania received 114 of them."

    one, other = table([item("a", text)]), table([item("other", text)])

    assert [*one.values()] != []
    assert {answer[0] for answer in one.values()} == {answer[0] for answer in other.values()}
