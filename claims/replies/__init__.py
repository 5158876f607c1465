"""The right of reply, by person: what was put to somebody, by when, what they answered, what was used of it.

A request is written with a contact for each of its claims, so that a claim that awaits a reply has one rule.
"""
