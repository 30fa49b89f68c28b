"""What must hold after every act, whatever was typed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import unified_diff

from netzint.ablage import transaktion
from netzint.ablage.formatieren.datei import formatiere
from netzint.ablage.lesen.urteil import judge_gelesenes
from netzint.berichte.commitrumpf import build_rumpf
from netzint.cli.befehle import BEFEHLE
from netzint.cli.deutsch import Gruppeneintrag
from netzint.modell.arten import NACH_NAME, art_of_pfad, place_of
from netzint.modell.befund import Befund, Schwere, new_fehler, sort_befunde
from netzint.modell.bestand import Bestand
from netzint.recht import zustaende
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.regeln.uebergaenge import UEBERGAENGE
from netzint.regeln.uebergang import Uebergang, judge_uebergang
from netzint.regeln.vorlagenstand import find_vorlagenlage
from tests.kreislauf.welt import Buero, Geschehen, Welt

RATSCHE = ("Der Vorgang würde gegen Regeln verstoßen:",)
ENGLISCH = re.compile(r"\b(the|invalid|error|expected|must|should|None|True|False|Traceback|traceback|field|value)\b")
FRAGEN = (
    ("lage",), ("fristen",), ("strategiegruppe",), ("beschlusskontrolle",), ("beschluesse",), ("kennzahlen",),
    ("abdeckung",), ("sitzung", "liste"), ("mitglied", "liste"), ("stelle", "liste"), ("ag", "liste"),
    ("thema", "liste"), ("ziel", "liste"), ("bedarf", "liste"), ("empfehlung", "liste"), ("umlauf", "liste"),
    ("veranstaltung", "liste"), ("ausnahme", "liste"), ("beauftragte", "liste"), ("suche", "vor Ort"),
    ("geschaeftsordnung", "zeigen"), ("netzwerk", "zeigen"), ("beschlussvorlage", "liste"),
)  # fmt: skip
ZEIGEN = {
    "sitzung": "sitzung", "mitglied": "mitglied", "stelle": "stelle", "arbeitsgruppe": "ag", "thema": "thema",
    "ziel": "ziel", "ausnahme": "ausnahme", "beauftragte": "beauftragte", "beschlussvorlage": "beschlussvorlage",
    "bedarf": "bedarf", "empfehlung": "empfehlung", "umlauf": "umlauf", "veranstaltung": "veranstaltung",
}  # fmt: skip


STUFEN = ("sitzung", "empfehlung", "arbeitsgruppe", "beschlussvorlage")
"""Kinds of entries whose states have a table."""


def check_abgelehnt(geschehen: Geschehen, davor: Mapping[str, bytes], welt: Welt) -> None:
    """A refusal is explained in German, says what to do next, and has changed nothing."""
    assert geschehen.ausgang in (2, 3), f"Ausgang {geschehen.ausgang}: {geschehen.nebenbei}"
    assert geschehen.fehler, "die Ablehnung sagt nichts"
    text, hinweis = geschehen.fehler
    assert text.strip(), "die Ablehnung sagt nicht, was nicht geht"
    assert hinweis.strip(), f"kein Hinweis, wie es weitergeht: {text}"
    assert not re.match(r"[A-Z]\d{3}\b", text), f"nur ein Code erklärt die Ablehnung: {text}"
    said = re.sub(r"„[^“]*“", "", f"{text}\n{hinweis}")
    assert not ENGLISCH.search(said), f"nicht auf Deutsch: {text} → {hinweis}"
    assert welt.dateien == davor, "trotz der Ablehnung hat sich etwas geändert"
    for befehl in list_befehle(f"{text}\n{hinweis}"):
        check_befehl(befehl)


def is_ratsche(geschehen: Geschehen) -> bool:
    """Whether only the last net, the rules, has caught it."""
    return geschehen.fehler is not None and geschehen.fehler[0].startswith(RATSCHE)


def count_ratsche(geschehen: Geschehen, zahl: Counter[str]) -> None:
    """Note which act ended in the last net, and at which rules."""
    assert geschehen.fehler is not None
    codes = sorted(set(re.findall(r": ([A-Z]\d{3}) ", geschehen.fehler[0])))
    zahl[f"{name_of(geschehen.befehl)}: {' '.join(codes)}"] += 1


def name_of(befehl: tuple[str, ...]) -> str:
    """The words that name the command, without what it is given."""
    gruppe: object = BEFEHLE
    words = []
    for word in befehl:
        if not isinstance(gruppe, Gruppeneintrag) or word not in gruppe.eintraege:
            break
        words.append(word)
        gruppe = gruppe.eintraege[word]
    return " ".join(words)


def check_angenommen(
    geschehen: Geschehen, davor: Welt, fehler_davor: tuple[Befund, ...], danach: Welt, *, kalt: bool = True
) -> None:
    """The state after an act is clean: for the rules, for a reader who comes for the first time, and in its form."""
    assert geschehen.aenderung is not None
    if kalt:
        check_befunde(fehler_davor, danach)
    neue = new_fehler(fehler_davor, list_fehler(danach))
    assert not neue, f"der Bestand hat neue Fehler: {neue}"
    for pfad, data in geschehen.dateien.items():
        found = art_of_pfad(pfad)
        assert found, f"{pfad} ist kein Platz für einen Eintrag"
        if data is not None and geschehen.befehl[0] != "bearbeiten":  # which leaves it as somebody wrote it
            check_form(pfad, data)
        if pfad not in davor.dateien and not _may_come_again(geschehen):
            assert found[1] not in davor.gegeben, f"die Kennung {found[1]} wurde schon einmal vergeben"
    check_zustaende(geschehen, davor.bestand, danach.bestand, danach.heute)
    check_uebergang(geschehen, davor.bestand, danach.bestand, danach.heute)
    check_worte(geschehen, danach.bestand)
    check_vergleich(geschehen, davor.bestand, danach.bestand)


def check_vergleich(geschehen: Geschehen, davor: Bestand, danach: Bestand) -> None:
    """What an act changed is told, and its commit says it without any person's name."""
    places = [place_of(pfad) for pfad in geschehen.dateien]
    paare = [(davor.von_art(art.name).get(k), danach.von_art(art.name).get(k)) for art, k in places]
    changed = [paar for paar in paare if paar[0] != paar[1]]
    rumpf = build_rumpf(davor, danach, changed)
    assert bool(rumpf) == bool(changed), f"der Vergleich sagt nichts zu {[place[1] for place in places]}"
    named = [m.name for m in danach.mitglieder.values() if m.name in rumpf]
    assert not named, f"der Vergleich nennt {named}: {rumpf}"
    assert max(map(len, rumpf.split("\n"))) <= 100, rumpf


