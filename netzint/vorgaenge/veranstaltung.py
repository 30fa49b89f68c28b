"""Veranstaltungen: Fachtage, Informationsveranstaltungen and other kinds; no quorum, no votes (R20)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple, get_args

from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_ag, find_thema, find_veranstaltung
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sitzung import Absage, Terminangabe, Verlegung
from netzint.modell.sprache import datum
from netzint.modell.veranstaltung import Veranstaltung
from netzint.recht.feiertage import feiertagsname
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import (
    ablehnen,
    check_nach_gruendung,
    check_nicht_kuenftig,
    clean_prosa,
    clean_zeile,
    falsch,
)
from netzint.vorgaenge.nummern import next_kennung
from netzint.vorgaenge.rahmen import parse_form, taken_days

TERMINANGABEN = get_args(Terminangabe)
"""What calendars show: that it changed is noted, so that they take the newer version."""
KEINE = ("keine", "keins", "keiner", "-")
"""What takes a value out, where a value can be left open."""


class Angaben(NamedTuple):
    """What was typed about a Veranstaltung; None: nothing."""

    titel: str | None = None
    art: str | None = None
    datum: date | None = None
    bis: date | None = None
    beginn: str | None = None
    ende: str | None = None
    ort: str | None = None
    form: str | None = None
    programm: str | None = None
    themen: tuple[str, ...] | None = None
    arbeitsgruppen: tuple[str, ...] | None = None
    oeffentlich: bool | None = None


def _clean(bestand: Bestand, angaben: Angaben) -> dict[str, Any]:
    """What was typed, checked, by field; days and times pass as they are."""
    found: dict[str, Any] = {}
    for feld in ("titel", "art", "ort"):
        text = getattr(angaben, feld)
        if text is not None:
            found[feld] = clean_zeile(f"--{feld}", text)
    if angaben.form is not None:
        found["form"] = parse_form(angaben.form)
    if angaben.programm is not None:
        found["programm"] = clean_prosa("--programm", angaben.programm)
    if angaben.themen is not None:
        found["themen"] = list(dict.fromkeys(find_thema(bestand, t).kennung for t in _chosen(angaben.themen)))
    if angaben.arbeitsgruppen is not None:
        names = _chosen(angaben.arbeitsgruppen)
        found["arbeitsgruppen"] = list(dict.fromkeys(find_ag(bestand, a).kennung for a in names))
    for feld in ("datum", "bis", "beginn", "ende", "oeffentlich"):
        if getattr(angaben, feld) is not None:
            found[feld] = getattr(angaben, feld)
    return found


def _chosen(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name.casefold() not in KEINE)


def neu(bestand: Bestand, vergeben: Collection[str], *, stichtag: date, angaben: Angaben) -> Aenderung:
    """Lay down a Veranstaltung; one that is past may be recorded later."""
    values = _clean(bestand, angaben)
    missing = [f"--{feld}" for feld in ("titel", "art", "datum") if feld not in values]
    if missing:
        raise falsch("Zu einer Veranstaltung gehören Titel, Art und Tag.", f"Es fehlt: {', '.join(missing)}.")
    kennung = next_kennung("va", stichtag.year, vergeben)
    event = require(Veranstaltung, {"kennung": kennung, **values})
    check_nach_gruendung(bestand, "--datum", event.datum)
    _check_zeiten(event)
    _refuse_double(bestand, event)
    danach = (
        (f"netzint veranstaltung zeigen {kennung}", "alle Angaben ansehen"),
        (f"netzint veranstaltung aendern {kennung}", "das Programm nachtragen"),
    )
    betreff = f"Veranstaltung {kennung.upper()} am {datum(event.datum)} angelegt"
    return Aenderung("veranstaltung-neu", betreff, (event,), hinweise=tuple(_remarks(bestand, event)), danach=danach)


def _check_zeiten(event: Veranstaltung) -> None:
    if event.bis is not None and event.bis < event.datum:
        raise falsch("Der letzte Tag (--bis) liegt vor dem ersten (--datum).", "Eines der beiden Daten berichtigen.")
    one_day = event.bis in (None, event.datum)
    if one_day and event.beginn and event.ende and event.ende <= event.beginn:
        raise falsch(
            f"Das Ende ({event.ende} Uhr) liegt nicht nach dem Beginn ({event.beginn} Uhr).",
            "Eine der Uhrzeiten berichtigen; dauert es mehrere Tage, --bis angeben.",
        )


def _refuse_double(bestand: Bestand, event: Veranstaltung) -> None:
    for other in bestand.veranstaltungen.values():
        if other.titel.casefold() == event.titel.casefold() and other.datum == event.datum and not other.entfallen:
            raise ablehnen(
                f"„{other.titel}“ am {datum(other.datum)} ist schon angelegt ({other.kennung}).",
                f"Ändern: netzint veranstaltung aendern {other.kennung}",
            )


def _remarks(bestand: Bestand, event: Veranstaltung) -> Iterator[str]:
    """What a careful office would say about the days; nothing of it forbids them."""
    own = {event.datum + timedelta(days=n) for n in range(((event.bis or event.datum) - event.datum).days + 1)}
    for tag in sorted(own):
        name = feiertagsname(tag)
        if name:
            yield f"Der {datum(tag)} ist ein Feiertag ({name})."
    for tag in sorted(own & taken_days(bestand)):
        if not _is_own_day(bestand, event, tag):
            yield f"Am {datum(tag)} ist auch eine Sitzung oder eine andere Veranstaltung."


def _is_own_day(bestand: Bestand, event: Veranstaltung, tag: date) -> bool:
    before = bestand.veranstaltungen.get(event.kennung)
    return before is not None and before.datum <= tag <= (before.bis or before.datum)


def _find_open(bestand: Bestand, text: str) -> Veranstaltung:
    found = find_veranstaltung(bestand, text)
    if found.entfallen is not None:
        raise ablehnen(f"{found.kennung} ist entfallen.", "Alle zeigt: netzint veranstaltung liste")
    if found.abgesagt is not None:
        raise ablehnen(
            f"{found.kennung} ist seit dem {datum(found.abgesagt.am)} abgesagt.",
            "Findet sie doch statt, eine neue anlegen: netzint veranstaltung neu",
        )
    return found


def verlegen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    veranstaltung: str,
    neuer_tag: date,
    bis: date | None = None,
    am: date | None = None,
    grund: str | None = None,
) -> Aenderung:
    """Move a Veranstaltung to another day; the days that were given up stay recorded."""
    found = _find_open(bestand, veranstaltung)
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    if neuer_tag == found.datum:
        raise ablehnen(f"{found.kennung} ist schon am {datum(neuer_tag)}.", "Einen anderen Tag mit --datum angeben.")
    if neuer_tag < tag:
        raise falsch(f"Der {datum(neuer_tag)} liegt in der Vergangenheit.", "Einen späteren Tag mit --datum angeben.")
    if found.datum < tag:
        raise ablehnen(
            f"{found.kennung} war schon am {datum(found.datum)}; verlegen lässt sich nur, was noch kommt.",
            "Den Tag, an dem verlegt wurde, mit --am angeben.",
        )
    reason = clean_prosa("--grund", grund) if grund is not None else None
    verlegung = to_klartext(require(Verlegung, {"von": found.datum, "am": tag, "grund": reason}))
    last = bis or (neuer_tag + (found.bis - found.datum) if found.bis else None)
    steps = [Setzen("veranstaltung", found.kennung, ("datum",), neuer_tag)]
    if last != found.bis:
        steps.append(Setzen("veranstaltung", found.kennung, ("bis",), last))
    steps.append(Setzen("veranstaltung", found.kennung, ("verlegt", len(found.verlegt)), verlegung))
    event = found.model_copy(update={"datum": neuer_tag, "bis": last})
    _check_zeiten(event)
    return Aenderung(
        "veranstaltung-verlegen",
        f"{found.kennung.upper()} vom {datum(found.datum)} auf den {datum(neuer_tag)} verlegt",
        gesetzt=tuple(steps),
        hinweise=tuple(_remarks(bestand, event)),
        danach=((f"netzint veranstaltung zeigen {found.kennung}", "alle Angaben ansehen"),),
    )


def absagen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    veranstaltung: str,
    grund: str,
    am: date | None = None,
) -> Aenderung:
    """Cancel a Veranstaltung, with the reason."""
    found = _find_open(bestand, veranstaltung)
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    if tag > (found.bis or found.datum):
        raise ablehnen(
            f"{found.kennung} war am {datum(found.datum)}; absagen lässt sich nur, was noch kommt.",
            "Den Tag der Absage mit --am angeben.",
        )
    values = to_klartext(require(Absage, {"am": tag, "grund": clean_prosa("--grund", grund)}))
    return Aenderung(
        "veranstaltung-absagen",
        f"{found.kennung.upper()} am {datum(found.datum)} abgesagt",
        gesetzt=(Setzen("veranstaltung", found.kennung, ("abgesagt",), values),),
        danach=(("netzint veranstaltung liste", "die übrigen Veranstaltungen ansehen"),),
    )


def aendern(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, veranstaltung: str, angaben: Angaben
) -> Aenderung | None:
    """Change what is said of a Veranstaltung, but for its day. None if all of it is so already.

    What is empty or the default then does not stand in the file.
    """
    found = _find_open(bestand, veranstaltung)
    values = _clean(bestand, angaben)
    if not values:
        raise falsch(
            "Es fehlt, was sich ändern soll.", "Zum Beispiel --ort oder --programm angeben; alle nennt --help."
        )
    if values.get("datum") not in (None, found.datum):
        raise falsch("Den Tag ändert ein eigener Befehl.", f"netzint veranstaltung verlegen {found.kennung} --datum …")
    values.pop("datum", None)
    after = require(Veranstaltung, {"kennung": found.kennung, **to_klartext(found), **values})
    _check_zeiten(after)
    changed = [feld for feld in values if getattr(after, feld) != getattr(found, feld)]
    if not changed:
        return None
    plain = to_klartext(after)
    steps = tuple(Setzen("veranstaltung", found.kennung, (feld,), plain.get(feld)) for feld in changed)
    moved = [feld for feld in changed if feld in TERMINANGABEN]
    if moved:
        note = {"am": stichtag, "was": moved}
        steps += (Setzen("veranstaltung", found.kennung, ("geaendert", len(found.geaendert)), note),)
    past = (f"{found.kennung} war schon am {datum(found.datum)}.",) if found.datum < stichtag else ()
    return Aenderung(
        "veranstaltung-aendern",
        f"{found.kennung.upper()} geändert ({', '.join(changed)})",
        gesetzt=steps,
        hinweise=past,
        danach=((f"netzint veranstaltung zeigen {found.kennung}", "alle Angaben ansehen"),),
    )
