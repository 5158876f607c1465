"""What a claim's words suggest that it needs."""

from __future__ import annotations

import pytest

from claims.judging.tiers import suggest_tier
from claims.kinds import ClaimKind, Tier


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        pytest.param("Minister Brusko was charged with fraud.", Tier.ACCUSATION, id="charged"),
        pytest.param("The court convicted Ostrin in March.", Tier.ACCUSATION, id="convicted"),
        pytest.param("Brusko took bribes.", Tier.ACCUSATION, id="a name that begins the sentence"),
        pytest.param("The Interior Ministry covered up the deaths.", Tier.ACCUSATION, id="an institution"),
        pytest.param("Brandt concealed the report.", Tier.ACCUSATION, id="concealed"),
        pytest.param("Two men were killed by soldiers of Velmaria.", Tier.ACCUSATION, id="killed by"),
        pytest.param("Fraud is a crime.", Tier.ROUTINE, id="nobody is named"),
        pytest.param("The thief was charged with theft on Monday.", Tier.ROUTINE, id="a weekday is no name"),
        pytest.param("The phone was charged with a cable from Norland.", Tier.ACCUSATION, id="taken too far"),
        pytest.param("The bridge at Arden was opened on Monday.", Tier.ROUTINE, id="routine"),
    ],
)
def test_an_accusation_says_of_somebody_named_that_they_did_wrong(text: str, tier: Tier) -> None:
    assert suggest_tier(text, ClaimKind.STATEMENT, has_figure=False, quoted=False) is tier


@pytest.mark.parametrize(
    ("kind", "has_figure", "quoted", "tier"),
    [
        pytest.param(ClaimKind.STATEMENT, False, False, Tier.ROUTINE, id="nothing"),
        pytest.param(ClaimKind.STATEMENT, True, False, Tier.FIGURE, id="a figure"),
        pytest.param(ClaimKind.STATEMENT, True, True, Tier.QUOTE, id="a figure that is quoted"),
        pytest.param(ClaimKind.QUOTATION, False, False, Tier.QUOTE, id="a quotation of nobody"),
    ],
)
def test_a_quotation_is_more_than_a_figure_and_a_figure_more_than_nothing(
    kind: ClaimKind, has_figure: bool, quoted: bool, tier: Tier
) -> None:
    assert suggest_tier("It rained in Arden.", kind, has_figure=has_figure, quoted=quoted) is tier
