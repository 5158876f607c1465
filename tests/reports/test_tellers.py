"""How the sources behind figures are named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.kinds import Party, Sureness
from claims.reconcile.record import Flips, Origin
from reports.related import Related, Teller
from reports.tellers import hangs_on, put_together, told_by
from tests.reports.pages import Measured, Said, a_document, a_story, paragraph

POLICE = Origin("o1", "the police", ("march",), "same speaker", Party.NAMED, credited=True)
UNION = Origin("o2", "the union", ("march",), "same speaker", Party.SUGGESTED, credited=True)
SURVEY = Origin("o3", "Mirela Osk", ("march",), "same speaker", credited=True)
PAPER = Origin("o4", "Thousands march", ("march",), "same text")
STORY = a_story(
    a_document(paragraph(Said("They were 25, or 25.", figures=(("25", "people"), ("25", "people"))))),
    Measured("people marching", (25,)),
)


@pytest.mark.parametrize(
    ("tellers", "words"),
    [
        pytest.param([Teller("Mirela Osk")], "by Mirela Osk", id="one"),
        pytest.param(
            [Teller("the police", Party.NAMED), Teller("the union", Party.SUGGESTED)],
            "by the police (a party), the union (perhaps a party)",
            id="two parties",
        ),
        pytest.param([Teller(name) for name in "ABCDE"], "by A, B, C and 2 more", id="many"),
        pytest.param([], None, id="nobody"),
    ],
)
def test_those_whom_a_text_credits_are_named(tellers: list[Teller], words: str | None) -> None:
    assert told_by(tellers) == words


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        pytest.param(UNION, "It hangs on the union. Without it, 25 stands.", id="a source"),
        pytest.param(PAPER, "It hangs on the text of march. Without it, 25 stands.", id="a text"),
    ],
)
def test_a_result_says_on_whom_it_hangs(origin: Origin, words: str) -> None:
    related = Related(replace(STORY.findings, origins=(replace(origin, id="o1"),)))
    quantity = replace(STORY.findings.quantities[0], flips=Flips(("o1",), "Without it, 25 stands."))

    assert hangs_on(quantity, related) == words


def test_a_figure_that_stands_alone_hangs_on_nothing_worth_saying() -> None:
    quantity = replace(
        STORY.findings.quantities[0], figures=("march.0",), flips=Flips(("o1",), "It rests on it alone.")
    )

    assert hangs_on(quantity, Related(STORY.findings)) is None


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        pytest.param(
            replace(SURVEY, sure=Sureness.CERTAIN),
            "Mirela Osk counts once: same speaker (certain).",
            id="sign",
        ),
        pytest.param(
            replace(SURVEY, why="one origin, says ada: one note"),
            "Mirela Osk counts once: one origin, says ada: one note.",
            id="a person",
        ),
    ],
)
def test_figures_of_one_source_say_by_which_sign_they_are(origin: Origin, words: str) -> None:
    related = Related(replace(STORY.findings, origins=(replace(origin, id="o1"),)))

    assert put_together(STORY.findings.quantities[0], related) == (words,)
