"""A first revision for tests: two tables that refer to each other's rows."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
    )
    op.create_table(
        "calls",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_calls_person_id_people"),
    )
    op.execute("INSERT INTO people (id, name) VALUES (1, 'A. Reader')")
    op.execute("INSERT INTO calls (id, person_id) VALUES (1, 1)")
