"""The one door to the network: looks a name up once, dials only public addresses, writes down every byte.

It is the layer below HTTP and below TLS: where TLS begins, the record is begun anew and holds HTTP in the
clear and no handshake. What the bytes mean is `exchange.py`'s to say.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Timer
from typing import Any

import httpcore

from sources.fetch.addresses import why_not_public
from sources.fetch.limits import Budget, LimitReached
from sources.fetch.network import Network


class NotPublic(Exception):
    """A name leads to an address that is not public; nothing was dialled."""


class NotFoundByName(Exception):
    """No address is known for a name."""


@dataclass(slots=True)
class Record:
    """What went over the wire in one exchange.

    `head_pieces` is set by whoever reads the HTTP: how many pieces had been received when the head was whole.
    """

    address: str | None = None
    certificate: bytes | None = None
    sent: list[bytes] = field(default_factory=list)
    received: list[bytes] = field(default_factory=list)
    received_bytes: int = 0
    head_pieces: int | None = None


class RecordingBackend(httpcore.NetworkBackend):
    """Connects for one exchange and records it."""

    def __init__(self, network: Network, budget: Budget, record: Record) -> None:
        self._network = network
        self._budget = budget
        self._record = record

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Dial the addresses of `host` in turn until one answers; none, if any of them is not public.

        What was checked is what is dialled: the name is looked up once. `timeout` is the budget's.
        """
        addresses = self._public_addresses(host, port)
        failure: Exception | None = None
        for address in addresses:
            try:
                stream = self._network.dial(address, port, self._budget.seconds_left())
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = failure or error
                continue
            self._record.address = address
            return RecordingStream(stream, self._budget, self._record)
        raise failure or NotFoundByName(host)

    def _public_addresses(self, host: str, port: int) -> list[str]:
        try:
            found = list(self._network.resolve(host, port, self._budget.seconds_left()))
        except OSError as error:
            raise NotFoundByName(host) from error
        for address in found:
            if (kind := why_not_public(address)) is not None:
                raise NotPublic(f"{host} leads to {address}, which is {kind}")
        return found


class RecordingStream(httpcore.NetworkStream):
    """A connection whose every byte is written down, and that ends when the budget does."""

    def __init__(self, stream: httpcore.NetworkStream, budget: Budget, record: Record) -> None:
        self._stream = stream
        self._budget = budget
        self._record = record

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read and record, never more than the budget allows."""
        limits = self._budget.limits
        in_head = self._record.head_pieces is None
        if in_head and self._record.received_bytes >= limits.head_bytes:
            raise LimitReached(f"its headers are longer than {limits.head_bytes // 1000} kB")
        most = min(max_bytes, self._budget.wire_left)
        if in_head:
            most = min(most, limits.head_bytes)
        try:
            data = self._stream.read(most, timeout=self._budget.seconds_left())
        except httpcore.ReadTimeout:
            raise self._budget.out_of_time() from None
        if data:  # at the end comes an empty piece, which is none
            self._record.received.append(data)
        self._record.received_bytes += len(data)
        self._budget.take_wire(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write and record."""
        self._record.sent.append(bytes(buffer))
        self._stream.write(buffer, timeout=self._budget.seconds_left())

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Go on in TLS. The record begins anew; the certificate that was shown is kept."""
        with self._ending_in_time():
            inner = self._stream.start_tls(ssl_context, server_hostname, self._budget.seconds_left())
        self._record.sent.clear()
        self._record.received.clear()
        self._record.received_bytes = 0
        connection = inner.get_extra_info("socket")
        if isinstance(connection, ssl.SSLSocket):
            self._record.certificate = connection.getpeercert(binary_form=True)
        return RecordingStream(inner, self._budget, self._record)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)

    @contextmanager
    def _ending_in_time(self) -> Iterator[None]:
        """A handshake has no pace but the server's: one that comes byte by byte is cut off in time."""
        connection = self._stream.get_extra_info("socket")
        if not isinstance(connection, socket.socket):
            yield
            return
        alarm = Timer(self._budget.seconds_left(), _cut, [connection])
        alarm.daemon = True
        alarm.start()
        try:
            yield
        finally:
            alarm.cancel()


def _cut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it has ended by itself
