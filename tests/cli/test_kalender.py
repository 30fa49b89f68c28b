"""``netzint kalender``, and the calendar files that the acts of a Sitzung make by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icalendar import Calendar

from netzint.modell.fehler import Ausgang

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]


def read(text: str) -> tuple[str, list[Any]]:
    kalender = Calendar.from_ical(text)
    return str(kalender["METHOD"]), kalender.walk("VEVENT")


def test_ohne_kennung_stehen_alle_termine_in_einem_kalender(buero: Path, rufe: Rufe) -> None:
    method, events = read(rufe("kalender").aus)

    assert method == "PUBLISH"
    assert {str(e["UID"]).partition("@")[0] for e in events} >= {"sg-2026-02", "va-2027-01"}
    assert rufe("kalender").aus == rufe("kalender", "--stichtag", "2027-01-01").aus


def test_mit_fristen_stehen_auch_diese_darin(buero: Path, rufe: Rufe) -> None:
    alone, both, fristen = (len(read(rufe(*words).aus)[1]) for words in
                            (("kalender",), ("kalender", "--fristen"), ("fristen", "--ics")))  # fmt: skip

    assert fristen > 0
    assert both == alone + fristen


def test_zu_einer_kennung_entsteht_eine_einladung_in_einer_datei(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    ziel = tmp_path / "termin.ics"
    lauf = rufe("kalender", "SG-2026-02", "--nach", str(ziel))
    method, (event,) = read(ziel.read_bytes().decode())

    assert (lauf.ausgang, lauf.aus) == (Ausgang.GUT, f"{ziel}\n")
    assert (method, len(event["ATTENDEE"])) == ("REQUEST", 12)


def test_was_nicht_passt_wird_gesagt(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    assert "kein Termin" in rufe("kalender", "thema-wohnen").fehler
    assert "ist ein Ordner" in rufe("kalender", "--nach", str(tmp_path)).fehler
    assert rufe("kalender", "sg-2026-02", "--fristen").ausgang == Ausgang.AUFRUF


def test_von_der_ersten_planung_bis_zur_absage_ist_es_derselbe_termin_in_immer_neuerer_fassung(
    buero: Path, rufe: Rufe
) -> None:
    datei = buero / "ausgabe/sg-2026-03/termin-sg-2026-03.ics"
    seen = []
    for words in (
        ("neu", "--datum", "2027-02-02"),
        ("einladen", "sg-2026-03"),
        ("aendern", "sg-2026-03", "--ort", "Ulm, Rathaus"),
        ("aendern", "sg-2026-03", "--beginn", "11:00"),
        ("verlegen", "sg-2026-03", "--datum", "2027-02-09", "--grund", "Raum belegt"),
        ("absagen", "sg-2026-03", "--grund", "Schnee"),
    ):
        assert "termin-sg-2026-03.ics" in rufe("sitzung", *words).aus
        method, (event,) = read(datei.read_bytes().decode())
        seen.append((method, str(event["UID"]), int(event["SEQUENCE"]), str(event["STATUS"])))

    assert [entry[2] for entry in seen] == [0, 100, 101, 102, 202, 302]
    assert {entry[1] for entry in seen} == {"sg-2026-03@netzwerk.example"}
    assert [entry[0] for entry in seen] == ["REQUEST"] * 5 + ["CANCEL"]
    assert [entry[3] for entry in seen] == ["TENTATIVE", *["CONFIRMED"] * 3, "TENTATIVE", "CANCELLED"]
    assert rufe("kalender", "sg-2026-03").aus == datei.read_bytes().decode()


def test_wechselt_die_adresse_der_geschaeftsstelle_bleiben_die_termine_dieselben(buero: Path, rufe: Rufe) -> None:
    before = {str(e["UID"]) for e in read(rufe("kalender").aus)[1]}
    for mail in ("gs@neu.example", "gs@noch-neuer.example"):
        assert rufe("netzwerk", "aendern", "--e-mail", mail).ausgang == Ausgang.GUT

    assert {str(e["UID"]) for e in read(rufe("kalender").aus)[1]} == before
    assert "kalenderdomain: netzwerk.example" in (buero / "daten/netzwerk.yaml").read_text("utf-8")
