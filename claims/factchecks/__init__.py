"""Fact-checks that others published, and what people decided about claims that are alike.

They are found, shown and linked; none of them gives a claim of ours a status.
"""
