from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from claims.evidence.pages import EvidencePage, WithdrawalPage
from claims.kinds import FoundIn, Grade, Stance
from claims.pages import ClaimPage
from claims.registry.pages import GradePage, MergePage, SourcePage
from reports.rests_on import rests_on_one_origin, source_uses
from tests.reports.pages import AT, a_document, paragraph
from tests.reports.verified import an_evidence, heard

CLAIMS = a_document(paragraph("The ferry left.", "It rained.", "It was noon.")).claims


def a_source(number: int, name: str, *grades: GradePage, merged: tuple[MergePage, ...] = ()) -> SourcePage:
    return SourcePage(
        number=number,
        name=name,
        names=(name,),
        protected=False,
        found_in=FoundIn.HAND,
        kind=None,
        owner=None,
        homepage=None,
        language=None,
        primary_for=(),
        grades=grades,
        evidence=(),
        documents=(),
        merged=merged,
        added_by="mara",
        added_at=AT,
    )


def graded(grade: Grade) -> GradePage:
    return GradePage(UUID(int=1), grade, None, "it corrects its errors", "tomas", "typed", AT, (), None)


def on(*found: tuple[ClaimPage, EvidencePage]) -> dict[str, ClaimPage]:
    """The claims by handle, with these pieces of evidence on them."""
    claims = {claim.handle: claim for claim in CLAIMS}
    for claim, evidence in found:
        now = claims[claim.handle]
        claims[claim.handle] = replace(now, evidence=(*now.evidence, replace(evidence, claim=claim.handle)))
    return claims


def test_the_source_that_most_claims_rest_on_comes_first() -> None:
    claims = on((CLAIMS[0], heard(1)), (CLAIMS[1], an_evidence(2)), (CLAIMS[2], an_evidence(3)))

    uses = source_uses(claims, ())

    assert [(use.name, use.count) for use in uses] == [
        ("Norland Gazette", "2 claims"),
        ("Ilse Brandt", "1 claim"),
    ]


def test_two_pieces_on_one_claim_are_one_claim() -> None:
    (use,) = source_uses(on((CLAIMS[0], an_evidence(1)), (CLAIMS[0], an_evidence(2))), ())

    assert use.count == "1 claim"


def test_what_carries_nothing_is_no_source_that_a_claim_rests_on() -> None:
    claims = on(
        (CLAIMS[0], an_evidence(1, stance=Stance.CONTEXT)),
        (CLAIMS[1], an_evidence(2, withdrawn=WithdrawalPage("an error", "mara", AT))),
    )

    assert source_uses(claims, ()) == ()


def test_a_claim_with_two_origins_does_not_rest_on_one_alone() -> None:
    claims = on((CLAIMS[0], an_evidence(1)), (CLAIMS[0], heard(2)), (CLAIMS[1], an_evidence(3)))

    assert [rests_on_one_origin(claim) for claim in claims.values()] == [False, True, False]
    assert [link.label for link in source_uses(claims, ())[0].alone] == ["2"]


def test_a_source_has_the_grade_that_it_has_now_with_who_gave_it_and_the_one_it_had_when_it_was_used() -> (
    None
):
    claims = on((CLAIMS[0], an_evidence(1, grade=None)))

    (use,) = source_uses(claims, (a_source(1, "Norland Gazette", graded(Grade.C)),))

    assert use.grade == "C, fairly reliable; when it was used no grade yet"
    assert use.why == "tomas, 14 December 2025, 09:12 UTC: “it corrects its errors”"


def test_a_source_that_was_merged_is_counted_under_the_one_that_it_was_merged_into() -> None:
    merge = MergePage(1, "source:2", "Gazette of Norland", "one paper", "mara", "typed", AT)
    claims = on((CLAIMS[0], an_evidence(1)), (CLAIMS[1], heard(2, source="source:2")))

    (use,) = source_uses(claims, (a_source(1, "Norland Gazette", merged=(merge,)),))

    assert (use.name, use.count) == ("Norland Gazette", "2 claims")
