"""The rules by which a verdict counts, each a small function whose docstring a fact-checker reads.

A rule looks at one matter and says one line, or nothing where it does not apply. `status` puts the lines
together. What is not met names what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.days import day, moment
from claims.judging.case import Asked, Case, Difference, Exhibit
from claims.judging.matter import Matter, is_no_party, is_side, origins_of, repeats
from claims.judging.people import folded
from claims.judging.policy import PrimaryUse
from claims.judging.wording import (
    PRIMARY,
    capital,
    ended,
    listed,
    met,
    named,
    noted,
    several,
    unmet,
)
from claims.kinds import Because, Fit, Interest, Question, SearchResult, Stance, Status
from claims.pages import ReviewPage, TraceLine

Rule = Callable[[Matter], TraceLine | None]


def verdict(matter: Matter) -> TraceLine | None:
    """A named person gives a verdict with its reason; the last one counts."""
    review = matter.review
    if matter.round.is_reopening:
        return noted("verdict", f"Opened again by {review.by} on {day(review.at)}: {ended(review.because)}")
    told = f"{capital(review.verdict)}, says {review.by} on {day(review.at)}: {ended(review.because)}"
    if matter.status is None:
        return unmet(
            "verdict",
            f"{told} The policy in force, {matter.policy.version}, has no such verdict.",
            "a verdict of the policy in force",
            Because.POLICY,
        )
    return met("verdict", told)


def readers_agree(matter: Matter) -> TraceLine | None:
    """Where a second person comes to another result, a third decides between the two."""
    first, second, decision = matter.round.first, matter.round.second, matter.round.decision
    if second is None:
        return None
    seen = "without seeing the first verdict" if second.blind else "knowing the first verdict"
    told = f"{capital(second.verdict)}, says {second.by} on {day(second.at)}, {seen}: {ended(second.because)}"
    if decision is not None:
        return met(
            "readers agree",
            f"{capital(first.verdict)}, said {first.by}; {told} {decision.by} decided between them.",
        )
    verdicts = matter.policy.verdicts
    if verdicts.get(first.verdict) is verdicts.get(second.verdict):
        return met("readers agree", told)
    return unmet(
        "readers agree",
        f"{told} The two differ.",
        "a third person who decides between the two",
        Because.READERS_DIFFER,
    )


def words_stand(matter: Matter) -> TraceLine | None:
    """What rested on words that have changed is looked at again; a page that is gone changes nothing."""
    if not matter.changed:
        return None
    handles = listed([exhibit.handle for exhibit in matter.changed])
    return unmet(
        "words stand",
        f"Since the verdict the words that {handles} rested on have changed.",
        f"a look at how {handles} changed, and a new verdict",
        Because.CHANGED,
    )


def figures_decided(matter: Matter) -> TraceLine | None:
    """A figure that differs from another is confirmed only once a person has decided between the two.

    A difference that turns up after the verdict takes nothing away: it is an open task.
    """
    if not matter.policy.figures_must_be_decided or matter.question is Question.SAID:
        return None
    if matter.status is not Status.CONFIRMED or not matter.case.differences:
        return None
    open_ones = [one for one in matter.case.differences if not all(map(matter.is_ruled_out, one.others))]
    if not open_ones:
        return met("figures decided", "Figures differ, and the others are judged not to hold.")
    before = [one for one in open_ones if _was_found(one, matter.review)]
    told = " ".join(ended(one.says) for one in before or open_ones)
    if not before:
        return noted("figures decided", f"Since the verdict figures differ: {told}")
    return unmet(
        "figures decided",
        f"Figures differ: {told}",
        "a decision on the figures that differ",
        Because.FIGURES_DIFFER,
    )


def _was_found(difference: Difference, review: ReviewPage) -> bool:
    """Whether figures were found to differ when the verdict was given; texts alone say it of older ones."""
    known = difference.since <= review.at
    return known and (review.differed is None or not review.differed.isdisjoint(difference.rivals))


def enough_origins(matter: Matter) -> TraceLine | None:
    """As many independent origins as the tier needs, however many links lead to each of them.

    One primary of somebody who is no party may stand in for them. A party's own primary shows that the
    party said so, and no more.
    """
    if not matter.asks_for_evidence or matter.status is Status.DISPUTED:
        return None
    if matter.primary_is_enough:
        of = "" if matter.question is Question.SAID else " of somebody who is no party"
        return met("enough origins", f"One primary{of}: {matter.primaries[0].source}.")
    origins, asked = origins_of(matter.counted), matter.requirement.origins
    if len(origins) >= asked:
        word = "independent origin" if len(origins) > 1 else "origin"
        told = f"{capital(several(len(origins), word))}: {named(origins)}."
        return met("enough origins", told)
    return unmet(
        "enough origins",
        _too_few(matter),
        _more_origins(matter, asked - len(origins)),
        _why_few(matter),
    )


def primary_of_a_stranger(matter: Matter) -> TraceLine | None:
    """A primary is enough by itself only where somebody says that its source has no part in the matter."""
    if not matter.asks_for_evidence or matter.primary_is_enough or matter.question is Question.SAID:
        return None
    if matter.requirement.primary is PrimaryUse.NO:
        return None
    open_ones = [one for one in matter.counted if one.primary and one.interest is Interest.UNKNOWN]
    if not open_ones:
        return None
    handles = listed([one.handle for one in open_ones])
    are, it = ("is", "it is") if len(open_ones) == 1 else ("are", "they are")
    told = f"{handles} {are} at first hand, but nobody has said whether {it} from a party"
    return noted("primary of a stranger", f"Of the evidence, {told}.")


def not_parties_alone(matter: Matter) -> TraceLine | None:
    """Where the tier asks for it, one origin at least is known to have no part in the matter.

    Of whom nobody has said so, it is not known: unknown is neither a party nor independent.
    """
    origins = origins_of(matter.counted)
    if not matter.requirement.not_all_parties or matter.primary_is_enough or not origins:
        return None
    if not matter.asks_for_evidence or any(map(is_no_party, origins.values())):
        return None
    if matter.status is not Status.DISPUTED and len(origins) < matter.requirement.origins:
        return None
    parties = all(map(is_side, origins.values()))
    told = "Only parties say so." if parties else "Of none of the origins is it known that it is no party."
    because = Because.PARTIES_ONLY if parties else Because.POLICY
    return unmet("not parties alone", told, "an origin that is known to be no party", because)


def known_reliability(matter: Matter) -> TraceLine | None:
    """Where the tier asks for it, one origin has a grade from A to E; F says that nobody can tell."""
    if not matter.requirement.graded or matter.primary_is_enough or not matter.asks_for_evidence:
        return None
    graded = [one for one in matter.counted if one.is_graded and not _own_word(matter, one)]
    if graded:
        grade = graded[0].grade
        return met("known reliability", f"{graded[0].source} is graded {grade}.")
    if not matter.counted:
        return None
    sources = listed(list(dict.fromkeys(one.source for one in matter.counted)))
    return unmet(
        "known reliability",
        f"How reliable {sources} {'is' if len(matter.counted) == 1 else 'are'} is not known.",
        f"an origin with a grade, or {PRIMARY}",
        Because.POLICY,
    )


def primary_seen(matter: Matter) -> TraceLine | None:
    """Where the tier needs a primary, somebody has seen one of somebody who is no party."""
    if matter.requirement.primary is not PrimaryUse.NEEDED or not matter.asks_for_evidence:
        return None
    if matter.primaries:
        return met("primary seen", f"A primary: {matter.primaries[0].source}.")
    unreachable = SearchResult.UNREACHABLE in matter.case.searches
    because = Because.PRIMARY_UNREACHABLE if unreachable else Because.POLICY
    return unmet("primary seen", "Nobody has seen a primary.", PRIMARY, because)


def both_sides(matter: Matter) -> TraceLine | None:
    """What is disputed has evidence for it and evidence against it."""
    if matter.status is not Status.DISPUTED:
        return None
    sides = {
        stance: origins_of(one for one in matter.counted if one.stance is stance)
        for stance in (Stance.SUPPORTS, Stance.REFUTES)
    }
    told = [
        f"{word} it: {named(origins)}" if origins else f"nothing {word} it"
        for word, origins in zip(("for", "against"), sides.values(), strict=True)
    ]
    says = f"{capital(told[0])}; {told[1]}."
    if all(sides.values()):
        return met("both sides", says)
    missing = [word for word, origins in zip(("for", "against"), sides.values(), strict=True) if not origins]
    return unmet("both sides", says, f"evidence {' and '.join(missing)} it", _why_few(matter))


def second_person(matter: Matter) -> TraceLine | None:
    """Where the policy asks for it, a second person comes to the same, without seeing the first verdict."""
    if matter.round.second is not None or not matter.second_person_asked:
        return None
    return unmet(
        "second person",
        f"Only {matter.round.first.by} has judged it.",
        "a second person",
        Because.POLICY,
    )


def reply_asked(matter: Matter) -> TraceLine | None:
    """Where the tier needs it, those concerned were asked, and answered or let the time pass."""
    if not matter.requirement.reply or not matter.asks_for_evidence:
        return None
    asked = matter.case.asked
    if not asked:
        return _not_asked(matter.case.asked_before)
    waiting = [one for one in asked if one.is_open(matter.now)]
    if waiting:
        last = waiting[-1]
        assert last.due is not None
        told = f"Asked for a reply on {day(last.at)}; there is time until {moment(last.due)}."
        waits = f"a reply, or {moment(last.due)} to pass"
        return unmet("reply asked for", told, waits, Because.AWAITING_REPLY)
    came = "and answered" if any(one.replied for one in asked) else "and no answer came"
    return met("reply asked for", f"Asked for a reply on {day(asked[-1].at)}, {came}.")


def signed_off(matter: Matter) -> TraceLine | None:
    """Where the tier needs it, those have signed off whom the policy names."""
    roles = matter.requirement.sign_offs
    if not roles or not matter.asks_for_evidence:
        return None
    given = {one.role: one for one in matter.case.sign_offs if folded(one.by) not in matter.case.authors}
    told = [
        f"{capital(role)} sign-off by {given[role].by} on {day(given[role].at)}."
        if role in given
        else f"No {role} sign-off yet."
        for role in roles
    ]
    missing = [f"a {role} sign-off" for role in roles if role not in given]
    if not missing:
        return met("signed off", " ".join(told))
    return unmet("signed off", " ".join(told), listed(missing), Because.POLICY)


def override_lapsed(matter: Matter) -> TraceLine | None:
    """An override counts only as long as the policy in force lets that person override."""
    told = matter.review.override
    if told is None or matter.override is not None:
        return None
    return noted("override lapsed", f"Not counted: the override by {told.by}; the policy does not allow it.")


def left_aside(matter: Matter) -> TraceLine | None:
    """Evidence that bears on the verdict and does not count is named, with the reason."""
    aside = [one for one in matter.exhibits if one not in matter.counted]
    if not aside:
        return None
    told = "; ".join(f"{one.handle}, {_why_aside(one, matter.question)}" for one in aside)
    return noted("left aside", f"Not counted: {told}.")


def said_against(matter: Matter) -> TraceLine | None:
    """Evidence against a verdict is named beside it; weighing it is for people."""
    against = {Status.CONFIRMED: Stance.REFUTES, Status.REFUTED: Stance.SUPPORTS}
    stance = against.get(matter.status) if matter.status else None
    found = [one.handle for one in matter.case.exhibits if one.stance is stance and one.stands]
    if not found:
        return None
    word = "against" if stance is Stance.REFUTES else "for"
    return noted("said against", f"There is evidence {word} the claim as well: {listed(found)}.")


def authors_aside(matter: Matter) -> TraceLine | None:
    """Who wrote a text neither confirms nor overrides in it."""
    return authors_aside_of(matter.case)


def authors_aside_of(case: Case) -> TraceLine | None:
    """The line about those who wrote the text and judged it all the same."""
    if not case.authors:
        return None
    names = dict.fromkeys(one.by for one in case.reviews if folded(one.by) in case.authors)
    if not names:
        return None
    return noted("authors aside", f"Not counted: {listed(list(names))}, who wrote the text.")


def opened_again(matter: Matter) -> TraceLine | None:
    """A claim whose words were changed is looked at anew; what was found and said before stays on record."""
    return reopened_of(matter.case)


def reopened_of(case: Case) -> TraceLine | None:
    """The line about a claim whose words were changed."""
    if case.reopened_at is None:
        return None
    told = f"Its words were changed on {day(case.reopened_at)}; only what came after counts."
    return noted("opened again", told)


RULES: tuple[Rule, ...] = (
    verdict,
    readers_agree,
    words_stand,
    figures_decided,
    enough_origins,
    primary_of_a_stranger,
    not_parties_alone,
    known_reliability,
    primary_seen,
    both_sides,
    second_person,
    reply_asked,
    signed_off,
    override_lapsed,
    left_aside,
    said_against,
    authors_aside,
    opened_again,
)

NEVER_OVERRIDDEN = frozenset({"verdict", "readers agree", "words stand"})
"""What an override can't answer, since it came after, or is between two people."""

