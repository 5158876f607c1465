"""Texts that try to be more than text: the cases of the report, each with its number and name."""

from __future__ import annotations

from dataclasses import replace

from claims.evidence.pages import RecheckPage, WithdrawalPage
from claims.kinds import HedgeKind, Recheck, ReplyOutcome, SourceKind, Status
from claims.pages import AuditPage, ClaimPage, OverridePage, TraceLine
from claims.replies.pages import AnswerPage, UsePage
from sources.blocks import Metadata
from tests.reports.pages import (
    AT,
    Measured,
    Said,
    a_document,
    a_story,
    an_audit,
    header,
    heading,
    headline,
    paragraph,
    reviewed,
    row,
)
from tests.reports.verified import (
    a_contact,
    a_request,
    a_review,
    a_search,
    an_answer,
    an_evidence,
    heard,
    standing,
)

HOSTILE = {
    "55 script": "<script>document.title='ran'</script>",
    "55 end of title": "</title><script>document.title='ran'</script>",
    "56 img onerror": "<img src=x onerror=\"document.title='ran'\">",
    "57 svg script": "<svg><script>document.title='ran'</script></svg>",
    "58 mathml": "<math><mglyph><style></style><img src=x onerror=document.title='ran'></mglyph></math>",
    "59 javascript address": "javascript:document.title='ran'",
    "59 javascript with a tab": "java\tscript:document.title='ran'",
    "60 data address": "data:text/html,<script>document.title='ran'</script>",
    "61 base": '<base href="https://evil.example/">',
    "61 refresh": '<meta http-equiv="refresh" content="0;url=//evil.example">',
    "62 tracker": '<img src="https://evil.example/pixel.gif">',
    "63 template": "{{7*7}} {% for x in y %} ${7*7} #{7*7}",
    "64 end of script": "</script>\u2028<script>document.title='ran'</script>",
    "64 end of style": "</style><style>@import url(//evil.example/x.css);</style>",
    "65 bidi": "invoice\u202egpj.exe\u202c and \u2066isolated\u2069",
    "66 zero width": "re\u200bview\u200der",
    "67 cdata and comment": "]]> --> <!-- <![CDATA[",
    "68 nested tags": "<div>" * 2_000,
    "attribute": '" onmouseover="document.title=\'ran\'" x="',
    "controls": "bell\x07 escape\x1b[31m nul\x00 delete\x7f",
    "lone surrogate": "half \ud83d of a character",
    "long word": "Donaudampfschifffahrtsgesellschaft" * 40,
    "combining": "Z" + "\u0351\u034b\u0352" * 200,
}


def hostile_audit(text: str) -> AuditPage:
    """An audit with the text in every place where a document or a person can put one."""
    said = Said(
        text,
        figures=((text[:4], text),),
        hedges=((text[4:9], HedgeKind.UNCONFIRMED),),
        credited=(text[:5], text),
        unconfirmed=True,
    )
    document = a_document(
        headline(text),
        heading(text),
        paragraph(said),
        paragraph(Said(text, reviews=(reviewed("confirmed", text, by=text),))),
        header(text),
        row(text, headers=(text,), figures=((text[:4], text),)),
        metadata=Metadata(title=text, published=text, author=text, outlet=text, url=text, modified=text),
        sources=((text[:10], SourceKind.OTHER, text, text),),
    )
    claims = tuple(exhibited(claim, text) if claim.reviews else claim for claim in document.claims)
    document = replace(document, title=text, file=text, language=text[:3], claims=claims)
    story = a_story(document, Measured(text, (int(document.claims[2].figures[0].value or 0),)))
    return an_audit(document, story)


def exhibited(claim: ClaimPage, text: str) -> ClaimPage:
    """The claim with the text in every word that somebody can give with evidence on it."""
    given = {
        "source_name": text,
        "origin": text,
        "because": text,
        "by": text,
        "language": text,
        "translation": text,
        "translated_by": text,
        "part": text,
        "described_by": text,
        "claimed_date": text,
        "claimed_place": text,
        "first_use": text,
        "covered": (text,),
        "uncovered": (text,),
        "differing": (text,),
        "withdrawn": WithdrawalPage(text, text, AT),
        "recheck": RecheckPage(Recheck.QUOTE_ALTERED, f"{text} {text}", text, AT),
    }
    said = {"told": text, "on_date": text, "place": text, "how": text}
    override = OverridePage(text, text, text, AT)
    return replace(
        claim,
        tier_set_by=text,
        reviews=(*claim.reviews, a_review("refuted", because=text, by=text, override=override)),
        evidence=(an_evidence(1, capture=text, quote=text, **given), heard(2, **given, **said)),
        searches=(a_search(text, terms=text, note=text, by=text),),
        contacts=(a_contact(whom=text, channel=text, asked=text, replies=(an_answer(text),)),),
        reply_requests=(
            a_request(
                whom=text,
                channel=text,
                put=text,
                by=text,
                answers=(AnswerPage(ReplyOutcome.ANSWERED, text, text, AT),),
                uses=(UsePage(text, text, (), text, AT),),
            ),
        ),
        standing=standing(
            Status.UNCONFIRMED,
            waits_for=(text,),
            stale=(text,),
            trace=(TraceLine(text, met=True, says=text),),
        ),
    )
