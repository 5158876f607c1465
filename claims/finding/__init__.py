"""Where checked claims are looked for: an index that can be searched, and what other programs send.

Ranking, deciding and grouping are pure and stand in `claims/matching/`.
"""