TELLS_NOTHING = frozenset({"second person", "reply asked for", "signed off"})
"""Lines from which nobody can tell which verdict was given."""


def _not_asked(before: Sequence[Asked]) -> TraceLine:
    """Nobody was asked about the words as they are; who was asked in other words is to be asked again."""
    if not before:
        return unmet(
            "reply asked for",
            "Nobody has asked those concerned for a reply.",
            "those concerned to be asked for a reply",
            Because.POLICY,
        )
    last = before[-1]
    whom = last.whom or "somebody"
    return unmet(
        "reply asked for",
        f"Put to {whom} in other words on {day(last.at)}.",
        f"the words as they are now to be put to {whom}",
        Because.POLICY,
    )


def _too_few(matter: Matter) -> str:
    if not matter.counted:
        return "No evidence on record bears it out."
    origins = origins_of(matter.counted)
    return f"{capital(several(len(origins), 'origin'))}: {named(origins)}."


def _more_origins(matter: Matter, missing: int) -> str:
    origins, asks = origins_of(matter.counted), matter.requirement
    if not origins:
        word = "independent origin" if missing > 1 else "origin"
        told = f"evidence from {several(missing, word)}{' with a grade' if asks.graded else ''}"
    else:
        told = (
            "a second independent origin" if len(origins) == missing == 1 else several(missing, "more origin")
        )
    if asks.not_all_parties and not any(map(is_no_party, origins.values())):
        told += " that is no party" if missing == 1 else ", not all of them parties"
    return f"{told}, or {PRIMARY}" if asks.primary is PrimaryUse.ENOUGH else told


