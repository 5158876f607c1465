"""What to type next where a verdict does not count yet: for each rule that is not met, a command.

It reads what the rules said and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.pages import ClaimPage, StatusPage

_EVIDENCE = 'factdesk evidence add {claim} URL --stance WORD --interest WORD --quote "…" --because "…"'
_STEPS: Mapping[str, str] = {
    "words stand": "factdesk evidence list {claim}",
    "readers agree": 'factdesk claim adjudicate {claim} VERDICT --because "…"',
    "enough origins": _EVIDENCE,
    "primary seen": _EVIDENCE,
    "not parties alone": _EVIDENCE,
    "both sides": _EVIDENCE,
    "known reliability": 'factdesk source grade {source} GRADE --because "…", then add the evidence again',
    "second person": "factdesk claim second {claim}",
    "reply asked for": 'factdesk reply ask NAME --claim {claim} --channel email --due 1d --put "…"',
    "signed off": 'factdesk claim sign-off {claim} --as ROLE --because "…"',
}


def next_steps(claim: ClaimPage) -> tuple[str, ...]:
    """The commands that bring a claim on, in the order of the rules, each once."""
    standings = [one for one in (claim.said, claim.so, claim.standing) if one is not None]
    return tuple(dict.fromkeys(step for standing in standings for step in _steps(claim, standing)))


def _steps(claim: ClaimPage, standing: StatusPage) -> Iterator[str]:
    for line in standing.trace:
        if line.met is False and (step := _STEPS.get(line.rule)):
            yield step.format(claim=claim.handle, source=_ungraded(claim))


def _ungraded(claim: ClaimPage) -> str:
    """A source of the claim's evidence that nobody has graded, by its handle."""
    handles = (one.source for one in claim.evidence if one.source and one.grade is None)
    return next(handles, "SOURCE")
