"""What a Beschlussvorlage shows: the motion in words, the wording, whom it concerns, where it is dealt with."""

from __future__ import annotations

from datetime import date

from netzint.dokumente.kontext import Daten, gremium, person, stelle
from netzint.modell.antrag import (
    AgAbschliessen,
    AgEinsetzen,
    AgVerlaengern,
    Antrag,
    EmpfehlungAntrag,
    NiederschriftAntrag,
    SchwerpunktAntrag,
    SonstigerAntrag,
    ZielAntrag,
)
from netzint.modell.beschlussvorlage import Beschlussvorlage, Nachreichung
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.modell.umlauf import Umlauf
from netzint.recht.zustaende import BEZEICHNUNG

ROLLEN = {"federfuehrend": "federführend", "beteiligt": "beteiligt"}
BERATUNGEN = {
    "zustimmung": "Zustimmung",
    "ablehnung": "Ablehnung",
    "kenntnis": "zur Kenntnis genommen",
    "vertagt": "vertagt",
}


def beschlussvorlage(bestand: Bestand, vorlage: Beschlussvorlage, anlass: Sitzung | Umlauf | None) -> Daten:
    """Everything the template may show of one Beschlussvorlage; without ``anlass`` it has no day of a vote yet."""
    sitzung = anlass if isinstance(anlass, Sitzung) else None
    umlauf = anlass if isinstance(anlass, Umlauf) else None
    tag = sitzung.datum if sitzung else umlauf.versandt if umlauf else vorlage.vom
    empfehlung, fassung = _empfehlung(bestand, vorlage)
    found: Daten = {
        "nummer": vorlage.kennung.upper(),
        "betreff": vorlage.betreff,
        "top": _top_nummer(sitzung, vorlage.kennung) if sitzung else "",
        "umlauf": umlauf.kennung.upper() if umlauf else "",
        "antwort_bis": umlauf.frist.isoformat() if umlauf else "",
        "federfuehrung": _federfuehrung(bestand, vorlage, tag),
        "berichterstattung": person(bestand, vorlage.berichterstattung) if vorlage.berichterstattung else "",
        "beschlussvorschlag": list(vorlage.beschlussvorschlag) or word_antrag(bestand, vorlage.antrag, tag),
        "sachverhalt": vorlage.sachverhalt or "",
        "begruendung": vorlage.begruendung or (empfehlung.begruendung if empfehlung else None) or "",
        "finanzielle_auswirkungen": vorlage.finanzielle_auswirkungen or "",
        "anlagen": list(vorlage.anlagen),
        "nachgereicht": changes[-1].am.isoformat() if (changes := nachgereicht_zu(vorlage, sitzung)) else "",
        "beratungsfolge": _beratungsfolge(bestand, vorlage, anlass, tag),
    }
    if empfehlung is not None and fassung is not None:
        found.update(_wortlaut(bestand, empfehlung, fassung, tag))
    elif isinstance(vorlage.antrag, EmpfehlungAntrag):
        found.update(_en_bloc(bestand, vorlage.antrag, tag))
    return found


def nachgereicht_zu(vorlage: Beschlussvorlage, sitzung: Sitzung | None) -> tuple[Nachreichung, ...]:
    """The changes that came after the Unterlagen of this Sitzung were sent; for a later one they are old."""
    if sitzung is None or sitzung.einladung is None:
        return ()
    return tuple(n for n in vorlage.nachgereicht if sitzung.einladung.versandt <= n.am <= sitzung.datum)


def _empfehlung(bestand: Bestand, vorlage: Beschlussvorlage) -> tuple[Empfehlung | None, Empfehlungsfassung | None]:
    """The one Empfehlung that is voted on; an en bloc motion has none of its own."""
    antrag = vorlage.antrag
    if not isinstance(antrag, EmpfehlungAntrag) or len(antrag.empfehlungen) != 1:
        return None, None
    empfehlung = bestand.empfehlungen.get(antrag.empfehlungen[0])
    return empfehlung, empfehlung.fassung(antrag.vorgelegt[empfehlung.kennung]) if empfehlung else None


