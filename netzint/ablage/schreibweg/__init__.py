"""The lower half of the one write path: paths, bytes and a message become exactly one commit, or nothing happens.

ablauf        one Vorgang: ``commit``; besides ``recover``, ``check_journal``
versetzen     the branch to a commit that is there already, as an Abgleich makes it
gang          what both have in common: the order of steps, and the one that makes it true
plan          what is asked for and what came of it
repository    where git keeps things; is this a place to write to
sperre        one writer at a time
zustand       is the repository in the middle of something; who else holds a lock
ziele         are the target paths possible and clean
objekte       blobs and trees, from HEAD's, never from the user's index
nachricht     the commit message
haken         the user's hooks, against a temporary index and checkout
journal       what is about to become true, durable before it does
nachziehen    bring work tree and index up to the commit; repeatable
tausch, index the two ways of replacing something without losing what stood there
dateien       durable files
prozess       git, through GitPython's process layer
haltepunkte   named instants, at which the tests break off
fremdes       what was edited by hand and is not in any commit
"""
