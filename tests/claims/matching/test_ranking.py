"""The order of candidates: the claim that tells of the same comes first, whatever their order was."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import MatchDecision
from claims.matching.likeness import Likeness, Question, Rarity, relative
from claims.matching.ranking import matches
from claims.matching.record import CheckedClaim
from claims.matching.spelling import words_of
from claims.matching.vocabulary import terms_of

CLAIMS = [
    CheckedClaim("ferry", "The ferry company moved its boats to Norland.", "Did the ferries leave Arden?"),
    CheckedClaim("bridge", "The minister closed the bridge in Arden.", "Who shut the old bridge?"),
    CheckedClaim("sailors", "Rescuers saved 14 sailors from a sinking ferry off Arden."),
    CheckedClaim("school", "Three schools in Arden closed when a teacher fell ill."),
    CheckedClaim("bank", "Norland imposed sanctions on the Velmarian bank.", "Are there sanctions?"),
]


class Listed:
    """A stock that is a list."""

    def __init__(self, claims: list[CheckedClaim]) -> None:
        self._terms = [terms_of(words_of(f"{claim.text} {claim.title or ''}")) for claim in claims]
        self.size = len(claims)
        self.mean_length = sum(map(len, self._terms)) / len(claims)

    def holders(self, term: str) -> int:
        return sum(term in terms for terms in self._terms)


RARITY = Rarity(Listed(CLAIMS))


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        pytest.param("Are the boats of the ferry company in Norland now?", "ferry", id="the same words"),
        pytest.param("They shut the old one, who did it? #Bridge", "bridge", id="the words of the title"),
        pytest.param("14 seamen were rescued near Arden", "sailors", id="a figure and a topic"),
        pytest.param("school closures in arden", "school", id="other forms of the words"),
        pytest.param("No sanction against #VelmarianBank", "bank", id="a hashtag"),
    ],
)
def test_the_claim_that_tells_of_the_same_comes_first(asked: str, first: str) -> None:
    assert matches(asked, CLAIMS, RARITY, top=3)[0].id == first


@given(st.permutations(CLAIMS))
def test_the_order_of_the_candidates_does_not_matter(claims: list[CheckedClaim]) -> None:
    asked = "A ferry sank off Arden and its boats went to Norland."

    assert matches(asked, claims, RARITY, top=5) == matches(asked, CLAIMS, RARITY, top=5)


def test_of_two_that_score_alike_the_smaller_id_comes_first() -> None:
    twins = [CheckedClaim(id, "The bridge is closed.") for id in ("b", "a")]

    assert [match.id for match in matches("closed bridge", twins, RARITY, top=2)] == ["a", "b"]


def test_scores_fall_and_lie_between_0_and_1() -> None:
    scores = [match.score for match in matches("The ferry to Arden", CLAIMS, RARITY, top=5)]

    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_no_more_are_given_than_asked_for() -> None:
    assert len(matches("Arden", CLAIMS, RARITY, top=2)) == 2
    assert matches("Arden", [], RARITY, top=2) == []


def test_a_match_says_what_it_is_and_why() -> None:
    match = matches("Norland lifted sanctions on the Velmarian bank.", CLAIMS, RARITY, top=1)[0]

    assert match.decision is MatchDecision.RELATED
    assert match.as_record() == {
        "id": "bank",
        "score": match.score,
        "decision": "related",
        "reason": 'They say opposite things: "lifted" in this one, "imposed" in the other.',
    }


def test_a_rare_word_weighs_more_than_one_that_every_claim_holds() -> None:
    assert RARITY("sanction") > RARITY("arden") > 0


def test_a_common_word_weighs_less_than_another_that_is_as_rare() -> None:
    stock = Listed([*CLAIMS, CheckedClaim("x", "I believe in otters.")])
    rarity = Rarity(stock)

    assert stock.holders("otter") == stock.holders("believ") == 1
    assert rarity("otter") > rarity("believ")


def test_what_is_relative_is_seen_beside_the_best_candidate() -> None:
    question = Question("The ferry company moved its boats", RARITY)

    found = relative([question.likeness(claim) for claim in CLAIMS])

    assert max(one.words for one in found) == max(one.run for one in found) == 1
    assert relative([]) == []


def test_a_claim_without_any_words_is_like_nothing() -> None:
    found = Question("The ferry", RARITY).likeness(CheckedClaim("empty", ""))

    assert found == Likeness(*[0] * len(Likeness._fields))


def test_a_text_of_one_word_over_and_over_is_soon_done() -> None:
    text = "boat " * 20_000
    started = process_time()

    matches(text, [CheckedClaim("long", text)], RARITY, top=1)

    assert process_time() - started < 5
