"""Has this been checked already? Ranks checked claims beside a text, and says of each what it is to it.

Values in, values out. Where the candidates come from is not known here: `claims/finding/` looks for
them. Nothing found here changes what a claim counts as; a person says whether two claims are the same.
"""
