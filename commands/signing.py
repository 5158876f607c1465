"""`factdesk claim sign`, `checkable`, `furniture`: a person agrees that something is unchecked, or not."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answering import show, show_list
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db, Section

if TYPE_CHECKING:
    from claims.pages import ClaimPage
    from ledger.engine import Ledger
    from ledger.pen import Pen


What = Annotated[list[str], typer.Argument(metavar="SLUG:NUMBER|SLUG", hidden=True)]
Words = Annotated[
    str | None, typer.Option("--words", metavar="TEXT", help="With --furniture: only these words.")
]


def sign(
    ctx: typer.Context,
    what: What,
    because: Because,
    section: Section = None,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="The words that are no part of the article.")
    ] = False,
    words: Words = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Sign what the machine holds for not checkable, or for no part of the article.

    Give claims by their handles, or a document by its slug for all that it has. Until a person has signed
    them, these are suggestions, and stand in the way of publishing a draft. Who wrote a text does not sign
    in it.

    Example:  factdesk claim sign prisoner-release --section Sources --because "a list of sources"
    """
    from ledger.pen import Pen

    slug = _document_in(what, section=section, furniture=furniture, words=words)
    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        if furniture and slug:
            _sign_furniture(ledger, pen, slug, words, section, because, as_json)
        elif slug:
            _sign_document(ledger, pen, slug, section, because, as_json)
        else:
            _sign_claims(ledger, pen, what, because, as_json)


def checkable(
    ctx: typer.Context,
    what: What,
    because: Because,
    section: Section = None,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="The words that are no part of the article.")
    ] = False,
    words: Words = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say that a claim can be checked after all, whoever held it for not checkable; it starts unconfirmed.

    Give claims by their handles, or a document and a section of it. With --furniture, words that were taken
    for no part of the article become claims.

    Example:  factdesk claim checkable prisoner-release:65 --because "it names a date that has passed"
    """
    from ledger.pen import Pen

    slug = _document_in(what, section=section, furniture=furniture, words=words)
    if slug and not furniture and section is None:
        raise typer.BadParameter(f'name a claim, as in {slug}:12, or a section, as in --section "Sources"')
    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        if furniture and slug:
            _take_for_claims(ledger, pen, slug, words, section, because, as_json)
        else:
            _make_checkable(ledger, pen, what, section, because, as_json)


def furniture(
    ctx: typer.Context,
    what: What,
    because: Because,
    section: Section = None,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say that claims are no part of the article: a button, a teaser, a line of the page.

    Give claims by their handles, or a document and a section of it. They keep their records; claim checkable
    SLUG --furniture --words brings them back. Who wrote a text does not sign in it.

    Example:  factdesk claim furniture prisoner-release:72 --because "a teaser for another article"
    """
    from claims.judging.adopted import policy_in_force
    from claims.publishing.signing import handles_in_section
    from claims.regrouping.acting import take_for_furniture
    from commands.regrouping import act
    from ledger.pen import Pen

    slug = _document_in(what, section=section)
    if slug and section is None:
        raise typer.BadParameter(f'name a claim, as in {slug}:12, or a section, as in --section "Sources"')
    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        handles: Sequence[str] = what
        if slug and section is not None:
            with ledger.reading() as session:
                handles = handles_in_section(session, slug, section, policy_in_force(session))
        act(
            ledger,
            pen,
            lambda session: take_for_furniture(session, pen, handles, because=because),
            as_json,
        )


def _document_in(
    what: Sequence[str], *, section: str | None, furniture: bool = False, words: str | None = None
) -> str | None:
    """The document that somebody named, or `None` where they named claims."""
    documents = [word for word in what if ":" not in word]
    if documents and len(what) > 1:
        raise typer.BadParameter("give one document by its slug, or claims by their handles")
    if furniture and not documents:
        raise typer.BadParameter(
            "--furniture goes with a document; to say that a claim is no part of it: "
            f"factdesk claim furniture {what[0]}"
        )
    if section and not documents:
        raise typer.BadParameter("--section and --furniture go with a document, as in: prisoner-release")
    if words is not None and not furniture:
        raise typer.BadParameter("--words goes with --furniture")
    return documents[0] if documents else None


