from __future__ import annotations

import base64
import gc
import hashlib
import re
import time
from dataclasses import fields, is_dataclass, replace
from importlib import import_module, resources
from pkgutil import iter_modules

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError, meta, nodes
from lxml import etree
from lxml import html as parser

from claims.pages import AuditPage
from reports import views
from reports.hidden import has_hidden
from reports.html import STYLE, TEMPLATE, render_audit, templates
from reports.views.report import AuditView
from reports.views.revision import RevisionView
from tests.reports.hostile import HOSTILE, hostile_audit
from tests.reports.pages import Said, a_document, a_story, an_audit, long_audit, paragraph, reviewed
from tests.reports.release import conflicting_audit, release_audit
from tests.reports.verified import verified_audit

FETCHING = {
    "script",
    "img",
    "iframe",
    "object",
    "embed",
    "link",
    "video",
    "audio",
    "base",
    "form",
    "image",
    "use",
}


def parsed(audit: AuditPage) -> parser.HtmlElement:
    return parser.document_fromstring(render_audit(audit))


def words(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("audit", [release_audit(), conflicting_audit()], ids=["fits", "conflict"])
def test_every_link_leads_to_a_place_on_the_page(audit: AuditPage) -> None:
    page = parsed(audit)

    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.xpath("//@href")} <= set(ids)


def test_a_cell_that_a_phone_shows_under_its_label_is_one_piece() -> None:
    cells = parsed(verified_audit()).xpath("//td[@data-label]")

    torn = [words(cell) for cell in cells if len(cell) + bool((cell.text or "").strip()) > 1]
    assert cells
    assert torn == []


def test_every_claim_is_one_step_from_its_details_and_back() -> None:
    page = parsed(release_audit())

    for claim in release_audit().document.claims:
        assert page.xpath(f'//a[@id="text-{claim.number}"]/@href') == [f"#claim-{claim.number}"]
        assert page.xpath(f'//*[@id="claim-{claim.number}"]//a/@href')[0] == f"#text-{claim.number}"


def test_the_sections_come_in_the_order_in_which_an_editor_asks() -> None:
    page = parsed(release_audit())

    assert page.xpath("//section/@id") == [
        "summary",
        "unconfirmed",
        "figures",
        "article",
        "claims",
        "sources",
        "method",
        "log",
    ]


def test_a_status_is_always_an_icon_and_a_word_together_with_its_colour() -> None:
    chips = parsed(release_audit()).find_class("chip")

    looks = {(chip.get("class").split()[1], words(chip).removesuffix(" (suggested)")) for chip in chips}
    assert looks == {
        ("confirmed", "✓ confirmed"),
        ("qualified", "◐ qualified"),
        ("disputed", "≠ disputed"),
        ("refuted", "✗ refuted"),
        ("unconfirmed", "? unconfirmed"),
        ("not-checkable", "– not checkable"),
    }


def test_what_the_machine_found_wears_no_status() -> None:
    page = parsed(conflicting_audit())

    statuses = {
        "confirmed",
        "qualified",
        "disputed",
        "refuted",
        "unconfirmed",
        "not-checkable",
        "chip",
        "icon",
    }
    findings = [element for section in page.xpath('//section[@id="figures"]') for element in section.iter()]
    assert findings
    assert not [one for one in findings if statuses & set((one.get("class") or "").split())]


def test_a_suggestion_says_that_it_is_one() -> None:
    chips = parsed(release_audit()).find_class("suggested")

    assert {words(chip) for chip in chips if "chip" in chip.get("class")} == {"– not checkable (suggested)"}


def test_figures_that_differ_are_shown_with_both_places() -> None:
    (difference,) = parsed(conflicting_audit()).find_class("difference")

    assert "“132” in claim 12" in words(difference)
    assert "“123” in claims 1, 3" in words(difference)


def test_the_sentence_of_the_other_document_stands_beside_the_figure_that_differs() -> None:
    audit = conflicting_audit()
    (id, *_) = [one.id for one in audit.story.findings.figures if one.figure.quote == "132"]
    story = replace(
        audit.story,
        places={**audit.story.places, id: "wire:2"},
        words={"wire:2": "The ministry spoke of 132."},
    )

    (difference,) = parsed(replace(audit, story=story)).find_class("difference")

    assert "“132” in claim wire:2 The ministry spoke of 132. (wire:2)" in words(difference)


def test_a_reviewer_s_words_are_shown_as_typed() -> None:
    review = reviewed("partly", "crew 42")

    shown = words(parsed(an_audit(a_document(paragraph(Said("44 were crew.", reviews=(review,)))))))

    assert "reviewer-1: “crew 42”" in shown
    assert "crew 42." not in shown
    assert "Crew 42" not in shown


def test_qualified_is_explained_where_it_is_counted() -> None:
    qualified = paragraph(Said("44 were crew.", reviews=(reviewed("partly", "42"),)))

    (legend,) = parsed(an_audit(a_document(qualified))).find_class("legend")

    assert words(legend) == "1 ◐ qualified holds in part or with context"


def test_the_register_and_the_definitions_are_closed_until_somebody_asks() -> None:
    page = parsed(release_audit())

    assert not page.xpath("//details/@open")
    assert page.xpath('//details[contains(@class, "register")]//*[@id="claim-1"]')


def test_one_figure_alone_is_never_called_agreement() -> None:
    said = Said("40 buses left.", figures=(("40", "buses"),))
    document = a_document(paragraph(said))

    figures = parsed(an_audit(document, a_story(document))).get_element_by_id("figures")

    assert "1 figure named once" in words(figures)
    assert not figures.find_class("finding")


