"""The corpus of our own: whole pages, and that it stays as large and as varied as it is said to be."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims.kinds import ClaimKind, HedgeKind, WhyNot
from claims.reading import read
from sources.readers import read_html

CORPUS = Path(__file__).parent / "corpus"
PAGES = tomllib.loads((CORPUS / "pages.toml").read_text(encoding="utf-8"))["pages"]
FEWEST_SENTENCES = 150


@pytest.mark.parametrize("page", PAGES, ids=[page["name"] for page in PAGES])
def test_a_page_of_the_corpus_is_read_as_the_record_beside_it(page: dict[str, Any]) -> None:
    record = read(read_html(page["html"])).as_record("page")

    text = record["text"]
    assert [f"{one['kind']}: {text[one['start'] : one['end']]}" for one in record["claims"]] == page["claims"]
    if "figures" in page:
        found = [figure for one in record["claims"] for figure in one["figures"]]
        assert [figure_words(figure) for figure in found] == page["figures"]
    assert {key: record[key] for key in page.get("says", {})} == page.get("says", {})
    reviews = [{key: value for key, value in one.items() if value} for one in record["claim_reviews"]]
    assert reviews == page.get("claim_reviews", [])


def figure_words(figure: dict[str, Any]) -> str:
    """A figure as `tests/corpus/pages.toml` writes it: its words, its unit, what it counts."""
    return " ".join(filter(None, (figure["quote"], figure["unit"], figure["counted"])))


def test_the_corpus_holds_more_sentences_than_were_asked_for() -> None:
    assert (
        len(lines("sentences.txt")) + len(lines("checkable.txt")) + len(lines("hedges.txt"))
        > FEWEST_SENTENCES
    )
    assert sum(len(cases(name)) for name in ("figures", "attributions", "other_languages")) > FEWEST_SENTENCES


def test_every_kind_of_claim_hedge_and_reason_stands_in_the_corpus() -> None:
    texts = [claim for text in cases("statements") for claim in text["claims"]]
    texts += [claim for page in PAGES for claim in page["claims"]]
    hedged = {kind for line in lines("hedges.txt") for kind in line.rpartition(" = ")[2].split()}
    reasons = "".join(texts) + (CORPUS / "checkable.txt").read_text(encoding="utf-8")

    assert {claim.split(":")[0].split(" ")[0] for claim in texts} == set(ClaimKind)
    assert set(HedgeKind) <= hedged
    assert all(f"({reason})" in reasons or f"[{reason}]" in reasons for reason in WhyNot)


def lines(name: str) -> list[str]:
    found = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in found if line and not line.startswith(("#", "["))]


def cases(name: str) -> list[dict[str, Any]]:
    (entries,) = tomllib.loads((CORPUS / f"{name}.toml").read_text(encoding="utf-8")).values()
    return list(entries)
