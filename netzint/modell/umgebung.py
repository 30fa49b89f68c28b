"""What disk, rights and memory refuse, in German: the system says it in whatever language it has."""

from __future__ import annotations

import errno

URSACHEN = {
    errno.ENOSPC: "Der Datenträger ist voll",
    errno.EFBIG: "Die Datei würde größer, als hier erlaubt ist",
    errno.EACCES: "Die Rechte reichen nicht",
    errno.EPERM: "Das ist hier nicht erlaubt",
    errno.EROFS: "Der Datenträger ist schreibgeschützt",
    errno.EIO: "Der Datenträger meldet einen Lesefehler oder Schreibfehler",
    errno.ENOENT: "Datei oder Ordner nicht gefunden",
    errno.ENOTDIR: "Wo ein Ordner erwartet wird, liegt eine Datei",
    errno.EISDIR: "Wo eine Datei erwartet wird, liegt ein Ordner",
    errno.EEXIST: "Dort liegt schon etwas anderes",
    errno.ENAMETOOLONG: "Der Pfad ist zu lang",
    errno.EBUSY: "Die Datei ist gerade in Benutzung",
    errno.EMFILE: "Zu viele Dateien sind zugleich offen",
    errno.ENFILE: "Zu viele Dateien sind zugleich offen",
    errno.ENOMEM: "Der Arbeitsspeicher reicht nicht",
}
if hasattr(errno, "EDQUOT"):
    URSACHEN[errno.EDQUOT] = "Der zugeteilte Speicherplatz ist aufgebraucht"


def ursache(fehler: OSError) -> str:
    """Why, for brackets behind a sentence; what the table does not know is given by its number."""
    return URSACHEN.get(fehler.errno or 0) or f"Fehler {fehler.errno} des Betriebssystems"
