"""Sources as plain JSON values."""

from __future__ import annotations

from dataclasses import asdict

from claims.registry.pages import GradePage, SourcePage, SuggestedSource
from reports.json import Record


def source_record(source: SourcePage) -> Record:
    """One source with all that is known of it; `grade` is null where nobody gave one, and F is none."""
    return {
        **asdict(source),
        "handle": source.handle,
        "grade": source.grade.grade.value if source.grade else None,
        "grades": [_grade(grade) for grade in source.grades],
        "merged": [{**asdict(merge), "at": merge.at.isoformat()} for merge in source.merged],
        "used": source.used,
        "added_at": source.added_at.isoformat(),
    }


def suggested_record(source: SuggestedSource) -> Record:
    """One source that a story names and nobody has registered."""
    return asdict(source)


def _grade(grade: GradePage) -> Record:
    told = asdict(grade) | {"id": str(grade.id), "graded": grade.is_graded}
    return told | {"at": grade.at.isoformat()}
