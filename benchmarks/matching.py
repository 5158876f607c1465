"""What it costs to ask whether something was checked already, beside a bare query of SQLite's FTS5.

The claims are made up of words that are as unevenly common as those of a language.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ratios import Ratio, cpu_and_memory_of, cpu_in_turn
from claims.finding.stock import ClaimStock, empty_stock
from claims.finding.terms import query
from claims.matching.likeness import Rarity
from claims.matching.ranking import matches
from claims.matching.record import CheckedClaim
from claims.matching.spelling import words_of

QUESTIONS = 10
SYLLABLES = [
    "ba",
    "ter",
    "mo",
    "lin",
    "ka",
    "rus",
    "de",
    "fo",
    "gran",
    "hul",
    "ni",
    "pes",
    "sto",
    "vi",
    "wen",
]
VOCABULARY = 50_000
SEED = 6


def measure() -> Iterator[Ratio]:
    """CPU seconds over 50,000 claims, and how a whole run grows from 5,000 to as many."""
    yield from _asked(50_000)
    with TemporaryDirectory() as folder:
        small, large = (_matched(Path(folder), claims) for claims in (5_000, 50_000))
    yield Ratio("match over 50,000 claims beside 5,000, CPU", large[0], small[0], most=13)
    yield Ratio("match over 50,000 claims beside 5,000, memory", large[1], small[1], most=3, unit="MiB")


def measure_million() -> Iterator[Ratio]:
    """The same over a million claims, as a whole process too."""
    yield from _asked(1_000_000)
    with TemporaryDirectory() as folder:
        _, peak = _matched(Path(folder), 1_000_000)
    yield Ratio("match over 1,000,000 claims, memory", peak, 256, most=1, unit="MiB")


def _asked(claims: int) -> Iterator[Ratio]:
    questions = [claim.text for claim in islice(made_up_claims(claims, seed=SEED + 1), QUESTIONS)]
    with empty_stock() as stock:
        bare = _bare_index(claims)
        for claim in made_up_claims(claims):
            stock.add(claim)
        stock.close()
        rarity = Rarity(stock)
        ours, reference = cpu_in_turn(
            lambda: [_ask(stock, rarity, text) for text in questions],
            lambda: [_search(bare, text) for text in questions],
            rounds=2,
        )
    yield Ratio(f"asking {claims:,} claims beside a bare FTS5 query", ours, reference, most=5)


def _ask(stock: ClaimStock, rarity: Rarity, text: str) -> object:
    return matches(text, stock.candidates(text), rarity, top=10)


def _search(bare: sqlite3.Connection, text: str) -> object:
    return bare.execute(
        "select rowid from claim where claim match ? order by rank limit 10", (query(words_of(text)),)
    ).fetchall()


def _bare_index(claims: int) -> sqlite3.Connection:
    bare = sqlite3.connect("")
    bare.execute("create virtual table claim using fts5(text, title)")
    rows = ((claim.text, claim.title) for claim in made_up_claims(claims))
    bare.executemany("insert into claim values (?, ?)", rows)
    return bare


def _matched(folder: Path, claims: int) -> tuple[float, float]:
    """CPU seconds and peak memory of `factdesk match` over so many claims, as a whole process."""
    corpus, queries = folder / f"corpus-{claims}.jsonl", folder / "queries.jsonl"
    _write(corpus, made_up_claims(claims))
    _write(queries, islice(made_up_claims(QUESTIONS, seed=SEED + 1), QUESTIONS))
    command = [sys.executable, "-m", "cli", "match", str(corpus), str(queries)]
    return cpu_and_memory_of([*command, "--out", str(folder / "out.jsonl")])


def _write(path: Path, claims: Iterator[CheckedClaim]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for claim in claims:
            print(json.dumps({"id": claim.id, "text": claim.text, "title": claim.title}), file=file)


def made_up_claims(count: int, *, seed: int = SEED) -> Iterator[CheckedClaim]:
    """Claims of about 20 words with a title of six; the nth commonest word comes 1/n as often."""
    chance = random.Random(seed)
    words = [_word(number) for number in range(VOCABULARY)]
    often = list(accumulate(1 / (number + 10) for number in range(VOCABULARY)))
    for number in range(count):
        drawn = chance.choices(words, cum_weights=often, k=26)
        text = f"{' '.join(drawn[:12])} {chance.randrange(1_000)} {' '.join(drawn[12:20])}."
        yield CheckedClaim(str(number), text.capitalize(), " ".join(drawn[20:]).title())


def _word(number: int) -> str:
    """A word of its own for each number, the commoner the shorter."""
    word = ""
    while number or not word:
        number, syllable = divmod(number, len(SYLLABLES))
        word += SYLLABLES[syllable]
    return word
