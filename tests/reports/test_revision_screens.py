"""What the commands about revisions print."""

from __future__ import annotations

import pytest

from claims.kinds import ClaimChange
from reports.revision_screens import diff_screen, marked, revise_screen
from tests.reports.revisions import a_change, a_revision

LONG = "one two three four five six seven eight nine ten "

MARKED = [
    pytest.param([("It is ", "It is "), ("40 ", "41 "), ("m", "m")], "It is [40 → 41] m", id="changed"),
    pytest.param([("It did", "It did"), ("not", ""), (".", ".")], "It did [cut: not].", id="cut"),
    pytest.param([("It ", "It "), ("", "never "), ("did.", "did.")], "It [added: never] did.", id="added"),
    pytest.param(
        [(LONG, LONG), ("40 ", "41 "), (LONG, LONG)],
        "… seven eight nine ten [40 → 41] one two three four …",
        id="what is far from the change",
    ),
    pytest.param(
        [("a ", "b "), (LONG, LONG), ("c", "d")],
        "[a → b] one two three four … seven eight nine ten [c → d]",
        id="between two changes",
    ),
]


@pytest.mark.parametrize(("difference", "told"), MARKED)
def test_changes_stand_in_brackets_among_the_words_beside_them(
    difference: list[tuple[str, str]], told: str
) -> None:
    assert " ".join(marked(difference).split()) == told


def test_a_revision_of_many_changes_is_told_in_a_screenful() -> None:
    changes = [a_change(number, ClaimChange.NEW, f"Boat {number} sank.") for number in range(1, 400)]

    lines = revise_screen(a_revision(*changes)).splitlines()

    assert len(lines) < 24
    assert "and 393 more; see: factdesk document diff storm" in lines[-1]


def test_a_diff_shows_every_change() -> None:
    changes = [a_change(number, ClaimChange.NEW, f"Boat {number} sank.") for number in range(1, 400)]

    screen = diff_screen(a_revision(*changes))

    assert all(f"Boat {number} sank." in screen for number in range(1, 400))


def test_every_line_fits_the_width() -> None:
    change = a_change(1, ClaimChange.REOPENED, LONG * 9, LONG * 9, ((LONG * 9, LONG * 5), ("", "x" * 300)))

    assert max(map(len, diff_screen(a_revision(change)).splitlines())) <= 80
