"""Writes a fetch as a WARC 1.1 file: every request and response to the byte, and what we know of them.

The library's own writer would spell headers anew; here it is handed the bytes as they came. The file
depends on the fetch and the ids alone, so that writing it again gives the same bytes.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO
from uuid import UUID

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser
from warcio.warcwriter import WARCWriter

from ledger.canonical import Json, canonical, plain
from sources.fetch.outcome import Exchange, Fetched, Trouble

VERSION = "1.1"
CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_HTTP_RESPONSE = "application/http; msgtype=response"
_HTTP_REQUEST = "application/http; msgtype=request"
_NO_HTTP = "application/octet-stream"
_WITH_PAYLOAD = frozenset({"response", "request", "resource"})

NewId = Callable[[], UUID]
Known = Sequence[tuple[bytes | None, bytes | None]]
"""Bytes with their SHA-256, where it is known already."""


def holds_anything(fetched: Fetched) -> bool:
    """Whether a single byte went over the wire, so that there is something to keep."""
    return any(hop.sent or hop.received for hop in fetched.hops)


def write_fetch(file: BinaryIO, fetched: Fetched, *, new_id: NewId, software: str) -> None:
    """Write every exchange of a fetch in its order, and one record of metadata for the whole.

    The metadata has no address of its own: players would show it in the place of the page.
    """
    warc = _Warc(file, new_id)
    info = {"software": software, "format": f"WARC File Format {VERSION}", "conformsTo": CONFORMS_TO}
    warc.write("warcinfo", _fields(info), at=_began(fetched), kind="application/warc-fields")
    page = ""
    for hop in fetched.hops:
        page = _write_exchange(warc, hop)
    warc.write(
        "metadata",
        canonical(told(fetched)),
        at=_began(fetched),
        kind="application/json",
        concurrent=page,
    )
    for hop in fetched.robots_hops:
        _write_exchange(warc, hop)


def write_resource(
    file: BinaryIO, content: bytes, *, url: str, kind: str, at: datetime, new_id: NewId, software: str
) -> None:
    """Write a file that somebody gave us as a resource of its own: there is no HTTP to keep."""
    warc = _Warc(file, new_id)
    info = {"software": software, "format": f"WARC File Format {VERSION}", "conformsTo": CONFORMS_TO}
    warc.write("warcinfo", _fields(info), at=at, kind="application/warc-fields")
    warc.write("resource", content, at=at, kind=kind, url=url)


def told(fetched: Fetched) -> Json:
    """What is known of a fetch beside its bytes, as the metadata record and the ledger keep it."""
    return plain(
        {
            "asked": fetched.asked,
            "state": fetched.state,
            "reason": fetched.reason,
            "marks": list(fetched.marks),
            "hops": [told_hop(hop) for hop in fetched.hops],
            "robots": fetched.robots,
            "robots_hops": [told_hop(hop) for hop in fetched.robots_hops],
        }
    )


def told_hop(hop: Exchange) -> dict[str, object]:
    """What is known of one exchange beside its bytes, and the interim answers, which no record holds.

    Digests are SHA-256, in hex; `None`: there was none.
    """
    return {
        "url": hop.url,
        "status": hop.status,
        "began": hop.began,
        "ended": hop.ended,
        "address": hop.address,
        "certificate": sha256(hop.certificate).hexdigest() if hop.certificate else None,
        "block": hop.block_digest.hex() if hop.block_digest else None,
        "entity": hop.entity_digest.hex() if hop.entity_digest else None,
        "interim": hop.interim or None,
        "trouble": hop.trouble,
        "why": hop.why,
    }


def _write_exchange(warc: _Warc, hop: Exchange) -> str:
    """Write the response, if one came, and the request, if one went; give the response's id, or ""."""
    response = ""
    if hop.block:
        is_http = hop.trouble is not Trouble.NOT_HTTP
        response = warc.write(
            "response" if is_http else "resource",
            hop.block,
            at=hop.began,
            kind=_HTTP_RESPONSE if is_http else _NO_HTTP,
            url=hop.url,
            address=hop.address,
            known=((hop.block, hop.block_digest), (hop.entity, hop.entity_digest)),
        )
    if hop.sent:
        warc.write("request", hop.sent, at=hop.began, kind=_HTTP_REQUEST, url=hop.url, concurrent=response)
    return response


class _Warc:
    """A WARC file that is being written."""

    def __init__(self, file: BinaryIO, new_id: NewId) -> None:
        self._writer = WARCWriter(file, gzip=False, warc_version=VERSION)
        self._new_id = new_id

    def write(
        self,
        record: str,
        block: bytes,
        *,
        at: datetime,
        kind: str,
        url: str = "",
        address: str | None = None,
        concurrent: str = "",
        known: Known = (),
    ) -> str:
        """Write one record and give its id. `known` are digests that need not be computed again."""
        record_id = f"<urn:uuid:{self._new_id()}>"
        head = _head_length(block) if kind.startswith("application/http") else 0
        payload = block[head:]
        headers = {
            "WARC-Record-ID": record_id,
            "WARC-Date": _date(at),
            "WARC-IP-Address": address,
            "WARC-Concurrent-To": concurrent,
            "WARC-Block-Digest": _digest(block, known),
            "WARC-Payload-Digest": _digest(payload, known) if record in _WITH_PAYLOAD else None,
        }
        self._writer.write_record(
            self._writer.create_warc_record(
                url,
                record,
                payload=BytesIO(payload),
                length=len(payload),
                warc_content_type=kind,
                warc_headers_dict={name: value for name, value in headers.items() if value},
                http_headers=_AsItCame(block[:head]) if head else None,
            )
        )
        return record_id


class _AsItCame(StatusAndHeaders):  # type: ignore[misc] # the library has no types
    """The head of an HTTP message, which the writer takes as it is."""

    def __init__(self, head: bytes) -> None:
        super().__init__("as it came", [])
        self._head = head

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        self.headers_buff = self._head


def _head_length(block: bytes) -> int:
    """Where the payload begins for whoever reads the file with the library: its digest begins there."""
    stream = BytesIO(block)
    StatusAndHeadersParser([], verify=False).parse(stream)
    return stream.tell()


def _began(fetched: Fetched) -> datetime:
    return fetched.hops[0].began


def _fields(values: dict[str, str]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in values.items()).encode()


def _date(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _digest(data: bytes, known: Known) -> str:
    digest = next((digest for piece, digest in known if digest and piece == data), None)
    return f"sha256:{b32encode(digest or sha256(data).digest()).decode('ascii')}"
