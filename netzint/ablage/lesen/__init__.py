"""Reading: from files or a commit to the Bestand and to findings.

bestand        ``read_bestand``: everything of one state
pruefung       ``check``: reading, all rules, the templates; what was answered before is remembered
urteil         the rules, of which only those are asked that read what has changed
quelle         where the bytes come from: the work tree, a commit, and what is laid over them
arbeitsordner  the work tree, and what changed in it
blick          one look at every file, nothing opened
pfade, baum    which names may lie where
teile          one file: values, entry, findings, places
parallel       two processes for many new files
nebenher       the templates, tried out meanwhile
lesbar         what a command says about files that are no entries
ohne_gc        many small objects without a garbage collector in between
"""
