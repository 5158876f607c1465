from __future__ import annotations

from claims.kinds import Relation, Status, WhyNot
from claims.pages import AuditPage
from reports.summary import summarise
from tests.reports.pages import Measured, Said, a_document, a_story, an_audit, paragraph, reviewed
from tests.reports.release import conflicting_audit, release_audit


def audit_of(*said: Said | str) -> AuditPage:
    return an_audit(a_document(paragraph(*said)))


def test_the_result_of_an_untouched_text_is_one_line() -> None:
    audit = audit_of(Said("Nothing is known.", unconfirmed=True), "Rain fell.", "It was cold.")

    assert summarise(audit).result == (
        "1 claim is reported as unconfirmed by the text itself; no figures differ; "
        "nobody has reviewed any of the 3 claims yet."
    )


def test_the_result_says_where_figures_differ_and_what_is_not_accounted_for() -> None:
    assert summarise(conflicting_audit()).result == (
        "2 claims are reported as unconfirmed by the text itself; figures differ in 1 place; "
        "9 of 123 not accounted for; 3 of 21 claims reviewed."
    )


def test_many_remainders_are_counted_and_not_listed() -> None:
    document = a_document(
        paragraph(Said("100, 60 and 30.", figures=(("100", None), ("60", None), ("30", None))))
    )
    story = a_story(
        document,
        Measured("all", (100,)),
        Measured("some", (60,)),
        Measured("others", (30,)),
        tasks=((60, Relation.PART_OF, 100, "40 left"), (30, Relation.PART_OF, 100, "70 left")),
    )

    assert (
        "; in 2 places part of a whole is not accounted for; " in summarise(an_audit(document, story)).result
    )


def test_a_text_without_claims_has_a_result_too() -> None:
    audit = an_audit(a_document())

    assert summarise(audit).result == (
        "The text itself reports no claim as unconfirmed; no figures differ; there is no claim to review."
    )
    assert summarise(audit).counts == ()


def test_what_the_machine_suggests_is_counted_apart_from_what_people_decided() -> None:
    signed = Said("Is it?", why_not=WhyNot.QUESTION, reviews=(reviewed("not checkable", "a question"),))
    audit = audit_of(signed, Said("Was it?", why_not=WhyNot.QUESTION), "Rain fell.")

    assert summarise(audit).counts == (
        (Status.UNCONFIRMED, False, 1),
        (Status.NOT_CHECKABLE, False, 1),
        (Status.NOT_CHECKABLE, True, 1),
    )


def test_every_unconfirmed_claim_is_listed_once() -> None:
    summary = summarise(release_audit())

    listed = [claim.number for claim in (*summary.reported, *summary.left_open, *summary.waiting)]
    assert len(listed) == len(set(listed)) == summary.statuses[Status.UNCONFIRMED]
