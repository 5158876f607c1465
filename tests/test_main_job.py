"""The main job on a whole article: what is read in it, how its figures relate, and what stays the same
when one thing in it changes.

Our own example has the structure of a real article, which is used as well where it is present.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from claims.intake import offer_file, store
from claims.judging.policy_file import BUILT_IN
from claims.kinds import Because, ClaimKind, HedgeKind, Relation, SourceKind, Status, WhyNot
from claims.pages import AuditPage
from claims.queries import audit_page
from claims.reading import read
from claims.reading.record import Figure, Reading, Statement
from claims.reconcile import reconcile
from claims.reconcile.record import Item, Pair, Reconciliation
from ledger.engine import open_ledger
from reports.terminal import check_screen
from sources.readers import read_bytes
from tests.ledger.pens import replaying_pen

PROJECT = Path(__file__).parent.parent
EXAMPLE = PROJECT / "examples" / "prisoner-release.txt"
REAL = PROJECT.parent / "shared" / "corpus" / "belarus-release.txt"


@dataclass(frozen=True)
class Expected:
    """What differs between the two articles."""

    title: str
    received_by: str
    speakers: tuple[str, ...]
    inline: tuple[str, str]
    envoy: str
    relative: str
    undisclosed: str
    uncertain: str
    sources: tuple[tuple[str, SourceKind], ...]


EXPECTED = {
    EXAMPLE: Expected(
        title="Velmaria frees 123 prisoners as Norland ends nickel embargo",
        received_by="Kostania’s prisoner exchange coordination centre",
        speakers=("Tomas Varga", "Lena Havelik", "Lena Havelik", "Norland Embassy in Brennia"),
        inline=("deep gratitude and quiet happiness", "Hallam Peace Prize Committee"),
        envoy="Harriet Voss",
        relative="Irena Dolenska",
        undisclosed="In the first hours",
        uncertain="Although tallies vary",
        sources=(
            ("The Harbour Courier", SourceKind.NEWS),
            ("Meridian Press", SourceKind.NEWS_AGENCY),
            ("The Hallam Peace Prize Committee", SourceKind.OFFICIAL),
            ("Norland Embassy in Brennia", SourceKind.OFFICIAL),
        ),
    ),
    REAL: Expected(
        title="Belarus frees 123 prisoners after US lifts potash sanctions",
        received_by="Ukraine’s prisoner of war coordination centre",
        speakers=(
            "Pavel Slunkin",
            "Sviatlana Tsikhanouskaya",
            "Sviatlana Tsikhanouskaya",
            "US Embassy in Lithuania",
        ),
        inline=("profound relief and heartfelt joy", "Norwegian Nobel Committee"),
        envoy="John Coale",
        relative="Tatsiana Khomich",
        undisclosed="Belarusian officials did not",
        uncertain="While precise historical tallies vary",
        sources=(
            ("Al Jazeera", SourceKind.NEWS),
            ("Reuters", SourceKind.NEWS_AGENCY),
            ("The Norwegian Nobel Committee / Nobel Prize", SourceKind.OFFICIAL),
            ("US Embassy in Lithuania", SourceKind.OFFICIAL),
        ),
    ),
}


@pytest.fixture(params=[EXAMPLE, REAL], ids=["our own article", "the real article"])
def path(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    if not path.exists():
        pytest.skip("the real article is not beside the project")
    return path


@pytest.fixture
def words(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.fixture
def expected(path: Path) -> Expected:
    return EXPECTED[path]


@pytest.fixture
def reading(words: str) -> Reading:
    return read_words(words)


def read_words(words: str) -> Reading:
    return read(read_bytes(words.encode(), "article.txt"))


def related(reading: Reading) -> Reconciliation:
    return reconcile([Item("article", reading)])


def figures(reading: Reading) -> list[tuple[Statement, Figure]]:
    return [(statement, figure) for statement in reading.statements for figure in statement.figures]


def statement_with(reading: Reading, words: str) -> Statement:
    return next(statement for statement in reading.statements if words in reading.quote(statement))


def speakers_of(statement: Statement) -> set[str | None]:
    return {attribution.speaker for attribution in statement.attributions}


def test_the_headline_is_the_first_claim_and_checkable_and_the_section_headings_are_not(
    reading: Reading, expected: Expected
) -> None:
    headings = [statement for statement in reading.statements if statement.kind is ClaimKind.HEADING]
    headline = reading.statements[0]

    assert (reading.title, reading.quote(headline)) == (expected.title, expected.title)
    assert (headline.kind, headline.checkable) == (ClaimKind.HEADLINE, True)
    assert len(headings) == 9
    assert {(heading.checkable, heading.why_not) for heading in headings} == {(False, WhyNot.HEADING)}


def test_what_the_article_does_not_say_of_itself_is_unknown(reading: Reading) -> None:
    record = reading.as_record("article")

    assert [record[key] for key in ("published", "modified", "author", "outlet", "url")] == [None] * 5
    assert record["language"] == "en"


def test_every_character_lies_in_one_claim_or_in_furniture(reading: Reading) -> None:
    held: Counter[int] = Counter()
    for start, end in [(claim.start, claim.end) for claim in reading.statements] + list(reading.furniture):
        held.update(range(start, end))

    text = reading.source.text
    assert [text[start:end] for start, end in reading.furniture] == ["Leave a Comment"]
    assert {held[at] for at, character in enumerate(text) if not character.isspace()} == {1}


def test_exactly_the_three_items_under_unconfirmed_are_reported_as_unconfirmed(reading: Reading) -> None:
    reported = [statement for statement in reading.statements if statement.reported_unconfirmed]

    assert [(claim.section, claim.kind, claim.checkable) for claim in reported] == [
        ("Unconfirmed", ClaimKind.LIST_ITEM, True)
    ] * 3


def test_a_hedge_elsewhere_is_kept_and_does_not_count_as_unconfirmed(
    reading: Reading, expected: Expected
) -> None:
    undisclosed = statement_with(reading, expected.undisclosed)
    uncertain = statement_with(reading, expected.uncertain)

    assert HedgeKind.UNDISCLOSED in {hedge.kind for hedge in undisclosed.hedges}
    assert HedgeKind.UNCERTAIN in {hedge.kind for hedge in uncertain.hedges}
    assert not undisclosed.reported_unconfirmed
    assert not uncertain.reported_unconfirmed


def test_four_sources_are_listed_each_with_the_note_after_its_dash(
    reading: Reading, expected: Expected
) -> None:
    assert tuple((source.name, source.kind) for source in reading.sources) == expected.sources
    for source in reading.sources:
        assert source.note
        assert f"— {source.note}" in reading.quote(source)


def test_there_are_exactly_eleven_figures(reading: Reading) -> None:
    found = figures(reading)

    assert Counter((figure.quote, str(figure.value), figure.unit) for _, figure in found) == {
        ("123", "123", None): 6,
        ("114", "114", None): 2,
        ("two days", "2", "day"): 3,
    }
    assert [statement.kind for statement, figure in found if figure.quote == "123"] == [
        ClaimKind.HEADLINE,
        ClaimKind.STATEMENT,
        ClaimKind.LIST_ITEM,
        ClaimKind.STATEMENT,
        ClaimKind.TABLE_ROW,
        ClaimKind.LIST_ITEM,
    ]


def test_block_quotations_are_credited_to_the_speaker_of_the_next_line(
    reading: Reading, expected: Expected
) -> None:
    quotations = [statement for statement in reading.statements if statement.kind is ClaimKind.QUOTATION]

    assert [speakers_of(quotation) for quotation in quotations] == [{name} for name in expected.speakers]
    for quotation in quotations:
        for attribution in quotation.attributions:
            assert attribution.quoted
            assert all(quotation.start <= start < end <= quotation.end for start, end in attribution.content)
            assert all(start >= quotation.end for start, _ in attribution.source)


def test_reported_speech_is_credited_to_whoever_spoke(reading: Reading, expected: Expected) -> None:
    inline, committee = expected.inline

    assert committee in speakers_of(statement_with(reading, inline))
    assert expected.envoy in speakers_of(statement_with(reading, "the decision followed two days of talks"))
    assert expected.relative in speakers_of(statement_with(reading, "by phone"))
    for statement, figure in figures(reading):
        if figure.quote == "114":
            assert speakers_of(statement) == {expected.received_by}


def relations_by_value(reading: Reading) -> dict[tuple[str, str], set[tuple[Relation, str | None]]]:
    found = related(reading)
    values = {figure.id: figure.figure.quote for figure in found.figures}
    pairs = {frozenset((pair.a, pair.b)): pair for pair in found.pairs()}
    relations: dict[tuple[str, str], set[tuple[Relation, str | None]]] = {}
    for one, other in combinations(values, 2):
        pair = pairs.get(frozenset((one, other)), Pair(one, other, Relation.DIFFERENT, ""))
        residual = None if pair.residual is None else str(pair.residual)
        relations.setdefault((values[pair.a], values[pair.b]), set()).add((pair.relation, residual))
    return relations


def test_figures_are_related_two_by_two(reading: Reading) -> None:
    found = relations_by_value(reading)

    assert found[("123", "123")] == {(Relation.EQUAL, None)}
    assert found[("114", "114")] == {(Relation.EQUAL, None)}
    assert found[("two days", "two days")] == {(Relation.EQUAL, None)}
    assert found[("114", "123")] == {(Relation.PART_OF, "9")}
    assert {
        relation
        for pair, relations in found.items()
        if len({*pair, "two days"}) == 2 and pair[0] != pair[1]
        for relation, _ in relations
    } == {Relation.DIFFERENT}


def test_the_one_open_task_is_the_nine_who_are_not_accounted_for(reading: Reading) -> None:
    (task,) = related(reading).tasks

    assert task.relation is Relation.PART_OF
    assert "9 of 123" in task.message


# And so that none of this can be had by keeping quiet:


def with_one_other_figure(words: str) -> str:
    """The 123 of the main event becomes 132."""
    before, found, after = words.partition("freed 123 people")
    assert found
    return f"{before}freed 132 people{after}"


def test_a_changed_figure_is_a_conflict_with_each_of_the_others_and_nothing_else_changes(words: str) -> None:
    plain, changed = read_words(words), read_words(with_one_other_figure(words))

    found = relations_by_value(changed)
    conflicts = {
        pair for pair, relations in found.items() if any(r is Relation.CONFLICT for r, _ in relations)
    }
    assert [set(pair) for pair in conflicts] == [{"123", "132"}]
    assert [found[pair] for pair in conflicts] == [{(Relation.CONFLICT, None)}]
    assert found[("123", "123")] == {(Relation.EQUAL, None)}
    assert found[("114", "123")] == {(Relation.PART_OF, "9")}
    assert [(s.start, s.end, s.kind, s.checkable, s.reported_unconfirmed) for s in changed.statements] == [
        (s.start, s.end, s.kind, s.checkable, s.reported_unconfirmed) for s in plain.statements
    ]


@pytest.fixture
def checked(words: str, tmp_path: Path) -> Iterator[AuditPage]:
    article = tmp_path / "article.txt"
    article.write_text(with_one_other_figure(words), encoding="utf-8")
    with open_ledger(tmp_path / "factdesk.db") as ledger:
        store(ledger, replaying_pen(), offer_file(str(article)))
        with ledger.reading() as session:
            yield audit_page(session, "article", BUILT_IN, printed_at=replaying_pen().clock())


def test_check_names_the_pair_in_conflict_and_says_where_both_stand(checked: AuditPage) -> None:
    screen = check_screen(checked, Path("article.html"))
    odd = next(claim for claim in checked.document.claims if "132" in claim.text)
    first = checked.document.claims[0]

    assert "132" in screen
    assert odd.handle in screen
    assert first.handle in screen


def test_a_claim_whose_figure_differs_stays_unconfirmed_because_of_it(checked: AuditPage) -> None:
    odd = next(claim for claim in checked.document.claims if "132" in claim.text)
    calm = next(claim for claim in checked.document.claims if "114" in claim.text)

    assert (odd.standing.status, odd.standing.because) == (Status.UNCONFIRMED, Because.FIGURES_DIFFER)
    assert "123" in odd.standing.reason
    assert calm.standing.because is Because.NOBODY_LOOKED


def test_under_another_heading_of_the_same_meaning_the_three_are_still_found(words: str) -> None:
    assert "\nUnconfirmed\n" in words

    reading = read_words(words.replace("\nUnconfirmed\n", "\nWhat we don’t know yet\n"))

    sections = [claim.section for claim in reading.statements if claim.reported_unconfirmed]
    assert sections == ["What we don’t know yet"] * 3


def test_in_the_running_text_under_no_heading_the_three_are_found_by_their_cues(words: str) -> None:
    before, _, rest = words.partition("\nUnconfirmed\n")
    _, _, after = rest.partition("\nBottom line\n")
    moved = (
        "It could not be independently verified whether the Union was asked to follow. "
        "That a second paper was signed has not been confirmed by either side. "
        "Reports on where the freed will settle remain unconfirmed."
    )

    reading = read_words(f"{before}\n{moved}\n\nBottom line\n{after}")

    reported = [reading.quote(claim) for claim in reading.statements if claim.reported_unconfirmed]
    assert " ".join(reported) == moved


def test_another_release_at_another_time_is_different(words: str, path: Path) -> None:
    who = "Velmaria" if path == EXAMPLE else "Belarus"
    sentence = f"In September, {who} had released 52 people after earlier talks."

    found = relations_by_value(read_words(words.replace("\nAnalysis", f"\n{sentence}\n\nAnalysis", 1)))

    with_52 = {frozenset(pair): relations for pair, relations in found.items() if "52" in pair}
    assert set(with_52) == {frozenset(("52", other)) for other in ("123", "114", "two days")}
    assert {relation for relations in with_52.values() for relation, _ in relations} == {Relation.DIFFERENT}
    assert found[("114", "123")] == {(Relation.PART_OF, "9")}
