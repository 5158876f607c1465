"""Sets the machine's own sentences for a page: dates in words, long numbers parted, one apostrophe.

Only for what factdesk says. The words of a document or of a reviewer are shown as they were written.
"""

from __future__ import annotations

import re

from reports import dates

_DATE = re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:[+-]\d{2}:\d{2}|Z)?)?(?![\d-])")
_LONG_NUMBER = re.compile(r"(?<![\d.,:-])\d{5,18}(?![\d:-])")
"""Five digits and more: four may be a year."""
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w|\s|$)")


def prose(text: str) -> str:
    """A sentence of the machine's as it stands on a page."""
    text = _DATE.sub(lambda found: dates.date(found[0]), text)
    text = _LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", text)
    return _APOSTROPHE.sub("’", text)
