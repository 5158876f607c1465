"""What happened since somebody left, from the log."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event as listening
from sqlalchemy.engine import Engine

from claims.errors import UnknownDocument
from claims.evidence.looking import contacted, replied, searched
from claims.handover.happened import since
from claims.handover.noting import note_on_claim, note_on_story
from claims.handover.told import Part, SincePage
from claims.intake import offer_file, store_revision
from claims.judging.policy_file import BUILT_IN
from claims.kinds import SearchResult
from ledger.engine import Ledger
from reports.since_screens import sentence_of, since_screen
from tests.claims.handover.desk import FERRIES, begin, check, give, judge, pen
from tests.ledger.pens import MORNING

HOUR = timedelta(hours=1)
CLAIM = "ferries:3"


def happened(
    ledger: Ledger, reader: str = "cora", *, left: datetime | None = None, about: str | None = None
) -> SincePage:
    with ledger.reading() as session:
        return since(session, BUILT_IN, reader, now=MORNING + 9 * HOUR, left=left, about=about)


def sentences(ledger: Ledger, reader: str = "cora", *, part: Part | None = None) -> list[str]:
    page = happened(ledger, reader)
    return [
        sentence_of(one)
        for one in page.happened
        if part is None or any(told.part is part for told in one.told)
    ]


def revised(ledger: Ledger, folder: Path, words: str, *, by: str = "nils") -> None:
    path = folder / "ferries.txt"
    path.write_text(words, encoding="utf-8")
    store_revision(ledger, pen(by), offer_file(str(path)))


def test_only_what_came_after_the_last_thing_that_the_reader_did_is_told(desk: Ledger) -> None:
    judge(desk, "bridge:1", "partly", by="ada")
    begin(desk, "bridge:1", by="Cora")
    judge(desk, CLAIM, "partly", by="ada")

    assert sentences(desk, "cora") == [f"{CLAIM} marked partly by ada: ada asked them"]


def test_who_has_done_nothing_yet_is_told_everything(desk: Ledger) -> None:
    page = happened(desk, "zoe")

    assert (page.left, page.asked) == (None, False)
    assert [one.logged.action for one in page.happened] == ["document.add", "document.add"]


def test_a_time_is_taken_as_it_is_given(desk: Ledger) -> None:
    judge(desk, CLAIM, "partly", by="ada", after=HOUR)
    judge(desk, "bridge:1", "partly", by="ada", after=3 * HOUR)

    page = happened(desk, "cora", left=MORNING + 2 * HOUR)

    assert [one.logged.subject for one in page.happened] == ["bridge:1"]
    assert (page.left, page.asked) == (MORNING + 2 * HOUR, True)


def test_what_the_reader_did_is_marked_as_their_own(desk: Ledger) -> None:
    judge(desk, CLAIM, "partly", by="Cora", after=HOUR)
    judge(desk, CLAIM, "partly", by="ada", after=HOUR)

    assert [one.own for one in happened(desk, "cora", left=MORNING + HOUR).happened] == [True, False]


def test_a_verdict_that_waits_for_a_second_one_is_not_told(desk: Ledger) -> None:
    judge(desk, CLAIM, "refuted", by="ada")
    with desk.writing() as session:
        note_on_claim(session, pen("ada"), CLAIM, "it is refuted, trust me")

    told = happened(desk)

    assert f"{CLAIM} given a first verdict by ada" in [sentence_of(one) for one in told.happened]
    assert "refuted" not in since_screen(told)
    assert "asked them" not in since_screen(told)
    check(desk, CLAIM, "refuted", by="ben")
    assert f"{CLAIM} given a second verdict, refuted, by ben: ben read the log" in sentences(desk)
    assert f"{CLAIM} marked refuted by ada: ada asked them" in sentences(desk)
    assert f"{CLAIM} a note by ada: it is refuted, trust me" in sentences(desk)


def test_a_withheld_verdict_on_a_claim_that_was_cut_since_is_not_told_either(
    desk: Ledger, tmp_path: Path
) -> None:
    judge(desk, CLAIM, "refuted", by="ada")
    revised(desk, tmp_path, FERRIES.replace("No passengers were hurt on 3 April.\n\n", ""))

    assert "refuted" not in str([one.told for one in happened(desk).happened])


def test_what_is_given_to_the_reader_or_taken_from_them_is_theirs(desk: Ledger) -> None:
    give(desk, CLAIM, "bridge:1", to="Cora", by="ada")
    give(desk, "bridge:1", to="Ben", by="ada")
    give(desk, "bridge:2", to="Ben", by="ada")

    assert sentences(desk, part=Part.YOURS) == [
        f"{CLAIM} assigned to Cora by ada; bridge:1 assigned to Cora by ada",
        "bridge:1 assigned to Ben, had been Cora’s, by ada",
    ]


def test_what_happens_to_a_claim_of_the_reader_is_theirs_until_it_is_given_on(desk: Ledger) -> None:
    give(desk, CLAIM, to="cora", by="dan")
    give(desk, "bridge:1", to="cora", by="dan")
    give(desk, "bridge:1", to="dan", by="dan")
    with desk.writing() as session:
        for handle in (CLAIM, "bridge:1"):
            searched(session, pen("ada"), handle, where="the log", found=SearchResult.NOTHING)

    looked = [one for one in sentences(desk, part=Part.YOURS) if "looked for" in one]
    assert looked == [f"{CLAIM} looked for, nothing, by ada: the log"]


def test_a_revision_tells_what_is_open_again_and_why(desk: Ledger, tmp_path: Path) -> None:
    judge(desk, CLAIM, "partly", by="cora")

    revised(desk, tmp_path, FERRIES.replace("3 April", "4 April"))

    (told,) = sentences(desk, part=Part.CHANGED)
    assert told.startswith("ferries revised by nils: revision 2: 1 open again; ")
    assert f"{CLAIM} open again since revision 2: " in told
    assert "bridge" not in told


def test_replies_come_with_neither_name_nor_words(desk: Ledger) -> None:
    with desk.writing() as session:
        contacted(session, pen("ada"), CLAIM, whom="the mole", channel="a phone box")
        replied(session, pen("ada"), CLAIM, answer="it was me")

    told = sentences(desk, part=Part.ANSWERS)

    assert told == [f"{CLAIM} a reply, noted by ada"]
    assert "the mole" not in str(happened(desk))


def test_notes_are_told_in_their_words(desk: Ledger) -> None:
    with desk.writing() as session:
        note_on_claim(session, pen("ada"), CLAIM, "they call back at six")
        note_on_story(session, pen("ben"), "ferries", "the list is in the safe")

    assert sentences(desk, part=Part.NOTES) == [
        f"{CLAIM} a note by ada: they call back at six",
        "ferries a note by ben: the list is in the safe",
    ]


def test_one_story_leaves_out_the_others(desk: Ledger) -> None:
    judge(desk, CLAIM, "partly", by="ada")
    judge(desk, "bridge:1", "partly", by="ada")

    page = happened(desk, about="bridge")

    assert {one.logged.subject for one in page.happened} == {"bridge", "bridge:1"}
    with pytest.raises(UnknownDocument):
        happened(desk, about="trains")


def test_an_action_of_a_later_version_is_told_by_its_name(desk: Ledger) -> None:
    from claims.handover.sentences import tell
    from claims.handover.told import Logged, Names

    logged = Logged(7, MORNING, "ada", "claim.sing", CLAIM, "", {})

    (told,), noun = tell(logged, Names())

    assert (told.about, told.did, noun) == ((CLAIM,), "claim sing", ("claim.sing", "claim.sing"))


def test_more_entries_take_no_more_statements(desk: Ledger) -> None:
    def statements() -> int:
        counted: list[str] = []

        def count(connection: object, cursor: object, statement: str, *others: object) -> None:
            counted.append(statement)

        listening.listen(Engine, "before_cursor_execute", count)
        try:
            happened(desk)
        finally:
            listening.remove(Engine, "before_cursor_execute", count)
        return len(counted)

    give(desk, CLAIM, to="ben")
    judge(desk, CLAIM, "partly", by="ada")
    few = statements()
    for handle in ("ferries:1", "ferries:2", "bridge:1", "bridge:2"):
        give(desk, handle, to="ben")
        judge(desk, handle, "partly", by="ada")

    assert statements() == few
