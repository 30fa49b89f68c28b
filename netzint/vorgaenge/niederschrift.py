"""The minutes of a Sitzung: who kept them and when they were written. They are made of all that was recorded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_mitglied, find_sitzung
from netzint.modell.klartext import Klartext
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, falsch
from netzint.vorgaenge.sitzung_stand import refuse_genehmigt
from netzint.vorgaenge.sitzung_verlauf import require_offen


def niederschrift(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    fuehrung: str | None,
    am: date | None,
    stichtag: date,
) -> Aenderung | None:
    """Note who kept the minutes and when; the document is made of the rest. None if that is noted already.

    Raises NetzintFehler for a Sitzung that is not closed, and for minutes that are approved.
    """
    sitzung = find_sitzung(bestand, kennung)
    _check_stand(bestand, sitzung)
    before = sitzung.niederschrift
    tag = check_nicht_kuenftig("--am", am or (before.vom if before else stichtag), stichtag)
    if tag < sitzung.datum:
        text = f"Eine Niederschrift vom {datum(tag)} wäre älter als die Sitzung vom {datum(sitzung.datum)}."
        raise falsch(text, "Bei --am den Tag der Niederschrift angeben.")
    person = _find_fuehrung(bestand, sitzung, fuehrung or (before.fuehrung if before else None))
    if before is not None and (before.fuehrung, before.vom) == (person, tag):
        return None
    return Aenderung(
        "sitzung-niederschrift",
        f"Niederschrift der Sitzung {sitzung.kennung.upper()} vom {datum(tag)} vermerkt",
        gesetzt=_steps(sitzung, person, tag),
        hinweise=("Genehmigt wird sie in der nächsten Sitzung.",),
        danach=(
            (f"netzint sitzung verlauf {sitzung.kennung}", "den Verlauf eines TOP ergänzen"),
            (f"netzint sitzung niederschrift {sitzung.kennung}", "die Niederschrift danach neu erzeugen"),
        ),
    )


def _steps(sitzung: Sitzung, person: str, tag: date) -> tuple[Setzen, ...]:
    values: dict[str, Klartext] = {"fuehrung": person, "vom": tag}
    if sitzung.niederschrift is None:
        return (Setzen("sitzung", sitzung.kennung, ("niederschrift",), values),)
    return tuple(Setzen("sitzung", sitzung.kennung, ("niederschrift", feld), wert) for feld, wert in values.items())


def _check_stand(bestand: Bestand, sitzung: Sitzung) -> None:
    name = sitzung.kennung.upper()
    if sitzung.zustand != "durchgefuehrt":
        require_offen(bestand, sitzung.kennung)
    if not sitzung.ist_abgeschlossen:
        raise ablehnen(
            f"Die Sitzung {name} ist noch nicht abgeschlossen.",
            f"Zuerst: netzint sitzung abschliessen {sitzung.kennung} (einen Entwurf vorab zeigt: netzint dokument "
            f"erzeugen {sitzung.kennung} --art niederschrift)",
        )
    if sitzung.niederschrift and sitzung.niederschrift.genehmigt:
        raise refuse_genehmigt(sitzung)


def _find_fuehrung(bestand: Bestand, sitzung: Sitzung, named: str | None) -> str:
    """Who kept them: who was named, or whoever is the only one that may be meant."""
    if named is not None:
        return find_mitglied(bestand, named).kennung
    likely = list_fuehrungen(bestand, sitzung)
    if len(likely) == 1:
        return likely[0]
    hint = f"Angeben mit --fuehrung, z. B. --fuehrung {likely[0]}" if likely else "Angeben mit --fuehrung KENNUNG"
    raise falsch("Es fehlt, wer die Niederschrift geführt hat.", hint)


def list_fuehrungen(bestand: Bestand, sitzung: Sitzung) -> tuple[str, ...]:
    """Who usually keeps minutes: those of the Geschäftsstelle who were there, or all of them; in an AG its members."""
    gremium = GESCHAEFTSSTELLE if sitzung.gremium == STRATEGIEGRUPPE else sitzung.gremium
    people = tuple(dict.fromkeys(m.mitglied.kennung for m in bestand.mandate_in(gremium, sitzung.datum)))
    present = {a.mitglied for a in sitzung.anwesend}
    return tuple(p for p in people if p in present) or people
