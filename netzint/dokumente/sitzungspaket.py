"""All documents of a Sitzung as one ZIP, with a table of contents that says what is what."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from netzint.dokumente.arten import ALLE
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.baum import (
    Absatz,
    Baum,
    Linie,
    Stark,
    Stueck,
    Tabelle,
    Text,
    Ueberschrift,
    Verweis,
    Zeile,
    normalise,
)
from netzint.dokumente.eingaben import digest_of
from netzint.dokumente.erzeugen import find_auftraege
from netzint.dokumente.html import write_html
from netzint.dokumente.jahr import VERTEILER
from netzint.dokumente.kontext import gremium
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.listen import ANWESENHEITSLISTE, MAPPE
from netzint.dokumente.md import write_md
from netzint.dokumente.oeffentlich import NameImText, find_oeffentliche
from netzint.dokumente.paket import pack
from netzint.dokumente.pipeline import Vorlagen
from netzint.dokumente.schreiben import AUSZUG
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_sitzung
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum

INHALT = "README"
PRUEFSUMMEN = "pruefsummen.txt"
_DAZU = (MAPPE, VERTEILER, ANWESENHEITSLISTE, AUSZUG)
_TEILE = {"md": "Text", "html": "Webseite", "pdf": "PDF", "docx": "Word", "odt": "LibreOffice"}


class Paket(NamedTuple):
    """What goes into the ZIP, before it is rendered."""

    sitzung: Sitzung
    auftraege: tuple[Auftrag, ...]
    oeffentlich: bool

    @property
    def name(self) -> str:
        """The file, and the folder in it."""
        return f"paket-{self.sitzung.kennung}{'-oeffentlich' if self.oeffentlich else ''}"


def find_paket(bestand: Bestand, kennung: str, stichtag: date, *, oeffentlich: bool = False) -> Paket:
    """Everything that there is of a Sitzung. Raises NetzintFehler if it is none, or does not take place."""
    sitzung = find_sitzung(bestand, kennung)
    if not oeffentlich:
        usual = find_auftraege(bestand, sitzung.kennung, stichtag)
        return Paket(sitzung, (*usual, *_more(bestand, sitzung, stichtag)), oeffentlich=False)
    # One by one: what has no form for the public is left out, and the rest goes on.
    found: list[Auftrag] = []
    for art in dict.fromkeys([*(a.art for a in find_auftraege(bestand, sitzung.kennung, stichtag)), *_DAZU]):
        try:
            found += find_oeffentliche(bestand, sitzung.kennung, stichtag, art)
        except NameImText:
            raise
        except NetzintFehler:
            continue
    return Paket(sitzung, tuple(a for a in found if a.art != MAPPE or a.teile), oeffentlich=True)


def _more(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> list[Auftrag]:
    """What is made only if it is asked for; excerpts where something was decided."""
    decided = any(top.beschluesse for top in sitzung.tagesordnung)
    kinds = [art for art in _DAZU if art != AUSZUG or decided]
    found = [a for art in kinds for a in find_auftraege(bestand, sitzung.kennung, stichtag, art)]
    return [a for a in found if a.art != MAPPE or a.teile]


def write_paket(
    bestand: Bestand, paket: Paket, vorlagen: Vorlagen, dateien: dict[str, bytes], formate: Collection[str]
) -> bytes:
    """The ZIP of the rendered files (``ordner/name.endung`` → bytes), and of others like a calendar file.

    The same files give the same bytes.
    """
    files = {name.rpartition("/")[2]: content for name, content in dateien.items()}
    kopf = _kopf(bestand, paket)
    baum = _inhalt(bestand, paket, vorlagen, files, formate)
    files[f"{INHALT}.md"] = write_md(baum).encode()
    files[f"{INHALT}.html"] = write_html(baum, kopf).encode()
    files[PRUEFSUMMEN] = "".join(f"{_sha(data)}  {name}\n" for name, data in sorted(files.items())).encode()
    return pack({f"{paket.name}/{name}": data for name, data in files.items()}, [f"{paket.name}/{INHALT}.html"])


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _kopf(bestand: Bestand, paket: Paket) -> Kopf:
    name = bestand.netzwerk.name if bestand.netzwerk else ""
    day = max((a.datum for a in paket.auftraege), default=paket.sitzung.datum)
    return Kopf(paket.name, name, paket.sitzung.kennung.upper(), datum=day.isoformat())


def _inhalt(
    bestand: Bestand, paket: Paket, vorlagen: Vorlagen, files: dict[str, bytes], formate: Collection[str]
) -> Baum:
    rows = [_row(vorlagen, auftrag, formate) for auftrag in paket.auftraege]
    made = {f"{a.name}.{form}" for a in paket.auftraege for form in formate}
    rows += [
        ((Verweis(name, (Text(name),)),), *_line("Termin für den Kalender", "–", "–"))
        for name in sorted(files)
        if name not in made
    ]
    title = f"Unterlagen der Sitzung {paket.sitzung.kennung.upper()}"
    when = f"{gremium(bestand, paket.sitzung.gremium)}, {datum(paket.sitzung.datum)}"
    kind = "Fassung für die Öffentlichkeit: " if paket.oeffentlich else ""
    table = Tabelle(_line("Datei", "Was es ist", "Stand", "Prüfsumme"), tuple(rows), ("", "", "", ""))
    return (
        Ueberschrift(1, (Text(title),)),
        Absatz((Stark((Text(when),)),)),
        Absatz((Text(f"{kind}{_tell(rows)}"),)),
        *((table,) if rows else ()),
        Absatz((Text(f"Ob eine Datei unverändert ist, sagt {PRUEFSUMMEN} (SHA-256)."),)),
        Linie(),
        Absatz((Text(paket.name),)),
    )


def _tell(rows: Collection[object]) -> str:
    return f"{len(rows)} Unterlagen." if len(rows) != 1 else "Eine Unterlage."


def _row(vorlagen: Vorlagen, auftrag: Auftrag, formate: Collection[str]) -> tuple[Zeile, ...]:
    kind = ALLE[auftrag.art].titel
    what = f"{kind} {auftrag.nummer or auftrag.kennung.upper()}"
    files: list[Stueck] = [Text(f"{auftrag.name} (")]
    for nr, form in enumerate(formate):
        files += [Text(", " if nr else ""), Verweis(f"{auftrag.name}.{form}", (Text(_TEILE[form]),))]
    return (
        normalise((*files, Text(")"))),
        *_line(what, f"{auftrag.datum:%d.%m.%Y}", digest_of(auftrag, vorlagen)),
    )


def _line(*cells: str) -> tuple[Zeile, ...]:
    return tuple((Text(cell),) for cell in cells)
