"""``sitzung aendern`` and ``sitzung top aendern``: what is put right before the Sitzung, without moving it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge.aenderung import Aenderung, Schritt
from netzint.vorgaenge.angaben import ablehnen, clean_zeile, falsch
from netzint.vorgaenge.rahmen import parse_form
from netzint.vorgaenge.sitzung_stand import FESTE, is_eingeladen, require_offene_tagesordnung, require_sitzung, setze
from netzint.vorgaenge.sitzung_termin import tell
from netzint.vorgaenge.sitzung_top import Punkt, find_links
from netzint.vorgaenge.tops import find_top


def aendern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    stichtag: date,
    ort: str | None = None,
    beginn: str | None = None,
    ende: str | None = None,
    form: str | None = None,
) -> Aenderung | None:
    """Another place, time or form on the same day; None if all of it is so already.

    After the Einladung it is noted that something changed and when: calendars take the newer version by it.
    """
    sitzung = require_sitzung(bestand, kennung, "sie lässt sich nicht mehr ändern", ("terminiert", "eingeladen"))
    given: dict[str, Any] = {
        "beginn": beginn,
        "ende": ende,
        "ort": clean_zeile("--ort", ort) if ort is not None else None,
        "form": parse_form(form) if form is not None else None,
    }
    given = {key: value for key, value in given.items() if value is not None}
    if not given:
        raise falsch("Es fehlt, was sich ändern soll.", "Angeben: --ort, --beginn, --ende oder --form.")
    _check_zeiten(sitzung, given)
    changed = {key: value for key, value in given.items() if value != getattr(sitzung, key)}
    if not changed:
        return None
    return Aenderung(
        "sitzung-aendern",
        f"{', '.join(key.capitalize() for key in changed)} von {sitzung.kennung.upper()} geändert",
        gesetzt=(
            *(setze(sitzung, key, wert=value) for key, value in changed.items()),
            *_note(sitzung, changed, stichtag),
        ),
        hinweise=tell(sitzung) if sitzung.einladung else (),
        danach=_danach(sitzung),
    )


def _danach(sitzung: Sitzung) -> tuple[tuple[str, str], ...]:
    write = (f"netzint mail {sitzung.kennung}", "die Änderung als E-Mail entwerfen")
    papers = (f"netzint dokument erzeugen {sitzung.kennung}", "die Unterlagen neu erzeugen")
    return (write, papers) if sitzung.einladung else (papers,)


def _check_zeiten(sitzung: Sitzung, given: Mapping[str, Any]) -> None:
    start, end = given.get("beginn", sitzung.beginn), given.get("ende", sitzung.ende)
    if start and end and end < start:
        raise falsch(f"Das Ende ({end} Uhr) liegt vor dem Beginn ({start} Uhr).", "Eine der beiden Uhrzeiten ändern.")


def _note(sitzung: Sitzung, changed: Iterable[str], stichtag: date) -> tuple[Schritt, ...]:
    """Nobody knows of the date before the Einladung; then there is nothing to note."""
    if sitzung.einladung is None:
        return ()
    return (setze(sitzung, "geaendert", len(sitzung.geaendert), wert={"am": stichtag, "was": list(changed)}),)


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
