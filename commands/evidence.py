"""`factdesk evidence`: what stands for and against a claim, tied to it word for word."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from commands import group
from commands.answering import show, show_list
from commands.fetching import captured, is_address
from commands.importing import AllOrNothing, DryRun, TableArgument, import_table
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db, HandleArgument, Offline, UserAgent

if TYPE_CHECKING:
    from claims.evidence.offered import Added, Judged, Quoted
    from ledger.engine import Ledger
    from ledger.pen import Pen

evidence = group("Tie quotes and interviews to claims. List, show, withdraw, import.")

EvidenceArgument = Annotated[str, typer.Argument(metavar="EVIDENCE", hidden=True)]
WhatArgument = Annotated[str | None, typer.Argument(metavar="[URL|CAPTURE|FILE]", hidden=True)]
WhereArgument = Annotated[str | None, typer.Argument(metavar="[SLUG|SLUG:NUMBER]", hidden=True)]


def _text(option: str, help: str, metavar: str = "TEXT") -> Any:
    return typer.Option(option, metavar=metavar, help=help)


Stance = Annotated[str, _text("--stance", "supports, refutes, context or insufficient.", "WORD")]
Quote = Annotated[str | None, _text("--quote", "The words, as they stand there.")]
Primary = Annotated[bool | None, typer.Option("--primary/--secondary", help="At first hand, or passed on.")]
Source = Annotated[str | None, _text("--source", "Whom it is from. Default: the site.", "NAME")]
Interest = Annotated[str, _text("--interest", "party, affiliated, independent or unknown.", "WORD")]
Credibility = Annotated[
    int,
    typer.Option("--credibility", metavar="1-6", help="1: confirmed by others … 5: improbable; 6: unknown."),
]
Origin = Annotated[str | None, _text("--origin", "Where it comes from in the end, if you know.", "NAME")]
About = Annotated[str | None, _text("--about", "Of reported speech: said (that it was), or so.", "WORD")]
Language = Annotated[str | None, _text("--language", "The language of the words, as in de.", "CODE")]
Translation = Annotated[str | None, _text("--translation", "The words in your language.")]
TranslatedBy = Annotated[str | None, _text("--translated-by", "Who translated them.", "NAME")]
Part = Annotated[str | None, _text("--part", "Of a picture or recording: which part is meant.")]
DescribedBy = Annotated[str | None, _text("--described-by", "Who put that part into words.", "NAME")]
ClaimedDate = Annotated[str | None, _text("--claimed-date", "When it is said to be from.")]
ClaimedPlace = Annotated[str | None, _text("--claimed-place", "Where it is said to be from.")]
FirstUse = Annotated[str | None, _text("--first-use", "Where it was published first.")]
Kind = Annotated[
    str | None,
    _text("--kind", "Not from a page: interview, phone-call, message, document-seen, observation.", "WORD"),
]
Told = Annotated[str | None, _text("--told", "What was said or seen there.")]
OnDate = Annotated[str | None, _text("--date", "When that was, as in 2025-12-14.", "DATE")]
Place = Annotated[str | None, _text("--place", "Where that was.")]
How = Annotated[str | None, _text("--how", "How a file came to you (needed), or how you spoke.")]
From = Annotated[str | None, _text("--from", "For a file: where it is said to be from.", "URL")]
WithProtected = Annotated[
    bool, typer.Option("--with-protected", help="Tell when, where and how protected sources spoke.")
]


@evidence.command("add")
def add(
    ctx: typer.Context,
    handle: HandleArgument,
    stance: Stance,
    because: Because,
    what: WhatArgument = None,
    quote: Quote = None,
    primary: Primary = None,
    source: Source = None,
    interest: Interest = "unknown",
    credibility: Credibility = 6,
    origin: Origin = None,
    about: About = None,
    language: Language = None,
    translation: Translation = None,
    translated_by: TranslatedBy = None,
    part: Part = None,
    described_by: DescribedBy = None,
    claimed_date: ClaimedDate = None,
    claimed_place: ClaimedPlace = None,
    first_use: FirstUse = None,
    kind: Kind = None,
    told: Told = None,
    on_date: OnDate = None,
    place: Place = None,
    how: How = None,
    from_url: From = None,
    user_agent: UserAgent = None,
    offline: Offline = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Tie evidence to a claim: a quote of a page, a capture or a file, or what you heard or saw.

    A page is captured first. The quote has to stand there as you give it; only line breaks, blanks and the
    shape of quotation marks and dashes may differ. Of a picture or recording, --quote is what somebody put
    a part of it into: say which part with --part, and who with --described-by.

    Without a page, say how you know it with --kind, and what you heard or saw with --told. Of a protected
    source give a code name only; when, where and how you spoke then stays out of what is printed.

    Example:  factdesk evidence add ferries:12 capture:3 --quote "14 times a week" --stance supports
    --primary --because "the harbour's own timetable"
    """
    from claims.evidence.adding import add_heard
    from claims.evidence.offered import Heard, Quoted
    from claims.evidence.typed import heard_kind, judged
    from ledger.pen import Pen

    opinion = judged(
        stance=stance,
        because=because,
        primary=primary,
        interest=interest,
        credibility=credibility,
        source=source,
        origin=origin,
        about=about,
    )
    words = Quoted(
        quote=quote or "",
        language=language,
        translation=translation,
        translated_by=translated_by,
        part=part,
        described_by=described_by,
        claimed_date=claimed_date,
        claimed_place=claimed_place,
        first_use=first_use,
    )
    pen, way = Pen.of_this_machine(by), _Way(how, from_url, user_agent, offline)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        if kind is None:
            _refuse(("--told", told), ("--date", on_date), ("--place", place), without="--kind")
            added = _quoted(ledger, pen, handle, what, words, opinion, way)
        else:
            _refuse(
                (str(what), what), ("--quote", quote), ("--part", part), ("--from", from_url), with_="--kind"
            )
            heard = Heard(
                kind=heard_kind(kind),
                told=told or "",
                on_date=on_date,
                place=place,
                how=how,
                language=language,
                translation=translation,
                translated_by=translated_by,
            )
            with ledger.writing() as session:
                added = add_heard(session, pen, handle, heard, opinion)
        _show_added(ledger, added, as_json)


