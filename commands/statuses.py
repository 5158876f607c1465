"""Statuses as people type them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from claims.kinds import Status


def statuses_named(words: list[str]) -> "Sequence[Status]":
    """The statuses that somebody typed, or all where none was."""
    from claims.kinds import Status

    known = {status.value.replace("_", "-"): status for status in Status}
    typed = [word.strip().lower().replace("_", "-").replace(" ", "-") for word in words]
    for name in typed:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is no status; choose one of: {', '.join(known)}")
    return [known[name] for name in typed] or list(Status)
