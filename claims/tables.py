"""Every table of `claims/`; importing this fills `Base.metadata` whole, for migrations and comparisons."""

from __future__ import annotations

import claims.appearances.models
import claims.corrections.models
import claims.evidence.models
import claims.factchecks.models
import claims.handover.models
import claims.judging.models
import claims.models
import claims.outcomes.models
import claims.publishing.models
import claims.registry.models
import claims.regrouping.models
import claims.replies.models  # noqa: F401 - all of them are imported for their tables
