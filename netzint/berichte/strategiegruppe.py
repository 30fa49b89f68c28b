"""The twelve seats on a day: who sits there, since when, who stands in, what is vacant."""

from __future__ import annotations

from datetime import date

from netzint.berichte.fristquellen import stelle_kurz
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.geschaeftsordnung import BANKNAMEN, Sitz
from netzint.modell.sprache import datum
from netzint.recht.abstimmung import Sitzlage, find_quorum
from netzint.regeln.eignung import lack_on
from netzint.regeln.sitzlage import with_rolle

SPALTEN = (
    ("bank", "Bank"),
    ("sitz_name", "Sitz"),
    ("name", "Mitglied"),
    ("funktion", "Funktion"),
    ("von", "Seit"),
    ("bis", "Bis"),
    ("vertretung_name", "Stellvertretung"),
    ("vertretung_von", "Vertretung seit"),
    ("vakant_seit", "Nicht besetzt seit"),
    ("benannt_von", "Benennen darf"),
    ("mangel", "Passt nicht, denn"),
    ("sitz", "Sitz (Kennung)"),
    ("mitglied", "Mitglied (Kennung)"),
    ("vertretung", "Stellvertretung (Kennung)"),
)


def sitze(bestand: Bestand, stichtag: date) -> Bericht:
    """All seats, bench by bench, with how many are taken and how many must be present."""
    rows = tuple(_row(bestand, sitz, stichtag) for sitz in bestand.sitze(stichtag))
    tabelle = Tabelle("sitze", "Sitze", SPALTEN, rows, "die Geschäftsordnung nennt keine", worte=BANKNAMEN)
    taken, noetig = len(_taken(bestand, stichtag)), quorum(bestand, stichtag, len(_taken(bestand, stichtag)))
    row = (len(rows), taken, noetig, stichtag)
    keys = (("sitze", "Sitze"), ("besetzt", "Besetzt"), ("quorum", "Beschlussfähig ab"), ("stichtag", "Stichtag"))
    zahlen = Tabelle("zahlen", "Zahlen", keys, (row,), nur_daten=True)
    satz = f"{taken} von {len(rows)} Sitzen besetzt; beschlussfähig ab {noetig} Anwesenden."
    titel = f"Strategiegruppe am {datum(stichtag)}"
    return Bericht("netzint.strategiegruppe/1", titel, (satz,), (tabelle, zahlen), _schritte(bestand, stichtag))


def _taken(bestand: Bestand, tag: date) -> list[str]:
    taken = bestand.ordentliche(tag)
    return [sitz.kennung for sitz in bestand.sitze(tag) if sitz.kennung in taken]


def quorum(bestand: Bestand, tag: date, besetzt: int) -> int:
    """How many must be present at an ordinary vote on a day, with so many seats taken."""
    fassung = bestand.fassung(tag)
    if fassung is None:
        return 0
    lage = Sitzlage(soll=len(fassung.strategiegruppe.sitze), besetzt=besetzt, anwesend=0, ja=0, nein=0)
    return find_quorum(lage, fassung.strategiegruppe.beschlussfaehigkeit).noetig


def name_of_seat(bestand: Bestand, sitz: Sitz) -> str:
    """What a seat is called in lists; that of a Landesverband after the Stelle, which knows its umlauts."""
    stelle = bestand.stellen.get(sitz.stelle or "")
    if sitz.bezeichnung or sitz.bank != "landesverbaende" or stelle is None:
        return sitz.name
    return f"{BANKNAMEN[sitz.bank]} – {stelle.kurz or stelle.name}"


def _row(bestand: Bestand, sitz: Sitz, tag: date) -> tuple[Zelle, ...]:
    held = bestand.ordentliche(tag).get(sitz.kennung)
    amt = next(iter(held.mitglied.aemter_am(tag)), None) if held else None
    deputies = [m for m in _on_seat(bestand, sitz, "stellvertretend") if m.mandat.gilt_am(tag)]
    return (
        sitz.bank,
        name_of_seat(bestand, sitz),
        held.mitglied.voller_name if held else None,
        (amt.funktion or amt.amt) if amt else None,
        held.mandat.von if held else None,
        held.mandat.bis if held else None,
        ", ".join(m.mitglied.voller_name for m in deputies) or None,
        min((m.mandat.von for m in deputies), default=None),
        None if held else vacant_since(bestand, sitz, tag),
        " oder ".join(stelle_kurz(bestand, kennung, tag) for kennung in sitz.benannt_von),
        (lack_on(bestand, held, tag)[1] or None) if held else None,
        sitz.kennung,
        held.mitglied.kennung if held else None,
        ", ".join(m.mitglied.kennung for m in deputies) or None,
    )


def _on_seat(bestand: Bestand, sitz: Sitz, rolle: str) -> list[MandatVon]:
    return with_rolle(bestand.mandate_nach_sitz.get(sitz.kennung, ()), rolle)


def vacant_since(bestand: Bestand, sitz: Sitz, tag: date) -> date | None:
    """The first vacant day of a seat that is vacant on a day; None if nobody ever sat there."""
    ends = [m.mandat.bis for m in _on_seat(bestand, sitz, "ordentlich") if m.mandat.bis and m.mandat.bis < tag]
    return date.fromordinal(max(ends).toordinal() + 1) if ends else None


def _schritte(bestand: Bestand, tag: date) -> tuple[tuple[str, str], ...]:
    taken = _taken(bestand, tag)
    free = next((sitz for sitz in bestand.sitze(tag) if sitz.kennung not in taken), None)
    if free is None:
        return ()
    frage = ("netzint mitglied was-waere-wenn --suche", "sehen, wer die freien Sitze füllen könnte")
    return ((f"netzint mitglied benennen {free.kennung}", "den Sitz besetzen"), frage)
