"""Vorgänge around Sitzungen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from netzint.modell.aehnlich import meinten_sie
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum as datum_in_worten
from netzint.modell.sprache import to_kennung
from netzint.vorgaenge import tagesordnung
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.nummern import next_kennung
from netzint.vorgaenge.rahmen import (
    ENTFAELLT,
    Rahmen,
    Wunsch,
    apply_wunsch,
    check_datum,
    clean_zeile,
    propose_day,
    propose_rahmen,
    remarks,
)
from netzint.vorgaenge.tagesordnung import Anlass, Vorschlag


def next_steps(kennung: str) -> tuple[tuple[str, str], ...]:
    """What makes sense after a Sitzung was laid down."""
    return (
        (f"netzint sitzung zeigen {kennung}", "die Tagesordnung ansehen; ändern lässt sie sich in der Datei"),
        (f"netzint dokument erzeugen {kennung}", "die Unterlagen nach einer Änderung neu erzeugen"),
        ("netzint lage", "sehen, was als Nächstes ansteht"),
    )


def plane(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    wunsch: Wunsch,
    ohne: Collection[str] = (),
    mit: Collection[str] = (),
) -> Aenderung:
    """:func:`neu`, with proposals for what was not asked for."""
    rahmen = apply_wunsch(propose_rahmen(bestand, stichtag), wunsch)
    return neu(bestand, vergeben, stichtag=stichtag, rahmen=rahmen, ohne=ohne, mit=mit)


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    rahmen: Rahmen,
    ohne: Collection[str] = (),
    mit: Collection[str] = (),
) -> Aenderung:
    """Lay down the next Sitzung with the Tagesordnung that the Bestand asks for.

    ``vergeben`` are the Kennungen known in HEAD and all refs. Raises NetzintFehler if the day is past or taken by
    another Sitzung of the Strategiegruppe, or if ``ohne`` names a TOP that is not proposed or always stands there.
    """
    check_datum(bestand, stichtag, rahmen.datum)
    vorschlaege = compute_vorschlaege(bestand, stichtag, rahmen.datum)
    chosen = _with_free(_without(vorschlaege, ohne), mit)
    kennung = next_kennung("sg", stichtag.year, vergeben)
    vorlagen = _make_vorlagen(bestand, chosen, stichtag, vergeben)
    sitzung = _make_sitzung(kennung, rahmen, chosen, {v: bv.kennung for v, bv in vorlagen.items()})
    betreff = f"Sitzung {kennung.upper()} am {datum_in_worten(rahmen.datum)} angelegt"
    hinweise = remarks(bestand, stichtag, rahmen.datum)
    return Aenderung("sitzung-neu", betreff, neu=(sitzung, *vorlagen.values()), hinweise=hinweise)


def compute_vorschlaege(bestand: Bestand, stichtag: date, tag: date) -> tuple[Vorschlag, ...]:
    """The proposed TOPs of a Sitzung of the Strategiegruppe on a day."""
    later = [s.datum for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.datum > tag and s.zustand not in ENTFAELLT]
    danach = min(later, default=None) or propose_day(bestand, stichtag, tag)
    geplant = tagesordnung.planned_before(bestand, tag)
    return tagesordnung.propose_tagesordnung(Anlass(bestand, stichtag, tag, danach, geplant))


def _without(vorschlaege: tuple[Vorschlag, ...], ohne: Collection[str]) -> tuple[Vorschlag, ...]:
    by_kennung = {v.kennung: v for v in vorschlaege}
    names = [name.lower() for name in ohne]
    for name in names:
        found = by_kennung.get(name)
        if found is None:
            options = [v.kennung for v in vorschlaege if not v.fest]
            hinweis = meinten_sie(name, options, f"Weglassen kann man: {', '.join(options) or 'nichts'}.")
            raise NetzintFehler(f"„{name}“ steht nicht auf der Tagesordnung.", hinweis, Ausgang.AUFRUF)
        if found.fest:
            raise NetzintFehler(
                f"„{found.titel}“ steht auf jeder Tagesordnung.",
                "Diesen Punkt nicht mit --ohne weglassen.",
                Ausgang.AUFRUF,
            )
    return tuple(v for v in vorschlaege if v.kennung not in names)


def _with_free(vorschlaege: tuple[Vorschlag, ...], mit: Collection[str]) -> tuple[Vorschlag, ...]:
    """Free TOPs before the fixed last ones: the list of the group's tasks is open (R19)."""
    result = list(vorschlaege)
    position = next((i for i, v in enumerate(result) if v.kennung == "verschiedenes"), len(result))
    for titel in (clean_zeile("--mit", text) for text in mit):
        taken = {v.kennung for v in result}
        base = to_kennung(titel)
        kennung = next(k for n in range(1, len(taken) + 2) if (k := base if n == 1 else f"{base}-{n}") not in taken)
        result.insert(position, Vorschlag(kennung, titel, "von der Geschäftsstelle angemeldet"))
        position += 1
    return tuple(result)


def _make_vorlagen(
    bestand: Bestand, vorschlaege: tuple[Vorschlag, ...], stichtag: date, vergeben: Collection[str]
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


def _leitung(bestand: Bestand, empfehlung: Any, tag: date) -> str | None:
    if empfehlung is None:
        return None
    mandate = bestand.mandate_in(empfehlung.arbeitsgruppe, tag)
    return next((m.mitglied.kennung for m in mandate if m.mandat.rolle == "leitung"), None)


def _make_sitzung(
    kennung: str, rahmen: Rahmen, vorschlaege: tuple[Vorschlag, ...], vorlagen: dict[str, str]
) -> Sitzung:
    tops = [
        {
            "kennung": v.kennung,
            "titel": v.titel,
            "weil": v.weil or None,
            "vorlage": v.vorlage or vorlagen.get(v.kennung),
            "wiederaufnahme": v.wiederaufnahme,
            "bezug": v.bezug,
        }
        for v in vorschlaege
    ]
    values = {"kennung": kennung, "gremium": STRATEGIEGRUPPE, **rahmen._asdict(), "tagesordnung": tops}
    return Sitzung.model_validate(values)