def _may_come_again(geschehen: Geschehen) -> bool:
    """What was taken back is restored, or carried out anew, under the Kennung that it had."""
    return geschehen.befehl[0] == "zuruecknehmen" or "abschliessen" in geschehen.befehl


def check_form(pfad: str, data: bytes) -> None:
    """``netzint formatieren`` has nothing to do."""
    formatted = formatiere(data, place_of(pfad)[0].model)
    diff = "\n".join(unified_diff(data.decode().split("\n"), formatted.decode().split("\n"), n=1, lineterm=""))
    assert not diff, f"{pfad} steht nicht in der üblichen Form:\n{diff}"


def check_befunde(fehler_davor: tuple[Befund, ...], danach: Welt) -> None:
    """No new Fehler, and the same answer from memory as from a first reading."""
    kalt = danach.read_kalt()
    gefunden = sort_befunde(transaktion.findings(kalt, danach.heute))
    neue = [f"{b.code} {b.pfad}: {b.text}" for b in new_fehler(fehler_davor, gefunden)]
    assert not neue, f"der Bestand hat neue Fehler: {neue}"
    warm = (*danach.gelesen.befunde, *judge_gelesenes(danach.gelesen, danach.heute, remember=True))
    anders = [f"{b.code} {b.pfad}: {b.text}" for b in set(warm) ^ set(gefunden)]
    assert not anders, f"das Gedächtnis der Regeln sagt etwas anderes als ein erstes Lesen: {anders}"


def list_fehler(welt: Welt) -> tuple[Befund, ...]:
    """The Fehler of a state on its day."""
    found = (*welt.gelesen.befunde, *judge_gelesenes(welt.gelesen, welt.heute, remember=True))
    return tuple(b for b in found if b.schwere is Schwere.FEHLER)


def check_zeit(davor: tuple[Befund, ...], danach: tuple[Befund, ...]) -> None:
    """A later day never makes a Fehler of what was right; only a waiver may lapse."""
    neue = [b for b in new_fehler(davor, danach) if not b.code.startswith("X")]
    assert not neue, f"vom Warten allein: {[f'{b.code} {b.pfad}: {b.text}' for b in neue]}"