def _make_checkable(
    ledger: "Ledger", pen: "Pen", what: Sequence[str], section: str | None, because: str, as_json: bool
) -> None:
    from claims.judging.adopted import policy_in_force
    from claims.publishing.signing import make_checkable, make_section_checkable

    with ledger.writing() as session:
        policy, handles = policy_in_force(session), tuple(what)
        if section is not None:
            handles = make_section_checkable(session, pen, what[0], section, because=because, policy=policy)
        else:
            for handle in handles:
                make_checkable(session, pen, handle, because=because, policy=policy)
    if section is None and len(handles) == 1:
        _show_marked(ledger, handles[0], as_json)
    else:
        _show_claims(ledger, handles, as_json)


def _show_marked(ledger: "Ledger", handle: str, as_json: bool) -> None:
    from claims.judging.adopted import policy_in_force
    from claims.queries import claim_page
    from reports.claim_screens import mark_screen
    from reports.json import claim_record

    with ledger.reading() as session:
        page = claim_page(session, handle, policy_in_force(session))
    show(page, mark_screen, claim_record, as_json)


def _take_for_claims(
    ledger: "Ledger",
    pen: "Pen",
    slug: str,
    words: str | None,
    section: str | None,
    because: str,
    as_json: bool,
) -> None:
    from claims.publishing.furniture import furniture_spans
    from claims.regrouping.acting import take_for_claims
    from commands.regrouping import act

    act(
        ledger,
        pen,
        lambda session: take_for_claims(
            session,
            pen,
            slug,
            furniture_spans(session, slug, words=words, section=section),
            because=because,
        ),
        as_json,
    )


def _sign_furniture(
    ledger: "Ledger",
    pen: "Pen",
    slug: str,
    words: str | None,
    section: str | None,
    because: str,
    as_json: bool,
) -> None:
    from claims.publishing.furniture import furniture_of, sign_furniture
    from reports.signing_screens import furniture_record, furniture_screen

    with ledger.writing() as session:
        signed = sign_furniture(session, pen, slug, words=words, section=section, because=because)
        pages = [page for page in furniture_of(session, slug) if page.words in signed]
    show_list(pages, furniture_screen, furniture_record, as_json)


def _sign_document(
    ledger: "Ledger", pen: "Pen", slug: str, section: str | None, because: str, as_json: bool
) -> None:
    from claims.judging.adopted import policy_in_force
    from claims.publishing.signing import sign_document

    with ledger.writing() as session:
        signed = sign_document(
            session, pen, slug, section=section, because=because, policy=policy_in_force(session)
        )
    _show_signed(ledger, signed, as_json)


def _sign_claims(ledger: "Ledger", pen: "Pen", handles: list[str], because: str, as_json: bool) -> None:
    from claims.judging.adopted import policy_in_force
    from claims.publishing.signing import sign_claims

    with ledger.writing() as session:
        signed = sign_claims(session, pen, handles, because=because, policy=policy_in_force(session))
    _show_signed(ledger, signed, as_json)


def _show_signed(ledger: "Ledger", handles: Sequence[str], as_json: bool) -> None:
    from reports.json import claim_record
    from reports.signing_screens import signed_screen

    show_list(_claims(ledger, handles), signed_screen, claim_record, as_json)


def _show_claims(ledger: "Ledger", handles: Sequence[str], as_json: bool) -> None:
    from reports.claim_screens import claims_screen
    from reports.json import claim_record

    show_list(_claims(ledger, handles), claims_screen, claim_record, as_json)


def _claims(ledger: "Ledger", handles: Sequence[str]) -> list["ClaimPage"]:
    from claims.judging.adopted import policy_in_force
    from claims.queries import claims_named

    with ledger.reading() as session:
        pages = claims_named(session, handles, policy_in_force(session))
    return [page for page in pages if len(handles) == 1 or page.cut_in is None]
