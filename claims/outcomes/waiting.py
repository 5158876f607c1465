"""Reads what waits in a story: everything that comes to its gate, in one pass."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from claims.judging.policy import Policy
from claims.outcomes.pages import TodoPage
from claims.outcomes.todo import todo
from claims.publishing.gate import gate
from claims.publishing.gated import at_the_gate


def todo_page(session: Session, name: str, policy: Policy, *, now: datetime) -> TodoPage:
    """Everything that waits in a story, or in one document. Raises `UnknownDocument`."""
    story, documents = at_the_gate(session, name, policy, now=now)
    return todo(gate(name, story, documents, now=now), documents, now=now)
