"""Reads a policy from TOML, strictly: what it does not know it refuses, naming the key and the next step.

It stores nothing and decides nothing; the built-in policy is read by the same code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import NoReturn, TypeVar

from claims.errors import BadPolicy
from claims.judging.policy import Overriders, Policy, PrimaryUse, Requirement, plain_words
from claims.kinds import Because, Question, Status, Tier

MOST_BYTES = 1_000_000
_KEYS = ("version", "figures_must_be_decided", "verdicts", "open", "refuted", "tiers")
_TIER_KEYS = (
    "origins",
    "not_all_parties",
    "graded",
    "primary",
    "fresh_for",
    "second_person",
    "reply",
    "sign_offs",
    "override",
    "decides",
)

Table = Mapping[str, object]
Word = TypeVar("Word", bound=StrEnum)


def policy_from(path: str) -> Policy:
    """The policy in a file. Raises `BadPolicy`, naming the file, the key and the next step."""
    try:
        with Path(path).open("rb") as file:
            told = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "that is no name of a file"
        raise BadPolicy(f"{path!r} can't be read ({reason}); name a policy file, as in: desk.toml") from error
    if len(told) > MOST_BYTES:
        raise BadPolicy(f"{path} is longer than any policy; name a policy file, as in: desk.toml")
    try:
        return read_policy(told.decode("utf-8"), file=path)
    except UnicodeDecodeError as error:
        raise BadPolicy(f"{path} is not UTF-8 text; save it as UTF-8 and run the command again") from error


def read_policy(toml: str, *, file: str) -> Policy:
    """The policy that TOML tells; `file` is what it is called in messages. Raises `BadPolicy`."""
    try:
        told = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise BadPolicy(f"{file} is no TOML: {error}; mend that line and run the command again") from error
    return _Reader(file).policy(told, toml)


class _Reader:
    """Takes values out of tables and says of each that can't be used which it is, in which file."""

    def __init__(self, file: str) -> None:
        self.file = file

    def policy(self, told: Table, toml: str) -> Policy:
        self._known(told, _KEYS, "")
        version = told.get("version")
        if not isinstance(version, str) or not version.strip():
            self._refuse("version", 'is missing; name it, as in: version = "our-desk/1"')
        verdicts = self._verdicts(told)
        refuted = self._table(told, "refuted", required=False)
        self._known(refuted, ("second_person",), "refuted")
        return Policy(
            version=version.strip(),
            verdicts=verdicts,
            open_because=self._open(told, verdicts),
            tiers=self._tiers(told),
            refuted_second_person=self._flag(refuted, "second_person", "refuted"),
            figures_must_be_decided=self._flag(told, "figures_must_be_decided", ""),
            toml=toml,
        )

    def _verdicts(self, told: Table) -> dict[str, Status]:
        table = self._table(told, "verdicts")
        verdicts: dict[str, Status] = {}
        for word, value in table.items():
            key, verdict = f"verdicts.{word}", plain_words(word)
            if not verdict or verdict in verdicts:
                self._refuse(key, "is listed twice or empty; give each verdict one line")
            verdicts[verdict] = self._word(value, Status, key)
        missing = {Status.CONFIRMED, Status.REFUTED, Status.NOT_CHECKABLE} - set(verdicts.values())
        for status in sorted(missing):
            self._refuse("verdicts", f"has none for {_shown(status)}; add one, as in: {_shown(status)!r} = …")
        return verdicts

    def _open(self, told: Table, verdicts: Mapping[str, Status]) -> dict[str, Because]:
        found: dict[str, Because] = {}
        for word, value in self._table(told, "open", required=False).items():
            verdict = plain_words(word)
            if verdicts.get(verdict) is not Status.UNCONFIRMED:
                self._refuse(f"open.{word}", "is no verdict for unconfirmed; list it in [verdicts]")
            found[verdict] = self._word(value, Because, f"open.{word}")
        return found

    def _tiers(self, told: Table) -> dict[Tier, Requirement]:
        tables = self._table(told, "tiers")
        self._known(tables, tuple(Tier), "tiers")
        return {tier: self._requirement(self._table(tables, tier, within="tiers"), tier) for tier in Tier}

    def _requirement(self, table: Table, tier: Tier) -> Requirement:
        place = f"tiers.{tier}"
        self._known(table, _TIER_KEYS, place)
        if "origins" not in table:
            self._refuse(f"{place}.origins", "is missing; say how many independent origins, 1 or more")
        return Requirement(
            origins=self._number(table["origins"], f"{place}.origins"),
            not_all_parties=self._flag(table, "not_all_parties", place),
            graded=self._flag(table, "graded", place),
            primary=self._word(table.get("primary", PrimaryUse.NO), PrimaryUse, f"{place}.primary"),
            fresh_for=(
                self._number(table["fresh_for"], f"{place}.fresh_for") if "fresh_for" in table else None
            ),
            second_person=self._flag(table, "second_person", place),
            reply=self._flag(table, "reply", place),
            sign_offs=self._names(table.get("sign_offs", []), f"{place}.sign_offs"),
            override=self._override(table.get("override", Overriders.NOBODY), f"{place}.override"),
            decides=self._word(table.get("decides", Question.SO), Question, f"{place}.decides"),
        )

    def _override(self, value: object, key: str) -> Overriders | tuple[str, ...]:
        if isinstance(value, list):
            names = self._names(value, key)
            return names or Overriders.NOBODY
        return self._word(value, Overriders, key)

    def _table(self, told: Table, key: str, *, within: str = "", required: bool = True) -> Table:
        table = told.get(key, None if required else {})
        place = f"{within}.{key}" if within else key
        if table is None:
            self._refuse(place, f"is missing; add it, as in: [{place}]")
        if not isinstance(table, dict):
            self._refuse(place, f"is no table; write it as: [{place}]")
        return table

    def _known(self, table: Table, keys: tuple[str, ...], place: str) -> None:
        for key in table:
            if key not in keys:
                path = f"{place}.{key}" if place else key
                self._refuse(path, f"is not known; take it out, or choose one of: {', '.join(keys)}")

    def _flag(self, table: Table, key: str, place: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self._refuse(f"{place}.{key}" if place else key, f"is {value!r}; write true or false")
        return value

    def _number(self, value: object, key: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 1_000_000:
            self._refuse(key, f"is {value!r}; write a whole number, 1 or more")
        return value

    def _names(self, value: object, key: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            self._refuse(key, f'is {value!r}; write a list, as in: ["legal"]')
        if not all(isinstance(name, str) and name.strip() for name in value):
            self._refuse(key, "has an entry that is no name; write names between quotation marks")
        return tuple(dict.fromkeys(" ".join(name.split()) for name in value))

    def _word(self, value: object, words: type[Word], key: str) -> Word:
        known = {_shown(word): word for word in words}
        if not isinstance(value, str) or (typed := value.replace("_", " ").strip()) not in known:
            self._refuse(key, f"is {value!r}; choose one of: {', '.join(known)}")
        return known[typed]

    def _refuse(self, key: str, problem: str) -> NoReturn:
        raise BadPolicy(f"{self.file}: {key} {problem}")


def _shown(word: StrEnum) -> str:
    return word.value.replace("_", " ")


BUILT_IN = read_policy(
    files("claims.judging").joinpath("policies", "built-in.toml").read_text(encoding="utf-8"),
    file="the built-in policy",
)
