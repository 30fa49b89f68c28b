"""Vorgang: what is known of an AG changes: its name, the names it is found by, and by Beschluss what it is to do."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from netzint.modell.arbeitsgruppe import Arbeitsgruppe, FruehererName, Mandatsaenderung
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_ag
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import aufzaehlung, datum, fold
from netzint.regeln.tage import day_after, day_before
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.arbeitsgruppe import check_zahl
from netzint.vorgaenge.arbeitsgruppe_einsetzen import clean_name
from netzint.vorgaenge.beschlussbezug import WORTE, Beschlossen, require_angenommen


class Angaben(NamedTuple):
    """What was typed about an AG; None: it stays as it is."""

    name: str | None = None
    alias: tuple[str, ...] = ()
    ohne_alias: tuple[str, ...] = ()
    auftrag: str | None = None
    mitglieder: int | None = None
    ab: date | None = None
    beschluss: str | None = None


class _Neu(NamedTuple):
    """A change of the Mandat, and the Beschluss it rests on."""

    schritt: Setzen
    decided: Beschlossen


def aendern(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, ag: str, angaben: Angaben
) -> Aenderung | None:
    """Change what was typed. Raises NetzintFehler if the Strategiegruppe has to decide on it. None: it is so already.

    Auftrag and number are what the Strategiegruppe fixed (R12): they change by Beschluss, and what was is kept.
    """
    found = find_ag(bestand, ag)
    if angaben._replace(ab=None, beschluss=None) == Angaben():
        raise falsch("Es fehlt, was sich ändern soll.", "Zum Beispiel --name NAME oder --alias NAME.")
    steps = [*_rename(bestand, found, angaben, stichtag), *_change_aliase(found, angaben)]
    mandat = _change_mandat(bestand, found, angaben)
    steps += [mandat.schritt] if mandat else []
    if not steps:
        return None
    words = {"name": "Name", "frueher": "Name", "aliase": "weitere Namen", "mandatsaenderungen": "Mandat"}
    named = aufzaehlung(list(dict.fromkeys(words[str(step.feld[0])] for step in steps)))
    return Aenderung(
        "ag-aendern",
        f"Angaben zu {found.kennung} geändert ({named})",
        gesetzt=tuple(steps),
        beschluss=mandat.decided.kennung if mandat else None,
        hinweise=_remarks(mandat) if mandat else (),
        danach=((f"netzint ag zeigen {found.kennung}", "die Arbeitsgruppe ansehen"),),
    )


def _rename(bestand: Bestand, ag: Arbeitsgruppe, angaben: Angaben, stichtag: date) -> Iterator[Setzen]:
    """Another name from a day on; what it was called is kept with its last day."""
    if angaben.name is None:
        return
    name, ab = clean_name(angaben.name), angaben.ab or stichtag
    if name == ag.name:
        return
    others = [a for a in bestand.arbeitsgruppen.values() if a.kennung != ag.kennung]
    twin = next((a for a in others if fold(a.name) == fold(name)), None)
    if twin is not None:
        raise ablehnen(f"So heißt schon {twin.kennung}.", f"Ansehen: netzint ag zeigen {twin.kennung}")
    first = max([ag.mandat.von, *(day_after(f.bis) for f in ag.frueher)])
    if ab <= first:
        raise ablehnen(
            f"Den bisherigen Namen hat {ag.kennung} mindestens bis zum {datum(first)}.",
            "Ein späteres --ab angeben; ein Schreibfehler wird berichtigt: "
            f"netzint berichtigen {ag.kennung} --setze name=…",
        )
    earlier = to_klartext(require(FruehererName, {"name": ag.name, "bis": day_before(ab)}))
    yield Setzen("arbeitsgruppe", ag.kennung, ("name",), name)
    yield Setzen("arbeitsgruppe", ag.kennung, ("frueher", len(ag.frueher)), earlier)


def _change_aliase(ag: Arbeitsgruppe, angaben: Angaben) -> Iterator[Setzen]:
    new = [clean_zeile("--alias", text) for text in angaben.alias]
    gone = {fold(text): text for text in angaben.ohne_alias}
    unknown = [text for folded, text in gone.items() if folded not in {fold(alias) for alias in ag.aliase}]
    if unknown:
        known = aufzaehlung([f"„{alias}“" for alias in ag.aliase]) or "keiner"
        raise falsch(f"Einen weiteren Namen „{unknown[0]}“ hat {ag.kennung} nicht.", f"Eingetragen: {known}.")
    kept = [alias for alias in ag.aliase if fold(alias) not in gone]
    wanted = list(dict.fromkeys([*kept, *new]))
    if wanted != list(ag.aliase):
        yield Setzen("arbeitsgruppe", ag.kennung, ("aliase",), list(wanted) or None)


def _change_mandat(bestand: Bestand, ag: Arbeitsgruppe, angaben: Angaben) -> _Neu | None:
    """What the AG is to do and how many belong to it: only as the Strategiegruppe decided."""
    if angaben.auftrag is None and angaben.mitglieder is None:
        if angaben.beschluss is not None:
            raise falsch("Zu --beschluss fehlt, was beschlossen ist.", "Mit --auftrag oder --mitglieder angeben.")
        return None
    if angaben.beschluss is None:
        raise ablehnen(
            "Auftrag und Zahl der ständigen Mitglieder legt die Strategiegruppe fest.",
            "Den Beschluss mit --beschluss nennen. Ein Schreibfehler wird berichtigt: "
            f"netzint berichtigen {ag.kennung} --zu mandat",
        )
    decided = require_angenommen(bestand, angaben.beschluss)
    ab = angaben.ab or decided.am
    if ab < decided.am:
        raise falsch(f"Beschlossen ist es erst am {datum(decided.am)}.", "Ein späteres --ab angeben oder weglassen.")
    _check_laeuft(ag, ab)
    auftrag = clean_prosa("--auftrag", angaben.auftrag) if angaben.auftrag is not None else None
    new_auftrag = auftrag if auftrag != ag.auftrag_am(ab) else None
    new_zahl = angaben.mitglieder if angaben.mitglieder != ag.zahl_am(ab) else None
    if new_auftrag is None and new_zahl is None:
        return None
    if new_zahl is not None:
        check_zahl(bestand, ag, new_zahl, ab)
    values = {"ab": ab, "auftrag": new_auftrag, "staendige_mitglieder": new_zahl, "beschluss": decided.kennung}
    wert = to_klartext(require(Mandatsaenderung, values))
    step = Setzen("arbeitsgruppe", ag.kennung, ("mandatsaenderungen", len(ag.mandatsaenderungen)), wert)
    return _Neu(step, decided)


def _remarks(neu: _Neu) -> tuple[str, ...]:
    kennung, antrag, _ = neu.decided
    if antrag.art == "sonstiges":
        return ()
    return (f"{kennung} beschließt {WORTE[antrag.art]}; bitte prüfen, ob das der richtige ist.",)


def _check_laeuft(ag: Arbeitsgruppe, ab: date) -> None:
    """Raises NetzintFehler if the AG is closed, has not begun, or has a later change already."""
    if ag.abschluss is not None:
        raise ablehnen(
            f"{ag.kennung} ist seit dem {datum(ag.abschluss.am)} abgeschlossen.",
            "Eine neue Arbeitsgruppe einsetzen: netzint ag einsetzen",
        )
    last = max([ag.mandat.von, *(a.ab for a in ag.mandatsaenderungen)])
    if ab < last or ab in [a.ab for a in ag.mandatsaenderungen]:
        raise ablehnen(f"Das Mandat von {ag.kennung} gilt so seit dem {datum(last)}.", "Ein späteres --ab angeben.")
