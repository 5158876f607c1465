"""How much of a source factdesk takes, so that no file can exhaust the machine."""

from __future__ import annotations

MAX_FILE_BYTES = 50_000_000
"""The largest file that is read, and the largest page that is parsed."""

MAX_UNPACKED_BYTES = 100_000_000
"""What the parts of a zipped document may come to, declared and in fact."""

MAX_TEXT_CHARACTERS = 20_000_000
"""The longest text that a reader hands over."""

MAX_ELEMENTS = 40_000
"""The elements of an HTML page; a news page has one or two thousand."""

MAX_XML_ELEMENTS = 1_000_000
"""The elements in all parts of a Word document; one of 600 pages has about 400,000."""
