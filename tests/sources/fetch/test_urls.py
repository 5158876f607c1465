"""Web addresses as written: what is made of them, and what is none."""

from __future__ import annotations

import time

import pytest

from sources.errors import NotAnAddress
from sources.fetch.urls import joined, web_address, why_refused


@pytest.mark.parametrize(
    ("written", "url"),
    [
        pytest.param("https://example.org", "https://example.org/", id="no path"),
        pytest.param(" https://example.org/a ", "https://example.org/a", id="blanks around"),
        pytest.param("HTTPS://Example.ORG/A", "https://example.org/A", id="capitals"),
        pytest.param("http://example.org:80/", "http://example.org/", id="the usual port"),
        pytest.param("http://example.org:8080/", "http://example.org:8080/", id="another port"),
        pytest.param("https://example.org/a#b", "https://example.org/a", id="fragment"),
        pytest.param("https://example.org/a?b=c&d", "https://example.org/a?b=c&d", id="query"),
        pytest.param("https://example.org/%C3%A9", "https://example.org/%C3%A9", id="quoted already"),
        pytest.param("https://example.org/é", "https://example.org/%C3%A9", id="beyond ASCII"),
        pytest.param("https://bücher.example/", "https://xn--bcher-kva.example/", id="a name beyond ASCII"),
        pytest.param("https://example.org./", "https://example.org./", id="dot at the end"),
        pytest.param("https://[2606:2800:21f::1]/", "https://[2606:2800:21f::1]/", id="IPv6"),
        pytest.param("https://foo_bar.example/", "https://foo_bar.example/", id="underscore"),
        pytest.param("https://user:pw@example.org/", "https://example.org/", id="user info"),
    ],
)
def test_an_address_is_put_into_its_one_form(written: str, url: str) -> None:
    address = web_address(written)

    assert address.url == url
    assert web_address(url).url == url
    assert url.startswith(address.origin + "/")


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        pytest.param("example.org", "is not an address of the web", id="no scheme"),
        pytest.param("https://", "names no host", id="no host"),
        pytest.param("https:///path", "names no host", id="only a path"),
        pytest.param("https://exa mple.org/", "a blank or a control character", id="blank"),
        pytest.param("https://example.org:99999/", "names a port", id="port too high"),
        pytest.param("https://exa%6dple.org/", "names a host that can't be one", id="quoted host"),
        pytest.param("https://[::1/", "is no web address", id="open bracket"),
        pytest.param("https://example.org/" + "a" * 8000, "longer than 8,000", id="too long"),
        pytest.param("https://a..example/", "names a host that can't be one", id="empty label"),
        pytest.param("https://127.1/", "a number in an old form", id="short form"),
    ],
)
def test_what_is_no_address_says_why_and_what_to_give(written: str, reason: str) -> None:
    with pytest.raises(NotAnAddress) as refused:
        web_address(written)

    assert reason in str(refused.value)
    assert "https://" in refused.value.next_step


def test_a_password_is_not_repeated_in_a_message() -> None:
    with pytest.raises(NotAnAddress) as refused:
        web_address("ftp://ada:secret@example.org/")

    assert "secret" not in str(refused.value)


def test_a_redirect_may_name_its_place_from_where_it_stands() -> None:
    base = web_address("https://example.org/news/today")

    assert joined(base, "../archive").url == "https://example.org/archive"
    assert joined(base, "//other.example/x").url == "https://other.example/x"


def test_a_port_where_no_pages_are_served_is_refused_in_words() -> None:
    reason = why_refused(web_address("http://example.org:6379/"))

    assert reason == "example.org is to be asked at port 6379, where no web pages are served"


def test_hostile_addresses_take_no_time() -> None:
    started = time.process_time()

    for written in ("http://" + "a." * 4000, "http://" + "@" * 8000, "http://a/" + "%" * 7000, "x" * 100_000):
        try:
            web_address(written)
        except NotAnAddress:
            continue

    assert time.process_time() - started < 0.4
