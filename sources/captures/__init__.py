"""What is kept of a page: the bytes as they came, in files that other tools replay, and the words in them.

`warc` and `wacz` are the formats, `folder` is where files stand, `words` reads what was captured. The
rows that say which captures there are belong to `claims/`; nothing here knows of the database.
"""
