"""What hangs on a person's Mandate: who and what is touched when they end."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand, MandatVon
from netzint.modell.mitglied import STAENDIGE, WORTE, Mitglied
from netzint.modell.sitzung import Sitzung
from netzint.recht.zustaende import agstand
from netzint.regeln.sitzlage import with_rolle
from netzint.regeln.tage import last_day

GEPLANT = ("terminiert", "eingeladen")


class Folge(NamedTuple):
    """One thing that needs a hand: of what kind, at which entry, and what to do, as a German sentence."""

    art: str
    kennung: str
    text: str


def list_folgen(bestand: Bestand, mitglied: Mitglied, gremien: Collection[str], ab: date) -> tuple[Folge, ...]:
    """What is touched when the person's Mandate in these Gremien are over from a day on."""
    return (
        *_in_ags(bestand, mitglied, gremien, ab),
        *_in_sitzungen(bestand, mitglied, gremien, ab),
        *(_in_papieren(bestand, mitglied, ab) if STRATEGIEGRUPPE in gremien else ()),
    )


def running_in(bestand: Bestand, mitglied: Mitglied, ab: date) -> tuple[MandatVon, ...]:
    """The person's Mandate that hold on a day or begin later, those in closed AGs left out."""
    held = (MandatVon(mitglied, nr, mandat) for nr, mandat in enumerate(mitglied.mandate))
    return tuple(m for m in held if last_day(m.mandat) >= ab and not _is_closed(bestand, m.mandat.gremium, ab))


def _is_closed(bestand: Bestand, gremium: str, tag: date) -> bool:
    ag = bestand.arbeitsgruppen.get(gremium)
    return ag is not None and agstand(ag, tag) == "abgeschlossen"


def _in_ags(bestand: Bestand, mitglied: Mitglied, gremien: Collection[str], ab: date) -> Iterator[Folge]:
    for held in running_in(bestand, mitglied, ab):
        ag = bestand.arbeitsgruppen.get(held.mandat.gremium)
        if ag is None:
            continue
        if ag.kennung not in gremien:
            ende = f"Das Mandat in {ag.kennung} ({WORTE[held.mandat.rolle]}) läuft weiter"
            yield Folge("AG", ag.kennung, f"{ende}; beenden: netzint mitglied abberufen {mitglied.kennung}")
        elif held.mandat.rolle == "leitung":
            yield Folge("AG-Leitung", ag.kennung, f"{ag.kennung} ist dann ohne Leitung: netzint ag mitglied")
        elif held.mandat.rolle in STAENDIGE:
            left = _staendige(bestand, ag.kennung, mitglied, ab)
            text = f"{ag.kennung} hat dann {left} von {ag.zahl_am(ab)} ständigen Mitgliedern: netzint ag mitglied"
            yield Folge("AG", ag.kennung, text)


def _staendige(bestand: Bestand, ag: str, without: Mitglied, tag: date) -> int:
    members = {m.mitglied.kennung for m in bestand.mandate_in(ag, tag) if m.mandat.rolle in STAENDIGE}
    return len(members - {without.kennung})


def _in_sitzungen(bestand: Bestand, mitglied: Mitglied, gremien: Collection[str], ab: date) -> Iterator[Folge]:
    for sitzung in sorted(bestand.sitzungen.values(), key=lambda s: (s.datum, s.kennung)):
        if sitzung.zustand in GEPLANT and sitzung.datum >= ab and sitzung.gremium in gremien:
            yield from _in_sitzung(bestand, mitglied, sitzung)
            yield from _of_led(bestand, sitzung, _led_by(bestand, mitglied, gremien, ab))


def _in_sitzung(bestand: Bestand, mitglied: Mitglied, sitzung: Sitzung) -> Iterator[Folge]:
    name = f"{sitzung.kennung.upper()} am {sitzung.datum:%d.%m.%Y}"
    if sitzung.leitung == mitglied.kennung:
        yield Folge("Sitzungsleitung", sitzung.kennung, f"{name}: die Leitung neu bestimmen")
    if sitzung.einladung and mitglied.kennung in sitzung.einladung.verteiler:
        text = f"{name}: eingeladen; ausladen und die Nachfolge oder Stellvertretung einladen"
        yield Folge("Verteiler", sitzung.kennung, text)
    elif sitzung.einladung is None:
        yield Folge("Sitzung", sitzung.kennung, f"{name}: die Einladung geht nicht mehr an diese Person")
    for top in sitzung.tagesordnung:
        vorlage = bestand.beschlussvorlagen.get(top.vorlage or "")
        if vorlage is not None and vorlage.berichterstattung == mitglied.kennung:
            text = f"{name}, TOP „{top.titel}“: die Berichterstattung neu bestimmen ({vorlage.kennung.upper()})"
            yield Folge("Berichterstattung", vorlage.kennung, text)


def _led_by(bestand: Bestand, mitglied: Mitglied, gremien: Collection[str], ab: date) -> set[str]:
    running = (m.mandat for m in running_in(bestand, mitglied, ab))
    return {m.gremium for m in running if m.rolle == "leitung" and m.gremium in gremien}


def _of_led(bestand: Bestand, sitzung: Sitzung, led: set[str]) -> Iterator[Folge]:
    """TOPs with Empfehlungen of an AG that loses its Leitung."""
    for top in sitzung.tagesordnung:
        empfehlung = bestand.empfehlungen.get(top.kennung)
        if empfehlung is not None and empfehlung.arbeitsgruppe in led:
            name = f"{sitzung.kennung.upper()} am {sitzung.datum:%d.%m.%Y}, TOP „{top.titel}“"
            text = f"{name}: wer ihn für {empfehlung.arbeitsgruppe} vorträgt, ist offen"
            yield Folge("TOP", empfehlung.kennung, text)


def _in_papieren(bestand: Bestand, mitglied: Mitglied, ab: date) -> Iterator[Folge]:
    for umlauf in bestand.umlaeufe.values():
        is_open = umlauf.abschluss is None and umlauf.entfallen is None and umlauf.frist >= ab
        if is_open and mitglied.kennung in umlauf.verteiler:
            text = f"{umlauf.kennung.upper()} läuft bis {umlauf.frist:%d.%m.%Y}: die Stimme danach zählt nicht mehr"
            yield Folge("Umlauf", umlauf.kennung, text)


def deputies_of(bestand: Bestand, sitz: str, tag: date) -> tuple[str, ...]:
    """Who stands in on a seat on a day."""
    deputies = with_rolle(bestand.mandate_nach_sitz.get(sitz, ()), "stellvertretend")
    return tuple(m.mitglied.kennung for m in deputies if m.mandat.gilt_am(tag))
