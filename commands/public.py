"""`factdesk claim public`, `appeared`: claims that somebody made in public, and where they stood."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from commands.answering import show
from commands.fetching import captured, is_address
from commands.judging import claim_now
from commands.opening import ledger_of
from commands.options import AsJson, By, Db, HandleArgument, Offline, Slug, Story, UserAgent

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from claims.appearances.offered import Sighted, Stated
    from ledger.engine import Ledger
    from ledger.pen import Pen

    Recorded = Callable[[Session], str]

_HANDLE = re.compile(r"\A[a-z0-9-]++:\d++")

WordsArgument = Annotated[str, typer.Argument(metavar="WORDS|SLUG:NUMBER", hidden=True)]
WhereArgument = Annotated[str, typer.Argument(metavar="URL|CAPTURE|FILE", hidden=True)]


def _text(option: str, help: str, metavar: str = "TEXT") -> Any:
    return typer.Option(option, metavar=metavar, help=help)


How = Annotated[str | None, _text("--how", "How a file came to you.")]
From = Annotated[str | None, _text("--from", "For a file: where it is said to be from.", "URL")]
On = Annotated[str | None, _text("--on", "The day it appeared, as exactly as you know it.", "DAY")]
Place = Annotated[str | None, _text("--place", "Where that is, as in: the evening news.")]


class _Place(NamedTuple):
    """Where a claim appeared, if somebody said so, and how that is to be had."""

    what: str | None
    seen: "Sighted"
    how: str | None
    from_url: str | None
    user_agent: str | None
    offline: bool

    def note(self, session: "Session", pen: "Pen", handle: str, capture: "Recorded") -> None:
        """Note the appearance; nothing where there is none."""
        from claims.appearances.appearing import add_appearance
        from claims.captured import PREFIX

        if self.what is None:
            return
        is_file = not is_address(self.what) and not self.what.startswith(PREFIX)
        called = Path(self.what).name if is_file else None
        add_appearance(session, pen, handle, capture(session), self.seen, called=called)


def public(
    ctx: typer.Context,
    what: WordsArgument,
    claimant: Annotated[str | None, _text("--claimant", "Who said so; or unknown.", "NAME")] = None,
    said_on: Annotated[
        str | None, _text("--said-on", "When, as in 2025-12-10, 2025-12 or 2025.", "DAY")
    ] = None,
    chosen_because: Annotated[
        str | None, _text("--chosen-because", "Why it is checked, in a sentence.")
    ] = None,
    check_again: Annotated[
        str | None, _text("--check-again", "When to check it again: a day, 6w, or never.", "DAY")
    ] = None,
    wording: Annotated[
        str | None, _text("--wording", "Of SLUG:NUMBER: the exact words rated, if others than the text's.")
    ] = None,
    appeared_at: Annotated[
        str | None, _text("--appeared-at", "Where it appeared; it is captured.", "URL|CAPTURE|FILE")
    ] = None,
    on: On = None,
    place: Place = None,
    how: How = None,
    from_url: From = None,
    slug: Slug = None,
    story: Story = None,
    language: Annotated[
        str | None, _text("--language", "The language of the words, as in de.", "CODE")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="It is another claim, though its words are rated already.")
    ] = False,
    user_agent: UserAgent = None,
    offline: Offline = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Choose a claim that somebody made in public, and say whose it is.

    Give its exact words, in quotation marks: they become a text of their own and one claim, whatever they
    are, and this very wording is rated. Or give the handle of a claim that is there. Said again of a handle,
    what is given replaces what was said; nothing is lost.

    Example:  factdesk claim public "We sail 20 times a week." --claimant "Tomas Varga" --said-on 2025-12-10
    --chosen-because "it is in every paper" --appeared-at https://harbour.example/speech
    """
    from datetime import datetime

    from claims.appearances.offered import sighted, stated
    from ledger.pen import Pen

    is_handle = _HANDLE.fullmatch(what.strip()) is not None
    said = stated(
        claimant=claimant,
        wording=wording,
        said_on=said_on,
        chosen_because=chosen_because,
        check_again=check_again,
        now=datetime.now().astimezone(),
    )
    if appeared_at is None:
        _refuse(
            ("--on", on), ("--place", place), ("--how", how), ("--from", from_url), without="--appeared-at"
        )
    pen, seen = Pen.of_this_machine(by), sighted(place=place, on_date=on)
    where = _Place(appeared_at, seen, how, from_url, user_agent, offline)
    with ledger_of(ctx, db, must_exist=is_handle) as ledger:
        if is_handle:
            _refuse(("--slug", slug), ("--story", story), ("--language", language), without="words")
            handle = what.strip()
            _chosen(ledger, pen, handle, said, where, again=again)
        else:
            _refuse(("--wording", wording), without="SLUG:NUMBER")
            named = (slug, story, language)
            handle = _by_its_words(ledger, pen, what, said, named, where, again=again)
        _show_public(ledger, handle, as_json)


