"""Umlaufverfahren: allowed, long enough, closed in time, and ended by an objection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.geschaeftsordnung import Strategiegruppenrecht
from netzint.modell.umlauf import Umlauf
from netzint.recht.fristen import umlauf_bis
from netzint.regeln.besetzung import Besetzung
from netzint.regeln.gemeinsam import tage
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


class Lauf(NamedTuple):
    """An Umlauf with the law of the day on which it was sent, and with whoever sat on the seats."""

    umlauf: Umlauf
    recht: Strategiegruppenrecht
    besetzung: Besetzung
    ist_erfasst: bool

    @property
    def ordentliche(self) -> tuple[str, ...]:
        """The ordentliche Mitglieder of the day of dispatch, in the order of the seats."""
        taken = self.besetzung.am(self.umlauf.versandt, self.umlauf.verteiler)
        seats = dict.fromkeys([*(sitz.kennung for sitz in self.recht.sitze), *taken])
        return tuple(taken[seat].mitglied.kennung for seat in seats if seat in taken)

    @property
    def gefragt(self) -> tuple[str, ...]:
        """Who could vote: the ordentliche Mitglieder who were asked and are not befangen."""
        members = self.ordentliche
        asked = self.umlauf.verteiler or members
        return tuple(p for p in members if p in asked and p not in self.umlauf.befangen)

    def is_rechtzeitig(self, am: date) -> bool:
        """Whether an answer of that day counts."""
        return self.umlauf.versandt <= am <= self.umlauf.frist


def iter_laeufe(bestand: Bestand) -> Iterator[Lauf]:
    """Every Umlauf whose number still counts."""
    besetzung, start = Besetzung(bestand), erfasst_ab(bestand)
    for umlauf in bestand.umlaeufe.values():
        fassung = bestand.fassung(umlauf.versandt)
        if fassung is not None and umlauf.entfallen is None:
            yield Lauf(umlauf, fassung.strategiegruppe, besetzung, umlauf.versandt >= start)


def find_lauf(bestand: Bestand, umlauf: Umlauf) -> Lauf | None:
    """One Umlauf as it stands, or as it is about to be recorded; None without a Geschäftsordnung."""
    fassung = bestand.fassung(umlauf.versandt)
    if fassung is None:
        return None
    return Lauf(umlauf, fassung.strategiegruppe, Besetzung(bestand), umlauf.versandt >= erfasst_ab(bestand))


@regel("U101", Schwere.FEHLER, je="umlauf")
def umlauf_ist_nicht_erlaubt(bestand: Bestand) -> Verstoesse:
    """Es wurde im Umlauf abgestimmt, obwohl die Geschäftsordnung das nicht vorsieht.

    Warum: Ob ohne Sitzung beschlossen werden darf, sagt die Geschäftsordnung vom Tag des Versands.

    Beispiel: „umlauf: {erlaubt: nein, …}“ und ein Umlauf aus dieser Zeit.

    Abhilfe: Den Umlauf aufgeben, solange er läuft („netzint umlauf entfallen“); die Sache auf die nächste Tagesordnung
    nehmen.
    """
    for lauf in iter_laeufe(bestand):
        if not lauf.recht.umlauf.erlaubt:
            sent = deutsch(lauf.umlauf.versandt)
            text = f"Am {sent}, als {lauf.umlauf.kennung} versandt wurde, waren Umlaufverfahren nicht erlaubt"
            yield verstoss(lauf.umlauf.an("versandt"), text)


@regel("U102", Schwere.WARNUNG, je="umlauf")
def umlauffrist_ist_zu_kurz(bestand: Bestand) -> Verstoesse:
    """Die Frist eines Umlaufs ist kürzer, als die Geschäftsordnung vorsieht.

    Warum: Im Umlauf gilt ein Beschluss nur, wenn niemand innerhalb der Frist widerspricht; dafür braucht es Zeit.

    Beispiel: Versandt am 02.03.2026, Frist bis 09.03.2026: 7 Tage statt 14.

    Abhilfe: Die Frist verlängern, solange sie läuft („netzint umlauf aendern“).
    """
    for lauf in iter_laeufe(bestand):
        umlauf, needed = lauf.umlauf, umlauf_bis(lauf.umlauf.versandt, lauf.recht.umlauf)
        if umlauf.versandt <= umlauf.frist < needed:
            text = (
                f"Die Frist von {umlauf.kennung} endet am {deutsch(umlauf.frist)}; vorgesehen sind "
                f"{tage(lauf.recht.umlauf.frist)} ab dem {deutsch(umlauf.versandt)}, also bis zum {deutsch(needed)}"
            )
            yield verstoss(umlauf.an("frist"), text)


@regel("U106", Schwere.FEHLER, je="umlauf")
def umlauf_ist_zu_frueh_abgeschlossen(bestand: Bestand) -> Verstoesse:
    """Ein Umlauf ist vor dem Ende der Frist abgeschlossen, obwohl noch nicht alle geantwortet hatten.

    Warum: Bis zum Ende der Frist kann noch jemand widersprechen, auch an ihrem letzten Tag.

    Beispiel: Frist bis 16.03.2026, „abschluss: {am: 2026-03-10, …}“, drei Antworten fehlen.

    Abhilfe: Den Tag des Abschlusses berichtigen oder die fehlenden Stimmen nachtragen.
    """
    for lauf in iter_laeufe(bestand):
        umlauf, end = lauf.umlauf, lauf.umlauf.abschluss
        if end is None or end.am > umlauf.frist or end.ergebnis == "widersprochen" or not lauf.ist_erfasst:
            continue
        answered = {s.mitglied for s in umlauf.stimmen if s.am <= end.am}
        missing = [person for person in lauf.gefragt if person not in answered]
        if missing:
            text = (
                f"{umlauf.kennung} ist am {deutsch(end.am)} abgeschlossen, die Frist lief bis {deutsch(umlauf.frist)}; "
                f"{len(missing)} von {len(lauf.gefragt)} hatten noch nicht geantwortet"
            )
            yield verstoss(umlauf.an("abschluss", "am"), text)


@regel("U107", Schwere.FEHLER, je="umlauf")
def widerspruch_ist_uebergangen(bestand: Bestand) -> Verstoesse:
    """Gegen einen Umlauf wurde widersprochen, der Abschluss sagt es aber nicht, oder umgekehrt.

    Warum: Im Umlauf wird nur beschlossen, wenn niemand innerhalb der Frist dem Verfahren widerspricht; sonst kommt die
    Sache auf die nächste Tagesordnung.

    Beispiel: Unter „widerspruch“ steht gemeindetag-1, der Abschluss lautet „angenommen“.

    Abhilfe: „ergebnis: widersprochen“ vermerken, oder den Widerspruch berichtigen.
    """
    for lauf in iter_laeufe(bestand):
        end = lauf.umlauf.abschluss
        objected = any(lauf.is_rechtzeitig(w.am) for w in lauf.umlauf.widerspruch)
        if end is not None and objected != (end.ergebnis == "widersprochen"):
            what = "ein rechtzeitiger Widerspruch" if objected else "kein rechtzeitiger Widerspruch"
            text = f"Zu {lauf.umlauf.kennung} liegt {what} vor, das Ergebnis lautet „{end.ergebnis}“"
            yield verstoss(lauf.umlauf.an("abschluss", "ergebnis"), text)


@regel("U109", Schwere.WARNUNG, je="umlauf")
def umlauf_ist_nicht_abgeschlossen(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Die Frist eines Umlaufs ist abgelaufen, ein Ergebnis steht nicht da.

    Warum: Erst mit dem Ergebnis ist beschlossen oder kommt die Sache auf die nächste Tagesordnung.

    Beispiel: Frist bis 16.03.2026, heute ist der 01.04.2026, „abschluss“ fehlt.

    Abhilfe: Den Umlauf auszählen: netzint umlauf abschliessen KENNUNG
    """
    for lauf in iter_laeufe(bestand):
        if lauf.umlauf.abschluss is None and lauf.umlauf.frist < stichtag:
            over = f"am {deutsch(lauf.umlauf.frist)} abgelaufen ({tage((stichtag - lauf.umlauf.frist).days)})"
            yield verstoss(lauf.umlauf.an("abschluss"), f"Die Frist von {lauf.umlauf.kennung} ist {over}")


