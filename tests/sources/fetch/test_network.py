"""The real look-up: addresses of this machine's own names, and a time limit."""

from __future__ import annotations

import socket
import time

import pytest

from sources.fetch.network import look_up


def test_a_name_gives_its_addresses_each_once() -> None:
    found = look_up("127.0.0.1", 80, 5)

    assert list(found) == ["127.0.0.1"]


@pytest.mark.parametrize("name", ["\udcff", "a" * 70 + ".invalid", "a..invalid"])
def test_a_name_that_cannot_be_is_not_found(name: str) -> None:
    with pytest.raises(OSError):  # noqa: PT011 (the system's words differ)
        look_up(name, 80, 5)


def test_a_look_up_that_takes_too_long_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> list[object]:
        time.sleep(0.3)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)

    started = time.monotonic()
    with pytest.raises(TimeoutError):
        look_up("slow.example", 80, 0.05)

    assert time.monotonic() - started < 0.25
