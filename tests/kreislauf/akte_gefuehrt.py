"""Acts that lead a matter on as it should be, so that walks come far: the next Sitzung, and an Empfehlung."""

from __future__ import annotations

from datetime import timedelta

from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.zustaende import agstand
from netzint.regeln.offene_tops import list_offene_tops
from tests.kreislauf.akte_sitzungen import empfehlung, stimmen
from tests.kreislauf.wurf import Wurf


def fuehren(w: Wurf) -> list[str]:
    """The next Sitzung is led on as it should be: laid down, invited to, opened, voted in, closed, written down."""
    held = [s for s in w.bestand.sitzungen_von("strategiegruppe") if s.zustand not in ("abgesagt", "entfallen")]
    sitzung = next((s for s in held if not s.ist_abgeschlossen), None)
    late = [s for s in held if s.abgeschlossen and not s.niederschrift]
    if late and w.ja(0.5):
        return ["sitzung", "niederschrift", late[0].kennung, *w.opt("--fuehrung", "gs-1", 0.5)]
    if sitzung is None:
        return ["sitzung", "neu", "--datum", w.schreib(w.welt.heute + timedelta(w.zufall.randint(16, 40)))]
    k = sitzung.kennung
    if sitzung.zustand == "terminiert":
        act = w.aus(("einladen", "einladen", "fortschreiben"), "")
        return ["sitzung", act, k, *(w.opt("--grund", w.satz, 0.7) if act == "einladen" else [])]
    if w.welt.heute < sitzung.datum:
        w.welt.heute = sitzung.datum
        return []
    if sitzung.zustand == "eingeladen":
        absent = w.mehrere("--entschuldigt", w.sitzende(), 7 if w.ja(0.2) else 2)
        return ["sitzung", "beginnen", k, "--alle", *absent]
    left = list_offene_tops(w.bestand, sitzung)
    if not left or w.ja(0.1):
        return ["sitzung", "abschliessen", k, *w.schalter("--rest-vertagt", 0.3)]
    votes = stimmen(w, sitzung) if w.ja(0.4) else ["--einstimmig"]
    ende = ["--antrag", "verlaengern", "--bis", w.tag(60, 300)] if w.ja(0.7) else ["--antrag", "abschliessen"]
    top = sitzung.tagesordnung[w.aus(left, 0)]
    matter = ende if top.kennung.startswith("ende-") else []
    return ["sitzung", "abstimmen", k, top.kennung, *votes, *matter]


def verfolgen(w: Wurf) -> list[str]:
    """An Empfehlung is led on as it should be: handed in, forwarded, answered, implemented, closed."""
    tag = w.welt.heute
    which = w.aus(list(w.bestand.empfehlungen)[-10:], None)
    if which is None or w.ja(0.2):
        return empfehlung(w)
    he = w.bestand.empfehlungen[which]
    stand = empfehlungsstand(he, w.bestand.entscheidungen.get(which, ()), tag)
    if stand in ("erarbeitet", "zurueckverwiesen", "abgelehnt"):
        return ["empfehlung", w.aus(("einreichen", "fassung"), ""), which, *w.opt("--wortlaut", w.satz, 0.4)]
    if stand in ("angenommen", "geaendert_angenommen"):
        return ["empfehlung", "weiterleiten", which]
    waiting = [
        f.stelle for f in he.weiterleitungen if not f.stand or f.stand[-1].status not in ("erledigt", "abgegeben")
    ]
    stelle = w.opt("--stelle", w.aus(waiting, "ministerium"), 1 if waiting else 0)
    rows = (
        ["rueckmeldung", which, *stelle, "--antwort", w.aus(("aufgegriffen", "teilweise"), "")],
        ["umsetzung", which, *stelle, "--status", w.aus(("in-umsetzung", "teilweise", "umgesetzt"), "")],
        ["ueberpruefen", which, *stelle, "--vermerk", "Geprüft."],
        ["erledigen", which, *stelle, "--vermerk", "Steht im Amtsblatt."],
        ["abgeben", which, *stelle, "--an", w.stelle(), "--grund", "Andere Zuständigkeit."],
    )
    return ["empfehlung", *w.aus(rows, [])]


def vorbereiten(w: Wurf) -> list[str]:
    """What an AG needs: a Thema, its Einsetzung, people; and then what it is there for."""
    tag = w.welt.heute
    aktive = [k for k, ag in w.bestand.arbeitsgruppen.items() if agstand(ag, tag) == "aktiv"]
    if not aktive:
        thema = w.aus((k for k, t in w.bestand.themen.items() if t.bis is None), None)
        if thema is None or w.ja(0.2):
            return ["thema", "neu", "--titel", w.zeile(), "--beschreibung", "Worum es geht."]
        words = ["--thema", thema, "--auftrag", "Empfehlungen erarbeiten.", "--mitglieder", "5"]
        return ["ag", "einsetzen", *words, "--von", w.tag(10, 60), "--bis", w.tag(200, 500)]
    ag = w.aus(aktive, "")
    people = w.bestand.mandate_in(ag, tag)
    if len(people) < 3:
        rolle = "staendig" if people else "leitung"
        return ["ag", "mitglied", ag, "--rolle", rolle, "--name", w.name(), "--stelle", w.stelle()]
    if w.ja(0.2):
        return ["ag", "sitzung", ag, "--datum", w.tag(-5, 30)]
    words = ["--titel", w.zeile(), "--wortlaut", w.satz(), "--massnahme", w.satz(), "--pruefbar", "Zahl der Kommunen"]
    stellen = w.mehrere("--beteiligt", w.bestand.stellen, 2)
    return ["empfehlung", "neu", "--ag", ag, *words, "--federfuehrend", w.stelle(), *stellen]
