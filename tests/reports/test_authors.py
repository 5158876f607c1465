from __future__ import annotations

from dataclasses import replace

import pytest

from claims.kinds import Purpose
from claims.publishing.pages import PurposePage
from reports.authors import author_words
from sources.blocks import Metadata
from tests.reports.pages import AT, a_document, paragraph


@pytest.mark.parametrize(
    ("byline", "stated", "words"),
    [
        pytest.param(None, (), None, id="nobody"),
        pytest.param("Ana Example", (), "Ana Example", id="the document"),
        pytest.param(
            None, ("Nils Berg", "Ida Moor"), "Nils Berg, Ida Moor, as stated by mara", id="the desk"
        ),
        pytest.param("Ana Example", ("ana  example",), "Ana Example", id="both the same"),
        pytest.param(
            "Ana Example", ("Nils Berg",), "Ana Example; Nils Berg, as stated by mara", id="both and another"
        ),
    ],
)
def test_who_wrote_a_document_is_told_with_who_says_so(
    byline: str | None, stated: tuple[str, ...], words: str | None
) -> None:
    document = replace(
        a_document(paragraph("It rained."), metadata=Metadata(author=byline)),
        purpose=PurposePage(Purpose.DRAFT, stated, "mara", "typed", AT),
    )

    assert author_words(document) == words