def appeared(
    ctx: typer.Context,
    handle: HandleArgument,
    what: WhereArgument,
    on: On = None,
    place: Place = None,
    quote: Annotated[str | None, _text("--quote", "The words, as they stand there.")] = None,
    how: How = None,
    from_url: From = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="It is not there after all; say why with --because.")
    ] = False,
    because: Annotated[str | None, _text("--because", "With --withdraw: the reason.")] = None,
    user_agent: UserAgent = None,
    offline: Offline = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Note where a public claim appeared: a page, which is captured, a capture, or a saved file.

    It shows that this was said there, and is no evidence that it is so. Without --quote the rated wording is
    looked for; a quote has to stand there as you give it. A page that can't be had is noted as failed.

    Example:  factdesk claim appeared ferry:1 https://courier.example/ferries --on 2025-12-11
    """
    from claims.appearances.appearing import withdraw_appearance
    from claims.appearances.offered import sighted
    from ledger.pen import Pen

    pen, seen = Pen.of_this_machine(by), sighted(place=place, on_date=on, quote=quote)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        if withdraw:
            with ledger.writing() as session:
                withdraw_appearance(session, pen, handle, what, because=because or "")
        else:
            _refuse(("--because", because), without="--withdraw")
            where = _Place(what, seen, how, from_url, user_agent, offline)
            _seen(ledger, pen, handle, where)
        _show_public(ledger, handle, as_json)


def _seen(ledger: "Ledger", pen: "Pen", handle: str, where: _Place) -> None:
    """Note where a public claim appeared; nothing is fetched for a claim that is none."""
    from claims.appearances.appearing import rated

    with ledger.reading() as session:
        rated(session, handle)
    with _kept(ledger, pen, where, _story(ledger, handle)) as capture, ledger.writing() as session:
        where.note(session, pen, handle, capture)


def _chosen(ledger: "Ledger", pen: "Pen", handle: str, said: "Stated", where: _Place, *, again: bool) -> None:
    """Say whose claim it is that stands in a text, and where it appeared."""
    from claims.appearances.stating import state_public
    from claims.judging.adopted import policy_in_force

    with _kept(ledger, pen, where, _story(ledger, handle)) as capture, ledger.writing() as session:
        state_public(session, pen, handle, said, policy=policy_in_force(session), again=again)
        where.note(session, pen, handle, capture)


def _by_its_words(
    ledger: "Ledger",
    pen: "Pen",
    words: str,
    said: "Stated",
    named: tuple[str | None, str | None, str | None],
    where: _Place,
    *,
    again: bool,
) -> str:
    """Store words as a public claim with where it appeared, all of it or nothing; give its handle."""
    from claims.appearances.offered import usable_wording
    from claims.appearances.stating import offer_words, refuse_without_reason, store_words
    from claims.judging.adopted import policy_in_force

    slug, story, language = named
    wording = usable_wording(words)
    refuse_without_reason(said)
    offered = offer_words(ledger, wording, slug=slug, story=story, language=language, again=again)
    handle = f"{offered.slug}:1"
    with ledger.reading() as session:
        policy = policy_in_force(session)
    with _kept(ledger, pen, where, offered.story_name) as capture:
        store_words(
            ledger,
            pen,
            offered,
            said,
            policy=policy,
            again=again,
            also=lambda session: where.note(session, pen, handle, capture),
        )
    return handle


@contextmanager
def _kept(ledger: "Ledger", pen: "Pen", where: _Place, story: str) -> "Iterator[Recorded]":
    """What was captured of a page, a file or before; called with a session, it gives the capture's handle."""
    from claims.captured import PREFIX
    from claims.evidence.filing import taken_in
    from reports.progress import working

    what = where.what
    if what is not None and not is_address(what) and not what.startswith(PREFIX):
        with taken_in(ledger, pen, Path(what), how=where.how, url=where.from_url, story=story) as capture:
            yield capture
        return
    _refuse(("--how", where.how), ("--from", where.from_url), without="a file")
    if what is not None and is_address(what):
        with working("Capturing"):
            page, _ = captured(
                ledger, pen, what, story=story, user_agent=where.user_agent, offline=where.offline
            )
        what = page.handle
    yield lambda session: what or ""


def _story(ledger: "Ledger", handle: str) -> str:
    from claims.evidence.filing import story_of_claim

    return story_of_claim(ledger, handle)


def _refuse(*given: tuple[str, str | None], without: str) -> None:
    """Refuse options that do not go with the rest."""
    for option, value in given:
        if value is not None:
            raise typer.BadParameter(f"{option} goes with {without} only; leave it out")


def _show_public(ledger: "Ledger", handle: str, as_json: bool) -> None:
    from reports.json import claim_record
    from reports.public_screens import public_screen

    show(claim_now(ledger, handle), public_screen, claim_record, as_json)
