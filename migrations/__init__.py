"""The schema's history. `HEAD` is its last revision, known here without importing Alembic.

Revisions are numbered, so that an earlier one is told from a later one by its name.
"""

HEAD = "0007"