@regel("U110", Schwere.FEHLER, je="umlauf")
def umlauffrist_endet_vor_dem_versand(bestand: Bestand) -> Verstoesse:
    """Die Frist eines Umlaufs endet vor seinem Versand, oder er ist vor dem Versand abgeschlossen.

    Warum: Die Tage eines Umlaufs folgen aufeinander: Versand, Frist, Abschluss.

    Beispiel: Versandt am 02.03.2026, Frist bis 16.02.2026.

    Abhilfe: Das falsche Datum berichtigen.
    """
    for umlauf in bestand.umlaeufe.values():
        days = [("frist", umlauf.frist)]
        days += [("abschluss", umlauf.abschluss.am)] if umlauf.abschluss else []
        for feld, am in days:
            if am < umlauf.versandt:
                text = f"{umlauf.kennung} ist am {deutsch(umlauf.versandt)} versandt, „{feld}“ ist der {deutsch(am)}"
                yield verstoss(umlauf.an(feld), text)


@regel("U112", Schwere.FEHLER, je="umlauf")
def entfallener_umlauf_hat_ein_ergebnis(bestand: Bestand) -> Verstoesse:
    """Ein Umlauf ist aufgegeben und hat doch ein Ergebnis.

    Warum: Aufgegeben wird ein Umlauf, bevor ausgezählt ist; danach ist beschlossen, abgelehnt oder widersprochen.

    Beispiel: „entfallen: {am: 2026-03-10, …}“ und „abschluss: {am: 2026-03-16, ergebnis: angenommen}“.

    Abhilfe: „entfallen“ oder „abschluss“ streichen; gemeint ist vielleicht ein Widerspruch.
    """
    for umlauf in bestand.umlaeufe.values():
        if umlauf.entfallen is not None and umlauf.abschluss is not None:
            given_up, ended = deutsch(umlauf.entfallen.am), deutsch(umlauf.abschluss.am)
            text = f"{umlauf.kennung} ist am {given_up} entfallen und am {ended} abgeschlossen"
            yield verstoss(umlauf.an("entfallen"), text)


REGELN: tuple[Regel, ...] = (
    umlauf_ist_nicht_erlaubt,
    umlauffrist_ist_zu_kurz,
    umlauf_ist_zu_frueh_abgeschlossen,
    widerspruch_ist_uebergangen,
    umlauf_ist_nicht_abgeschlossen,
    umlauffrist_endet_vor_dem_versand,
    entfallener_umlauf_hat_ein_ergebnis,
)
