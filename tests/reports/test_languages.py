"""What is said of texts in languages that the rules don't know, on every page and screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claims.pages import AuditPage
from reports.claim_screens import claim_screen, claims_screen
from reports.html import render_audit
from reports.json import audit_record, claim_record, document_record, story_record
from reports.languages import language_name, notice, notice_of_several
from reports.terminal import check_screen, document_screen, story_screen
from tests.reports.pages import Said, a_document, an_audit, paragraph

OPENING = "is in German. Figures, speakers and hedges are read by English rules only"


def audit(language: str | None) -> AuditPage:
    document = a_document(
        paragraph(Said("Es kamen 123 Menschen.", figures=(("123", None),)), "Wer weiß das?")
    )
    claims = tuple(replace(claim, language=language) for claim in document.claims)
    page = an_audit(replace(document, language=language, claims=claims))
    return replace(page, story=replace(page.story, languages={document.slug: language}))


def printed(page: AuditPage) -> dict[str, str]:
    claims = page.document.claims
    return {
        "check": check_screen(page, Path("release.html")),
        "claim list": claims_screen(claims),
        "claim show": claim_screen(claims[0]),
        "document show": document_screen(page.document),
        "reconcile": story_screen(page.story),
        "report": render_audit(page).partition("<main>")[2],
    }


@pytest.mark.parametrize("where", printed(audit("de")))
def test_a_language_that_is_not_known_is_told_before_anything_else(where: str) -> None:
    words = " ".join(printed(audit("de"))[where].split())

    assert 0 <= words.find(OPENING) < 60


@pytest.mark.parametrize("language", ["en", None])
def test_nothing_is_told_of_a_language_that_is_known_or_can_not_be_told(language: str | None) -> None:
    for words in printed(audit(language)).values():
        assert "English rules" not in words
        assert "unread" not in words


def test_what_was_not_read_is_never_called_absent() -> None:
    for words in printed(audit("de")).values():
        assert "calls nothing unconfirmed" not in words
        assert "no claim as unconfirmed" not in words
        assert "No figures differ." not in words
        assert "no figures differ;" not in words
        assert "No figures were found." not in words
        assert "lists no sources" not in words


def test_each_claim_says_what_is_unread_in_it() -> None:
    page = printed(audit("de"))

    assert "unread       figures in words" in page["claim show"]
    assert page["report"].count("<dt>unread</dt>") == 2


def test_every_record_says_whether_the_language_is_known() -> None:
    for language, known in (("de", False), ("en", True), (None, True)):
        page = audit(language)
        records = [
            audit_record(page),
            document_record(page.document),
            claim_record(page.document.claims[0]),
            story_record(page.story),
        ]

        assert [record["language_known"] for record in records] == [known] * 4


def test_another_document_of_the_story_is_named_by_its_slug() -> None:
    page = audit("en")
    page = replace(page, story=replace(page.story, languages={"release": "en", "bericht": "de"}))

    assert f"bericht {OPENING}" in " ".join(render_audit(page).split())
    assert f"bericht {OPENING}" in " ".join(check_screen(page, Path("release.html")).split())


def test_several_texts_are_told_in_one_sentence() -> None:
    words = notice_of_several([("a", "de"), ("b", "en"), ("c", "fr"), ("d", None)])

    assert words is not None
    assert words.startswith("a is in German, c is in French. Figures")


def test_a_language_without_a_listed_name_is_told_by_its_code() -> None:
    assert language_name("zz") == "a language with the code “zz”"
    assert notice("zz") is not None
