"""The article of an HTML page."""

from __future__ import annotations

import time

import pytest

from sources.blocks import Block, BlockKind, CanonicalText
from sources.errors import Broken, NoText, SourceError, TooLarge
from sources.readers import read_html
from tests.sources.readers.samples import outline

SENTENCES = (
    "The harbour council said on Monday that the ferry would run again after a pause of several weeks.",
    "Tickets cost 12 crowns as before, and children under six travel for nothing, the council added.",
    "The boat had been taken out of service in January, when a survey found cracks in its hull.",
    "Repairs took nine weeks and cost 1.4 million crowns, twice as much as had been set aside.",
)
PROSE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(body: str, *, head: str = "", title: str = "Ferry runs again") -> str:
    """A page with an article of four paragraphs and more."""
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body>"
        f"<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
        f"<main><article><h1>{title}</h1>{PROSE}{body}</article></main>"
        "<footer><p>© 2025 The Harbour Courier</p></footer></body></html>"
    )


def after_prose(body: str) -> list[tuple[str, str]]:
    """The blocks that a page has below its headline and its four paragraphs."""
    return outline(read_html(page(body)))[5:]


def test_the_headline_comes_first_and_once_and_navigation_goes() -> None:
    found = outline(read_html(page("")))

    assert found == [("heading1", "Ferry runs again"), *(("paragraph", sentence) for sentence in SENTENCES)]


def test_a_title_that_only_the_metadata_has_becomes_the_headline() -> None:
    html = f"<html><head><meta property='og:title' content='Ferry is back'></head><body>{PROSE}</body></html>"

    assert outline(read_html(html))[0] == ("heading1", "Ferry is back")


def test_a_table_keeps_headers_and_cells_together_and_its_caption() -> None:
    read = read_html(
        page(
            "<h2>Fares</h2><table><caption>Fares of the ferry</caption>"
            "<tr><th>Date</th><th>Passengers</th></tr>"
            "<tr><td>13 Dec 2025</td><td>123</td></tr></table>"
        )
    )

    assert outline(read)[5:] == [
        ("heading2", "Fares"),
        ("caption", "Fares of the ferry"),
        ("table_header", "Date | Passengers"),
        ("table_row", "13 Dec 2025 | 123"),
    ]
    assert cells(read, read.blocks[-1]) == [("13 Dec 2025", "Date"), ("123", "Passengers")]


def test_a_first_row_of_words_over_figures_is_a_header_even_if_it_is_not_marked() -> None:
    rows = "<tr><td>Year</td><td>Fare</td></tr><tr><td>2025</td><td>12</td></tr>"
    read = read_html(page(f"<table>{rows}</table><p>{SENTENCES[0]} So it went.</p>"))
    row = next(block for block in read.blocks if block.kind is BlockKind.TABLE_ROW)

    assert cells(read, row) == [("2025", "Year"), ("12", "Fare")]


def cells(read: CanonicalText, block: Block) -> list[tuple[str, str | None]]:
    return [(read.text[cell.start : cell.end], cell.header) for cell in block.cells]


def test_lists_nested_lists_and_quotations_keep_their_parts() -> None:
    body = (
        "<ul><li>Adults pay twelve<ul><li>Students pay eight</li></ul></li><li>Dogs pay two</li></ul>"
        "<blockquote><p>“We are glad that it runs again.”</p><p>“It was time.”</p>"
        "<cite>Ida Strand (director)</cite></blockquote>"
    )

    assert after_prose(body) == [
        ("list_item", "Adults pay twelve"),
        ("list_item", "Students pay eight"),
        ("list_item", "Dogs pay two"),
        ("quotation", "“We are glad that it runs again.”"),
        ("quotation", "“It was time.”"),
        ("byline", "Ida Strand (director)"),
    ]


@pytest.mark.parametrize("inside", ["— Ida Strand, director", "<cite>— Ida Strand, director</cite>"])
def test_the_footer_of_a_quotation_names_its_speaker(inside: str) -> None:
    body = f"<blockquote><p>We are glad that it runs again.</p><footer>{inside}</footer></blockquote>"

    assert after_prose(body) == [
        ("quotation", "We are glad that it runs again."),
        ("byline", "— Ida Strand, director"),
    ]


