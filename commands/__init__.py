"""What each command takes and does: one module a group, one function a command.

Each opens the ledger, calls one action or query and shows one page; nothing is decided here. Heavy
imports happen inside the functions, so that `--help` answers fast; for the same reason annotations
are not postponed, since typer would have to evaluate each again.
"""

from collections import defaultdict
from typing import Any

import typer
from typer.core import TyperGroup

_WHOLE = 200
"""More characters than the first sentence of any command has, so that it is listed whole."""


class Listing(TyperGroup):
    """Lists its commands with their first sentences whole, under headings where they have any."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Each heading with its commands, in the order in which they were registered."""
        listed: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, command in self.commands.items():
            heading = getattr(command, "rich_help_panel", None) or "Commands"
            listed[heading].append((name, command.get_short_help_str(_WHOLE)))
        for heading, commands in listed.items():
            with formatter.section(heading):
                formatter.write_dl(commands)


def group(help: str, *, kind: type[TyperGroup] = Listing) -> typer.Typer:
    """A group of commands, as in `factdesk claim`, that prints its help when it is called alone."""
    return typer.Typer(help=help, no_args_is_help=True, rich_markup_mode=None, cls=kind)
