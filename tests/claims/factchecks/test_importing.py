"""Others' fact-checks, taken over as their word: once, in their latest version, every one answered for."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from claims.errors import NoFactCheck
from claims.factchecks.pages import FactCheckPage
from claims.factchecks.queries import factcheck_page, factcheck_pages
from claims.importing.report import ImportReport
from ledger.engine import Ledger
from ledger.events import head
from tests.claims.factchecks.sent import import_path, imported, rated, review


def outcomes(report: ImportReport) -> list[tuple[int, str, str | None]]:
    return [(row.line, row.outcome.value, row.handle) for row in report.rows]


def counting(ledger: Ledger) -> list[FactCheckPage]:
    with ledger.reading() as session:
        return list(factcheck_pages(session))


def test_a_review_is_kept_as_its_publisher_put_it(ledger: Ledger) -> None:
    item = {"@type": "Claim", "author": {"name": "Ivo Lund"}, "appearance": "https://posts.example/1"}
    rating = rated("False", ratingValue=1, worstRating=1, bestRating=5)

    imported(ledger, review(itemReviewed=item, reviewRating=rating, inLanguage="en", headline="No."))

    (page,) = counting(ledger)
    assert (page.handle, page.claim_reviewed, page.claimant) == (
        "factcheck:1",
        "The dam is empty.",
        "Ivo Lund",
    )
    assert (page.rating, page.rating_value, page.worst_rating, page.best_rating) == (
        "False",
        Decimal(1),
        Decimal(1),
        Decimal(5),
    )
    assert (page.publisher, page.review_date, page.language) == ("Harbour Check", "2025-02-03", "en")
    assert (page.title, page.appearances) == ("No.", ("https://posts.example/1",))
    assert (page.found_in, page.by, page.capture) == ("sent.json", "Ada", None)


def test_what_is_not_said_stays_unknown(ledger: Ledger) -> None:
    imported(ledger, {"@type": "ClaimReview", "claimReviewed": "The dam is empty."})

    (page,) = counting(ledger)
    assert {page.claimant, page.claim_date, page.rating, page.publisher, page.url, page.review_date} == {None}


def test_minus_one_is_not_rated_and_never_refuted(ledger: Ledger) -> None:
    imported(ledger, review(reviewRating={"ratingValue": -1, "bestRating": 5, "worstRating": 1}))

    (page,) = counting(ledger)
    assert (page.rating, page.rating_value) == (None, None)


def test_who_published_a_review_goes_before_who_wrote_it(ledger: Ledger) -> None:
    imported(ledger, review(author={"name": "Cora Venn"}, publisher={"name": "Harbour Check"}))

    assert counting(ledger)[0].publisher == "Harbour Check"


def test_the_same_again_adds_nothing_and_says_so(ledger: Ledger) -> None:
    sent = [review(), review("The dam leaks.")]
    imported(ledger, *sent)
    with ledger.reading() as session:
        before = head(session)

    report = imported(ledger, *sent)

    assert outcomes(report) == [(1, "same", "factcheck:1"), (2, "same", "factcheck:2")]
    with ledger.reading() as session:
        assert head(session) == before


def test_the_same_twice_in_one_file_is_taken_once(ledger: Ledger) -> None:
    assert outcomes(imported(ledger, review(), review())) == [
        (1, "added", "factcheck:1"),
        (2, "same", "factcheck:1"),
    ]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"datePublished": "2025-02-09"}, id="dated later"),
        pytest.param({}, id="of the same date"),
        pytest.param({"url": "http://www.check.example/dam/#claim"}, id="at an address written otherwise"),
        pytest.param({"claimReviewed": "The  dam is EMPTY."}, id="of a claim written otherwise"),
    ],
)
def test_a_later_version_of_a_review_counts_in_its_place(ledger: Ledger, changed: dict[str, str]) -> None:
    imported(ledger, review(), review("The dam leaks."))

    imported(ledger, review() | {"reviewRating": rated("True")} | changed)

    assert [(page.handle, page.rating) for page in counting(ledger)] == [
        ("factcheck:2", "False"),
        ("factcheck:3", "True"),
    ]
    with ledger.reading() as session:
        first = factcheck_page(session, "factcheck:1")
    assert (first.rating, first.replaced_by) == ("False", "factcheck:3")


def test_an_earlier_version_that_comes_later_counts_no_more(ledger: Ledger) -> None:
    imported(ledger, review(reviewRating=rated("True"), datePublished="2025-03-01"))

    imported(ledger, review())

    assert [(page.handle, page.rating) for page in counting(ledger)] == [("factcheck:1", "True")]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"url": "https://other.example/dam"}, id="elsewhere"),
        pytest.param({"claimReviewed": "The dam is not empty."}, id="of another claim"),
    ],
)
def test_another_review_stands_beside_the_first(ledger: Ledger, changed: dict[str, str]) -> None:
    imported(ledger, review(), review(**changed))

    assert [page.number for page in counting(ledger)] == [1, 2]


def test_reviews_without_an_address_are_told_apart_by_their_publisher(ledger: Ledger) -> None:
    imported(ledger, review(url=None), review(url=None, author={"name": "Plain Facts"}))

    assert [page.publisher for page in counting(ledger)] == ["Harbour Check", "Plain Facts"]


def test_a_review_of_no_claim_is_refused_by_name_and_the_rest_goes_on(ledger: Ledger) -> None:
    report = imported(ledger, review(), review(claimReviewed=None), review("The dam leaks."))

    assert [row.outcome.value for row in report.rows] == ["added", "refused", "added"]
    assert "Harbour Check at https://check.example/dam" in report.refused[0].told[0]
    assert report.refused[0].line == 2


@pytest.mark.parametrize("options", [{"all_or_nothing": True}, {"dry_run": True}])
def test_nothing_is_kept_where_that_was_asked_for(ledger: Ledger, options: dict[str, bool]) -> None:
    report = imported(ledger, review(), review(claimReviewed=None), **options)

    assert not report.stored
    assert counting(ledger) == []


def test_a_file_without_any_is_refused(ledger: Ledger) -> None:
    with pytest.raises(NoFactCheck, match=r"sent\.json holds no fact-check"):
        imported(ledger, {"@type": "NewsArticle"})


def test_many_reviews_are_few_events(ledger: Ledger) -> None:
    path = ledger.path.parent / "feed.json"
    path.write_text(json.dumps([review(f"The dam has {n} gates.") for n in range(1_200)]), encoding="utf-8")

    import_path(ledger, path)

    assert len(counting(ledger)) == 1_200
    with ledger.reading() as session:
        assert head(session).size == 3
