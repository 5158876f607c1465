"""A text made of the statements of a table: each row is one claim, credited to whoever made it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.importing.statements import Sent, read_statements
from claims.kinds import ClaimKind

WORDS = st.lists(
    st.sampled_from(
        [
            "The ferry carried 40 people.",
            "“None fell,” she said.",
            "Why?",
            "It sank: 3 died",
            "Leave a Comment",
        ]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
SENT = st.builds(Sent, WORDS, st.none() | st.just("Mara Olin"), st.none() | st.just("2025-05-12"))


@given(st.lists(SENT, max_size=6))
def test_every_row_is_one_claim_and_every_word_is_in_one(sent: list[Sent]) -> None:
    reading = read_statements(sent)

    text = reading.source.text
    assert [text[one.start : one.end] for one in reading.statements] == [one.text for one in sent]
    assert reading.furniture == ()


def test_sentences_of_one_row_are_read_together() -> None:
    (claim,) = read_statements([Sent("The Alma sank in May. It carried 40 people and 3 died.")]).statements

    assert claim.kind is ClaimKind.STATEMENT
    assert claim.checkable
    assert [figure.quote for figure in claim.figures] == ["40", "3"]


def test_a_row_is_credited_to_its_claimant_and_linked_to_where_it_was_said() -> None:
    sent = Sent("The Alma carried 40 people.", "Mara Olin", "2025-05-12", "https://office.example/a")

    reading = read_statements([Sent("A boat sank."), sent])

    text, claim = reading.source.text, reading.statements[1]
    assert text[claim.start : claim.end] == "Mara Olin, 2025-05-12: The Alma carried 40 people."
    said = claim.attributions[0]
    assert said.speaker == "Mara Olin"
    assert [text[slice(*span)] for span in (*said.source, *said.content)] == [
        "Mara Olin",
        "The Alma carried 40 people.",
    ]
    (link,) = reading.source.links
    assert (text[link.start : link.end], link.url) == (sent.words, "https://office.example/a")


def test_what_cannot_be_checked_says_why() -> None:
    question, statement = read_statements(
        [Sent("Who sank it?"), Sent("Who sank it? The Alma did.")]
    ).statements

    assert (question.checkable, statement.checkable) == (False, True)
    assert question.why_not is not None
    assert statement.why_not is None
