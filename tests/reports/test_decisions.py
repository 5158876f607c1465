"""What people decided is told in plain words, with who and why, and never as a finding of the machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from claims.kinds import DecisionKind, Party
from claims.pages import AuditPage, DecidedFigure, DecisionPage
from claims.reconcile.record import Origin
from reports.decision_screens import decided_screen, decisions_screen
from reports.decisions import decided, decided_views, decisions_by_quantity
from reports.figures import figures_view
from reports.html import render_audit
from reports.terminal import story_screen
from tests.reports.pages import AT, Measured, Said, a_document, a_story, an_audit, paragraph

HOSTILE = "<b>so</b>\x1b[31m\u202e it goes"


def a_decision(kind: DecisionKind = DecisionKind.MOVE, number: int = 1, **known: object) -> DecisionPage:
    figures = (
        DecidedFigure("release:1", "123", "release.0", "release:1/1"),
        DecidedFigure("release:2", "132", "release.1", "release:2"),
    )
    page = DecisionPage(number, kind, figures, None, None, "one count", "ada", "typed", AT, None, None)
    return replace(page, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (a_decision(), "put release:1/1 “123” with release:2 “132”"),
        (
            a_decision(DecisionKind.SPLIT, label="freed in May"),
            "took release:1/1 “123” and release:2 “132” out into a quantity of their own, as “freed in May”",
        ),
        (a_decision(DecisionKind.MERGE), "made the quantities of release:1/1 “123” and release:2 “132” one"),
        (
            a_decision(DecisionKind.JOIN_ORIGINS),
            "made the origins of release:1/1 “123” and release:2 “132” one",
        ),
        (
            a_decision(DecisionKind.PART_ORIGINS, figures=(DecidedFigure("a:1", "9", "a.0", "a:1"),)),
            "gave a:1 “9” an origin of its own",
        ),
        (a_decision(DecisionKind.PARTY, name="Ada Marsh"), "named Ada Marsh as a party to the event"),
        (a_decision(DecisionKind.NO_PARTY, name="Ada Marsh"), "named Ada Marsh as no party to the event"),
        (a_decision(DecisionKind.UNDO, undoes=4), "undid decision 4"),
    ],
    ids=list(DecisionKind),
)
def test_each_kind_of_decision_has_its_words(decision: DecisionPage, words: str) -> None:
    assert decided(decision) == words


GONE = (DecidedFigure("release:1", "123", None, None),)


def test_a_decision_that_was_undone_is_in_the_list_only() -> None:
    decisions = (a_decision(undone_by=2), a_decision(DecisionKind.UNDO, 2, undoes=1))

    assert decided_views(decisions) == ()
    assert "Undone by decision 2." in decisions_screen(decisions)


def test_a_decision_whose_figure_has_gone_is_told_as_without_effect() -> None:
    orphan = a_decision(DecisionKind.SPLIT, figures=GONE)

    (view,) = decided_views((orphan,))
    assert view.label.startswith("Without effect now")
    assert view.decisions == ("ada took release:1 “123” out into a quantity of its own: “one count”",)
    assert "can’t be found any more" in decisions_screen((orphan,))


def test_nothing_decided_is_said() -> None:
    assert decisions_screen(()) == "Nobody has decided anything about these figures."


def test_a_quantity_tells_which_of_its_figures_a_person_put_there() -> None:
    page = audit(a_decision())
    first, *others = page.story.findings.figures
    figures = (replace(first, decision=1), *others)
    story = replace(page.story, findings=replace(page.story.findings, figures=figures))

    assert decisions_by_quantity(story) == {
        first.quantity: ("ada put release:1/1 “123” with release:2 “132”: “one count”",)
    }
    (quantity,) = figures_view(story, {}).fitting
    assert quantity.decided == decisions_by_quantity(story)[first.quantity]


def audit(*decisions: DecisionPage, party: Party | None = None) -> AuditPage:
    document = a_document(
        paragraph(
            Said("It freed 123.", figures=(("123", None),)), Said("It freed 132.", figures=(("132", None),))
        ),
        slug="release",
    )
    story = a_story(document, Measured("the freed", (123, 132)))
    origin = Origin("o1", "Ada Marsh", ("release",), "same speaker", party=party)
    findings = replace(story.findings, origins=(origin,))
    return an_audit(document, replace(story, findings=findings, decisions=decisions))


def test_a_decision_says_what_its_figures_now_say_and_how_to_undo_it() -> None:
    screen = decided_screen(audit(a_decision()).story, 1)

    assert screen.splitlines()[0] == "Put release:1/1 “123” with release:2 “132”."
    assert "the freed: “123”, “132” (figures agree; one origin)" in screen
    assert "factdesk story undo release 1" in screen


@pytest.mark.parametrize(
    "show", [lambda page: story_screen(page.story), render_audit], ids=["screen", "page"]
)
def test_decisions_and_parties_are_shown(show: Callable[[AuditPage], str]) -> None:
    page = show(audit(a_decision(), party=Party.NAMED))
    suggested = show(audit(party=Party.SUGGESTED))

    assert "ada put release:1/1 “123” with release:2 “132”: “one count”" in page
    assert "by Ada Marsh (a party)" in page
    assert "by Ada Marsh (perhaps a party)" in suggested
    assert "ada put" not in suggested


def test_the_words_of_a_decision_can_neither_mark_up_a_page_nor_command_a_terminal() -> None:
    page = audit(a_decision(DecisionKind.PARTY, because=HOSTILE, by=HOSTILE, name=HOSTILE, label=HOSTILE))

    screens = [
        story_screen(page.story),
        decided_screen(page.story, 1),
        decisions_screen(page.story.decisions),
    ]
    assert not any("\x1b" in screen or "\u202e" in screen for screen in screens)
    assert "<b>so</b>" not in render_audit(page)
