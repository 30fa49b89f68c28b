"""Beschlussvorlagen: which there are and how far each is, and one of them with its whole text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.berichte.fristquellen import gremium_name, stelle_kurz
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.berichte.worte import tell_antrag
from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import GESCHAEFTSSTELLE, Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.finden import find_vorlage
from netzint.modell.sprache import anzahl, datum
from netzint.recht.zustaende import BESCHLUSSVORLAGE, BEZEICHNUNG, is_erlaubt
from netzint.regeln.vorlagenstand import Vorlagenlage, find_vorlagenlage

OFFEN = ("vorbereitet", "tagesordnung", "versandt", "im_umlauf", "offen_geblieben")
BERATUNGEN = {
    "zustimmung": "Zustimmung",
    "ablehnung": "Ablehnung",
    "kenntnis": "zur Kenntnis genommen",
    "vertagt": "vertagt",
}


def liste(bestand: Bestand, stichtag: date, *, offen: bool = False) -> Bericht:
    """All Beschlussvorlagen up to a day in the order of their numbers, or those that wait for a decision."""
    written = (v for v in bestand.beschlussvorlagen.values() if v.vom <= stichtag)
    known = [(v, find_vorlagenlage(bestand, v, stichtag)) for v in written]
    chosen = [(v, lage) for v, lage in known if not offen or lage.stand in OFFEN]
    rows = tuple(
        (v.kennung, v.vom, v.betreff, tell_antrag(v.antrag), lage.stand, lage.wo, _tell_fehlt(bestand, v, lage))
        for v, lage in chosen
    )
    spalten = (
        ("kennung", "Kennung"), ("vom", "vom"), ("betreff", "Betreff"), ("antrag", "Antrag"), ("stand", "Stand"),
        ("wo", "Wo"), ("fehlt", "Fehlt"),
    )  # fmt: skip
    tabelle = Tabelle("beschlussvorlagen", "Beschlussvorlagen", spalten, rows, worte=BEZEICHNUNG, verborgen=("antrag",))
    number = anzahl(len(rows), "Beschlussvorlage", "Beschlussvorlagen")
    zahl = Tabelle("zahlen", "Zahlen", (("anzahl", "Anzahl"),), ((len(rows),),), nur_daten=True)
    which = "Offene Beschlussvorlagen" if offen else "Beschlussvorlagen"
    return Bericht("netzint.beschlussvorlagen/1", f"{which}, Stand {datum(stichtag)}", (f"{number}.",), (zahl, tabelle))


def _tell_fehlt(bestand: Bestand, vorlage: Beschlussvorlage, lage: Vorlagenlage) -> str:
    return ", ".join(_list_fehlendes(bestand, vorlage)) if lage.stand in OFFEN else ""


def _list_fehlendes(bestand: Bestand, vorlage: Beschlussvorlage) -> Iterator[str]:
    """What a reader would look for in vain. A single Empfehlung brings its own reasons."""
    if not vorlage.sachverhalt:
        yield "Sachverhalt"
    antrag = vorlage.antrag
    if isinstance(antrag, EmpfehlungAntrag) and len(antrag.empfehlungen) == 1:
        empfehlung = bestand.empfehlungen.get(antrag.empfehlungen[0])
        if vorlage.begruendung or (empfehlung and empfehlung.begruendung):
            return
    if not vorlage.begruendung:
        yield "Begründung"


def zeigen(bestand: Bestand, name: str, stichtag: date) -> Bericht:
    """One Beschlussvorlage as known on a day. Raises NetzintFehler (wrong usage) if there was none yet."""
    vorlage = find_vorlage(bestand, name)
    if vorlage.vom > stichtag:
        text = f"{vorlage.kennung.upper()} gab es am {datum(stichtag)} noch nicht."
        raise NetzintFehler(text, f"Sie ist vom {datum(vorlage.vom)}.", Ausgang.AUFRUF)
    lage = find_vorlagenlage(bestand, vorlage, stichtag)
    return Bericht(
        "netzint.beschlussvorlage/1",
        f"{vorlage.kennung.upper()}: {vorlage.betreff}",
        tuple(_saetze(bestand, vorlage, lage, stichtag)),
        (_daten(bestand, vorlage, lage), _text(bestand, vorlage, stichtag), _nachgereicht(vorlage, stichtag)),
        tuple(_schritte(bestand, vorlage, lage)),
    )


def _saetze(bestand: Bestand, vorlage: Beschlussvorlage, lage: Vorlagenlage, tag: date) -> Iterator[str]:
    where = f" ({lage.wo if '/' in lage.wo else lage.wo.upper()})" if lage.wo else ""
    yield f"Vom {datum(vorlage.vom)}, {BEZEICHNUNG[lage.stand]}{where}; {_tell_oeffentlich(vorlage)}."
    if vorlage.entfallen and vorlage.entfallen.am <= tag:
        yield f"Entfallen am {datum(vorlage.entfallen.am)}: {' '.join(vorlage.entfallen.grund.split())}"
    missing = _tell_fehlt(bestand, vorlage, lage)
    if missing:
        yield f"Noch ohne: {missing}."


def _tell_oeffentlich(vorlage: Beschlussvorlage) -> str:
    return "öffentlich" if vorlage.oeffentlich else "nicht öffentlich"


def _daten(bestand: Bestand, vorlage: Beschlussvorlage, lage: Vorlagenlage) -> Tabelle:
    """The sentences again, for machines."""
    row: dict[str, Zelle] = {
        "kennung": vorlage.kennung,
        "betreff": vorlage.betreff,
        "vom": vorlage.vom,
        "art": vorlage.antrag.art,
        "antrag": tell_antrag(vorlage.antrag),
        "stand": lage.stand,
        "wo": lage.wo,
        "federfuehrung": vorlage.federfuehrung,
        "berichterstattung": vorlage.berichterstattung,
        "oeffentlich": "ja" if vorlage.oeffentlich else "nein",
        "fehlt": _tell_fehlt(bestand, vorlage, lage),
        "entfallen": vorlage.entfallen.am if vorlage.entfallen else None,
    }
    spalten = tuple((key, key.capitalize()) for key in row)
    return Tabelle("beschlussvorlage", "Beschlussvorlage", spalten, (tuple(row.values()),), nur_daten=True)


def _text(bestand: Bestand, vorlage: Beschlussvorlage, tag: date) -> Tabelle:
    rows = tuple((teil, " ".join(text.split())) for teil, text in _iter_text(bestand, vorlage, tag))
    return Tabelle("text", "Text", (("teil", "Teil"), ("text", "Text")), rows)


def _iter_text(bestand: Bestand, vorlage: Beschlussvorlage, tag: date) -> Iterator[tuple[str, str]]:
    """Part by part in the order of the document."""
    yield "Antrag", tell_antrag(vorlage.antrag)
    yield "Federführung", _tell_federfuehrung(bestand, vorlage.federfuehrung, tag)
    if vorlage.berichterstattung:
        yield "Berichterstattung", vorlage.berichterstattung
    for nr, punkt in enumerate(vorlage.beschlussvorschlag, 1):
        yield f"Beschlussvorschlag {nr}", punkt
    if not vorlage.beschlussvorschlag:
        yield "Beschlussvorschlag", "ergibt sich aus dem Antrag"
    for teil, text in (
        ("Sachverhalt", vorlage.sachverhalt),
        ("Begründung", vorlage.begruendung),
        ("Finanzielle Auswirkungen", vorlage.finanzielle_auswirkungen),
    ):
        if text:
            yield teil, text
    for anlage in vorlage.anlagen:
        yield "Anlage", anlage
    for b in vorlage.beratungsfolge:
        when = f" am {datum(b.am)}" if b.am else ""
        result = f": {BERATUNGEN[b.ergebnis]}" if b.ergebnis else ""
        yield "Beratung", f"{gremium_name(bestand, b.gremium)}{when}{result}"


def _tell_federfuehrung(bestand: Bestand, kennung: str, tag: date) -> str:
    if kennung == GESCHAEFTSSTELLE:
        return "Geschäftsstelle"
    return stelle_kurz(bestand, kennung, tag) if kennung in bestand.stellen else gremium_name(bestand, kennung)


def _nachgereicht(vorlage: Beschlussvorlage, tag: date) -> Tabelle:
    rows = tuple((n.am, " ".join(n.grund.split())) for n in vorlage.nachgereicht if n.am <= tag)
    table = Tabelle("nachgereicht", "Nach dem Versand geändert", (("am", "Am"), ("grund", "Grund")), rows)
    return table if rows else table._replace(nur_daten=True)


def _schritte(bestand: Bestand, vorlage: Beschlussvorlage, lage: Vorlagenlage) -> Iterator[tuple[str, str]]:
    k = vorlage.kennung
    if lage.stand == "ueberholt":
        yield f"netzint beschlussvorlage entfallen {k}", "sie aufgeben; entschieden ist ohne sie"
    if not is_erlaubt(BESCHLUSSVORLAGE, lage.stand, lage.stand):
        return
    if "Sachverhalt" in _tell_fehlt(bestand, vorlage, lage):
        yield f"netzint beschlussvorlage aendern {k}", "den Sachverhalt schreiben"
    else:
        yield f"netzint beschlussvorlage aendern {k}", "den Vorschlag in Worte fassen"
    if lage.stand in ("tagesordnung", "versandt"):
        yield f"netzint dokument erzeugen {k}", "das Dokument erzeugen"
