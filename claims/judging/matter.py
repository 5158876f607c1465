"""What is judged: one question about a claim, the verdict on it, and the evidence that bears on that verdict.

Values only; `rules` says what follows from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from claims.judging.case import Case, Exhibit
from claims.judging.people import folded, is_same_person
from claims.judging.policy import Policy, PrimaryUse, Requirement
from claims.kinds import Interest, Question, ReviewRole, Stance, Status
from claims.pages import OverridePage, ReviewPage

BEARING_ON = {
    Status.CONFIRMED: frozenset({Stance.SUPPORTS}),
    Status.REFUTED: frozenset({Stance.REFUTES}),
    Status.QUALIFIED: frozenset({Stance.SUPPORTS, Stance.REFUTES, Stance.CONTEXT}),
    Status.DISPUTED: frozenset({Stance.SUPPORTS, Stance.REFUTES}),
}
"""What evidence does to a claim for which a verdict can rest on it; the other verdicts ask for none."""

SIDES = frozenset({Interest.PARTY, Interest.AFFILIATED})
"""Those who have a part in the matter. Unknown is not among them, and no less than independent either."""


@dataclass(frozen=True, slots=True)
class Round:
    """A verdict with the second one that was given to check it, and the decision between the two.

    `second` is the last of a person other than the first; a decision is of a third.
    """

    first: ReviewPage
    second: ReviewPage | None = None
    decision: ReviewPage | None = None

    @property
    def deciding(self) -> ReviewPage:
        """The verdict that counts, where any does."""
        return self.decision or self.first

    @property
    def is_reopening(self) -> bool:
        """Whether somebody opened the claim again, and nobody has judged it since."""
        return self.first.role is ReviewRole.REOPENING

    def can_be_checked_by(self, name: str) -> bool:
        """Whether there is a verdict that a person of that name could check."""
        return not self.is_reopening and not is_same_person(name, self.first.by)


def last_round(reviews: Iterable[ReviewPage]) -> Round | None:
    """The last verdict, with what was said of it after; `None` where nobody gave one."""
    found: Round | None = None
    for review in reviews:
        match review.role:
            case ReviewRole.VERDICT | ReviewRole.REOPENING | None:
                found = Round(review)
            case ReviewRole.SECOND if found and found.can_be_checked_by(review.by):
                found = Round(found.first, review)
            case ReviewRole.ADJUDICATION if found and found.second:
                found = Round(found.first, found.second, review)
            case _:
                pass
    return found


@dataclass(frozen=True, slots=True)
class Matter:
    """One question about a claim under a policy. `question` is `None` where nobody is credited with it.

    `status` is what the verdict stands for, and `None` where the policy does not list it. `exhibits` bear
    on that status; those among them that count are `counted`.
    """

    case: Case
    policy: Policy
    now: datetime
    question: Question | None
    requirement: Requirement
    round: Round
    status: Status | None
    exhibits: tuple[Exhibit, ...]
    counted: tuple[Exhibit, ...]

    @property
    def review(self) -> ReviewPage:
        """The verdict that counts, where any does."""
        return self.round.deciding

    @property
    def override(self) -> OverridePage | None:
        """By what the verdict counts although the policy asks for more, where it lets that person say so."""
        told = self.review.override
        return told if told is not None and self.requirement.lets_override(told.by) else None

    @property
    def asks_for_evidence(self) -> bool:
        """Whether a verdict like this one has to rest on evidence."""
        return self.status in BEARING_ON

    @property
    def second_person_asked(self) -> bool:
        """Whether the policy asks that a second person comes to the same."""
        if self.status not in BEARING_ON:
            return False
        refuted = self.status is Status.REFUTED and self.policy.refuted_second_person
        return refuted or self.requirement.second_person

    @property
    def changed(self) -> list[Exhibit]:
        """Evidence whose words were found to have changed since the verdict, which could not know of it."""
        return [
            exhibit
            for exhibit in self.exhibits
            if not exhibit.withdrawn and exhibit.stale_since and exhibit.stale_since > self.review.at
        ]

    @property
    def primaries(self) -> list[Exhibit]:
        """Primary evidence that proves more than that a party said so; of what was said, any does."""
        return [
            exhibit
            for exhibit in self.counted
            if exhibit.primary
            and (self.question is Question.SAID or exhibit.interest is Interest.INDEPENDENT)
        ]

    def is_ruled_out(self, verdict: str | None) -> bool:
        """Whether a verdict on another claim says that it does not hold, or not as it stands."""
        status = self.policy.verdicts.get(verdict) if verdict else None
        return status in (Status.REFUTED, Status.QUALIFIED, Status.NOT_CHECKABLE)

    @property
    def primary_is_enough(self) -> bool:
        """Whether one primary stands in for any number of origins, and there is one."""
        return self.requirement.primary is PrimaryUse.ENOUGH and bool(self.primaries)


def look_at(case: Case, policy: Policy, now: datetime, question: Question | None) -> Matter | None:
    """The matter as people left it; `None` where nobody whose word counts has given a verdict on it."""
    requirement = policy.tiers[case.tier]
    found = last_round(counting(case, policy, question))
    if found is None:
        return None
    status = Status.UNCONFIRMED if found.is_reopening else policy.verdicts.get(found.deciding.verdict)
    stances = BEARING_ON.get(status) if status else None
    exhibits = (
        tuple(one for one in bearing(case, question, requirement.decides) if one.stance in stances)
        if stances
        else ()
    )
    oldest = None if requirement.fresh_for is None else now - timedelta(days=requirement.fresh_for)
    return Matter(
        case=case,
        policy=policy,
        now=now,
        question=question,
        requirement=requirement,
        round=found,
        status=status,
        exhibits=exhibits,
        counted=tuple(
            one
            for one in exhibits
            if one.stands and not repeats(one, question) and (oldest is None or one.at >= oldest)
        ),
    )


def repeats(exhibit: Exhibit, question: Question | None) -> bool:
    """Whether evidence is only the claim once more: where it appeared shows that it was said there."""
    return exhibit.is_appearance and exhibit.stance is Stance.SUPPORTS and question is not Question.SAID


def counting(case: Case, policy: Policy, question: Question | None) -> Sequence[ReviewPage]:
    """The reviews that answer a question and count: those of people who did not write the text.

    A review of reported speech that names no question answers the one that decides; that a claim can't be
    checked as it stands, or is opened again, answers both.
    """
    decides = policy.tiers[case.tier].decides
    return [
        review
        for review in case.reviews
        if (
            question is None
            or (review.question or decides) is question
            or (review.question is None and _is_of_the_whole(review, policy))
        )
        and not (case.authors and folded(review.by) in case.authors)
    ]


def _is_of_the_whole(review: ReviewPage, policy: Policy) -> bool:
    is_reopening = review.role is ReviewRole.REOPENING
    return is_reopening or policy.verdicts.get(review.verdict) is Status.NOT_CHECKABLE


def bearing(case: Case, question: Question | None, decides: Question) -> Sequence[Exhibit]:
    """The evidence that bears on a question.

    Evidence on reported speech that names no question bears on the one that decides; a party's primary
    shows besides, whatever it was added for, that the party said so.
    """
    return [exhibit for exhibit in case.exhibits if question is None or _answers(exhibit, question, decides)]


def _answers(exhibit: Exhibit, question: Question, decides: Question) -> bool:
    if exhibit.question is None and question is Question.SAID and exhibit.primary:
        return decides is Question.SAID or exhibit.interest in SIDES
    return (exhibit.question or decides) is question


def origins_of(exhibits: Iterable[Exhibit]) -> dict[str, list[Exhibit]]:
    """Evidence by where it comes from in the end."""
    found: dict[str, list[Exhibit]] = {}
    for exhibit in exhibits:
        found.setdefault(exhibit.origin, []).append(exhibit)
    return found


def is_no_party(exhibits: Iterable[Exhibit]) -> bool:
    """Whether it is known that an origin has no part in the matter, and nothing says otherwise."""
    interests = {exhibit.interest for exhibit in exhibits}
    return Interest.INDEPENDENT in interests and not interests & SIDES


def is_side(exhibits: Iterable[Exhibit]) -> bool:
    """Whether an origin is a party to the matter, or stands near one."""
    return any(exhibit.interest in SIDES for exhibit in exhibits)
