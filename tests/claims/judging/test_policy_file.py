"""Reading a policy: the built-in one, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import BadPolicy, UnknownVerdict
from claims.judging.policy import Overriders, PrimaryUse
from claims.judging.policy_file import BUILT_IN, policy_from, read_policy
from claims.kinds import Because, Question, Status, Tier


@pytest.mark.parametrize(
    "typed", ["missing context", "missing-context", "Missing_Context", "  MISSING   context "]
)
def test_a_verdict_is_known_however_it_is_typed(typed: str) -> None:
    assert BUILT_IN.verdict(typed) == "missing context"


def test_an_unknown_verdict_is_refused_with_the_list_of_known_ones() -> None:
    with pytest.raises(UnknownVerdict) as refused:
        BUILT_IN.verdict("mostly-true")

    message = str(refused.value)
    assert "'mostly-true'" in message
    assert all(verdict.replace(" ", "-") in message for verdict in BUILT_IN.verdicts)


def test_every_status_can_be_reached_by_some_verdict() -> None:
    assert set(BUILT_IN.verdicts.values()) == set(Status)


def test_the_built_in_policy_asks_for_what_is_promised() -> None:
    tiers = BUILT_IN.tiers

    assert [tiers[tier].origins for tier in Tier] == [1, 2, 2, 2]
    assert [tiers[tier].not_all_parties for tier in Tier] == [False, True, True, True]
    assert [tiers[tier].graded for tier in Tier] == [True, False, False, False]
    assert {tiers[tier].primary for tier in Tier} == {PrimaryUse.ENOUGH}
    assert [tier for tier in Tier if tiers[tier].second_person] == [Tier.ACCUSATION]
    assert [tier for tier in Tier if tiers[tier].reply] == [Tier.ACCUSATION]
    assert [tiers[tier].sign_offs for tier in Tier] == [(), (), (), ("legal",)]
    assert [tier for tier in Tier if tiers[tier].decides is Question.SAID] == [Tier.QUOTE]
    assert tiers[Tier.ACCUSATION].override is Overriders.NOBODY
    assert BUILT_IN.refuted_second_person
    assert BUILT_IN.figures_must_be_decided


def test_the_built_in_policy_can_be_copied_and_read_again(tmp_path: Path) -> None:
    copy = tmp_path / "desk.toml"
    copy.write_text(BUILT_IN.toml, encoding="utf-8")

    assert policy_from(str(copy)) == BUILT_IN


@pytest.mark.parametrize(
    ("good", "bad", "key"),
    [
        pytest.param('version = "built-in/2"', "", "version", id="no version"),
        pytest.param('version = "built-in/2"', 'version = " "', "version", id="an empty version"),
        pytest.param("[refuted]", "[refutted]", "refutted", id="an unknown table"),
        pytest.param("graded = true", "grade = true", "tiers.routine.grade", id="an unknown key"),
        pytest.param("second_person = true", "second = true", "refuted.second", id="an unknown key inside"),
        pytest.param("[tiers.quote]", "[tiers.quotes]", "tiers.quotes", id="an unknown tier"),
        pytest.param("origins = 1", "", "tiers.routine.origins", id="no threshold"),
        pytest.param("origins = 1", "origins = 0", "tiers.routine.origins", id="a threshold of 0"),
        pytest.param("origins = 1", "origins = -2", "tiers.routine.origins", id="a negative threshold"),
        pytest.param("origins = 1", "origins = true", "tiers.routine.origins", id="a flag for a number"),
        pytest.param("origins = 1", 'origins = "1"', "tiers.routine.origins", id="words for a number"),
        pytest.param(
            "origins = 1", "origins = 1\nfresh_for = 0", "tiers.routine.fresh_for", id="fresh for no days"
        ),
        pytest.param("graded = true", 'graded = "yes"', "tiers.routine.graded", id="words for a flag"),
        pytest.param('primary = "enough"', 'primary = "some"', "tiers.routine.primary", id="no use of it"),
        pytest.param('decides = "so"', 'decides = "both"', "tiers.routine.decides", id="no question"),
        pytest.param('override = "anybody"', 'override = "all"', "tiers.routine.override", id="nobody knows"),
        pytest.param('override = "anybody"', "override = [1]", "tiers.routine.override", id="no name"),
        pytest.param('["legal"]', '"legal"', "tiers.accusation.sign_offs", id="no list"),
        pytest.param('partly = "qualified"', 'partly = "half"', "verdicts.partly", id="an unknown status"),
        pytest.param('partly = "qualified"', 'Refuted = "refuted"', "verdicts.", id="a verdict twice"),
        pytest.param('confirmed = "confirmed"', 'right = "refuted"', "verdicts", id="none that confirms"),
        pytest.param(
            'unverifiable = "can\'t be verified by anybody"',
            'partly = "one origin"',
            "open.partly",
            id="open though it settles",
        ),
        pytest.param("\n[refuted]\n", "\nrefuted = 1\n[x]\n", "", id="no table"),
    ],
)
def test_what_can_not_be_a_policy_is_refused_with_its_key(good: str, bad: str, key: str) -> None:
    assert good in BUILT_IN.toml

    with pytest.raises(BadPolicy) as refused:
        read_policy(BUILT_IN.toml.replace(good, bad, 1), file="desk.toml")

    assert str(refused.value).startswith(f"desk.toml: {key}")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"version = ", id="no TOML"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"#" * 1_100_000, id="too long"),
    ],
)
def test_a_file_that_is_no_policy_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.toml"
    path.write_bytes(content)

    with pytest.raises(BadPolicy, match=r"desk\.toml"):
        policy_from(str(path))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPolicy, match="nowhere"):
        policy_from(str(tmp_path / "nowhere.toml"))


def test_names_may_override_and_verdicts_say_what_a_claim_is_open_because_of() -> None:
    policy = read_policy(
        BUILT_IN.toml.replace('override = "nobody"', 'override = ["Ada Marsh"]'), file="desk.toml"
    )

    accusation = policy.tiers[Tier.ACCUSATION]
    assert accusation.lets_override("ada  MARSH")
    assert not accusation.lets_override("bob")
    assert policy.open_because["unverifiable"] is Because.UNVERIFIABLE
