"""Texts that try to be more than text: the cases of the report, each with its number and name."""

from __future__ import annotations

from dataclasses import replace

from claims.kinds import HedgeKind, SourceKind
from claims.pages import AuditPage
from sources.blocks import Metadata
from tests.reports.pages import (
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
    document = replace(document, title=text, file=text, language=text[:3])
    story = a_story(document, Measured(text, (int(document.claims[2].figures[0].value or 0),)))
    return an_audit(document, story)
