"""AGs as the Strategiegruppe decides about them: set up, prolonged, closed.

These are what ``sitzung abschliessen`` carries out, and what ``ag …`` records. An Aenderung without any step means that
this Beschluss has been carried out already.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.antrag import AgEinsetzen, AgVerlaengern
from netzint.modell.arbeitsgruppe import Abschluss, Arbeitsgruppe, Verlaengerung
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.finden import find_ag
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.mitglied import STAENDIGE
from netzint.modell.sprache import aufzaehlung, datum
from netzint.recht.empfehlungsweg import stand_der_empfehlung
from netzint.regeln.tage import day_after
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen
from netzint.vorgaenge.arbeitsgruppe_ende import check_abschluss


def einsetzen(bestand: Bestand, antrag: AgEinsetzen, beschluss: str | None, tag: date | None) -> Aenderung:
    """Set up the AG that a motion describes. ``tag`` is the day of the Beschluss: it begins no earlier (R09).

    Raises NetzintFehler if the motion does not say all that is to be fixed, or if there is such an AG already.
    """
    known = bestand.arbeitsgruppen.get(antrag.ag)
    if known is not None:
        return _known_ag(known, beschluss)
    _require_complete(antrag)
    von = max(antrag.von, tag) if antrag.von and tag else antrag.von
    if von and antrag.bis and antrag.bis < von:
        raise ablehnen(
            f"Der Zeitraum von {antrag.ag} endet am {datum(antrag.bis)}, vor dem {datum(von)}.",
            "Über einen neuen Zeitraum beschließen lassen.",
        )
    values = {
        "kennung": antrag.ag,
        "name": antrag.name,
        "thema": antrag.thema,
        "mandat": {
            "auftrag": antrag.auftrag,
            "staendige_mitglieder": antrag.staendige_mitglieder,
            "von": von,
            "bis": antrag.bis,
            "beschluss": beschluss,
        },
    }
    return Aenderung(
        "ag-einsetzen",
        f"{antrag.ag} eingesetzt",
        neu=(require(Arbeitsgruppe, values),),
        beschluss=beschluss,
        hinweise=tuple(_remark_begin(antrag, von)),
        danach=(
            (f"netzint ag mitglied {antrag.ag}", "Leitung und ständige Mitglieder eintragen"),
            *_offer_bedarfe(bestand, antrag.thema or ""),
        ),
    )


def _known_ag(ag: Arbeitsgruppe, beschluss: str | None) -> Aenderung:
    if beschluss is not None and ag.mandat.beschluss == beschluss:
        return Aenderung("ag-einsetzen", f"{ag.kennung} ist schon eingesetzt")
    if ag.mandat.beschluss is None and beschluss is not None:
        feld = ("mandat", "beschluss")
        steps = (Setzen("arbeitsgruppe", ag.kennung, feld, beschluss),)
        return Aenderung("ag-einsetzen", f"Einsetzungsbeschluss zu {ag.kennung} nachgetragen", (), steps, beschluss)
    raise ablehnen(f"{ag.kennung} gibt es schon ({ag.name}).", f"Ansehen: netzint ag zeigen {ag.kennung}")


def _require_complete(antrag: AgEinsetzen) -> None:
    if antrag.vollstaendig:
        return
    names = {
        "name": "Name",
        "thema": "Thema",
        "auftrag": "Auftrag",
        "staendige_mitglieder": "Zahl der ständigen Mitglieder",
        "von": "Beginn",
        "bis": "Ende",
    }
    missing = [word for field, word in names.items() if getattr(antrag, field) is None]
    raise ablehnen(
        f"Zur Einsetzung von {antrag.ag} fehlt: {aufzaehlung(missing)}.",
        f"Ergänzen mit: netzint ag einsetzen --kennung {antrag.ag} … (die Angaben nennt --help)",
    )


def _remark_begin(antrag: AgEinsetzen, von: date | None) -> Iterator[str]:
    if antrag.von and von and von > antrag.von:
        yield f"Die AG beginnt am Tag des Beschlusses, dem {datum(von)}, nicht schon am {datum(antrag.von)}."


def _offer_bedarfe(bestand: Bestand, thema: str) -> Iterator[tuple[str, str]]:
    for bedarf in bestand.bedarfe.values():
        if bedarf.zugeordnet and bedarf.zugeordnet.thema == thema and not (bedarf.erledigt or bedarf.entfallen):
            yield f"netzint bedarf erledigen {bedarf.kennung} --art aufgegriffen", f"„{bedarf.titel}“ gehört dazu"


def verlaengern(bestand: Bestand, antrag: AgVerlaengern, beschluss: str | None) -> Aenderung:
    """Prolong an AG by a motion; the new period follows the old one without a gap.

    Raises NetzintFehler if the AG is closed, or its period lasts as long already.
    """
    ag = find_ag(bestand, antrag.ag)
    if beschluss is not None and any(v.beschluss == beschluss for v in ag.verlaengerungen):
        return Aenderung("ag-verlaengern", f"{ag.kennung} ist schon verlängert")
    check_verlaengerung(ag, antrag.bis)
    if antrag.staendige_mitglieder is not None:
        check_zahl(bestand, ag, antrag.staendige_mitglieder, day_after(ag.ende))
    values = {
        "ab": day_after(ag.ende),
        "bis": antrag.bis,
        "staendige_mitglieder": antrag.staendige_mitglieder,
        "beschluss": beschluss,
    }
    step = Setzen(
        "arbeitsgruppe",
        ag.kennung,
        ("verlaengerungen", len(ag.verlaengerungen)),
        to_klartext(require(Verlaengerung, values)),
    )
    betreff = f"{ag.kennung} bis zum {datum(antrag.bis)} verlängert"
    danach = ((f"netzint ag zeigen {ag.kennung}", "Zeitraum und Mitglieder ansehen"),)
    return Aenderung("ag-verlaengern", betreff, (), (step,), beschluss, danach=danach)


def check_verlaengerung(ag: Arbeitsgruppe, bis: date) -> None:
    """Raises NetzintFehler if the AG cannot be prolonged up to a day."""
    if ag.abschluss is not None:
        raise ablehnen(
            f"{ag.kennung} ist seit dem {datum(ag.abschluss.am)} abgeschlossen und lässt sich nicht verlängern.",
            "Eine neue Arbeitsgruppe einsetzen: netzint ag einsetzen",
        )
    if bis <= ag.ende:
        raise ablehnen(
            f"Das Mandat von {ag.kennung} läuft schon bis zum {datum(ag.ende)}.", "Ein späteres --bis angeben."
        )


def check_zahl(bestand: Bestand, ag: Arbeitsgruppe, zahl: int, ab: date) -> None:
    """Raises NetzintFehler if more people belong to the AG than would be allowed, on that day or later."""
    held = [m for m in bestand.mandate_in(ag.kennung) if m.mandat.rolle in STAENDIGE]
    for tag in sorted({ab, *(m.mandat.von for m in held if m.mandat.von > ab)}):
        people = {m.mitglied.kennung for m in held if m.mandat.gilt_am(tag)}
        if len(people) > zahl:
            raise ablehnen(
                f"{ag.kennung} hat am {datum(tag)} schon {len(people)} ständige Mitglieder, mehr als {zahl}.",
                f"Zuerst ein Mandat beenden: netzint ag mitglied {ag.kennung} --person KENNUNG --bis TAG",
            )


def abschliessen(
    bestand: Bestand, ag: Arbeitsgruppe, beschluss: str | None, am: date, grund: str | None = None
) -> Aenderung:
    """Close an AG on a day; the Mandate of its members end with it.

    Raises NetzintFehler if it is closed already, or would be before it or a Mandat in it has begun.
    """
    if ag.abschluss is not None and beschluss is not None and ag.abschluss.beschluss == beschluss:
        return Aenderung("ag-abschliessen", f"{ag.kennung} ist schon abgeschlossen")
    check_abschluss(bestand, ag, am)
    values = to_klartext(require(Abschluss, {"am": am, "beschluss": beschluss, "grund": grund}))
    steps = (Setzen("arbeitsgruppe", ag.kennung, ("abschluss",), values), *_end_mandate(bestand, ag, am))
    return Aenderung(
        "ag-abschliessen",
        f"{ag.kennung} zum {datum(am)} abgeschlossen",
        gesetzt=steps,
        beschluss=beschluss,
        hinweise=tuple(_remark_open(bestand, ag, am)),
        danach=((f"netzint ag zeigen {ag.kennung}", "was die AG vorgelegt hat und was daraus wird"),),
    )


def _end_mandate(bestand: Bestand, ag: Arbeitsgruppe, am: date) -> Iterator[Setzen]:
    for entry in bestand.mandate_in(ag.kennung):
        if entry.mandat.bis is None or entry.mandat.bis > am:
            kennung = entry.mitglied.kennung
            yield Setzen("mitglied", kennung, ("mandate", entry.nr, "bis"), am)
            yield Setzen("mitglied", kennung, ("mandate", entry.nr, "ende"), {"grund": "ag_abgeschlossen", "am": am})


def find_leitung(bestand: Bestand, ag: Arbeitsgruppe, tag: date) -> str | None:
    """Who leads the AG on a day."""
    mandate = bestand.mandate_in(ag.kennung, tag)
    return next((m.mitglied.kennung for m in mandate if m.mandat.rolle == "leitung"), None)


def list_unentschieden(bestand: Bestand, ag: Arbeitsgruppe) -> list[Empfehlung]:
    """The Empfehlungen that the AG has handed in and that the Strategiegruppe has not finally voted on."""
    return [e for e in list_eingereicht(bestand, ag) if not _is_entschieden(bestand, e)]


def list_eingereicht(bestand: Bestand, ag: Arbeitsgruppe) -> list[Empfehlung]:
    """The Empfehlungen that the AG has handed in and neither taken back nor given up."""
    own = bestand.empfehlungen_von(ag.kennung)
    valid = (e for e in own if not (e.entfallen or e.zurueckgezogen))
    return [e for e in valid if any(f.eingereicht for f in e.fassungen)]


def _is_entschieden(bestand: Bestand, empfehlung: Empfehlung) -> bool:
    return any(vote.endgueltig for vote in bestand.entscheidungen.get(empfehlung.kennung, ()))


def _remark_open(bestand: Bestand, ag: Arbeitsgruppe, am: date) -> Iterator[str]:
    left = list_unentschieden(bestand, ag)
    back = [e.kennung.upper() for e in left if stand_der_empfehlung(bestand, e, am) == "zurueckverwiesen"]
    waiting = [e.kennung.upper() for e in left if e.kennung.upper() not in back]
    if waiting:
        yield f"Noch nicht abgestimmt ist über {aufzaehlung(waiting)}; das kommt auf die nächste Tagesordnung."
    if back:
        yield (
            f"Zurückverwiesen ist {aufzaehlung(back)}; kommt kein neuer Wortlaut mehr, zurückziehen: "
            f"netzint empfehlung zurueckziehen {back[0].lower()}"
        )
    planned = [s for s in bestand.sitzungen_von(ag.kennung) if s.zustand in ("terminiert", "eingeladen")]
    for sitzung in planned:
        if sitzung.datum > am:
            yield f"Die Sitzung {sitzung.kennung} am {datum(sitzung.datum)} ist noch geplant; sie ist abzusagen."
    if not any("abschlussbericht" in (b.art or b.titel).casefold() for b in ag.berichte):
        yield f"Ein Abschlussbericht ist nicht eingetragen: netzint ag bericht {ag.kennung} --art abschlussbericht"
