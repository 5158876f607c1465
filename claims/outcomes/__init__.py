"""What should become of a claim in a draft, and whether the draft shows it.

An outcome says what the writer has to do; it gives no status and takes none away.
"""
