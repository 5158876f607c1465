"""Which documents tell of one event."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching.grouping import NewsDocument, events_of

FERRY = [
    NewsDocument(
        "f1",
        "A ferry with 80 passengers sank off Arden on Monday night, the coastguard said.",
        "Ferry sinks off Arden",
    ),
    NewsDocument(
        "f2",
        "The coastguard pulled 79 passengers out of the sea after their ferry sank near Arden.",
        "Passengers saved from ferry",
    ),
    NewsDocument(
        "f3",
        "Arden mourns: one passenger of the ferry that sank on Monday is still missing.",
        "One missing after Arden ferry disaster",
    ),
]
VOTE = [
    NewsDocument(
        "v1",
        "Parliament in Norland rejected the budget by a single vote after a long night.",
        "Norland budget falls by one vote",
    ),
    NewsDocument(
        "v2",
        "The Norland budget failed in parliament; the finance minister offered to resign.",
        "Minister offers to go as budget fails",
    ),
]
ALONE = NewsDocument("a1", "Beekeepers in Corrie harvest less honey than ever, their union reports.", "Honey")
DOCUMENTS = [FERRY[0], VOTE[0], ALONE, FERRY[1], VOTE[1], FERRY[2]]


def groups(documents: list[NewsDocument]) -> list[tuple[str, ...]]:
    return [event.documents for event in events_of(documents)]


def test_documents_of_one_event_come_together_in_the_order_of_the_first() -> None:
    assert groups(DOCUMENTS) == [("f1", "f2", "f3"), ("v1", "v2"), ("a1",)]


def test_each_group_says_what_it_is_about() -> None:
    reasons = [event.reason for event in events_of(DOCUMENTS)]

    assert reasons[0].startswith("All tell of ferry")
    assert reasons[1].startswith("Both tell of budget")
    assert reasons[2] == "No other document is near enough to tell of the same event."


@settings(max_examples=50, deadline=None)
@given(st.permutations(DOCUMENTS))
def test_the_order_of_the_documents_does_not_matter(documents: list[NewsDocument]) -> None:
    assert {frozenset(group) for group in groups(documents)} == {
        frozenset(group) for group in groups(DOCUMENTS)
    }


def test_two_documents_alone_can_be_told_to_be_of_one_event() -> None:
    assert groups(FERRY[:2]) == [("f1", "f2")]
    assert groups([FERRY[0], VOTE[0]]) == [("f1",), ("v1",)]


def test_copies_of_one_text_are_one_event() -> None:
    copies = [NewsDocument(str(number), FERRY[0].text) for number in range(50)]

    assert len(events_of(copies)) == 1


def test_documents_without_words_stand_alone() -> None:
    assert groups([NewsDocument("x", ""), NewsDocument("y", "…"), FERRY[0]]) == [("x",), ("y",), ("f1",)]
    assert groups([]) == []


def test_an_event_is_told_in_the_form_of_the_contract() -> None:
    assert events_of([ALONE])[0].as_record() == {
        "documents": ["a1"],
        "reason": "No other document is near enough to tell of the same event.",
    }
