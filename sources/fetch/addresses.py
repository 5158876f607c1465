"""Tells public network addresses from all others, by lists of our own.

`ipaddress.is_global` alone lets through multicast, addresses that wrap a private one (NAT64, 6to4,
IPv4-compatible), and those at which clouds hand out secrets, and differs from one Python to the next.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_NOT_PUBLIC_V4 = [
    (IPv4Network(network), kind)
    for network, kind in (
        ("0.0.0.0/8", "an address of this machine"),
        ("10.0.0.0/8", "an address in a private network"),
        ("100.64.0.0/10", "an address in a provider's inner network"),
        ("127.0.0.0/8", "an address of this machine"),
        ("168.63.129.16/32", "a cloud's control address"),
        ("169.254.0.0/16", "an address of the local link, where clouds keep their secrets"),
        ("172.16.0.0/12", "an address in a private network"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "an address for documentation"),
        ("192.88.99.0/24", "an address that wraps another"),
        ("192.168.0.0/16", "an address in a private network"),
        ("198.18.0.0/15", "an address for benchmarks"),
        ("198.51.100.0/24", "an address for documentation"),
        ("203.0.113.0/24", "an address for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
    )
]
"""The IANA registry of special-purpose IPv4 addresses, multicast, and one cloud's address outside both."""

_PUBLIC_V6 = IPv6Network("2000::/3")
"""The only part of IPv6 from which public addresses are given out so far."""

_NOT_PUBLIC_V6 = [
    (IPv6Network(network), kind)
    for network, kind in (
        ("2001::/23", "a reserved address"),
        ("2001:db8::/32", "an address for documentation"),
        ("2002::/16", "an address that wraps another"),
        ("3fff::/20", "an address for documentation"),
    )
]


def why_not_public(address: str) -> str | None:
    """What keeps an IP address from being dialled, in words; `None` if it is public.

    Raises `ValueError` for what is no IP address.
    """
    parsed = ip_address(address)
    match parsed:
        case IPv4Address():
            return next((kind for network, kind in _NOT_PUBLIC_V4 if parsed in network), None)
        case IPv6Address():
            return _why_not_public_v6(parsed)


def _why_not_public_v6(address: IPv6Address) -> str | None:
    if address.scope_id is not None:
        return "an address of the local link"
    if address not in _PUBLIC_V6:
        return "no public address"
    return next((kind for network, kind in _NOT_PUBLIC_V6 if address in network), None)
