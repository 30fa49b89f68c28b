"""What a Niederschrift shows: who was there, whether they could decide, what was said and what was decided."""

from __future__ import annotations

from datetime import date

from netzint.berichte.worte import tell_stimmen
from netzint.dokumente.kontext import Daten, person, stelle
from netzint.dokumente.kontext_verlauf import (
    tell_berichtigung,
    tell_entwurf,
    tell_hinweise,
    tell_ladung,
    tell_wechsel,
)
from netzint.dokumente.kontext_vorlage import word_antrag
from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.beschluss import ANGENOMMEN, Beschluss
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, BeschlussIn, Bestand
from netzint.modell.sitzung import Anwesend, Gast, Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import aufzaehlung, datum
from netzint.recht.abstimmung import tell_beschlussfaehigkeit
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.regeln.beschlussfaehigkeit import tell_faehigkeit
from netzint.regeln.stimmrecht import compute_stimmlage

ROLLEN = {"leitung": "Leitung", "staendig": "ständiges Mitglied", "sachverstaendig": "sachverständig", "gast": "Gast"}
NAMENTLICH = {"ja": "Mit Ja stimmten", "nein": "Mit Nein stimmten", "enthaltung": "Enthalten haben sich"}


def niederschrift(bestand: Bestand, sitzung: Sitzung) -> Daten:
    """Everything the template may show of the minutes of one Sitzung; also of one whose minutes are not noted yet."""
    noted = sitzung.niederschrift
    seats = _seats(bestand, sitzung)
    office = _office(bestand, sitzung)
    with_vote = [a for a in sitzung.anwesend if a.fuer or a.mitglied in seats]
    others = [a.mitglied for a in sitzung.anwesend if not a.fuer and a.mitglied not in (*seats, *office)]
    return {
        "fuehrung": person(bestand, noted.fuehrung) if noted and noted.fuehrung else "",
        "vom": noted.vom.isoformat() if noted else "",
        "leitung": person(bestand, sitzung.leitung) if sitzung.leitung else "",
        "entwurf": tell_entwurf(sitzung),
        "genehmigung": _genehmigung(bestand, sitzung),
        "ladung": tell_ladung(bestand, sitzung),
        "beschlussfaehigkeit": list(tell_faehigkeit(bestand, sitzung)),
        "anwesend": [_anwesend(bestand, sitzung, a, seats) for a in with_vote],
        "geschaeftsstelle": [person(bestand, kennung) for kennung in office],
        "ohne_stimme": [person(bestand, kennung) for kennung in others],
        "gaeste": [_gast(bestand, gast, sitzung.datum) for gast in sitzung.gaeste],
        "entschuldigt": [person(bestand, kennung) for kennung in sitzung.entschuldigt],
        "unentschuldigt": [person(bestand, kennung) for kennung in _missing(sitzung, seats)],
        "punkte": [_punkt(bestand, sitzung, nr) for nr in range(len(sitzung.tagesordnung))],
        "berichtigungen": [tell_berichtigung(bestand, sitzung, entry) for entry in sitzung.berichtigungen],
    }


def _office(bestand: Bestand, sitzung: Sitzung) -> list[str]:
    """The people of the Geschäftsstelle who were there; who kept the minutes was."""
    staff = {m.mitglied.kennung for m in bestand.mandate_in(GESCHAEFTSSTELLE, sitzung.datum)}
    here = [a.mitglied for a in sitzung.anwesend]
    if sitzung.niederschrift and sitzung.niederschrift.fuehrung:
        here.append(sitzung.niederschrift.fuehrung)
    return [kennung for kennung in dict.fromkeys(here) if kennung in staff]


def _seats(bestand: Bestand, sitzung: Sitzung) -> dict[str, str]:
    """Who belongs to the Gremium on the day, with the seat or the role."""
    if sitzung.gremium != STRATEGIEGRUPPE:
        mandate = bestand.mandate_in(sitzung.gremium, sitzung.datum)
        return {m.mitglied.kennung: ROLLEN.get(m.mandat.rolle, m.mandat.rolle) for m in mandate}
    taken = bestand.ordentliche(sitzung.datum)
    return {taken[s.kennung].mitglied.kennung: s.name for s in bestand.sitze(sitzung.datum) if s.kennung in taken}


def _missing(sitzung: Sitzung, seats: dict[str, str]) -> list[str]:
    seen = {p for a in sitzung.anwesend for p in (a.mitglied, a.fuer)} | set(sitzung.entschuldigt)
    return [kennung for kennung in seats if kennung not in seen]


