"""What a Beschlussvorlage shows: the motion in words, the wording, whom it concerns, where it is dealt with."""

from __future__ import annotations

from datetime import date

from netzint.dokumente.kontext import Daten, gremium, person, stelle
from netzint.modell.antrag import (
    AgAbschliessen,
    AgEinsetzen,
    AgVerlaengern,
    EmpfehlungAntrag,
    NiederschriftAntrag,
    SchwerpunktAntrag,
    SonstigerAntrag,
    ZielAntrag,
)
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.recht.zustaende import BEZEICHNUNG

ROLLEN = {"federfuehrend": "federführend", "beteiligt": "beteiligt"}
BERATUNGEN = {
    "zustimmung": "Zustimmung",
    "ablehnung": "Ablehnung",
    "kenntnis": "zur Kenntnis genommen",
    "vertagt": "vertagt",
}


def beschlussvorlage(bestand: Bestand, vorlage: Beschlussvorlage, sitzung: Sitzung) -> Daten:
    """Everything the template may show of one Beschlussvorlage."""
    empfehlung, fassung = _empfehlung(bestand, vorlage)
    found: Daten = {
        "nummer": vorlage.kennung.upper(),
        "betreff": vorlage.betreff,
        "top": _top_nummer(sitzung, vorlage.kennung),
        "federfuehrung": _federfuehrung(bestand, vorlage, sitzung.datum),
        "berichterstattung": person(bestand, vorlage.berichterstattung) if vorlage.berichterstattung else "",
        "beschlussvorschlag": list(vorlage.beschlussvorschlag) or _vorschlag(bestand, vorlage, sitzung.datum),
        "sachverhalt": vorlage.sachverhalt or "",
        "begruendung": vorlage.begruendung or (empfehlung.begruendung if empfehlung else None) or "",
        "finanzielle_auswirkungen": vorlage.finanzielle_auswirkungen or "",
        "anlagen": list(vorlage.anlagen),
        "beratungsfolge": _beratungsfolge(bestand, vorlage, sitzung),
    }
    if empfehlung is not None and fassung is not None:
        found.update(_wortlaut(bestand, empfehlung, fassung, sitzung.datum))
    return found


def _empfehlung(bestand: Bestand, vorlage: Beschlussvorlage) -> tuple[Empfehlung | None, Empfehlungsfassung | None]:
    """The one Empfehlung that is voted on; an en bloc motion has none of its own."""
    antrag = vorlage.antrag
    if not isinstance(antrag, EmpfehlungAntrag) or len(antrag.empfehlungen) != 1:
        return None, None
    empfehlung = bestand.empfehlungen.get(antrag.empfehlungen[0])
    return empfehlung, empfehlung.fassung(antrag.fassung) if empfehlung else None


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


def _vorschlag(bestand: Bestand, vorlage: Beschlussvorlage, tag: date) -> list[str]:
    """The motion in words, where the Vorlage does not word it itself."""
    antrag = vorlage.antrag
    match antrag:
        case EmpfehlungAntrag():
            return _vorschlag_empfehlung(bestand, antrag, tag)
        case AgEinsetzen():
            return [f"Die Strategiegruppe setzt die {gremium(bestand, antrag.ag)} ein."]
        case AgVerlaengern():
            return [f"Das Mandat der {gremium(bestand, antrag.ag)} wird bis zum {datum(antrag.bis)} verlängert."]
        case AgAbschliessen():
            return [f"Die {gremium(bestand, antrag.ag)} wird abgeschlossen."]
        case NiederschriftAntrag():
            return [f"Die Niederschrift der Sitzung {antrag.sitzung.upper()} wird genehmigt."]
        case SchwerpunktAntrag():
            thema = bestand.themen.get(antrag.thema)
            return [f"Das Thema „{thema.titel if thema else antrag.thema}“ wird Themenschwerpunkt."]
        case ZielAntrag():
            ziel = bestand.ziele.get(antrag.ziel)
            return [f"Das strategische Ziel „{ziel.titel if ziel else antrag.ziel}“ wird beschlossen."]
        case SonstigerAntrag():
            return [antrag.wortlaut] if antrag.wortlaut else []


def _vorschlag_empfehlung(bestand: Bestand, antrag: EmpfehlungAntrag, tag: date) -> list[str]:
    titles = [f"{he.upper()} „{e.titel}“" for he in antrag.empfehlungen if (e := bestand.empfehlungen.get(he))]
    fassung = bestand.fassung(tag)
    weeks = anzahl((fassung.fristen.rueckmeldung if fassung else 84) // 7, "Woche", "Wochen")
    word = "Empfehlung" if len(titles) == 1 else "Empfehlungen"
    return [
        f"Die Strategiegruppe nimmt die {word} {aufzaehlung(titles)} in der Fassung {antrag.fassung} an.",
        f"Die Geschäftsstelle leitet sie den betroffenen Stellen zu und erbittet Rückmeldung binnen {weeks}.",
    ]


def _beratungsfolge(bestand: Bestand, vorlage: Beschlussvorlage, sitzung: Sitzung) -> list[Daten]:
    earlier = [
        {
            "gremium": gremium(bestand, b.gremium),
            "datum": b.am.isoformat() if b.am else "",
            "ergebnis": BERATUNGEN[b.ergebnis] if b.ergebnis else "",
        }
        for b in vorlage.beratungsfolge
    ]
    results = [
        BEZEICHNUNG[b.ergebnis] for t in sitzung.tagesordnung if t.vorlage == vorlage.kennung for b in t.beschluesse
    ]
    here = {
        "gremium": gremium(bestand, sitzung.gremium),
        "datum": sitzung.datum.isoformat(),
        "ergebnis": aufzaehlung(results) or "Beschlussfassung",
    }
    return [*earlier, here]
