"""TOPs as they come onto a Tagesordnung: from a proposal to an entry, with its Beschlussvorlage, place and number."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import to_kennung
from netzint.vorgaenge.nummern import next_kennung
from netzint.vorgaenge.vorschlag import Vorschlag


def make_vorlagen(
    bestand: Bestand, vorschlaege: Collection[Vorschlag], stichtag: date, vergeben: Collection[str]
) -> dict[str, Beschlussvorlage]:
    """A new Beschlussvorlage for each TOP that needs one and has none, by the TOP's Kennung."""
    made: dict[str, Beschlussvorlage] = {}
    for vorschlag in vorschlaege:
        if vorschlag.antrag is None or vorschlag.vorlage is not None:
            continue
        kennung = next_kennung("bv", stichtag.year, vergeben, [bv.kennung for bv in made.values()])
        empfehlung = bestand.empfehlungen.get(vorschlag.kennung)
        made[vorschlag.kennung] = Beschlussvorlage.model_validate(
            {
                "kennung": kennung,
                "betreff": vorschlag.titel,
                "vom": stichtag,
                "antrag": vorschlag.antrag,
                "federfuehrung": empfehlung.arbeitsgruppe if empfehlung else "geschaeftsstelle",
                **({"berichterstattung": leitung} if (leitung := _leitung(bestand, empfehlung, stichtag)) else {}),
            }
        )
    return made


def tell_schreiben(vorlagen: Collection[Beschlussvorlage]) -> tuple[tuple[str, str], ...]:
    """That new Vorlagen want their text; what stands in them so far is the motion alone."""
    names = [vorlage.kennung for vorlage in vorlagen]
    if not names:
        return ()
    others = f", ebenso {', '.join(names[1:])}" if names[1:] else ""
    return ((f"netzint beschlussvorlage aendern {names[0]}", f"den Sachverhalt schreiben{others}"),)


def _leitung(bestand: Bestand, empfehlung: Any, tag: date) -> str | None:
    if empfehlung is None:
        return None
    mandate = bestand.mandate_in(empfehlung.arbeitsgruppe, tag)
    return next((m.mitglied.kennung for m in mandate if m.mandat.rolle == "leitung"), None)


def make_top(vorschlag: Vorschlag, vorlage: str | None, **mehr: Any) -> dict[str, Any]:
    """A TOP as plain data, without what is empty."""
    values = {
        "kennung": vorschlag.kennung,
        "nummer": None,
        "titel": vorschlag.titel,
        "weil": vorschlag.weil or None,
        "vorlage": vorschlag.vorlage or vorlage,
        "tischvorlage": None,
        "wiederaufnahme": vorschlag.wiederaufnahme,
        "bezug": list(vorschlag.bezug) or None,
        **mehr,
    }
    return {key: value for key, value in values.items() if value is not None}


def free_kennung(titel: str, taken: Collection[str]) -> str:
    """A Kennung for a free TOP, made of its title, that no other TOP there has."""
    base = to_kennung(titel)
    return next(k for n in range(1, len(taken) + 2) if (k := base if n == 1 else f"{base}-{n}") not in taken)


def number_tops(tops: Sequence[Tagesordnungspunkt]) -> list[str]:
    """The numbers that the Einladung fixes: 1, 2, 3 …; a sub-number like 3.1 that stands there already is kept."""
    numbers, main = [], 0
    for top in tops:
        if top.nummer and "." in top.nummer and top.nummer.partition(".")[0] == str(main):
            numbers.append(top.nummer)
        else:
            main += 1
            numbers.append(str(main))
    return numbers


def sub_nummer(numbers: Sequence[str], platz: int) -> tuple[int, str]:
    """Place and number of a TOP that comes before the one at ``platz`` once the numbers are fixed: 8.1 behind 8.

    The numbers of the others stay, because everybody has them before them; so it stands behind the sub-items there.
    """
    before = numbers[platz - 1] if platz else "0"
    main = before.partition(".")[0]
    while platz < len(numbers) and numbers[platz].partition(".")[0] == main:
        platz += 1
    used = [int(n.partition(".")[2].partition(".")[0] or 0) for n in numbers if n.partition(".")[0] == main]
    return platz, f"{main}.{max(used, default=0) + 1}"


def place_of_schluss(kennungen: Sequence[str]) -> int:
    """The number of the first of the fixed last items; behind the last TOP if there is none."""
    return next(
        (n for n, kennung in enumerate(kennungen) if kennung in ("verschiedenes", "naechste-termine")), len(kennungen)
    )


def fixed_numbers(sitzung: Sitzung) -> list[str]:
    """The number of each TOP, fixed or by its place."""
    return [top.nummer or str(n) for n, top in enumerate(sitzung.tagesordnung, 1)]
