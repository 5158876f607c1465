"""Writes a fetch as a WARC 1.1 file: every request and response to the byte, and what we know of them.

Libraries spell headers anew and copy what they write; here the bytes go out as they came. The file depends
on the fetch and the ids alone, so that writing it again gives the same bytes. Nothing is put on a disk.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from uuid import UUID

from ledger.canonical import Json, canonical, plain
from sources.fetch.outcome import Exchange, Fetched, Trouble, joint_digest, joint_length

VERSION = "1.1"
CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_HTTP_RESPONSE = "application/http; msgtype=response"
_HTTP_REQUEST = "application/http; msgtype=request"
_NO_HTTP = "application/octet-stream"

NewId = Callable[[], UUID]


def holds_anything(fetched: Fetched) -> bool:
    """Whether a single byte went over the wire, so that there is something to keep."""
    return any(hop.sent or hop.pieces for hop in fetched.hops)


def warc_of(fetched: Fetched, *, new_id: NewId, software: str) -> Iterator[bytes]:
    """The file, in pieces: every exchange of a fetch in its order, and one record of metadata for the whole.

    The metadata has no address of its own: players would show it in the place of the page.
    """
    yield from _info(_began(fetched), new_id, software)
    page = ""
    for hop in fetched.hops:
        page = yield from _exchange(hop, new_id)
    yield from _record(
        "metadata",
        [canonical(told(fetched))],
        id=_new(new_id),
        at=_began(fetched),
        kind="application/json",
        concurrent=page,
    )
    for hop in fetched.robots_hops:
        yield from _exchange(hop, new_id)


def warc_of_file(
    content: bytes, *, url: str, kind: str, at: datetime, new_id: NewId, software: str
) -> Iterator[bytes]:
    """A file that somebody gave us, as a resource of its own: there is no HTTP to keep."""
    digest = sha256(content).digest()
    yield from _info(at, new_id, software)
    yield from _record(
        "resource", [content], id=_new(new_id), at=at, kind=kind, url=url, block=digest, payload=digest
    )


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


def head_length(block: bytes) -> int:
    """Where the payload of an HTTP message begins: after the first blank line, whatever its blanks are.

    This is how warcio reads it, whose check of the digest is the one that others run.
    """
    stream = BytesIO(block)
    for line in stream:
        if _is_blank(line):
            break
    return stream.tell()


def _info(at: datetime, new_id: NewId, software: str) -> Iterator[bytes]:
    told = {"software": software, "format": f"WARC File Format {VERSION}", "conformsTo": CONFORMS_TO}
    fields = "".join(f"{name}: {value}\r\n" for name, value in told.items()).encode()
    yield from _record("warcinfo", [fields], id=_new(new_id), at=at, kind="application/warc-fields")


def _exchange(hop: Exchange, new_id: NewId) -> Generator[bytes, None, str]:
    """The response, if one came, and the request, if one went; the response's id, or "", is returned."""
    response = ""
    if hop.block:
        response = _new(new_id)
        is_http = hop.trouble is not Trouble.NOT_HTTP
        yield from _record(
            "response" if is_http else "resource",
            hop.block,
            id=response,
            at=hop.began,
            kind=_HTTP_RESPONSE if is_http else _NO_HTTP,
            url=hop.url,
            address=hop.address,
            block=hop.block_digest,
            payload=_payload_digest(hop) if is_http else hop.block_digest,
        )
    if hop.sent:
        yield from _record(
            "request",
            [hop.sent],
            id=_new(new_id),
            at=hop.began,
            kind=_HTTP_REQUEST,
            url=hop.url,
            concurrent=response,
            payload=sha256(hop.sent[head_length(hop.sent) :]).digest(),
        )
    return response


def _record(
    type: str,
    content: Sequence[bytes],
    *,
    id: str,
    at: datetime,
    kind: str,
    url: str = "",
    address: str | None = None,
    concurrent: str = "",
    block: bytes | None = None,
    payload: bytes | None = None,
) -> Iterator[bytes]:
    """One record. `block` and `payload` are digests; that of the block is taken here where none is given."""
    headers = {
        "WARC-Type": type,
        "WARC-Record-ID": id,
        "WARC-Target-URI": url,
        "WARC-Date": _date(at),
        "WARC-IP-Address": address,
        "WARC-Concurrent-To": concurrent,
        "WARC-Block-Digest": _labelled(block or joint_digest(content)),
        "WARC-Payload-Digest": payload and _labelled(payload),
        "Content-Type": kind,
        "Content-Length": str(joint_length(content)),
    }
    lines = [f"{name}: {value}\r\n" for name, value in headers.items() if value]
    yield f"WARC/{VERSION}\r\n{''.join(lines)}\r\n".encode()
    yield from content
    yield b"\r\n\r\n"


def _payload_digest(hop: Exchange) -> bytes | None:
    """The digest of what follows the head: that of the page, where it came neither packed nor in chunks."""
    first, *others = hop.block
    head = head_length(first)
    as_it_came = hop.header("content-encoding") is None and hop.unpacked is not None
    if as_it_came and joint_length(hop.block) - head == hop.entity_length:
        return hop.entity_digest
    return joint_digest([first[head:], *others])


def _is_blank(line: bytes) -> bool:
    try:
        return not line.decode().strip()
    except UnicodeDecodeError:
        return not line.decode("latin-1").strip()


def _new(new_id: NewId) -> str:
    return f"<urn:uuid:{new_id()}>"


def _began(fetched: Fetched) -> datetime:
    return fetched.hops[0].began


def _date(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _labelled(digest: bytes) -> str:
    return f"sha256:{b32encode(digest).decode('ascii')}"
