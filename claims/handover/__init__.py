"""From one shift to the next: who has a claim, who is at it, what to know of it, what happened meanwhile."""