def test_a_picture_keeps_its_caption_and_a_film_does_not() -> None:
    body = (
        "<figure><img src='a.jpg'>"
        "<figcaption>The ferry at the pier<span>Jonas Reuter</span></figcaption></figure>"
        "<figure><video src='b'></video><figcaption>Watch how cranes are built</figcaption></figure>"
        f"<p>{SENTENCES[0]} It was the first time.</p>"
    )

    assert after_prose(body)[0] == ("caption", "The ferry at the pier Jonas Reuter")
    assert not any("cranes" in words for _, words in after_prose(body))


def test_a_caption_that_a_page_holds_in_two_lengths_is_said_once() -> None:
    caption = "The ferry leaves the pier of Port Aldis for the first time since January, on 4 March 2025."
    copies = (
        f"<span>{caption} less</span> <span>{caption[:70]} ... more</span> <span>Photo: Jonas Reuter</span>"
    )
    body = f"<figure><figcaption>{copies}</figcaption></figure><p>{SENTENCES[0]} So it went.</p>"

    assert after_prose(body)[0] == ("caption", f"{caption} Photo: Jonas Reuter")


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(
            "<p><a href='/a'>Dredging of the southern channel delayed again</a></p>", id="linked headline"
        ),
        pytest.param("<p>Sign up for our newsletter and get the tides every morning.</p>", id="newsletter"),
        pytest.param("<p>Follow The Harbour Courier on Facebook and Instagram.</p>", id="follow"),
        pytest.param("<p>https://harbour-courier.example/ferry</p>", id="bare address"),
        pytest.param("<h3>More from the port</h3>", id="heading over nothing"),
        pytest.param(f"<p>{SENTENCES[1]}</p>", id="repeated paragraph"),
        pytest.param("<p style='display:none'>Printed by a robot in the cellar.</p>", id="hidden"),
        pytest.param(
            "<h3>More</h3><ul>"
            + "".join(f"<li><a href='/{n}'>Crane number {n}</a> is old</li>" for n in range(4))
            + "</ul>",
            id="list of other articles",
        ),
        pytest.param(
            "".join(
                f"<p><a href='/{n}'>Crane number {n} was moved to the museum beyond the old port</a></p>"
                f"<p>Crane {n} is old.</p>"
                for n in range(3)
            ),
            id="teasers",
        ),
    ],
)
def test_what_belongs_to_the_page_is_left_out(tail: str) -> None:
    assert after_prose(tail) == []


def test_an_articles_own_list_of_sources_is_kept_with_its_links() -> None:
    body = (
        "<h2>Sources</h2><ul><li><a href='https://port.example/1'>Port Authority</a></li>"
        "<li><a href='/fire'>Fire Service</a> (official body) — list of call-outs.</li></ul>"
    )
    read = read_html(page(body), url="https://harbour-courier.example/ferry")

    assert [words for _, words in outline(read)[-2:]] == [
        "Port Authority",
        "Fire Service (official body) — list of call-outs.",
    ]
    assert [(read.text[link.start : link.end], link.url) for link in read.links] == [
        ("Port Authority", "https://port.example/1"),
        ("Fire Service", "https://harbour-courier.example/fire"),
    ]


def test_links_inside_a_sentence_stay_and_words_do_not_run_together() -> None:
    read = read_html(
        page(
            "<p>The <b><a href='https://port.example/'>port office</a></b> counted <b>123</b> boats in 2024,"
            " <i>not</i> 132.</p>"
        )
    )

    assert read.text.endswith("The port office counted 123 boats in 2024, not 132.")
    assert [read.text[link.start : link.end] for link in read.links] == ["port office"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "java\tscript:alert(1)", "http://[", "#top", "data:text/html,x"]
)
def test_a_link_that_goes_nowhere_on_the_web_is_only_words(address: str) -> None:
    read = read_html(
        page(f"<p>The <a href='{address}'>port office</a> counted 123 boats in the year 2024.</p>")
    )

    assert read.text.endswith("The port office counted 123 boats in the year 2024.")
    assert read.links == ()


