"""Agreement of readers, against worked examples of those who proposed the measures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.judging.agreement import agreement_of, cohens_kappa, krippendorffs_alpha

VERDICTS = st.sampled_from(["confirmed", "refuted", "partly"])
PAIRS = st.lists(st.tuples(VERDICTS, VERDICTS), min_size=2, max_size=40)


def pairs_of(table: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
    return [pair for pair, count in table.items() for _ in range(count)]


def test_kappa_is_that_of_the_grant_readers() -> None:
    """A common textbook example, 50 proposals: both yes 20, both no 15, apart 5 and 10."""
    table = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}

    assert cohens_kappa(pairs_of(table)) == pytest.approx(0.4)


def test_kappa_is_that_of_cohens_own_example() -> None:
    """The worked example of Cohen (1960): 200 judgements on three categories, of .7 and .41 kappa .492."""
    table = {
        ("1", "1"): 88,
        ("1", "2"): 14,
        ("1", "3"): 18,
        ("2", "1"): 10,
        ("2", "2"): 40,
        ("2", "3"): 10,
        ("3", "1"): 2,
        ("3", "2"): 6,
        ("3", "3"): 12,
    }

    assert cohens_kappa(pairs_of(table)) == pytest.approx(0.492, abs=0.0005)


def test_alpha_of_two_readers_and_two_values_is_krippendorffs() -> None:
    """Section A of Krippendorff (2011): ten units, alpha 0.095."""
    meg, owen = "0100000010", "1110010000"

    assert krippendorffs_alpha(list(zip(meg, owen, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_many_readers_with_gaps_is_krippendorffs() -> None:
    """Section C of Krippendorff (2011): four readers, twelve units, some values missing; alpha 0.743."""
    readers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]

    units = [[value for value in unit if value != "."] for unit in zip(*readers, strict=True)]

    assert krippendorffs_alpha(units) == pytest.approx(0.743, abs=0.0005)


@given(pairs=PAIRS)
def test_perfect_agreement_is_one_or_can_not_be_told(pairs: list[tuple[str, str]]) -> None:
    alike = [(one, one) for one, _ in pairs]
    varied = len(set(alike)) > 1

    assert cohens_kappa(alike) == (1 if varied else None)
    assert krippendorffs_alpha(alike) == (1 if varied else None)


@given(pairs=PAIRS, seed=st.randoms(use_true_random=False))
def test_neither_the_order_of_claims_nor_that_of_readers_matters(
    pairs: list[tuple[str, str]], seed: object
) -> None:
    shuffled = list(pairs)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    turned = [(other, one) for one, other in pairs]

    assert agreement_of(pairs) == agreement_of(shuffled)
    assert cohens_kappa(pairs) == cohens_kappa(turned)
    assert krippendorffs_alpha(pairs) == krippendorffs_alpha(turned)


@given(pairs=PAIRS)
def test_neither_measure_is_ever_more_than_one(pairs: list[tuple[str, str]]) -> None:
    for measure in (cohens_kappa(pairs), krippendorffs_alpha(pairs)):
        assert measure is None or -1 <= measure <= 1


def test_without_pairs_nothing_is_said() -> None:
    found = agreement_of([])

    assert (found.pairs, found.kappa, found.alpha, found.says_little) == (0, None, None, True)
