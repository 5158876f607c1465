"""The word lists: each line says something, and none contradicts another."""

from __future__ import annotations

from importlib.resources import files

import pytest

from claims.matching.vocabulary import (
    common_stems,
    frames,
    lines,
    opposites,
    says_much,
    spellings,
    terms_of,
    topic_of,
    topics,
    word_list,
)

LISTS = sorted(path.name for path in (files("claims.matching") / "data").iterdir())


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_what_it_is_for_and_where_it_comes_from(name: str) -> None:
    text = (files("claims.matching") / "data" / name).read_text(encoding="utf-8")
    header = text[: text.index("\n", text.rindex("\n#") + 1)]

    assert "# Source: " in header
    assert lines(name)


def test_words_of_one_line_are_of_one_topic() -> None:
    assert topic_of("jail") == topic_of("arrest") != topic_of("boat")
    assert topic_of("otter") == "otter"
    assert all(len(line.split(",")) > 1 for line in lines("topics.txt"))


def test_a_topic_stands_for_itself() -> None:
    assert all(topic_of(topic) == topic_of(topic_of(topic)) for topic in topics().values())


def test_opposites_are_opposites_both_ways() -> None:
    for word, against in opposites().items():
        assert word not in against
        assert all(word in opposites()[other] for other in against)


def test_no_spelling_stands_for_another_spelling() -> None:
    for written, meant in spellings().items():
        assert not any(word in spellings() for word in meant.split() if word != written), written


def test_a_denial_is_no_frame_and_no_frame_denies() -> None:
    assert not any(word_list("denials.txt") & set(frame) for frame in frames(first=True))


def test_frames_that_begin_a_sentence_are_none_elsewhere() -> None:
    assert ("and",) in frames(first=True) - frames(first=False)
    assert ("you", "know") in frames(first=False)


def test_stop_words_are_not_looked_for_and_common_words_say_little() -> None:
    assert terms_of(("the", "boats", "of", "arden")) == ("boat", "arden")
    assert "believ" in common_stems()
    assert [says_much(word) for word in ("the", "believe", "harbour")] == [False, False, True]
