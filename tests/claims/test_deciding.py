"""People decide about figures and origins: what is stored, what follows, what stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from claims.deciding import (
    Decided,
    join_origins,
    merge_quantities,
    move_figure,
    name_party,
    part_origins,
    split_figures,
    undo,
    undo_last,
)
from claims.errors import (
    AmbiguousFigure,
    AmbiguousQuantity,
    CannotMix,
    ClaimError,
    EmptyReason,
    NothingToDecide,
    OtherStory,
    UnknownClaim,
    UnknownDecision,
    UnknownDocument,
    UnknownFigure,
    UnknownQuantity,
    UnknownStory,
)
from claims.intake import offer_file, reconcile_again, store
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.kinds import Because, DecisionKind, Party, QuantityStatus
from claims.models import DecidedFigureRow, DecisionRow
from claims.pages import StoryPage
from claims.queries import claim_pages, figure_lines, story_page
from claims.reconcile import reconcile
from claims.reconcile.decisions import Decisions
from claims.reconcile.record import Item, Reconciliation
from ledger.engine import Ledger
from ledger.errors import UnrecordedWrite
from ledger.events import Event, head
from tests.ledger.pens import MORNING, replaying_pen

FIRST = "Velmaria released 123 prisoners on Saturday, the ministry said. The talks took two days."
RIVAL = "Velmaria released 132 prisoners on Saturday, Ada Marsh of the exchange centre said."
MARCH = (
    "Police counted 132 marchers on the quay. The march cost 40% of the budget. A band of 5 and 7 dogs came."
)


def add(ledger: Ledger, folder: Path, name: str, words: str, *, at: int, story: str = "release") -> None:
    """Store a text of a story; `at` counts the texts, so that they stand in the order of adding."""
    path = folder / f"{name}.txt"
    path.write_text(f"{words}\n", encoding="utf-8")
    pen = replaying_pen(start=MORNING + timedelta(hours=at), first=10_000 * at)
    store(ledger, pen, offer_file(str(path), story=story))


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Ledger:
    """A story of three documents, and a document of another story."""
    add(ledger, tmp_path, "first", FIRST, at=1)
    add(ledger, tmp_path, "rival", RIVAL, at=2)
    add(ledger, tmp_path, "march", MARCH, at=3)
    add(ledger, tmp_path, "elsewhere", FIRST, at=4, story="elsewhere")
    return ledger


def page(ledger: Ledger, story: str = "release") -> StoryPage:
    with ledger.reading() as session:
        return story_page(session, story)


def quantity_of(ledger: Ledger, figure: str) -> set[str]:
    """All the figures that measure the same as one."""
    return next(set(one.figures) for one in page(ledger).findings.quantities if figure in one.figures)


def because_of(ledger: Ledger, slug: str) -> Because | None:
    with ledger.reading() as session:
        return claim_pages(session, BUILT_IN, slug=slug)[0].standing.because


def split_the_rival(ledger: Ledger) -> Decided:
    pen = replaying_pen("ada", first=1)
    return split_figures(ledger, pen, ["rival:1"], label="freed in May", because="an earlier release")


def test_splitting_removes_the_conflict_its_task_and_what_a_claim_says_of_it(desk: Ledger) -> None:
    assert because_of(desk, "first") is Because.FIGURES_DIFFER

    decided = split_the_rival(desk)

    assert decided == Decided("release", 1)
    assert page(desk).findings.tasks == ()
    assert because_of(desk, "first") is Because.NOBODY_LOOKED
    labels = {one.label: one.status for one in page(desk).findings.quantities}
    assert labels["freed in May"] is QuantityStatus.SETTLED


def test_a_decision_is_kept_with_who_why_and_its_one_event(desk: Ledger) -> None:
    split_the_rival(desk)

    (decision,) = page(desk).decisions
    with desk.reading() as session:
        event = session.scalars(select(Event).order_by(Event.seq.desc()).limit(1)).one()
    assert (decision.number, decision.kind, decision.by) == (1, DecisionKind.SPLIT, "ada")
    assert (decision.because, decision.label) == ("an earlier release", "freed in May")
    assert [(figure.handle, figure.quote) for figure in decision.figures] == [("rival:1", "132")]
    assert (event.action, event.subject, event.actor) == ("figure.split", "release", "ada")
    assert event.at == decision.at


def test_a_decision_stays_when_the_story_is_related_anew_and_grows(desk: Ledger, tmp_path: Path) -> None:
    split_the_rival(desk)

    reconcile_again(desk, "release")
    assert quantity_of(desk, "rival.0") == {"rival.0"}

    add(desk, tmp_path, "later", "Velmaria released 132 prisoners on Saturday.", at=5)

    assert quantity_of(desk, "rival.0") == {"rival.0"}
    assert quantity_of(desk, "later.0") == {"first.0", "later.0"}


def test_moving_puts_a_figure_where_another_is(desk: Ledger) -> None:
    move_figure(desk, replaying_pen(first=1), "march:1", to="first:1", because="it counts the freed")

    assert quantity_of(desk, "march.0") == {"first.0", "rival.0", "march.0"}
    with desk.reading() as session:
        lines = {line.handle: line for line in figure_lines(session, "release")}
    moved, stayed = lines["march:1"].decision, lines["first:1"].decision
    assert moved is not None
    assert moved.number == 1
    assert stayed is None


def test_a_quantity_can_be_named_in_words(desk: Ledger) -> None:
    label = next(one.label for one in page(desk).findings.quantities if "first.0" in one.figures)

    move_figure(desk, replaying_pen(first=1), "march:1", to=label.upper(), because="it counts the freed")

    assert "first.0" in quantity_of(desk, "march.0")


def test_merging_makes_values_that_differ_a_conflict(desk: Ledger) -> None:
    split_the_rival(desk)
    assert page(desk).findings.tasks == ()

    merge_quantities(desk, replaying_pen(first=100), "freed in May", "first:1", because="one release")

    assert quantity_of(desk, "rival.0") == {"first.0", "rival.0"}
    assert len(page(desk).findings.tasks) == 1
    assert because_of(desk, "first") is Because.FIGURES_DIFFER


def test_a_decision_can_be_undone_by_a_further_one(desk: Ledger) -> None:
    before = page(desk).findings
    split_the_rival(desk)

    undo(desk, replaying_pen("ben", first=100), "release", 1, because="the same release")

    split, undone = page(desk).decisions
    assert page(desk).findings == before
    assert (split.undone_by, split.stands) == (2, False)
    assert (undone.kind, undone.undoes, undone.by) == (DecisionKind.UNDO, 1, "ben")


def test_the_last_decision_about_a_figure_can_be_undone_by_its_name(desk: Ledger) -> None:
    split_the_rival(desk)
    merge_quantities(desk, replaying_pen(first=100), "rival:1", "march:1", because="one count")

    undo_last(desk, replaying_pen(first=200), "rival:1", because="two counts")
    undo_last(desk, replaying_pen(first=300), "rival:1", because="one release")

    assert [decision.undoes for decision in page(desk).decisions] == [None, None, 2, 1]
    assert quantity_of(desk, "rival.0") == {"first.0", "rival.0"}


def test_two_origins_can_be_made_one_and_parted_again(desk: Ledger) -> None:
    def origins() -> int:
        return next(one.origins for one in page(desk).findings.quantities if "first.0" in one.figures)

    assert origins() == 2
    join_origins(desk, replaying_pen(first=1), "first:1", "rival:1", because="one note")
    assert origins() == 1
    part_origins(desk, replaying_pen(first=100), ["rival:1"], because="she counted herself")
    assert origins() == 2


def test_a_person_names_a_party_and_takes_it_back(desk: Ledger) -> None:
    def party() -> Party | None:
        return next(one.party for one in page(desk).findings.origins if "Marsh" in one.name)

    before = party()
    name_party(desk, replaying_pen(first=1), "release", "Ada Marsh", because="she sent them")
    assert party() is Party.NAMED
    name_party(desk, replaying_pen(first=50), "release", "Ada Marsh", is_party=False, because="a clerk")
    assert party() is None
    undo(desk, replaying_pen(first=100), "release", 2, because="she did send them")
    undo(desk, replaying_pen(first=200), "release", 1, because="nobody knows")
    assert party() is before


def test_a_review_is_never_touched(desk: Ledger) -> None:
    with desk.writing() as session:
        mark(session, replaying_pen(first=9000), "first:1", "confirmed", because="seen", policy=BUILT_IN)
    with desk.reading() as session:
        before = claim_pages(session, BUILT_IN, slug="first")[0].reviews

    split_the_rival(desk)

    with desk.reading() as session:
        assert claim_pages(session, BUILT_IN, slug="first")[0].reviews == before != ()


def decide(what: Callable[..., Decided], *names: object, **options: object) -> Callable[[Ledger], Decided]:
    """A decision to be tried."""
    return lambda ledger: what(ledger, replaying_pen(first=1), *names, **{"because": "so", **options})


@pytest.mark.parametrize(
    ("attempt", "error", "said"),
    [
        pytest.param(
            decide(move_figure, "march:1", to="first:1", because=" "),
            EmptyReason,
            "--because",
            id="no reason",
        ),
        pytest.param(
            decide(move_figure, "nope:1", to="first:1"), UnknownDocument, "'nope'", id="no document"
        ),
        pytest.param(decide(move_figure, "first:9", to="first:1"), UnknownClaim, "first:9", id="no claim"),
        pytest.param(decide(move_figure, "first", to="first:1"), UnknownClaim, "SLUG:NUMBER", id="no number"),
        pytest.param(
            decide(move_figure, "march:3/9", to="first:1"), UnknownFigure, "has 2 figures", id="no figure"
        ),
        pytest.param(
            decide(move_figure, "march:3", to="first:1"), AmbiguousFigure, "march:3/1 “5”", id="which figure"
        ),
        pytest.param(
            decide(move_figure, "first:1", to="elsewhere:1"), OtherStory, "within one story", id="other story"
        ),
        pytest.param(
            decide(move_figure, "first:1", to="rival:1"), NothingToDecide, "--to", id="there already"
        ),
        pytest.param(decide(move_figure, "first:1", to="first:1"), NothingToDecide, "--to", id="to itself"),
        pytest.param(
            decide(move_figure, "first:1", to="lorries"), UnknownQuantity, "'lorries'", id="no quantity"
        ),
        pytest.param(
            decide(move_figure, "march:2", to="first:1"), CannotMix, "“40%” is in %", id="two kinds"
        ),
        pytest.param(
            decide(merge_quantities, "first:1", "rival:1"), NothingToDecide, "one quantity already", id="one"
        ),
        pytest.param(
            decide(merge_quantities, "first:1", "first:1"),
            NothingToDecide,
            "one quantity already",
            id="itself",
        ),
        pytest.param(
            decide(merge_quantities, "people", "dogs"),
            UnknownQuantity,
            "name one by a figure",
            id="two names",
        ),
        pytest.param(decide(split_figures, ["march:1"]), NothingToDecide, "--label", id="alone already"),
        pytest.param(
            decide(split_figures, ["first:1", "march:2"]), CannotMix, "measure one", id="split of two"
        ),
        pytest.param(
            decide(join_origins, "march:1", "march:1"), NothingToDecide, "one origin already", id="one origin"
        ),
        pytest.param(
            decide(part_origins, ["rival:1"]), NothingToDecide, "name another", id="independent already"
        ),
        pytest.param(decide(name_party, "release", "Nobody"), NothingToDecide, "Marsh", id="no such source"),
        pytest.param(decide(name_party, "nope", "Marsh"), UnknownStory, "'nope'", id="no story"),
        pytest.param(decide(undo, "release", 7), UnknownDecision, "no decision 7", id="no decision"),
        pytest.param(decide(undo_last, "first:1"), UnknownDecision, "story decisions", id="nothing to undo"),
    ],
)
def test_what_can_not_be_decided_is_said_and_nothing_is_stored(
    desk: Ledger, attempt: Callable[[Ledger], Decided], error: type[ClaimError], said: str
) -> None:
    before = page(desk)
    with desk.reading() as session:
        log = head(session)

    with pytest.raises(error) as refused:
        attempt(desk)

    assert said in str(refused.value)
    assert page(desk) == before
    with desk.reading() as session:
        assert head(session) == log


def test_a_name_that_two_quantities_have_is_not_guessed(desk: Ledger, tmp_path: Path) -> None:
    split_figures(desk, replaying_pen(first=1), ["first:1"], label="the freed", because="so")
    split_figures(desk, replaying_pen(first=100), ["rival:1"], label="The freed", because="so")

    with pytest.raises(AmbiguousQuantity, match="first:1 “123”, rival:1 “132”"):
        move_figure(desk, replaying_pen(first=200), "march:1", to="the freed", because="so")


def test_an_undone_decision_is_not_undone_again(desk: Ledger) -> None:
    split_the_rival(desk)
    undo(desk, replaying_pen(first=100), "release", 1, because="so")

    with pytest.raises(UnknownDecision, match="was undone by decision 2"):
        undo(desk, replaying_pen(first=200), "release", 1, because="so")
    with pytest.raises(UnknownDecision, match="decide anew"):
        undo(desk, replaying_pen(first=200), "release", 2, because="so")


def test_a_decision_whose_figure_reads_otherwise_is_an_orphan_and_has_no_effect(desk: Ledger) -> None:
    split_the_rival(desk)

    with closing(sqlite3.connect(desk.path)) as connection, connection:
        connection.execute("UPDATE figures SET quote = 'some 132' WHERE quote = '132'")
    reconcile_again(desk, "release")

    (decision,) = page(desk).decisions
    assert (decision.is_orphan, decision.stands) == (True, False)
    assert [(figure.handle, figure.claim) for figure in decision.figures] == [(None, "rival:1")]
    assert quantity_of(desk, "rival.0") == {"first.0", "rival.0"}


def test_of_several_figures_that_read_alike_none_is_taken_once_their_number_changes(
    ledger: Ledger, tmp_path: Path
) -> None:
    add(ledger, tmp_path, "first", "The ferry had 12 crew and 12 cabins, and 12 lorries.", at=1)
    split_figures(ledger, replaying_pen(first=1), ["first:1/2"], label="cabins", because="so")

    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("DELETE FROM figures WHERE ordinal = 2")

    (decision,) = page(ledger).decisions
    assert decision.is_orphan


def test_a_decision_that_somebody_else_made_meanwhile_is_taken_into_account(
    desk: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(items: Sequence[Item], decisions: Decisions) -> Reconciliation:
        monkeypatch.setattr("claims.deciding.reconcile", reconcile)
        split_the_rival(desk)
        return reconcile(items, decisions)

    monkeypatch.setattr("claims.deciding.reconcile", interrupted)
    move_figure(desk, replaying_pen(first=500), "march:1", to="first:1", because="so")

    assert [decision.kind for decision in page(desk).decisions] == [DecisionKind.SPLIT, DecisionKind.MOVE]
    assert quantity_of(desk, "march.0") == {"first.0", "march.0"}


def test_findings_made_without_a_decision_that_came_in_between_are_not_kept(
    desk: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(items: Sequence[Item], decisions: Decisions) -> Reconciliation:
        monkeypatch.setattr("claims.intake.reconcile", reconcile)
        split_the_rival(desk)
        return reconcile(items, decisions)

    monkeypatch.setattr("claims.intake.reconcile", interrupted)
    reconcile_again(desk, "release")

    assert quantity_of(desk, "rival.0") == {"rival.0"}


@pytest.mark.parametrize("table", [DecisionRow, DecidedFigureRow])
def test_what_was_decided_is_never_changed_behind_the_log(
    desk: Ledger, table: type[DecisionRow] | type[DecidedFigureRow]
) -> None:
    split_the_rival(desk)

    for statement in (update(table).values(id=None), delete(table)):
        with pytest.raises(UnrecordedWrite), desk.writing() as session:
            session.execute(statement)
    for words in (f"UPDATE {table.__tablename__} SET id = NULL", f"DELETE FROM {table.__tablename__}"):
        with closing(sqlite3.connect(desk.path)) as connection, pytest.raises(sqlite3.IntegrityError):
            connection.execute(words)
    with desk.reading() as session:
        assert session.scalar(select(func.count()).select_from(table)) == 1
