"""What the commands about judging print: why a claim stands where it stands, as an editor's note."""

from __future__ import annotations

from collections.abc import Iterator

from claims.kinds import Question
from claims.pages import ClaimPage, StatusPage
from reports.evidence_words import QUESTIONS
from reports.screen import Line, coloured, columns_of, plainly, soft, strong, text_of, wrapped
from reports.words import STATUSES


def explain_screen(claim: ClaimPage) -> str:
    """A claim's words, and line by line how its status came about; of reported speech both answers."""
    answers = ((Question.SAID, claim.said), (Question.SO, claim.so))
    notes = [line for question, standing in answers if standing for line in _answer(question, standing)]
    return text_of(
        [
            (
                strong(claim.handle),
                plainly("  "),
                coloured(_status(claim.standing), claim.standing.status),
            ),
            *wrapped(f"“{claim.text}”", indent=2),
            *(notes or [(), *_note(claim.standing)]),
        ]
    )


def _answer(question: Question, standing: StatusPage) -> Iterator[Line]:
    yield ()
    yield (
        strong(f"{QUESTIONS[question].meaning} "),
        coloured(_status(standing), standing.status),
    )
    yield from _note(standing)


def _note(standing: StatusPage) -> Iterator[Line]:
    """The lines of the note; a dash stands before what is missing."""
    for line in standing.trace:
        lead = soft("- ") if line.met is False else plainly("  ")
        yield from wrapped(line.says, indent=columns_of(lead[0]), first=lead)


def _status(standing: StatusPage) -> str:
    badge = STATUSES[standing.status]
    return f"{badge.icon} ({badge.word})" if standing.suggested else f"{badge.icon} {badge.word}"