class _Way(NamedTuple):
    """How a page or file is to be had."""

    how: str | None
    from_url: str | None
    user_agent: str | None
    offline: bool


def _quoted(
    ledger: "Ledger", pen: "Pen", handle: str, what: str | None, words: "Quoted", opinion: "Judged", way: _Way
) -> "Added":
    """Evidence from a capture, from a page that is captured first, or from a file."""
    from claims.captured import PREFIX
    from claims.evidence.adding import add_quote
    from claims.evidence.filing import add_quote_of_file, story_of_claim
    from reports.progress import working

    if what is None:
        raise typer.BadParameter(
            "say what is quoted: a URL, a capture or a file; or how you know it, with --kind"
        )
    if not is_address(what) and not what.startswith(PREFIX):
        return add_quote_of_file(
            ledger, pen, handle, Path(what), how=way.how, url=way.from_url, quoted=words, judged=opinion
        )
    _refuse(("--how", way.how), ("--from", way.from_url), without="a file")
    if is_address(what):
        story = story_of_claim(ledger, handle)
        with working("Capturing"):
            page, _ = captured(ledger, pen, what, story=story, user_agent=way.user_agent, offline=way.offline)
        what = page.handle
    with ledger.writing() as session:
        return add_quote(session, pen, handle, what, words, opinion)


def _refuse(*given: tuple[str, str | None], without: str = "", with_: str = "") -> None:
    """Refuse options that do not go with the rest."""
    for option, value in given:
        if value is not None:
            because = f"goes with {without} only" if without else f"does not go with {with_}"
            raise typer.BadParameter(f"{option} {because}; leave it out")


def _show_added(ledger: "Ledger", added: "Added", as_json: bool) -> None:
    from claims.evidence.queries import evidence_page
    from reports.evidence_records import added_record
    from reports.evidence_screens import added_screen

    with ledger.reading() as session:
        page = evidence_page(session, added.handle)
    show((page, added.warnings), added_screen, added_record, as_json)


@evidence.command("list")
def list_evidence(
    ctx: typer.Context,
    where: WhereArgument = None,
    source: Annotated[str | None, _text("--source", "Only what is from this source.", "NAME")] = None,
    with_protected: WithProtected = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """List the evidence of the ledger, of one document, or on one claim; withdrawn evidence too.

    Example:  factdesk evidence list ferries:12
    """
    from claims.evidence.queries import evidence_pages
    from claims.registry.finding import find_source
    from reports.evidence_records import evidence_record
    from reports.evidence_screens import evidence_list_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        found = find_source(session, source) if source else None
        pages = evidence_pages(session, where, source=found.id if found else None, protected=with_protected)
    show_list(pages, evidence_list_screen, evidence_record, as_json)


@evidence.command("show")
def show_evidence(
    ctx: typer.Context,
    handle: EvidenceArgument,
    with_protected: WithProtected = False,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show one piece of evidence: its words, where they stand, whom they are from and what they leave open.

    Example:  factdesk evidence show evidence:7
    """
    from claims.evidence.queries import evidence_page
    from reports.evidence_records import evidence_record
    from reports.evidence_screens import evidence_screen

    with ledger_of(ctx, db, must_exist=True) as ledger, ledger.reading() as session:
        page = evidence_page(session, handle, protected=with_protected)
    show(page, evidence_screen, evidence_record, as_json)


@evidence.command("withdraw")
def withdraw_evidence(
    ctx: typer.Context,
    handle: EvidenceArgument,
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say that a piece of evidence no longer counts, and why; it stays on record.

    Example:  factdesk evidence withdraw evidence:7 --because "the page was a mirror of last year's"
    """
    from claims.evidence.queries import evidence_page
    from claims.evidence.withdrawing import withdraw
    from ledger.pen import Pen
    from reports.evidence_records import evidence_record
    from reports.evidence_screens import evidence_screen

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            withdraw(session, Pen.of_this_machine(by), handle, because=because)
        with ledger.reading() as session:
            page = evidence_page(session, handle)
    show(page, evidence_screen, evidence_record, as_json)


@evidence.command("import")
def import_evidence(
    ctx: typer.Context,
    path: TableArgument,
    all_or_nothing: AllOrNothing = False,
    dry_run: DryRun = False,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Add the evidence of a table, CSV or JSON Lines, and say what became of each row.

    Columns: claim, stance and because; item (a capture, the address of one, or a file beside the table) and
    quote, or kind and told. If you like also source, primary (yes or no), interest, credibility, question,
    origin, by, and those of the other options of: factdesk evidence add. A file that was not captured yet
    needs how. Nothing is fetched. Importing a table twice changes nothing the second time.

    Exit status 1 says that a row was refused; the others are stored.

    Example:  factdesk evidence import evidence.csv --dry-run
    """
    from claims.importing.evidence import EvidenceImport
    from sources.captures.folder import folder_of

    import_table(
        ctx,
        path,
        EvidenceImport,
        lambda ledger: EvidenceImport(captures=folder_of(ledger.path), beside=path.parent),
        all_or_nothing=all_or_nothing,
        dry_run=dry_run,
        by=by,
        as_json=as_json,
        db=db,
    )
