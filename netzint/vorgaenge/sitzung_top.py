"""``sitzung top neu``, ``verschieben`` and ``streichen``: freely before the Einladung, afterwards so that it shows."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_beschluss, find_in_allen, find_vorlage
from netzint.modell.grund import ordered_fields
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import aufzaehlung
from netzint.regeln.beschlusslage import find_beschluss as find_lage
from netzint.regeln.beschlusslage import why_not_again
from netzint.regeln.vorlagenstand import is_entschieden
from netzint.vorgaenge.aenderung import Aenderung, Einfuegen, Schritt, Setzen, Verschieben
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.fehlt import FehltNoch
from netzint.vorgaenge.sitzung_punkte import fixed_numbers, free_kennung, place_of_schluss, sub_nummer
from netzint.vorgaenge.sitzung_stand import FESTE, is_eingeladen, require_offene_tagesordnung, setze
from netzint.vorgaenge.tops import find_top


class Punkt(NamedTuple):
    """A TOP as it is asked for; None: not given."""

    titel: str
    weil: str | None = None
    vorlage: str | None = None
    bezug: tuple[str, ...] = ()
    wiederaufnahme: str | None = None
    oeffentlich: bool = False


def _platz(sitzung: Sitzung, vor: str | None, hinter: str | None) -> int:
    """Where something new, or moved, comes to stand: the number of the TOP it comes before."""
    if vor and hinter:
        raise falsch("--vor und --hinter gehen nicht zugleich.", "Nur eine der beiden Angaben machen.")
    kennungen = [top.kennung for top in sitzung.tagesordnung]
    ende = place_of_schluss(kennungen)
    platz = find_top(sitzung, vor) if vor else find_top(sitzung, hinter) + 1 if hinter else ende
    anfang = next((n for n, k in enumerate(kennungen) if k not in FESTE[:2]), len(kennungen))
    if not anfang <= platz <= ende:
        text = "Begrüßung und Tagesordnung bleiben am Anfang, Verschiedenes und die nächsten Termine am Ende."
        raise ablehnen(text, "Einen Platz dazwischen nennen.")
    return platz


def neu(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    punkt: Punkt,
    vor: str | None = None,
    hinter: str | None = None,
) -> Aenderung:
    """Put a free TOP onto a Tagesordnung; after the Einladung as Tischvorlage, with a sub-number at its place."""
    sitzung = require_offene_tagesordnung(bestand, kennung)
    platz = _platz(sitzung, vor, hinter)
    betreff = find_vorlage(bestand, punkt.vorlage).betreff if punkt.vorlage and not punkt.titel else ""
    titel = clean_zeile("TITEL", punkt.titel or betreff)
    wert: dict[str, Any] = {"kennung": free_kennung(titel, {top.kennung for top in sitzung.tagesordnung})}
    late = is_eingeladen(sitzung)
    if late:
        platz, wert["nummer"] = sub_nummer(fixed_numbers(sitzung), platz)
    wert |= {"titel": titel, "weil": clean_zeile("--weil", punkt.weil or "von der Geschäftsstelle angemeldet")}
    wert |= find_links(bestand, sitzung, punkt)
    wert |= {"tischvorlage": True} if late else {}
    wert = {feld: wert[feld] for feld in ordered_fields(Tagesordnungspunkt) if feld in wert}
    how = f" als Tischvorlage (TOP {wert['nummer']})" if late else ""
    return Aenderung(
        "sitzung-top-neu",
        f"Punkt {wert['kennung']} auf die Tagesordnung von {sitzung.kennung.upper()} genommen{how}",
        gesetzt=(Einfuegen("sitzung", sitzung.kennung, ("tagesordnung", platz), wert),),
        danach=_danach(sitzung),
    )


def find_links(
    bestand: Bestand, sitzung: Sitzung, punkt: Punkt, own: Tagesordnungspunkt | None = None
) -> dict[str, Any]:
    """What a TOP (``own``, if it is there already) is to name. Raises NetzintFehler for what is not there or taken."""
    found: dict[str, Any] = {}
    if punkt.vorlage:
        vorlage = find_vorlage(bestand, punkt.vorlage)
        taken = next((t.titel for t in sitzung.tagesordnung if t.vorlage == vorlage.kennung and t is not own), None)
        why = f"steht schon beim Punkt „{taken}“" if taken else "ist entfallen" if vorlage.entfallen else ""
        if why := why or ("ist schon entschieden" if is_entschieden(bestand, vorlage) else ""):
            raise ablehnen(f"{vorlage.kennung.upper()} {why}.", "Eine andere Beschlussvorlage nennen.")
        found["vorlage"] = vorlage.kennung
    if punkt.oeffentlich:
        found["oeffentlich"] = True
    if punkt.wiederaufnahme:
        found["wiederaufnahme"] = again = find_beschluss(bestand, punkt.wiederaufnahme)
        lage = find_lage(bestand, again)
        if lage is not None and (why := why_not_again(sitzung, lage)):
            hinweis = "Wieder aufgenommen wird, was offen geblieben ist; alle Beschlüsse zeigt: netzint beschluesse"
            raise ablehnen(f"{again} lässt sich nicht wieder aufnehmen: {why}.", hinweis)
    for text in punkt.bezug:
        name = text.strip().lower()
        seat = name if name in bestand.alle_sitze else None
        found.setdefault("bezug", []).append(seat or find_in_allen(bestand, text).kennung)
    return found


def verschieben(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    top: str,
    stichtag: date,
    vor: str | None = None,
    hinter: str | None = None,
    grund: str | None = None,
) -> Aenderung | None:
    """Move a TOP; None if it stands there already. After the Einladung with a reason, and a sub-number at its place."""
    sitzung = require_offene_tagesordnung(bestand, kennung)
    nr = find_top(sitzung, top)
    punkt = sitzung.tagesordnung[nr]
    _check_beweglich(sitzung, punkt, "verschieben")
    if not (vor or hinter):
        raise falsch("Es fehlt, wohin der Punkt soll.", "Mit --vor oder --hinter einen anderen Punkt nennen.")
    platz = _platz(sitzung, vor, hinter)
    if platz in (nr, nr + 1):
        return None
    steps: list[Schritt] = []
    now = ""
    if is_eingeladen(sitzung):
        reason = _require_grund(grund, "Die Einladung ist versandt; eine Umstellung braucht einen Grund.")
        platz, steps, now = _renumber(sitzung, nr, platz, stichtag, reason)
    steps.append(Verschieben("sitzung", sitzung.kennung, ("tagesordnung", nr), platz - (platz > nr)))
    return Aenderung(
        "sitzung-top-verschieben",
        f"Punkt {punkt.kennung} von {sitzung.kennung.upper()} umgestellt{now}",
        gesetzt=tuple(steps),
        danach=_danach(sitzung),
    )


def _renumber(sitzung: Sitzung, nr: int, platz: int, stichtag: date, grund: str) -> tuple[int, list[Schritt], str]:
    """Place and steps of a TOP that moves after the Einladung, and a word about it; the old number stays on record."""
    numbers = fixed_numbers(sitzung)
    platz, number = sub_nummer(numbers, platz)
    moved = {"am": stichtag, "nummer": numbers[nr], "grund": grund}
    place = len(sitzung.tagesordnung[nr].umgestellt)
    steps: list[Schritt] = [
        setze(sitzung, "tagesordnung", nr, "nummer", wert=number),
        setze(sitzung, "tagesordnung", nr, "umgestellt", place, wert=moved),
    ]
    return platz, steps, f" (jetzt TOP {number})"


def streichen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    top: str,
    stichtag: date,
    grund: str | None = None,
    am: date | None = None,
    mit_vorlage: bool = False,
) -> Aenderung:
    """Take a TOP off. After the Einladung it keeps its place and number and is marked as abgesetzt, with the reason."""
    sitzung = require_offene_tagesordnung(bestand, kennung)
    nr = find_top(sitzung, top)
    punkt = sitzung.tagesordnung[nr]
    _check_beweglich(sitzung, punkt, "streichen")
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    late = is_eingeladen(sitzung)
    if late:
        reason = _require_grund(grund, "Die Einladung ist versandt; eine Absetzung braucht einen Grund.")
        steps: list[Schritt] = [setze(sitzung, "tagesordnung", nr, "abgesetzt", wert={"am": tag, "grund": reason})]
    else:
        steps = [setze(sitzung, "tagesordnung", nr, wert=None)]
    if mit_vorlage:
        steps += _give_back(bestand, sitzung, punkt, tag, grund)
    verb = "abgesetzt" if late else "gestrichen"
    return Aenderung(
        "sitzung-top-streichen",
        f"Punkt {punkt.kennung} von {sitzung.kennung.upper()} {verb}",
        gesetzt=tuple(steps),
        hinweise=("Was davon noch offen ist, schlägt die nächste Tagesordnung von selbst wieder vor.",),
        danach=_danach(sitzung),
    )


def _require_grund(grund: str | None, satz: str) -> str:
    if not grund:
        raise FehltNoch("grund", satz, "Den Grund mit --grund angeben.")
    return clean_prosa("--grund", grund)


def _give_back(
    bestand: Bestand, sitzung: Sitzung, punkt: Tagesordnungspunkt, tag: date, grund: str | None
) -> list[Schritt]:
    """The Beschlussvorlage goes with its TOP: its number is not used any more."""
    reason = _require_grund(grund, "Soll auch die Beschlussvorlage entfallen, braucht das einen Grund.")
    vorlage = bestand.beschlussvorlagen.get(punkt.vorlage or "")
    if vorlage is None:
        raise falsch(f"Der Punkt „{punkt.titel}“ hat keine Beschlussvorlage.", "--mit-vorlage weglassen.")
    tops = [
        (s.kennung, t.kennung) for s in bestand.sitzungen.values() for t in s.tagesordnung if t.vorlage == punkt.vorlage
    ]
    others = sorted({s for s, t in tops} - {sitzung.kennung})
    if others:
        text = (
            f"{vorlage.kennung.upper()} steht auch auf der Tagesordnung von {aufzaehlung([o.upper() for o in others])}."
        )
        raise ablehnen(text, "--mit-vorlage weglassen.")
    return [Setzen("beschlussvorlage", vorlage.kennung, ("entfallen",), {"am": tag, "grund": reason})]


def _check_beweglich(sitzung: Sitzung, punkt: Tagesordnungspunkt, verb: str) -> None:
    if punkt.kennung in FESTE:
        raise ablehnen(
            f"„{punkt.titel}“ steht fest auf jeder Tagesordnung und lässt sich nicht {verb}.",
            "Einen anderen Punkt nennen.",
        )
    if punkt.beschluesse:
        text = (
            f"Zu „{punkt.titel}“ ist in {sitzung.kennung.upper()} schon beschlossen; der Punkt lässt sich nicht {verb}."
        )
        raise ablehnen(text, "Einen Fehler im Beschluss berichtigt: netzint berichtigen")
    if punkt.abgesetzt:
        raise ablehnen(f"„{punkt.titel}“ ist schon abgesetzt.", f"Ansehen: netzint sitzung zeigen {sitzung.kennung}")


def _danach(sitzung: Sitzung) -> tuple[tuple[str, str], ...]:
    k = sitzung.kennung
    return (
        (f"netzint sitzung zeigen {k}", "die Tagesordnung ansehen"),
        (f"netzint dokument erzeugen {k}", "die Unterlagen neu erzeugen"),
    )
