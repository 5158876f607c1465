"""Whether the words of a draft show what was asked of a claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import OutcomeKind, OutcomeState
from claims.outcomes.showing import Asked, Draft, Placed, progress, words_stand

WRONG = "It was the largest ferry on the coast."
RIGHT = "It was the second largest ferry on the coast."
BEFORE = "The ferry sailed on Monday."
AFTER = "The crew is safe."
OPEN, UNCLEAR, SHOWN, CUT_INSTEAD = (
    OutcomeState.OPEN,
    OutcomeState.UNCLEAR,
    OutcomeState.SHOWN,
    OutcomeState.CUT_INSTEAD,
)


def draft(revision: int, *claims: str) -> Draft:
    return Draft(revision, "\n\n".join(claims), claims)


def reached(
    kind: OutcomeKind,
    *text: str,
    claim: str | None,
    wording: str | None = None,
    was: str = WRONG,
    credited: str | None = None,
    was_credited: str | None = None,
) -> OutcomeState:
    """How far an outcome has come in revision 2, the words of which are those of its claims."""
    asked = Asked(kind, wording, Placed(was, names(was_credited)), draft(1, BEFORE, was, AFTER))
    now = None if claim is None else Placed(claim, names(credited))
    return progress(asked, now, draft(2, *text)).state


def names(one: str | None) -> frozenset[str]:
    return frozenset() if one is None else frozenset({one})


@pytest.mark.parametrize("kind", [kind for kind in OutcomeKind if kind is not OutcomeKind.LEAVE])
def test_nothing_is_shown_by_the_revision_that_it_was_asked_of(kind: OutcomeKind) -> None:
    there = draft(1, BEFORE, WRONG, RIGHT)
    asked = Asked(kind, RIGHT if kind is not OutcomeKind.CUT else None, Placed(WRONG), there)

    assert progress(asked, Placed(WRONG), there).state is OPEN


def test_to_leave_a_claim_is_owed_by_nobody() -> None:
    told = progress(Asked(OutcomeKind.LEAVE, None, Placed(WRONG), draft(1, WRONG)), None, draft(2))

    assert told.state is OutcomeState.NOTHING_OWED
    assert not told.is_owed


@pytest.mark.parametrize(
    ("text", "claim", "state"),
    [
        pytest.param([BEFORE, AFTER], None, SHOWN, id="gone"),
        pytest.param([BEFORE, WRONG, AFTER], WRONG, OPEN, id="still there"),
        pytest.param([BEFORE, AFTER, WRONG], None, OPEN, id="moved, as another claim"),
        pytest.param(
            ["The ferry sailed on Monday; it was the largest ferry on the coast.", AFTER],
            None,
            OPEN,
            id="taken into another sentence",
        ),
        pytest.param([BEFORE, "It was a ferry.", AFTER], "It was a ferry.", UNCLEAR, id="changed, not cut"),
        pytest.param(
            [BEFORE, "It was  the largest ferry on the\ncoast.", AFTER],
            "It was  the largest ferry on the\ncoast.",
            OPEN,
            id="only its layout changed",
        ),
    ],
)
def test_a_cut_is_shown_once_the_words_stand_nowhere(
    text: list[str], claim: str | None, state: OutcomeState
) -> None:
    assert reached(OutcomeKind.CUT, *text, claim=claim) is state


def test_a_short_heading_may_be_part_of_a_sentence_and_is_cut_all_the_same() -> None:
    text = ["The timetable of the ferry was changed."]

    assert reached(OutcomeKind.CUT, *text, claim=None, was="The timetable") is SHOWN
    assert reached(OutcomeKind.CUT, "The timetable", *text, claim=None, was="The timetable") is OPEN


@pytest.mark.parametrize(
    ("text", "claim", "state"),
    [
        pytest.param([BEFORE, RIGHT, AFTER], RIGHT, SHOWN, id="as proposed"),
        pytest.param(
            [BEFORE, "It was  the second largest\nferry on the coast.", AFTER],
            "It was  the second largest\nferry on the coast.",
            SHOWN,
            id="as proposed, in another layout",
        ),
        pytest.param([BEFORE, AFTER, RIGHT], None, SHOWN, id="as a claim of its own"),
        pytest.param([BEFORE, WRONG, AFTER, RIGHT], WRONG, OPEN, id="beside the wrong words"),
        pytest.param([BEFORE, RIGHT, AFTER, WRONG], RIGHT, OPEN, id="the wrong words moved"),
        pytest.param([BEFORE, WRONG, AFTER], WRONG, OPEN, id="as it was"),
        pytest.param([BEFORE, "It was a ferry.", AFTER], "It was a ferry.", UNCLEAR, id="in other words"),
        pytest.param([BEFORE, AFTER], None, CUT_INSTEAD, id="cut"),
    ],
)
def test_a_fix_is_shown_once_the_wording_stands_and_the_wrong_words_do_not(
    text: list[str], claim: str | None, state: OutcomeState
) -> None:
    assert reached(OutcomeKind.FIX, *text, claim=claim, wording=RIGHT) is state


def test_a_wording_that_stood_elsewhere_before_shows_nothing() -> None:
    asked = Asked(OutcomeKind.FIX, "the crew is safe", Placed(WRONG), draft(1, WRONG, AFTER))

    told = progress(asked, Placed("It was a ferry."), draft(2, "It was a ferry.", AFTER))

    assert told.state is UNCLEAR


def test_a_wording_that_holds_the_wrong_words_is_shown_by_itself() -> None:
    whole = "Its owner says: it was the largest ferry on the coast."

    assert reached(OutcomeKind.FIX, BEFORE, whole, claim=whole, wording=whole) is SHOWN


@pytest.mark.parametrize(
    ("claim", "state"),
    [
        pytest.param("It was a large ferry on the coast.", SHOWN, id="changed"),
        pytest.param(WRONG, OPEN, id="as it was"),
        pytest.param("It was “the largest ferry on the coast”.", UNCLEAR, id="only its punctuation"),
        pytest.param("Sadly it was the largest ferry on the coast.", UNCLEAR, id="only added to"),
    ],
)
def test_a_fix_without_a_wording_is_shown_once_the_claim_says_something_else(
    claim: str, state: OutcomeState
) -> None:
    assert reached(OutcomeKind.FIX, BEFORE, claim, AFTER, claim=claim) is state


@pytest.mark.parametrize(
    ("was", "now"),
    [
        pytest.param("The ferry cost $5 million.", "The ferry cost €5 million.", id="a currency"),
        pytest.param("The price rose by 5% in May.", "The price rose by 5‰ in May.", id="a unit"),
        pytest.param("It was -5 degrees that night.", "It was 5 degrees that night.", id="a sign"),
        pytest.param("The ferry of the union sank.", "The ferry of the Union sank.", id="a capital"),
    ],
)
def test_a_sign_that_carries_meaning_is_a_change(was: str, now: str) -> None:
    assert reached(OutcomeKind.FIX, now, claim=now, was=was) is SHOWN


@pytest.mark.parametrize(
    ("claim", "wording", "credited", "state"),
    [
        pytest.param(f"The port said: {WRONG}", None, "the port", SHOWN, id="now attributed"),
        pytest.param(WRONG, None, None, OPEN, id="as it was"),
        pytest.param("It was a ferry, they say.", None, None, UNCLEAR, id="changed, nobody found"),
        pytest.param(f"The port said: {WRONG}", "the port said", "the port", SHOWN, id="as proposed"),
        pytest.param(f"The crew said: {WRONG}", "the port said", "the crew", UNCLEAR, id="to another"),
        pytest.param(None, None, None, CUT_INSTEAD, id="cut"),
    ],
)
def test_an_attribution_is_shown_once_the_claim_credits_somebody_that_it_did_not(
    claim: str | None, wording: str | None, credited: str | None, state: OutcomeState
) -> None:
    text = [BEFORE, *([claim] if claim else []), AFTER]

    told = reached(OutcomeKind.ATTRIBUTE, *text, claim=claim, wording=wording, credited=credited)

    assert told is state


@pytest.mark.parametrize("kind", [OutcomeKind.ATTRIBUTE, OutcomeKind.ADD_CONTEXT])
def test_a_claim_that_was_joined_with_another_was_not_cut(kind: OutcomeKind) -> None:
    assert reached(kind, f"{BEFORE} {WRONG}", AFTER, claim=None) is UNCLEAR


def test_an_attribution_that_was_there_before_shows_nothing() -> None:
    there = {"claim": WRONG, "credited": "the port", "was_credited": "the port"}

    assert reached(OutcomeKind.ATTRIBUTE, WRONG, **there) is OPEN


@pytest.mark.parametrize(
    ("wording", "text", "claim", "state"),
    [
        pytest.param("two are larger", [WRONG, "Two are larger."], WRONG, SHOWN, id="stands elsewhere"),
        pytest.param("Two are larger.", [WRONG, AFTER], WRONG, OPEN, id="not there"),
        pytest.param("Two are larger.", [AFTER], None, CUT_INSTEAD, id="cut"),
        pytest.param(None, [WRONG, "Two are larger."], WRONG, UNCLEAR, id="no wording: a person has to say"),
    ],
)
def test_context_is_shown_by_its_wording_and_never_by_itself(
    wording: str | None, text: list[str], claim: str | None, state: OutcomeState
) -> None:
    assert reached(OutcomeKind.ADD_CONTEXT, *text, claim=claim, wording=wording) is state


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        pytest.param("5 people", "It carried 1.5 people.", id="the end of a number"),
        pytest.param("5 people", "It carried 15 people.", id="the end of a longer number"),
        pytest.param("15", "It carried 15%.", id="a share"),
        pytest.param("15", "It carried 15.5 tonnes.", id="the beginning of a number"),
        pytest.param("the port", "The portal said so.", id="the beginning of a word"),
    ],
)
def test_a_wording_stands_whole_or_not_at_all(wording: str, text: str) -> None:
    assert Draft(2, text).times(wording) == 0


def test_the_same_words_twice_over_are_found_each_time() -> None:
    assert draft(2, RIGHT, RIGHT).times(RIGHT) == 2
    assert draft(2, RIGHT, WRONG).still_has(WRONG, but=[RIGHT])


TEXTS = st.lists(st.sampled_from([BEFORE, WRONG, RIGHT, AFTER, "Ferry", f"He said: {WRONG}"]), max_size=6)


@given(
    kind=st.sampled_from([OutcomeKind.CUT, OutcomeKind.FIX]),
    wording=st.sampled_from([None, RIGHT]),
    was=TEXTS,
    now=TEXTS,
    place=st.integers(0, 5),
)
def test_nothing_is_done_while_its_words_stand_as_they_were(
    kind: OutcomeKind, wording: str | None, was: list[str], now: list[str], place: int
) -> None:
    proposed = wording if kind is OutcomeKind.FIX else None
    asked = Asked(kind, proposed, Placed(WRONG), draft(1, *was, WRONG))
    claim = Placed(now[place]) if place < len(now) else None

    told = progress(asked, claim, draft(2, *now))

    if WRONG in now:
        assert told.state is OPEN
        assert words_stand(asked, claim, draft(2, *now))


@pytest.mark.parametrize("kind", [OutcomeKind.ATTRIBUTE, OutcomeKind.ADD_CONTEXT])
def test_a_claim_that_was_only_split_was_not_cut_instead(kind: OutcomeKind) -> None:
    assert reached(kind, BEFORE, WRONG, AFTER, claim=None) is UNCLEAR
    assert reached(kind, BEFORE, AFTER, claim=None) is CUT_INSTEAD
