"""Captures: what was had of pages and files, failed ones too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "captures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=True),
        sa.Column("asked", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("hops", sa.JSON(), nullable=False),
        sa.Column("robots", sa.Text(), nullable=True),
        sa.Column("robots_hops", sa.JSON(), nullable=False),
        sa.Column("user_agent", sa.Text(), nullable=True),
        sa.Column("content_type", sa.Text(), nullable=True),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("file_bytes", sa.Integer(), nullable=True),
        sa.Column("file_sha256", sa.Text(), nullable=True),
        sa.Column("block_sha256", sa.Text(), nullable=True),
        sa.Column("entity_sha256", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("text_sha256", sa.Text(), nullable=True),
        sa.Column("reader", sa.Text(), nullable=True),
        sa.Column("why_no_text", sa.Text(), nullable=True),
        sa.Column("given_as", sa.Text(), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("how_salt", sa.LargeBinary(length=16), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captures")),
        sa.UniqueConstraint("number", name=op.f("uq_captures_number")),
        info={"evidentiary": True},
    )
    with op.batch_alter_table("captures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_captures_asked"), ["asked"], unique=False)
        batch_op.create_index(batch_op.f("ix_captures_story"), ["story"], unique=False)


def downgrade() -> None:
    """Going back would throw captures away."""
    raise NotImplementedError("captures can't be taken out of the schema: they are evidence")
