"""Corrections from the command line, from a reader's letter to the notice, and opening a claim again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


@pytest.fixture(autouse=True)
def ferry(fresh_folder: Path) -> None:
    """Two texts; a claim of the first was judged, and printed as such."""
    for slug in ("ferry", "other"):
        (fresh_folder / f"{slug}.txt").write_text(f"The {slug} stayed in port.\n", "utf-8")
        factdesk("document", "add", f"{slug}.txt")
    factdesk("claim", "mark", "ferry:1", "not-checkable", "--because", "no log", "--by", "ada")
    factdesk("report", "html", "ferry")


def test_a_letter_becomes_a_notice_with_the_old_verdict_beside_the_new() -> None:
    added = as_json(
        *("correction", "add", "ferry:1", "--class", "wording", "--request", "I saw it sail."),
        *("--from", "Nora Vale", "--place", "the newsletter"),
    )
    assert [place["kind"] for place in added["places"]] == ["document", "export", "other"]

    reopened = as_json("claim", "reopen", "ferry:1", "--because", "a letter", "--by", "ben")
    assert [(one["file"], one["status"]) for one in reopened["printed"]] == [("ferry.html", "not_checkable")]
    early = factdesk("correction", "close", "1", "corrected", "--because", "so", "--notice", "It sailed.")
    assert (early.exit_code, "not mended yet" in early.stderr) == (2, True)

    factdesk("correction", "mend", "1", "--all", "--how", "printed anew")
    factdesk("claim", "mark", "ferry:1", "unverifiable", "--because", "two logs", "--by", "ben")
    closed = as_json("correction", "close", "1", "corrected", "--because", "so", "--notice", "It sailed.")

    assert (closed["was"]["verdict"], closed["was"]["by"]) == ("not checkable", "ada")
    assert (closed["now"]["verdict"], closed["now"]["by"]) == ("unverifiable", "ben")
    (notice,) = as_json("correction", "list", "--notices")
    assert notice["notice"] == "It sailed."
    assert "Nora" not in str(notice)
    assert "was: – not checkable (ada, " in " ".join(factdesk("claim", "show", "ferry:1").stdout.split())


def test_opening_again_lists_every_report_that_printed_the_claim() -> None:
    factdesk("report", "html", "ferry", "--for", "readers")
    factdesk("report", "json", "ferry", "--out", "ferry.json")

    told = " ".join(factdesk("claim", "reopen", "ferry:1", "--because", "a letter").stdout.split())

    for file in ("ferry.html (HTML for desk)", "ferry.readers.html (HTML for readers)", "ferry.json (JSON)"):
        assert f"as not checkable in {file} on " in told


def test_a_verdict_names_the_reports_that_told_otherwise_and_no_others() -> None:
    same = factdesk("claim", "mark", "ferry:1", "not-checkable", "--because", "still none").stdout
    other = factdesk("claim", "mark", "ferry:1", "unverifiable", "--because", "two logs").stdout

    assert "printed" not in same
    assert "printed      as not checkable in ferry.html" in other


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add", "ferry:1", "--class", "tone", "--request", "x"), "is no class of correction"),
        (("mend", "1", "1"), "--how"),
        (("mend", "1", "--how", "x"), "--all"),
        (("list", "--open", "--notices"), "--open"),
        (("close", "1", "fixed", "--because", "x"), "no decision about a correction"),
    ],
    ids=lambda words: words[0] if isinstance(words, tuple) else "",
)
def test_what_can_not_be_meant_is_refused(words: tuple[str, ...], says: str) -> None:
    factdesk("correction", "add", "ferry:1", "--class", "wording", "--request", "x")

    result = factdesk("correction", *words)

    assert (result.exit_code, says in result.stderr) == (2, True)
