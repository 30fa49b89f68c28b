"""What reading remembers, beside git's own files; safe to delete at any time.

ordner      values by name, each behind a header that is checked before anything is loaded
angaben     the plain data of each valid file, by content
befundform  findings as plain tuples
"""
