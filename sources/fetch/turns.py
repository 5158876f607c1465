"""One request at a time to a host, however many fetches are under way in this process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_registry = Lock()
_locks: defaultdict[str, Lock] = defaultdict(Lock)


@contextmanager
def turn(host: str) -> Iterator[None]:
    """Wait until nobody else is asking this host."""
    with _registry:
        lock = _locks[host]
    with lock:
        yield
