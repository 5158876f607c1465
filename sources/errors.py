"""What can go wrong between a file and its text, and what the person at the keyboard can do.

    SourceError
    ├── NotFound        there is no such file
    ├── NotAFile        a folder, a pipe, a device
    ├── NotReadable     the system does not let us read it
    ├── Empty           nothing in it
    ├── TooLarge        more than factdesk takes, as it is or once unpacked
    ├── Encrypted       a password is needed
    ├── NotText         bytes that are no text, or a kind of file that no reader takes
    ├── WrongName       the name says one kind of file, the content another
    ├── Broken          the kind is known, but the file is damaged
    ├── UnknownEncoding text whose characters can't be told for certain
    ├── NoText          a good file in which no words were found
    ├── WrongColumns    a table whose columns are not those that are wanted
    ├── NotAnAddress    no web address, or one that two programs could read differently
    ├── Offline         the network is needed and was ruled out
    └── CannotKeep      the folder of captures can't take a file

Every message names the file, the reason and the next step. Nothing is printed here.
"""

from __future__ import annotations

import unicodedata

_LONGEST_NAME_SHOWN = 120
_SHOWN_ESCAPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class SourceError(Exception):
    """A source could not be turned into text. `name` is the file as it is shown to people."""

    def __init__(self, name: str, reason: str, *, next_step: str) -> None:
        self.name = shown(name)
        self.reason = reason
        self.next_step = next_step
        super().__init__(f"{self.name} {reason}; {next_step}")


class NotFound(SourceError):
    """There is no file of that name."""


class NotAFile(SourceError):
    """The name stands for a folder, a pipe or a device."""


class NotReadable(SourceError):
    """The system does not let the file be read."""


class Empty(SourceError):
    """The file holds nothing, or nothing but blanks."""


class TooLarge(SourceError):
    """The file is larger than what factdesk takes, as it is or once unpacked."""


class Encrypted(SourceError):
    """The file can't be opened without a password."""


class NotText(SourceError):
    """The file holds bytes that are no text, or is of a kind that no reader takes."""


class WrongName(SourceError):
    """The file's name says one kind and its content another."""


class Broken(SourceError):
    """The file is of a known kind but damaged."""


class UnknownEncoding(SourceError):
    """The file is text, but which characters its bytes stand for can't be told for certain."""


class NoText(SourceError):
    """The file is sound, but no words were found in it."""


class WrongColumns(SourceError):
    """A table has columns that nobody knows, or lacks one that is needed."""


class NotAnAddress(SourceError):
    """What was given as a web address is none that can be asked."""


class Offline(SourceError):
    """A page would have to be fetched, and the network was ruled out."""


class CannotKeep(SourceError):
    """The folder of captures can't take another file."""


def shown(name: str) -> str:
    """A file's name as it may be printed: control and direction marks escaped, cut when very long."""
    visible = "".join(_visible(character) for character in name)
    if len(visible) <= _LONGEST_NAME_SHOWN:
        return visible
    half = _LONGEST_NAME_SHOWN // 2
    return f"{visible[:half]}…{visible[-half:]}"


def _visible(character: str) -> str:
    if unicodedata.category(character) in _SHOWN_ESCAPED:
        return character.encode("unicode_escape").decode("ascii")
    return character
