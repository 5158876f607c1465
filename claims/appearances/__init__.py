"""Claims that somebody made in public: whose they are, in which words, why checked, where seen.

A public claim is rated by its wording, wherever it appeared. An appearance is no evidence for what it says.
"""
