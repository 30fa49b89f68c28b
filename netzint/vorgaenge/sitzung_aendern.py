"""``sitzung aendern`` and ``sitzung top aendern``: what is put right before the Sitzung, without moving it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, clean_zeile, falsch
from netzint.vorgaenge.rahmen import parse_form
from netzint.vorgaenge.sitzung_stand import FESTE, is_eingeladen, require_offene_tagesordnung, require_sitzung, setze
from netzint.vorgaenge.sitzung_termin import tell
from netzint.vorgaenge.sitzung_top import Punkt, find_links, find_top


def aendern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    ort: str | None = None,
    beginn: str | None = None,
    ende: str | None = None,
    form: str | None = None,
) -> Aenderung | None:
    """Another place, time or form on the same day; None if all of it is so already."""
    sitzung = require_sitzung(bestand, kennung, "noch ändern", ("terminiert", "eingeladen"))
    given: dict[str, Any] = {
        "beginn": beginn,
        "ende": ende,
        "ort": clean_zeile("--ort", ort) if ort is not None else None,
        "form": parse_form(form) if form is not None else None,
    }
    given = {key: value for key, value in given.items() if value is not None}
    if not given:
        raise falsch("Es fehlt, was sich ändern soll.", "Angeben: --ort, --beginn, --ende oder --form.")
    start, end = given.get("beginn", sitzung.beginn), given.get("ende", sitzung.ende)
    if start and end and end < start:
        raise falsch(f"Das Ende ({end} Uhr) liegt vor dem Beginn ({start} Uhr).", "Eine der beiden Uhrzeiten ändern.")
    changed = {key: value for key, value in given.items() if value != getattr(sitzung, key)}
    if not changed:
        return None
    return Aenderung(
        "sitzung-aendern",
        f"{', '.join(key.capitalize() for key in changed)} von {sitzung.kennung.upper()} geändert",
        gesetzt=tuple(setze(sitzung, key, wert=value) for key, value in changed.items()),
        hinweise=tell(sitzung) if sitzung.einladung else (),
        danach=((f"netzint dokument erzeugen {sitzung.kennung}", "die Unterlagen neu erzeugen"),),
    )


def top_aendern(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, top: str, punkt: Punkt
) -> Aenderung | None:
    """Other words or links for a TOP; its title stands once the Einladung is out. None if all of it is so already."""
    sitzung = require_offene_tagesordnung(bestand, kennung)
    nr = find_top(sitzung, top)
    entry = sitzung.tagesordnung[nr]
    late = is_eingeladen(sitzung) and not entry.tischvorlage
    if punkt.titel and (late or entry.kennung in FESTE):
        why = "die Einladung ist versandt" if late else "er steht auf jeder Tagesordnung"
        raise ablehnen(f"Der Titel „{entry.titel}“ steht fest: {why}.", "Begründung und Bezug lassen sich noch ändern.")
    given = find_links(bestand, sitzung, punkt, entry)
    given |= {"titel": clean_zeile("--titel", punkt.titel)} if punkt.titel else {}
    given |= {"weil": clean_zeile("--weil", punkt.weil)} if punkt.weil else {}
    if not given:
        raise falsch("Es fehlt, was sich ändern soll.", "Zum Beispiel --titel oder --weil angeben.")
    now = {**entry.model_dump(), "bezug": list(entry.bezug)}
    changed = {key: value for key, value in given.items() if value != now[key]}
    if not changed:
        return None
    return Aenderung(
        "sitzung-top-aendern",
        f"Punkt {entry.kennung} von {sitzung.kennung.upper()} geändert",
        gesetzt=tuple(setze(sitzung, "tagesordnung", nr, key, wert=value) for key, value in changed.items()),
        danach=((f"netzint sitzung zeigen {sitzung.kennung}", "die Tagesordnung ansehen"),),
    )
