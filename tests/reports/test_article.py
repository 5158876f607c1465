from __future__ import annotations

from dataclasses import replace

from claims.kinds import HedgeKind
from claims.pages import DocumentPage
from reports import article
from reports.views.article import BlockView, RunView, Stretch
from sources.blocks import Cell
from tests.reports.pages import (
    Said,
    a_document,
    caption,
    furniture,
    header,
    heading,
    headline,
    item,
    paragraph,
    quotation,
    reviewed,
    row,
)
from tests.reports.release import release_audit


def article_runs(document: DocumentPage) -> tuple[RunView, ...]:
    return article.article_runs(document, {})


def words(block: BlockView) -> str:
    """Everything that a block shows."""
    stretches = [*block.stretches, *(stretch for cell in block.cells for stretch in cell.stretches)]
    return "".join(piece.text for stretch in stretches for piece in stretch.pieces)


def stretches_of(runs: tuple[RunView, ...]) -> list[Stretch]:
    return [
        stretch
        for run in runs
        for block in run.blocks
        for stretch in (*block.stretches, *(one for cell in block.cells for one in cell.stretches))
    ]


def letters(text: str) -> list[str]:
    return [letter for letter in text if letter.isalnum()]


def test_every_letter_of_the_document_is_on_the_page() -> None:
    document = release_audit().document

    shown = "".join(words(block) for run in article_runs(document) for block in run.blocks)

    assert letters(shown) == letters(document.text)


def test_every_claim_begins_once_and_ends_once() -> None:
    document = release_audit().document

    stretches = stretches_of(article_runs(document))

    numbers = [str(claim.number) for claim in document.claims]
    assert [one.number for one in stretches if one.number] == numbers
    assert [one.anchor for one in stretches if one.anchor] == [f"text-{number}" for number in numbers]


def test_blocks_are_laid_out_as_what_they_are() -> None:
    runs = article_runs(
        a_document(
            headline("Title"),
            heading("Section"),
            paragraph("One."),
            paragraph("Two."),
            item("Three."),
            item("Four."),
            quotation("“Five.”"),
            caption("Six"),
            furniture("Leave a Comment"),
        )
    )

    assert [(run.layout, len(run.blocks)) for run in runs] == [
        ("headline", 1),
        ("heading", 1),
        ("paragraph", 1),
        ("paragraph", 1),
        ("list", 2),
        ("quotation", 1),
        ("caption", 1),
        ("furniture", 1),
    ]


def test_furniture_is_shown_as_no_claim() -> None:
    (run,) = article_runs(a_document(furniture("Leave a Comment")))

    (stretch,) = run.blocks[0].stretches
    assert stretch.pieces[0].text == "Leave a Comment"
    assert stretch.chip is None
    assert stretch.href is None


def test_table_cells_keep_their_headers() -> None:
    columns = ("Date", "Released")
    (run,) = article_runs(a_document(header(*columns), row("13 Dec 2025", "123", headers=columns)))

    assert run.layout == "table"
    assert [block.heads for block in run.blocks] == [True, False]
    assert [cell.label for cell in run.blocks[1].cells] == ["Date", "Released"]


def test_words_outside_the_cells_of_a_row_are_not_lost() -> None:
    document = a_document(row("13 Dec 2025", "123"))
    (block,) = document.blocks
    document = replace(document, blocks=(replace(block, cells=block.cells[:1]),))

    (run,) = article_runs(document)

    assert words(run.blocks[0]) == "13 Dec 2025 | 123"


def test_a_row_whose_claim_begins_before_its_first_cell_can_still_be_found() -> None:
    document = a_document(row("| 123", "places"))
    (block,) = document.blocks
    first = replace(block.cells[0], start=block.cells[0].start + 2)
    document = replace(document, blocks=(replace(block, cells=(first, *block.cells[1:])),))

    stretches = stretches_of(article_runs(document))

    assert [one.anchor for one in stretches] == ["text-1", None]
    assert [one.number for one in stretches] == [None, "1"]


def test_an_empty_cell_is_an_empty_cell() -> None:
    document = a_document(row("13 Dec 2025", "123"))
    (block,) = document.blocks
    empty = Cell(block.start + 12, block.start + 12)
    document = replace(document, blocks=(replace(block, cells=(block.cells[0], empty, block.cells[1])),))

    (run,) = article_runs(document)

    assert [len(cell.stretches) for cell in run.blocks[0].cells] == [1, 0, 1]


def test_rows_whose_cells_are_lost_are_lines() -> None:
    document = a_document(row("13 Dec 2025 123 Included"))
    document = replace(document, blocks=(replace(document.blocks[0], cells=()),))

    assert [run.layout for run in article_runs(document)] == ["lines"]


def test_a_claim_over_two_blocks_is_one_claim_in_two_stretches() -> None:
    document = a_document(paragraph("It began here"), paragraph("and ended there."))
    claim = replace(document.claims[0], end=len(document.text), text=document.text)
    stretches = stretches_of(article_runs(replace(document, claims=(claim,))))

    assert [(one.anchor, one.number) for one in stretches] == [("text-1", None), (None, "1")]


def test_figures_and_cues_are_marked_inside_a_claim() -> None:
    said = Said(
        "Reportedly 123 left.", figures=(("123", None),), hedges=(("Reportedly", HedgeKind.REPORTED),)
    )
    (run,) = article_runs(a_document(paragraph(said)))

    pieces = run.blocks[0].stretches[0].pieces
    assert [(piece.text, piece.css) for piece in pieces] == [
        ("Reportedly", "hedge"),
        (" ", None),
        ("123", "figure"),
        (" left.", None),
    ]


def test_of_two_marks_that_overlap_the_first_is_kept_and_no_word_is_shown_twice() -> None:
    said = Said(
        "Up to 123 left.", figures=(("Up to 123", None),), hedges=(("to 123 left", HedgeKind.UNCERTAIN),)
    )
    (run,) = article_runs(a_document(paragraph(said)))

    pieces = run.blocks[0].stretches[0].pieces
    assert "".join(piece.text for piece in pieces) == "Up to 123 left."
    assert [piece.css for piece in pieces] == ["figure", None]


def test_what_the_text_calls_unconfirmed_stands_out_and_the_merely_unchecked_does_not() -> None:
    document = a_document(
        paragraph(Said("Not known.", unconfirmed=True), "Rain fell.", Said("12.", differs=True))
    )

    stretches = [one for one in stretches_of(article_runs(document)) if one.chip]

    assert [one.standing_out for one in stretches] == [True, False, True]


def test_the_margin_tells_of_what_stands_out_and_what_was_reviewed() -> None:
    confirmed = Said("It was cold.", reviews=(reviewed("confirmed", "The station measured it."),))
    (run,) = article_runs(
        a_document(paragraph("Rain fell.", confirmed, Said("Why, is not known.", unconfirmed=True)))
    )

    assert [(note.claim.label, note.verdicts[0].chip.word) for note in run.notes] == [
        ("2", "confirmed"),
        ("3", "unconfirmed"),
    ]
    assert run.notes[0].text == "reviewer-1: “The station measured it.”"


def test_an_empty_document_is_an_empty_article() -> None:
    empty: DocumentPage = a_document()

    assert article_runs(empty) == ()


def test_the_margin_names_the_figures_that_differ() -> None:
    document = a_document(paragraph(Said("It was 12.", figures=(("12", None),), differs=True)))

    (run,) = article.article_runs(document, {"release:1": "“12” or “21”"})

    assert [note.text for note in run.notes] == ["Figures differ: “12” or “21”."]
