"""What can go wrong with claims, and who can put it right.

    ClaimError
    ├── BadSlug             a slug that can't be used
    ├── SlugTaken           other words under a slug that is known
    ├── StoryTaken          a known document asked for in another story
    ├── UnknownDocument     no document of that slug
    ├── UnknownClaim        no claim of that handle
    ├── UnknownStory        no document in that story
    ├── UnknownVerdict      a verdict that the policy doesn't list
    ├── EmptyReason         a review without its reason
    └── StoryMoved          the story grew while it was being computed

Each carries one plain sentence that names the thing and the next step.
"""

from __future__ import annotations


class ClaimError(Exception):
    """Anything that a person has to put right before a claim command can go on."""


class BadSlug(ClaimError):
    """A slug that can't be used."""


class SlugTaken(ClaimError):
    """Other words were offered under a slug that is known."""


class StoryTaken(ClaimError):
    """A known document was asked for in another story."""


class UnknownDocument(ClaimError):
    """There is no document of that slug."""


class UnknownClaim(ClaimError):
    """There is no claim of that handle."""


class UnknownStory(ClaimError):
    """There is no document in that story."""


class UnknownVerdict(ClaimError):
    """The policy doesn't list that verdict."""


class EmptyReason(ClaimError):
    """A review came without its reason."""


class StoryMoved(ClaimError):
    """Another command changed the story while it was being computed; computing again is the answer."""
