"""The command line: one function a command, which opens the ledger, calls one action or query, shows one page.

Nothing is decided here. Heavy imports happen inside the commands, so that `--help` answers fast.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TextIO

import typer

app = typer.Typer()


@app.callback()
def factdesk() -> None:
    """Check the claims of a text, and keep the record."""


@app.command()
def read(
    paths: Annotated[list[str] | None, typer.Argument()] = None,
    jsonl: Annotated[str | None, typer.Option()] = None,
) -> None:
    from claims.reading import read as read_source
    from sources.jsonl import BadLine, sent_texts
    from sources.readers import read_path

    for path in paths or []:
        print(json.dumps(read_source(read_path(Path(path))).as_record(path), ensure_ascii=False))
    if jsonl:
        for sent in sent_texts(Path(jsonl)):
            if isinstance(sent, BadLine):
                print(sent, file=sys.stderr)
            else:
                print(json.dumps(read_source(sent.canonical()).as_record(sent.id), ensure_ascii=False))


@app.command()
def compare(path: str) -> None:
    from claims.reading import read as read_source
    from claims.reconcile.compare import compare as compare_items
    from claims.reconcile.record import Item
    from sources.jsonl import BadLine, sent_texts

    items = [
        Item(s.id, read_source(s.canonical()), s.outlet, s.url, s.published, s.speaker)
        for s in sent_texts(Path(path))
        if not isinstance(s, BadLine)
    ]
    print(json.dumps(compare_items(items), ensure_ascii=False))


def main() -> None:
    app()
