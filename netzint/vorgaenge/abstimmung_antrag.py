"""What is voted on: the motion that a TOP asks for, or that was named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.antrag import AgEinsetzen, EmpfehlungAntrag
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.finden import find_ag, find_empfehlung, find_sitzung, find_thema, find_vorlage, find_ziel
from netzint.modell.klartext import to_klartext
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import datum, fold
from netzint.regeln.beschlusslage import find_beschluss
from netzint.vorgaenge.abstimmbar import find_eingereichte, word_fassungen
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, falsch
from netzint.vorgaenge.arbeitsgruppe import check_verlaengerung
from netzint.vorgaenge.arbeitsgruppe_ende import check_abschluss
from netzint.vorgaenge.fehlt import FehltNoch
from netzint.vorgaenge.offen import unapproved_sitzungen
from netzint.vorgaenge.tops import short_top

Daten = dict[str, Any]
ARTEN = ("empfehlung", "einsetzen", "verlaengern", "abschliessen", "niederschrift", "schwerpunkt", "ziel", "sonstiges")
"""What a motion may be called on the command line."""


class Sache(NamedTuple):
    """What was said of the motion; None: as the TOP has it."""

    antrag: str | None = None
    empfehlung: str | None = None
    en_bloc: tuple[str, ...] = ()
    vorlage: str | None = None
    ag: str | None = None
    thema: str | None = None
    ziel: str | None = None
    niederschrift: str | None = None
    bis: date | None = None
    zahl: int | None = None
    beschlossen: str | None = None
    """The wording of a free motion."""


class Ort(NamedTuple):
    """Where it is voted on."""

    bestand: Bestand
    sitzung: Sitzung
    nr: int
    sache: Sache

    @property
    def top(self) -> Tagesordnungspunkt:
        """The TOP."""
        return self.sitzung.tagesordnung[self.nr]

    @property
    def nummer(self) -> str:
        """The number of the TOP."""
        return short_top(self.sitzung, self.nr).removeprefix("TOP ")

    def one_of(self, known: Any) -> str | None:
        """The only Kennung of a kind that the TOP refers to."""
        found = [kennung for kennung in self.top.bezug if kennung in known]
        return found[0] if len(found) == 1 else None


def find_antrag(ort: Ort) -> Daten:
    """The motion as plain data. Raises NetzintFehler if the TOP leaves it open and nothing was said, or if it cannot
    be moved here."""
    sache = ort.sache
    named = {fold(sache.antrag)} if sache.antrag else set()
    if named - set(ARTEN):
        raise falsch(f"Einen Antrag „{sache.antrag}“ gibt es nicht.", f"Es gibt: {', '.join(ARTEN)}.")
    if sache.en_bloc or sache.empfehlung or named == {"empfehlung"}:
        return _empfehlungen(ort)
    antrag = _BAU[named.pop()](ort) if named else _unnamed(ort)
    if ort.sitzung.gremium != STRATEGIEGRUPPE and antrag["art"] not in ("sonstiges", "niederschrift"):
        raise ablehnen(
            "Darüber entscheidet nur die Strategiegruppe; eine Arbeitsgruppe erarbeitet und reicht ein.",
            "Was die AG dazu meint, als freien Beschluss festhalten: --antrag sonstiges --beschlossen …",
        )
    return antrag


def _unnamed(ort: Ort) -> Daten:
    """A free motion where its wording was given; in an AG whatever is not about minutes."""
    is_ag = ort.sitzung.gremium != STRATEGIEGRUPPE and not ort.top.kennung.startswith("niederschrift")
    return _sonstiges(ort) if ort.sache.beschlossen or is_ag else _of_top(ort)


def _of_top(ort: Ort) -> Daten:
    """What the TOP itself asks for: its Vorlage, what it takes up again, or what its Kennung says."""
    top, bestand = ort.top, ort.bestand
    if ort.sache.vorlage or top.vorlage:
        return _of_vorlage(ort, ort.sache.vorlage or top.vorlage or "")
    if top.kennung in bestand.empfehlungen:
        return _empfehlungen(ort._replace(sache=Sache(empfehlung=top.kennung)))
    again = find_beschluss(bestand, top.wiederaufnahme)
    is_ende = top.kennung.startswith("ende-") and (again is None or again.antrag.art == "sonstiges")
    if again is not None and not is_ende:
        return to_klartext(again.antrag)
    if top.kennung.partition("-")[0] == "niederschrift":
        return _niederschrift(ort)
    if is_ende:
        raise FehltNoch(
            "antrag",
            f"Zu {short_top(ort.sitzung, ort.nr)} fehlt, worüber abgestimmt wird.",
            "Angeben: --antrag verlaengern --bis JJJJ-MM-TT, oder --antrag abschliessen",
        )
    return _sonstiges(ort)


def _of_vorlage(ort: Ort, kennung: str) -> Daten:
    antrag = find_vorlage(ort.bestand, kennung).antrag
    if isinstance(antrag, EmpfehlungAntrag) and len(antrag.empfehlungen) > 1:
        each = " --en-bloc ".join(antrag.empfehlungen)
        raise falsch(
            f"{kennung.upper()} legt mehrere Empfehlungen vor; abgestimmt wird über jede einzeln.",
            f"Einzeln: --empfehlung {antrag.empfehlungen[0]}; wenn niemand widerspricht, zusammen: --en-bloc {each}",
        )
    if isinstance(antrag, EmpfehlungAntrag):
        return _empfehlungen(ort._replace(sache=Sache(empfehlung=antrag.empfehlungen[0])))
    return to_klartext(antrag)


# the kinds of motions


def _empfehlungen(ort: Ort) -> Daten:
    names = ort.sache.en_bloc or ((ort.sache.empfehlung or ort.top.kennung),)
    found = list(dict.fromkeys(find_empfehlung(ort.bestand, name).kennung for name in names))
    if ort.sitzung.gremium != STRATEGIEGRUPPE:
        raise ablehnen(
            "Über Empfehlungen entscheidet nur die Strategiegruppe.",
            f"Die AG reicht sie ein: netzint empfehlung einreichen {found[0]}",
        )
    numbers = [find_fassung(ort, ort.bestand.empfehlungen[k]) for k in found]
    return {"art": "empfehlung", "empfehlungen": found, **word_fassungen(numbers)}


def find_fassung(ort: Ort, empfehlung: Empfehlung) -> int:
    """The number of the wording that is on the table: that of the Vorlage, or the newest that was handed in."""
    for vorlage in (ort.bestand.beschlussvorlagen.get(t.vorlage or "") for t in ort.sitzung.tagesordnung):
        antrag = vorlage.antrag if vorlage else None
        if isinstance(antrag, EmpfehlungAntrag) and empfehlung.kennung in antrag.empfehlungen:
            return antrag.vorgelegt[empfehlung.kennung]
    day = ort.sitzung.datum
    newest = find_eingereichte(empfehlung, day)
    if not newest:
        raise ablehnen(
            f"{empfehlung.kennung.upper()} ist am {datum(day)} noch nicht eingereicht.",
            f"Reicht die AG sie ein: netzint empfehlung einreichen {empfehlung.kennung}",
        )
    return newest


def _niederschrift(ort: Ort) -> Daten:
    bestand, sitzung = ort.bestand, ort.sitzung
    waiting = [s.kennung for s in unapproved_sitzungen(bestand, sitzung.datum) if s.zustand == "durchgefuehrt"]
    name = ort.sache.niederschrift or ort.one_of(bestand.sitzungen) or next(iter(waiting), None)
    if name is None:
        raise falsch("Es fehlt, um welche Niederschrift es geht.", "Angeben mit --niederschrift-von sg-2026-02")
    other = find_sitzung(bestand, name)
    shown = other.kennung.upper()
    if other.gremium != sitzung.gremium or other.datum >= sitzung.datum:
        text = f"Genehmigt wird die Niederschrift einer früheren Sitzung desselben Gremiums, nicht die von {shown}."
        raise falsch(text, "Alle Sitzungen zeigt: netzint sitzung liste")
    if other.niederschrift is None:
        later = f"netzint sitzung abschliessen {sitzung.kennung} --vertagt {ort.nummer}"
        hinweis = f"Zuerst: netzint sitzung niederschrift {other.kennung}; oder am Ende vertagen: {later}"
        raise ablehnen(f"Zu {shown} ist noch keine Niederschrift vermerkt.", hinweis)
    if other.niederschrift.genehmigt:
        text = f"Die Niederschrift von {shown} ist schon genehmigt ({other.niederschrift.genehmigt})."
        raise ablehnen(text, "Zu diesem TOP ist nichts abzustimmen.")
    return {"art": "niederschrift", "sitzung": other.kennung}


def _ag(ort: Ort) -> str:
    name = ort.sache.ag or ort.one_of(ort.bestand.arbeitsgruppen)
    if name is None:
        raise falsch("Es fehlt, um welche Arbeitsgruppe es geht.", "Angeben mit --ag, z. B. --ag ag-empowerment")
    return find_ag(ort.bestand, name).kennung


def _verlaengern(ort: Ort) -> Daten:
    ag = ort.bestand.arbeitsgruppen[_ag(ort)]
    if ort.sache.bis is None:
        raise FehltNoch("bis", "Es fehlt, bis wann die Arbeitsgruppe verlängert wird.", "Angeben mit --bis JJJJ-MM-TT")
    check_verlaengerung(ag, ort.sache.bis)
    zahl = {} if ort.sache.zahl is None else {"staendige_mitglieder": ort.sache.zahl}
    return {"art": "ag_verlaengern", "ag": ag.kennung, "bis": ort.sache.bis, **zahl}


def _abschliessen(ort: Ort) -> Daten:
    ag = ort.bestand.arbeitsgruppen[_ag(ort)]
    check_abschluss(ort.bestand, ag, ort.sitzung.datum)
    return {"art": "ag_abschliessen", "ag": ag.kennung}


def _einsetzen(ort: Ort) -> Daten:
    kennung = ort.sache.vorlage or ort.top.vorlage
    vorlage = find_vorlage(ort.bestand, kennung) if kennung else None
    if vorlage is None or not isinstance(vorlage.antrag, AgEinsetzen):
        raise ablehnen(
            "Zur Einsetzung einer Arbeitsgruppe fehlt die Beschlussvorlage mit Thema, Auftrag, Zahl und Zeitraum.",
            "Zuerst: netzint ag einsetzen …, dann hier --vorlage BV-NUMMER angeben.",
        )
    return to_klartext(vorlage.antrag)


def _schwerpunkt(ort: Ort) -> Daten:
    name = ort.sache.thema or ort.one_of(ort.bestand.themen)
    if name is None:
        raise falsch("Es fehlt, um welches Thema es geht.", "Angeben mit --thema, z. B. --thema thema-wohnen")
    return {"art": "schwerpunkt", "thema": find_thema(ort.bestand, name).kennung}


def _ziel(ort: Ort) -> Daten:
    name = ort.sache.ziel or ort.one_of(ort.bestand.ziele)
    if name is None:
        raise falsch("Es fehlt, um welches Ziel es geht.", "Angeben mit --ziel, z. B. --ziel ziel-teilhabe")
    return {"art": "ziel", "ziel": find_ziel(ort.bestand, name).kennung}


def _sonstiges(ort: Ort) -> Daten:
    text = ort.sache.beschlossen
    return {"art": "sonstiges", **({"wortlaut": clean_prosa("--beschlossen", text)} if text else {})}


_BAU: dict[str, Callable[[Ort], Daten]] = {
    "einsetzen": _einsetzen,
    "verlaengern": _verlaengern,
    "abschliessen": _abschliessen,
    "niederschrift": _niederschrift,
    "schwerpunkt": _schwerpunkt,
    "ziel": _ziel,
    "sonstiges": _sonstiges,
}
