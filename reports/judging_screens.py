"""What the commands about judging print: why a claim stands where it stands, as an editor's note, and the
policy that it stands under.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.judging.agreement import FEW, Agreement
from claims.judging.pages import Flip
from claims.judging.policy import Overriders, Policy, Requirement
from claims.judging.wording import needed
from claims.kinds import Question
from claims.pages import ClaimPage, StatusPage, TraceLine
from reports.evidence_words import QUESTIONS
from reports.next_steps import next_steps
from reports.public_words import other_wording
from reports.screen import Line, coloured, columns_of, plainly, soft, strong, text_of, wrapped
from reports.standing import status_words
from reports.words import STATUSES, count, sentence

_LABELS = 15
_MEASURES = 22


def explain_screen(claim: ClaimPage) -> str:
    """A claim's words, and line by line how its status came about; of reported speech both answers."""
    answers = ((Question.SAID, claim.said), (Question.SO, claim.so))
    told = [line for question, standing in answers if standing for line in _answer(question, standing)]
    tier, rest = _of_the_tier(claim.standing)
    return text_of(
        [
            (
                strong(claim.handle),
                plainly("  "),
                coloured(status_words(claim.standing), claim.standing.status),
            ),
            *wrapped(f"“{claim.text}”", indent=2),
            *_rated(claim),
            (),
            *_note(tier),
            *(told or _note(rest)),
            *_next(claim),
        ]
    )


def _next(claim: ClaimPage) -> Iterator[Line]:
    """What to type for what is missing."""
    for number, step in enumerate(next_steps(claim)):
        if number == 0:
            yield ()
        yield from wrapped(step, indent=6, first=soft("" if number else "next"))


def _rated(claim: ClaimPage) -> Iterator[Line]:
    """Of a public claim, that it is the wording which is rated, and which where the text has another."""
    if claim.public is None:
        return
    other = other_wording(claim)
    told = f"Rated is the wording “{other}”; the text has other words." if other else "Rated is the wording."
    yield ()
    yield from wrapped(told, indent=2)


def _answer(question: Question, standing: StatusPage) -> Iterator[Line]:
    """One of two answers; the tier is told before both, and what nobody has judged needs no conclusion."""
    _, lines = _of_the_tier(standing)
    yield ()
    yield (
        strong(f"{QUESTIONS[question].meaning.rstrip('.')}: "),
        coloured(status_words(standing), standing.status),
    )
    yield from _note(lines if any(line.met is not None for line in lines) else lines[:-1])


def _of_the_tier(standing: StatusPage) -> tuple[Sequence[TraceLine], Sequence[TraceLine]]:
    """The trace in two: what the tier of the claim asks for, and what follows from it."""
    tier = [line for line in standing.trace if line.rule == "tier"]
    return tier, [line for line in standing.trace if line.rule != "tier"]


def _note(trace: Sequence[TraceLine]) -> Iterator[Line]:
    """The lines of the note; a dash stands before what is missing."""
    for line in trace:
        lead = soft("- ") if line.met is False else plainly("  ")
        yield from wrapped(line.says, indent=columns_of(lead[0]), first=lead)


def policy_screen(policy: Policy) -> str:
    """A policy: its version, the verdicts by status, what each tier needs and who may override."""
    lines: list[Line] = [(strong(policy.version),), ()]
    for status, badge in STATUSES.items():
        words = [verdict for verdict, stands_for in policy.verdicts.items() if stands_for is status]
        if words:
            lines += wrapped(", ".join(words), indent=_LABELS, first=coloured(badge.word, status))
    lines.append(())
    for tier, requirement in policy.tiers.items():
        lines += wrapped(f"{needed(requirement, policy)}.", indent=_LABELS, first=strong(tier.value))
        lines += wrapped(_further(requirement), indent=_LABELS)
    lines.append(())
    if policy.refuted_second_person:
        lines += wrapped("What is to be refuted needs a second person as well.")
    if policy.figures_must_be_decided:
        lines += wrapped("A figure that differs from another is decided before it is confirmed.")
    return text_of(lines)


def flips_screen(flips: Sequence[Flip]) -> str:
    """Claims whose status changes, one after the other: from what to what, and because of what."""
    if not flips:
        return "No status changes."
    lines: list[Line] = []
    for flip in flips:
        lines.append(
            (
                strong(flip.handle),
                plainly("  "),
                coloured(status_words(flip.before), flip.before.status),
                plainly(" → "),
                coloured(status_words(flip.after), flip.after.status),
            )
        )
        lines += wrapped(sentence(why_it_changes(flip)), indent=2)
    return text_of([*lines, (), (plainly(f"{count(len(flips), 'status changes', 'statuses change')}."),)])


def adopted_screen(policy: Policy, flips: Sequence[Flip]) -> str:
    """That a policy is in force, under the statuses that changed by it."""
    return f"{flips_screen(flips).rstrip()}\n\n{policy.version} is in force now."


def why_it_changes(flip: Flip) -> str:
    """What changes a status: what is asked for besides, or no longer."""
    if flip.after.waits_for:
        return f"it would wait for {'; '.join(flip.after.waits_for)}"
    if flip.before.waits_for:
        return f"it would no longer wait for {'; '.join(flip.before.waits_for)}"
    return flip.after.reason


def _further(requirement: Requirement) -> str:
    asked = requirement.override
    who = asked.value if isinstance(asked, Overriders) else ", ".join(asked)
    question = QUESTIONS[requirement.decides].meaning
    return f"Overridden by: {who}. Of reported speech counts: {question[0].lower()}{question[1:]}"


def agreement_screen(found: Agreement) -> str:
    """How far two readers agree, in both measures, and how much that says."""
    if not found.pairs:
        return "No claim has a blind second check yet; give one with: factdesk claim second SLUG:12"
    lines: list[Line] = [
        (plainly(f"{count(found.pairs, 'blind second check')}, {found.agreed:,} of the same verdict."),),
        *wrapped(_measure(found.kappa), indent=_MEASURES, first=strong("Cohen’s kappa")),
        *wrapped(_measure(found.alpha), indent=_MEASURES, first=strong("Krippendorff’s alpha")),
    ]
    if found.says_little:
        lines += wrapped(f"With fewer than {FEW} checks the measures say little.")
    return text_of(lines)


def _measure(value: float | None) -> str:
    return "can’t be told: all verdicts are alike" if value is None else f"{value:.2f}"
