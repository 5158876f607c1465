"""What became of a quote, from its page as it was and as it is; where that can't be told, nothing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.captured import CapturePage, Hop
from claims.kinds import Recheck
from claims.watching.comparing import CannotTell, Compared, OldQuote, compare
from sources.captures.kinds import CaptureKind
from sources.fetch.outcome import Mark, State

URL = "https://harbour.example/log"
TEXT = "The harbour log\n\nOn Monday the ferry to Corrie carried 40 people, said the office.\n\nIt was foggy."
QUOTE = "the ferry to Corrie carried 40 people"
AT = datetime(2025, 12, 14, 9, 12, tzinfo=UTC)


def capture(
    text: str | None = TEXT,
    *,
    number: int = 2,
    state: State = State.CAPTURED,
    status: int | None = 200,
    reason: str | None = None,
    marks: tuple[Mark, ...] = (),
) -> CapturePage:
    return CapturePage(
        number=number,
        kind=CaptureKind.FETCHED,
        story=None,
        asked=URL,
        url=URL,
        state=state,
        reason=reason,
        marks=marks,
        hops=(Hop(URL, status, None),),
        robots=None,
        user_agent=None,
        content_type=None,
        file=None,
        file_bytes=None,
        file_sha256=None,
        block_sha256=None,
        entity_sha256=None,
        title=None,
        text=text,
        text_sha256=None,
        reader=None,
        why_no_text=None if text else "a picture",
        given_as=None,
        how=None,
        began=AT,
        added_by="ada",
        added_at=AT,
    )


def quoted(words: str = QUOTE, text: str = TEXT) -> OldQuote:
    start = text.index(words)
    return OldQuote(words, start, start + len(words), capture(text, number=1))


@pytest.mark.parametrize(
    ("now", "outcome"),
    [
        pytest.param(TEXT, Recheck.UNCHANGED, id="the same"),
        pytest.param(TEXT.replace("foggy", "clear"), Recheck.CHANGED_ELSEWHERE, id="other words elsewhere"),
        pytest.param(f"Correction below.\n\n{TEXT}", Recheck.CHANGED_ELSEWHERE, id="the quote has moved"),
        pytest.param(
            TEXT.replace("Corrie carried", "Corrie\n carried"), Recheck.CHANGED_ELSEWHERE, id="layout alone"
        ),
        pytest.param(TEXT.replace("40", "44"), Recheck.QUOTE_ALTERED, id="another figure"),
        pytest.param(TEXT.replace("carried", "never carried"), Recheck.QUOTE_ALTERED, id="a negation"),
        pytest.param(TEXT.replace("Corrie", "Norholm"), Recheck.QUOTE_ALTERED, id="another name"),
        pytest.param(
            TEXT.replace("said the office", "said its log"), Recheck.CHANGED_ELSEWHERE, id="beside the quote"
        ),
        pytest.param(
            TEXT.replace("On Monday", "Nobody believes that"),
            Recheck.QUOTE_ALTERED,
            id="denied beside the quote",
        ),
        pytest.param(
            TEXT.replace("On Monday", "It is not true that"),
            Recheck.QUOTE_ALTERED,
            id="a not beside the quote",
        ),
        pytest.param(
            TEXT.replace("said the office", "as was alleged"),
            Recheck.QUOTE_ALTERED,
            id="doubted beside the quote",
        ),
        pytest.param("The harbour log\n\nNothing sailed.", Recheck.QUOTE_GONE, id="gone"),
        pytest.param("", Recheck.QUOTE_GONE, id="an empty page"),
    ],
)
def test_what_became_of_a_quote(now: str, outcome: Recheck) -> None:
    found = compare(quoted(), capture(now))

    assert isinstance(found, Compared)
    assert found.outcome is outcome


def test_an_altered_quote_is_shown_with_its_difference_in_words() -> None:
    found = compare(quoted(), capture(TEXT.replace("40", "44")))

    assert found == Compared(
        Recheck.QUOTE_ALTERED,
        "the ferry to Corrie carried 44 people",
        "the page now has “44” where the quote has “40”",
    )


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(capture(None, state=State.NOT_A_PAGE, status=404), id="not found"),
        pytest.param(capture("Sorry", state=State.NOT_A_PAGE, status=410), id="gone"),
        pytest.param(capture(None, state=State.UNREACHABLE, status=None), id="nobody answers"),
        pytest.param(
            replace(capture(None, state=State.UNREACHABLE), hops=()), id="the name is not known any more"
        ),
    ],
)
def test_a_page_that_is_gone_is_not_a_quote_that_is_gone(after: CapturePage) -> None:
    assert compare(quoted(), after) == Compared(Recheck.PAGE_GONE)


@pytest.mark.parametrize(
    ("after", "why"),
    [
        pytest.param(
            capture("Log in", marks=(Mark.LOGIN_PAGE,)), "looks like a page to log in", id="a page to log in"
        ),
        pytest.param(
            capture(None, state=State.NOT_A_PAGE, status=403, reason="the server answered 403"),
            "capture:2 failed: the server answered 403",
            id="forbidden",
        ),
        pytest.param(
            capture(None, state=State.REFUSED, status=None, reason="the address is not public"),
            "capture:2 failed",
            id="refused",
        ),
        pytest.param(capture(None), "no words could be read in capture:2: a picture", id="no words"),
        pytest.param(
            capture("The harbour log", state=State.PARTIAL, reason="it was cut off"),
            "holds a part of the page: it was cut off",
            id="the part before the quote",
        ),
    ],
)
def test_what_can_not_be_told_is_not_guessed(after: CapturePage, why: str) -> None:
    found = compare(quoted(), after)

    assert isinstance(found, CannotTell)
    assert why in found.why


def test_a_part_of_the_page_that_has_the_quote_is_enough() -> None:
    part = capture(TEXT[: TEXT.index("It was")], state=State.PARTIAL, reason="it was cut off")

    assert compare(quoted(), part) == Compared(Recheck.CHANGED_ELSEWHERE)


TWICE = "Monday: 40 people sailed out to Corrie.\n\nTuesday: 40 people were turned away at the pier."


@pytest.mark.parametrize(
    ("now", "outcome"),
    [
        pytest.param(
            TWICE.replace("Tuesday: 40", "Tuesday: 41"), Recheck.QUOTE_ALTERED, id="altered where it stood"
        ),
        pytest.param(
            TWICE.replace("Monday: 40", "Monday: 41"),
            Recheck.CHANGED_ELSEWHERE,
            id="altered where it did not",
        ),
    ],
)
def test_a_short_quote_is_not_taken_for_the_same_words_in_another_sentence(
    now: str, outcome: Recheck
) -> None:
    start = TWICE.rindex("40 people")
    old = OldQuote("40 people", start, start + len("40 people"), capture(TWICE, number=1))

    found = compare(old, capture(now))

    assert isinstance(found, Compared)
    assert found.outcome is outcome


def test_what_was_added_beside_a_quote_is_shown_with_its_sentence() -> None:
    found = compare(quoted(), capture(TEXT.replace("said the office", "denied the office")))

    assert found == Compared(
        Recheck.QUOTE_ALTERED,
        "On Monday the ferry to Corrie carried 40 people, denied the office.",
        "The wording “said” is now “denied”.",
    )


WORDS = st.lists(st.sampled_from(["ferry", "sailed", "40", "people", "on", "Monday"]), max_size=12)


@given(WORDS, WORDS)
def test_a_quote_whose_words_still_stand_is_never_called_altered_or_gone(
    before: list[str], behind: list[str]
) -> None:
    now = " ".join([*before, QUOTE, *behind])

    found = compare(quoted(), capture(now))

    assert found == Compared(Recheck.CHANGED_ELSEWHERE)


@given(st.integers(0, 10_000).filter(lambda number: number != 40))
def test_a_quote_with_another_figure_is_never_called_unchanged(number: int) -> None:
    found = compare(quoted(), capture(TEXT.replace("40", f"{number}")))

    assert isinstance(found, Compared)
    assert found.outcome is Recheck.QUOTE_ALTERED
    assert f"{number}" in (found.now or "")
