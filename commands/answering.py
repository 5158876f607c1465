"""What a command answers with: a page on standard output, a complaint on standard error, an exit status."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import typer

FOUND = 1
FAILED = 2

Page = TypeVar("Page")


def show(page: Page, screen: Callable[[Page], str], record: Callable[[Page], object], as_json: bool) -> None:
    """Print a page for people, or as one line of JSON."""
    from reports.jsonl import encoded

    typer.echo(encoded(record(page)) if as_json else screen(page))


def show_list(
    pages: Sequence[Page],
    screen: Callable[[Sequence[Page]], str],
    record: Callable[[Page], object],
    as_json: bool,
) -> None:
    """Print pages as a table for people, or as one JSON array."""
    show(pages, screen, lambda listed: [record(page) for page in listed], as_json)


def complain(problem: object) -> None:
    """Say what went wrong, in one line on standard error."""
    from reports.hidden import one_line

    typer.echo(f"factdesk: {one_line(str(problem))}", err=True)
