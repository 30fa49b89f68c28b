"""Reports on AGs, Themen, Ziele, Bedarfe, Veranstaltungen, Ausnahmen and the directory, for any day."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.berichte import abdeckung, arbeitsgruppen, ausnahmen, bedarfe, themen, veranstaltungen, ziele
from netzint.berichte.tabelle import Bericht
from netzint.modell.grund import Eintrag
from tests.bau import arbeitsgruppe, bestand, make, mandat, mitglied, sitzung, stelle, thema, top
from tests.beispiel import read_beispiel

HEUTE = date(2026, 11, 22)


def spalte(bericht: Bericht, tabelle: str, *namen: str) -> list[tuple[Any, ...]]:
    """Some columns of one table of a Bericht."""
    found = next(t for t in bericht.tabellen if t.schluessel == tabelle)
    places = [[key for key, _ in found.spalten].index(name) for name in namen]
    return [tuple(row[n] for n in places) for row in found.zeilen]


def test_beide_listen_der_arbeitsgruppen_gibt_es_fuer_jeden_tag() -> None:
    known = bestand(
        arbeitsgruppe(),
        arbeitsgruppe("ag-alt", name="AG „Alt“", abschluss={"am": "2026-03-31"}),
    )

    def listen(tag: date) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
        found = arbeitsgruppen.liste(known, tag)
        return spalte(found, "aktiv", "kennung", "stand"), spalte(found, "abgeschlossen", "kennung")

    assert listen(date(2025, 6, 30)) == ([], [])
    assert listen(date(2025, 7, 1)) == ([("ag-alt", "aktiv"), ("ag-beispiel", "aktiv")], [])
    assert listen(HEUTE) == ([("ag-beispiel", "aktiv")], [("ag-alt",)])
    assert listen(date(2027, 1, 1)) == ([("ag-beispiel", "ausgelaufen")], [("ag-alt",)])


def test_eine_beschlossene_ag_ist_vor_ihrem_beginn_eingesetzt() -> None:
    decided = sitzung("sg-2025-01", datum="2025-06-01", tagesordnung=[
        top(beschluesse=[{"kennung": "einsetzung-beispiel", "antrag": {"art": "ag_einsetzen", "ag": "ag-beispiel"},
                          "ergebnis": "angenommen"}])
    ])  # fmt: skip

    found = arbeitsgruppen.liste(bestand(arbeitsgruppe(), decided), date(2025, 6, 15))

    assert spalte(found, "aktiv", "kennung", "stand") == [("ag-beispiel", "eingesetzt")]


def test_eine_ag_zeigt_wer_am_stichtag_dazugehoert() -> None:
    ag = {"gremium": "ag-beispiel", "sitz": None, "benannt": None, "von": "2025-07-01"}
    known = bestand(
        thema(), arbeitsgruppe(),
        mitglied("ag-beispiel-01", name="Anna Gast", mandate=[mandat(**ag, rolle="gast")]),
        mitglied("ag-beispiel-02", name="Berta Leitung", mandate=[mandat(**ag, rolle="leitung", bis="2026-05-31")]),
    )  # fmt: skip

    frueher, heute = (arbeitsgruppen.zeigen(known, "beispiel", tag) for tag in (date(2026, 5, 31), HEUTE))

    assert spalte(frueher, "mitglieder", "name", "rolle") == [("Berta Leitung", "leitung"), ("Anna Gast", "gast")]
    assert spalte(heute, "mitglieder", "name") == [("Anna Gast",)]
    assert "Ständige Mitglieder: 0 von 9." in heute.saetze


def bedarf(nummer: int, am: str, **felder: Any) -> Eintrag:
    """A Bedarf of the Städtetag."""
    gemeldet = {"von": "staedtetag", "am": am}
    return make("bedarf", f"bedarf-2025-{nummer:02}", titel=f"Bedarf {nummer}", gemeldet=gemeldet, **felder)


def test_offene_bedarfe_haben_ein_alter_und_aufgegriffene_einen_vorlauf() -> None:
    assigned = {"thema": "thema-beispiel", "am": "2025-05-01"}
    known = bestand(
        thema(), arbeitsgruppe(),
        bedarf(1, "2025-04-01", zugeordnet=assigned, erledigt={"am": "2025-08-01", "art": "aufgegriffen"}),
        bedarf(2, "2026-11-12"),
        bedarf(3, "2026-01-01", zugeordnet={"thema": "thema-beispiel", "am": "2026-02-01"}),
    )  # fmt: skip

    found = bedarfe.liste(known, HEUTE)

    assert spalte(found, "bedarfe", "kennung", "stand", "alter", "ag", "vorlauf") == [
        ("bedarf-2025-01", "aufgegriffen", None, "ag-beispiel", 91),
        ("bedarf-2025-03", "zugeordnet", 325, None, None),
        ("bedarf-2025-02", "gemeldet", 10, None, None),
    ]
    assert found.saetze[-1] == "Von der Meldung bis zur Arbeitsgruppe: im Mittel 91 Tage (1 Bedarf)."
    assert spalte(bedarfe.liste(known, HEUTE, nur_offene=True), "bedarfe", "kennung") == [
        ("bedarf-2025-03",), ("bedarf-2025-02",),
    ]  # fmt: skip


def test_ein_bedarf_steht_an_einem_frueheren_tag_wie_er_damals_war() -> None:
    assigned = {"thema": "thema-beispiel", "am": "2025-05-01"}
    known = bestand(thema(), arbeitsgruppe(), bedarf(1, "2025-04-01", zugeordnet=assigned))

    def stand(tag: date) -> list[tuple[Any, ...]]:
        return spalte(bedarfe.liste(known, tag), "bedarfe", "stand", "ag", "vorlauf")

    assert stand(date(2025, 3, 31)) == []
    assert stand(date(2025, 4, 30)) == [("gemeldet", None, None)]
    assert stand(date(2025, 6, 30)) == [("zugeordnet", None, None)]
    assert stand(date(2025, 7, 1)) == [("zugeordnet", "ag-beispiel", 91)]


def test_ein_bedarf_zeigt_seine_stationen() -> None:
    known = bestand(bedarf(1, "2025-04-01", erledigt={"am": "2025-04-11", "art": "abgegeben", "an": "ministerium"}))

    found = bedarfe.zeigen(known, "bedarf-2025-01", HEUTE)

    assert spalte(found, "stationen", "tage", "kennung") == [(0, "staedtetag"), (10, "ministerium")]
    assert found.saetze[0] == "Stand am 22. November 2026: abgegeben."


def test_vor_seiner_meldung_hat_ein_bedarf_kein_alter() -> None:
    known = read_beispiel()
    bedarf = known.bedarfe["bedarf-2026-01"]
    davor = date(2020, 6, 1)
    found = bedarfe.zeigen(known, bedarf.kennung, davor)

    assert found.saetze[0] == "Stand am 1. Juni 2020: noch nicht gemeldet."
    assert not any("Seit" in satz for satz in found.saetze)
    assert [row for tabelle in found.tabellen if tabelle.schluessel == "stationen" for row in tabelle.zeilen] == []


def test_schwerpunkte_stehen_vorn_und_beendete_themen_hinten() -> None:
    known = bestand(
        thema("thema-a", bis="2025-12-31"), thema("thema-b"), thema("thema-c", schwerpunkt={"ab": "2026-01-01"})
    )

    heute, frueher = (themen.liste(known, tag) for tag in (HEUTE, date(2025, 6, 1)))

    assert spalte(heute, "themen", "kennung", "stand") == [
        ("thema-c", "schwerpunkt"), ("thema-b", "gespeichert"), ("thema-a", "beendet"),
    ]  # fmt: skip
    assert {stand for (stand,) in spalte(frueher, "themen", "stand")} == {"gespeichert"}


def test_ein_thema_zeigt_was_dazugehoert() -> None:
    event = make("veranstaltung", "va-2026-01", titel="F", art="Fachtag", datum="2026-03-01", themen=["thema-beispiel"])
    known = bestand(thema(), arbeitsgruppe(), event)

    found = themen.zeigen(known, "Beispiel", HEUTE)

    assert spalte(found, "arbeitsgruppen", "kennung") == [("ag-beispiel",)]
    assert spalte(found, "veranstaltungen", "kennung") == [("va-2026-01",)]


def test_ein_ziel_steht_im_wortlaut_des_tages() -> None:
    frueher = [{"beschreibung": "Früher.\n", "bis": "2023-12-31"}]
    known = bestand(make("ziel", "ziel-a", titel="A", beschreibung="Jetzt.\n", ab="2021-01-01", frueher=frueher))

    assert spalte(ziele.liste(known, date(2023, 12, 31)), "ziele", "wortlaut") == [("Früher.",)]
    assert spalte(ziele.liste(known, date(2024, 1, 1)), "ziele", "wortlaut") == [("Jetzt.",)]


def test_kommende_veranstaltungen_stehen_vor_den_vergangenen() -> None:
    known = bestand(
        *(make("veranstaltung", f"va-2026-0{n}", titel=f"V{n}", art="Fachtag", datum=tag)
          for n, tag in enumerate(("2026-01-01", "2026-11-22", "2027-01-01", "2026-05-01"), 1))
    )  # fmt: skip

    found = veranstaltungen.liste(known, HEUTE)

    assert spalte(found, "kommend", "kennung") == [("va-2026-02",), ("va-2026-03",)]
    assert spalte(found, "vergangen", "kennung") == [("va-2026-04",), ("va-2026-01",)]


def test_was_bald_endet_wird_bei_den_ausnahmen_genannt() -> None:
    def ausnahme(kennung: str, bis: str) -> Eintrag:
        return make("ausnahme", kennung, regel="Q103", beschluss="sg-2026-01/b", bis=bis, grund="x\n")

    known = bestand(
        ausnahme("ausnahme-a", "2027-12-31"), ausnahme("ausnahme-b", "2027-01-31"), ausnahme("ausnahme-c", "2026-06-30")
    )

    found = ausnahmen.liste(known, HEUTE)

    assert spalte(found, "ausnahmen", "kennung", "stand") == [
        ("ausnahme-b", "endet_bald"), ("ausnahme-a", "gilt"), ("ausnahme-c", "abgelaufen"),
    ]  # fmt: skip
    assert found.saetze == ("Bald zu Ende: ausnahme-b.",)


def eintrag(stelle_: str, **felder: Any) -> Eintrag:
    """Somebody in the directory since 2020."""
    return make("beauftragte", f"ib-{stelle_}", **{"stelle": stelle_, "von": "2020-01-01", "name": "N", **felder})


def test_die_abdeckung_zaehlt_kreise_nach_dem_gemeindeschluessel() -> None:
    known = bestand(
        stelle("landkreis-calw", "landkreis", ags="08235"), eintrag("landkreis-calw"),
        stelle("stadt-nagold", "stadt", ags="08235046"), eintrag("stadt-nagold"),
        stelle("stadt-ulm", "stadt", ags="08421000", status="stadtkreis"), eintrag("stadt-ulm"),
        stelle("gemeinde-x", "gemeinde", ags="08436001"), eintrag("gemeinde-x", bis="2024-12-31"),
        stelle("stadt-erfunden", "stadt", ags="08999001"), eintrag("stadt-erfunden"),
    )  # fmt: skip

    found = abdeckung.abdeckung(known, HEUTE)

    rows = spalte(found, "kreise", "kreis", "art", "abgedeckt", "kreis_selbst", "gemeinden")
    assert [row for row in rows if row[2] == "ja"] == [
        ("Calw", "landkreis", "ja", "ja", 1), ("Ulm", "stadtkreis", "ja", "ja", 0),
    ]  # fmt: skip
    assert len(rows) == 44
    assert found.saetze[0] == "2 von 44 Stadt- und Landkreisen haben Integrationsbeauftragte im Verzeichnis."
    assert found.saetze[-1].startswith("1 Kommune zählt nicht mit: Zu ihrem Gemeindeschlüssel gibt es")
    assert spalte(found, "ohne_kreis", "kennung", "ags") == [("stadt-erfunden", "08999001")]
    earlier = abdeckung.abdeckung(known, date(2024, 12, 31))
    assert ("Ravensburg", "ja") in spalte(earlier, "kreise", "kreis", "abgedeckt")
