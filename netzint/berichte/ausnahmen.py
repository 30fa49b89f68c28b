"""Waivers, and what of them lapses soon."""

from __future__ import annotations

from datetime import date

from netzint.berichte.tabelle import Bericht, Tabelle, Tage
from netzint.modell.ausnahme import Ausnahme
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import aufzaehlung, datum
from netzint.recht.fristen import is_bald

WORTE = {"gilt": "gilt", "endet_bald": "endet bald", "abgelaufen": "abgelaufen"}


def stand_am(bestand: Bestand, ausnahme: Ausnahme, tag: date) -> str:
    """``gilt``, ``endet_bald`` or ``abgelaufen``."""
    if ausnahme.bis < tag:
        return "abgelaufen"
    fassung = bestand.fassung(tag)
    return "endet_bald" if fassung and is_bald(ausnahme.bis, tag, fassung.fristen) else "gilt"


def liste(bestand: Bestand, stichtag: date) -> Bericht:
    """All waivers decided by a day; what ends first stands first."""
    decided = bestand.tag_des_beschlusses
    known = [a for a in bestand.ausnahmen.values() if (decided(a.beschluss) or stichtag) <= stichtag]
    known.sort(key=lambda a: (a.bis < stichtag, a.bis, a.kennung))
    soon = [a.kennung for a in known if stand_am(bestand, a, stichtag) == "endet_bald"]
    saetze = (f"Bald zu Ende: {aufzaehlung(soon)}.",) if soon else ()
    schritte = (("netzint ausnahme neu", "eine Ausnahme erneuern, wenn die Strategiegruppe das beschließt"),)
    titel = f"Ausnahmen am {datum(stichtag)}"
    tabelle = _tabelle(bestand, known, stichtag)
    return Bericht("netzint.ausnahmen/1", titel, saetze, (tabelle,), schritte if soon else ())


def _tabelle(bestand: Bestand, known: list[Ausnahme], stichtag: date) -> Tabelle:
    titles = _titles() if known else {}
    rows = tuple(
        (
            a.bis,
            Tage((a.bis - stichtag).days),
            stand_am(bestand, a, stichtag),
            a.regel,
            titles.get(a.regel, ""),
            ", ".join(a.fuer) or "alle",
            " ".join(a.grund.split()),
            a.beschluss,
            a.kennung,
        )
        for a in known
    )
    spalten = (
        ("bis", "Bis"),
        ("tage", "Wann"),
        ("stand", "Stand"),
        ("regel", "Regel"),
        ("titel", "Wovon"),
        ("fuer", "Für"),
        ("grund", "Grund"),
        ("beschluss", "Beschluss"),
        ("kennung", "Kennung"),
    )
    hidden = ("titel", "grund", "beschluss", "tage")
    return Tabelle("ausnahmen", "Ausnahmen", spalten, rows, worte=WORTE, verborgen=hidden)


def _titles() -> dict[str, str]:
    """What each rule says. Imported late: the table of all rules is long."""
    from netzint.regeln.alle import ALLE

    return {rule.code: rule.titel for rule in ALLE}
