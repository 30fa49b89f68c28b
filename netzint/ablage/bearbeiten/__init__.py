"""Editing one field or list item of a file, byte for byte.

feld         ``set_feld``, ``insert_punkt``, ``move_punkt`` and ``apply``
plan         the fewest steps from what is there to what is wanted
baum         the nodes with their exact places
zeilen       edits in block style
klammern     edits in brackets, and opening them into a block
verschieben  moving an item within its list
text         splicing, each line with its own ending
"""
