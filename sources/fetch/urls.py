"""Web addresses as people write them and as redirects name them: read strictly, or refused in words.

What two programs could read differently (a backslash, a control character, a number for a host) is
no address here. Nothing is looked up: whether a name leads to a public address is found when dialling.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from sources.errors import NotAnAddress
from sources.fetch.addresses import why_not_public

PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443, 8888})
"""Where web servers are found. Elsewhere another kind of server may listen, and take us for its client."""

LONGEST_URL = 8_000
_SCHEMES = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f]")
_LABEL = re.compile(r"[a-z0-9_-]+")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_USER_INFO = re.compile(r"//[^/@]*@")
_LONGEST_LABEL = 63
_LONGEST_HOST = 253
_PATH_SIGNS = "/%:@!$&'()*+,;=-._~"
_ADVICE = "give one that starts with https:// or http://"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address with nothing in it that could be read in two ways.

    `url` has neither user info nor fragment; `host` is in ASCII, an IPv6 address without brackets.
    """

    url: str
    scheme: str
    host: str
    port: int
    had_user_info: bool = False

    @property
    def origin(self) -> str:
        """The address of the server itself, as in https://example.org:8443."""
        return self.url[: self.url.index("/", len(self.scheme) + 3)]


def web_address(written: str) -> WebAddress:
    """Read an address. Raises `NotAnAddress` with the reason."""
    written = written.strip(" ")
    if len(written) > LONGEST_URL:
        raise _refused(written, f"is longer than {LONGEST_URL:,} characters")
    if _CONTROL.search(written):
        raise _refused(written, "holds a blank or a control character")
    parts = _split(written)
    if parts.scheme not in _SCHEMES:
        raise _refused(written, "is not an address of the web")
    if "\\" in parts.netloc:
        raise _refused(written, "holds a backslash, which programs read differently")
    host = _host(written, parts)
    port = _port(written, parts)
    return WebAddress(_url(parts, host, port), parts.scheme, host, port, had_user_info="@" in parts.netloc)


def joined(base: WebAddress, reference: str) -> WebAddress:
    """The address that a redirect from `base` names. Raises `NotAnAddress`."""
    try:
        return web_address(urljoin(base.url, reference.strip(" ")))
    except ValueError as error:
        raise _refused(reference, "is no web address") from error


def why_refused(address: WebAddress) -> str | None:
    """Why an address is not asked, as far as it shows by itself; `None` if its name has to be looked up."""
    if address.port not in PORTS:
        return f"{address.host} is to be asked at port {address.port}, where no web pages are served"
    name = address.host.rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return f"{address.host} is this machine"
    try:
        kind = why_not_public(address.host)
    except ValueError:
        return None
    return None if kind is None else f"{address.host} is {kind}"


def _split(written: str) -> SplitResult:
    try:
        return urlsplit(written)
    except ValueError as error:
        raise _refused(written, "is no web address") from error


def _host(written: str, parts: SplitResult) -> str:
    named = parts.netloc.rpartition("@")[2]
    if named.startswith("["):
        return _bracketed(written, named)
    host = _ascii(written, named.partition(":")[0])
    labels = host.removesuffix(".").split(".")
    if labels == [""]:
        raise _refused(written, "names no host")
    if len(host) > _LONGEST_HOST or any(len(label) > _LONGEST_LABEL for label in labels):
        raise _refused(written, "names a host whose name is too long")
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise _refused(written, "names a host that can't be one")
    return _dotted(written, host) if _NUMBER.fullmatch(labels[-1]) else host


def _bracketed(written: str, named: str) -> str:
    address = named[1:].partition("]")[0]
    try:
        return str(ip_address(address.replace("%25", "%", 1)))
    except ValueError as error:
        raise _refused(written, "names a host that can't be one") from error


def _dotted(written: str, host: str) -> str:
    """An IPv4 address in its one plain form; the old ones (octal, one number) are read differently."""
    try:
        return str(ip_address(host))
    except ValueError as error:
        raise _refused(written, "names its host by a number in an old form") from error


def _ascii(written: str, host: str) -> str:
    """The name as the network knows it. Full-width and other digits become plain ones here."""
    if host.isascii():
        return host.lower()
    import idna

    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        return mapped if mapped.isascii() else idna.encode(mapped).decode("ascii")
    except UnicodeError as error:
        raise _refused(written, "names a host that can't be one") from error


def _port(written: str, parts: SplitResult) -> int:
    try:
        return parts.port if parts.port is not None else _SCHEMES[parts.scheme]
    except ValueError as error:
        raise _refused(written, "names a port that can't be one") from error


def _url(parts: SplitResult, host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    if port != _SCHEMES[parts.scheme]:
        shown = f"{shown}:{port}"
    path = quote(parts.path or "/", safe=_PATH_SIGNS)
    query = f"?{quote(parts.query, safe=_PATH_SIGNS + '?')}" if parts.query else ""
    return f"{parts.scheme}://{shown}{path}{query}"


def _refused(written: str, reason: str) -> NotAnAddress:
    return NotAnAddress(_USER_INFO.sub("//", written), reason, next_step=_ADVICE)
