"""Where a claim stands: one pure function from everything it rests on, under a policy, with its reasons.

Only a verdict moves a claim. What a machine found can say why a claim is open; it never gives a status.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.judging.case import Case
from claims.judging.matter import Matter, bearing, is_side, look_at, origins_of
from claims.judging.policy import Policy
from claims.judging.rules import NEVER_OVERRIDDEN, RULES, authors_aside_of, looked, reopened_of
from claims.judging.wording import capital, ended, met, needed, noted, status_word
from claims.kinds import Because, Question, Status
from claims.pages import StatusPage, TraceLine


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a claim, and for reported speech the answers to both questions about it."""

    status: StatusPage
    said: StatusPage | None = None
    so: StatusPage | None = None


def derive_standing(case: Case, policy: Policy, now: datetime) -> Standing:
    """The status of a claim under `policy`, with both answers where somebody is credited with it.

    Which answer is the status is for the tier to decide; where a person found that nobody can check
    whether it is so, it is whether it was said.
    """
    if not case.attributed:
        return Standing(derive_answer(case, policy, now, None))
    said = derive_answer(case, policy, now, Question.SAID)
    so = derive_answer(case, policy, now, Question.SO)
    decides = policy.tiers[case.tier].decides
    if decides is Question.SO and so.status is Status.NOT_CHECKABLE and not so.suggested:
        decides = Question.SAID
    return Standing(said if decides is Question.SAID else so, said, so)


def derive_status(case: Case, policy: Policy, now: datetime) -> StatusPage:
    """The status of a claim alone."""
    return derive_standing(case, policy, now).status


def derive_answer(case: Case, policy: Policy, now: datetime, question: Question | None) -> StatusPage:
    """Where a claim stands on one question; `question` is `None` where nobody is credited with it."""
    matter = look_at(case, policy, now, question)
    return _unjudged(case, policy, now, question) if matter is None else _judged(matter)


def _judged(matter: Matter) -> StatusPage:
    lines = [line for rule in RULES if (line := rule(matter)) is not None]
    override = matter.override
    missing = [line for line in lines if line.met is False]
    in_the_way = [line for line in missing if override is None or line.rule in NEVER_OVERRIDDEN]
    stale = tuple(exhibit.handle for exhibit in matter.changed)
    if in_the_way or matter.status is None:
        return _waiting(matter, lines, in_the_way, stale)
    if override is not None and missing:
        lines.append(met("override", _overridden(matter)))
    review, status = matter.review, matter.status
    because, says = None, f"{review.verdict}, says {review.by}"
    if matter.round.is_reopening:
        because, says = Because.OPENED_AGAIN, f"opened again by {review.by}"
    elif status is Status.UNCONFIRMED:
        because = matter.policy.open_because.get(review.verdict, Because.REVIEWED)
    return StatusPage(
        status,
        because,
        f"{says}: {review.because}",
        suggested=False,
        stale=stale,
        trace=(_tier(matter.case, matter.policy, matter.status), *lines, _end(status, because)),
    )


def _waiting(
    matter: Matter, lines: Sequence[TraceLine], unmet: Sequence[TraceLine], stale: tuple[str, ...]
) -> StatusPage:
    """A verdict that does not count yet, with everything that it waits for."""
    waits = tuple(line.waits_for for line in unmet if line.waits_for)
    because = next(line.because for line in unmet if line.because)
    review = matter.review
    return StatusPage(
        Status.UNCONFIRMED,
        because,
        f"{review.verdict}, says {review.by}, but {because.value}; it waits for {'; '.join(waits)}",
        suggested=False,
        waits_for=waits,
        stale=stale,
        trace=(
            _tier(matter.case, matter.policy, matter.status),
            *lines,
            noted("waits for", f"Waits for: {'; '.join(waits)}."),
            _end(Status.UNCONFIRMED, because),
        ),
        awaits_second=any(line.rule == "second person" for line in unmet),
    )


def _unjudged(case: Case, policy: Policy, now: datetime, question: Question | None) -> StatusPage:
    """Where nobody has given a verdict: open, or not checkable as the machine suggests."""
    before = tuple(filter(None, (reopened_of(case), authors_aside_of(case))))
    if not case.checkable:
        what = case.why_not.value if case.why_not else "nothing in it to check"
        told = f"{capital(what)}: nothing in it to check, as the machine suggests; nobody has signed it."
        return StatusPage(
            Status.NOT_CHECKABLE,
            None,
            f"{what} (suggested, not signed by anybody)",
            suggested=True,
            trace=(*before, noted("suggestion", told), _end(Status.NOT_CHECKABLE, None)),
        )
    causes = _causes(case, policy, now, question)
    told = "; ".join(causes.values())
    because = next(iter(causes))
    return StatusPage(
        Status.UNCONFIRMED,
        because,
        told,
        suggested=False,
        trace=(
            _tier(case, policy),
            *before,
            noted("verdict", f"Nobody has given a verdict. {ended(capital(told))}"),
            _end(Status.UNCONFIRMED, because),
        ),
    )


def _causes(case: Case, policy: Policy, now: datetime, question: Question | None) -> dict[Because, str]:
    """Everything that a claim without a verdict is open because of, in words, the main cause first."""
    causes: dict[Because, str] = {}
    if case.reported_unconfirmed:
        causes[Because.TEXT_SAYS_SO] = Because.TEXT_SAYS_SO.value
    if case.differences and question is not Question.SAID:
        told = " ".join(one.says for one in case.differences)
        causes[Because.FIGURES_DIFFER] = f"{Because.FIGURES_DIFFER.value}: {told}"
    if any(one.is_open(now) for one in case.asked):
        causes[Because.AWAITING_REPLY] = Because.AWAITING_REPLY.value
    if found := _of_the_evidence(case, policy, question):
        causes[found] = found.value
    return causes or {Because.NOBODY_LOOKED: Because.NOBODY_LOOKED.value}


def _of_the_evidence(case: Case, policy: Policy, question: Question | None) -> Because | None:
    requirement = policy.tiers[case.tier]
    origins = origins_of(one for one in bearing(case, question, requirement.decides) if one.stands)
    if not origins:
        return looked(case.searches)
    if all(map(is_side, origins.values())):
        return Because.PARTIES_ONLY
    if len(origins) == 1 < requirement.origins:
        return Because.ONE_ORIGIN
    return Because.NO_VERDICT


def _tier(case: Case, policy: Policy, status: Status | None = None) -> TraceLine:
    """What the tier asks for, where a verdict stands for `status`."""
    who = f"set by {case.tier_set_by}" if case.tier_set_by else "suggested by its words"
    needs = needed(policy.tiers[case.tier], policy, refuting=status is Status.REFUTED)
    return noted("tier", f"{capital(case.tier.value)} ({who}). Needs {needs}.")


def _overridden(matter: Matter) -> str:
    override = matter.override
    assert override is not None
    return f"{override.by} lets it count all the same: “{override.because}”."


def _end(status: Status, because: Because | None) -> TraceLine:
    if status is Status.UNCONFIRMED and because is not None:
        return noted("status", f"So it is unconfirmed: {because.value}.")
    return noted("status", f"So it is {status_word(status)}.")
