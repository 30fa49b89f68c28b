"""Weiterleitungsschreiben and Beschlussauszüge: what leaves the house after a vote, from the sealed wording only."""

from __future__ import annotations

from datetime import date

from netzint.dokumente import kontext
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.kontext_auszug import auszug_of_top, auszug_of_umlauf
from netzint.dokumente.kontext_weiterleitung import weiterleitung
from netzint.modell.aehnlich import meinten_sie
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Weiterleitung
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung
from netzint.recht.annahme import find_annahme
from netzint.vorgaenge.aenderung import Aenderung, Setzen

AUSZUG = "beschlussauszug"


def weiterleitungen(bestand: Bestand, kennung: str, stichtag: date) -> tuple[Auftrag, ...]:
    """One letter for each Stelle to which an Empfehlung went up to a day."""
    empfehlung = bestand.empfehlungen[kennung]
    sent = [w for w in empfehlung.weiterleitungen if w.am <= stichtag]
    if not sent:
        text = f"{kennung.upper()} ist noch nicht weitergeleitet; zu ihr gibt es kein Schreiben."
        raise NetzintFehler(text, f"Zuerst: netzint empfehlung weiterleiten {kennung}", Ausgang.AUFRUF)
    return tuple(_letter(bestand, empfehlung, w) for w in sent)


def neue_weiterleitungen(bestand: Bestand, aenderung: Aenderung) -> tuple[Auftrag, ...]:
    """The letters to the Stellen that a Vorgang forwards to; none where no sealed vote is recorded."""
    found = []
    for schritt in aenderung.gesetzt:
        empfehlung = bestand.empfehlungen.get(schritt.kennung)
        adds = isinstance(schritt, Setzen) and schritt.feld[0] == "weiterleitungen" and len(schritt.feld) == 2
        if empfehlung is None or not adds:
            continue
        sent = empfehlung.weiterleitungen[int(schritt.feld[1])]
        annahme = find_annahme(bestand, empfehlung, sent.am)
        if annahme is not None and annahme.siegelstand == "gilt":
            found.append(_letter(bestand, empfehlung, sent))
    return tuple(found)


def _letter(bestand: Bestand, empfehlung: Empfehlung, sent: Weiterleitung) -> Auftrag:
    if find_annahme(bestand, empfehlung, sent.am) is None:
        text = f"Zu {empfehlung.kennung.upper()} ist kein Beschluss erfasst; ohne ihn steht der Wortlaut nicht fest."
        raise NetzintFehler(text, f"Was erfasst ist, zeigt: netzint empfehlung zeigen {empfehlung.kennung}")
    daten = {"netzwerk": kontext.netzwerk(bestand), "weiterleitung": weiterleitung(bestand, empfehlung, sent)}
    return Auftrag("weiterleitung", f"{empfehlung.kennung}-{sent.stelle}", sent.am, daten, empfehlung.kennung.upper())


def is_beschluss(bestand: Bestand, kennung: str) -> bool:
    """Whether somebody means a Beschluss ``x/y`` of a Sitzung or an Umlauf that there is, or an Umlauf as a whole."""
    source, slash, _ = kennung.partition("/")
    return source in bestand.umlaeufe or (bool(slash) and source in bestand.sitzungen)


def auszuege(bestand: Bestand, kennung: str) -> tuple[Auftrag, ...]:
    """One excerpt for each TOP of a Sitzung on which something was decided, or for one Beschluss ``x/y``.

    An Umlauf has one Beschluss.
    """
    own = bestand.umlaeufe.get(kennung)
    if own is not None:
        if own.abschluss is None:
            text = f"{kennung.upper()} ist noch nicht abgeschlossen; einen Beschlussauszug gibt es erst danach."
            hinweis = f"Die Vorlage: netzint dokument erzeugen {own.vorlage}" if own.vorlage else ""
            raise NetzintFehler(text, hinweis or f"Ansehen: netzint umlauf zeigen {kennung}", Ausgang.AUFRUF)
        kennung = f"{kennung}/{own.beschluss}"
    entry, umlauf = bestand.beschluesse.get(kennung), bestand.umlaufbeschluesse.get(kennung)
    if umlauf is not None and umlauf.abschluss is not None:
        daten = {"netzwerk": kontext.netzwerk(bestand), "auszug": auszug_of_umlauf(bestand, umlauf)}
        return (Auftrag(AUSZUG, kennung.replace("/", "-"), umlauf.abschluss.am, daten, umlauf.kennung.upper()),)
    if entry is not None:
        return (_excerpt(bestand, entry.sitzung, entry.nr[0]),)
    sitzung = bestand.sitzungen.get(kennung)
    if sitzung is None:
        known = [*bestand.beschluesse, *bestand.umlaufbeschluesse]
        hinweis = meinten_sie(kennung, known, "Alle zeigt: netzint beschluesse")
        raise NetzintFehler(f"Einen Beschluss „{kennung}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)
    decided = [nr for nr, top in enumerate(sitzung.tagesordnung) if top.beschluesse]
    if not decided:
        text = f"In der Sitzung {kennung.upper()} ist noch nichts beschlossen."
        raise NetzintFehler(text, f"Ihre Punkte zeigt: netzint sitzung zeigen {kennung}", Ausgang.AUFRUF)
    return tuple(_excerpt(bestand, sitzung, nr) for nr in decided)


def _excerpt(bestand: Bestand, sitzung: Sitzung, nr: int) -> Auftrag:
    top = sitzung.tagesordnung[nr]
    number = top.nummer or str(nr + 1)
    day = sitzung.niederschrift.vom if sitzung.niederschrift else sitzung.datum
    daten = {"netzwerk": kontext.netzwerk(bestand), "auszug": auszug_of_top(bestand, sitzung, top, number)}
    name = f"{sitzung.kennung.upper()}, TOP {number}"
    return Auftrag(AUSZUG, f"{sitzung.kennung}-{top.kennung}", day, daten, name)