def test_figures_that_fit_are_said_to_fit() -> None:
    unconfirmed = parsed(release_audit()).get_element_by_id("unconfirmed")

    assert "No figures differ." in words(unconfirmed)


def test_what_is_not_given_is_said_to_be_not_given() -> None:
    header = parsed(release_audit()).xpath("//header")[0]

    assert "no date given" in words(header)
    assert "no outlet given" in words(header)


def test_the_policy_allows_the_one_stylesheet_and_nothing_else() -> None:
    page = parsed(release_audit())
    (style,) = page.xpath("//style/text()")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    (policy,) = page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_the_stylesheet_fetches_nothing() -> None:
    css = resources.files("reports").joinpath("templates", STYLE).read_text("utf-8")

    assert not re.search(r"url\(|@import|@font-face|</|expression", css)


def test_no_text_of_the_stylesheet_is_smaller_than_twelve_pixels() -> None:
    css = resources.files("reports").joinpath("templates", STYLE).read_text("utf-8")
    phone = 16

    sizes = [float(size) for size in re.findall(r"(?:font(?:-size)?:[^;}]*?)([\d.]+)rem", css)]

    assert sizes
    assert min(sizes) * phone >= 12


def test_the_template_and_its_view_name_the_same_fields() -> None:
    used = meta.find_undeclared_variables(template(TEMPLATE))

    assert used == {field.name for field in fields(AuditView)} | {"style", "content_security_policy"}


def test_every_field_of_every_view_is_shown_and_no_other_is_asked_for() -> None:
    modules = [import_module(module.name) for module in iter_modules(views.__path__, f"{views.__name__}.")]
    given = {
        field.name
        for module in modules
        for one in vars(module).values()
        if is_dataclass(one)
        for field in fields(one)
    }
    asked = {
        one.attr
        for name in templates().list_templates(["html"])
        for one in template(name).find_all(nodes.Getattr)
    }

    named = {field.name for view in (AuditView, RevisionView) for field in fields(view)}
    assert (asked - {"last"}) | named == given  # `last` is of jinja's loop


def template(name: str) -> nodes.Template:
    """A template as jinja understands it."""
    environment = templates()
    source, _, _ = environment.loader.get_source(environment, name)  # type: ignore[union-attr]
    return environment.parse(source)


def test_a_page_begins_with_its_doctype() -> None:
    assert render_audit(release_audit()).startswith("<!doctype html>")


def test_a_field_that_a_template_lacks_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(UndefinedError):
        templates().get_template(TEMPLATE).render(title="only a title")


def test_the_same_audit_is_printed_as_the_same_bytes() -> None:
    assert render_audit(release_audit()) == render_audit(release_audit())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_stays_text(text: str) -> None:
    assert_inert(render_audit(hostile_audit(text)))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_can_be_saved_and_changes_no_part_of_the_page(text: str) -> None:
    page = parser.document_fromstring(render_audit(hostile_audit(text)).encode().decode())
    quiet = parser.document_fromstring(render_audit(hostile_audit("An ordinary text of words.")))

    assert page.xpath("//section/@id") == quiet.xpath("//section/@id")
    assert len(page.findall(".//meta")) == len(quiet.findall(".//meta"))
    assert len(page.findall(".//style")) == 1


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        st.one_of(st.sampled_from("<>\"'&{}%#-!/= \u202e\u2028\x00"), st.characters()),
        min_size=9,
        max_size=60,
    )
)
def test_no_text_at_all_gets_out_of_its_place(text: str) -> None:
    assert_inert(render_audit(hostile_audit(text)))


def assert_inert(page: str) -> None:
    """Nothing runs, nothing is fetched, nothing leads off the page, and nothing is hidden."""
    assert not has_hidden(page)
    for element in parser.document_fromstring(page).iter():
        if not isinstance(element.tag, str):
            raise AssertionError(f"{etree.tostring(element)!r} is no element")
        assert element.tag not in FETCHING
        for name, value in element.attrib.items():
            assert not str(name).startswith("on")
            assert name not in {"style", "src", "srcset", "action", "formaction", "data", "poster"}
            assert name != "href" or str(value).startswith("#")


def test_an_address_among_the_sources_is_text_and_no_link() -> None:
    sources = parsed(release_audit()).get_element_by_id("sources")

    assert "https://example.org/a-page-with-a-very-long-address" in words(sources)
    assert not [link for link in sources.xpath(".//@href") if not link.startswith("#")]


def test_a_character_that_is_shown_by_its_number_is_explained() -> None:
    quiet, marked = render_audit(release_audit()), render_audit(hostile_audit(HOSTILE["65 bidi"]))

    assert "‹U+202E›" in marked
    assert "by its number in Unicode" in marked
    assert "by its number in Unicode" not in quiet


def test_a_document_without_anything_has_a_report_too() -> None:
    page = parsed(an_audit(replace(a_document(), title=None)))

    assert "The document lists no sources of its own." in words(page)
    assert "No figures were found." in words(page)


def test_a_long_document_takes_time_and_room_in_proportion() -> None:
    def seconds_and_length(sentences: int) -> tuple[float, int]:
        audit = long_audit(sentences)
        gc.disable()  # its work grows with whatever else the test run holds
        started = time.process_time()
        page = render_audit(audit)
        seconds = time.process_time() - started
        gc.enable()
        return seconds, len(page)

    seconds_and_length(100)
    short, short_length = seconds_and_length(1_000)
    long, long_length = seconds_and_length(10_000)

    assert long_length < 11 * short_length
    assert long < 15 * short


def test_a_long_document_is_laid_out_piece_by_piece_and_a_short_one_at_once() -> None:
    assert parsed(long_audit(1_000)).xpath("//body/@class") == ["long"]
    assert parsed(release_audit()).xpath("//body/@class") == []
