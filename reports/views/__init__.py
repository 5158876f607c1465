"""What the audit report's template shows, field by field: every choice of word and order is already made.

Nothing here is computed, and nothing here is markup; the texts of a document are as they were read.
"""
