"""Whom a pronoun, a surname or “the centre” means. The common cases stand in the corpus of attributions."""

from __future__ import annotations

import pytest

from claims.reading.attribution import find_attributions
from claims.reading.statements import find_statements
from sources.blocks import BlockKind
from tests.claims.reading.texts import text_of


def speakers(*paragraphs: str) -> list[str | None]:
    source = text_of(*((BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs))
    found = find_attributions(source, find_statements(source))
    return [one.speaker for ones in found for one in ones]


def test_a_pronoun_means_who_spoke_in_the_sentence_before() -> None:
    named = speakers(
        "Tom Reed said the dam would hold. He said Eva Holm had checked it. He added that she was sure."
    )

    assert named == ["Tom Reed", "Tom Reed", "Tom Reed"]


def test_a_pronoun_points_to_the_paragraph_before_but_no_further() -> None:
    assert speakers("Tom Reed said the dam would hold.", "He said it was new.") == ["Tom Reed", "Tom Reed"]
    assert speakers("Tom Reed said the dam would hold.", "It rained.", "He said it was new.") == [
        "Tom Reed",
        None,
    ]


def test_a_pronoun_after_an_unnamed_speaker_means_nobody_who_was_named_before_him() -> None:
    named = speakers("Tom Reed said the dam would hold. An engineer said it would not. He said it was old.")

    assert named == ["Tom Reed", None, None]


def test_a_pronoun_never_means_somebody_whom_another_speaker_quoted() -> None:
    named = speakers("Eva Holm said Tom Reed believed the dam would hold. She said it was new.")

    assert named[-1] == "Eva Holm"


def test_a_person_is_not_it_and_an_institution_is_not_she() -> None:
    assert speakers("Tom Reed said the dam would hold. It said the rain would stop.")[-1] is None
    assert (
        speakers("The Sorvik Dam Authority said the dam would hold. She said the rain would stop.")[-1]
        is None
    )


def test_a_surname_that_two_people_bear_means_neither() -> None:
    assert speakers("Eva Holm met Sara Holm. Holm said the dam would hold.") == [None]


def test_a_name_in_the_text_behind_counts_as_well_as_one_before() -> None:
    assert speakers("Holm said the dam would hold.", "Eva Holm has run the dam since May.") == ["Eva Holm"]


def test_a_common_noun_at_the_head_of_a_sentence_is_no_name() -> None:
    assert speakers("Fishermen said the dam would hold.") == [None]


def test_initials_and_titles_do_not_make_another_person() -> None:
    named = speakers(
        "Thomas J. Reed built the dam. President Thomas Reed said it would hold. Mr. Reed said it was new."
    )

    assert named == ["Thomas J. Reed", "Thomas J. Reed"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Norland’s special envoy for Velmaria, Harriet Voss,", "Harriet Voss"),
        ("Former Energy Secretary Anna Berg", "Anna Berg"),
        ("The Norwegian Nobel Committee", "Norwegian Nobel Committee"),
        ("Meridian Press correspondent Ludwig van Holm", "Ludwig van Holm"),
        ("Sen. Eva Holm (Norland)", "Eva Holm"),
        ("A spokeswoman, Eva Holm,", "Eva Holm"),
        ("A spokeswoman for the Sorvik Dam Authority", None),
        ("The ministry’s officials", None),
        ("Relatives of Eva Holm", None),
        ("Eva Holm and Tom Reed", None),
        ("Some of the voters in Sorvik", None),
        ("Her lawyer", None),
    ],
    ids=str,
)
def test_a_speaker_is_named_without_title_or_not_at_all(source: str, name: str | None) -> None:
    assert speakers(f"{source} said the dam would hold.") == [name]
