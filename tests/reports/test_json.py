from __future__ import annotations

import json

from claims.kinds import QuantityStatus, Status
from claims.pages import DocumentLine
from reports.json import audit_record, claim_record, document_line_record, document_record, story_record
from tests.reports.pages import AT, Measured, Said, a_document, a_story, an_audit, paragraph
from tests.reports.release import conflicting_audit, release_audit
from tests.reports.verified import verified_audit


def test_the_whole_record_is_json_without_floats() -> None:
    text = json.dumps(audit_record(conflicting_audit()), allow_nan=False)

    assert json.loads(text, parse_float=_no_floats) == audit_record(conflicting_audit())


def _no_floats(number: str) -> None:
    raise AssertionError(f"{number} is a float")


def test_a_claim_has_what_the_contract_promises() -> None:
    record = claim_record(release_audit().document.claims[16])

    promised = {"handle", "text", "kind", "section", "checkable", "reported_unconfirmed", "status", "figures"}
    assert promised <= set(record)
    assert record["handle"] == "release:17"
    assert record["section"] == "Unconfirmed"
    assert record["reported_unconfirmed"] is True
    assert record["status"] == "unconfirmed"
    assert record["because"] == "the text itself says so"


def test_what_is_not_known_is_null() -> None:
    document = release_audit().document

    assert claim_record(document.claims[0])["section"] is None
    assert document_record(document)["published"] is None
    assert document_record(document)["outlet"] is None


def test_a_reviewed_claim_keeps_who_and_why() -> None:
    (review,) = claim_record(release_audit().document.claims[4])["reviews"]

    assert review == {
        "verdict": "confirmed",
        "withheld": False,
        "because": "The decree was printed in the gazette of 13 December.",
        "by": "reviewer-1",
        "known": "typed",
        "at": "2025-12-14T09:12:00+00:00",
        "question": None,
        "role": None,
        "blind": None,
        "override": None,
        "policy": "built-in/1",
    }


def test_a_document_counts_its_claims_by_every_status() -> None:
    counts = document_record(release_audit().document)["claims"]

    assert set(counts) == {status.value for status in Status}
    assert (counts["confirmed"], counts["disputed"]) == (1, 0)


def test_a_document_in_a_list_has_what_the_contract_promises() -> None:
    line = DocumentLine("release", "release", None, 2, AT, {Status.UNCONFIRMED: 3})

    record = document_line_record(line)

    assert {"slug", "title", "revision", "claims"} <= set(record)
    assert record["title"] is None
    assert record["claims"]["unconfirmed"] == 3


def test_quantities_and_relations_are_those_of_compare() -> None:
    record = story_record(conflicting_audit().story)

    compared = {"id", "label", "figures", "value", "low", "high", "status", "origins", "why"}
    assert all(compared <= set(quantity) for quantity in record["quantities"])
    assert all({"a", "b", "relation", "reason", "residual"} == set(one) for one in record["relations"])
    assert [(one["relation"], one["residual"]) for one in record["relations"]] == [
        ("conflict", None),
        ("part_of", "9"),
    ]


def test_relations_name_figures_and_figures_name_the_claims_they_stand_in() -> None:
    record = story_record(conflicting_audit().story)

    handles = {figure["id"]: figure["handle"] for figure in record["figures"]}
    conflict = record["relations"][0]
    assert {handles[conflict["a"]], handles[conflict["b"]]} == {"release:1", "release:12"}
    assert record["tasks"][0]["handles"] == ["release:12", "release:1"]


def test_the_record_grows_with_the_story_and_not_with_its_square() -> None:
    def length(repetitions: int) -> int:
        figures = (("123", "prisoners"),)
        document = a_document(
            paragraph(*(Said(f"{n}: 123.", figures=figures) for n in range(1000, 1000 + repetitions)))
        )
        story = a_story(document, Measured("prisoners", (123,), QuantityStatus.SETTLED))
        return len(json.dumps(audit_record(an_audit(document, story))))

    assert length(400) < 11 * length(40)


def test_a_claim_carries_its_evidence_its_searches_and_whom_somebody_asked() -> None:
    records = [claim_record(claim) for claim in verified_audit().document.claims]

    ended, left, paid = records[1], records[2], records[4]
    assert [one["handle"] for one in ended["evidence"]] == ["evidence:1", "evidence:2"]
    assert ended["evidence"][0]["fit"] == "whitespace"
    assert left["evidence"][1]["withdrawn"]["because"] == "It was a typing error of ours."
    assert left["contacts"][0]["due"] == "2025-12-16T09:12:00+00:00"
    assert [one["result"] for one in paid["searches"]] == ["nothing", "nothing"]


def test_a_claim_carries_what_it_waits_for_and_the_way_to_its_status() -> None:
    left = claim_record(verified_audit().document.claims[2])

    assert left["waits_for"][0] == "a second independent origin"
    assert left["trace"] == [{"rule": "origins", "met": False, "says": "1 origin; 2 are asked for"}]
    assert (left["tier"], left["tier_set_by"]) == ("figure", "tomas")


def test_reported_speech_carries_both_answers_and_other_claims_none() -> None:
    said, ended = (claim_record(verified_audit().document.claims[number]) for number in (3, 1))

    assert said["said"]["status"] == "confirmed"
    assert said["status"] == "unconfirmed"
    assert ended["said"] is None


def test_of_a_protected_source_neither_date_place_nor_manner_is_in_the_record() -> None:
    (told,) = claim_record(verified_audit().document.claims[6])["evidence"]

    assert told["source_name"] == "KESTREL"
    assert {told[name] for name in ("on_date", "place", "how", "kind", "at")} == {None}


def test_the_record_of_a_verified_document_is_json() -> None:
    assert json.loads(json.dumps(audit_record(verified_audit()), allow_nan=False))
