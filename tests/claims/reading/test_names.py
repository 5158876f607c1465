"""The name in the words that a text uses for a speaker."""

from __future__ import annotations

import pytest

from claims.reading.names import Kind, described_as, name_in, name_of_run, spelled_out


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Eva Holm", "Eva Holm", Kind.PERSON),
        ("Ales Vorsk", "Ales Vorsk", Kind.PERSON),
        ("Mrs Holm", "Holm", Kind.PERSON),
        ("Sen. Eva Holm of Norland", "Eva Holm", Kind.PERSON),
        ("Norland Senator Eva Holm", "Eva Holm", Kind.PERSON),
        ("the former diplomat Pavle Ostrin", "Pavle Ostrin", Kind.PERSON),
        ("The envoy for Norland, Harriet Voss", "Harriet Voss", Kind.PERSON),
        ("Eva Holm of the Sorvik Institute", "Eva Holm", Kind.PERSON),
        ("Harbour Courier’s Eva Holm", "Eva Holm", Kind.PERSON),
        ("Qadir Vesnic", "Qadir Vesnic", Kind.EITHER),
        ("Hamas", "Hamas", Kind.EITHER),
        ("The Harbour Courier", "Harbour Courier", Kind.INSTITUTION),
        ("Norland Embassy in Brennia (official statement)", "Norland Embassy in Brennia", Kind.INSTITUTION),
        ("The US embassy in Brennia", "US embassy in Brennia", Kind.INSTITUTION),
        ("Kostania’s prisoner exchange centre", "Kostania’s prisoner exchange centre", Kind.INSTITUTION),
        ("the Ministry of Health and Care", "Ministry of Health and Care", Kind.INSTITUTION),
    ],
    ids=str,
)
def test_a_name_is_told_from_its_titles(source: str, name: str, kind: Kind) -> None:
    found = name_in(source)

    assert found is not None
    assert (found.words, found.kind) == (name, kind)


@pytest.mark.parametrize(
    "source",
    [
        "officials",
        "Officials in Oslo",
        "a senior diplomat",
        "he",
        "I",
        "the centre",
        "Holm and Reed",
        "her lawyer",
        "Relatives of Eva Holm",
        "one of the voters",
        "the people of Sorvik",
        "Eva Holm and the Sorvik Institute",
        "the younger Mr Holm",
        "",
    ],
    ids=str,
)
def test_who_is_not_named_has_no_name(source: str) -> None:
    assert name_in(source) is None


def test_title_and_first_name_tell_the_pronoun() -> None:
    pronouns = [name.pronoun for source in ("Mr Holm", "Eva Holm", "Dr Holm") if (name := name_in(source))]

    assert pronouns == ["he", "she", None]


def test_a_description_points_back_by_its_words() -> None:
    assert described_as("the coordination centre") == ("coordination", "centre")
    assert described_as("the officials") == ()
    assert described_as("the Harbour Courier") == ()


def test_a_text_spells_out_names_but_no_sentence_ends() -> None:
    found = spelled_out(
        "It rained in May. Reed left with J. K. Holm and U.S. President Ann Lee. Lee’s car stood by."
    )

    names = [name_of_run(*run) for runs in found.runs.values() for run in runs]
    assert [name.words for name in names if name] == ["J. K. Holm", "Ann Lee"]
    assert "May" in found.proper
    assert "Reed" not in found.proper
