"""T1: Themen and Ziele rest on the Beschluss they name; an AG's Thema was in the Themenspeicher before it."""

from __future__ import annotations

from datetime import date

from netzint.modell.antrag import ZielAntrag
from netzint.modell.befund import Feldpfad, Schwere
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab, latest


@regel("T101", Schwere.WARNUNG, "R17", je="thema")
def schwerpunkt_ist_nicht_beschlossen(bestand: Bestand) -> Verstoesse:
    """Der genannte Beschluss hat das Thema nicht zum Themenschwerpunkt gemacht.

    Warum: „Identifikation von Themenschwerpunkten“ (Akteure im Netzwerk Integration) ist Aufgabe der Strategiegruppe;
    wird ein Beschluss genannt, muss es ein angenommener Antrag schwerpunkt über dieses Thema sein.

    Beispiel: Der Beschluss betrifft ein anderes Thema, oder er wurde vertagt.

    Abhilfe: Den richtigen Beschluss nennen oder die Angabe streichen.
    """
    for thema in bestand.themen.values():
        kennung = thema.schwerpunkt.beschluss if thema.schwerpunkt else None
        lage = find_beschluss(bestand, kennung)
        if lage is not None and not lage.accepts("schwerpunkt", thema.kennung):
            text = f"{kennung} ist kein angenommener Antrag, {thema.kennung} zum Schwerpunkt zu machen"
            yield verstoss(thema.an("schwerpunkt", "beschluss"), text, kennung or "")


@regel("T102", Schwere.HINWEIS, "R17", je="arbeitsgruppe")
def thema_der_ag_stand_nicht_im_speicher(bestand: Bestand) -> Verstoesse:
    """Das Thema einer AG stand bei deren Beginn nicht im Themenspeicher.

    Warum: „Identifikation von Themenschwerpunkten“ (Akteure im Netzwerk Integration) geht der Einsetzung voraus: erst
    das Thema, dann die AG.

    Beispiel: Die AG beginnt am 01.07.2025, ihr Thema wurde am 01.09.2025 aufgenommen.

    Abhilfe: Den Tag der Aufnahme berichtigen, oder es so stehen lassen.
    """
    for ag in bestand.arbeitsgruppen.values():
        thema = bestand.themen.get(ag.thema)
        if thema is None:
            continue
        begin = deutsch(ag.mandat.von)
        if latest(ag.mandat.von) < thema.aufgenommen:
            text = f"{ag.kennung} begann am {begin}, {thema.kennung} kam erst am {deutsch(thema.aufgenommen)} dazu"
            yield verstoss(ag.an("thema"), text, thema.kennung)
        elif thema.bis is not None and thema.bis < ag.mandat.von:
            text = f"{ag.kennung} begann am {begin}, {thema.kennung} wurde nur bis {deutsch(thema.bis)} verfolgt"
            yield verstoss(ag.an("thema"), text, thema.kennung)


@regel("T103", Schwere.HINWEIS, "R18", je="ziel")
def ziel_ohne_beschluss(bestand: Bestand) -> Verstoesse:
    """Ein strategisches Ziel nennt keinen Beschluss.

    Warum: „Formulierung von strategischen Zielen“ (Akteure im Netzwerk Integration) ist Aufgabe der Strategiegruppe.
    Das gilt für Ziele, die nach „erfasst_ab“ beginnen.

    Beispiel: ab: 2026-03-12 ohne „beschluss“

    Abhilfe: Den Beschluss der Strategiegruppe nennen.
    """
    start = erfasst_ab(bestand)
    for ziel in bestand.ziele.values():
        if ziel.beschluss is None and ziel.ab >= start:
            yield verstoss(ziel, f"Zum Ziel {ziel.kennung} ab {deutsch(ziel.ab)} fehlt der Beschluss")


