"""Every table of `claims/`; importing this fills `Base.metadata` whole, for migrations and comparisons."""

from __future__ import annotations

import claims.evidence.models
import claims.judging.models
import claims.models
import claims.publishing.models
import claims.registry.models  # noqa: F401 - all of them are imported for their tables
