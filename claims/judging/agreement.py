"""How far two readers agree beyond chance, over claims that both judged.

Values in, values out. With few pairs, or where nearly all verdicts are alike, neither measure says much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

FEW = 30
"""Fewer pairs than this say little: one more disagreement moves the measures by a tenth or so."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many pairs of verdicts there are, how many agree, and both measures of it.

    A measure is `None` where chance alone would give perfect agreement, so that nothing can be said.
    """

    pairs: int
    agreed: int
    kappa: float | None
    alpha: float | None

    @property
    def says_little(self) -> bool:
        """Whether there are too few pairs to build on."""
        return self.pairs < FEW


def agreement_of(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """The agreement of pairs of verdicts, each of them the first reader's and the second's."""
    return Agreement(
        pairs=len(pairs),
        agreed=sum(one == other for one, other in pairs),
        kappa=cohens_kappa(pairs),
        alpha=krippendorffs_alpha(pairs),
    )


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two readers, 1 for perfect agreement and 0 for that of chance.

    J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
    20 (1960), 37-46. `None` without pairs, or where both readers only ever gave one and the same verdict.
    """
    if not pairs:
        return None
    total = len(pairs)
    firsts, seconds = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    observed = Fraction(sum(one == other for one, other in pairs), total)
    expected = Fraction(sum(firsts[verdict] * seconds[verdict] for verdict in firsts), total**2)
    return None if expected == 1 else float((observed - expected) / (1 - expected))


def krippendorffs_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal data, over units with the verdicts that were given on each.

    Units with fewer than two verdicts can't be paired and are passed over. K. Krippendorff, "Computing
    Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011). `None` where nothing can be
    paired, or all verdicts are one and the same.
    """
    pairable = [Counter(unit) for unit in units if len(unit) > 1]
    values: Counter[str] = Counter()
    differing = Fraction(0)
    for unit in pairable:
        size = unit.total()
        values.update(unit)
        alike = sum(count * (count - 1) for count in unit.values())
        differing += Fraction(size * (size - 1) - alike, size - 1)
    total = values.total()
    by_chance = total**2 - sum(count**2 for count in values.values())
    return None if by_chance == 0 else float(1 - (total - 1) * differing / by_chance)
