"""Says where a text is in a language that the rules don't know, so that unread is not taken for absent."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from claims.reading.languages import is_known

UNREAD = "figures in words, what figures count, speakers and hedges"
"""What is not read in such a text; numbers in digits are."""

_REST = (
    "Figures, speakers and hedges are read by English rules only: here numbers in digits are listed as "
    "written, and everything else is unread, not absent."
)


def notice(language: str | None, subject: str = "This text") -> str | None:
    """What has to stand above everything that is printed of a text; `None` where its language is known."""
    if language is None or is_known(language):
        return None
    return f"{subject} is in {language_name(language)}. {_REST}"


def notice_of_several(languages: Iterable[tuple[str, str | None]]) -> str | None:
    """The notice for several texts, each given by its slug and language; `None` where all are known."""
    unknown = [(slug, language) for slug, language in languages if language and not is_known(language)]
    if not unknown:
        return None
    named = ", ".join(f"{slug} is in {language_name(language)}" for slug, language in unknown)
    return f"{named}. {_REST}"


def language_name(code: str) -> str:
    """The name of a language, or its code where no name is listed."""
    return _names().get(code, f"a language with the code “{code}”")


@cache
def _names() -> dict[str, str]:
    text = files("reports").joinpath("data", "language_names.txt").read_text(encoding="utf-8")
    entries = (line.partition(": ") for line in text.splitlines() if line and not line.startswith("#"))
    return {code: name for code, _, name in entries}
