"""Corrections: the right value in its place, and beside it what stood there, why, and by which Beschluss."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.aehnlich import meinten_sie
from netzint.modell.angabenpfade import find_item
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_beschluss, find_in_allen
from netzint.modell.grund import GEMEINSAM, Angabe, Eintrag, ordered_fields
from netzint.modell.klartext import Klartext, to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import aufzaehlung
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, falsch
from netzint.vorgaenge.berichtigen_anwesend import anwesend_steps, is_anwesend, read_anwesende
from netzint.vorgaenge.berichtigen_folgen import next_steps, remarks
from netzint.vorgaenge.berichtigen_werte import read_wert
from netzint.vorgaenge.empfehlung_siegel import check_gesiegelt

FEHLTE = "fehlte"
"""What a Berichtigung says of a value that was not there."""


class Beleg(NamedTuple):
    """What a correction rests on."""

    am: date
    beschluss: str | None
    grund: str


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
    """Set fields of an entry, or of parts of it, and record what stood there. None if nothing would change.

    ``kennung`` may be ``x/y`` for a Beschluss. ``zu`` names the part: the Kennung of a TOP or Beschluss, or a path
    like ``mandate.1``. ``werte`` are typed values by field, or by path from there; an empty one takes the field out.
    """
    entry, teil = find_teil(bestand, kennung, zu)
    if not werte:
        raise falsch("Es fehlt, was berichtigt werden soll.", f"Was es gibt, zeigt: netzint berichtigen {kennung}")
    steps: list[Schritt] = []
    statt: dict[str, dict[str, Klartext | None]] = {}
    for ziel, typed in _group(entry, teil, werte):
        alt = to_klartext(ziel.teil)
        changed = {feld: wert for feld, wert in _apply(ziel, typed, stichtag).items() if wert != alt.get(feld)}
        steps += [step for feld, wert in changed.items() for step in _set(entry, ziel, feld, wert)]
        statt |= {ziel.name: {feld: alt.get(feld) for feld in changed}} if changed else {}
    if not steps:
        return None
    check_gesiegelt(bestand, entry, statt)
    beleg = make_beleg(bestand, stichtag, am, beschluss, grund)
    where = ", ".join([entry.kennung.upper(), *(name for name in statt if name)])
    return Aenderung(
        "berichtigen",
        f"Berichtigt: {where} ({aufzaehlung([feld for alt in statt.values() for feld in alt])})",
        gesetzt=(*steps, *record(entry, statt, beleg)),
        beschluss=beleg.beschluss,
        hinweise=tuple(remarks(entry)),
        danach=tuple(next_steps(entry)),
    )


def _set(entry: Eintrag, ziel: Ziel, feld: str, wert: Any) -> list[Schritt]:
    if isinstance(entry, Sitzung) and is_anwesend(ziel.teil, feld):
        return anwesend_steps(entry, wert)
    return [Setzen(_art(entry), entry.kennung, (*ziel.pfad, feld), wert)]


def find_teil(bestand: Bestand, kennung: str, zu: str) -> tuple[Eintrag, Ziel]:
    """The entry that is meant, and the part of it: a Beschluss by ``x/y``, or what ``zu`` names."""
    name, _, inner = kennung.strip().partition("/")
    entry = find_in_allen(bestand, name)
    return entry, _find_ziel(entry, zu or inner)


def _group(entry: Eintrag, teil: Ziel, werte: Mapping[str, str]) -> list[tuple[Ziel, dict[str, str]]]:
    """The typed values by the part in which they stand: ``mandate.1.von`` is the field ``von`` of ``mandate.1``."""
    ziele: dict[str, Ziel] = {}
    typed: dict[str, dict[str, str]] = {}
    for pfad, text in werte.items():
        davor, _, feld = pfad.rpartition(".")
        if feld.isdecimal():
            part = _follow(entry, pfad)  # refuses an item that has no parts
            raise ablehnen(f"„{part.name}“ hat eigene Angaben.", f"Eine davon nennen: --setze {part.name}.FELD=WERT")
        ziel = _find_holder(entry, _find_below(entry, teil, davor) if davor else teil, feld)
        ziele[ziel.name] = ziel
        typed.setdefault(ziel.name, {})[feld] = text
    return [(ziele[name], werte) for name, werte in typed.items()]


def _find_holder(entry: Eintrag, ziel: Ziel, feld: str) -> Ziel:
    """Of a Beschluss and a field of the entry that are called the same (``niederschrift``) the one that has this."""
    own = getattr(entry, ziel.name, None)
    if not isinstance(own, Angabe) or feld in ordered_fields(type(ziel.teil)) or feld not in ordered_fields(type(own)):
        return ziel
    return Ziel(own, (ziel.name,), ziel.name)


def _find_below(entry: Eintrag, teil: Ziel, davor: str) -> Ziel:
    """A part by its path from another one, or, as the list of paths has it, from the entry."""
    if not teil.name:
        return _find_ziel(entry, davor)
    if davor == teil.name:
        return teil
    if "." not in teil.name and teil.pfad:  # a Beschluss or TOP, named by its Kennung alone
        below = _follow(teil.teil, davor)
        pfad = (*teil.pfad, *below.pfad)
        return Ziel(below.teil, pfad, ".".join(str(p + 1) if isinstance(p, int) else p for p in pfad))
    return _follow(entry, davor if davor.startswith(f"{teil.name}.") else f"{teil.name}.{davor}")


def make_beleg(bestand: Bestand, stichtag: date, am: date | None, beschluss: str | None, grund: str) -> Beleg:
    """When, why and by which Beschluss something is put right."""
    day = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    basis = find_beschluss(bestand, beschluss) if beschluss else None
    return Beleg(day, basis, clean_prosa("--grund", grund))


def record(entry: Eintrag, statt: Mapping[str, Mapping[str, Klartext | None]], beleg: Beleg) -> Iterator[Setzen]:
    """One Berichtigung for each part, by its name; for the entry itself (no name) one for each field."""
    groups: list[tuple[str, Mapping[str, Klartext | None]]] = []
    for name, alt in statt.items():
        groups += [(name, alt)] if name else [(feld, {feld: wert}) for feld, wert in alt.items()]
    basis: dict[str, Klartext] = {"beschluss": beleg.beschluss} if beleg.beschluss else {}
    for nr, (name, alt) in enumerate(groups, len(entry.berichtigungen)):
        stood = {feld: FEHLTE if wert is None else wert for feld, wert in alt.items()}
        wert: Klartext = {"zu": name, "am": beleg.am, "statt": stood, **basis, "grund": beleg.grund}
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


def _follow(entry: Angabe, zu: str) -> Ziel:
    """A path as people write it: ``mandate.1``, ``fassungen.2.adressaten.ministerium``."""
    teil: Any = entry
    pfad: tuple[str | int, ...] = ()
    for part in zu.split("."):
        if isinstance(teil, tuple):
            nr = find_item(teil, part)
            options = [str(n) for n in range(1, len(teil) + 1)]
            teil, pfad = (teil[nr], (*pfad, nr)) if nr is not None else (None, pfad)
        else:
            options = list(ordered_fields(type(teil))) if isinstance(teil, Angabe) else []
            teil, pfad = (getattr(teil, part, None), (*pfad, part)) if part in options else (None, pfad)
        if teil is None:
            known = [ziel.name for ziel in _walk(entry, ())] + options
            hinweis = meinten_sie(part, known, f"Möglich: {', '.join(known)}." if known else "Ohne --zu versuchen.")
            hinweis = "Nachtragen mit: netzint bearbeiten KENNUNG" if part in options else hinweis
            raise falsch(f"„{zu}“ gibt es in {getattr(entry, 'kennung', 'diesem Teil')} nicht.", hinweis)
    if not isinstance(teil, Angabe):
        liste, _, last = zu.rpartition(".")
        if last.isdecimal():
            raise falsch(f"„{zu}“ ist Teil einer Liste.", f"Alle zusammen angeben: --setze {liste}=WERT,WERT")
        raise falsch(f"„{zu}“ ist ein einzelner Wert.", f"So: --setze {zu}=WERT, ohne --zu.")
    return Ziel(teil, pfad, zu)


def _apply(ziel: Ziel, werte: Mapping[str, str], stichtag: date) -> dict[str, Klartext | None]:
    """The typed values as the fields take them; what does not fit is refused in German, with the name of the field."""
    fields = [feld for feld in ordered_fields(type(ziel.teil)) if feld not in GEMEINSAM]
    plain: dict[str, Any] = dict(to_klartext(ziel.teil))
    for feld, text in werte.items():
        if feld not in fields:
            raise falsch(
                f"Das Feld „{feld}“ gibt es hier nicht.", meinten_sie(feld, fields, f"Möglich: {', '.join(fields)}.")
            )
        if isinstance(ziel.teil, Sitzung) and is_anwesend(ziel.teil, feld):
            plain[feld] = read_anwesende(ziel.teil, text)
            continue
        _check_einzeln(ziel, feld, text)
        plain[feld] = read_wert(ziel.teil, feld, text, stichtag) if text.strip() else ""
        if plain[feld] in ("", []):
            del plain[feld]
    extra = {"kennung": ziel.teil.kennung} if isinstance(ziel.teil, Eintrag) else {}
    neu = to_klartext(require(type(ziel.teil), plain | extra))
    return {feld: neu.get(feld) for feld in werte}


def _check_einzeln(ziel: Ziel, feld: str, text: str) -> None:
    """Raises NetzintFehler for a field that holds parts of its own, unless it goes as a whole: they are corrected."""
    value = getattr(ziel.teil, feld)
    first = value[0] if isinstance(value, tuple) and value else value
    if isinstance(first, Angabe) and (text.strip() or first is not value):
        inner = f"{ziel.name}.{feld}" if ziel.name and "." in ziel.name else feld
        example = f"{inner}.1" if isinstance(value, tuple) else inner
        raise ablehnen(f"„{feld}“ hat eigene Angaben.", f"Eine davon nennen: --zu {example} --setze FELD=WERT")
