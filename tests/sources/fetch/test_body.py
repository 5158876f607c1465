"""Unpacking a body that comes in pieces."""

from __future__ import annotations

import gzip
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.fetch.body import Body, CannotUnpack
from sources.fetch.limits import Budget, LimitReached, Limits


def budget(decoded_bytes: int = 1_000_000) -> Budget:
    return Budget(Limits(decoded_bytes=decoded_bytes), lambda: 0)


def pieces_of(data: bytes, cuts: list[int]) -> list[bytes]:
    places = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[start:end] for start, end in pairwise(places)]


@given(
    st.binary(max_size=500),
    st.lists(st.integers(0, 10_000), max_size=8),
    st.integers(0, 2),
    st.booleans(),
)
def test_however_it_comes_the_same_is_unpacked(data: bytes, cuts: list[int], times: int, split: bool) -> None:
    packed = data
    for _ in range(times):
        half = len(packed) // 2 if split else 0
        packed = gzip.compress(packed[:half]) + gzip.compress(packed[half:])
    body = Body(["gzip"] * times, budget())

    for piece in pieces_of(packed, cuts):
        body.take(piece)
    body.end()

    assert b"".join(body.unpacked) == data


@given(st.integers(1, 400))
def test_no_more_is_unpacked_than_the_limit(limit: int) -> None:
    body = Body(["gzip"], budget(limit))

    with pytest.raises(LimitReached):
        body.take(gzip.compress(bytes(500)))

    assert len(b"".join(body.unpacked)) <= limit


def test_what_follows_the_packed_bytes_is_ignored() -> None:
    body = Body(["gzip"], budget())

    body.take(gzip.compress(b"sailings") + b"\0\0\0\0")
    body.end()

    assert b"".join(body.unpacked) == b"sailings"


def test_another_coding_is_named() -> None:
    with pytest.raises(CannotUnpack, match="br, which was not asked for"):
        Body(["gzip", "br"], budget())
