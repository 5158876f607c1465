"""What was published and has to be put right: the request, the decision, the notice, and the places to mend.

The verdict of then is kept beside that of now.
"""
