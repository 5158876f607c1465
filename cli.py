"""The switchboard: which commands there are, in which order, and how what goes wrong is told.

What each command does stands in `commands/`, one module a group.
"""

import io
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup

from commands.answering import FAILED, complain
from commands.options import Db


class Place(NamedTuple):
    """The module of `commands/` in which a command or a group stands, and its line in the list of all."""

    module: str
    help: str


SECTIONS = {
    "Texts and their claims": {
        "check": Place("check", "Check an article and write its audit report."),
        "document": Place(
            "document", "Add documents, revise and compare them, list them, say what one is for."
        ),
        "claim": Place("claim", "List claims, show one, judge them, cut them anew, hand them over."),
        "story": Place("story", "See what waits and what bars publishing; parties, decisions, notes."),
        "report": Place("report", "Write the audit report of a document."),
    },
    "Evidence": {
        "evidence": Place("evidence", "Tie quotes and interviews to claims. List, show, withdraw, import."),
        "capture": Place("capture", "Capture a page: factdesk capture URL. List, show, verify, export."),
        "watch": Place("watch", "Look at the cited pages again: do the quoted words still stand?"),
        "source": Place("source", "Register sources, grade them, make two names one."),
        "factcheck": Place("factcheck", "Take over others' fact-checks (ClaimReview), list them, show one."),
    },
    "Figures": {
        "reconcile": Place("story", "Relate the figures of a story."),
        "figure": Place("figure", "List figures, and decide which of them measure the same."),
        "origin": Place("origin", "Say which figures share an origin, and which don't."),
    },
    "The desk": {
        "since": Place("since", "Say what happened since you left: yours first, then the rest."),
        "search": Place("search", "Search claims, evidence, sources and captures."),
        "reply": Place("reply", "Put claims to a person, note the answer and what was used of it."),
        "correction": Place("correction", "Put down what readers ask to be put right, mend it, close it."),
        "policy": Place("policy", "Show the desk's policy, see what another would change, adopt one."),
        "db": Place("db", "Look after the database."),
    },
    "For other programs, without a database": {
        "read": Place("unstored", "Read documents and print JSON, storing nothing."),
        "compare": Place("unstored", "Relate the figures of statements, as JSON."),
        "estimate": Place("unstored", "Settle what many sources say of many things."),
        "match": Place("finding", "Has this been checked already? As JSON."),
        "stories": Place("finding", "Group documents about the same event, as JSON."),
    },
}
COMMANDS = {name: place for section in SECTIONS.values() for name, place in section.items()}


class Switchboard(TyperGroup):
    """Loads a command when it is asked for, and turns what went wrong into a sentence and exit status 2."""

    def __init__(self, **options: Any) -> None:
        """Know every command by its name alone."""
        super().__init__(**options)
        self.commands: dict[str, Any] = dict.fromkeys(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:
        """The command or group of a name; `None` where there is none."""
        if name in COMMANDS and self.commands[name] is None:
            self.commands[name] = loaded(name)
        return self.commands.get(name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands without loading any, so that `--help` answers fast."""
        for heading, places in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, place.help) for name, place in places.items()])

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


def loaded(name: str) -> Any:
    """What a command's module holds under its name: a function, or a group of them."""
    found = getattr(import_module(f"commands.{COMMANDS[name].module}"), name)
    if isinstance(found, typer.Typer):
        group = typer.main.get_group(found)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name)(found)
    return typer.main.get_command(alone)


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
