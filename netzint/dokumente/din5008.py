"""Where things stand on a letter, in mm from the upper left corner of the sheet: DIN 5008:2020, form A."""

from __future__ import annotations

BLATT_BREITE, BLATT_HOEHE = 210.0, 297.0
RAND_LINKS, RAND_RECHTS = 25.0, 20.0
BRIEFKOPF = 27.0
"""So much of the first page belongs to the letterhead."""
FELD_LINKS, FELD_OBEN, FELD_BREITE, FELD_HOEHE = 20.0, 27.0, 85.0, 45.0
EINZUG = RAND_LINKS - FELD_LINKS
"""The address itself stands in line with the text."""
ANSCHRIFTZONE = 27.3
"""The lower part of the field, six lines; above it is room for remarks."""
ZEILE = 12 * 25.4 / 72
"""One line of the address: 12 points."""
INFO_LINKS, INFO_OBEN, INFO_BREITE = 125.0, 32.0, 75.0
BETREFF = 80.46
"""The subject: 8.46 mm below the address field."""
FALZMARKEN = (87.0, 192.0)
LOCHMARKE = 148.5
MARKEN_LINKS, FALZ_BREITE, LOCH_BREITE = 4.0, 4.0, 6.0
"""Where the marks begin, and how long they are; no norm says so."""
