"""What can be said of a source beside its name, and in which form it is kept."""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass, replace

from claims.errors import BadSource
from claims.kinds import SourceKind
from claims.registry.pages import PREFIX
from sources.errors import NotAnAddress
from sources.fetch.urls import web_address

LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Details:
    """What somebody says of a source; `None`, or nothing at all, is not said."""

    kind: SourceKind | None = None
    owner: str | None = None
    homepage: str | None = None
    language: str | None = None
    primary_for: tuple[str, ...] = ()

    def said(self) -> dict[str, object]:
        """Those details that are said, by name."""
        return {name: value for name, value in asdict(self).items() if value}

    def over(self, earlier: Details) -> Details:
        """These details, and the earlier ones of which nothing is said."""
        return Details(
            kind=self.kind or earlier.kind,
            owner=self.owner or earlier.owner,
            homepage=self.homepage or earlier.homepage,
            language=self.language or earlier.language,
            primary_for=self.primary_for or earlier.primary_for,
        )


NOTHING_SAID = Details()


def kind_of(words: str | None) -> SourceKind | None:
    """The kind that somebody wrote, however it is spelled; `None` is not said. Raises `BadSource`."""
    if not words or not words.strip():
        return None
    written = "_".join(words.lower().replace("-", " ").replace("_", " ").split())
    if written not in list(SourceKind):
        kinds = ", ".join(kind.value.replace("_", "-") for kind in SourceKind)
        raise BadSource(f"{words!r} is no kind of source; choose one of: {kinds}")
    return SourceKind(written)


def usable_name(name: str) -> str:
    """The name of a source as it is kept. Raises `BadSource`."""
    usable = _plain(name)
    if not usable:
        raise BadSource('a source needs a name, as in: factdesk source add "Harbour Office"')
    if len(usable) > LONGEST_NAME or usable.startswith(PREFIX):
        raise BadSource(
            f"{usable[:60]!r} can't be the name of a source; it has at most {LONGEST_NAME} characters and "
            f"does not begin with {PREFIX}"
        )
    return usable


def usable_details(details: Details) -> Details:
    """What is said of a source as it is kept. Raises `BadSource`."""
    return replace(
        details,
        owner=_plain(details.owner or ""),
        homepage=_address(details.homepage.strip())
        if details.homepage and details.homepage.strip()
        else None,
        language=_plain(details.language or ""),
        primary_for=tuple(dict.fromkeys(topic for word in details.primary_for if (topic := _plain(word)))),
    )


def _plain(words: str) -> str | None:
    plain = " ".join(words.split())
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in plain):
        raise BadSource(f"{plain[:60]!r} holds characters that are no text; write it anew")
    return plain or None


def _address(homepage: str) -> str:
    try:
        return web_address(homepage if "://" in homepage else f"https://{homepage}").url
    except NotAnAddress:
        raise BadSource(f"{homepage!r} is no address of a site; write it as https://example.org") from None
