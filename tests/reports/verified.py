"""An audit of a short article that a desk has worked on: a claim of every fate, evidence of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from claims.evidence.pages import (
    ContactPage,
    EvidencePage,
    RecheckPage,
    ReplyPage,
    SearchPage,
    WithdrawalPage,
)
from claims.kinds import (
    Because,
    EvidenceKind,
    Fit,
    Grade,
    Interest,
    OriginSign,
    Question,
    Recheck,
    ReplyOutcome,
    ReplyState,
    ReviewRole,
    SearchResult,
    Stance,
    Status,
    Tier,
)
from claims.pages import AuditPage, ClaimPage, OverridePage, ReviewPage, StatusPage, TraceLine
from claims.replies.pages import AnswerPage, PutClaim, RequestPage, UsePage
from tests.reports.pages import AT, Said, a_document, an_audit, heading, headline, paragraph

SHA = "5d41402abc4b2a76b9719d911017c592ae5d41402abc4b2a76b9719d911017c5"
QUOTE = "The embargo on nickel ends on 13 December."


def an_evidence(number: int = 1, **given: Any) -> EvidencePage:
    """A quote of a capture that supports a claim, but for what is given."""
    plain = EvidencePage(
        number=number,
        claim="release:1",
        kind=EvidenceKind.CAPTURE,
        stance=Stance.SUPPORTS,
        question=None,
        capture=f"capture:{number}",
        source="source:1",
        source_name="Norland Gazette",
        protected=False,
        grade=Grade.B,
        quote=QUOTE,
        fit=Fit.EXACT,
        start=0,
        end=len(QUOTE),
        told=None,
        language="en",
        translation=None,
        translated_by=None,
        primary=True,
        interest=Interest.INDEPENDENT,
        credibility=2,
        origin="Norland Gazette",
        origin_sign=OriginSign.SOURCE,
        on_date=None,
        place=None,
        how=None,
        part=None,
        described_by=None,
        claimed_date=None,
        claimed_place=None,
        first_use=None,
        because="The gazette prints the decree.",
        by="mara",
        known="typed",
        at=AT,
        captured_at=AT - timedelta(hours=2),
        capture_sha256=SHA,
    )
    return replace(plain, **given)


def heard(number: int = 2, **given: Any) -> EvidencePage:
    """What somebody said on the telephone, but for what is given."""
    told: dict[str, Any] = {
        "kind": EvidenceKind.PHONE_CALL,
        "capture": None,
        "captured_at": None,
        "capture_sha256": None,
        "quote": None,
        "fit": None,
        "start": None,
        "end": None,
        "told": "There were 123 of us on the two coaches.",
        "source": "source:2",
        "source_name": "Ilse Brandt",
        "grade": None,
        "on_date": "2025-12-12",
        "place": "Sorvik",
        "how": "called on a number that she gave us",
        "origin": "Ilse Brandt",
        "credibility": None,
    }
    return an_evidence(number, **(told | given))


def protected(number: int = 3, **given: Any) -> EvidencePage:
    """What a source said whose name is protected, but for what is given."""
    hidden: dict[str, Any] = {
        "source": "source:3",
        "source_name": "KESTREL",
        "protected": True,
        "origin": "KESTREL",
        "interest": Interest.AFFILIATED,
    }
    return heard(number, **(hidden | given))


def a_search(place: str = "the customs register", **given: Any) -> SearchPage:
    """That somebody looked and found nothing, but for what is given."""
    plain = SearchPage(place, "nickel 2025", SearchResult.NOTHING, None, "mara", "typed", AT)
    return replace(plain, **given)


def a_contact(**given: Any) -> ContactPage:
    """That the ministry was asked and has time to answer, but for what is given."""
    due = AT + timedelta(days=2)
    plain = ContactPage(1, "the ministry's press office", "e-mail", "Is it so?", due, "mara", "typed", AT)
    return replace(plain, **given)


def an_answer(words: str | None) -> ReplyPage:
    """That an answer came, in these words."""
    return ReplyPage(answered=True, answer=words, by="mara", at=AT)


def a_request(number: int = 3, **given: Any) -> RequestPage:
    """What was put to Havelik, who has answered, but for what is given."""
    plain = RequestPage(
        number=number,
        story="release",
        whom="Lena Havelik",
        channel="email",
        put="We report that you were freed on Monday.\n\nIs that right?",
        put_at=AT,
        due=AT + timedelta(hours=6),
        by="mara",
        known="typed",
        at=AT,
        state=ReplyState.ANSWERED,
        claims=(PutClaim("release:1", reworded=False), PutClaim("other:4", reworded=True)),
        answers=(AnswerPage(ReplyOutcome.ANSWERED, "No.\nOn Saturday.", "mara", AT + timedelta(hours=1)),),
        uses=(UsePage("She says: on Saturday.", None, ("release",), "mara", AT),),
    )
    return replace(plain, **given)


def a_review(verdict: str = "confirmed", **given: Any) -> ReviewPage:
    """A first reviewer's verdict, but for what is given."""
    plain = ReviewPage(
        verdict, "The decree was printed.", "mara", "typed", AT, "desk/2", role=ReviewRole.VERDICT
    )
    return replace(plain, **given)


