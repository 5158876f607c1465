"""The page of a revision: what became of each claim, and which words differ."""

from __future__ import annotations

from lxml import html as parser

from claims.kinds import ClaimChange
from reports.html import render_revision
from tests.reports.revisions import a_change, a_revision


def page_of(printed: str) -> parser.HtmlElement:
    return parser.document_fromstring(printed)


def words(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def section(printed: str, change: ClaimChange) -> parser.HtmlElement:
    (found,) = page_of(printed).xpath(f'//section[@id="{change.value}"]')
    return found


def test_what_changed_is_struck_out_and_marked_in_its_sentence() -> None:
    opened = section(render_revision(a_revision()), ClaimChange.REOPENED)

    first = opened.xpath(".//li")[0]
    assert [words(one) for one in first.xpath(".//del")] == ["40"]
    assert [words(one) for one in first.xpath(".//ins")] == ["41"]
    assert "The office counted 40 41 boats." in words(first)


def test_a_changed_neighbour_is_shown_beside_the_words_that_stayed() -> None:
    opened = section(render_revision(a_revision()), ClaimChange.REOPENED)

    second = words(opened.xpath(".//li")[1])
    assert "He left at noon." in second
    assert "beside it: Hugo Brandt Pavel Orlin" in second


def test_a_word_that_was_cut_stands_apart_from_what_stayed() -> None:
    runs = (("It did ", "It did"), ("not", ""), (".", "."))
    change = a_change(2, ClaimChange.REOPENED, "It did.", "A negation “not” was cut.", runs)

    opened = section(render_revision(a_revision(change)), ClaimChange.REOPENED)

    assert "not" in [words(one) for one in opened.xpath(".//del")]
    assert "didnot" not in words(opened)


def test_no_finding_wears_the_colours_of_a_status() -> None:
    printed = page_of(render_revision(a_revision()))

    assert not printed.find_class("chip")


def test_what_nobody_has_to_look_at_is_folded() -> None:
    printed = render_revision(a_revision())

    assert section(printed, ClaimChange.CARRIED).xpath(".//details")
    assert not section(printed, ClaimChange.NEW).xpath(".//details")
    assert "2 opened again, 1 new, 1 cut, 1 carried." in words(page_of(printed))


def test_a_revision_that_changed_nothing_says_so() -> None:
    carried = a_change(1, ClaimChange.CARRIED, "Storm over Arden")

    printed = page_of(render_revision(a_revision(carried)))

    assert "Nothing to look at: 1 claim carried from revision 1." in words(printed)
