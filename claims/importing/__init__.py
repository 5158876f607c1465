"""Taking over tables of sources, evidence, claims and verdicts, with a report that names every row.

Each row goes the way of the single command: the same action, the same refusals.
"""