def standing(status: Status, because: Because | None = None, **given: Any) -> StatusPage:
    """Where a claim stands, with a reason of its own."""
    return replace(StatusPage(status, because, because or status.value, suggested=False), **given)


def verified_audit() -> AuditPage:
    """Claims that are confirmed, refuted, overridden, stale, disagreed on, and open for several reasons."""
    document = a_document(
        headline("Norland ends its embargo on nickel"),
        paragraph(
            "The embargo on nickel ended on 13 December.",
            "All 123 who were set free left by coach.",
            Said("Nobody was left behind, said Harriet Voss.", credited=("Harriet Voss", "Harriet Voss")),
            "Norland paid for the coaches.",
        ),
        heading("What came after"),
        paragraph(
            "The minister had known of the plan for weeks.",
            "The price of nickel fell by 4% within a day.",
            "Two more releases are agreed.",
            "The border opened at six.",
            "Snow fell in Sorvik.",
        ),
    )
    worked = _worked(document.claims)
    claims = tuple(worked.get(claim.number, claim) for claim in document.claims)
    return an_audit(replace(document, claims=claims))


def _worked(claims: tuple[ClaimPage, ...]) -> dict[int, ClaimPage]:
    _, ended, left, said, paid, _, knew, price, agreed, opened, _ = claims
    return {
        one.number: replace(one, evidence=tuple(replace(found, claim=one.handle) for found in one.evidence))
        for one in (
            _ended(ended),
            _left(left),
            _said(said),
            _paid(paid),
            _knew(knew),
            _price(price),
            _agreed(agreed),
            _opened(opened),
        )
    }


def _ended(claim: ClaimPage) -> ClaimPage:
    """Confirmed, on a quote in another language and a second origin."""
    return replace(
        claim,
        tier=Tier.ROUTINE,
        reviews=(a_review(),),
        evidence=(
            an_evidence(
                1,
                quote="Das Embargo auf Nickel endet am 13. Dezember.",
                language="de",
                translation=QUOTE,
                translated_by="tomas",
                fit=Fit.WHITESPACE,
            ),
            an_evidence(
                2,
                stance=Stance.CONTEXT,
                source="source:4",
                source_name="Meridian Press",
                grade=Grade.F,
                primary=None,
                interest=Interest.UNKNOWN,
                origin="Meridian Press",
                origin_sign=OriginSign.WIRE,
            ),
        ),
        standing=standing(
            Status.CONFIRMED,
            trace=(
                TraceLine("verdict", met=True, says="confirmed stands for confirmed"),
                TraceLine("origins", met=True, says="1 origin with a grade or a primary; 1 is asked for"),
                TraceLine("second person", met=None, says="not asked for"),
            ),
        ),
    )


def _left(claim: ClaimPage) -> ClaimPage:
    """Reviewed as confirmed, and unconfirmed, as all of it comes from one origin."""
    return replace(
        claim,
        tier=Tier.FIGURE,
        tier_set_by="tomas",
        reviews=(a_review(because="She was on the coach and counted."),),
        evidence=(
            heard(3, uncovered=("set free",), primary=True, interest=Interest.PARTY),
            an_evidence(
                4,
                fit=Fit.ALTERED,
                quote="132 were on the coaches",
                withdrawn=WithdrawalPage("It was a typing error of ours.", "mara", AT),
            ),
        ),
        contacts=(a_contact(),),
        standing=standing(
            Status.UNCONFIRMED,
            Because.ONE_ORIGIN,
            waits_for=("a second independent origin", "an answer of the ministry, due 16 December"),
            trace=(TraceLine("origins", met=False, says="1 origin; 2 are asked for"),),
        ),
    )


