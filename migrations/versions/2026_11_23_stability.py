"""What would change the result of a quantity, among the findings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    with op.batch_alter_table("quantities", schema=None) as batch_op:
        batch_op.add_column(sa.Column("flips", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("otherwise", sa.Text(), nullable=True))


def downgrade() -> None:
    """Findings can be made again."""
    with op.batch_alter_table("quantities", schema=None) as batch_op:
        batch_op.drop_column("otherwise")
        batch_op.drop_column("flips")
