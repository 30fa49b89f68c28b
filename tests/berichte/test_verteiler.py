"""Who is invited, with addresses."""

from __future__ import annotations

from datetime import date

from netzint.berichte.verteiler import verteiler
from tests import bau

STICHTAG = date(2026, 11, 22)


def test_wer_keine_adresse_hat_wird_gezaehlt_und_fehlt_in_der_zeile_zum_einfuegen() -> None:
    people = (
        bau.mitglied("staedtetag-1", dienstlich={"e_mail": "a@staedtetag.example"}),
        bau.mitglied("gemeindetag-1", name="Ali Muster", mandate=[bau.mandat(sitz="sitz-gemeindetag")]),
    )
    bericht = verteiler(bau.bestand(bau.sitzung(), *people), "SG-2026-01", STICHTAG)

    assert bericht.saetze == ("Sitzung am 12. März 2026, noch nicht eingeladen.", "Ohne E-Mail-Adresse: 1 Person.")
    assert [row[:3] for row in bericht.tabellen[1].zeilen] == [
        ("Ali Muster", "Mitglied", ""),
        ("Erika Beispiel", "Mitglied", "a@staedtetag.example"),
    ]
    assert bericht.tabellen[2].zeilen == (("a@staedtetag.example",),)


def test_nach_dem_versand_steht_da_wer_eingeladen_wurde() -> None:
    sent = {"versandt": "2026-02-20", "verteiler": ["staedtetag-1"], "gaeste": ["gast-1"]}
    guest = bau.mitglied("gast-1", name="Ali Muster", mandate=[])
    bericht = verteiler(bau.bestand(bau.sitzung(einladung=sent), bau.mitglied(), guest), "sg-2026-01", STICHTAG)

    assert bericht.saetze[0] == "Sitzung am 12. März 2026, eingeladen am 20. Februar 2026."
    assert [(row[4], row[1]) for row in bericht.tabellen[1].zeilen] == [
        ("staedtetag-1", "Mitglied"),
        ("gast-1", "Gast"),
    ]
