"""Which words of a text deny, doubt or affirm what stands beside it; listed in `data/doubts.txt`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from claims.revising.wording import words_in


def leanings(read: str, *, weak: bool) -> tuple[str, ...]:
    """The words that deny, doubt or affirm, in order; with `weak` also "not", "if" and their like."""
    known = _listed("denies", "doubts", "affirms", *(["weak"] if weak else []))
    found = []
    for word in words_in(read):
        if word.endswith("n't"):
            word = "not"
        if word in known:
            found.append(word)
    return tuple(found)


@cache
def _listed(*sections: str) -> frozenset[str]:
    text = (files("claims.revising") / "data" / "doubts.txt").read_text(encoding="utf-8")
    words: dict[str, list[str]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            words.setdefault(section, []).extend(word.strip() for word in line.split(",") if word.strip())
    return frozenset(word for section in sections for word in words[section])
