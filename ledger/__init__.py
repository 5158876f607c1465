"""The database and its memory: opening it, writing evidence together with its event, the head of the log."""