def _why_few(matter: Matter) -> Because:
    """Why there is too little evidence: where there is none at all, what came of looking for it."""
    if matter.counted:
        return Because.ONE_ORIGIN if len(origins_of(matter.counted)) == 1 else Because.POLICY
    return looked(matter.case.searches) or Because.POLICY


def looked(searches: tuple[SearchResult, ...]) -> Because | None:
    """What came of looking, where nothing was found; `None` where nobody looked, or something was."""
    if SearchResult.UNREACHABLE in searches:
        return Because.PRIMARY_UNREACHABLE
    if searches and SearchResult.SOMETHING not in searches:
        return Because.NOTHING_FOUND
    return None


def _own_word(matter: Matter, exhibit: Exhibit) -> bool:
    """Whether a party speaks for itself, which shows that it said so and no more."""
    return exhibit.primary and exhibit.interest is Interest.PARTY and matter.question is not Question.SAID


def _why_aside(exhibit: Exhibit, question: Question | None) -> str:
    if exhibit.withdrawn:
        return "withdrawn"
    if repeats(exhibit, question):
        return "it is from a page on which the claim itself appeared"
    if exhibit.stale_since:
        return "the words on its page have changed"
    match exhibit.fit:
        case Fit.ALTERED:
            return "its quote stands altered in the capture"
        case Fit.GONE:
            return "its quote is not in the capture"
        case _:
            return "too old"