def _en_bloc(bestand: Bestand, antrag: EmpfehlungAntrag, tag: date) -> Daten:
    """Several Empfehlungen in one motion: each with its wording, and all Stellen that it concerns."""
    found = []
    for kennung, nr in antrag.vorgelegt.items():
        empfehlung = bestand.empfehlungen.get(kennung)
        fassung = empfehlung.fassung(nr) if empfehlung else None
        if empfehlung is not None and fassung is not None:
            told = _wortlaut(bestand, empfehlung, fassung, tag)
            found.append({"titel": empfehlung.titel, "nummer": told.pop("empfehlung"), **told})
    stellen = dict.fromkeys(name for told in found for name in told.pop("betroffene_stellen"))
    return {"empfehlungen": found, "betroffene_stellen": list(stellen)}


def _wortlaut(bestand: Bestand, empfehlung: Empfehlung, fassung: Empfehlungsfassung, tag: date) -> Daten:
    adressaten = [
        {
            "stelle": stelle(bestand, a.stelle, tag),
            "rolle": ROLLEN[a.rolle],
            "frist": a.frist.isoformat() if a.frist else "",
        }
        for a in fassung.adressaten
    ]
    return {
        "empfehlung": empfehlung.kennung.upper(),
        "fassung": fassung.nr,
        "eingereicht": fassung.eingereicht.isoformat() if fassung.eingereicht else "",
        "wortlaut": fassung.wortlaut,
        "massnahme": fassung.massnahme,
        "pruefbar": fassung.pruefbar,
        "adressaten": adressaten,
        "betroffene_stellen": [a["stelle"] for a in adressaten],
    }


def _top_nummer(sitzung: Sitzung, vorlage: str) -> str:
    numbers = (t.nummer or str(n) for n, t in enumerate(sitzung.tagesordnung, 1) if t.vorlage == vorlage)
    return next(numbers, "")


def _federfuehrung(bestand: Bestand, vorlage: Beschlussvorlage, tag: date) -> str:
    if vorlage.federfuehrung in bestand.stellen:
        return stelle(bestand, vorlage.federfuehrung, tag)
    return gremium(bestand, vorlage.federfuehrung)


def word_antrag(bestand: Bestand, antrag: Antrag, tag: date) -> list[str]:
    """A motion in words, where nobody worded it: what is decided if it is accepted."""
    match antrag:
        case EmpfehlungAntrag():
            return _vorschlag_empfehlung(bestand, antrag, tag)
        case AgEinsetzen():
            return _einsetzung(bestand, antrag)
        case AgVerlaengern():
            return _verlaengerung(bestand, antrag)
        case AgAbschliessen():
            zum = f" zum {datum(antrag.am)}" if antrag.am else ""
            return [f"Die {gremium(bestand, antrag.ag)} wird{zum} abgeschlossen.", *filter(None, [antrag.grund])]
        case NiederschriftAntrag():
            return [f"Die Niederschrift der Sitzung {antrag.sitzung.upper()} wird genehmigt."]
        case SchwerpunktAntrag():
            thema = bestand.themen.get(antrag.thema)
            return [f"Das Thema „{thema.titel if thema else antrag.thema}“ wird Themenschwerpunkt."]
        case ZielAntrag():
            return _ziel(bestand, antrag)
        case SonstigerAntrag():
            return [antrag.wortlaut] if antrag.wortlaut else []


def _einsetzung(bestand: Bestand, antrag: AgEinsetzen) -> list[str]:
    """„Die Anzahl der ständigen AG-Mitglieder und der voraussichtliche Zeitraum“ belong into the Beschluss (R12)."""
    ag = bestand.arbeitsgruppen.get(antrag.ag)
    name = antrag.name or gremium(bestand, antrag.ag)
    von = antrag.von or (ag.mandat.von if ag else None)
    bis = antrag.bis or (ag.mandat.bis if ag else None)
    number = antrag.staendige_mitglieder or (ag.mandat.staendige_mitglieder if ag else None)
    if von is None or bis is None or number is None:
        return [f"Die {name} wird eingesetzt."]
    members = anzahl(number, "ständigen Mitglied", "ständigen Mitgliedern")
    text = f"Die {name} wird vom {datum(von)} bis zum {datum(bis)} mit {members} eingesetzt."
    thema = bestand.themen.get(antrag.thema or "")
    given = [f"Ihr Thema ist „{thema.titel}“."] if thema and antrag.auftrag else []
    return [text, *given, *([f"Ihr Auftrag: {antrag.auftrag}"] if antrag.auftrag else [])]


