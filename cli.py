"""The switchboard: which commands there are, in which order, and how what goes wrong is told.

What each command does stands in `commands/`, one module a group.
"""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from commands.answering import FAILED, complain
from commands.capture import capture
from commands.check import check
from commands.claim import claim
from commands.db import db
from commands.document import document
from commands.figure import figure
from commands.options import Db
from commands.origin import origin
from commands.report import report
from commands.story import reconcile, story
from commands.unstored import compare, estimate, read

COMMANDS: list[Callable[..., None]] = [check, read, compare, estimate, reconcile]
GROUPS = {
    "document": document,
    "claim": claim,
    "figure": figure,
    "origin": origin,
    "story": story,
    "capture": capture,
    "report": report,
    "db": db,
}


class Switchboard(TyperGroup):
    """The one place where what went wrong becomes a sentence and exit status 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a known error is said once, on standard error."""
        try:
            return super().invoke(ctx)
        except known_errors() as error:
            complain(error)
            raise typer.Exit(FAILED) from None
        except BrokenPipeError:
            # The reader of our output has gone, as with `| head`; nothing is left to say.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(FAILED) from None


def known_errors() -> tuple[type[Exception], ...]:
    """The roots of the packages' error trees; asked for when something went wrong, not before."""
    from claims.errors import ClaimError
    from ledger.errors import LedgerError
    from reports.errors import ReportError
    from sources.errors import SourceError

    return LedgerError, SourceError, ClaimError, ReportError


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"factdesk {version('factdesk')}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
]


app = typer.Typer(
    cls=Switchboard,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def factdesk(ctx: typer.Context, db: Db = None, version: Version = False) -> None:
    """Every statement of a text as a claim with its place, its figures, its sources and its status.

    Start with:  factdesk check article.txt
    """
    ctx.obj = db


for command in COMMANDS:
    app.command()(command)
for name, inside in GROUPS.items():
    app.add_typer(inside, name=name)


def main() -> None:
    """Run factdesk; a fault of our own shows where it happened, and is never taken for exit status 1."""
    _mend_streams()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except OSError as error:  # files are spoken for by their own errors, so this is the output
        complain(f"the output can't be written ({error.strerror or error}); send it elsewhere")
        sys.exit(FAILED)
    except Exception:  # noqa: BLE001 - shown in full, and nothing goes on
        import traceback

        traceback.print_exc()
        complain("this is a fault of factdesk itself; please report it with the lines above")
        sys.exit(FAILED)


def _mend_streams() -> None:
    """Streams that were closed lead nowhere, and what a terminal can't show is spelled out."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
