"""The strict reader of one file: from bytes to plain values, or to findings with their places.

datei       ``parse``: the short way for good files, the exact one for all others
zeilen      the short way: line by line
genau       the exact way: everything that is wrong, and where each value stands
zeichen     bytes and characters
ereignisse  libyaml's events, or ruamel's own
marken      tags, anchors, documents
bau         structure and positions
dialekt     which unquoted values mean the same everywhere
syntax      YAML's errors in German
befund      findings of this family
"""
