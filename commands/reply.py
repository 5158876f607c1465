"""`factdesk reply`: what was put to a person before it is published, what came of it, what of it was used."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands import group
from commands.answering import show, show_list
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, Why

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ledger.pen import Pen

NumberArgument = Annotated[str, typer.Argument(metavar="NUMBER", hidden=True)]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="TIME", help='When it was, as in "2025-12-14 10:30". Default: now.'),
]
WithProtected = Annotated[
    bool, typer.Option("--with-protected", help="Tell how and when protected people were asked as well.")
]

reply = group("Put claims to a person, note the answer and what was used of it.")


@reply.command("ask")
def ask(
    ctx: typer.Context,
    whom: Annotated[str, typer.Argument(metavar="NAME", hidden=True)],
    claims: Annotated[
        list[str],
        typer.Option("--claim", metavar="SLUG:NUMBER", help="What it is about; may be given again."),
    ],
    channel: Annotated[
        str,
        typer.Option(
            "--channel", metavar="TEXT", help="email, phone, letter, message, in-person or another."
        ),
    ],
    due: Annotated[
        str,
        typer.Option(
            "--due",
            metavar="TIME",
            help='Answer asked for by then: "2025-12-14 18:00", "tomorrow 18:00", 36h. In this machine\'s '
            "zone unless it says another, as +01:00.",
        ),
    ],
    put: Annotated[
        str | None, typer.Option("--put", metavar="TEXT", help="What was put to them, word for word.")
    ] = None,
    put_file: Annotated[
        Path | None, typer.Option("--put-file", metavar="FILE", help="The same, from a file; - is the input.")
    ] = None,
    at: At = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record what was put to a person, word for word, about which claims, and with which deadline.

    Until then, or until an answer is noted, the gate waits. A claim whose words change later has to be put
    to them again. NAME is a code name if the person is protected.

    Example:  factdesk reply ask "Lena Havelik" --claim prisoner-release:52 --channel email
    --put "We report that you were freed on Monday. Is that right?" --due "tomorrow 18:00"
    """
    from claims.deadlines import deadline
    from claims.replies.asking import Request
    from claims.replies.asking import ask as put_to

    put_at = _when(at)
    request = Request(whom, _words(put, put_file, "--put") or "", channel, deadline(due, put_at), put_at)
    _record(ctx, db, by, as_json, lambda session, pen: put_to(session, pen, request, claims))


@reply.command("answered")
def answered(
    ctx: typer.Context,
    number: NumberArgument,
    answer: Annotated[str | None, typer.Argument(metavar="ANSWER", hidden=True)] = None,
    answer_file: Annotated[
        Path | None, typer.Option("--answer-file", metavar="FILE", help="The answer, from a file.")
    ] = None,
    no_answer: Annotated[bool, typer.Option("--no-answer", help="None came by the deadline.")] = False,
    declined: Annotated[
        bool, typer.Option("--declined", help="They said that they will not answer.")
    ] = False,
    at: At = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record what came of it: the answer in their words, or that none came.

    A second answer stands beside the first.

    Example:  factdesk reply answered 3 "I was freed on Saturday, not on Monday."
    """
    from claims.kinds import ReplyOutcome
    from claims.replies.answering import Came
    from claims.replies.answering import answered as note

    words = _words(answer, answer_file, "ANSWER")
    if no_answer and (declined or words is not None):
        raise typer.BadParameter("--no-answer says that nothing came; leave out the answer and --declined")
    if not (no_answer or declined) and words is None:
        raise typer.BadParameter('give the answer, as in "…", or --no-answer, or --declined')
    what = ReplyOutcome.NONE if no_answer else ReplyOutcome.DECLINED if declined else ReplyOutcome.ANSWERED
    came = Came(what, words, _when(at) if at else None)
    _record(ctx, db, by, as_json, lambda session, pen: note(session, pen, number, came))


@reply.command("used")
def used(
    ctx: typer.Context,
    number: NumberArgument,
    words: Annotated[str | None, typer.Argument(metavar="WORDS", hidden=True)] = None,
    nothing: Annotated[bool, typer.Option("--nothing", help="Nothing of it was used.")] = False,
    because: Why = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Record which words of the text an answer went into; it says whether they stand there now.

    May be given again for further words. That nothing was used needs its reason.

    Example:  factdesk reply used 3 "Havelik says that she was freed on Saturday."
    """
    from claims.replies.answering import used as note

    if (words is None) != nothing:
        raise typer.BadParameter('give the words of the text, as in "…", or --nothing --because "…"')
    _record(
        ctx, db, by, as_json, lambda session, pen: note(session, pen, number, words=words, because=because)
    )


@reply.command("list")
def list_requests(
    ctx: typer.Context,
    story: Annotated[str | None, typer.Argument(metavar="STORY", hidden=True)] = None,
    only_open: Annotated[
        bool, typer.Option("--open", help="Only what nothing has come of, by deadline.")
    ] = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List what was put to whom, with the deadline and what came of it: of one story, or of all stories.

    Example:  factdesk reply list prisoner-release --open
    """
    from claims.replies.queries import request_pages
    from reports.reply_records import request_record
    from reports.reply_screens import requests_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        pages = request_pages(session, story, now=_now(), only_open=only_open)
    show_list(pages, requests_screen, request_record, as_json)


@reply.command("show")
def show_request(
    ctx: typer.Context,
    number: NumberArgument,
    with_protected: WithProtected = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show what was put to a person, word for word, what came of it and what was used.

    Example:  factdesk reply show 3
    """
    from claims.replies.queries import request_page
    from reports.reply_records import request_record
    from reports.reply_screens import request_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        page = request_page(session, number, now=_now(), protected=with_protected)
    show(page, request_screen, request_record, as_json)


def _record(
    ctx: typer.Context,
    db: str | None,
    by: str | None,
    as_json: bool,
    action: "Callable[[Session, Pen], int]",
) -> None:
    """Record what was put or what came of it, and show the whole request."""
    from claims.replies.queries import request_page
    from ledger.pen import Pen
    from reports.reply_records import request_record
    from reports.reply_screens import request_screen

    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            number = action(session, pen)
        with ledger.reading() as session:
            page = request_page(session, str(number), now=pen.clock())
    show(page, request_screen, request_record, as_json)


def _now() -> "datetime":
    """This moment, in this machine's zone."""
    from datetime import datetime

    return datetime.now().astimezone()


def _when(written: str | None) -> "datetime":
    """The time that somebody typed, or now."""
    from claims.typed import moment

    return moment(written) if written else _now()


def _words(typed: str | None, file: Path | None, option: str) -> str | None:
    """What somebody typed, or what stands in the file that they named; `-` is standard input."""
    if typed is not None and file is not None:
        raise typer.BadParameter(f"give {option} or the file, not both")
    if file is None:
        return typed
    from sources.readers import read_path

    return read_path(file).text
