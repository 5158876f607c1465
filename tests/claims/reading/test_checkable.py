"""Whether a claim can be checked at all, and why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.kinds import ClaimKind, WhyNot
from claims.reading.checkable import why_not_checkable
from claims.reading.figures import find_figures
from claims.reading.headings import Section
from claims.reading.phrases import words_of
from claims.reading.record import Attribution
from claims.reading.statements import BareStatement


def corpus() -> list[tuple[str, str]]:
    text = (Path(__file__).parents[2] / "corpus" / "checkable.txt").read_text(encoding="utf-8")
    cases = []
    answer = ""
    for line in text.splitlines():
        if line.startswith("["):
            answer = line.strip("[]")
        elif line and not line.startswith("#"):
            cases.append((answer, line))
    return cases


def why_not(
    quote: str,
    *,
    kind: ClaimKind = ClaimKind.STATEMENT,
    under: Section = Section.PLAIN,
    credited: tuple[Attribution, ...] = (),
) -> WhyNot | None:
    statement = BareStatement(0, len(quote), kind, None, words_of(quote, 0, len(quote)))
    figures = find_figures(quote, 0, len(quote))
    return why_not_checkable(statement, quote, under=under, credited=credited, figures=figures)


def credit(*content: tuple[int, int], quoted: bool) -> tuple[Attribution, ...]:
    return (Attribution(((0, 1),), (), content, "Jonas Lind", quoted),)


@pytest.mark.parametrize(("answer", "sentence"), corpus(), ids=[f"{a}: {s}" for a, s in corpus()])
def test_a_sentence_is_judged_as_the_corpus_says(answer: str, sentence: str) -> None:
    assert why_not(sentence) == (None if answer == "yes" else WhyNot(answer))


def test_every_reason_but_those_of_structure_stands_in_the_corpus() -> None:
    structural = {WhyNot.HEADING, WhyNot.REFERENCE}

    assert {answer for answer, _ in corpus()} == {"yes", *set(WhyNot) - structural}


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (ClaimKind.HEADLINE, None),
        (ClaimKind.HEADING, WhyNot.HEADING),
        (ClaimKind.BYLINE, WhyNot.LABEL),
        (ClaimKind.TABLE_HEADER, WhyNot.LABEL),
        (ClaimKind.TABLE_ROW, None),
        (ClaimKind.QUOTATION, None),
        (ClaimKind.SOURCE_ENTRY, WhyNot.REFERENCE),
    ],
)
def test_the_kind_of_a_claim_may_settle_it(kind: ClaimKind, answer: WhyNot | None) -> None:
    assert why_not("We think prices will rise", kind=kind) == answer


def test_a_headline_that_asks_is_a_question() -> None:
    assert why_not("Will the mill close?", kind=ClaimKind.HEADLINE) is WhyNot.QUESTION


def test_what_somebody_is_credited_with_can_be_checked() -> None:
    opinion = "The owner should resign, in the view of Lind."

    assert why_not(opinion) is WhyNot.OPINION
    assert why_not(opinion, credited=credit((0, 24), quoted=False)) is None


def test_time_that_will_tell_is_nobody_to_be_credited() -> None:
    alone, told = "The coming weeks will show who pays.", "Lind said the coming weeks will show who pays."

    assert why_not(alone, credited=credit((23, 35), quoted=False)) is WhyNot.PREDICTION
    assert why_not(told, credited=credit((10, 46), quoted=False)) is None


def test_a_question_inside_direct_speech_can_be_checked() -> None:
    assert why_not("Lind asked: “Who pays?”") is None
    assert why_not("“Who pays?") is None
    assert why_not("Who pays?", credited=credit((0, 9), quoted=True)) is None


def test_a_question_about_what_somebody_said_is_a_question() -> None:
    question = "Did the mill burn, as Lind said?"

    assert why_not(question, credited=credit((0, 17), quoted=False)) is WhyNot.QUESTION


def test_under_a_heading_that_says_unconfirmed_a_fragment_is_a_claim() -> None:
    for item in ("Lind’s whereabouts", "Whether prices will rise", "Prices are likely to rise"):
        assert why_not(item, kind=ClaimKind.LIST_ITEM, under=Section.UNCONFIRMED) is None
    assert why_not("Who pays?", kind=ClaimKind.LIST_ITEM, under=Section.UNCONFIRMED) is WhyNot.QUESTION


def test_pointers_to_other_reading_are_references() -> None:
    item = "The mill that burnt twice"

    assert why_not(item, kind=ClaimKind.LIST_ITEM, under=Section.POINTERS) is WhyNot.REFERENCE


def test_a_sentence_without_blanks_that_begins_with_a_number_is_no_label() -> None:
    quote = "300人が救助され、12人が死亡した。"
    statement = BareStatement(0, len(quote), ClaimKind.STATEMENT, None, words_of(quote, 0, len(quote)))

    assert why_not_checkable(statement, quote, known=False) is None
