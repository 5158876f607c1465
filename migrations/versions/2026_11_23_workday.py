"""The working day: outcomes, public claims, replies, hand-over, corrections, regroupings, fact-checks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NEVER_CHANGED = (
    "factchecks",
    "appearances",
    "assignments",
    "likenesses",
    "outcomes",
    "public_claims",
    "regroupings",
    "stretches",
    "work",
    "correction_ends",
    "correction_places",
    "outcome_ends",
    "requested_claims",
    "places_mended",
)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "reply_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("put", sa.Text(), nullable=True),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("whom_salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("put_salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_requests")),
        sa.UniqueConstraint("number", name=op.f("uq_reply_requests_number")),
        info={"evidentiary": True},
    )
    with op.batch_alter_table("reply_requests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reply_requests_story"), ["story"], unique=False)

    op.create_table(
        "answer_uses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("used", sa.Text(), nullable=True),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("used_salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["reply_requests.id"], name=op.f("fk_answer_uses_request_id_reply_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_uses")),
        sa.UniqueConstraint("request_id", "ordinal", name=op.f("uq_answer_uses_request_id_ordinal")),
        info={"evidentiary": True},
    )
    op.create_table(
        "factchecks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("claim_reviewed", sa.Text(), nullable=False),
        sa.Column("claimant", sa.Text(), nullable=True),
        sa.Column("claim_date", sa.Text(), nullable=True),
        sa.Column("rating", sa.Text(), nullable=True),
        sa.Column("rating_value", sa.Text(), nullable=True),
        sa.Column("best_rating", sa.Text(), nullable=True),
        sa.Column("worst_rating", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("review_date", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("appearances", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("found_in", sa.Text(), nullable=False),
        sa.Column("capture_id", sa.Uuid(), nullable=True),
        sa.Column("imported_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture_id"], ["captures.id"], name=op.f("fk_factchecks_capture_id_captures")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_factchecks")),
        sa.UniqueConstraint("identity", "sha256", name=op.f("uq_factchecks_identity_sha256")),
        sa.UniqueConstraint("number", name=op.f("uq_factchecks_number")),
        info={"evidentiary": True},
    )
    op.create_table(
        "request_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("came", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("answer_salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["reply_requests.id"], name=op.f("fk_request_answers_request_id_reply_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_answers")),
        sa.UniqueConstraint("request_id", "ordinal", name=op.f("uq_request_answers_request_id_ordinal")),
        info={"evidentiary": True},
    )
    op.create_table(
        "appearances",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("capture_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("on_date", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("fit", sa.Text(), nullable=True),
        sa.Column("withdrawn_because", sa.Text(), nullable=True),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture_id"], ["captures.id"], name=op.f("fk_appearances_capture_id_captures")
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_appearances_claim_id_claims")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appearances")),
        sa.UniqueConstraint("claim_id", "ordinal", name=op.f("uq_appearances_claim_id_ordinal")),
        info={"evidentiary": True},
    )
    op.create_table(
        "assignments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("assigned_to", sa.Text(), nullable=True),
        sa.Column("assigned_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_assignments_claim_id_claims")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
        sa.UniqueConstraint("claim_id", "ordinal", name=op.f("uq_assignments_claim_id_ordinal")),
        info={"evidentiary": True},
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=True),
        sa.Column("requested_by", sa.Text(), nullable=True),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("judged_by", sa.Text(), nullable=True),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("request_salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("requested_by_salt", sa.LargeBinary(length=16), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_corrections_claim_id_claims")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_corrections_document_id_documents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
        sa.UniqueConstraint("number", name=op.f("uq_corrections_number")),
        info={"evidentiary": True},
    )
    with op.batch_alter_table("corrections", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_corrections_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_corrections_document_id"), ["document_id"], unique=False)

    op.create_table(
        "likenesses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=True),
        sa.Column("factcheck_id", sa.Uuid(), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_likenesses_claim_id_claims")),
        sa.ForeignKeyConstraint(
            ["factcheck_id"], ["factchecks.id"], name=op.f("fk_likenesses_factcheck_id_factchecks")
        ),
        sa.ForeignKeyConstraint(["other_id"], ["claims.id"], name=op.f("fk_likenesses_other_id_claims")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_likenesses")),
        info={"evidentiary": True},
    )
    with op.batch_alter_table("likenesses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_likenesses_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_likenesses_factcheck_id"), ["factcheck_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_likenesses_other_id"), ["other_id"], unique=False)

    op.create_table(
        "notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text_salt", sa.LargeBinary(length=16), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_notes_claim_id_claims")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
        info={"evidentiary": True},
    )
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notes_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notes_story"), ["story"], unique=False)

    op.create_table(
        "outcomes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=True),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("owed_by", sa.Text(), nullable=True),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_outcomes_claim_id_claims")),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name=op.f("fk_outcomes_revision_id_revisions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("claim_id", "ordinal", name=op.f("uq_outcomes_claim_id_ordinal")),
        info={"evidentiary": True},
    )
    op.create_table(
        "public_claims",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("claimant", sa.Text(), nullable=True),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.Column("chosen_because", sa.Text(), nullable=False),
        sa.Column("check_again", sa.Text(), nullable=True),
        sa.Column("stated_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_public_claims_claim_id_claims")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_claims")),
        sa.UniqueConstraint("claim_id", "ordinal", name=op.f("uq_public_claims_claim_id_ordinal")),
        info={"evidentiary": True},
    )
    op.create_table(
        "regroupings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("of", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("made", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_regroupings_document_id_documents")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name=op.f("fk_regroupings_revision_id_revisions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regroupings")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_regroupings_document_id_number")),
        info={"evidentiary": True},
    )
    op.create_table(
        "stretches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("read", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("cut", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("acts", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name=op.f("fk_stretches_revision_id_revisions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stretches")),
        sa.UniqueConstraint("revision_id", "ordinal", name=op.f("uq_stretches_revision_id_ordinal")),
        info={"evidentiary": True},
    )
    op.create_table(
        "work",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("begun", sa.Boolean(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_work_claim_id_claims")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work")),
        sa.UniqueConstraint("claim_id", "ordinal", name=op.f("uq_work_claim_id_ordinal")),
        info={"evidentiary": True},
    )
    op.create_table(
        "correction_ends",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("correction_id", sa.Uuid(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("judged_by", sa.Text(), nullable=True),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["correction_id"], ["corrections.id"], name=op.f("fk_correction_ends_correction_id_corrections")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_ends")),
        sa.UniqueConstraint("correction_id", name=op.f("uq_correction_ends_correction_id")),
        info={"evidentiary": True},
    )
    op.create_table(
        "correction_places",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("correction_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["correction_id"], ["corrections.id"], name=op.f("fk_correction_places_correction_id_corrections")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_places")),
        sa.UniqueConstraint(
            "correction_id", "ordinal", name=op.f("uq_correction_places_correction_id_ordinal")
        ),
        info={"evidentiary": True},
    )
    op.create_table(
        "outcome_ends",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=False),
        sa.Column("end", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcomes.id"], name=op.f("fk_outcome_ends_outcome_id_outcomes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_ends")),
        sa.UniqueConstraint("outcome_id", name=op.f("uq_outcome_ends_outcome_id")),
        info={"evidentiary": True},
    )
    op.create_table(
        "requested_claims",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_requested_claims_contact_id_contacts")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["reply_requests.id"], name=op.f("fk_requested_claims_request_id_reply_requests")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requested_claims")),
        sa.UniqueConstraint("contact_id", name=op.f("uq_requested_claims_contact_id")),
        info={"evidentiary": True},
    )
    with op.batch_alter_table("requested_claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_requested_claims_request_id"), ["request_id"], unique=False)

    op.create_table(
        "places_mended",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("left", sa.Boolean(), nullable=False),
        sa.Column("mended_by", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"], ["correction_places.id"], name=op.f("fk_places_mended_place_id_correction_places")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places_mended")),
        sa.UniqueConstraint("place_id", name=op.f("uq_places_mended_place_id")),
        info={"evidentiary": True},
    )

    # What happened since a time, or since somebody was last here, is asked of the log itself.
    op.create_index(op.f("ix_events_at"), "events", ["at"], unique=False)
    op.create_index(op.f("ix_events_actor"), "events", ["actor"], unique=False)

    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.add_column(sa.Column("differed", sa.JSON(none_as_null=True), nullable=True))
    for table in NEVER_CHANGED:
        for change, done in (("UPDATE", "changed"), ("DELETE", "deleted")):
            op.execute(
                f"CREATE TRIGGER {table}_are_not_{done} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never {done}'); END"
            )


def downgrade() -> None:
    """Going back would throw evidence away."""
    raise NotImplementedError("evidence can't be taken out of the schema")
