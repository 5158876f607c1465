"""What a revision of a document made of each of its claims."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "claim_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("difference", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_changes_claim_id_claims")),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name=op.f("fk_claim_changes_revision_id_revisions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_changes")),
        sa.UniqueConstraint("claim_id", "revision_id", name=op.f("uq_claim_changes_claim_id_revision_id")),
        info={"evidentiary": True},
    )
    with op.batch_alter_table("claim_changes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_changes_revision_id"), ["revision_id"], unique=False)
    for change, done in (("UPDATE", "changed"), ("DELETE", "deleted")):
        op.execute(
            f"CREATE TRIGGER claim_changes_are_not_{done} BEFORE {change} ON claim_changes "
            f"BEGIN SELECT RAISE(ABORT, 'a row of claim_changes is never {done}'); END"
        )


def downgrade() -> None:
    """Going back would throw away which words were checked."""
    raise NotImplementedError(
        "what revisions made of claims can't be taken out of the schema: it is evidence"
    )
