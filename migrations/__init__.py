"""The schema's history. `HEAD` is its last revision, known here without importing Alembic."""

HEAD = "0001"
