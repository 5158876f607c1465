"""Where a person cuts a statement in two, makes two one, or finds a claim in what was read as furniture.

What was decided is tied to words, and holds for later revisions as long as the words are there.
"""