@regel("T104", Schwere.WARNUNG, "R18", je="ziel")
def ziel_ist_nicht_beschlossen(bestand: Bestand) -> Verstoesse:
    """Der genannte Beschluss hat das Ziel nicht angenommen.

    Warum: „Formulierung von strategischen Zielen“ (Akteure im Netzwerk Integration) ist Aufgabe der Strategiegruppe;
    wird ein Beschluss genannt, muss es ein angenommener Antrag ziel über dieses Ziel sein.

    Beispiel: Der Beschluss betrifft ein anderes Ziel, oder er wurde abgelehnt.

    Abhilfe: Den richtigen Beschluss nennen oder die Angabe streichen.
    """
    for ziel in bestand.ziele.values():
        lage = find_beschluss(bestand, ziel.beschluss)
        if lage is not None and not lage.accepts("ziel", ziel.kennung):
            text = f"{ziel.beschluss} ist kein angenommener Antrag über {ziel.kennung}"
            yield verstoss(ziel.an("beschluss"), text, ziel.beschluss or "")


@regel("T105", Schwere.FEHLER, "R18")
def ziel_hat_anderen_wortlaut(bestand: Bestand) -> Verstoesse:
    """Ein Ziel hat einen anderen Wortlaut, als der genannte Beschluss ihm gegeben hat.

    Warum: „Formulierung von strategischen Zielen“ (Akteure im Netzwerk Integration) ist Aufgabe der Strategiegruppe;
    was sie formuliert hat, ändert nur sie.

    Beispiel: Der Antrag enthält eine „beschreibung“, beim Ziel steht eine andere.

    Abhilfe: Den beschlossenen Wortlaut eintragen, oder einen neuen beschließen lassen.
    """
    for ziel in bestand.ziele.values():
        texts: list[tuple[Feldpfad, str | None, str]] = [(("beschreibung",), ziel.beschluss, ziel.beschreibung)]
        texts += [(("frueher", n, "beschreibung"), f.beschluss, f.beschreibung) for n, f in enumerate(ziel.frueher)]
        for feld, kennung, beschreibung in texts:
            lage = find_beschluss(bestand, kennung)
            antrag = lage.antrag if lage else None
            if isinstance(antrag, ZielAntrag) and antrag.ziel == ziel.kennung:
                decided = antrag.beschreibung
                if decided is not None and decided.split() != beschreibung.split():
                    text = f"{kennung} hat für {ziel.kennung} einen anderen Wortlaut beschlossen"
                    yield verstoss(ziel.an(*feld), text, kennung or "")


@regel("T106", Schwere.WARNUNG, "R18", je="thema ziel")
def gilt_vor_seinem_beschluss(bestand: Bestand) -> Verstoesse:
    """Ein Ziel gilt, oder ein Thema ist Schwerpunkt, schon vor dem Tag des Beschlusses darüber.

    Warum: „Identifikation von Themenschwerpunkten“ und „Formulierung von strategischen Zielen“ (Akteure im Netzwerk
    Integration) sind Aufgaben der Strategiegruppe; vor ihrem Beschluss gibt es beides nicht.

    Beispiel: ab: 2026-01-01, der Beschluss darüber ist vom 24.02.2026.

    Abhilfe: Den ersten Tag auf den Tag des Beschlusses oder später legen.
    """
    starts: list[tuple[Eintrag, Feldpfad, date, str | None]] = [
        (thema, ("schwerpunkt", "ab"), thema.schwerpunkt.ab, thema.schwerpunkt.beschluss)
        for thema in bestand.themen.values()
        if thema.schwerpunkt
    ]
    starts += [
        (ziel, ("frueher", len(ziel.frueher) - 1, "bis") if ziel.frueher else ("ab",), ziel.seit, ziel.beschluss)
        for ziel in bestand.ziele.values()
    ]
    for eintrag, feld, begin, beschluss in starts:
        lage = find_beschluss(bestand, beschluss)
        if lage is not None and lage.ergebnis in ANGENOMMEN and lage.am is not None and latest(begin) < lage.am:
            text = f"{eintrag.kennung} gilt ab {deutsch(begin)}, beschlossen wurde es erst am {deutsch(lage.am)}"
            yield verstoss(eintrag.an(*feld), text, beschluss or "")


REGELN: tuple[Regel, ...] = (
    schwerpunkt_ist_nicht_beschlossen,
    thema_der_ag_stand_nicht_im_speicher,
    ziel_ohne_beschluss,
    ziel_ist_nicht_beschlossen,
    ziel_hat_anderen_wortlaut,
    gilt_vor_seinem_beschluss,
)
