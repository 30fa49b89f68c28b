"""Edits by hand as a Vorgang: the subject names what was edited."""

from __future__ import annotations

from netzint.vorgaenge.festschreiben import festschreiben


def test_der_betreff_nennt_die_kennungen() -> None:
    aenderung = festschreiben(["daten/sitzungen/sg-2026-03.yaml", "daten/ziele/ziel-teilhabe.yaml"])

    assert aenderung.betreff == "Von Hand geändert: sg-2026-03 und ziel-teilhabe"
    assert aenderung.kennungen == ("sg-2026-03", "ziel-teilhabe")


def test_viele_dateien_werden_im_betreff_gezaehlt_und_alle_genannt() -> None:
    aenderung = festschreiben([f"daten/ziele/ziel-{x}.yaml" for x in "abcde"])

    assert aenderung.betreff == "Von Hand geändert: ziel-a, ziel-b, ziel-c und 2 weitere Dateien"
    assert len(aenderung.kennungen) == 5


def test_vorlagen_stehen_mit_ihrem_pfad() -> None:
    assert festschreiben(["vorlagen/einladung.md.j2"]).betreff == "Von Hand geändert: vorlagen/einladung.md.j2"
