"""What is stored is what was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.intake import offer_file, store
from claims.present import story_now
from ledger.engine import Ledger
from tests.ledger.pens import replaying_pen

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.mark.parametrize(
    "name", ["prisoner-release.txt", "flood-barrier.html", "school-meals.pdf", "apple-trees.docx"]
)
def test_a_document_comes_out_of_the_ledger_as_it_was_read(ledger: Ledger, name: str) -> None:
    offered = offer_file(str(EXAMPLES / name))

    store(ledger, replaying_pen(), offered)

    with ledger.reading() as session:
        assert story_now(session, offered.story_name).items == (offered.item,)
