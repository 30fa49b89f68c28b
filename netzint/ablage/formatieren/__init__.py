"""Bringing odd files into the house's form.

datei       one file: the same content, every comment kept
dateien     ``netzint formatieren`` over the work tree
form        what the models say of order and style
kommentare  which comment belongs to which node
satz        the lines
"""
