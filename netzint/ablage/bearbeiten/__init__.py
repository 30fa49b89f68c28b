"""Editing one field of a file, byte for byte.

feld      ``set_feld`` and ``apply``
plan      the fewest steps from what is there to what is wanted
baum      the nodes with their exact places
zeilen    edits in block style
klammern  edits in brackets, and opening them into a block
text      splicing, each line with its own ending
"""
