"""``ag einsetzen``, ``ag verlaengern``: record what was decided, or prepare the decision."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, NamedTuple, cast

from netzint.modell.antrag import AgEinsetzen, AgVerlaengern
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_ag, find_thema
from netzint.modell.meldungen import require
from netzint.modell.sprache import datum
from netzint.modell.thema import Thema
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.arbeitsgruppe import (
    check_verlaengerung,
    einsetzen,
    find_leitung,
    verlaengern,
)
from netzint.vorgaenge.beschlussbezug import require_beschluss
from netzint.vorgaenge.beschlussvorlage import bereite_vor
from netzint.vorgaenge.kennungen import choose_kennung
from netzint.vorgaenge.rahmen import ENTFAELLT

PERSONEN = 40
"""The Kennung of an AG leaves room for those of its people and Sitzungen, which begin with it."""

LANG = 4
"""Years: an AG is set up for one or two, and prolonged for less."""


class Einsetzung(NamedTuple):
    """What was typed about a new AG."""

    kennung: str | None = None
    name: str | None = None
    thema: str | None = None
    auftrag: str | None = None
    mitglieder: int | None = None
    von: date | None = None
    bis: date | None = None


def setze_ein(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    angaben: Einsetzung,
    beschluss: str | None = None,
    sachverhalt: str | None = None,
) -> Aenderung:
    """Record the AG that a Beschluss set up; without one prepare the Beschlussvorlage.

    An AG that began before everything was recorded (``erfasst_ab``) is recorded without a Beschluss.
    """
    if beschluss is not None:
        decided = require_beschluss(bestand, beschluss, "ag_einsetzen", _kennung(angaben))
        antrag = _fill(cast(AgEinsetzen, decided.antrag), _typed(bestand, angaben))
        return einsetzen(bestand, antrag, decided.kennung, decided.am)
    antrag = _antrag(bestand, vergeben, angaben)
    von = antrag.von or stichtag
    if bestand.netzwerk is not None and von < bestand.netzwerk.erfasst_ab:
        return _with_dauer(einsetzen(bestand, antrag, None, None), von, antrag.bis)
    if von < stichtag and not _can_be_decided(bestand, von):
        raise ablehnen(
            f"Eine AG, die am {datum(von)} begonnen hat, braucht den Beschluss, der sie eingesetzt hat.",
            "Ihn mit --beschluss nennen, z. B. sg-2026-03/einsetzung-wohnen, oder ein künftiges --ab angeben. Ist die "
            "Sitzung noch nicht eingetragen, zuerst: netzint sitzung neu --nachtragen",
        )
    prepared = bereite_vor(
        bestand, vergeben, stichtag=stichtag, vorgang="ag-einsetzen", antrag=antrag.model_dump(exclude_none=True),
        betreff=f"Einsetzung der {antrag.name}", sachverhalt=sachverhalt,
    )  # fmt: skip
    return _with_dauer(prepared, von, antrag.bis)


def _with_dauer(aenderung: Aenderung, von: date, bis: date | None) -> Aenderung:
    """The same with a word about a period of many years, which is mostly a slip of the pen."""
    if bis is None or (bis - von).days <= LANG * 365:
        return aenderung
    remark = f"Der Zeitraum geht vom {datum(von)} bis zum {datum(bis)}, länger als {LANG} Jahre; stimmt das Jahr?"
    return aenderung._replace(hinweise=(*aenderung.hinweise, remark))


def _can_be_decided(bestand: Bestand, von: date) -> bool:
    """Whether a Sitzung up to that day waits for its votes, as one does that is recorded late."""
    sitzungen = (s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand not in ENTFAELLT)
    return any(s.datum <= von and not s.ist_abgeschlossen for s in sitzungen)


def _kennung(angaben: Einsetzung) -> str:
    if angaben.kennung is None:
        return ""
    name = angaben.kennung.strip().lower()
    return name if name.startswith("ag-") else f"ag-{name}"


def _typed(bestand: Bestand, angaben: Einsetzung) -> dict[str, Any]:
    """What was typed, as the motion has it."""
    values = {
        "name": clean_name(angaben.name) if angaben.name is not None else None,
        "thema": find_thema(bestand, angaben.thema).kennung if angaben.thema is not None else None,
        "auftrag": clean_prosa("--auftrag", angaben.auftrag) if angaben.auftrag is not None else None,
        "staendige_mitglieder": angaben.mitglieder,
        "von": angaben.von,
        "bis": angaben.bis,
    }
    return {key: value for key, value in values.items() if value is not None}


def clean_name(text: str) -> str:
    """The name of an AG; all of them begin with „AG“."""
    name = clean_zeile("--name", text)
    return name if name.casefold().startswith(("ag ", "arbeitsgruppe")) else f"AG „{name.strip('„“')}“"


_OPTIONEN = {
    "name": "--name",
    "thema": "--thema",
    "auftrag": "--auftrag",
    "staendige_mitglieder": "--mitglieder",
    "von": "--ab",
    "bis": "--bis",
}


def _fill(antrag: AgEinsetzen, typed: dict[str, Any]) -> AgEinsetzen:
    """The motion that was voted on, with what it does not say itself; it is never contradicted."""
    for feld, wert in typed.items():
        decided = getattr(antrag, feld)
        if decided is not None and decided != wert:
            shown = datum(decided) if isinstance(decided, date) else " ".join(str(decided).split())
            raise ablehnen(
                f"Beschlossen ist bei {_OPTIONEN[feld]}: {shown}.",
                f"{_OPTIONEN[feld]} weglassen; es gilt, was beschlossen ist.",
            )
    return antrag.model_copy(update=typed)


def _antrag(bestand: Bestand, vergeben: Collection[str], angaben: Einsetzung) -> AgEinsetzen:
    """The complete motion. Raises NetzintFehler if something is missing or cannot be."""
    typed = _typed(bestand, angaben)
    missing = [option for feld, option in _OPTIONEN.items() if feld not in typed and feld != "name"]
    if missing:
        raise falsch(
            "Zu einer Einsetzung gehören Thema, Auftrag, Zahl der ständigen Mitglieder und Zeitraum.",
            f"Es fehlt: {', '.join(missing)}.",
        )
    thema = find_thema(bestand, typed["thema"])
    _check_zeitraum(bestand, thema, typed)
    typed.setdefault("name", f"AG „{thema.titel}“")
    base = thema.kennung.removeprefix("thema-")
    kennung = choose_kennung("ag", base, vergeben, angaben.kennung)
    if len(kennung) > PERSONEN:
        raise falsch(f"Die Kennung {kennung} ist zu lang.", f"Mit --kennung eine mit höchstens {PERSONEN} Zeichen.")
    return require(AgEinsetzen, {"art": "ag_einsetzen", "ag": kennung, **typed})


def _check_zeitraum(bestand: Bestand, thema: Thema, typed: dict[str, Any]) -> None:
    if bestand.netzwerk is not None and typed["von"] < bestand.netzwerk.gegruendet:
        text = f"Der {datum(typed['von'])} liegt vor der Gründung des Netzwerks."
        raise falsch(text, "--ab prüfen; meist ist es ein Schreibfehler im Jahr.")
    if typed["bis"] < typed["von"]:
        raise falsch("Das Ende (--bis) liegt vor dem Beginn (--ab).", "Eines der beiden Daten berichtigen.")
    _check_zahl(typed["staendige_mitglieder"])
    if thema.bis is not None and thema.bis < typed["von"]:
        raise ablehnen(
            f"{thema.kennung} wird seit dem {datum(thema.bis)} nicht mehr verfolgt.",
            "Ein anderes Thema nennen oder eines aufnehmen: netzint thema neu",
        )


def _check_zahl(zahl: int | None) -> None:
    if zahl is not None and zahl < 1:
        raise falsch("Eine AG hat mindestens ein ständiges Mitglied.", "Bei --mitglieder eine Zahl ab 1 angeben.")


def verlaengere(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    ag: str,
    bis: date | None = None,
    mitglieder: int | None = None,
    beschluss: str | None = None,
    sachverhalt: str | None = None,
) -> Aenderung:
    """Record the Verlängerung that a Beschluss decided; without one prepare the Beschlussvorlage."""
    found = find_ag(bestand, ag)
    if beschluss is not None:
        decided = require_beschluss(bestand, beschluss, "ag_verlaengern", found.kennung)
        antrag = cast(AgVerlaengern, decided.antrag)
        _check_same("--bis", bis, antrag.bis)
        _check_same("--mitglieder", mitglieder, antrag.staendige_mitglieder)
        return verlaengern(bestand, antrag, decided.kennung)
    if bis is None:
        raise falsch("Es fehlt, bis wann verlängert wird.", "Bitte --bis angeben.")
    _check_zahl(mitglieder)
    antrag = require(
        AgVerlaengern,
        {"art": "ag_verlaengern", "ag": found.kennung, "bis": bis, "staendige_mitglieder": mitglieder},
    )
    if bestand.netzwerk is not None and found.ende + timedelta(days=1) < bestand.netzwerk.erfasst_ab:
        return _with_dauer(verlaengern(bestand, antrag, None), found.ende, bis)
    check_verlaengerung(found, bis)
    prepared = bereite_vor(
        bestand, vergeben, stichtag=stichtag, vorgang="ag-verlaengern", antrag=antrag.model_dump(exclude_none=True),
        betreff=f"Verlängerung der {found.name}", sachverhalt=sachverhalt,
        berichterstattung=find_leitung(bestand, found, stichtag),
    )  # fmt: skip
    return _with_dauer(prepared, found.ende, bis)


def _check_same(option: str, typed: object, decided: object) -> None:
    if typed is not None and typed != decided:
        shown = datum(decided) if isinstance(decided, date) else decided if decided is not None else "keine Angabe"
        raise ablehnen(f"Beschlossen ist bei {option}: {shown}.", f"{option} weglassen; es gilt, was beschlossen ist.")
