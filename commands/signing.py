"""`factdesk claim sign` and `checkable`: a person agrees that something can't be checked, or does not."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answering import show, show_list
from commands.opening import ledger_of
from commands.options import AsJson, Because, By, Db, HandleArgument

if TYPE_CHECKING:
    from ledger.engine import Ledger
    from ledger.pen import Pen


def sign(
    ctx: typer.Context,
    what: Annotated[list[str], typer.Argument(metavar="SLUG:NUMBER|SLUG...", hidden=True)],
    because: Because,
    section: Annotated[
        str | None, typer.Option("--section", metavar="NAME", help="Only the claims of this section.")
    ] = None,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="The words that are no part of the article.")
    ] = False,
    words: Annotated[
        str | None, typer.Option("--words", metavar="TEXT", help="With --furniture: only these words.")
    ] = None,
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

    documents = [word for word in what if ":" not in word]
    if documents and len(what) > 1:
        raise typer.BadParameter("give one document by its slug, or claims by their handles")
    if (section or furniture) and not documents:
        raise typer.BadParameter("--section and --furniture go with a document, as in: prisoner-release")
    if (section and furniture) or (words is not None and not furniture):
        raise typer.BadParameter("--words goes with --furniture, and --section without it")
    pen = Pen.of_this_machine(by)
    with ledger_of(ctx, db, must_exist=True) as ledger:
        if furniture:
            _sign_furniture(ledger, pen, what[0], words, because, as_json)
        elif documents:
            _sign_document(ledger, pen, what[0], section, because, as_json)
        else:
            _sign_claims(ledger, pen, what, because, as_json)


def checkable(
    ctx: typer.Context,
    handle: HandleArgument,
    because: Because,
    by: By = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Say that a claim can be checked after all, whoever held it for not checkable; it starts unconfirmed.

    Example:  factdesk claim checkable prisoner-release:65 --because "it names a date that has passed"
    """
    from claims.judging.adopted import policy_in_force
    from claims.publishing.signing import make_checkable
    from claims.queries import claim_page
    from ledger.pen import Pen
    from reports.claim_screens import mark_screen
    from reports.json import claim_record

    with ledger_of(ctx, db, must_exist=True) as ledger:
        with ledger.writing() as session:
            make_checkable(
                session, Pen.of_this_machine(by), handle, because=because, policy=policy_in_force(session)
            )
        with ledger.reading() as session:
            page = claim_page(session, handle, policy_in_force(session))
    show(page, mark_screen, claim_record, as_json)


def _sign_furniture(
    ledger: "Ledger", pen: "Pen", slug: str, words: str | None, because: str, as_json: bool
) -> None:
    from claims.publishing.furniture import furniture_of, sign_furniture
    from reports.signing_screens import furniture_record, furniture_screen

    with ledger.writing() as session:
        signed = sign_furniture(session, pen, slug, words=words, because=because)
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
    from claims.handle_parts import slug_in
    from claims.judging.adopted import policy_in_force
    from claims.queries import claim_pages
    from reports.json import claim_record
    from reports.signing_screens import signed_screen

    slugs = dict.fromkeys(map(slug_in, handles))
    with ledger.reading() as session:
        claims = [
            claim for slug in slugs for claim in claim_pages(session, policy_in_force(session), slug=slug)
        ]
    show_list([claim for claim in claims if claim.handle in handles], signed_screen, claim_record, as_json)
