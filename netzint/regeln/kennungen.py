"""K2: Kennungen have the form of their kind, are given once, are numbered without gaps, and name nobody."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from netzint.modell.arten import ARTEN, jahr_und_nummer, without_form
from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.grund import Nummeriert
from netzint.modell.mitglied import Mitglied
from netzint.regeln.gemeinsam import je_bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.sitzlage import begins_like

_KLEINE_WOERTER = {"von", "vom", "zu", "zur", "zum", "de", "der", "den", "des", "da", "di", "du", "van", "und", "dr"}
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@regel("K201", Schwere.FEHLER, erlaesslich=False)
def kennung_hat_eine_fremde_form(bestand: Bestand) -> Verstoesse:
    """Eine Kennung hat nicht die Form, die ihre Art verlangt.

    Warum: An der Kennung erkennt man, wovon die Rede ist; Pfad, Kennung und Art bestimmen einander.

    Beispiel: daten/empfehlungen/empfehlung-1.yaml statt he-2026-01.yaml.

    Abhilfe: Die Datei umbenennen und die Verweise auf sie nachziehen.
    """
    for art in ARTEN:
        for kennung in without_form(art, bestand.kennungen(art.name)):
            yield verstoss(Ort(kennung, (), art.name), f"Die Kennung „{kennung}“ hat nicht die Form {art.form}")


@regel("K202", Schwere.FEHLER, erlaesslich=False)
def kennung_ist_doppelt_vergeben(bestand: Bestand) -> Verstoesse:
    """Dieselbe Kennung steht für zwei verschiedene Dinge.

    Warum: Eine Kennung ist über alle Arten hinweg eindeutig, auch gegenüber den Sitzen der Geschäftsordnung und den
    Namen der Gremien; sonst weiß niemand, was ein Verweis meint.

    Beispiel: daten/stellen/gemeindetag.yaml und daten/mitglieder/gemeindetag.yaml.

    Abhilfe: Eine der beiden Dateien umbenennen und die Verweise auf sie nachziehen.
    """
    taken = dict.fromkeys(bestand.alle_sitze, "einen Sitz der Geschäftsordnung")
    taken |= dict.fromkeys((STRATEGIEGRUPPE, GESCHAEFTSSTELLE), "ein Gremium")
    for art in ARTEN:
        kennungen = bestand.kennungen(art.name)
        for kennung in filter(taken.__contains__, kennungen):
            yield verstoss(Ort(kennung, (), art.name), f"Die Kennung „{kennung}“ steht schon für {taken[kennung]}")
        taken |= dict.fromkeys(set(kennungen) - taken.keys(), f"etwas anderes ({art.klasse})")


@regel("K203", Schwere.FEHLER)
def nummer_ist_doppelt(bestand: Bestand) -> Verstoesse:
    """Eine Nummer ist in einem Jahr zweimal vergeben.

    Warum: Nummern werden nie wieder verwendet; he-2026-01 und he-2026-001 wären beim Vorlesen dieselbe.

    Beispiel: daten/beschlussvorlagen/bv-2026-007.yaml und bv-2026-0007.yaml.

    Abhilfe: Der später angelegten Datei die nächste freie Nummer geben.
    """
    for (reihe, jahr), numbers in _list_reihen(bestand).items():
        seen: dict[int, str] = {}
        for nummer, kennung, art in numbers:
            if nummer in seen and art:
                text = f"Die Nummer {nummer} der Reihe {reihe} des Jahres {jahr} trägt schon {seen[nummer]}"
                yield verstoss(Ort(kennung, (), art), text, seen[nummer])
            seen.setdefault(nummer, kennung)


@regel("K204", Schwere.HINWEIS)
def nummern_haben_luecken(bestand: Bestand) -> Verstoesse:
    """In der Nummernfolge eines Jahres fehlt etwas.

    Warum: Nummern werden lückenlos vergeben; was zurückgezogen wird, bleibt als Datei mit „entfallen“ stehen, damit die
    Lücke sich selbst erklärt.

    Beispiel: bv-2026-006 und bv-2026-008, aber keine Datei bv-2026-007.yaml.

    Abhilfe: Die fehlende Datei mit „entfallen: {am: …, grund: …}“ nachtragen, oder die Lücke hinnehmen.
    """
    for (reihe, jahr), numbers in _list_reihen(bestand).items():
        expected = 1
        gaps: list[str] = []
        first_after: _Nummer | None = None
        for number in numbers:
            nummer = number.nummer
            if nummer > expected:
                gaps.append(str(expected) if nummer == expected + 1 else f"{expected} bis {nummer - 1}")
                first_after = first_after or number
            expected = max(expected, nummer + 1)
        if first_after is not None:
            text = f"In der Reihe {reihe} des Jahres {jahr} fehlt vor {first_after.kennung} eine Nummer: "
            _, kennung, art = first_after if first_after.art else numbers[-1]
            yield verstoss(Ort(kennung, (), art), f"{text}{', '.join(gaps)}", reihe, str(jahr))


class _Nummer(NamedTuple):
    """A number that was given, and to what; a file that could not be read has no kind."""

    nummer: int
    kennung: str
    art: str


@je_bestand
def _list_reihen(bestand: Bestand) -> dict[tuple[str, int], list[_Nummer]]:
    """All numbers by series and year, in order; files that could not be read are known by their names only."""
    found: dict[tuple[str, int], list[_Nummer]] = defaultdict(list)
    numbered = ((art.name, bestand.kennungen(art.name)) for art in ARTEN if issubclass(art.model, Nummeriert))
    for art, kennungen in (*numbered, ("", bestand.unlesbar)):
        for kennung in kennungen:
            parts = jahr_und_nummer(kennung)
            if parts is not None:
                found[parts[0], parts[1]].append(_Nummer(parts[2], kennung, art))
    return {series: sorted(numbers) for series, numbers in sorted(found.items())}


@regel("K205", Schwere.FEHLER, je="mitglied beauftragte")
def kennung_nennt_die_person(bestand: Bestand) -> Verstoesse:
    """Die Kennung einer Person enthält ein Wort aus ihrem Namen.

    Warum: Namen stehen nur in der Datei der Person selbst. Die Kennung steht überall sonst, auch in Meldungen und
    Commits, und ist dort nicht mehr zu entfernen.

    Beispiel: daten/mitglieder/stadt-beispiel.yaml für eine Person mit dem Nachnamen Beispiel.

    Abhilfe: Die Datei nach dem zuerst eingenommenen Sitz und einer Zahl benennen, z. B. kommunen-stadt-2.
    """
    for mitglied in bestand.mitglieder.values():
        places = {p for m in mitglied.mandate for p in (m.gremium, m.sitz or "")}
        if _names(mitglied.kennung, mitglied.name, places):
            yield verstoss(mitglied, "Die Kennung enthält einen Teil des Namens der Person")
    for eintrag in bestand.beauftragte.values():
        if eintrag.name and _names(eintrag.kennung, eintrag.name, {eintrag.stelle, "ib"}):
            yield verstoss(eintrag, "Die Kennung enthält einen Teil des Namens der Person")


def _names(kennung: str, name: str, places: set[str]) -> bool:
    """Whether a part of the Kennung that it does not owe to a seat, AG or Kommune holds a word of the name."""
    borrowed = {part for place in places for part in place.split("-")}
    own = [part for part in kennung.split("-") if part not in borrowed and not part.isdigit()]
    return bool(own) and any(word == part or (len(word) >= 4 and word in part) for word in _words(name) for part in own)


def _words(name: str) -> Iterator[str]:
    """The words of a name as they could stand in a Kennung: ``Müller`` as mueller and as muller."""
    for word in re.findall(r"[^\W\d_]+", name.casefold()):
        if word in _KLEINE_WOERTER or len(word) < 2:
            continue
        yield _ascii(word.translate(_UMLAUTE))
        yield _ascii(word)


def _ascii(word: str) -> str:
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()


@regel("K206", Schwere.WARNUNG, je="mitglied")
def kennung_folgt_nicht_dem_platz(bestand: Bestand) -> Verstoesse:
    """Die Kennung einer Person beginnt nicht wie der Sitz oder die AG, wo sie zuerst war.

    Warum: So lassen sich Änderungen lesen, ohne dass ein Name fällt: kommunen-stadt-2 ist die zweite Person, die über
    den Sitz der Stadt dazukam. Die Kennung bleibt, auch wenn die Person später woanders sitzt oder ein falsch
    eingetragener Sitz berichtigt wird.

    Beispiel: daten/mitglieder/person-7.yaml mit dem ersten Mandat auf sitz-kommunen-stadt.

    Abhilfe: Die Datei umbenennen, solange noch wenig auf sie verweist.
    """
    for mitglied in bestand.mitglieder.values():
        places = _first_places(mitglied)
        if places and not any(begins_like(mitglied.kennung, place) for place in places):
            wanted = places[0].removeprefix("sitz-")
            yield verstoss(mitglied, f"Die Kennung „{mitglied.kennung}“ beginnt nicht wie der erste Platz („{wanted}“)")


def _first_places(mitglied: Mitglied) -> list[str]:
    first = min((m.von for m in mitglied.mandate), default=None)
    named = (m.sitz if m.gremium == STRATEGIEGRUPPE else m.gremium for m in mitglied.mandate if m.von == first)
    corrected = (b.statt.get("sitz") for b in mitglied.berichtigungen if isinstance(b.statt, dict))
    places = [str(place) for place in (*named, *corrected) if place is not None]
    return [*places, "gs"] if GESCHAEFTSSTELLE in places else places


@regel("K207", Schwere.FEHLER)
def aufgegebene_kennung_ist_wieder_vergeben(bestand: Bestand) -> Verstoesse:
    """Eine Person trägt eine Kennung, die nicht mehr vergeben wird.

    Warum: Kennungen werden nie ein zweites Mal vergeben; im Verlauf stünde sonst dieselbe für zwei Menschen.

    Beispiel: „nicht_mehr_vergeben: [kommunen-stadt-4]“ in netzwerk.yaml, und es gibt mitglieder/kommunen-stadt-4.yaml.

    Abhilfe: Der Person die nächste freie Nummer geben.
    """
    given_up = bestand.netzwerk.nicht_mehr_vergeben if bestand.netzwerk else ()
    for kennung in given_up:
        person = bestand.mitglieder.get(kennung)
        if person is not None:
            yield verstoss(person, f"Die Kennung {kennung} wird laut netzwerk.yaml nicht mehr vergeben", kennung)


REGELN: tuple[Regel, ...] = (
    kennung_hat_eine_fremde_form,
    kennung_ist_doppelt_vergeben,
    nummer_ist_doppelt,
    nummern_haben_luecken,
    kennung_nennt_die_person,
    kennung_folgt_nicht_dem_platz,
    aufgegebene_kennung_ist_wieder_vergeben,
)
