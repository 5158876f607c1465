"""Splitting and joining claims: each part is a claim of its own, and later revisions are cut the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from claims.errors import CannotRegroup, Regrouped
from claims.intake import offer_file, store, store_act, store_revision
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import Override, mark
from claims.kinds import ClaimChange, Status
from claims.pages import ClaimPage, RevisionPage
from claims.queries import claim_page, claim_pages, document_page
from claims.regrouping.acting import join, split
from claims.revision_queries import revision_page
from ledger.engine import Ledger
from ledger.pen import Pen
from tests.ledger.pens import replaying_pen

DRAFT = """Storm over Arden

The harbour office counted about 40 boats in the bay, and the lifeboat crew brought 9 people ashore.

The wind rose at night. Nobody slept.

The council will meet on Monday.
"""
OTHER = "The mill burned down. The miller counted 3 sacks.\n"


@pytest.fixture
def pen() -> Pen:
    return replaying_pen()


@pytest.fixture
def draft(ledger: Ledger, tmp_path: Path, pen: Pen) -> Path:
    for name, words in (("mill", OTHER), ("storm", DRAFT)):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        store(ledger, pen, offer_file(str(tmp_path / f"{name}.txt")))
    return tmp_path / "storm.txt"


def cut(ledger: Ledger, pen: Pen, handle: str, *at: str, because: str | None = None) -> None:
    store_act(ledger, pen, lambda session: split(session, pen, handle, at, because=because))


def joined(ledger: Ledger, pen: Pen, *handles: str) -> None:
    store_act(ledger, pen, lambda session: join(session, pen, handles, because=None))


def revised(ledger: Ledger, pen: Pen, draft: Path, words: str) -> None:
    draft.write_text(words, encoding="utf-8")
    store_revision(ledger, pen, offer_file(str(draft), slug="storm"))


def marked(ledger: Ledger, pen: Pen, handle: str) -> None:
    with ledger.writing() as session:
        mark(
            session,
            pen,
            handle,
            "confirmed",
            because="seen",
            policy=BUILT_IN,
            override=Override("seen by us"),
        )


def claim(ledger: Ledger, handle: str) -> ClaimPage:
    with ledger.reading() as session:
        return claim_page(session, handle, BUILT_IN)


def claims(ledger: Ledger) -> Sequence[ClaimPage]:
    with ledger.reading() as session:
        return claim_pages(session, BUILT_IN, slug="storm")


def diff(ledger: Ledger) -> RevisionPage:
    with ledger.reading() as session:
        return revision_page(session, "storm")


def numbers(ledger: Ledger) -> list[int]:
    return [one.number for one in claims(ledger)]


def test_each_part_is_a_claim_of_its_own_with_its_figure(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")

    parts = claims(ledger)[1:3]
    assert [one.number for one in parts] == [6, 7]
    assert [one.text for one in parts] == [
        "The harbour office counted about 40 boats in the bay,",
        "and the lifeboat crew brought 9 people ashore.",
    ]
    assert [[str(figure.value) for figure in one.figures] for one in parts] == [["40"], ["9"]]


def test_what_was_made_of_the_whole_counts_for_no_part(ledger: Ledger, pen: Pen, draft: Path) -> None:
    marked(ledger, pen, "storm:2")

    cut(ledger, pen, "storm:2", "and the lifeboat")

    assert [one.standing.status for one in claims(ledger)[1:3]] == [Status.UNCONFIRMED] * 2
    assert [one.reviews for one in claims(ledger)[1:3]] == [(), ()]
    whole = claim(ledger, "storm:2")
    assert (whole.cut_in, len(whole.reviews)) == (2, 1)
    assert whole.regroupings[0].made_handles == ("storm:6", "storm:7")


def test_nobody_judges_by_mistake_what_is_other_claims_now(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")

    with pytest.raises(Regrouped, match="storm:2 is storm:6, storm:7 now") as refused:
        marked(ledger, pen, "storm:2")

    assert "factdesk claim show storm:2" in str(refused.value)
    assert claim(ledger, "storm:2").reviews == ()


def test_all_of_the_text_still_lies_in_one_claim_or_in_the_furniture(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat", "brought 9")

    with ledger.reading() as session:
        page = document_page(session, "storm", BUILT_IN)
    covered = sorted([(one.start, one.end) for one in page.claims] + list(page.furniture))
    edges = [(0, 0), *covered, (len(page.text), len(page.text))]
    assert not "".join(page.text[end:start] for (_, end), (start, _) in pairwise(edges)).strip()
    assert all(end <= start for (_, end), (start, _) in pairwise(edges))


def test_the_others_stay_as_they_stood(ledger: Ledger, pen: Pen, draft: Path) -> None:
    marked(ledger, pen, "storm:5")

    cut(ledger, pen, "storm:2", "and the lifeboat")

    assert claim(ledger, "storm:5").standing.status is Status.CONFIRMED
    page = diff(ledger)
    assert page.same_words
    assert [one.number for one in page.of(ClaimChange.CARRIED)] == [1, 3, 4, 5]


def test_a_later_revision_is_cut_the_same_and_keeps_what_was_made_of_each_part(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")
    marked(ledger, pen, "storm:6")
    marked(ledger, pen, "storm:7")

    revised(ledger, pen, draft, DRAFT.replace("Nobody slept.", "Hardly anybody slept."))

    assert numbers(ledger) == [1, 6, 7, 3, 4, 5]
    assert [claim(ledger, f"storm:{n}").standing.status for n in (6, 7)] == [Status.CONFIRMED] * 2


def test_a_changed_figure_opens_the_part_that_holds_it_alone(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")
    marked(ledger, pen, "storm:6")
    marked(ledger, pen, "storm:7")

    revised(ledger, pen, draft, DRAFT.replace("9 people", "8 people"))

    assert claim(ledger, "storm:6").standing.status is Status.CONFIRMED
    opened = claim(ledger, "storm:7")
    assert opened.standing.status is Status.UNCONFIRMED
    assert opened.reopened is not None
    assert opened.reopened.why == "A figure “9” is now “8”."


def test_other_words_beside_a_part_open_it(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")
    marked(ledger, pen, "storm:7")

    revised(ledger, pen, draft, DRAFT.replace("counted about 40 boats", "denied that 40 boats were"))

    assert claim(ledger, "storm:7").standing.status is Status.UNCONFIRMED


def test_a_cut_whose_words_are_gone_is_not_guessed(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")
    marked(ledger, pen, "storm:6")

    revised(ledger, pen, draft, DRAFT.replace("and the lifeboat crew", "while volunteers"))

    assert numbers(ledger) == [1, 8, 3, 4, 5]
    assert claim(ledger, "storm:8").standing.status is Status.UNCONFIRMED
    new = next(one for one in diff(ledger).changes if one.number == 8)
    assert new.change is ClaimChange.NEW
    assert new.why == (
        "The split of storm:2 no longer fits: “and the lifeboat crew brought 9 people ashore.” does not "
        "begin there any more."
    )


def test_where_the_writer_cuts_the_same_the_parts_go_on(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")

    revised(ledger, pen, draft, DRAFT.replace("bay, and the lifeboat", "bay. The lifeboat"))

    assert numbers(ledger) == [1, 6, 7, 3, 4, 5]


def test_a_sentence_that_is_gone_takes_its_parts_along(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")

    revised(ledger, pen, draft, DRAFT.replace(DRAFT.split("\n\n")[1] + "\n\n", ""))

    assert numbers(ledger) == [1, 3, 4, 5]
    assert [one.number for one in diff(ledger).of(ClaimChange.DROPPED)] == [6, 7]


def test_joining_the_parts_brings_the_claim_back_with_its_record(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    marked(ledger, pen, "storm:2")
    cut(ledger, pen, "storm:2", "and the lifeboat")

    joined(ledger, pen, "storm:6", "storm:7")

    assert numbers(ledger) == [1, 2, 3, 4, 5]
    assert claim(ledger, "storm:2").standing.status is Status.CONFIRMED
    assert claim(ledger, "storm:6").cut_in == 3


def test_a_number_is_given_once(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")
    joined(ledger, pen, "storm:6", "storm:7")

    cut(ledger, pen, "storm:2", "brought 9")

    assert numbers(ledger) == [1, 8, 9, 3, 4, 5]


def test_parts_that_were_joined_and_split_again_have_their_records(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")
    marked(ledger, pen, "storm:7")
    joined(ledger, pen, "storm:6", "storm:7")

    cut(ledger, pen, "storm:2", "and the lifeboat")

    assert numbers(ledger) == [1, 6, 7, 3, 4, 5]
    assert claim(ledger, "storm:7").standing.status is Status.CONFIRMED


def test_a_part_is_split_again(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")

    cut(ledger, pen, "storm:7", "brought 9")
    revised(ledger, pen, draft, DRAFT.replace("Monday", "Tuesday"))

    assert numbers(ledger) == [1, 6, 8, 9, 3, 4, 5]


def test_joined_claims_stay_joined(ledger: Ledger, pen: Pen, draft: Path) -> None:
    joined(ledger, pen, "storm:3", "storm:4")
    marked(ledger, pen, "storm:6")

    revised(ledger, pen, draft, DRAFT.replace("Monday", "Tuesday"))

    assert numbers(ledger) == [1, 2, 6, 5]
    kept = claim(ledger, "storm:6")
    assert kept.text == "The wind rose at night. Nobody slept."
    assert kept.standing.status is Status.CONFIRMED


def test_a_join_between_which_something_is_written_falls_apart(ledger: Ledger, pen: Pen, draft: Path) -> None:
    joined(ledger, pen, "storm:3", "storm:4")

    revised(ledger, pen, draft, DRAFT.replace("Nobody slept", "The mast broke at nine. Nobody slept"))

    assert numbers(ledger) == [1, 2, 3, 7, 4, 5]
    lost = next(one for one in diff(ledger).changes if one.number == 6)
    assert lost.change is ClaimChange.DROPPED
    assert lost.why is not None
    assert lost.why.startswith("The join of storm:3 and storm:4 no longer fits")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        pytest.param("and the ferry", "does not stand in storm:2", id="not there"),
        pytest.param("the", "stands in storm:2 3 times", id="several times"),
        pytest.param("The harbour office", "nothing is left before it", id="nothing before"),
        pytest.param("life", "does not stand in storm:2", id="inside a word"),
        pytest.param("40 boats", "goes through the figure", id="through a figure"),
        pytest.param("…", "does not stand in storm:2", id="no word"),
    ],
)
def test_a_cut_that_can_not_be_made_is_refused(
    ledger: Ledger, pen: Pen, draft: Path, at: str, said: str
) -> None:
    with pytest.raises(CannotRegroup, match=said):
        cut(ledger, pen, "storm:2", at)

    assert numbers(ledger) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("handles", "said"),
    [
        pytest.param(["storm:3", "storm:5"], "storm:4 stands between them", id="not neighbours"),
        pytest.param(["storm:1", "storm:2"], "one is a head", id="headline"),
        pytest.param(["storm:3", "mill:1"], "two documents", id="documents"),
        pytest.param(["storm:3", "storm:3"], "alone is one claim", id="alone"),
    ],
)
def test_claims_that_can_not_be_joined_are_refused(
    ledger: Ledger, pen: Pen, draft: Path, handles: list[str], said: str
) -> None:
    with pytest.raises(CannotRegroup, match=said):
        joined(ledger, pen, *handles)


def test_a_claim_that_was_split_is_not_split_again(ledger: Ledger, pen: Pen, draft: Path) -> None:
    cut(ledger, pen, "storm:2", "and the lifeboat")

    with pytest.raises(CannotRegroup, match="storm:2 is storm:6, storm:7 now"):
        cut(ledger, pen, "storm:2", "brought 9")
