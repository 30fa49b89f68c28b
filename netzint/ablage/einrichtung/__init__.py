"""What git is told in one clone: how data are merged, compared, and checked before a commit.

aufruf    how git calls netzint
werte     the entries in the clone's own configuration
haken     the hooks
klon      all of it: look, set up, take back
"""
