"""The closed set of methods by which a value is settled."""

from __future__ import annotations

from enum import StrEnum


class Method(StrEnum):
    """How the value of an object is settled."""

    VOTE = "vote"
    """A Bayesian vote: each source counts by how often it was right elsewhere."""
    MEAN = "mean"
    """The mean, each source weighted by how close it was elsewhere."""
    MEDIAN = "median"
    """The median, each source weighted by how close it was elsewhere."""
