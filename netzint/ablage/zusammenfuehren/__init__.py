"""Three-way merge of one data file, by entry, Kennung and key instead of by line.

datei        ``merge``: the one way in
ergebnis     what comes out: the text, and what nobody but a person can decide
baum         a file as a tree of its own text: put together again, it is the same byte for byte
lesen        from text to that tree
abgleich     three trees become one
klammern     the same inside of brackets
paare        which children of three states are the same
punkte       which item of a list is which
ordnung      the order of keys in each kind of file
reihenfolge  where additions stand, and what was moved
zeilen       prose and comments, line by line
satz         from the tree to text, with git's marks around what is left open
textweise    what cannot be read strictly: git's own merge
"""