def _said(claim: ClaimPage) -> ClaimPage:
    """Said, and not known to be so."""
    recording = an_evidence(
        5,
        question=Question.SAID,
        source="source:5",
        source_name="Harriet Voss",
        interest=Interest.PARTY,
        quote="Nobody was left behind.",
        part="minutes 3 to 4 of the recording",
        described_by="tomas",
        claimed_date="2025-12-13",
        claimed_place="Sorvik",
        first_use="on 13 December by the envoy's office",
    )
    return replace(
        claim,
        tier=Tier.QUOTE,
        reviews=(a_review(question=Question.SAID, because="She is heard saying it."),),
        evidence=(recording,),
        searches=(
            a_search("the lists of both prisons", terms=None),
            a_search("the court's list", result=SearchResult.UNREACHABLE),
        ),
        said=standing(Status.CONFIRMED),
        so=standing(Status.UNCONFIRMED, Because.PARTIES_ONLY),
        standing=standing(Status.UNCONFIRMED, Because.PARTIES_ONLY),
    )


def _paid(claim: ClaimPage) -> ClaimPage:
    """Looked for, and found nothing; nobody has reviewed it."""
    return replace(
        claim,
        searches=(a_search(note="only paper before 2026"), a_search("the budget of the ministry")),
        standing=standing(Status.UNCONFIRMED, Because.NOTHING_FOUND),
    )


def _knew(claim: ClaimPage) -> ClaimPage:
    """An accusation that an editor let stand, on the word of a source whose name is protected."""
    override = OverridePage("We publish at six and know her.", "We have seen the papers.", "editor", AT)
    return replace(
        claim,
        tier=Tier.ACCUSATION,
        reviews=(a_review(because="She showed us the letter.", override=override),),
        evidence=(
            protected(
                6, told="He signed it in November.", on_date=None, place=None, how=None, held_back=True
            ),
        ),
        contacts=(a_contact(replies=(an_answer("The minister had not known."),)),),
        standing=standing(Status.CONFIRMED),
    )


def _price(claim: ClaimPage) -> ClaimPage:
    """Refuted, and a second reader who had not seen the first verdict agreed."""
    return replace(
        claim,
        reviews=(
            a_review("refuted", because="It rose."),
            a_review(
                "refuted", because="The exchange says so.", by="ivo", role=ReviewRole.SECOND, blind=True
            ),
        ),
        evidence=(
            an_evidence(
                7,
                stance=Stance.REFUTES,
                quote="Nickel closed 1.2% higher.",
                source="source:6",
                source_name="Metal Exchange",
                grade=Grade.A,
                origin="Metal Exchange",
            ),
        ),
        standing=standing(Status.REFUTED),
    )


def _agreed(claim: ClaimPage) -> ClaimPage:
    """Two readers came to different verdicts."""
    return replace(
        claim,
        reviews=(
            a_review(because="The paper is signed."),
            a_review("partly", because="One is agreed.", by="ivo", role=ReviewRole.SECOND, blind=True),
            a_review("partly", because="Only one is.", by="editor", role=ReviewRole.ADJUDICATION),
        ),
        evidence=(an_evidence(8, grade=None),),
        standing=standing(Status.QUALIFIED),
    )


def _opened(claim: ClaimPage) -> ClaimPage:
    """Confirmed, and stale since the words that it rested on have changed."""
    recheck = RecheckPage(
        Recheck.QUOTE_ALTERED, "The border will open at seven.", "capture:12", AT + timedelta(hours=5)
    )
    return replace(
        claim,
        reviews=(a_review(because="The border guard announced it."),),
        evidence=(an_evidence(9, quote="The border will open at six.", recheck=recheck),),
        standing=standing(
            Status.UNCONFIRMED,
            Because.POLICY,
            waits_for=("a look at how evidence:9 changed, and a new verdict",),
            stale=("evidence:9",),
        ),
    )
