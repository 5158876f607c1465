"""The Merkle tree of RFC 6962 and RFC 9162: one hash that stands for every leaf and its order.

Leaves come in one by one and only the roots of complete subtrees are kept, so a log of any
length needs a few dozen hashes of memory. Proofs are not made here.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Self

EMPTY_ROOT = sha256(b"").digest()
"""The root of a tree without leaves."""


def leaf_hash(body: bytes) -> bytes:
    """The hash of one leaf."""
    return sha256(b"\x00" + body).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that grows at its right edge: `size` leaves in complete `subtrees`, the largest first."""

    def __init__(self) -> None:
        self.size = 0
        self.subtrees: list[bytes] = []

    @classmethod
    def of(cls, leaves: Iterable[bytes]) -> Self:
        """The tree over these leaf hashes."""
        tree = cls()
        for leaf in leaves:
            tree.append(leaf)
        return tree

    def append(self, leaf: bytes) -> None:
        """Take in the hash of the next leaf."""
        self.size += 1
        self.subtrees.append(leaf)
        completed = self.size
        while completed % 2 == 0:
            right = self.subtrees.pop()
            self.subtrees.append(node_hash(self.subtrees.pop(), right))
            completed //= 2

    def root(self) -> bytes:
        """The root over every leaf so far."""
        if not self.subtrees:
            return EMPTY_ROOT
        root = self.subtrees[-1]
        for left in reversed(self.subtrees[:-1]):
            root = node_hash(left, root)
        return root