def _verlaengerung(bestand: Bestand, antrag: AgVerlaengern) -> list[str]:
    text = f"Das Mandat der {gremium(bestand, antrag.ag)} wird bis zum {datum(antrag.bis)} verlängert."
    number = antrag.staendige_mitglieder
    return [text] if number is None else [text, f"Die Zahl ihrer ständigen Mitglieder beträgt {number}."]


def _ziel(bestand: Bestand, antrag: ZielAntrag) -> list[str]:
    ziel = bestand.ziele.get(antrag.ziel)
    title = antrag.titel or (ziel.titel if ziel else antrag.ziel)
    if ziel is not None and antrag.beschreibung:
        return [f"Das strategische Ziel „{title}“ erhält folgenden Wortlaut: {antrag.beschreibung}"]
    wording = [f"Es lautet: {antrag.beschreibung}"] if antrag.beschreibung else []
    return [f"Das strategische Ziel „{title}“ wird beschlossen.", *wording]


def _vorschlag_empfehlung(bestand: Bestand, antrag: EmpfehlungAntrag, tag: date) -> list[str]:
    numbers = set(antrag.vorgelegt.values())
    each = {he: f" (Fassung {nr})" if len(numbers) > 1 else "" for he, nr in antrag.vorgelegt.items()}
    titles = [f"{he.upper()} „{e.titel}“{each[he]}" for he in each if (e := bestand.empfehlungen.get(he))]
    fassung = bestand.fassung(tag)
    weeks = anzahl((fassung.fristen.rueckmeldung if fassung else 84) // 7, "Woche", "Wochen")
    what, verb = ("Empfehlungen", "werden") if len(titles) > 1 else ("Empfehlung", "wird")
    common = f" in der Fassung {min(numbers)}" if len(numbers) == 1 else ""
    return [
        f"Die {what} {aufzaehlung(titles)} {verb}{common} angenommen.",
        f"Die Geschäftsstelle leitet sie den betroffenen Stellen zu und erbittet Rückmeldung binnen {weeks}.",
    ]


def _beratungsfolge(
    bestand: Bestand, vorlage: Beschlussvorlage, anlass: Sitzung | Umlauf | None, tag: date
) -> list[Daten]:
    """What is noted by hand, then where it was voted on before, then where that is to be done now."""
    earlier = [
        {
            "gremium": gremium(bestand, b.gremium),
            "datum": b.am.isoformat() if b.am else "",
            "ergebnis": BERATUNGEN[b.ergebnis] if b.ergebnis else "",
        }
        for b in vorlage.beratungsfolge
    ]
    held = [
        _beratung(bestand, s, vorlage) for s in bestand.sitzungen.values() if s.datum < tag and _results(s, vorlage)
    ]
    held += [
        _beratung(bestand, u, vorlage)
        for u in bestand.umlaeufe.values()
        if u.vorlage == vorlage.kennung and u.abschluss is not None and u.abschluss.am < tag
    ]
    now = [_beratung(bestand, anlass, vorlage)] if anlass else []
    return [*earlier, *sorted(held, key=lambda row: str(row["datum"])), *now]


def _beratung(bestand: Bestand, sitzung: Sitzung | Umlauf, vorlage: Beschlussvorlage) -> Daten:
    if isinstance(sitzung, Umlauf):
        end = sitzung.abschluss
        return {
            "gremium": f"{gremium(bestand, STRATEGIEGRUPPE)} im Umlaufverfahren",
            "datum": (end.am if end else sitzung.frist).isoformat(),
            "ergebnis": BEZEICHNUNG.get(end.ergebnis, end.ergebnis) if end else "Beschlussfassung",
        }
    return {
        "gremium": gremium(bestand, sitzung.gremium),
        "datum": sitzung.datum.isoformat(),
        "ergebnis": aufzaehlung(_results(sitzung, vorlage)) or "Beschlussfassung",
    }


def _results(sitzung: Sitzung, vorlage: Beschlussvorlage) -> list[str]:
    tops = (top for top in sitzung.tagesordnung if top.vorlage == vorlage.kennung)
    return [BEZEICHNUNG[b.ergebnis] for top in tops for b in top.beschluesse]
