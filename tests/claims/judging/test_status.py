"""Where a claim stands, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from claims.judging.case import Asked, Case, Difference, Exhibit, SignedOff
from claims.judging.policy_file import BUILT_IN
from claims.judging.status import derive_standing, derive_status
from claims.kinds import (
    Because,
    Fit,
    Grade,
    Interest,
    Question,
    ReviewRole,
    SearchResult,
    Stance,
    Status,
    Tier,
    WhyNot,
)
from claims.pages import OverridePage, ReviewPage, StatusPage

NOON = datetime(2025, 12, 13, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=2)
NOW = NOON + timedelta(days=10)


def review(
    verdict: str = "confirmed",
    *,
    by: str = "ada",
    role: ReviewRole = ReviewRole.VERDICT,
    about: Question | None = None,
    blind: bool | None = None,
    override: str | None = None,
    at: datetime = NOON,
) -> ReviewPage:
    overridden = OverridePage(override, None, by, at) if override else None
    return ReviewPage(
        verdict, "seen the register", by, "typed", at, BUILT_IN.version, about, role, blind, overridden
    )


def exhibit(
    number: int,
    interest: Interest = Interest.UNKNOWN,
    *,
    stance: Stance = Stance.SUPPORTS,
    about: Question | None = None,
    origin: str | None = None,
    primary: bool = False,
    grade: Grade | None = None,
    fit: Fit | None = Fit.EXACT,
    withdrawn: bool = False,
    stale_since: datetime | None = None,
) -> Exhibit:
    return Exhibit(
        handle=f"evidence:{number}",
        stance=stance,
        question=about,
        origin=origin or f"origin {number}",
        source=f"Source {number}",
        primary=primary,
        interest=interest,
        grade=grade,
        fit=fit,
        withdrawn=withdrawn,
        stale_since=stale_since,
        at=NOON,
    )


PARTY, INDEPENDENT = Interest.PARTY, Interest.INDEPENDENT
TWO_ORIGINS = (exhibit(1, PARTY), exhibit(2, INDEPENDENT))
AGAINST = tuple(replace(one, stance=Stance.REFUTES) for one in TWO_ORIGINS)
FIGURE = Case(tier=Tier.FIGURE)


def standing(case: Case) -> StatusPage:
    return derive_status(case, BUILT_IN, NOW)


def judged(case: Case, *reviews: ReviewPage) -> StatusPage:
    return standing(replace(case, reviews=reviews or (review(),)))


def with_evidence(*exhibits: Exhibit, tier: Tier = Tier.FIGURE) -> Case:
    return Case(tier=tier, exhibits=exhibits)


@pytest.mark.parametrize(
    ("case", "because", "reason"),
    [
        pytest.param(Case(), Because.NOBODY_LOOKED, "nobody has looked", id="as it starts"),
        pytest.param(
            Case(reported_unconfirmed=True),
            Because.TEXT_SAYS_SO,
            "the text itself says so",
            id="the text says so",
        ),
        pytest.param(
            Case(differences=(Difference("45 and 54 can't both hold.", NOON, (None,)),)),
            Because.FIGURES_DIFFER,
            "figures differ: 45 and 54 can't both hold.",
            id="figures differ",
        ),
        pytest.param(
            Case(
                reported_unconfirmed=True,
                differences=(Difference("45 and 54 can't both hold.", NOON, (None,)),),
            ),
            Because.TEXT_SAYS_SO,
            "the text itself says so; figures differ: 45 and 54 can't both hold.",
            id="two reasons",
        ),
        pytest.param(
            Case(searches=(SearchResult.NOTHING,)),
            Because.NOTHING_FOUND,
            "looked, nothing found",
            id="looked",
        ),
        pytest.param(
            Case(searches=(SearchResult.NOTHING, SearchResult.UNREACHABLE)),
            Because.PRIMARY_UNREACHABLE,
            "the primary source could not be reached",
            id="unreachable",
        ),
        pytest.param(
            Case(asked=(Asked("the ministry", NOON, NOW + timedelta(days=1), None),)),
            Because.AWAITING_REPLY,
            "awaiting a reply",
            id="asked",
        ),
        pytest.param(with_evidence(exhibit(1)), Because.ONE_ORIGIN, "one origin", id="one origin"),
        pytest.param(
            with_evidence(exhibit(1, PARTY), exhibit(2, Interest.AFFILIATED)),
            Because.PARTIES_ONLY,
            "parties only",
            id="parties",
        ),
        pytest.param(
            with_evidence(*TWO_ORIGINS),
            Because.NO_VERDICT,
            "evidence is there, nobody has judged it",
            id="no verdict",
        ),
    ],
)
def test_a_claim_that_nobody_judged_is_open_because_of_something(
    case: Case, because: Because, reason: str
) -> None:
    found = standing(case)

    assert (found.status, found.because, found.reason) == (Status.UNCONFIRMED, because, reason)


def test_what_is_not_checkable_is_a_suggestion_until_somebody_signs_it() -> None:
    case = Case(checkable=False, why_not=WhyNot.QUESTION)

    suggested, signed = standing(case), judged(case, review("not checkable"))

    assert (suggested.status, suggested.suggested) == (Status.NOT_CHECKABLE, True)
    assert "question" in suggested.reason
    assert (signed.status, signed.suggested) == (Status.NOT_CHECKABLE, False)


ONE_GRADED = with_evidence(exhibit(1, grade=Grade.D), tier=Tier.ROUTINE)
INDEPENDENT_PRIMARY = exhibit(1, INDEPENDENT, primary=True)


@pytest.mark.parametrize(
    ("case", "because"),
    [
        pytest.param(Case(), Because.POLICY, id="routine: nothing"),
        pytest.param(ONE_GRADED, None, id="routine: one origin with a grade"),
        pytest.param(
            with_evidence(exhibit(1), tier=Tier.ROUTINE), Because.POLICY, id="routine: one without a grade"
        ),
        pytest.param(
            with_evidence(exhibit(1, grade=Grade.F), tier=Tier.ROUTINE),
            Because.POLICY,
            id="routine: F is missing, not low",
        ),
        pytest.param(with_evidence(INDEPENDENT_PRIMARY, tier=Tier.ROUTINE), None, id="routine: a primary"),
        pytest.param(
            with_evidence(exhibit(1, PARTY, primary=True, grade=Grade.A), tier=Tier.ROUTINE),
            Because.POLICY,
            id="routine: a party's own word",
        ),
        pytest.param(FIGURE, Because.POLICY, id="figure: nothing"),
        pytest.param(
            replace(FIGURE, searches=(SearchResult.NOTHING,)),
            Because.NOTHING_FOUND,
            id="figure: looked and found nothing",
        ),
        pytest.param(with_evidence(exhibit(1)), Because.ONE_ORIGIN, id="figure: one origin"),
        pytest.param(
            with_evidence(exhibit(1, INDEPENDENT, origin="a wire"), exhibit(2, origin="a wire")),
            Because.ONE_ORIGIN,
            id="figure: two links to one origin",
        ),
        pytest.param(with_evidence(*TWO_ORIGINS), None, id="figure: two origins, one of them a party"),
        pytest.param(
            with_evidence(exhibit(1, PARTY), exhibit(2, PARTY, primary=True)),
            Because.PARTIES_ONLY,
            id="figure: parties alone",
        ),
        pytest.param(
            with_evidence(exhibit(1), exhibit(2)),
            Because.POLICY,
            id="figure: unknown is not independent, and no party",
        ),
        pytest.param(
            with_evidence(exhibit(1), exhibit(2, INDEPENDENT)), None, id="figure: unknown is an origin"
        ),
        pytest.param(with_evidence(INDEPENDENT_PRIMARY), None, id="figure: one primary of no party"),
        pytest.param(
            with_evidence(exhibit(1, PARTY, primary=True)),
            Because.ONE_ORIGIN,
            id="figure: a party's primary proves no more than that it said so",
        ),
        pytest.param(with_evidence(*AGAINST), Because.POLICY, id="figure: evidence against does not confirm"),
        pytest.param(
            with_evidence(exhibit(1, PARTY), exhibit(2, INDEPENDENT, withdrawn=True)),
            Because.ONE_ORIGIN,
            id="figure: withdrawn",
        ),
        pytest.param(
            with_evidence(exhibit(1, PARTY), exhibit(2, INDEPENDENT, fit=Fit.ALTERED)),
            Because.ONE_ORIGIN,
            id="figure: a quote that stands altered",
        ),
        pytest.param(
            with_evidence(*TWO_ORIGINS[:1], exhibit(2, INDEPENDENT, stale_since=LATER)),
            Because.CHANGED,
            id="figure: the quoted words changed since",
        ),
    ],
)
def test_a_verdict_counts_once_the_policy_has_what_it_asks_for(case: Case, because: Because | None) -> None:
    found = judged(case)

    assert found.status is (Status.UNCONFIRMED if because else Status.CONFIRMED)
    assert found.because is because
    assert bool(found.waits_for) is (because is not None)


ACCUSATION = Case(
    tier=Tier.ACCUSATION,
    exhibits=TWO_ORIGINS,
    reviews=(review(), review(by="bob", role=ReviewRole.SECOND, blind=True)),
    asked=(Asked("the minister", NOON, LATER, None),),
    sign_offs=(SignedOff("legal", "cy", NOON),),
)


def test_an_accusation_that_has_everything_is_confirmed() -> None:
    assert standing(ACCUSATION).status is Status.CONFIRMED


@pytest.mark.parametrize(
    ("case", "because", "waits"),
    [
        pytest.param(
            replace(ACCUSATION, reviews=(review(),)), Because.POLICY, "a second person", id="one person"
        ),
        pytest.param(
            replace(ACCUSATION, reviews=(review(), review(by=" Ada", role=ReviewRole.SECOND))),
            Because.POLICY,
            "a second person",
            id="the same person twice",
        ),
        pytest.param(
            replace(ACCUSATION, asked=()), Because.POLICY, "those concerned to be asked", id="nobody asked"
        ),
        pytest.param(
            replace(ACCUSATION, asked=(Asked("the minister", NOON, NOW + timedelta(days=1), None),)),
            Because.AWAITING_REPLY,
            "a reply, or 24 December 2025, 12:00 UTC to pass",
            id="there is still time to answer",
        ),
        pytest.param(
            replace(
                ACCUSATION,
                asked=(
                    Asked("the minister", NOON, NOW + timedelta(days=1), None),
                    Asked("her office", NOON, LATER, replied=True),
                ),
            ),
            Because.AWAITING_REPLY,
            "a reply, or 24 December 2025, 12:00 UTC to pass",
            id="another has answered",
        ),
        pytest.param(
            replace(ACCUSATION, asked=(), asked_before=(Asked("the minister", NOON, LATER, replied=True),)),
            Because.POLICY,
            "the words as they are now to be put to the minister",
            id="asked in other words",
        ),
        pytest.param(replace(ACCUSATION, sign_offs=()), Because.POLICY, "a legal sign-off", id="no sign-off"),
        pytest.param(
            replace(ACCUSATION, authors=frozenset({"cy"})),
            Because.POLICY,
            "a legal sign-off",
            id="signed off by who wrote it",
        ),
    ],
)
def test_an_accusation_says_what_it_waits_for(case: Case, because: Because, waits: str) -> None:
    found = standing(case)

    assert (found.status, found.because) == (Status.UNCONFIRMED, because)
    assert [waiting for waiting in found.waits_for if waiting.startswith(waits)]


def test_what_is_refuted_needs_what_is_confirmed_needs_and_a_second_person() -> None:
    alone = judged(with_evidence(*AGAINST), review("refuted"))
    together = judged(
        with_evidence(*AGAINST), review("refuted"), review("refuted", by="bob", role=ReviewRole.SECOND)
    )

    assert (alone.status, alone.waits_for) == (Status.UNCONFIRMED, ("a second person",))
    assert alone.awaits_second
    assert (together.status, together.waits_for) == (Status.REFUTED, ())


def test_two_readers_who_differ_wait_for_a_third() -> None:
    refuses = review("refuted", by="bob", role=ReviewRole.SECOND, blind=True)
    decides = review("confirmed", by="cy", role=ReviewRole.ADJUDICATION)

    differ = judged(with_evidence(*TWO_ORIGINS), review(), refuses)
    decided = judged(with_evidence(*TWO_ORIGINS), review(), refuses, decides)

    assert (differ.status, differ.because) == (Status.UNCONFIRMED, Because.READERS_DIFFER)
    assert decided.status is Status.CONFIRMED
    assert "bob" in " ".join(line.says for line in decided.trace)


def test_an_override_lets_a_verdict_count_and_says_so() -> None:
    found = judged(FIGURE, review(override="the editor was there"))

    assert found.status is Status.CONFIRMED
    assert "the editor was there" in " ".join(line.says for line in found.trace)


def test_no_override_outlasts_words_that_change() -> None:
    gone = exhibit(1, INDEPENDENT, primary=True, stale_since=LATER)

    assert judged(with_evidence(gone), review(override="it stands")).because is Because.CHANGED
    assert judged(with_evidence(gone), review(override="it stands", at=NOW)).status is Status.CONFIRMED


def test_a_verdict_that_knew_of_changed_words_is_not_stale() -> None:
    changed = exhibit(1, INDEPENDENT, primary=True, stale_since=LATER)
    case = with_evidence(changed, exhibit(2, INDEPENDENT, primary=True))

    before, after = judged(case), judged(case, review(at=NOW))

    assert (before.status, before.stale) == (Status.UNCONFIRMED, ("evidence:1",))
    assert (after.status, after.stale) == (Status.CONFIRMED, ())


def test_figures_that_differ_are_decided_before_one_is_confirmed() -> None:
    def about(verdict: str | None, since: datetime = NOON) -> StatusPage:
        differences = (Difference("123 and 132 can't both hold", since, (verdict,)),)
        return judged(replace(with_evidence(*TWO_ORIGINS), differences=differences))

    assert about(None).because is Because.FIGURES_DIFFER
    assert about("confirmed").because is Because.FIGURES_DIFFER
    assert about("refuted").status is Status.CONFIRMED
    assert about(None, since=LATER).status is Status.CONFIRMED


def test_a_difference_that_is_found_after_the_verdict_takes_nothing_away() -> None:
    rival, another = UUID(int=7), UUID(int=8)
    differences = (Difference("123 and 132 can't both hold", NOON, (None,), frozenset({rival})),)
    case = replace(with_evidence(*TWO_ORIGINS), differences=differences)

    def after(found: set[UUID]) -> StatusPage:
        return judged(case, replace(review(), differed=frozenset(found)))

    assert after({rival}).because is Because.FIGURES_DIFFER
    assert after(set()).status is Status.CONFIRMED
    assert after({another}).status is Status.CONFIRMED
    assert "Since the verdict figures differ: 123 and 132 can't both hold." in [
        line.says for line in after(set()).trace
    ]


def test_the_last_verdict_decides_and_gives_its_reason() -> None:
    found = judged(with_evidence(*TWO_ORIGINS), review("partly", by="bob"), review())

    assert found.status is Status.CONFIRMED
    assert found.reason == "confirmed, says ada: seen the register"


@pytest.mark.parametrize(
    ("verdict", "because"),
    [
        ("unconfirmed", Because.REVIEWED),
        ("definition unclear", Because.DEFINITION_UNCLEAR),
        ("unverifiable", Because.UNVERIFIABLE),
    ],
)
def test_a_reviewer_can_leave_a_claim_open_and_say_because_of_what(verdict: str, because: Because) -> None:
    found = judged(with_evidence(*TWO_ORIGINS), review(), review(verdict))

    assert (found.status, found.because) == (Status.UNCONFIRMED, because)


def test_who_wrote_the_text_does_not_count_in_it() -> None:
    case = replace(with_evidence(*TWO_ORIGINS), authors=frozenset({"ada"}))

    found = judged(case, review(by="Ada"))

    assert (found.status, found.because) == (Status.UNCONFIRMED, Because.NO_VERDICT)
    assert "Ada, who wrote the text" in " ".join(line.says for line in found.trace)


def test_that_it_was_said_is_one_thing_and_whether_it_is_so_another() -> None:
    recording = exhibit(1, PARTY, primary=True, about=Question.SAID)
    case = Case(
        tier=Tier.FIGURE,
        attributed=True,
        exhibits=(recording,),
        reviews=(review(about=Question.SAID), review(about=Question.SO)),
    )

    figure = derive_standing(case, BUILT_IN, NOW)
    quote = derive_standing(replace(case, tier=Tier.QUOTE), BUILT_IN, NOW)

    assert figure.said is not None
    assert figure.so is not None
    assert (figure.said.status, figure.so.status) == (Status.CONFIRMED, Status.UNCONFIRMED)
    assert figure.status == figure.so
    assert quote.status == quote.said


def test_where_nobody_can_check_whether_it_is_so_it_is_asked_whether_it_was_said() -> None:
    case = Case(
        attributed=True,
        exhibits=(exhibit(1, PARTY, primary=True),),
        reviews=(review("not checkable", about=Question.SO), review(about=Question.SAID)),
    )

    assert derive_standing(case, BUILT_IN, NOW).status.status is Status.CONFIRMED


def test_the_trace_reads_like_an_editors_note() -> None:
    assert [
        line.says for line in judged(with_evidence(exhibit(1, PARTY), exhibit(2, INDEPENDENT))).trace
    ] == [
        "Figure (suggested by its words). Needs two independent origins, not all of them parties, or one "
        "primary of somebody who is no party.",
        "Confirmed, says ada on 13 December 2025: seen the register.",
        "Two independent origins: Source 1 (a party), Source 2.",
        "So it is confirmed.",
    ]


def test_what_is_refuted_is_said_to_need_a_second_person() -> None:
    refuted = judged(with_evidence(*AGAINST), review("refuted"))

    assert refuted.trace[0].says.endswith("; a second person.")


def test_a_primary_of_which_nobody_said_whether_it_is_from_a_party_is_named() -> None:
    told = "Of the evidence, evidence:1 is at first hand, but nobody has said whether it is from a party."

    open_one = judged(with_evidence(exhibit(1, primary=True), exhibit(2)))
    enough = judged(with_evidence(exhibit(1, INDEPENDENT, primary=True)))

    assert told in [line.says for line in open_one.trace]
    assert "primary of a stranger" not in [line.rule for line in enough.trace]
