"""What stands in the way of publishing, as a function of how everything stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import DecisionKind, ObstacleKind, OutcomeKind, OutcomeState, Purpose, Relation, Status
from claims.pages import ClaimPage, DecisionPage
from claims.publishing.gate import Gated, gate
from claims.publishing.pages import GatePage
from tests.claims.publishing.at_the_gate import (
    NOW,
    STORY,
    claim,
    contact,
    correction,
    decision,
    document,
    outcome,
    story,
)

DRAFT, PUBLIC = Purpose.DRAFT, Purpose.PUBLIC


def at_the_gate(
    *documents: Gated,
    name: str = STORY,
    differing: Sequence[tuple[str, str]] = (),
    decisions: Sequence[DecisionPage] = (),
) -> GatePage:
    return gate(name, story(*documents, differing=differing, decisions=decisions), documents, now=NOW)


def kinds(page: GatePage) -> list[ObstacleKind]:
    return [obstacle.kind for obstacle in page.obstacles]


@pytest.mark.parametrize(
    ("there", "draft", "public"),
    [
        pytest.param(claim("a:1", Status.CONFIRMED), [], [], id="confirmed"),
        pytest.param(claim("a:1", Status.QUALIFIED), [], [], id="qualified"),
        pytest.param(claim("a:1", Status.REFUTED), [ObstacleKind.REFUTED], [], id="refuted"),
        pytest.param(claim("a:1", Status.DISPUTED), [ObstacleKind.DISPUTED], [], id="disputed"),
        pytest.param(
            claim("a:1", Status.UNCONFIRMED),
            [ObstacleKind.UNCONFIRMED],
            [ObstacleKind.UNCONFIRMED],
            id="unconfirmed",
        ),
        pytest.param(
            claim("a:1", Status.UNCONFIRMED, stale=True),
            [ObstacleKind.STALE],
            [ObstacleKind.STALE],
            id="the words it rested on changed",
        ),
        pytest.param(
            claim("a:1", Status.CONFIRMED, stale=True), [], [], id="confirmed again after the words changed"
        ),
        pytest.param(claim("a:1", Status.NOT_CHECKABLE), [], [], id="not checkable, signed"),
        pytest.param(
            claim("a:1", Status.NOT_CHECKABLE, suggested=True),
            [ObstacleKind.NOT_SIGNED],
            [],
            id="not checkable, not signed",
        ),
        pytest.param(
            claim("a:1", Status.CONFIRMED, contacts=[contact()]),
            [ObstacleKind.REPLY_AWAITED],
            [ObstacleKind.REPLY_AWAITED],
            id="a reply is awaited",
        ),
        pytest.param(
            claim("a:1", Status.CONFIRMED, contacts=[contact(replied=True)]), [], [], id="a reply has come"
        ),
    ],
)
def test_what_stands_in_the_way_of_a_draft_and_of_a_check_of_others(
    there: ClaimPage, draft: list[ObstacleKind], public: list[ObstacleKind]
) -> None:
    assert kinds(at_the_gate(document("a", there))) == draft
    assert kinds(at_the_gate(document("a", there, purpose=PUBLIC))) == public


def test_where_nobody_said_a_text_is_treated_as_a_draft_and_that_is_told() -> None:
    page = at_the_gate(document("a", claim("a:1", Status.REFUTED), purpose=None))

    assert kinds(page) == [ObstacleKind.REFUTED]
    assert [(one.purpose, one.is_assumed) for one in page.documents] == [(DRAFT, True)]


def test_furniture_that_nobody_signed_stands_in_the_way_of_a_draft_alone() -> None:
    (obstacle,) = at_the_gate(document("a", unsigned=["Leave a Comment"])).obstacles

    assert (obstacle.handle, obstacle.kind) == ("a", ObstacleKind.FURNITURE_NOT_SIGNED)
    assert "Leave a Comment" in obstacle.says
    assert at_the_gate(document("a", purpose=PUBLIC, unsigned=["Leave a Comment"])).passes


@pytest.mark.parametrize("purpose", [DRAFT, PUBLIC])
@pytest.mark.parametrize("about", ["a:1", "a"], ids=["a claim", "the whole text"])
def test_a_correction_that_nobody_has_decided_stands_in_the_way(purpose: Purpose, about: str) -> None:
    stands = claim("a:1", Status.CONFIRMED)
    other = document("b", claim("b:1", Status.CONFIRMED), corrections=[correction("b:1")])

    asked = document("a", stands, purpose=purpose, corrections=[correction(about, 4)])
    page = at_the_gate(asked, other, name="a")

    (obstacle,) = page.obstacles
    assert (obstacle.kind, obstacle.handle) == (ObstacleKind.CORRECTION_OPEN, about)
    assert obstacle.says == (
        "a correction (figure) was asked for on 14 December 2025, and nobody has decided about "
        "correction:4 yet"
    )
    assert obstacle.next_step == "factdesk correction show 4"
    assert "Nora Vale" not in str(page)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        pytest.param(1, "there is time until 15 December 2025, 09:12 UTC", id="there is time"),
        pytest.param(None, "no time was set", id="no time set"),
    ],
)
def test_a_reply_that_has_not_come_says_how_long_it_may_take(days: int | None, told: str) -> None:
    asked = claim("a:1", Status.CONFIRMED, contacts=[contact(days=days)])

    page = at_the_gate(document("a", asked))

    (obstacle,) = page.obstacles
    assert obstacle.says == f"the harbour office was asked (e-mail) and has not replied; {told}"
    assert page.replies == ()


@pytest.mark.parametrize("days", [-1, 0], ids=["long past", "this moment"])
def test_once_the_deadline_has_passed_the_gate_waits_no_more_and_says_so(days: int) -> None:
    asked = claim("a:1", Status.CONFIRMED, contacts=[contact(days=days)])

    page = at_the_gate(document("a", asked))

    assert page.passes
    (told,) = page.replies
    assert told.handle == "a:1"
    assert told.says.startswith("the harbour office was asked (e-mail), and no answer came by 1")


@pytest.mark.parametrize(
    ("state", "stands"),
    [
        pytest.param(OutcomeState.OPEN, True, id="not done"),
        pytest.param(OutcomeState.UNCLEAR, True, id="nobody has said whether it is done"),
        pytest.param(OutcomeState.SHOWN, False, id="a revision shows it"),
        pytest.param(OutcomeState.CUT_INSTEAD, False, id="cut instead"),
        pytest.param(OutcomeState.DONE, False, id="done, as a person says"),
        pytest.param(OutcomeState.DROPPED, False, id="asked no longer"),
        pytest.param(OutcomeState.REPLACED, False, id="replaced"),
        pytest.param(OutcomeState.NOTHING_OWED, False, id="to be left"),
    ],
)
def test_what_was_asked_of_the_writer_of_a_draft_stands_in_the_way_until_it_is_done(
    state: OutcomeState, stands: bool
) -> None:
    asked = [outcome("a:1", OutcomeKind.FIX, state, wording="It carried 41.", days=1)]

    page = at_the_gate(document("a", claim("a:1", Status.CONFIRMED), asked=asked))

    assert kinds(page) == ([ObstacleKind.OUTCOME_OPEN] if stands else [])
    assert all(
        one.says.startswith("fix: “It carried 41.”; Nils, by 15 December 2025") for one in page.obstacles
    )
    assert at_the_gate(document("a", claim("a:1", Status.CONFIRMED), asked=asked, purpose=PUBLIC)).passes


def test_a_cut_whose_words_stand_elsewhere_is_at_the_gate_without_its_claim() -> None:
    page = at_the_gate(document("a", claim("a:1", Status.CONFIRMED), asked=[outcome("a:9")]))

    assert [(one.handle, one.kind) for one in page.obstacles] == [("a:9", ObstacleKind.OUTCOME_OPEN)]


ONE, OTHER = claim("a:1", Status.CONFIRMED), claim("b:1", Status.CONFIRMED)
PAIR = [("a:1", "b:1")]


def test_figures_that_differ_stand_in_the_way_of_the_draft_that_has_one_of_them() -> None:
    draft, other = document("a", ONE), document("b", OTHER, purpose=PUBLIC)

    (obstacle,) = at_the_gate(draft, other, differing=PAIR).obstacles

    assert (obstacle.handle, obstacle.kind) == ("a:1", ObstacleKind.FIGURES_DIFFER)
    assert obstacle.next_step.endswith("factdesk reconcile ferries")
    assert not at_the_gate(draft, other, differing=PAIR, name="a").passes
    assert at_the_gate(draft, other, differing=PAIR, name="b").passes
    assert at_the_gate(replace(draft, purpose=PUBLIC), other, differing=PAIR).passes


@pytest.mark.parametrize(
    ("other", "passes"),
    [
        pytest.param(claim("b:1", Status.REFUTED), True, id="refuted"),
        pytest.param(claim("b:1", Status.QUALIFIED), True, id="qualified"),
        pytest.param(claim("b:1", Status.NOT_CHECKABLE), True, id="signed as not checkable"),
        pytest.param(claim("b:1", Status.NOT_CHECKABLE, suggested=True), False, id="only suggested so"),
        pytest.param(claim("b:1", Status.CONFIRMED), False, id="confirmed as well"),
    ],
)
def test_a_difference_is_settled_where_people_ruled_one_side_out(other: ClaimPage, passes: bool) -> None:
    there = document("b", other, purpose=PUBLIC)

    assert at_the_gate(document("a", ONE), there, differing=PAIR, name="a").passes is passes


def test_a_remainder_is_no_difference() -> None:
    draft = document("a", ONE, claim("a:2", Status.CONFIRMED))
    there = story(draft, differing=[("a:1", "a:2")])
    (task,) = there.findings.tasks
    left = replace(there.findings, tasks=(replace(task, relation=Relation.PART_OF),))

    assert gate(STORY, replace(there, findings=left), [draft], now=NOW).passes


@pytest.mark.parametrize(
    ("made", "passes"),
    [
        pytest.param(decision("a:1", orphaned=True), False, id="orphaned"),
        pytest.param(decision("a:1", orphaned=False), True, id="in effect"),
        pytest.param(decision("a:1", orphaned=True, undone_by=2), True, id="taken back"),
        pytest.param(
            replace(decision("a:1", orphaned=True), kind=DecisionKind.UNDO), True, id="taking another back"
        ),
        pytest.param(decision("b:1", orphaned=True), True, id="about another text"),
    ],
)
def test_a_decision_without_effect_stands_in_the_way(made: DecisionPage, passes: bool) -> None:
    others = document("b", OTHER, purpose=PUBLIC)

    page = at_the_gate(document("a", ONE), others, decisions=[made])

    assert page.passes is passes
    if not passes:
        (obstacle,) = page.obstacles
        assert (obstacle.handle, obstacle.kind) == (STORY, ObstacleKind.ORPHANED_DECISION)
        assert "factdesk story undo ferries 1" in obstacle.next_step


def test_what_passes_with_a_note_is_listed() -> None:
    page = at_the_gate(
        document("a", claim("a:1", Status.CONFIRMED, overridden=True), claim("a:2", Status.QUALIFIED)),
        document("b", claim("b:1", Status.QUALIFIED), claim("b:2", Status.REFUTED), purpose=PUBLIC),
    )

    assert page.passes
    assert [(one.handle, one.says) for one in page.worded] == [("a:2", "qualified, says ada: seen")]
    assert [(one.handle, one.because, one.by) for one in page.overridden] == [("a:1", "the deadline", "eve")]
    assert page.statuses == {Status.CONFIRMED: 1, Status.QUALIFIED: 2, Status.REFUTED: 1}


def test_an_override_that_a_later_verdict_replaced_is_not_listed() -> None:
    once = claim("a:1", Status.CONFIRMED, overridden=True)
    now = replace(once, standing=replace(once.standing, trace=()))

    assert at_the_gate(document("a", now)).overridden == ()


def test_obstacles_come_by_kind_and_then_in_the_order_of_the_texts() -> None:
    page = at_the_gate(
        document(
            "a",
            claim("a:1", Status.UNCONFIRMED),
            claim("a:2", Status.REFUTED),
            claim("a:3", Status.UNCONFIRMED),
        ),
        document("b", claim("b:1", Status.REFUTED)),
    )

    assert [obstacle.handle for obstacle in page.obstacles] == ["a:2", "b:1", "a:1", "a:3"]


STANDINGS = st.fixed_dictionaries(
    {
        "status": st.sampled_from(Status),
        "suggested": st.booleans(),
        "stale": st.booleans(),
        "contacts": st.lists(
            st.builds(contact, days=st.sampled_from([None, -1, 1]), replied=st.booleans()), max_size=2
        ),
    }
)
PURPOSES = st.sampled_from([None, *Purpose])


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Gated], list[tuple[str, str]], list[DecisionPage]]:
    documents = [
        document(
            slug,
            *(
                claim(f"{slug}:{number}", **standing)
                for number, standing in enumerate(draw(st.lists(STANDINGS, min_size=1, max_size=3)), 1)
            ),
            purpose=draw(PURPOSES),
            unsigned=draw(st.lists(st.just("Share"), max_size=1)),
        )
        for slug in ("a", "b")
    ]
    handles = st.sampled_from([one.handle for gated in documents for one in gated.claims])
    differing = draw(
        st.lists(st.tuples(handles, handles).filter(lambda pair: pair[0] != pair[1]), max_size=1)
    )
    decisions = draw(st.lists(st.builds(decision, handles, orphaned=st.booleans()), max_size=1))
    return documents, differing, decisions


def may_be_published(
    documents: list[Gated], differing: list[tuple[str, str]], decisions: list[DecisionPage]
) -> bool:
    """The promise in other words: nothing of all that is listed for a draft, or for a check of others."""
    every = {one.handle: one for gated in documents for one in gated.claims}
    drafts = [gated for gated in documents if gated.purpose is not PUBLIC]
    own = [one for gated in drafts for one in gated.claims]
    settled = (Status.CONFIRMED, Status.QUALIFIED, Status.NOT_CHECKABLE)

    def ruled_out(handle: str) -> bool:
        standing = every[handle].standing
        return (
            standing.status in (Status.REFUTED, Status.QUALIFIED, Status.NOT_CHECKABLE)
            and not standing.suggested
        )

    return (
        all(one.standing.status is not Status.UNCONFIRMED for one in every.values())
        and all(
            contact.replies or (contact.due and contact.due <= NOW)
            for one in every.values()
            for contact in one.contacts
        )
        and all(one.standing.status in settled for one in own)
        and not any(one.standing.status is Status.NOT_CHECKABLE and one.standing.suggested for one in own)
        and not any(gated.unsigned for gated in drafts)
        and all(
            any(map(ruled_out, pair)) or not {one.handle for one in own} & set(pair) for pair in differing
        )
        and not any(
            made.is_orphan and made.figures[0].claim in {one.handle for one in own} for made in decisions
        )
    )


@given(worlds())
def test_the_gate_passes_exactly_where_nothing_of_what_is_listed_is_there(
    world: tuple[list[Gated], list[tuple[str, str]], list[DecisionPage]],
) -> None:
    documents, differing, decisions = world

    page = at_the_gate(*documents, differing=differing, decisions=decisions)

    assert page.passes is may_be_published(documents, differing, decisions)
    assert sum(page.statuses.values()) == sum(len(gated.claims) for gated in documents)


@given(worlds(), STANDINGS)
def test_a_further_claim_never_takes_an_obstacle_away(
    world: tuple[list[Gated], list[tuple[str, str]], list[DecisionPage]], standing: dict[str, object]
) -> None:
    (first, *others), differing, decisions = world
    further = replace(first, claims=(*first.claims, claim("a:9", **standing)))  # type: ignore[arg-type]

    before = at_the_gate(first, *others, differing=differing, decisions=decisions)
    after = at_the_gate(further, *others, differing=differing, decisions=decisions)

    assert set(before.obstacles) <= set(after.obstacles)


@given(worlds())
def test_a_story_passes_exactly_where_each_of_its_documents_does(
    world: tuple[list[Gated], list[tuple[str, str]], list[DecisionPage]],
) -> None:
    documents, differing, decisions = world

    def passes(name: str) -> bool:
        return at_the_gate(*documents, name=name, differing=differing, decisions=decisions).passes

    assert passes(STORY) is all(passes(gated.slug) for gated in documents)