def check_zustaende(geschehen: Geschehen, davor: Bestand, danach: Bestand, tag: date) -> None:
    """Every step that was taken stands in its table; putting right and taking back may go any way."""
    if geschehen.befehl[0] in ("zuruecknehmen", "berichtigen", "bearbeiten"):
        return
    for pfad in geschehen.dateien:
        art, kennung = place_of(pfad)
        if kennung not in davor.von_art(art.name) or art.name not in STUFEN:
            continue
        tabelle, von = _stand(davor, art.name, kennung, tag)
        _, nach = _stand(danach, art.name, kennung, tag)
        assert von == nach or zustaende.is_erlaubt(tabelle, von, nach), f"{kennung}: von {von} nach {nach}"
        assert nach in tabelle, f"{kennung}: der Zustand {nach} steht in keiner Tabelle"


def check_uebergang(geschehen: Geschehen, davor: Bestand, danach: Bestand, tag: date) -> None:
    """What an act may do no rule about two states calls wrong; of what is taken back the history has to tell."""
    if geschehen.befehl[0] == "zuruecknehmen":
        return
    touched = [place_of(pfad) for pfad in geschehen.dateien]
    anders = {art.name: [k for a, k in touched if a is art] for art, _ in touched}
    found = judge_uebergang(Uebergang(davor, danach, tag, anders=anders), UEBERGAENGE)
    wrong = [b for b in found if b.schwere is not Schwere.HINWEIS]
    assert not wrong, f"nach den Regeln über zwei Stände ist das falsch: {[f'{b.code} {b.text}' for b in wrong]}"


def _stand(bestand: Bestand, art: str, kennung: str, tag: date) -> tuple[zustaende.Uebergaenge, str]:
    if art == "sitzung":
        sitzung = bestand.sitzungen[kennung]
        ist_ag = sitzung.gremium != "strategiegruppe"
        return zustaende.AG_SITZUNG if ist_ag else zustaende.SITZUNG, sitzung.zustand
    if art == "beschlussvorlage":
        return zustaende.BESCHLUSSVORLAGE, find_vorlagenlage(bestand, bestand.beschlussvorlagen[kennung], tag).stand
    if art == "arbeitsgruppe":
        return zustaende.ARBEITSGRUPPE, zustaende.agstand(bestand.arbeitsgruppen[kennung], tag)
    votes = bestand.entscheidungen.get(kennung, ())
    return zustaende.EMPFEHLUNG, empfehlungsstand(bestand.empfehlungen[kennung], votes, tag)


def check_worte(geschehen: Geschehen, bestand: Bestand) -> None:
    """The history names no person, and every command that is offered exists."""
    aenderung = geschehen.aenderung
    assert aenderung is not None
    assert aenderung.betreff, "der Vorgang hat keinen Betreff"
    named = [m.name for m in bestand.mitglieder.values() if m.name in aenderung.betreff]
    assert not named, f"der Betreff nennt {named}: {aenderung.betreff}"
    for befehl, grund in aenderung.danach:
        assert grund, f"{befehl}: warum?"
        check_befehl(befehl)


def list_befehle(text: str) -> Iterator[str]:
    """The commands that a text names in quotes or at the end of a line."""
    yield from re.findall(r"„(netzint [a-z][^“]*)“", text)


def check_befehl(befehl: str) -> None:
    """The words of a command lead somewhere."""
    gruppe: object = BEFEHLE
    for word in befehl.split()[1:]:
        if not isinstance(gruppe, Gruppeneintrag):
            return
        assert word in gruppe.eintraege or word.startswith("-"), f"den Befehl „{befehl}“ gibt es nicht"
        gruppe = gruppe.eintraege.get(word)


def check_frage(buero: Buero, befehl: tuple[str, ...], form: str) -> None:
    """A question has an answer in every state."""
    antwort = buero.rufe(*befehl, "--format", form)
    assert antwort.ausgang == 0, f"{antwort.zeile}: {antwort.ausgang} {antwort.fehler}"
    if form == "json":
        json.loads(antwort.aus)


def fragen_zu(pfade: Mapping[str, bytes | None]) -> list[tuple[str, ...]]:
    """What can be asked about these entries."""
    found: list[tuple[str, ...]] = []
    for pfad, data in pfade.items():
        art, kennung = place_of(pfad)
        if data is not None:
            found.append(("spur", kennung))
        if data is not None and art.name in ZEIGEN:
            found.append((ZEIGEN[art.name], "zeigen", kennung))
    return found


assert set(ZEIGEN) <= set(NACH_NAME)
