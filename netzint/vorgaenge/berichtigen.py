"""Corrections: the right value in its place, and beside it what stood there, why, and by which Beschluss."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.aehnlich import meinten_sie
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_beschluss, find_in_allen
from netzint.modell.grund import GEMEINSAM, Angabe, Eintrag, ordered_fields
from netzint.modell.klartext import Klartext, to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import aufzaehlung
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, falsch

FEHLTE = "fehlte"
"""What a Berichtigung says of a value that was not there."""
_DEUTSCHES_DATUM = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_SCHLUESSEL = ("kennung", "stelle", "nr", "mitglied")
"""The fields by which people name an item of a list; without them by its number, from 1 on."""


class Ziel(NamedTuple):
    """The part of an entry whose fields are corrected, and how the Berichtigung names it."""

    teil: Angabe
    pfad: tuple[str | int, ...]
    name: str


def berichtigen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    kennung: str,
    zu: str,
    werte: Mapping[str, str],
    grund: str,
    beschluss: str | None,
    am: date | None,
) -> Aenderung | None:
    """Set fields of an entry, or of a part of it, and record what stood there. None if nothing would change.

    ``kennung`` may be ``x/y`` for a Beschluss. ``zu`` names the part: the Kennung of a TOP or Beschluss, or a path
    like ``mandate.1``. ``werte`` are typed values by field; an empty one takes the field out.
    """
    name, _, inner = kennung.strip().partition("/")
    entry = find_in_allen(bestand, name)
    ziel = _find_ziel(entry, zu or inner)
    day = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    if not werte:
        raise falsch("Es fehlt, was berichtigt werden soll.", "Zum Beispiel: --setze ort=Ulm")
    alt = to_klartext(ziel.teil)
    changed = {feld: wert for feld, wert in _apply(ziel, werte).items() if wert != alt.get(feld)}
    if not changed:
        return None
    basis = find_beschluss(bestand, beschluss) if beschluss else None
    record = {"am": day, "beschluss": basis, "grund": clean_prosa("--grund", grund)}
    where = f"{entry.kennung.upper()}, {ziel.name}" if ziel.name else entry.kennung.upper()
    return Aenderung(
        "berichtigen",
        f"Berichtigt: {where} ({aufzaehlung(list(changed))})",
        gesetzt=(
            *(Setzen(_art(entry), entry.kennung, (*ziel.pfad, feld), wert) for feld, wert in changed.items()),
            *_record(entry, ziel, {feld: alt.get(feld) for feld in changed}, record),
        ),
        beschluss=basis,
        danach=((f"netzint verlauf {entry.kennung}", "sehen, was wann geändert und berichtigt wurde"),),
    )


def _record(
    entry: Eintrag, ziel: Ziel, alt: Mapping[str, Klartext | None], record: Mapping[str, Klartext | None]
) -> Iterator[Setzen]:
    """One Berichtigung for a named part, or one for each field of the entry itself."""
    statt: dict[str, Klartext] = {feld: FEHLTE if wert is None else wert for feld, wert in alt.items()}
    groups = {ziel.name: statt} if ziel.name else {feld: {feld: wert} for feld, wert in statt.items()}
    known = {key: wert for key, wert in record.items() if wert is not None}
    for nr, (name, values) in enumerate(groups.items(), len(entry.berichtigungen)):
        wert: Klartext = {"zu": name, "am": known["am"], "statt": dict(values), **known}
        yield Setzen(_art(entry), entry.kennung, ("berichtigungen", nr), wert)


def _art(entry: Eintrag) -> str:
    return type(entry).__name__.lower()


def _find_ziel(entry: Eintrag, zu: str) -> Ziel:
    if not zu:
        return Ziel(entry, (), "")
    named = [ziel for ziel in _walk(entry, ()) if ziel.name == zu.lower()]
    if named:
        # A TOP and its Beschluss often have the same Kennung; what is corrected is the Beschluss.
        return max(named, key=lambda ziel: len(ziel.pfad))
    return _follow(entry, zu)


def _walk(teil: Angabe, pfad: tuple[str | int, ...]) -> list[Ziel]:
    """All parts below that have a Kennung of their own."""
    found: list[Ziel] = []
    for feld in ordered_fields(type(teil)):
        value = getattr(teil, feld)
        for nr, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, Angabe):
                place = (*pfad, feld, nr)
                kennung = getattr(item, "kennung", None)
                found += [Ziel(item, place, kennung)] if kennung else []
                found += _walk(item, place)
    return found


def _follow(entry: Eintrag, zu: str) -> Ziel:
    """A path as people write it: ``mandate.1``, ``fassungen.2.adressaten.ministerium``."""
    teil: Any = entry
    pfad: tuple[str | int, ...] = ()
    for part in zu.split("."):
        if isinstance(teil, tuple):
            nr = _find_item(teil, part)
            options = [str(n) for n in range(1, len(teil) + 1)]
            teil, pfad = (teil[nr], (*pfad, nr)) if nr is not None else (None, pfad)
        else:
            options = list(ordered_fields(type(teil))) if isinstance(teil, Angabe) else []
            teil, pfad = (getattr(teil, part, None), (*pfad, part)) if part in options else (None, pfad)
        if teil is None:
            known = [ziel.name for ziel in _walk(entry, ())] + options
            hinweis = meinten_sie(part, known, f"Möglich: {', '.join(known)}." if known else "Ohne --zu versuchen.")
            raise falsch(f"„{zu}“ gibt es in {entry.kennung} nicht.", hinweis)
    if not isinstance(teil, Angabe):
        raise falsch(f"„{zu}“ ist ein einzelner Wert.", f"So: --setze {zu}=WERT, ohne --zu.")
    return Ziel(teil, pfad, zu)


def _find_item(items: tuple[Any, ...], name: str) -> int | None:
    for nr, item in enumerate(items):
        if any(str(getattr(item, key, "")) == name for key in _SCHLUESSEL):
            return nr
    return int(name) - 1 if name.isdecimal() and 1 <= int(name) <= len(items) else None


def _apply(ziel: Ziel, werte: Mapping[str, str]) -> dict[str, Klartext | None]:
    """The typed values as the fields take them; what does not fit is refused in German, with the name of the field."""
    fields = [feld for feld in ordered_fields(type(ziel.teil)) if feld not in GEMEINSAM]
    plain: dict[str, Any] = dict(to_klartext(ziel.teil))
    for feld, text in werte.items():
        if feld not in fields:
            raise falsch(
                f"Das Feld „{feld}“ gibt es hier nicht.", meinten_sie(feld, fields, f"Möglich: {', '.join(fields)}.")
            )
        _check_einzeln(ziel, feld)
        is_list = isinstance(getattr(ziel.teil, feld), tuple)
        plain[feld] = [part.strip() for part in text.split(",") if part.strip()] if is_list else _to_iso(text)
        if plain[feld] in ("", []):
            del plain[feld]
    extra = {"kennung": ziel.teil.kennung} if isinstance(ziel.teil, Eintrag) else {}
    neu = to_klartext(require(type(ziel.teil), plain | extra))
    return {feld: neu.get(feld) for feld in werte}


def _to_iso(text: str) -> str:
    """A day as people write it, as the data write it; anything else as it is."""
    match = _DEUTSCHES_DATUM.fullmatch(text.strip())
    return f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}" if match else text


def _check_einzeln(ziel: Ziel, feld: str) -> None:
    """Raises NetzintFehler for a field that holds parts of its own: these are corrected one by one."""
    value = getattr(ziel.teil, feld)
    first = value[0] if isinstance(value, tuple) and value else value
    if isinstance(first, Angabe):
        inner = f"{ziel.name}.{feld}" if ziel.name and "." in ziel.name else feld
        example = f"{inner}.1" if isinstance(value, tuple) else inner
        raise ablehnen(f"„{feld}“ hat eigene Angaben.", f"Eine davon nennen: --zu {example} --setze FELD=WERT")
