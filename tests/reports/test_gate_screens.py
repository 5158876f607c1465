"""What the gate prints, in a screenful."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.kinds import ObstacleKind, Purpose, Status
from claims.publishing.pages import GatedPage, GatePage, Obstacle, Overridden, Replied, Worded
from reports.gate_screens import KINDS, gate_screen, obstacle_record

DRAFT = GatedPage("ferry-draft", Purpose.DRAFT, is_assumed=False)
OPEN = GatePage("ferry-draft", (DRAFT,), (), (), (), {Status.CONFIRMED: 61, Status.NOT_CHECKABLE: 3})


def obstacles(kind: ObstacleKind, number: int) -> tuple[Obstacle, ...]:
    return tuple(
        Obstacle(f"ferry-draft:{n}", kind, "nobody has looked", f"factdesk claim explain ferry-draft:{n}")
        for n in range(1, number + 1)
    )


def test_where_nothing_stands_in_the_way_one_sentence_says_so() -> None:
    assert gate_screen(OPEN).split("\n") == [
        "Nothing stands in the way of publishing ferry-draft: 61 confirmed, 3 not",
        "checkable.",
    ]


def test_overrides_and_what_is_to_be_worded_are_listed_even_where_all_passes() -> None:
    page = replace(
        OPEN,
        overridden=(Overridden("ferry-draft:4", "the deadline", "eve", None),),
        worded=(Worded("ferry-draft:7", "partly, says ada: not on Sundays"),),
    )

    shown = gate_screen(page)

    assert "61 confirmed, 3 not checkable; 1 overridden." in " ".join(shown.split())
    assert "  ferry-draft:4  eve: “the deadline”" in shown
    assert "  ferry-draft:7  Partly, says ada: not on Sundays." in shown


def test_the_first_of_each_kind_are_shown_and_where_the_others_are_listed() -> None:
    page = replace(OPEN, obstacles=obstacles(ObstacleKind.UNCONFIRMED, 37))

    assert gate_screen(page).split("\n")[3:] == [
        "Unconfirmed (37)",
        "  ferry-draft:1  Nobody has looked.",
        "  ferry-draft:2  Nobody has looked.",
        "  ferry-draft:3  Nobody has looked.",
        "  and 34 more: factdesk claim list ferry-draft --status unconfirmed",
        "  next: factdesk claim explain ferry-draft:1",
    ]


def test_what_is_no_claim_is_listed_in_the_json() -> None:
    page = replace(OPEN, obstacles=obstacles(ObstacleKind.FIGURES_DIFFER, 4))

    assert "and 1 more: factdesk story gate ferry-draft --json" in gate_screen(page)


def test_what_was_assumed_is_told_with_how_to_say_it() -> None:
    shown = gate_screen(replace(OPEN, documents=(replace(DRAFT, is_assumed=True),)))

    assert "ferry-draft is taken for a draft of our own, since nobody said otherwise" in " ".join(
        shown.split()
    )
    assert "factdesk document purpose ferry-draft draft|public" in " ".join(shown.split())


def test_everything_at_once_fits_eighty_columns() -> None:
    page = replace(
        OPEN,
        obstacles=tuple(
            replace(one, handle="a-slug-that-goes-on-and-on-and-on:123", says="as seen " * 40)
            for kind in ObstacleKind
            for one in obstacles(kind, 5)
        ),
    )

    assert max(map(len, gate_screen(page).split("\n"))) <= 80


@pytest.mark.parametrize("kind", ObstacleKind)
def test_every_kind_has_its_words_and_its_record(kind: ObstacleKind) -> None:
    (obstacle,) = obstacles(kind, 1)

    assert f"{KINDS[kind]} (1)" in gate_screen(replace(OPEN, obstacles=(obstacle,)))
    assert obstacle_record(obstacle) == {
        "handle": "ferry-draft:1",
        "kind": kind.value,
        "says": "nobody has looked",
        "next_step": "factdesk claim explain ferry-draft:1",
        "claims": [],
    }


def test_who_was_asked_and_is_waited_for_no_more_is_told_beside_the_answer() -> None:
    told = Replied("reply:3", "Lena Havelik was asked (email), and declined to answer")

    screen = gate_screen(replace(OPEN, replies=(told,)))

    assert screen.splitlines()[-2:] == [
        "Asked for a reply",
        "  reply:3  Lena Havelik was asked (email), and declined to answer.",
    ]
