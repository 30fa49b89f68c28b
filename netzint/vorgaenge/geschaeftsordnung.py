"""Acts on the Geschäftsordnung: a new Fassung from a day on, one that lies ahead changed or given up, values put right.

A new Fassung holds all that the one before it held, with what was changed. It rests on a Beschluss of the
Strategiegruppe, applies at the earliest on the day after it, and never changes what has been judged already.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.geschaeftsordnung import Fassung, Geschaeftsordnung
from netzint.modell.geschaeftsordnung_werte import WERTE, Wert, read_wert, tell_wert
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import aufzaehlung, datum
from netzint.vorgaenge.aenderung import Aenderung, Einfuegen, Setzen
from netzint.vorgaenge.angaben import ablehnen, falsch
from netzint.vorgaenge.beschlussbezug import WORTE, Beschlossen, require_angenommen
from netzint.vorgaenge.geschaeftsordnung_angaben import Schritt, read_quellen, read_werte, spell
from netzint.vorgaenge.geschaeftsordnung_lage import (
    ART,
    Widerspruch,
    check_ab,
    check_fehler,
    fassungen,
    find_kuenftige,
    require_geschaeftsordnung,
)
from netzint.vorgaenge.geschaeftsordnung_schreiben import (
    Eintragung,
    apply_schritte,
    einsetzen,
    quellenschritte,
    umsetzen,
)

ZEIGEN = ("netzint geschaeftsordnung zeigen", "alle Fassungen und ihre Unterschiede ansehen")


class Geplant(NamedTuple):
    """An act, and the Geschäftsordnung as it will be."""

    aenderung: Aenderung
    nachher: Geschaeftsordnung
    ab: date
    """The first day on which anything is different."""


class Rahmen(NamedTuple):
    """What every change needs: from which day on, on which Beschluss, and today."""

    stichtag: date
    ab: date
    beschluss: str


def aendern(
    bestand: Bestand,
    rahmen: Rahmen,
    *,
    werte: Mapping[str, str],
    quellen: Collection[str] = (),
    verlegen_auf: date | None = None,
) -> Geplant | None:
    """A new Fassung from a day on, or a change of the one that begins there; None if it would say nothing new."""
    if not werte and not quellen and verlegen_auf is None:
        raise falsch("Es fehlt, was sich ändern soll.", "Zum Beispiel --ladungsfrist 21; alles zeigt --help.")
    base = base_of(bestand, rahmen.ab)
    changed = read_werte(base, werte)
    named = read_quellen(base, quellen)
    if verlegen_auf is not None:
        return _move(bestand, rahmen, verlegen_auf, changed, named)
    if not changed and not named:
        return None
    was = tell_werte(changed)
    done = lay_down(bestand, rahmen, changed, named, vorgang="geschaeftsordnung-aendern", was=was)
    return done._replace(aenderung=tell_later(bestand, "aendern", rahmen.ab, base, changed, done.aenderung))


def tell_werte(changed: list[Schritt]) -> str:
    """The values that are different, as they are called in lists; without any it was their sources."""
    return aufzaehlung([wert.name for wert in WERTE if any(s.feld == wert.pfad for s in changed)] or ["Quellen"])


def base_of(bestand: Bestand, ab: date) -> Fassung:
    """The Fassung that a change from a day on starts from: the one that applies then."""
    known = fassungen(bestand)
    if ab < known[0].gilt_ab:
        raise ablehnen(
            f"Die Geschäftsordnung ist erst ab dem {datum(known[0].gilt_ab)} erfasst.", "Einen späteren Tag angeben."
        )
    return max((f for f in known if f.gilt_ab <= ab), key=lambda f: f.gilt_ab)


def lay_down(
    bestand: Bestand,
    rahmen: Rahmen,
    changed: list[Schritt],
    named: Mapping[str, str],
    *,
    vorgang: str,
    was: str,
) -> Geplant:
    """The changes as a new Fassung, or in the one that begins on this day if it lies ahead."""
    decided = require_angenommen(bestand, rahmen.beschluss)
    check_ab(bestand, rahmen.ab, decided.am, rahmen.stichtag, changed)
    base = base_of(bestand, rahmen.ab)
    all_of_it = [*changed, *quellenschritte(base, changed, named, f"Beschluss {decided.kennung}")]
    if base.gilt_ab == rahmen.ab:
        nr = fassungen(bestand).index(base)
        if base.beschluss != decided.kennung:
            all_of_it.append(Schritt(("beschluss",), decided.kennung))
        steps: tuple[Eintragung, ...] = tuple(umsetzen(nr, all_of_it))
        betreff = f"Geschäftsordnung ab {datum(rahmen.ab)} geändert ({was})"
    else:
        first = (Schritt(("gilt_ab",), rahmen.ab), Schritt(("beschluss",), decided.kennung))
        nr, steps = einsetzen(bestand, require(Fassung, apply_schritte(to_klartext(base), (*first, *all_of_it))))
        betreff = f"Geschäftsordnung in neuer Fassung ab {datum(rahmen.ab)} ({was})"
    return finish(bestand, rahmen.ab, rahmen.stichtag, steps, Aenderung(
        vorgang, betreff, gesetzt=steps, beschluss=decided.kennung, hinweise=tuple(_remarks(decided)), danach=(ZEIGEN,)
    ))  # fmt: skip


def finish(
    bestand: Bestand,
    ab: date,
    stichtag: date,
    steps: tuple[Eintragung, ...],
    aenderung: Aenderung,
    widerspruch: Widerspruch = check_fehler,
) -> Geplant:
    """The act with what it makes of the Geschäftsordnung. Raises NetzintFehler for what then would be wrong."""
    before = require_geschaeftsordnung(bestand)
    after = require(Geschaeftsordnung, {"kennung": ART, **apply_schritte(to_klartext(before), map(_inner, steps))})
    widerspruch(bestand, bestand.replaced([after]), ab, stichtag)
    return Geplant(aenderung, after, ab)


def _inner(step: Eintragung) -> Schritt:
    return Schritt(step.feld, step.wert, einfuegen=isinstance(step, Einfuegen))


def _remarks(decided: Beschlossen) -> Iterator[str]:
    if decided.antrag.art != "sonstiges":
        yield f"{decided.kennung} beschließt {WORTE[decided.antrag.art]}; bitte prüfen, ob das der richtige ist."


def tell_later(
    bestand: Bestand, befehl: str, ab: date, base: Fassung, changed: list[Schritt], aenderung: Aenderung
) -> Aenderung:
    """What a Fassung that comes later makes of it: it was laid down before and holds the old values."""
    hints, steps = list(aenderung.hinweise), []
    for later in (f for f in fassungen(bestand) if f.gilt_ab > ab):
        back = [(w, s) for w in WERTE for s in changed if s.feld == w.pfad and _is_back(later, base, w)]
        if back:
            what = aufzaehlung([f"{w.name} ({tell_wert(w, read_wert(later, w))})" for w, _ in back])
            hints.append(
                f"Die Fassung ab {datum(later.gilt_ab)} steht schon fest und hat noch den alten Stand: {what}."
            )
            options = " ".join(f"--{w.option} {spell(w, s.wert)}" for w, s in back)
            steps.append((f"netzint geschaeftsordnung {befehl} --ab {later.gilt_ab} {options}", "auch dort ändern"))
    return aenderung._replace(hinweise=tuple(hints), danach=(*steps[:2], *aenderung.danach))


def _is_back(later: Fassung, base: Fassung, wert: Wert) -> bool:
    return bool(read_wert(later, wert) == read_wert(base, wert))


def _move(
    bestand: Bestand, rahmen: Rahmen, tag: date, changed: list[Schritt], named: Mapping[str, str]
) -> Geplant | None:
    """Another first day for a Fassung that lies ahead."""
    if changed or named:
        raise falsch("--verlegen-auf geht nur allein.", "Zuerst die Fassung verlegen, dann ihre Werte ändern.")
    nr, fassung = find_kuenftige(bestand, rahmen.ab, rahmen.stichtag)
    if tag == fassung.gilt_ab:
        return None
    decided = require_angenommen(bestand, rahmen.beschluss)
    check_ab(bestand, tag, decided.am, rahmen.stichtag, [])
    others = [f.gilt_ab for n, f in enumerate(fassungen(bestand)) if n != nr]
    low = max((day for day in others if day < fassung.gilt_ab), default=date.min)
    high = min((day for day in others if day > fassung.gilt_ab), default=date.max)
    if not low < tag < high:
        clash = low if tag <= low else high
        raise ablehnen(
            f"Dann stünde sie nicht mehr an ihrem Platz: Ab dem {datum(clash)} gilt eine andere Fassung.",
            "Einen anderen Tag angeben, oder die andere Fassung zuerst ändern.",
        )
    step: tuple[Eintragung, ...] = (Setzen(ART, ART, ("fassungen", nr, "gilt_ab"), tag),)
    if fassung.beschluss != decided.kennung:
        step += (Setzen(ART, ART, ("fassungen", nr, "beschluss"), decided.kennung),)
    betreff = f"Geschäftsordnung: Die Fassung ab {datum(fassung.gilt_ab)} gilt erst ab {datum(tag)}"
    if tag < fassung.gilt_ab:
        betreff = f"Geschäftsordnung: Die Fassung ab {datum(fassung.gilt_ab)} gilt schon ab {datum(tag)}"
    aenderung = Aenderung(
        "geschaeftsordnung-aendern", betreff, gesetzt=step, beschluss=decided.kennung, danach=(ZEIGEN,)
    )
    return finish(bestand, min(tag, fassung.gilt_ab), rahmen.stichtag, step, aenderung)


def aufheben(bestand: Bestand, rahmen: Rahmen) -> Geplant:
    """Take out a Fassung that lies ahead: the Strategiegruppe has thought better of it."""
    decided = require_angenommen(bestand, rahmen.beschluss)
    nr, fassung = find_kuenftige(bestand, rahmen.ab, rahmen.stichtag)
    if fassung.beschluss == decided.kennung:
        raise ablehnen(
            f"Auf {decided.kennung} beruht diese Fassung; aufgehoben ist sie damit nicht.",
            "Den Beschluss nennen, der sie aufhebt; war sie ein Versehen: netzint zuruecknehmen VORGANG",
        )
    step = (Setzen(ART, ART, ("fassungen", nr), None),)
    betreff = f"Geschäftsordnung: Die künftige Fassung ab {datum(fassung.gilt_ab)} ist aufgehoben"
    aenderung = Aenderung(
        "geschaeftsordnung-aufheben", betreff, gesetzt=step, beschluss=decided.kennung, danach=(ZEIGEN,)
    )
    return finish(bestand, fassung.gilt_ab, rahmen.stichtag, step, aenderung)