def test_bare_text_parted_by_line_breaks_becomes_paragraphs() -> None:
    first, second, third, fourth = SENTENCES
    body = f"{first} <a href='/t'>Tickets</a> are sold on board.<br><br>{second}<br/>{third}<br> <br>{fourth}"
    html = f"<html><body><h1>Ferry runs again</h1><div class='story'>{body}</div></body></html>"

    assert outline(read_html(html)) == [
        ("heading1", "Ferry runs again"),
        ("paragraph", f"{first} Tickets are sold on board."),
        ("paragraph", f"{second} {third}"),
        ("paragraph", fourth),
    ]


def test_an_article_cut_into_several_containers_is_put_together() -> None:
    parts = "".join(
        f"<div class='article-body'><p>{one}</p><p>{two}</p></div><div class='ad'></div>"
        for one, two in (SENTENCES[:2], SENTENCES[2:])
    )

    assert [words for _, words in outline(read_html(f"<main><h1>Ferry runs again</h1>{parts}</main>"))][
        1:
    ] == list(SENTENCES)


def test_a_table_of_figures_inside_a_laid_out_page_stays_a_table() -> None:
    table = "<table><tr><th>Year</th><th>Fare</th></tr><tr><td>2025</td><td>12</td></tr></table>"
    cell = f"<h1>Ferry runs again</h1>{PROSE}{table}{PROSE.replace('The', 'This')}"
    html = f"<table><tr><td>{cell}</td></tr></table>"

    assert ("table_row", "2025 | 12") in outline(read_html(html))


def test_a_page_laid_out_in_a_table_gives_paragraphs() -> None:
    cell = f"<h1>Ferry runs again</h1>{PROSE}{PROSE.replace('The', 'This')}"
    html = f"<html><body><table><tr><td>Menu</td><td>{cell}</td></tr></table></body></html>"
    found = outline(read_html(html))

    assert ("paragraph", SENTENCES[0]) in found
    assert not any(kind.startswith("table") for kind, _ in found)


def test_an_embedded_post_is_kept_as_a_quotation() -> None:
    post = "<blockquote class='twitter-tweet'><p>The ferry is back, and so are we.</p></blockquote>"
    body = f"<div class='embed-tweet'>{post}</div><p>{SENTENCES[0]} So it went.</p>"

    assert ("quotation", "The ferry is back, and so are we.") in after_prose(body)


def test_a_standfirst_set_as_a_heading_is_a_statement() -> None:
    standfirst = (
        "The boat is back after nine weeks of repairs, but nobody knows for how long it will be able to run."
    )

    assert ("paragraph", standfirst) in after_prose(f"<h2>{standfirst}</h2><p>{SENTENCES[0]} So it went.</p>")


def test_the_language_is_that_of_the_page_or_of_its_words() -> None:
    assert read_html(page("")).metadata.language == "en"
    assert read_html(page("").replace("<html lang='en'>", "<html>")).metadata.language == "en"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("", id="nothing"),
        pytest.param("   ", id="blanks"),
        pytest.param("<!doctype html>", id="no elements"),
        pytest.param("<html><body></body></html>", id="no words"),
        pytest.param("<nav><a href='/'>Home</a></nav>", id="navigation"),
        pytest.param("<title>Log in</title><h1>Log in</h1>", id="a headline over nothing"),
    ],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(NoText, match="the page holds no"):
        read_html(html)


