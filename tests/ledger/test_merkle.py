"""The tree against the vectors that RFC 6962 implementations share, and against the RFC's own definition."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.merkle import EMPTY_ROOT, Tree, leaf_hash, node_hash

# From Certificate Transparency's reference implementation (merkletree/merkle_tree_test.cc, Apache-2.0),
# also used by the implementations in Go.
INPUTS = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


@pytest.mark.parametrize("size", range(9), ids=lambda size: f"{size} leaves")
def test_the_root_is_that_of_the_published_vectors(size: int) -> None:
    root = Tree.of(leaf_hash(body) for body in INPUTS[:size]).root()

    assert root.hex() == ROOTS[size]


@given(st.lists(st.binary(max_size=8), max_size=70))
def test_growing_leaf_by_leaf_gives_the_root_that_the_rfc_defines(bodies: list[bytes]) -> None:
    leaves = [leaf_hash(body) for body in bodies]

    assert Tree.of(leaves).root() == as_the_rfc_writes_it(leaves)


def test_a_tree_of_any_length_keeps_a_few_hashes() -> None:
    tree = Tree()

    for number in range(10_000):
        tree.append(leaf_hash(number.to_bytes(4, "big")))

    assert len(tree.subtrees) == (10_000).bit_count()


def test_the_root_can_be_asked_for_while_the_tree_grows() -> None:
    tree = Tree()

    roots = []
    for body in INPUTS:
        tree.append(leaf_hash(body))
        roots.append(tree.root().hex())

    assert roots == ROOTS[1:]


def as_the_rfc_writes_it(leaves: Sequence[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, word for word."""
    if not leaves:
        return EMPTY_ROOT
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(as_the_rfc_writes_it(leaves[:split]), as_the_rfc_writes_it(leaves[split:]))
