"""An audit of a short article about a release of prisoners, with one of everything that a report shows."""

from __future__ import annotations

from claims.kinds import HedgeKind, QuantityStatus, Relation, SourceKind
from claims.pages import AuditPage
from tests.reports.pages import (
    Measured,
    Part,
    Said,
    a_document,
    a_story,
    an_audit,
    byline,
    caption,
    furniture,
    header,
    heading,
    headline,
    item,
    paragraph,
    quotation,
    reviewed,
    row,
)

_COLUMNS = ("Date", "Number released as reported", "Remarks")
_PART_OF = "The prisoners received by Kostania are among those released by Velmaria."
_REMAINDER = "9 of the 123 prisoners released by Velmaria are not accounted for"
_CONFLICT = "One place says 132 and another 123, both of the prisoners that Velmaria released."


def release_parts(table_figure: str = "123") -> list[Part]:
    """The article, with the figure in its table to be chosen."""
    differs = table_figure != "123"
    return [
        headline(
            "Velmaria frees 123 prisoners as Norland ends nickel embargo",
            figures=(("123", "prisoners"),),
            differs=differs,
        ),
        byline("By Ana Example, 14 December 2025"),
        paragraph(
            Said(
                "Velmaria released 123 detainees on Saturday.",
                figures=(("123", "detainees"),),
                differs=differs,
            ),
            Said(
                "Norland’s envoy, Harriet Voss, said that two days of talks had led to it.",
                figures=(("two days", None),),
                credited=("Norland’s envoy, Harriet Voss", "Harriet Voss"),
            ),
            Said(
                "The embargo on nickel ended on the same day.",
                reviews=(reviewed("confirmed", "The decree was printed in the gazette of 13 December."),),
            ),
            Said(
                "All of those set free were Velmarians.",
                reviews=(reviewed("refuted", "Kostania names citizens of its own among them."),),
            ),
        ),
        item(
            Said(
                "Kostania’s coordination centre reported that it had received 114 prisoners.",
                figures=(("114", "prisoners"),),
                credited=("Kostania’s coordination centre", "Kostania’s coordination centre"),
            )
        ),
        item(
            Said(
                "The first of them reportedly crossed at dawn.", hedges=(("reportedly", HedgeKind.REPORTED),)
            )
        ),
        heading("Comparison & data"),
        caption("Release of 13 December 2025 beside earlier ones"),
        header(*_COLUMNS),
        row(
            "13 Dec 2025",
            table_figure,
            "In return for the embargo",
            headers=_COLUMNS,
            figures=((table_figure, None),),
            differs=differs,
        ),
        row("Earlier in 2025", "Few", "Gestures of good will", headers=_COLUMNS),
        quotation(
            Said(
                "“The embargo has become a thing to trade.”",
                reviews=(reviewed("unconfirmed", "His office has not answered."),),
            )
        ),
        byline("Tomas Varga (former diplomat)"),
        heading("Unconfirmed"),
        item(
            Said(
                "Whether Norland will ask its allies to follow has not been confirmed by any of them.",
                hedges=(("has not been confirmed", HedgeKind.UNCONFIRMED),),
                unconfirmed=True,
            )
        ),
        item(Said("What the two governments promised each other in writing.", unconfirmed=True)),
        heading("Sources"),
        item("Meridian Press (news agency): remarks of officials."),
        item(
            "https://example.org/a-page-with-a-very-long-address/that-has-no-place-to-break/at-all-1234567890"
        ),
        furniture("Leave a Comment"),
    ]


def release_audit() -> AuditPage:
    """The article as it is: no figures differ, 9 of 123 are not accounted for."""
    document = a_document(
        *release_parts(),
        sources=(
            ("Meridian Press", SourceKind.NEWS_AGENCY, "remarks of officials", None),
            (
                "https://example.org",
                SourceKind.OTHER,
                None,
                "https://example.org/a-page-with-a-very-long-address",
            ),
        ),
    )
    story = a_story(
        document,
        Measured("prisoners released by Velmaria", (123,), QuantityStatus.INCOMPLETE),
        Measured("prisoners received by Kostania", (114,)),
        relations=((114, Relation.PART_OF, 123, _PART_OF),),
        tasks=((114, Relation.PART_OF, 123, _REMAINDER),),
    )
    return an_audit(document, story)


def conflicting_audit() -> AuditPage:
    """The same with 132 in the table."""
    document = a_document(*release_parts("132"))
    story = a_story(
        document,
        Measured("prisoners released by Velmaria", (123, 132), QuantityStatus.DISPUTED),
        Measured("prisoners received by Kostania", (114,)),
        relations=((132, Relation.CONFLICT, 123, _CONFLICT), (114, Relation.PART_OF, 123, _PART_OF)),
        tasks=((132, Relation.CONFLICT, 123, _CONFLICT), (114, Relation.PART_OF, 123, _REMAINDER)),
    )
    return an_audit(document, story)
