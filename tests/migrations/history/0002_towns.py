"""A second revision for tests: rebuilds a table that others refer to, fills a column, makes an index."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give people a town, and lose none of their calls."""
    op.create_table("towns", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("people", recreate="always") as people:
        people.add_column(sa.Column("town", sa.Text(), nullable=True))
        people.alter_column("name", new_column_name="full_name")
    op.execute("UPDATE people SET town = 'Minsk'")
    op.create_index("ix_people_town", "people", ["town"])
