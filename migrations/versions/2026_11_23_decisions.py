"""Decisions of people about figures and origins, and what findings keep of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "decisions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Uuid(), nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.id"], name=op.f("fk_decisions_undoes_decisions")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("story", "number", name=op.f("uq_decisions_story_number")),
        info={"evidentiary": True},
    )
    op.create_table(
        "decided_figures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("among", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_decided_figures_claim_id_claims")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_decided_figures_decision_id_decisions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decided_figures")),
        sa.UniqueConstraint("decision_id", "ordinal", name=op.f("uq_decided_figures_decision_id_ordinal")),
        info={"evidentiary": True},
    )
    for table in ("decisions", "decided_figures"):
        for change, done in (("UPDATE", "changed"), ("DELETE", "deleted")):
            op.execute(
                f"CREATE TRIGGER {table}_are_not_{done} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never {done}'); END"
            )
    with op.batch_alter_table("origins", schema=None) as batch_op:
        batch_op.add_column(sa.Column("party", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("sure", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("credited", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("related_figures", schema=None) as batch_op:
        batch_op.add_column(sa.Column("decision", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("speaker", sa.Text(), nullable=True))


def downgrade() -> None:
    """Going back would throw decisions away."""
    raise NotImplementedError("decisions can't be taken out of the schema: they are evidence")
