"""What each command takes and does: one module a group, one function a command.

Each opens the ledger, calls one action or query and shows one page; nothing is decided here. Heavy
imports happen inside the functions, so that `--help` answers fast; for the same reason annotations
are not postponed, since typer would have to evaluate each again.
"""

import typer
from typer.core import TyperGroup


def group(help: str, *, kind: type[TyperGroup] = TyperGroup) -> typer.Typer:
    """A group of commands, as in `factdesk claim`, that prints its help when it is called alone."""
    return typer.Typer(help=help, no_args_is_help=True, rich_markup_mode=None, cls=kind)