def _anwesend(bestand: Bestand, sitzung: Sitzung, entry: Anwesend, seats: dict[str, str]) -> Daten:
    numbers = {top.kennung: top.nummer or str(nr) for nr, top in enumerate(sitzung.tagesordnung, 1)}
    return {
        "name": person(bestand, entry.mitglied),
        "platz": seats.get(entry.fuer or entry.mitglied, ""),
        "fuer": person(bestand, entry.fuer) if entry.fuer else "",
        "nicht_bei": aufzaehlung([numbers.get(kennung, kennung) for kennung in entry.nicht_bei]),
    }


def _gast(bestand: Bestand, gast: Gast, tag: date) -> str:
    name = person(bestand, gast.mitglied) if gast.mitglied else stelle(bestand, gast.stelle, tag) if gast.stelle else ""
    return f"{name} ({gast.funktion})" if name and gast.funktion else name or gast.funktion or ""


def _genehmigung(bestand: Bestand, sitzung: Sitzung) -> str:
    approved = sitzung.niederschrift.genehmigt if sitzung.niederschrift else None
    if approved is None:
        return "Diese Niederschrift ist noch nicht genehmigt; darüber beschließt die nächste Sitzung."
    day = bestand.tag_des_beschlusses(approved)
    when = f" in der Sitzung am {datum(day)}" if day else ""
    return f"Genehmigt{when} (Beschluss {approved})."


def _punkt(bestand: Bestand, sitzung: Sitzung, nr: int) -> Daten:
    top = sitzung.tagesordnung[nr]
    return {
        "nummer": top.nummer or str(nr + 1),
        "titel": top.titel,
        "vorlage": top.vorlage.upper() if top.vorlage else "",
        "hinweise": list(tell_hinweise(bestand, top)),
        "wechsel": tell_wechsel(bestand, sitzung, nr),
        "verlauf": top.verlauf or "",
        "abgesetzt": " ".join(top.abgesetzt.grund.split()) if top.abgesetzt else "",
        "beschluesse": [_beschluss(bestand, sitzung, top, b) for b in top.beschluesse],
    }


def _beschluss(bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt, beschluss: Beschluss) -> Daten:
    silent = beschluss.nicht_teilgenommen
    counts = [tell_stimmen(beschluss.ja, beschluss.nein, beschluss.enthaltung)]
    counts += [f"{silent} nicht teilgenommen"] if silent is not None else []
    named = beschluss.namentlich
    people = {feld: getattr(named, feld) for feld in NAMENTLICH} if named else {}
    return {
        "kennung": BeschlussIn(sitzung, top, beschluss, (0, 0)).kennung,
        "antrag": word_antrag(bestand, beschluss.antrag, sitzung.datum) or [f"{top.titel}."],
        "wortlaut": _wortlaut(bestand, beschluss),
        "stimmen": ", ".join(filter(None, counts)),
        "namentlich": [
            f"{NAMENTLICH[feld]}: {', '.join(person(bestand, k) for k in who)}." for feld, who in people.items() if who
        ],
        "befangen": [person(bestand, kennung) for kennung in beschluss.befangen],
        "ergebnis": BEZEICHNUNG[beschluss.ergebnis],
        **_explain(bestand, sitzung, top, beschluss),
    }


def _wortlaut(bestand: Bestand, beschluss: Beschluss) -> list[Daten]:
    """The wording that was accepted, as it stood when it was voted on."""
    antrag = beschluss.antrag
    if not isinstance(antrag, EmpfehlungAntrag) or beschluss.ergebnis not in ANGENOMMEN:
        return []
    found = ((k, bestand.empfehlungen.get(k)) for k in antrag.empfehlungen)
    worded = ((k, e.fassung(antrag.vorgelegt[k])) for k, e in found if e is not None)
    return [
        {
            "empfehlung": f"{kennung.upper()}, Fassung {fassung.nr}",
            "wortlaut": fassung.wortlaut,
            "massnahme": fassung.massnahme,
            "pruefbar": fassung.pruefbar,
        }
        for kennung, fassung in worded
        if fassung is not None
    ]


def _explain(bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt, beschluss: Beschluss) -> dict[str, str]:
    """Whether there was a quorum at this vote, and how the result came about, by the Geschäftsordnung of the day."""
    fassung = bestand.fassung(sitzung.datum)
    lage = compute_stimmlage(bestand, sitzung, top, beschluss) if sitzung.gremium == STRATEGIEGRUPPE else None
    if lage is None or fassung is None:
        return {"beschlussfaehigkeit": "", "erklaerung": ""}
    quorate = tell_beschlussfaehigkeit(lage.lage, fassung.strategiegruppe.beschlussfaehigkeit)
    is_told = lage.ist_gezaehlt or beschluss.ergebnis == "nicht_beschlussfaehig"
    counted = lage.auszaehlung.erklaerung.removeprefix(quorate).strip() if is_told else ""
    return {"beschlussfaehigkeit": quorate, "erklaerung": counted}
