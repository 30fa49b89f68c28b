"""``netzint importieren …``: tables of a spreadsheet become entries, all at once or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.ausgabe import Farbig, Stil, show, show_daten, show_tabelle
from netzint.cli.lesen import read_head, tell_journal
from netzint.cli.optionen import Probe, Wurzel
from netzint.cli.stelle import Register
from netzint.cli.vorgang_ausgabe import show_ausgefuehrt
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from netzint.modell.bestand import Bestand
    from netzint.modell.gebiet import Verzeichnis
    from netzint.vorgaenge.aenderung import Aenderung
    from netzint.vorgaenge.importart import Importart
    from netzint.vorgaenge.importieren import Import
    from netzint.vorgaenge.importzeile import Zeilenfehler

GENANNT = 50
"""So many rows in which something is wrong, and so many that stay as they are, are told one by one."""

Datei = Annotated[
    Path | None,
    typer.Argument(metavar="[DATEI]", show_default=False, help="Die Tabelle, als CSV gespeichert."),
]
Muster = Annotated[
    bool, typer.Option("--muster", help="Eine leere Tabelle zum Ausfüllen ausgeben, mit allen Überschriften.")
]
Erfasst = Annotated[
    bool, typer.Option("--erfasst", help="Mit --muster: gefüllt mit allem, was schon erfasst ist, zum Überarbeiten.")
]


def personen(
    datei: Datei = None,
    *,
    wurzel: Wurzel = Path(),
    muster: Muster = False,
    erfasst: Erfasst = False,
    probe: Probe = False,
) -> int:
    """Personen mit ihren Ämtern aus einer Tabelle einlesen; Mandate trägt „netzint mitglied benennen“ ein.

    Die Person wird an der Kennung oder am Namen erkannt. Leere Zellen ändern nichts.
    """
    from netzint.vorgaenge.importieren_personen import PERSONEN

    return _run(wurzel, PERSONEN, datei, muster=muster, erfasst=erfasst, probe=probe)


def stellen(
    datei: Datei = None,
    *,
    wurzel: Wurzel = Path(),
    register: Register = None,
    muster: Muster = False,
    erfasst: Erfasst = False,
    probe: Probe = False,
) -> int:
    """Stellen aus einer Tabelle einlesen, auf Wunsch mit dem Gemeindeverzeichnis abgeglichen.

    Die Stelle wird an der Kennung, am Gemeindeschlüssel (AGS) oder am Namen erkannt. Leere Zellen ändern nichts.
    Mit --register genügt bei Kommunen der Gemeindeschlüssel; was nicht zu ihm passt, wird gemeldet.
    """
    from netzint.vorgaenge.importieren_stellen import STELLEN

    verzeichnis = _read_register(register)
    return _run(wurzel, STELLEN, datei, muster=muster, erfasst=erfasst, probe=probe, verzeichnis=verzeichnis)


def beauftragte(
    datei: Datei = None,
    *,
    wurzel: Wurzel = Path(),
    muster: Muster = False,
    erfasst: Erfasst = False,
    probe: Probe = False,
) -> int:
    """Das Verzeichnis der Integrationsbeauftragten aus einer Tabelle einlesen.

    Der Eintrag wird an der Kennung erkannt, oder an der Kommune und der Person. Leere Zellen ändern nichts.
    """
    from netzint.vorgaenge.importieren_beauftragte import BEAUFTRAGTE

    return _run(wurzel, BEAUFTRAGTE, datei, muster=muster, erfasst=erfasst, probe=probe)


def bedarfe(
    datei: Datei = None,
    *,
    wurzel: Wurzel = Path(),
    muster: Muster = False,
    erfasst: Erfasst = False,
    probe: Probe = False,
) -> int:
    """Bedarfe aus einer Tabelle einlesen.

    Der Bedarf wird an der Kennung erkannt, oder am Titel, der meldenden Stelle und dem Tag. Leere Zellen ändern nichts.
    """
    from netzint.vorgaenge.importieren_bedarfe import BEDARFE

    return _run(wurzel, BEDARFE, datei, muster=muster, erfasst=erfasst, probe=probe)


def _read_register(datei: Path | None) -> Verzeichnis | None:
    from netzint.ablage.register import read_register

    return read_register(datei) if datei is not None else None


def _run(
    wurzel: Path,
    art: Importart,
    datei: Path | None,
    *,
    muster: bool,
    erfasst: bool,
    probe: bool,
    verzeichnis: Verzeichnis | None = None,
) -> int:
    if muster or erfasst:
        return _show_muster(wurzel, art, datei, filled=erfasst)
    if datei is None:
        hinweis = f"Eine leere Tabelle zum Ausfüllen: netzint importieren {art.name} --muster > {art.name}.csv"
        raise NetzintFehler("Es fehlt die Datei mit der Tabelle.", hinweis, Ausgang.AUFRUF)
    tell_journal(wurzel)
    einlesen = _Einlesen(art, _read_rows(datei), verzeichnis)
    if probe or fragen.is_dialog():
        ausgang = einlesen.run(wurzel, probe=True)
        if probe or not einlesen.changes or not fragen.ask_ja("So einlesen", vorschlag=True):
            return ausgang
        return einlesen.run(wurzel, probe=False, tell=False)
    return einlesen.run(wurzel, probe=False)


class _Einlesen:
    """One table on its way."""

    def __init__(self, art: Importart, rows: Sequence[Sequence[str]], verzeichnis: Verzeichnis | None) -> None:
        self.art, self.rows, self.verzeichnis = art, rows, verzeichnis
        self.found: Import | None = None

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return self.found is not None and self.found.aenderung is not None

    def act(self, bestand: Bestand, vergeben: Collection[str]) -> Aenderung | None:
        """The Vorgang."""
        from netzint.vorgaenge.importart import Lage
        from netzint.vorgaenge.importieren import take_in

        lage = Lage(bestand, vergeben, heute.today(), self.verzeichnis)
        self.found = take_in(lage, self.art, self.rows)
        if self.found.fehler:
            raise _refuse(self.found.fehler)
        return self.found.aenderung

    def run(self, wurzel: Path, *, probe: bool, tell: bool = True) -> int:
        """Do it, or tell what would come of it: first row by row, then as for every Vorgang."""
        from netzint.ablage import transaktion

        satz = "Zusammen würde das gegen Regeln verstoßen:"
        done = transaktion.run(wurzel, self.act, stichtag=heute.today(), probe=probe, widerspruch=(satz, ""))
        if tell and self.found is not None:
            _show_zeilen(self.found)
        return show_ausgefuehrt(done)


def _read_rows(datei: Path) -> list[list[str]]:
    from netzint.ablage.csvdatei import read_csv
    from netzint.cli.eingabe import Eingabefehler, clean_eingabe

    try:
        return [[clean_eingabe(cell) for cell in row] for row in read_csv(datei)]
    except Eingabefehler as fehler:
        raise NetzintFehler(str(fehler), "Die Datei neu speichern, als „CSV UTF-8“.", Ausgang.AUFRUF) from fehler


def _refuse(fehler: Sequence[Zeilenfehler]) -> NetzintFehler:
    """All that is wrong, row by row as the spreadsheet counts them."""
    lines = [_line(f) for f in fehler[:GENANNT]]
    if len(fehler) > GENANNT:
        lines.append(f"… und {len(fehler) - GENANNT} weitere")
    return NetzintFehler("\n".join(["So lässt es sich nicht einlesen:", *lines]), "Es wurde nichts geändert.")


def _line(fehler: Zeilenfehler) -> str:
    spalte = f", Spalte {fehler.spalte}" if fehler.spalte else ""
    return f"Zeile {fehler.zeile}{spalte}: {fehler.text}" + (f" → {fehler.hinweis}" if fehler.hinweis else "")


def _show_zeilen(found: Import) -> None:
    """What becomes of each row; of many that stay as they are only how many."""
    from netzint.modell.sprache import anzahl, aufzaehlung
    from netzint.vorgaenge.importieren import GEAENDERT, NEU, UNVERAENDERT

    same = [z for z in found.zeilen if z.was == UNVERAENDERT]
    shown = [z for z in found.zeilen if z.was != UNVERAENDERT or len(same) <= GENANNT]
    if shown:
        rows = [[str(z.zeile), z.was, z.kennung, "; ".join(z.angaben)] for z in shown]
        show_tabelle(("Zeile", "Was", "Kennung", "Änderung"), rows, {NEU: Stil.GUT, GEAENDERT: Stil.WARNUNG})
    counts = ((was, sum(z.was == was for z in found.zeilen)) for was in (NEU, GEAENDERT, UNVERAENDERT))
    told = aufzaehlung([f"{count} {was}" for was, count in counts if count])
    show(Farbig(f"{anzahl(len(found.zeilen), 'Zeile', 'Zeilen')}: {told}.", Stil.STARK))


def _show_muster(wurzel: Path, art: Importart, datei: Path | None, *, filled: bool) -> int:
    from netzint.cli.formate import csv_text

    if datei is not None:
        text = "Ein Muster wird ausgegeben, nicht eingelesen."
        raise NetzintFehler(text, f"netzint importieren {art.name} --muster > {datei}", Ausgang.AUFRUF)
    entries = art.rows(read_head(wurzel, heute.today()).bestand) if filled else []
    rows = [[row.get(spalte.feld, "") for spalte in art.spalten] for row in entries]
    show_daten(csv_text([spalte.titel for spalte in art.spalten], rows, mehrzeilig=True))
    return Ausgang.GUT
