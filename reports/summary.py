"""The result of an audit in numbers and in one line, the same for every kind of report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.kinds import Because, Status
from claims.pages import AuditPage, ClaimPage
from reports.open_tasks import Difference, Remainder, differences, remainders
from reports.standing import have_disagreed, is_overridden, is_stale
from reports.words import STATUSES, count

_LISTED = (Because.NOBODY_LOOKED, Because.TEXT_SAYS_SO, Because.FIGURES_DIFFER)
"""Reasons for being unconfirmed whose claims have a list of their own."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What an audit found, counted. A claim "waits" that is unconfirmed because nobody has looked.

    `opened` counts the reasons for which claims are unconfirmed; `left_open` are those that somebody has
    looked at and that are open still. `stale`, `overridden` and `disagreed` are what an editor must see.

    `language_known` and `all_languages_known` tell whether the rules know the language of the document,
    and of every document of its story: where not, nothing found does not mean that nothing is there.
    """

    statuses: Counter[Status]
    unsigned: int
    reviewed: int
    opened: Counter[Because]
    stale: tuple[ClaimPage, ...]
    overridden: tuple[ClaimPage, ...]
    disagreed: tuple[ClaimPage, ...]
    reported: tuple[ClaimPage, ...]
    left_open: tuple[ClaimPage, ...]
    waiting: tuple[ClaimPage, ...]
    differences: tuple[Difference, ...]
    remainders: tuple[Remainder, ...]
    language_known: bool = True
    all_languages_known: bool = True

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return self.statuses.total()

    @property
    def counts(self) -> tuple[tuple[Status, bool, int], ...]:
        """How many claims stand where, what people decided first; apart what the machine only suggests."""
        signed = self.statuses[Status.NOT_CHECKABLE] - self.unsigned
        shares = [
            (status, False, signed if status is Status.NOT_CHECKABLE else self.statuses[status])
            for status in STATUSES
        ]
        shares.append((Status.NOT_CHECKABLE, True, self.unsigned))
        return tuple(share for share in shares if share[2])

    @property
    def reported_reviewed(self) -> int:
        """How many claims that the text itself calls unconfirmed somebody has reviewed since."""
        return sum(bool(claim.reviews) for claim in self.reported)

    @property
    def result(self) -> str:
        """The result in one line."""
        parts = [
            _reported(len(self.reported), self.reported_reviewed, read=self.language_known),
            _differences(len(self.differences), read=self.all_languages_known),
        ]
        if len(self.remainders) == 1:
            parts.append(self.remainders[0].short)
        elif self.remainders:
            parts.append(f"in {count(len(self.remainders), 'place')} part of a whole is not accounted for")
        parts.append(_reviewed(self.reviewed, self.claims))
        if self.overridden:
            parts.append(f"{len(self.overridden):,} let stand although the policy asks for more")
        if self.stale:
            parts.append(f"{len(self.stale):,} stale")
        return "; ".join(parts) + "."


def summarise(page: AuditPage) -> Summary:
    """Count what an audit found."""
    claims = page.document.claims
    return Summary(
        statuses=Counter(claim.standing.status for claim in claims),
        unsigned=sum(claim.standing.suggested for claim in claims),
        reviewed=sum(bool(claim.reviews) for claim in claims),
        reported=tuple(
            sorted(
                (claim for claim in claims if claim.reported_unconfirmed), key=lambda one: bool(one.reviews)
            )
        ),
        opened=Counter(claim.standing.because for claim in claims if claim.standing.because),
        stale=tuple(filter(is_stale, claims)),
        overridden=tuple(filter(is_overridden, claims)),
        disagreed=tuple(filter(have_disagreed, claims)),
        left_open=tuple(claim for claim in _unconfirmed(claims) if claim.standing.because not in _LISTED),
        waiting=tuple(
            claim for claim in _unconfirmed(claims) if claim.standing.because is Because.NOBODY_LOOKED
        ),
        differences=differences(page.story),
        remainders=remainders(page.story),
        language_known=page.document.language_known,
        all_languages_known=page.story.language_known,
    )


def _unconfirmed(claims: Sequence[ClaimPage]) -> Iterator[ClaimPage]:
    """The unconfirmed claims, but for those that the text itself calls so: they are listed apart."""
    return (
        claim
        for claim in claims
        if claim.standing.status is Status.UNCONFIRMED and not claim.reported_unconfirmed
    )


def _reported(number: int, reviewed: int, *, read: bool) -> str:
    since = f", {reviewed:,} of them reviewed since" if reviewed else ""
    match number:
        case 0 if not read:
            return "What the text itself reports as unconfirmed is unread"
        case 0:
            return "The text itself reports no claim as unconfirmed"
        case 1:
            since = ", and reviewed since" if reviewed else ""
            return f"1 claim is reported as unconfirmed by the text itself{since}"
        case _:
            return f"{number:,} claims are reported as unconfirmed by the text itself{since}"


def _differences(number: int, *, read: bool) -> str:
    if number:
        return f"figures differ in {count(number, 'place')}"
    return "no figures differ" if read else "no figures differ of those that were read"


def _reviewed(reviewed: int, claims: int) -> str:
    if not claims:
        return "there is no claim to review"
    if not reviewed:
        return (
            f"nobody has reviewed any of the {count(claims, 'claim')} yet"
            if claims > 1
            else "nobody has reviewed the claim yet"
        )
    return f"{reviewed:,} of {count(claims, 'claim')} reviewed"
