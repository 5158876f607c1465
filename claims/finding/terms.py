"""The stems of claims in an SQLite index (FTS5), by which those like a text are looked up.

For the claims of a file that is matched, and for those of a ledger. What is looked up is ranked and decided
in `claims/matching/`.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.matching.spelling import words_of
from claims.matching.vocabulary import terms_of

CANDIDATES = 200
"""So many claims are looked at closely for each question. BM25 has the right one among them in 96 to 98%
of posts, and 89% of sentences from debates."""

TABLES = (
    """create virtual table term using fts5(
        text, title, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'"
    )""",
    "create virtual table held using fts5vocab(term, row)",
)
PUT_IN = "insert into term (rowid, text, title) values (?, ?, ?)"
TAKE_OUT = "insert into term (term, rowid, text, title) values ('delete', ?, ?, ?)"
"""What is taken out has to be given as it was put in, since the table keeps no text."""

HOLDERS = "select doc from held where term = ?"
"""How many claims hold a term, in their text or their title."""


def indexed(text: str, title: str | None) -> tuple[str, str, int]:
    """The terms of a claim and of its title as the table takes them, and how many they are."""
    inside, above = terms_of(words_of(text)), terms_of(words_of(title or ""))
    return " ".join(inside), " ".join(above), len(inside) + len(above)


def question(text: str) -> str:
    """The words of FTS5 for "any of the terms of this text"; empty where there are none."""
    return query(terms_of(words_of(text)))


def query(terms: Sequence[str]) -> str:
    """The words of FTS5 for "any of these terms"; empty where there are none."""
    return " OR ".join(f'"{term}"' for term in dict.fromkeys(terms))
