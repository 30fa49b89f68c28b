"""What reading remembers, beside git's own files; safe to delete at any time.

ordner      values by name, each behind a header that is checked before anything is loaded
angaben     the plain data of each file that is an entry, by kind and content
urteile     what was judged last, rule by rule
befundform  findings as plain tuples
"""
