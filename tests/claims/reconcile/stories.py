"""Small stories for the tests of reconciling: texts in, relations out."""

from __future__ import annotations

from claims.kinds import Relation
from claims.reading import read
from claims.reconcile import reconcile
from claims.reconcile.record import Item, Pair, Reconciliation
from claims.reconcile.side import Found
from claims.reconcile.sides import sides_of
from sources.readers import read_text

NAMES = "abcdefghijklmnopqrstuvwxyz"


def item(id: str, text: str, **known: str) -> Item:
    """One text of a story, read; `known` is what is known of it beside its words."""
    return Item(id, read(read_text(text)), **known)


def story(*texts: str | tuple[str, dict[str, str]]) -> list[Item]:
    """The texts of a story as items a, b, c …; a text may come with what is known of it."""
    pairs = [(text, {}) if isinstance(text, str) else text for text in texts]
    return [item(name, text, **known) for name, (text, known) in zip(NAMES, pairs, strict=False)]


def pair_of(findings: Reconciliation, a: str, b: str) -> Pair | None:
    """How two figures are related, whichever way round; `None` is different."""
    return next((pair for pair in findings.pairs() if {pair.a, pair.b} == {a, b}), None)


def relation_of(findings: Reconciliation, a: str, b: str) -> Relation:
    """The relation of two figures."""
    found = pair_of(findings, a, b)
    return found.relation if found else Relation.DIFFERENT


def related(*texts: str | tuple[str, dict[str, str]]) -> Relation:
    """How the first figure of the first text stands to the first figure of the last."""
    findings = reconcile(story(*texts))
    return relation_of(findings, "a.0", f"{NAMES[len(texts) - 1]}.0")


def figure_in(text: str, number: int = 0, **known: str) -> Found:
    """A figure of one text, as reconciling sees it."""
    return sides_of(item("a", text, **known))[number]
