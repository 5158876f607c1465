"""One request, one answer, recorded: HTTP spoken through the recording door.

No redirect is followed, nothing is kept alive, no cookie is sent and none kept. Whatever goes wrong
on the network is part of the `Exchange`; nothing of it is raised.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from ssl import SSLCertVerificationError

import httpcore
import httpx

from sources.fetch.body import Body, CannotUnpack
from sources.fetch.limits import Budget, LimitReached
from sources.fetch.network import Network
from sources.fetch.outcome import Exchange, Trouble, end_of_head
from sources.fetch.recording import NotFoundByName, NotPublic, Record, RecordingBackend
from sources.fetch.urls import WebAddress

ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"


class RecordingTransport(httpx.BaseTransport):
    """Carries one request over a connection of its own that writes every byte into `record`."""

    def __init__(self, network: Network, budget: Budget, record: Record) -> None:
        self._network = network
        self._backend = RecordingBackend(network, budget, record)
        self._record = record
        self._connection: httpcore.HTTPConnection | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request and hear the head of the answer; the body comes as the response is read."""
        assert isinstance(request.stream, httpx.SyncByteStream)
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        self._connection = httpcore.HTTPConnection(
            url.origin,
            ssl_context=self._network.tls() if request.url.scheme == "https" else None,
            http2=False,
            retries=0,
            network_backend=self._backend,
        )
        answer = self._connection.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, content=request.stream)
        )
        self._record.head_pieces = len(self._record.received)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Pieces(answer))

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()


class _Pieces(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@dataclass(slots=True)
class _Heard:
    """What has been understood of an answer so far.

    `plain_bytes` counts a body that is neither packed nor in chunks: its bytes in the record are the page,
    and are not held twice.
    """

    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    plain_bytes: int | None = None
    unpacked: tuple[bytes, ...] | None = None
    trouble: Trouble | None = None
    why: str | None = None


def exchange(address: WebAddress, *, network: Network, budget: Budget, user_agent: str) -> Exchange:
    """Ask for an address and record what comes."""
    record, heard = Record(), _Heard()
    began = network.now()
    transport = RecordingTransport(network, budget, record)
    with transport:
        try:
            _converse(transport, address, budget, user_agent, heard)
        except _TROUBLES as error:
            heard.trouble, heard.why = _told(error, address, record)
    if heard.plain_bytes is not None:
        heard.unpacked = tuple(_recorded_body(record, heard.plain_bytes))
    return Exchange(
        url=address.url,
        began=began,
        ended=network.now(),
        address=record.address,
        certificate=record.certificate,
        sent=b"".join(record.sent),
        pieces=tuple(record.received),
        head_pieces=len(record.received) if record.head_pieces is None else record.head_pieces,
        status=heard.status,
        headers=heard.headers,
        unpacked=heard.unpacked,
        trouble=heard.trouble,
        why=heard.why,
    )


def never_asked(address: WebAddress, *, why: str, began: datetime, ended: datetime) -> Exchange:
    """An exchange that did not begin, and why in words that end a sentence about the page."""
    return Exchange(
        url=address.url,
        began=began,
        ended=ended,
        address=None,
        certificate=None,
        sent=b"",
        pieces=(),
        head_pieces=0,
        trouble=Trouble.NO_ANSWER,
        why=why,
    )


def _converse(
    transport: RecordingTransport, address: WebAddress, budget: Budget, user_agent: str, heard: _Heard
) -> None:
    """Fill in `heard` step by step, so that what was understood before a trouble is kept.

    The transport is asked without a client, which would bring cookies, redirects and proxies.
    """
    response = transport.handle_request(httpx.Request("GET", address.url, headers=_headers(user_agent)))
    try:
        heard.status = response.status_code
        heard.headers = tuple((_text(name), _text(value)) for name, value in response.headers.raw)
        _hear_body(response, budget, heard)
    finally:
        response.close()


def _headers(user_agent: str) -> dict[str, str]:
    """`gzip` alone is asked for: other codings are read by few of the tools that replay archives."""
    return {"User-Agent": user_agent, "Accept": ACCEPT, "Accept-Encoding": "gzip", "Connection": "close"}


def _hear_body(response: httpx.Response, budget: Budget, heard: _Heard) -> None:
    """Read the body to its end, even where it can't be unpacked: its bytes are recorded all the same."""
    body, packing = None, response.headers.get_list("content-encoding", split_commas=True)
    if not packing and "transfer-encoding" not in response.headers:
        _count_body(response, budget, heard)
        return
    try:
        body = Body([coding.strip().lower() for coding in packing], budget)
    except CannotUnpack as error:
        heard.trouble, heard.why = Trouble.CANNOT_UNPACK, str(error)
    try:
        for piece in response.iter_raw():
            if heard.trouble is None and body is not None:
                _unpack(body, piece, heard)
        if heard.trouble is None and body is not None:
            body.end()
    finally:
        if body is not None:
            heard.unpacked = body.unpacked


def _count_body(response: httpx.Response, budget: Budget, heard: _Heard) -> None:
    heard.plain_bytes = 0
    for piece in response.iter_raw():
        heard.plain_bytes += len(piece)
        budget.take_decoded(len(piece))


def _unpack(body: Body, piece: bytes, heard: _Heard) -> None:
    try:
        body.take(piece)
    except CannotUnpack as error:
        heard.trouble, heard.why = Trouble.CANNOT_UNPACK, str(error)


def _recorded_body(record: Record, count: int) -> Iterator[bytes]:
    """The first bytes of the record after the head."""
    beginning = b"".join(record.received[: record.head_pieces])
    for piece in (beginning[end_of_head(beginning) :], *record.received[record.head_pieces :]):
        if piece[:count]:
            yield piece[:count]
        count -= len(piece[:count])


_TROUBLES = (
    NotPublic,
    NotFoundByName,
    LimitReached,
    CannotUnpack,
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
)


def _told(error: Exception, address: WebAddress, record: Record) -> tuple[Trouble, str]:
    """What went wrong, in words that end a sentence about the page."""
    match error:
        case NotPublic():
            return Trouble.NOT_PUBLIC, str(error)
        case NotFoundByName():
            return Trouble.NO_NAME, f"the name {address.host} leads nowhere"
        case LimitReached():
            return Trouble.LIMIT if record.received_bytes else Trouble.NO_ANSWER, str(error)
        case CannotUnpack():
            return Trouble.CANNOT_UNPACK, str(error)
        case httpcore.ConnectError() | httpcore.ConnectTimeout():
            return Trouble.NO_CONNECTION, _why_no_connection(error, address)
        case httpcore.RemoteProtocolError() if record.received_bytes and record.head_pieces is None:
            return Trouble.NOT_HTTP, f"what {address.host} answers is no HTTP"
        case _ if record.received_bytes:
            return Trouble.CUT_SHORT, "it breaks off before its announced end, or is damaged on the way"
        case _:
            return Trouble.NO_ANSWER, f"{address.host} closed the connection without an answer"


def _why_no_connection(error: Exception, address: WebAddress) -> str:
    cause = error.__cause__
    if isinstance(cause, SSLCertVerificationError):
        return f"the certificate of {address.host} is not valid ({cause.verify_message.rstrip('.').lower()})"
    return f"{address.host} takes no connection ({_reason(cause or error)})"


def _reason(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return (getattr(error, "strerror", None) or getattr(error, "reason", None) or str(error)).lower()


def _text(raw: bytes) -> str:
    return raw.decode("latin-1")
