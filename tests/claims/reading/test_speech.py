"""Who speaks where no verb in the same sentence says so."""

from __future__ import annotations

import pytest

from claims.reading.attribution import find_attributions
from claims.reading.statements import find_statements
from sources.blocks import BlockKind, CanonicalText
from tests.claims.reading.texts import text_of

LEAD = (BlockKind.PARAGRAPH, "The dam has leaked since March.")


def said(source: CanonicalText) -> list[tuple[str, str | None]]:
    """Every statement that somebody is credited with, and who."""
    statements = find_statements(source)
    found = find_attributions(source, statements)
    return [
        (source.text[statement.start : statement.end], one.speaker)
        for statement, ones in zip(statements, found, strict=True)
        for one in ones
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Eva Holm",
        "Eva Holm (engineer)",
        "Eva Holm, engineer at the dam",
        "— Eva Holm",
        "– Eva Holm, engineer.",
    ],
    ids=str,
)
def test_the_line_below_a_block_quotation_names_its_speaker(line: str) -> None:
    source = text_of(LEAD, (BlockKind.QUOTATION, "The dam is dry."), (BlockKind.BYLINE, line))

    assert said(source) == [("The dam is dry.", "Eva Holm")]


@pytest.mark.parametrize(
    "end",
    [" — Eva Holm", " – Eva Holm, engineer", "\n— Eva Holm (engineer)"],
    ids=["dash", "short dash", "line"],
)
def test_a_block_quotation_may_name_its_speaker_at_its_end(end: str) -> None:
    source = text_of(LEAD, (BlockKind.QUOTATION, f"The dam is dry. It was tested.{end}"))

    assert said(source)[:1] == [("The dam is dry.", "Eva Holm")]
    assert {speaker for _, speaker in said(source)} == {"Eva Holm"}


@pytest.mark.parametrize(
    "line",
    ["By Eva Holm", "Eva Holm left at noon.", "Who pays for the dam?", "“Nobody knows”"],
    ids=str,
)
def test_no_other_line_below_a_block_quotation_names_a_speaker(line: str) -> None:
    source = text_of(LEAD, (BlockKind.QUOTATION, "The dam is dry."), (BlockKind.PARAGRAPH, line))

    assert said(source) == []


def test_a_paragraph_that_ends_in_a_colon_brings_in_every_block_quotation_behind_it() -> None:
    source = text_of(
        (BlockKind.PARAGRAPH, "Eva Holm wrote:"),
        (BlockKind.QUOTATION, "The dam is dry."),
        (BlockKind.QUOTATION, "It was tested."),
        (BlockKind.PARAGRAPH, "It rained that night."),
        (BlockKind.QUOTATION, "The dam is wet."),
    )

    assert said(source) == [("The dam is dry.", "Eva Holm"), ("It was tested.", "Eva Holm")]


def test_a_speech_left_open_goes_on_in_the_next_paragraph_whatever_it_ends_with() -> None:
    source = text_of(
        (BlockKind.PARAGRAPH, "Eva Holm asked: “Is the dam dry?"), (BlockKind.PARAGRAPH, "“Who tested it?”")
    )

    assert said(source) == [
        ("Eva Holm asked: “Is the dam dry?", "Eva Holm"),
        ("“Who tested it?”", "Eva Holm"),
    ]


def test_a_quotation_after_a_paragraph_of_the_text_s_own_is_nobody_s() -> None:
    source = text_of(
        (BlockKind.PARAGRAPH, "“The dam is dry,” Eva Holm said."),
        (BlockKind.PARAGRAPH, "It rained that night."),
        (BlockKind.PARAGRAPH, "“The dam is wet.”"),
    )

    assert said(source) == [("“The dam is dry,” Eva Holm said.", "Eva Holm")]


def test_a_capital_label_that_nobody_in_the_text_bears_is_no_speaker() -> None:
    source = text_of(LEAD, (BlockKind.PARAGRAPH, "CORRECTION: The dam is dry."))

    assert said(source) == []
