"""Fetching one page safely: public addresses only, bounded, every byte and every hop recorded.

`fetch` in `following` is the door. Nothing here keeps anything: a fetch is a value, and what
becomes of it is decided in `sources/captures/`.
"""
