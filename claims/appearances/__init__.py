"""Claims that somebody made in public: who, when, in which words, and where they appeared.

A public claim is rated by its wording, wherever it appeared.
"""