HOSTILE = {
    "nested containers": "<div>" * 100_000 + PROSE,
    "cells that span everything": page(
        f"<table>{'<tr><td rowspan=65000 colspan=1000>5 men died</td></tr>' * 160}</table>"
    ),
    "rows that span the rest": page(
        f"<table>{'<tr><td rowspan=9999999999>5</td><td>6</td></tr>' * 1_500}</table>"
    ),
    "a wide row over many": page(
        f"<table><tr>{'<td>5</td>' * 900}</tr>{'<tr><td>6</td></tr>' * 9_000}</table>"
    ),
    "nothing but columns": page(f"<table><tr>{'<td colspan=100>5</td>' * 30_000}</tr></table>"),
    "a source of nothing but links": page(
        f"<h2>Sources</h2><p>{''.join(f'<a href=/{n}>{n}</a>' for n in range(10_000))}</p>"
    ),
    "nested tables": "<table><tr><td>" * 100_000 + PROSE,
    "captions in captions": page("<figcaption>" * 60 + "a pier" + "</figcaption>" * 60),
    "a film in a caption": page("<div class='video caption'><figcaption>a<figcaption>b</figcaption></div>"),
    "nested emphasis": "<div>" + "text <b>" * 50_000,
    "links without end": "<a href=x>" * 100_000 + PROSE,
    "script in the title": page("", title="<script>alert(1)</script>Ferry"),
    "NUL": "\x00" + page("\x00<p>It was\x00 so.</p>"),
    "half a character": page("<p>It was \ud83d so.</p>"),
    "picture in the page": page(f"<img src='data:image/png;base64,{'A' * 5_000_000}'>"),
    "huge class": page(f"<div class='{'a ' * 2_000_000}'>It was so.</div>"),
    "bogus encoding": page("", head="<meta charset='utf-7'>"),
    "entity from a file": "<!DOCTYPE h [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + page("<p>&x; it.</p>"),
    "entities in entities": "<!DOCTYPE z [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>" + page("<p>&b; it.</p>"),
    "deep JSON": page("", head=f"<script type='application/ld+json'>{'[' * 100_000}</script>"),
    "many elements": PROSE + "<p><a href=x>x</a></p>" * 40_000,
    "a comment that does not end": page("<!--" + "-" * 1_000_000),
    "text with brackets": page("<p>]]> --&gt; {{7*7}} {% x %} \u2028 so it was.</p>"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_refused_within_seconds(name: str) -> None:
    started = time.process_time()

    try:
        read = read_html(HOSTILE[name])
    except SourceError:
        read = None

    assert time.process_time() - started < 5
    if read:
        read.text.encode("utf-8")
        assert "\x00" not in read.text
        assert "root:" not in read.text
        assert "alert" not in read.text or name == "script in the title"


def test_no_words_are_lost_from_a_table_whose_cells_span_more_than_it_has() -> None:
    text = read_html(HOSTILE["cells that span everything"]).text

    assert text.count("5 men died") == 160


def test_cells_that_span_columns_keep_those_after_them_under_their_headers() -> None:
    rows = (
        "<tr><th>Port</th><th>Fare</th><th>Dogs</th></tr>"
        "<tr><td colspan='2'>Lakmark</td><td>4</td></tr>"
        "<tr><td rowspan='2'>Aldis</td><td>12</td><td>2</td></tr><tr><td>13</td><td>3</td></tr>"
    )
    read = read_html(page(f"<table>{rows}</table>"))
    last = [cells(read, block) for block in read.blocks if block.kind is BlockKind.TABLE_ROW]

    assert last == [
        [("Lakmark", "Port"), ("4", "Dogs")],
        [("Aldis", "Port"), ("12", "Fare"), ("2", "Dogs")],
        [("13", "Fare"), ("3", "Dogs")],
    ]


def test_a_page_that_would_be_read_only_in_part_is_refused() -> None:
    with pytest.raises(Broken, match="nested too deep"):
        read_html(page("<div>" * 1_000 + "<p>The end of it.</p>"))


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(TooLarge, match="more than 40,000 elements"):
        read_html("<p>x</p>" * 50_000)


def test_a_block_is_furniture_only_where_all_of_it_is_link() -> None:
    kept = "<p>The <a href='/x'>report of the survey</a> is public.</p>"

    assert after_prose(kept + f"<p>{SENTENCES[0]} So it went.</p>")[0] == (
        "paragraph",
        "The report of the survey is public.",
    )


def test_no_block_of_a_page_is_empty() -> None:
    read = read_html(page("<p></p><ul><li></li></ul><table><tr><td></td></tr></table>"))

    assert all(block.end > block.start for block in read.blocks)
    assert BlockKind.TABLE_ROW not in {block.kind for block in read.blocks}
